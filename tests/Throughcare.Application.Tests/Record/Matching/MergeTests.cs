using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Application.Record.Matching;
using Throughcare.Domain.Access;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Matching;
using Throughcare.Domain.Rules;
using Throughcare.Storage;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Record.Matching;

public abstract class MergeTests(DatabaseKind kind) : RecordTests(kind)
{
    private const string Why = "The prison and the probation office agree that they are one man";

    private readonly Actor _requester = A.Actor(Role.HeadOmu);

    private readonly Actor _approver = A.Actor(Role.Homd);

    [Fact]
    public async Task Forty_contacts_and_sixty_are_read_as_a_hundred_and_parted_again_without_a_row_being_written()
    {
        var (a, b) = await TwoAsync();
        await WriteAsync(a, Now, [.. Enumerable.Range(0, 40).Select(i => Contact(a, i))]);
        await WriteAsync(b, Now, [.. Enumerable.Range(0, 60).Select(i => Contact(b, i))]);
        var merge = Done(await RequestAsync(a, b));
        var before = await RowsAsync();

        Assert.Equal(b, Done(await ApproveAsync(merge)));

        var after = await RowsAsync();
        Assert.Equal(["record_events: 2 more"], Differences(before, after));
        Assert.Equal(b, await SurvivorOfAsync(a));
        Assert.Equal((100, 100), (await ContactsAsync(b), await ContactsAsync(a)));

        Assert.Equal(a, Done(await AskAsync<Unmerge, Outcome<PersonId>>(u => u.DoAsync(new(a, [], Why), _approver, default))));

        Assert.Null(await SurvivorOfAsync(a));
        Assert.Equal((40, 60), (await ContactsAsync(a), await ContactsAsync(b)));
        Assert.Equal(["not_same_people: 1 more", "record_events: 4 more"], Differences(before, await RowsAsync()));
        Assert.Null((await AskAsync<VerifyChains, VerifyChains.Result>(v => v.DoAsync(null, default))).Broken);
    }

    [Fact]
    public async Task A_merge_back_the_other_way_is_refused_as_circular()
    {
        var (a, b) = await TwoAsync();
        Done(await ApproveAsync(Done(await RequestAsync(a, b))));

        Assert.Contains("already", Assert.Single(Refused(await RequestAsync(b, a))).Message);
    }

    [Fact]
    public async Task Whoever_asked_for_a_merge_does_not_approve_it_and_only_managers_do()
    {
        var (a, b) = await TwoAsync();
        var merge = Done(await RequestAsync(a, b));

        Assert.Contains("Another manager", Assert.Single(Refused(await ApproveAsync(merge, _requester))).Message);
        Assert.Equal(RefusalKind.Role, Assert.Single(Refused(await ApproveAsync(merge, Pom))).Kind);
        Assert.Equal(RefusalKind.Reach, Assert.Single(Refused(await ApproveAsync(merge, A.Actor(Role.Homd, "LEI")))).Kind);
        Done(await ApproveAsync(merge));
        Assert.Contains("while you were here", Assert.Single(Refused(await ApproveAsync(merge))).Message);
    }

    [Fact]
    public async Task A_request_needs_a_reason_and_its_code_and_is_made_once()
    {
        var (a, b) = await TwoAsync();

        var wrong = Refused(await AskAsync<RequestMerge, Outcome<FactId>>(r => r.DoAsync(new(a, b, "UNMERGE_ERROR", "short"), _requester, default)));

        Assert.Equal([nameof(RequestMerge.Request.ReasonCode), nameof(RequestMerge.Request.Reason)], wrong.Select(w => w.Field));
        Assert.Equal(Done(await RequestAsync(a, b)), Done(await RequestAsync(b, a)));
    }

    [Fact]
    public async Task A_refused_merge_leaves_two_people_and_opens_the_item_again()
    {
        var (a, b) = await TwoAsync();
        var item = await ItemAsync(a, b);
        await CaseworkAsync(a, b);
        Assert.Equal(MatchStatus.MergeRequested, Done(await DecideAsync(item, MatchAction.Link)));
        PersonMerge merge;
        await using (var db = Database.Open())
        {
            merge = await db.PersonMerges.SingleAsync();
        }

        Done(await AskAsync<RefuseMerge, Outcome<FactId>>(r => r.DoAsync(new(merge.Id, 1, "His fingerprints came back as another man's"), _approver, default)));

        Assert.Equal(MatchStatus.Open, (await ItemAsync(item)).Status);
        Assert.Null(await SurvivorOfAsync(a));
        Assert.Contains("while you were here", Assert.Single(Refused(await ApproveAsync(merge.Id))).Message);
    }

