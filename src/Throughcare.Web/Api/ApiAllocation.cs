using System.ComponentModel;
using System.Text.Json.Serialization;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Api;

/// <param name="Version">What an allocation sends as seen; 0 where there was none.</param>
/// <param name="History">Every event of it, the latest first.</param>
public sealed record AllocationAnswer(Guid PersonId, int Version, AllocationEventAnswer? Now, IReadOnlyList<AllocationEventAnswer> History);

/// <param name="PomId">null once nobody has the case.</param>
/// <param name="Tier">At the time.</param>
/// <param name="Recommended">Prison or Probation; null where nothing was recommended.</param>
/// <param name="Reasons">Codes, where another type than the recommended one was chosen.</param>
public sealed record AllocationEventAnswer(
    DateTimeOffset At, AllocationEvent Event, AllocationTrigger Trigger, PlaceAnswer? Prison, Guid? PomId, string? Pom, DateOnly? PomSince, Guid? CoWorkerId, string? CoWorker, string? Tier,
    PomType? Recommended, string? RecommendedBecause, IReadOnlyList<string> Reasons);

/// <summary>Whom to allocate. The rules are those of the page.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PomToAllocate
{
    [Description("The id of the POM: one who is available at the prison of the client")]
    public Guid? Pom { get; init; }

    [Description("The version of the allocation that was read; 0 where there was none")]
    public int? Seen { get; init; }

    [Description("Codes of reasons, where the POM is of another type than the recommended one: suitability, no_staff, continuity, other")]
    public IReadOnlyList<string>? Reasons { get; init; }

    [Description("With suitability; at most 175 characters")]
    public string? SuitabilityText { get; init; }

    [Description("With other; at most 175 characters")]
    public string? OtherText { get; init; }

    [Description("To the POM; at most 1,000 characters")]
    public string? Message { get; init; }
}

/// <param name="Id">Of the allocation, the same through every event.</param>
public sealed record AllocatedPom(Guid Id);

/// <summary>One case of a prison in scope.</summary>
/// <param name="Person">What stands for the person in addresses.</param>
/// <param name="Status">in_time, due_today, overdue, met, late or unknown.</param>
/// <param name="Missing">Codes of what an allocation lacks.</param>
public sealed record CaseToAllocateAnswer(
    Guid PersonId, string Person, string Name, string? Tier, string? RoleNeeded, DateOnly? ArrivedOn, DateOnly? DueOn, string Status, int? DaysWaiting, DateOnly? Release, string? ReleaseCode, DateOnly? HandoverOn,
    string? Pom, DateOnly? PomSince, IReadOnlyList<string> Missing);

public sealed record CasesToAllocateAnswer(PlaceAnswer? Place, string List, int Total, int Page, IReadOnlyList<CaseToAllocateAnswer> Items);

/// <summary>Reads and makes allocations to prison offender managers.</summary>
internal static class ApiAllocation
{
    private const int PageSize = 100;

    private static readonly ApiProblem Changed = ApiProblem.Of("changed", "Somebody else changed it first", 409, "Nothing was changed. Read the allocation again, and send its version as seen");

    private static readonly AllocationEventAnswer ExampleEvent = new(
        new(2026, 3, 3, 10, 0, 0, TimeSpan.Zero), AllocationEvent.AllocatePrimaryPom, AllocationTrigger.User, PlaceAnswer.Of(new PlaceCode("LHI")), new("0193e5a0-7c1e-7a40-8f00-3b5d1c2a9f01"), "Thistlewood, Rowan",
        new(2026, 3, 3), null, null, "C1", PomType.Prison, "tier_based", []);

    public static readonly AllocationAnswer Example = new(new("0193e5a0-7c1e-7a40-8f00-3b5d1c2a9e10"), 1, ExampleEvent, [ExampleEvent]);

    public static readonly PomToAllocate ExampleBody = new() { Pom = new("0193e5a0-7c1e-7a40-8f00-3b5d1c2a9f01"), Seen = 0 };

    public static readonly AllocatedPom ExampleDone = new(new("01943b7e-5d10-7a02-9c00-1d2e3f405162"));

    public static readonly CasesToAllocateAnswer ExampleList = new(PlaceAnswer.Of(new PlaceCode("LHI")), "unallocated", 1, 1,
    [
        new(new("0193e5a0-7c1e-7a40-8f00-3b5d1c2a9e10"), "A1234BC", "Abelmarsh, Ada", "C1", "Responsible", new(2026, 3, 2), new(2026, 3, 4), "in_time", 1, new(2027, 3, 31), "CRD", new(2026, 7, 17), null, null, []),
    ]);

