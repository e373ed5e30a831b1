using Throughcare.Application.Access;
using Throughcare.Domain.Access;

namespace Throughcare.Web.Api;

/// <summary>The operations of the API, with all that is said of each.</summary>
internal static class ApiOperations
{
    private const string People = "People";
    private const string Contacts = "Contacts";
    private const string Changes = "Changes";
    private const string Risk = "Risk";
    private const string Standards = "Standards";

    private static readonly ApiParameter From = new("from", "First day on which it happened", "2026-01-01", ApiParameterKind.Day);

    private static readonly ApiParameter To = new("to", "Last day on which it happened", "2026-03-31", ApiParameterKind.Day);

    private static readonly ApiParameter AsAt = new("asAt", "The day on which it is true; today unless said. A day ends at midnight in London", "2026-03-01", ApiParameterKind.Day);

    private static readonly ApiParameter KnownAt = new("knownAt", "The instant at which it was known: what was recorded later does not count; now unless said", "2026-03-05T10:00:00Z", ApiParameterKind.Instant);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/persons", (Delegate)ApiReads.SearchAsync).Is(new("searchPersons", People, "Search for people", ApiScopes.ReadPersons, Verb.SearchNation)
        {
            Description = "Send one of q, nomisNumber, crn or pnc. A number finds the person who has it. Words are looked up in every name ever held; a day, like 12/04/1985, finds those born on it. "
                + "Name, numbers and where are given for anybody; more for those whom the client reaches. The best 500 are given.",
            Query = [new("q", "A number, names, or a date of birth", "Zabrake"), new("nomisNumber", "Prison number", "A1234BC"), new("crn", "Probation case reference number", "X123456"), new("pnc", "Police national computer number", "2004/0712343W"), ApiQuery.Limit, ApiQuery.Cursor],
            Gives = typeof(PageOfItems<FoundPerson>),
            Example = ApiExamples.Search,
        });
        api.MapGet("/persons/{person}", (Delegate)ApiReads.PersonAsync).Is(new("readPerson", People, "Read a person", ApiScopes.ReadPersons, Verb.ReadRecord)
        {
            Description = "Identifiers, names, where they are, who works with them, sentences and key dates as recorded.",
            Gives = typeof(PersonAnswer),
            Example = ApiExamples.Person,
        });
        api.MapGet("/persons/{person}/facts", (Delegate)ApiReads.FactsAsync).Is(new("readFacts", People, "Read the facts of a case", ApiScopes.ReadFacts, Verb.ReadRecord)
        {
            Description = "What is true of the case as at a day, as known at an instant: the same facts that rules read. Facts of risk and protection are given with sensitive.read, to a role that reads restricted entries of this person.",
            Query = [AsAt, KnownAt],
            Gives = typeof(FactsAnswer),
            Example = ApiExamples.Facts,
        });
        api.MapGet("/persons/{person}/timeline", (Delegate)ApiReads.TimelineAsync).Is(new("readTimeline", People, "Read a timeline", ApiScopes.ReadTimeline, Verb.ReadRecord)
        {
            Description = "Everything recorded about the person, newest first. A page may be shorter than was asked for: go on while there is a nextCursor.",
            Query = [new("kind", "Only lines of this kind", "movement"), From, To, new("asAt", "The record as it stood on this day: nothing that happened later", "2026-03-01", ApiParameterKind.Day), KnownAt, ApiQuery.Limit, ApiQuery.Cursor],
            Gives = typeof(PageOfItems<TimelineLineAnswer>),
            Example = ApiExamples.Timeline,
        });
        api.MapGet("/persons/{person}/contacts", (Delegate)ApiReads.ContactsAsync).Is(new("listContacts", Contacts, "List contacts", ApiScopes.ReadContacts, Verb.ReadRecord)
        {
            Description = "Newest first. Entries held as sensitive or restricted are given with sensitive.read, as far as the client’s role reads them; those of victims never.",
            Query = [new("type", "Code of the kind of contact", "TC01"), From, To, ApiQuery.Limit, ApiQuery.Cursor],
            Gives = typeof(PageOfItems<ContactAnswer>),
            Example = ApiExamples.Contacts,
        });
        api.MapPost("/persons/{person}/contacts", (Delegate)ApiContactWrites.RecordAsync).Is(new("recordContact", Contacts, "Record a contact", ApiScopes.WriteContacts, Verb.RecordContact)
        {
            Description = "The rules are those of the page. Send an Idempotency-Key of your own: the same key with the same body gives the same answer, and makes one contact.",
            Takes = typeof(ContactToRecord),
            Gives = typeof(RecordedContact),
            Status = StatusCodes.Status201Created,
            Example = ApiExamples.Recorded,
            ExampleBody = ApiExamples.ToRecord,
        });
        api.MapGet("/persons/{person}/contacts/{contact:guid}", (Delegate)ApiReads.ContactAsync).Is(new("readContact", Contacts, "Read a contact", ApiScopes.ReadContacts, Verb.ReadRecord)
        {
            Description = "With what was added to it. Its ETag is what an edit sends as If-Match.",
            Gives = typeof(ContactDetailAnswer),
            Example = ApiExamples.Contact,
        });
        api.MapPut("/persons/{person}/contacts/{contact:guid}", (Delegate)ApiContactWrites.CorrectAsync).Is(new("editContact", Contacts, "Edit a contact", ApiScopes.WriteContacts, Verb.AmendContact)
        {
            Description = "By the client that recorded it, within 24 hours. Send the whole of it, the ETag that was read as If-Match, and an Idempotency-Key. The version before is kept.",
            Takes = typeof(ContactCorrection),
            Gives = typeof(RecordedContact),
            IsEdit = true,
            Example = ApiExamples.Edited,
            ExampleBody = ApiExamples.Correction,
        });
        api.MapGet("/persons/{person}/risk-scores", (Delegate)ApiKeptScores.ReadAsync).Is(new("readRiskScores", Risk, "Read the risk scores that are kept with assessments", ApiScopes.ReadAssessments, Verb.ReadAssessment)
        {
            Description = "As they were calculated and kept: those of the latest assessment first, and of one assessment the latest calculated. Nothing is calculated again. The answers that they were calculated from are given with sensitive.read.",
            Gives = typeof(KeptScoresAnswer),
            Example = ApiKeptScores.Example,
        });
        MapHandover(api);
        MapAllocation(api);
        MapTier(api);
        MapStandards(api);
        api.MapGet("/events", (Delegate)ApiReads.EventsAsync).Is(new("readEvents", Changes, "Read the feed of changes", ApiScopes.ReadEvents, Verb.ReadRecord)
        {
            Description = "What changed in the records that the client reaches, in order, from a position on. Begin with since=0, or with the position of an earlier answer; keep the position of each answer and send it next time. "
                + "Nothing is skipped and nothing is given twice. Somebody who comes into the client’s reach later is told of from then on: read their record anew. The feed says that something changed, not what it says now. "
                + "Entries held as sensitive or restricted, those of victims and those of third parties are not in it.",
            Query = [new("since", "The position of the answer before; 0 for all", "0", ApiParameterKind.Whole), ApiQuery.Limit],
            Gives = typeof(EventsAnswer),
            Example = ApiExamples.Events,
        });
    }

    private static void MapHandover(RouteGroupBuilder api)
    {
        api.MapGet("/persons/{person}/handover", (Delegate)ApiHandover.ReadAsync).Is(new("readHandover", People, "Read who leads a case and when it is handed over", ApiScopes.ReadFacts, Verb.ReadRecord)
        {
            Description = "Of today: who leads in effect, what the rules say, and the dates from which the community offender manager supports and leads.",
            Gives = typeof(HandoverAnswer),
            Example = ApiHandover.Example,
        });
        api.MapGet("/persons/{person}/scope", (Delegate)ApiHandover.ScopeAsync).Is(new("readScope", People, "Read whether a case is in scope of offender management", ApiScopes.ReadFacts, Verb.ReadRecord)
        {
            Description = "Of today, with the reason. Nationality is never used.",
            Gives = typeof(ScopeAnswer),
            Example = ApiHandover.ScopeExample,
        });
        api.MapGet("/persons/{person}/early-allocation", (Delegate)ApiHandover.EarlyAllocationAsync).Is(new("readEarlyAllocation", People, "Read early allocation", ApiScopes.ReadFacts, Verb.ReadRecord)
        {
            Description = "Where the case stands today, and every assessment, the latest first.",
            Gives = typeof(EarlyAllocationAnswer),
            Example = ApiHandover.EarlyExample,
        });
    }

    private static void MapAllocation(RouteGroupBuilder api)
    {
        api.MapGet("/persons/{person}/allocation", (Delegate)ApiAllocation.ReadAsync).Is(new("readAllocation", People, "Read the allocation to a prison offender manager", ApiScopes.ReadFacts, Verb.ReadRecord)
        {
            Description = "As it stands, and every event of it. Its version is what an allocation sends as seen.",
            Gives = typeof(AllocationAnswer),
            Example = ApiAllocation.Example,
        });
        api.MapPost("/persons/{person}/allocation", (Delegate)ApiAllocation.AllocateAsync).Is(new("allocatePom", People, "Allocate a prison offender manager", ApiScopes.WriteAllocations, Verb.AllocatePom)
        {
            Description = "The rules are those of the page: the POM is available at the prison of the client, and reasons are asked for where another type was recommended. Send an Idempotency-Key of your own.",
            Takes = typeof(PomToAllocate),
            Gives = typeof(AllocatedPom),
            Status = StatusCodes.Status201Created,
            Example = ApiAllocation.ExampleDone,
            ExampleBody = ApiAllocation.ExampleBody,
        });
        api.MapGet("/places/{place}/allocations", (Delegate)ApiAllocation.ListAsync).Is(new("listAllocations", People, "List what is to be allocated at a prison", ApiScopes.WriteAllocations, Verb.AllocatePom)
        {
            Description = "Of the client’s own prison: the first due first, 100 a page.",
            Query = [new("list", "unallocated, missing or allocated; unallocated unless said", "unallocated"), new("page", "From 1", "1", ApiParameterKind.Whole)],
            Gives = typeof(CasesToAllocateAnswer),
            Example = ApiAllocation.ExampleList,
        });
    }

    private static void MapTier(RouteGroupBuilder api)
    {
        api.MapGet("/persons/{person}/tier", (Delegate)ApiTier.ReadAsync).Is(new("readTier", People, "Read the tier of a case", ApiScopes.ReadFacts, Verb.ReadRecord)
        {
            Description = "By each scheme, worked out from the record as it is now, with what is missing and why. What it rests on is told as far as the client’s role reads it.",
            Gives = typeof(TierAnswer),
            Example = ApiTier.Example,
        });
        api.MapGet("/persons/{person}/key-work", (Delegate)ApiTier.KeyWorkAsync).Is(new("readKeyWork", People, "Read key work with a person", ApiScopes.ReadFacts, Verb.ReadRecord)
        {
            Description = "Who the key worker is, minutes a week on average over four weeks, and sessions planned and done in the last 12 weeks.",
            Gives = typeof(KeyWorkAnswer),
            Example = ApiTier.KeyWorkExample,
        });
        api.MapGet("/staff/{staff:guid}/workload", (Delegate)ApiTier.WorkloadAsync).Is(new("readWorkload", Standards, "Read the workload of a community offender manager", ApiScopes.ReadFigures, Verb.ReadFigures)
        {
            Description = "In points, against the points that their hours give. Of staff whom the client’s role manages.",
            Gives = typeof(WorkloadAnswer),
            Example = ApiTier.WorkloadExample,
        });
    }

    private static void MapStandards(RouteGroupBuilder api)
    {
        ApiParameter[] list =
        [
            new("from", "First day on which it is due", "2026-01-01", ApiParameterKind.Day), new("to", "Last day on which it is due", "2026-03-31", ApiParameterKind.Day),
            new("family", "Only items of this family of standards", "initial_oasys"), new("state", "open: only what is still to be done; all unless said", "open"), ApiQuery.Limit, ApiQuery.Cursor,
        ];
        api.MapGet("/persons/{person}/due-items", (Delegate)ApiDueItems.OfPersonAsync).Is(new("listDueItems", Standards, "List what is due of a person", ApiScopes.ReadDueItems, Verb.ReadDueItems)
        {
            Description = "By the published standards: when, whose it is, and whether it was met. The first due first. Items about victims are never given; those of public protection with sensitive.read.",
            Query = list,
            Gives = typeof(PageOfItems<DueItemAnswer>),
            Example = ApiDueItems.Example,
        });
        api.MapGet("/staff/{staff}/due-items", (Delegate)ApiDueItems.OfStaffAsync).Is(new("listDueItemsOfStaff", Standards, "List what is due of a manager", ApiScopes.ReadDueItems, Verb.ReadDueItems)
        {
            Description = "me is the client itself; others are for roles that read figures. Of people whom the client reaches.",
            Query = list,
            Gives = typeof(PageOfItems<DueItemAnswer>),
            Example = ApiDueItems.Example,
        });
        api.MapGet("/places/{place}/due-items", (Delegate)ApiDueItems.OfPlaceAsync).Is(new("listDueItemsOfPlace", Standards, "List what is due of a place", ApiScopes.ReadDueItems, Verb.ReadDueItems)
        {
            Description = "Of a prison, delivery unit or team whose figures the client’s role reads, and of people whom it reaches.",
            Query = list,
            Gives = typeof(PageOfItems<DueItemAnswer>),
            Example = ApiDueItems.Example,
        });
        api.MapGet("/standards/timeliness", (Delegate)ApiDueItems.TimelinessAsync).Is(new("readTimeliness", Standards, "Read figures of timeliness", ApiScopes.ReadFigures, Verb.ReadFigures)
        {
            Description = "Completed and on time are shares of the same number: met, missed, overdue, or put off for a reason that does not excuse. Of the places whose figures the client’s role reads. "
                + "Standards whose figure is our own guidance are left out unless guidance=true or their family is asked for.",
            Query =
            [
                new("by", "family, place, staff, month or scope; family unless said", "place"), new("from", "First day on which items were due", "2025-02-01", ApiParameterKind.Day),
                new("to", "Last day; today unless said", "2026-01-31", ApiParameterKind.Day), new("family", "One family of standards", "initial_oasys"), new("place", "A prison, delivery unit, team or region", "LHI"),
                new("staff", "The id of a member of staff", "0193e5a0-7c1e-7a40-8f00-3b5d1c2a9f01"), new("inScope", "true or false", "true"), new("basis", "item: every item counts; case: the latest of each case", "item"),
                new("guidance", "true: with standards whose figure is our own", "true"), new("asAt", "Figures as they were known at the end of this day", "2026-01-31", ApiParameterKind.Day),
            ],
            Gives = typeof(TimelinessAnswer),
            Example = ApiDueItems.ExampleFigures,
        });
    }

    /// <summary>What stands beside the versioned addresses: the instruments carry versions of their own.</summary>
    public static void MapRisk(RouteGroupBuilder api) =>
        api.MapPost("/risk/scores", (Delegate)ApiRisk.ScoreAsync).Is(new("scoreRisk", Risk, "Calculate risk predictors", ApiScopes.ScoreRisk, Verb.SearchNation)
        {
            Description = "Send answers of one person, or items of up to 1,000, by the names of the inputs: sex, date_of_birth, offence_code, q3_4... Nothing is kept. A score that could not be calculated says what is "
                + "missing; where only the dynamic version could not, the static one is given. explain gives every term of each score, the greatest first.",
            Takes = typeof(RiskToScore),
            IsCalculation = true,
            Gives = typeof(RiskScoresAnswer),
            Example = ApiRisk.Example,
            ExampleBody = ApiRisk.ExampleBody,
        });

    private static void Is(this RouteHandlerBuilder endpoint, ApiOperation operation)
    {
        endpoint.WithMetadata(operation).WithName(operation.Id).WithTags(operation.Tag).WithSummary(operation.Summary).WithDescription(operation.Description)
            .Produces(operation.Status, operation.Gives, "application/json");
        if (operation.Takes is { } body)
        {
            endpoint.Accepts(body, "application/json");
        }
    }
}