    [Fact]
    public async Task A_pair_without_casework_on_both_sides_is_linked_by_one_person_and_read_from_the_files_anew()
    {
        var (a, b) = await TwoAsync();
        var item = await ItemAsync(a, b);
        await using (var db = Database.Open())
        {
            db.AddRange(new[] { a, b }.Select((p, i) => new SourceRow { Source = "OFFLOC", Key = $"A1234B{i}", PersonId = p, Hash = [1, 2, 3], LastSeenOn = Today }));
            await db.SaveChangesAsync();
        }

        Assert.Equal(MatchStatus.Linked, Done(await DecideAsync(item, MatchAction.Link)));

        Assert.Equal(MatchStatus.Linked, (await ItemAsync(item)).Status);
        Assert.NotNull(await SurvivorOfAsync(a) ?? await SurvivorOfAsync(b));
        Assert.Equal("PeopleMerged", (await EventsAsync(a))[^1].Kind);
        Assert.Equal("PeopleMerged", (await EventsAsync(b))[^1].Kind);
        await using var reading = Database.Open();
        Assert.All(await reading.SourceRows.ToListAsync(), r => Assert.Equal(new byte[32], r.Hash));
    }

    [Fact]
    public async Task Told_apart_is_remembered_both_ways_and_a_second_decision_is_told_of_the_first()
    {
        var (a, b) = await TwoAsync();
        var item = await ItemAsync(a, b);

        Assert.Equal(MatchStatus.NotSame, Done(await DecideAsync(item, MatchAction.NotSame)));

        Assert.Contains("while you were here", Assert.Single(Refused(await DecideAsync(item, MatchAction.Link))).Message);
        await using var db = Database.Open();
        var features = await MatchCandidates.FeaturesAsync(db, [a, b], default);
        Assert.All(await MatchCandidates.LoadAsync(db, [features[a], features[b]], default), Assert.Empty);
        Assert.Equal(("PeopleToldApart", "PeopleToldApart"), ((await EventsAsync(a))[^1].Kind, (await EventsAsync(b))[^1].Kind));
        Assert.Equal(0, await AskAsync<MatchQueue, int>(q => q.AddAsync([Item(b, a)], default)));
    }

    [Fact]
    public async Task Create_new_tells_a_person_apart_from_all_whom_they_may_be()
    {
        var (a, b) = await TwoAsync();
        var c = await ImportedAsync("A1234BE", null);
        var (first, second) = (await ItemAsync(a, b), await ItemAsync(a, c));

        Done(await DecideAsync(first, MatchAction.CreateNew));

        Assert.Equal((MatchStatus.NotSame, MatchStatus.NotSame), ((await ItemAsync(first)).Status, (await ItemAsync(second)).Status));
    }

    [Fact]
    public async Task A_deferred_item_comes_back_on_its_day()
    {
        var (a, b) = await TwoAsync();
        var item = await ItemAsync(a, b);

        Assert.Equal(nameof(DecideMatch.Request.Until), Assert.Single(Refused(await DecideAsync(item, MatchAction.Defer, Today))).Field);
        Assert.Equal(nameof(DecideMatch.Request.Until), Assert.Single(Refused(await DecideAsync(item, MatchAction.Defer, Today.AddMonths(3).AddDays(1)))).Field);
        Done(await DecideAsync(item, MatchAction.Defer, Today.AddDays(7)));

        var deferred = await ItemAsync(item);
        Assert.False(deferred.IsOpenOn(Today.AddDays(6)));
        Assert.True(deferred.IsOpenOn(Today.AddDays(7)));
    }

    [Fact]
    public async Task What_was_written_after_a_merge_goes_with_whom_it_belongs_to()
    {
        var (a, b) = await TwoAsync();
        Done(await ApproveAsync(Done(await RequestAsync(a, b))));
        Database.Clock.Advance(TimeSpan.FromHours(1));
        var (stays, goes) = (Contact(b, 0), Contact(b, 1));
        await WriteAsync(b, Now, stays, goes);

        Done(await AskAsync<Unmerge, Outcome<PersonId>>(u => u.DoAsync(new(a, [goes.Id], Why), _approver, default)));

        await using var db = Database.Open();
        Assert.Equal(stays.Id, (await db.Contacts.Current().SingleAsync(c => c.PersonId == b)).Id);
        var anew = await db.Contacts.Current().SingleAsync(c => c.PersonId == a);
        Assert.Equal((goes.Text, goes.AuthorId, goes.FirstRecordedAt, 1), (anew.Text, anew.AuthorId, anew.FirstRecordedAt, anew.Version));
        Assert.True((await db.Contacts.SingleAsync(c => c.Id == goes.Id && c.Version == 2)).Withdrawn);
        Assert.Equal((1, 1), (await ContactsAsync(a), await ContactsAsync(b)));
    }