    public static async Task<IResult> ReadAsync(HttpContext http, AllocationHistory allocations)
    {
        if (new ApiQuery(http).Problem is { } problem)
        {
            return ApiAnswer.Problem(problem);
        }

        var found = await allocations.OfAsync(http.Person.Id, http.RequestAborted);
        List<AllocationEventAnswer> history = [.. found.Reverse().Select(line => Of(line.Record))];
        var version = found.LastOrDefault(line => line.Record.ReplacedAt is null)?.Record.Version ?? 0;
        return ApiAnswer.Read(new AllocationAnswer(http.Person.Id.Value, version, history.FirstOrDefault() is { } now && (now.PomId ?? now.CoWorkerId) is not null ? now : null, history));
    }

    public static async Task<IResult> ListAsync(HttpContext http, string place, AllocationLists lists)
    {
        var query = new ApiQuery(http);
        var (word, page) = (query.Text("list") ?? "unallocated", query.Position("page") ?? 1);
        AllocationList? list = word switch { "unallocated" => AllocationList.Unallocated, "missing" => AllocationList.MissingInformation, "allocated" => AllocationList.Allocated, _ => null };
        if (query.Problem is { } problem)
        {
            return ApiAnswer.Problem(problem);
        }

        if (list is null || page is < 1 or > int.MaxValue / PageSize)
        {
            return ApiAnswer.Problem(ApiProblem.Unread("Put right what is said of each field", list is null ? ("list", "must be unallocated, missing or allocated") : ("page", "must be 1 or more")));
        }

        if (!string.Equals(place, http.Actor.Place.Text, StringComparison.OrdinalIgnoreCase))
        {
            return ApiAnswer.Problem(ApiProblem.NoRole(new Refusal("place", "The client reads and makes allocations at its own prison alone")));
        }

        var found = await lists.OfAsync(new(list.Value, Number: (int)Math.Min(page, int.MaxValue / PageSize), Size: PageSize), http.Actor, http.RequestAborted);
        return ApiAnswer.Read(new CasesToAllocateAnswer(PlaceAnswer.Of(http.Actor.Place), word, found.Total, (int)page, [.. found.Rows.Select(Of)]));
    }

    public static Task<IResult> AllocateAsync(HttpContext http, AllocatePom allocate, Application.Access.ApiWrites writes) => ApiContactWrites.UnderKeyAsync<PomToAllocate>(http, writes, async (typed, _) =>
    {
        if (typed.Pom is not { } pom || typed.Seen is not { } seen)
        {
            return ApiProblem.Unread("Put right what is said of each field", typed.Pom is null ? ("pom", "is missing") : ("seen", "is missing"));
        }

        var request = new AllocatePom.Request(http.Person.Id, new(pom), seen) { Reasons = typed.Reasons ?? [], SuitabilityText = typed.SuitabilityText, OtherText = typed.OtherText, Message = typed.Message };
        return await allocate.DoAsync(request, http.Actor, http.RequestAborted) switch
        {
            Outcome<FactId>.Done { Value: var id } => ApiAnswer.Written(
                StatusCodes.Status201Created, $"{ApiHost.Root}/v1/persons/{http.Person.Address}/allocation", ApiAnswer.Write(new AllocatedPom(id.Value))),
            Outcome<FactId>.Refused refused => ApiContactWrites.Refuse(refused.Why),
            _ => Changed,
        };
    });

    private static AllocationEventAnswer Of(AllocationRecord record) => new(
        record.Recorded.At, record.Event, record.Trigger, PlaceAnswer.Of(record.Prison), record.Pom?.Value, record.PomName, record.PomSince, record.CoWorker?.Value, record.CoWorkerName, record.Tier,
        record.RecommendedType, record.RecommendedBecause, record.OverrideReasons?.Split('|') ?? []);

    private static CaseToAllocateAnswer Of(AllocationLists.Row row) => new(
        row.PersonId.Value, row.Address, row.LastCommaFirst, row.Tier, row.Role, row.ArrivedOn, row.Due.Value.DueOn, AllocationClock.CodeOf(row.Due.Value.Status), row.DaysWaiting, row.Release, row.ReleaseCode, row.Handover,
        row.Pom, row.PomSince, row.Missing);
}