    [Fact]
    public async Task The_stricter_limit_and_the_wider_reach_apply_while_records_are_one()
    {
        var (a, b) = await TwoAsync();
        var listed = A.Actor(Role.Homd);
        await WriteAsync(a, Now,
            new AccessRestriction { Id = A.FactId, PersonId = a, AskTeam = "the OMU", Reason = "Known to many of the staff", ReviewOn = Today.AddMonths(1), ValidFrom = Today, Recorded = Written(Now) },
            new AccessListing { Id = A.FactId, PersonId = a, StaffId = listed.StaffId, Kind = ListingKind.Allowed, ValidFrom = Today, Recorded = Written(Now) });
        await using (var db = Database.Open())
        {
            db.Add(new PersonReach { PersonId = a, Holder = ReachHolder.Of(new PlaceCode("LEI")), Kind = ReachKind.Unit, From = Today });
            await db.People.Where(p => p.Id == a).ExecuteUpdateAsync(set => set.SetProperty(p => p.SurvivorId, b));
            await db.SaveChangesAsync();
        }

        Assert.Equal(RefusalKind.Limited, (await MayReadAsync(b, _approver))?.Kind);
        Assert.Null(await MayReadAsync(b, listed));
        Assert.Null(await MayReadAsync(a, listed));
        Assert.Null(await MayReadAsync(b, listed with { Place = new("LEI") }));
        Assert.DoesNotContain(b, await PeopleAsync(_approver));
        Assert.Equal([b], await PeopleAsync(listed with { Place = new("LEI") }));
    }

    [Fact]
    public async Task A_record_that_was_merged_away_is_not_written_to()
    {
        var (a, b) = await TwoAsync();
        Done(await ApproveAsync(Done(await RequestAsync(a, b))));

        var refused = Refused(await AskAsync<Recorder, Outcome<PersonId>>(r => r.WriteAsync<PersonId>(
            a, Verb.RecordContact, Pom, _ => throw new InvalidOperationException("not asked"), default)));

        Assert.Contains("became part of another", Assert.Single(refused).Message);
    }

    [Fact]
    public async Task Either_number_leads_to_the_survivor()
    {
        var (a, b) = await TwoAsync();
        Done(await ApproveAsync(Done(await RequestAsync(a, b))));

        foreach (var number in new[] { "A1234BC", "A1234BD" })
        {
            var found = await AskAsync<FindPerson, FindPerson.Found?>(f => f.DoAsync(PersonKey.Parse(number), default));
            Assert.Equal((b, "A1234BD"), (found!.Id, found.Address));
            var straight = await AskAsync<PersonSearch, PersonSearch.Answer>(s => s.OfAsync(new(number), Pom, default));
            Assert.Equal(b, Assert.IsType<PersonSearch.Answer.Straight>(straight).PersonId);
        }
    }

    /// <summary>Two records of one man, as files gave them; the first no longer in custody, so the second stands.</summary>
    private async Task<(PersonId A, PersonId B)> TwoAsync() =>
        (await ImportedAsync("A1234BC", new(2025, 12, 20)), await ImportedAsync("A1234BD", null));

    private async Task<PersonId> ImportedAsync(string number, DateOnly? until)
    {
        var person = A.PersonId;
        var entry = Written(new(2025, 12, 1, 12, 0, 0, TimeSpan.Zero)) with { By = StaffId.System, Source = SourceSystem.Offloc };
        DateOnly day = new(2025, 12, 1);
        await WriteAsync(person, entry.At,
            new PersonName { Id = A.FactId, PersonId = person, Type = NameType.Current, First = "Ada", Last = "Abelmarsh", ValidFrom = day, Recorded = entry },
            new PersonIdentifier { Id = A.FactId, PersonId = person, Kind = IdentifierKind.Noms, Canonical = number, Check = IdentifierCheck.Valid, ValidFrom = day, Recorded = entry },
            new PersonDetails { Id = A.FactId, PersonId = person, ValidFrom = day, DateOfBirth = new(1990, 3, 12), Sex = Coded.Of("M"), Recorded = entry },
            new CustodyEpisode { Id = A.FactId, PersonId = person, BookingNumber = "38479A", ValidFrom = day, ValidTo = until, Recorded = entry },
            new CellLocation { Id = A.FactId, PersonId = person, Prison = Prison, Cell = "B2-14", ValidFrom = day, Recorded = entry });
        return person;
    }

    private Contact Contact(PersonId person, int i) => new()
    {
        Id = A.FactId,
        PersonId = person,
        Type = "TC01",
        Mode = ContactMode.FaceToFace,
        Sensitivity = Sensitivity.Standard,
        Sharing = Sharing.Yes,
        HappenedAt = Now.AddMinutes(-i),
        Text = $"Spoke about week {i} on the wing",
        AuthorId = Pom.StaffId,
        AuthorRole = Role.Pom,
        FirstRecordedAt = Now,
        ValidFrom = Today,
        Recorded = Written(Now),
    };

    private async Task CaseworkAsync(params PersonId[] people)
    {
        foreach (var person in people)
        {
            await WriteAsync(person, Now, Contact(person, 0));
        }
    }

    private Task<Outcome<FactId>> RequestAsync(PersonId one, PersonId other) =>
        AskAsync<RequestMerge, Outcome<FactId>>(r => r.DoAsync(new(one, other, "SAME_PERSON_CONFIRMED", Why), _requester, default));

    private Task<Outcome<PersonId>> ApproveAsync(FactId merge, Actor? by = null) =>
        AskAsync<ApproveMerge, Outcome<PersonId>>(r => r.DoAsync(new(merge, 1), by ?? _approver, default));

    private Task<Outcome<MatchStatus>> DecideAsync(FactId item, MatchAction action, DateOnly? until = null) =>
        AskAsync<DecideMatch, Outcome<MatchStatus>>(d => d.DoAsync(new(item, 1, action, Why, until, "SAME_PERSON_CONFIRMED"), CaseAdmin, default));

    private MatchItem Item(PersonId asker, PersonId candidate) => new()
    {
        Id = A.FactId,
        Kind = MatchKind.PrisonPrison,
        AskerId = asker,
        CandidateId = candidate,
        Total = 2.09,
        Probability = 0.81,
        Reasons = MatchReasons.Likely,
        Owner = Prison,
        RaisedAt = Now,
    };

    private async Task<FactId> ItemAsync(PersonId asker, PersonId candidate)
    {
        var item = Item(asker, candidate);
        Assert.Equal(1, await AskAsync<MatchQueue, int>(q => q.AddAsync([item], default)));
        return item.Id;
    }

    private async Task<MatchItem> ItemAsync(FactId item)
    {
        await using var db = Database.Open();
        return await db.MatchItems.SingleAsync(m => m.Id == item);
    }

    private async Task<PersonId?> SurvivorOfAsync(PersonId person)
    {
        await using var db = Database.Open();
        return await db.People.Where(p => p.Id == person).Select(p => p.SurvivorId).SingleAsync();
    }

    private async Task<int> ContactsAsync(PersonId person)
    {
        var all = 0;
        DateTimeOffset? before = null;
        do
        {
            var page = await AskAsync<ContactsList, ContactsList.Page>(c => c.OfAsync(new(person) { Before = before }, _approver, default));
            (all, before) = (all + page.Contacts.Count, page.Before);
        }
        while (before is not null);

        return all;
    }

    private Task<Refusal?> MayReadAsync(PersonId person, Actor actor) =>
        AskAsync<AccessPolicy, Refusal?>(p => p.RefusalAsync(Verb.ReadRecord, person, actor, default));

    private Task<List<PersonId>> PeopleAsync(Actor actor) =>
        AskAsync<AccessPolicy, List<PersonId>>(p => p.People(actor, Verb.ReadRecord).ToListAsync());

    /// <summary>How many rows each table has.</summary>
    private async Task<Dictionary<string, int>> RowsAsync()
    {
        await using var db = Database.Open();
        await db.Database.OpenConnectionAsync();
        Dictionary<string, int> rows = [];
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Where(table => table is not ("due_items" or "standings" or "standing_changes")).Distinct())   // worked out anew, and no rows of the record
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // the model's own names
            command.CommandText = $"select count(*) from {table}";
#pragma warning restore CA2100
            rows[table] = Convert.ToInt32(await command.ExecuteScalarAsync());
        }

        return rows;
    }

    private static List<string> Differences(Dictionary<string, int> before, Dictionary<string, int> after) =>
        [.. after.Where(t => before[t.Key] != t.Value).Select(t => $"{t.Key}: {t.Value - before[t.Key]} more").Order()];
}

public sealed class MergeSqliteTests() : MergeTests(DatabaseKind.Sqlite);

public sealed class MergePostgresTests() : MergeTests(DatabaseKind.Postgres);
