using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Allocation;
using Throughcare.Application.Movements;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Record;

/// <summary>What first pages count and list: it follows merges, leaves out what the reader may not see, and is found by index.</summary>
public abstract class FirstPageTests(DatabaseKind kind) : RecordTests(kind)
{
    [Fact]
    public async Task Arrivals_of_a_record_that_was_merged_are_the_survivor_s()
    {
        var (survivor, absorbed) = await MergedAsync();
        var entry = Written(Now.AddHours(-1));
        foreach (var person in new[] { survivor, absorbed })   // both records have the movement: it is one
        {
            await WriteAsync(person, entry.At, new Movement { Id = A.FactId, PersonId = person, Type = "ADM", Reason = "R-SENT", To = Prison, HappenedAt = Now.AddHours(-3), ValidFrom = Today, Recorded = entry });
        }

        await WriteAsync(absorbed, entry.At, new Movement { Id = A.FactId, PersonId = absorbed, Type = "ADM", Reason = "R-TRN", To = Prison, HappenedAt = Now.AddHours(-2), ValidFrom = Today, Recorded = entry });

        var arrivals = await AskAsync((Arrivals a) => a.OnAsync(Today, Prison, Pom, default));

        Assert.Equal([(survivor, "Abelmarsh, Ada", "A1234BC"), (survivor, "Abelmarsh, Ada", "A1234BC")], arrivals.Select(a => (a.PersonId, a.LastCommaFirst, a.Address)));
        Assert.Equal([Now.AddHours(-3), Now.AddHours(-2)], arrivals.Select(a => a.At));
        Assert.Empty(await AskAsync((Arrivals a) => a.OnAsync(Today, Prison, Elsewhere, default)));
    }

    [Fact]
    public async Task Releases_of_a_record_that_was_merged_are_the_survivor_s_once()
    {
        var (survivor, _) = await MergedAsync();
        Database.Clock.SetUtcNow(new(2026, 3, 20, 9, 0, 0, TimeSpan.Zero));

        var releases = await AskAsync((Releases r) => r.WithinAsync(14, Prison, Pom, default));

        Assert.Equal((survivor, "Abelmarsh, Ada"), (Assert.Single(releases).PersonId, releases[0].LastCommaFirst));
        Assert.Empty(await AskAsync((Releases r) => r.WithinAsync(14, Prison, Elsewhere, default)));
    }

    [Fact]
    public async Task A_request_about_a_record_that_was_merged_since_is_listed_counted_and_answered()
    {
        var (survivor, absorbed) = (await PersonAsync(), await PersonAsync("Brackwater", "Ben", "A1235BC"));
        var homd = A.Actor(Role.Homd);
        Done(await AskAsync((AskForAccess a) => a.DoAsync(new(absorbed, "His release address is in our area this week"), Elsewhere, default)));
        await MergeAsync(survivor, absorbed);

        var (asked, _) = await AskAsync((WaitingDecisions w) => w.ReadAsync(homd, default));
        Assert.Equal((survivor, "Abelmarsh, Ada"), (Assert.Single(asked).Person.Id, asked[0].Person.LastCommaFirst));
        Assert.Equal(1, await AskAsync((WaitingDecisions w) => w.CountAsync(homd, default)));
        Assert.Equal(0, await AskAsync((WaitingDecisions w) => w.CountAsync(A.Actor(Role.Homd, "LEI"), default)));
        Assert.Equal(asked[0].Id, (await AskAsync((WaitingDecisions w) => w.MineAsync(survivor, Elsewhere, default)))!.Id);
        Assert.Contains("already", Refused(await AskAsync((AskForAccess a) => a.DoAsync(new(survivor, "His release address is in our area this week"), Elsewhere, default)))[0].Message, StringComparison.Ordinal);

        Done(await AskAsync((DecideAccess d) => d.DoAsync(new(survivor, asked[0].Id, true, Today.AddDays(7), null), homd, default)));

        Assert.Equal(0, await AskAsync((WaitingDecisions w) => w.CountAsync(homd, default)));
        Assert.Null(await AskAsync((AccessPolicy p) => p.RefusalAsync(Verb.ReadRecord, survivor, Elsewhere, default)));
        Assert.Equal("AccessDecided", (await EventsAsync(survivor))[^1].Kind);
    }

    [Fact]
    public async Task An_opening_of_a_record_that_was_merged_since_is_listed_and_reviewed()
    {
        var (survivor, absorbed) = (await PersonAsync(), await PersonAsync("Brackwater", "Ben", "A1235BC"));
        var homd = A.Actor(Role.Homd);
        Done(await AskAsync((BreakGlass b) => b.DoAsync(new(absorbed, "He rang the out of hours line and named a child"), Elsewhere, default)));
        await MergeAsync(survivor, absorbed);

        var (_, opened) = await AskAsync((WaitingDecisions w) => w.ReadAsync(homd, default));
        Assert.Equal(survivor, Assert.Single(opened).Person.Id);
        Assert.Equal(1, await AskAsync((WaitingDecisions w) => w.CountAsync(homd, default)));

        Done(await AskAsync((ReviewGlass r) => r.DoAsync(new(survivor, opened[0].Id, "It was right: the call was answered in time"), homd, default)));

        Assert.Equal(0, await AskAsync((WaitingDecisions w) => w.CountAsync(homd, default)));
    }

    [Fact]
    public async Task My_people_are_those_allocated_to_me_in_this_role_with_where_next_date_and_alerts()
    {
        var one = await PersonAsync(more: p => [new Alert { Id = A.FactId, PersonId = p, Code = "HA", Description = "ACCT opened on the wing", ValidFrom = Today.AddDays(-3), Recorded = A.Entry }]);
        await PersonAsync("Brackwater", "Ben", "A1235BC");
        var worker = A.Actor(Role.KeyWorker);

        var page = await AskAsync((MyPeople m) => m.OfAsync(new(Sort: "name"), Pom, default));

        Assert.Equal(["Abelmarsh, Ada", "Brackwater, Ben"], page.Rows.Select(r => r.LastCommaFirst));
        var row = page.Rows.Single(r => r.PersonId == one);
        Assert.Equal(($"In custody: {Places.Name(Prison)}, B2-14", "CRD", new DateOnly(2025, 12, 1)), (row.Where, row.NextDate!.Value.Code, row.Since));
        Assert.Equal(AlertCodes.Table["HA"].Description, Assert.Single(row.Alerts));
        Assert.Null(row.Rosh);
        Assert.Equal((2, 0, 2), (page.Counts[MyPeople.Tab.All], page.Counts[MyPeople.Tab.New], page.Counts[MyPeople.Tab.NoContact]));
        Assert.Equal(["Brackwater, Ben", "Abelmarsh, Ada"], (await AskAsync((MyPeople m) => m.OfAsync(new(Sort: "-name"), Pom, default))).Rows.Select(r => r.LastCommaFirst));
        Assert.Equal("Brackwater, Ben", Assert.Single((await AskAsync((MyPeople m) => m.OfAsync(new(Sort: "name", Number: 2, Size: 1), Pom, default))).Rows).LastCommaFirst);
        Assert.Equal(0, (await AskAsync((MyPeople m) => m.OfAsync(new(), worker, default))).Total);
        Assert.Equal(0, (await AskAsync((MyPeople m) => m.OfAsync(new(), Pom with { Role = Role.KeyWorker }, default))).Total);
    }

    [Fact]
    public async Task My_people_are_counted_once_through_merges_and_not_at_all_once_the_record_is_closed_to_me()
    {
        var (survivor, _) = await MergedAsync();
        Assert.Equal(survivor, Assert.Single((await AskAsync((MyPeople m) => m.OfAsync(new(), Pom, default))).Rows).PersonId);

        await WriteAsync(survivor, Now, new AccessRestriction { Id = A.FactId, PersonId = survivor, ValidFrom = Today, Recorded = Written(Now), AskTeam = "the unit", Reason = "Known to staff", ReviewOn = Today.AddDays(30) });

        Assert.Equal(0, (await AskAsync((MyPeople m) => m.OfAsync(new(), Pom, default))).Total);
    }

    [Fact]
    public async Task Who_was_spoken_to_lately_is_not_without_a_contact_and_who_is_new_is_new()
    {
        var spoken = await PersonAsync(more: p => [ContactOf(p, Now.AddDays(-27))]);
        var silent = await PersonAsync("Brackwater", "Ben", "A1235BC", p => [ContactOf(p, Now.AddDays(-29))]);
        var fresh = await PersonAsync("Calder", "Cai", "A1236BC", p => [new ManagerAssignment { Id = A.FactId, PersonId = p, Role = Role.KeyWorker, StaffId = Pom.StaffId, Name = "Omond, Petra", ValidFrom = Today.AddDays(-6), Recorded = A.Entry }]);

        var page = await AskAsync((MyPeople m) => m.OfAsync(new(MyPeople.Tab.NoContact), Pom, default));
        var worker = await AskAsync((MyPeople m) => m.OfAsync(new(MyPeople.Tab.New), Pom with { Role = Role.KeyWorker }, default));

        Assert.Equal(new[] { silent, fresh }.Order(), page.Rows.Select(r => r.PersonId).Order());
        Assert.DoesNotContain(spoken, page.Rows.Select(r => r.PersonId));
        Assert.Equal(fresh, Assert.Single(worker.Rows).PersonId);
    }

    [Fact]
    public async Task Whose_manager_somebody_is_can_be_recorded_and_gives_them_the_record()
    {
        var person = await PersonAsync();
        var (homd, other) = (A.Actor(Role.Homd), A.Actor(Role.Pom));
        await using (var db = Database.Open())
        {
            db.Add(new StaffMember { Id = other.StaffId, Name = "Kit Larkrise", Role = Role.Pom, Place = Prison });
            await db.SaveChangesAsync();
        }

        RecordManager.Request request = new(person, Role.Pom, other.StaffId, Prison, Today);
        Done(await AskAsync((RecordManager r) => r.DoAsync(request, homd, default)));

        Assert.Contains("already", Refused(await AskAsync((RecordManager r) => r.DoAsync(request, homd, default)))[0].Message, StringComparison.Ordinal);
        Assert.Equal(person, Assert.Single((await AskAsync((MyPeople m) => m.OfAsync(new(), other, default))).Rows).PersonId);
        Assert.Equal(0, (await AskAsync((MyPeople m) => m.OfAsync(new(), Pom, default))).Total);
        Assert.Equal("StaffId", Refused(await AskAsync((RecordManager r) => r.DoAsync(request with { StaffId = new(A.IdSource.Next()) }, homd, default)))[0].Field);
        Assert.Equal("Role", Refused(await AskAsync((RecordManager r) => r.DoAsync(request with { Role = Role.Spo }, homd, default)))[0].Field);
        Assert.NotEmpty(Refused(await AskAsync((RecordManager r) => r.DoAsync(request with { StaffId = Pom.StaffId }, Pom, default))));
    }

    [Fact]
    public async Task Counts_go_no_further_than_anybody_would_read()
    {
        await using (var db = Database.Open())
        {
            db.AddRange(Enumerable.Range(0, Counting.Most + 20).Select(i => new StaffMember { Id = new(A.IdSource.Next()), Name = $"Number {i}", Role = Role.Pom, Place = new("LEI") }));
            await db.SaveChangesAsync();
        }

        Assert.Equal(Counting.Most + 1, await AskAsync((ThroughcareDb db) => db.Staff.Where(s => s.Place == new PlaceCode("LEI")).CountUpToAsync(default)));
        Assert.Equal(2, await AskAsync((ThroughcareDb db) => db.Staff.Where(s => s.Place == Prison).CountUpToAsync(default)));
    }

    [Fact]
    public async Task Each_list_of_a_first_page_is_found_by_its_index()
    {
        await using var db = Database.Open();
        var staff = Pom.StaffId;

        await FoundAsync(db, Arrivals.Of(db, Today, Prison), "ix_movements_to_happened_at");
        await FoundAsync(db, Releases.Of(db, Today, 14, Prison), "ix_cell_locations_prison");
        await FoundAsync(db, HomeCounts.LatestOf(db, staff), "ix_contacts_author_id_first_recorded_at|_author_id_first_recorded_at_idx");
        await FoundAsync(db, MyPeople.SpellsOf(db, staff, Role.Pom, Today), "ix_manager_assignments_staff_id");
        await FoundAsync(db, db.AccessRequests.Current().Where(r => r.Decision == AccessDecision.Waiting), "ix_access_requests_decision");
        await FoundAsync(db, db.GlassBreaks.Current().Where(g => g.ReviewedBy == null), "ix_glass_breaks_reviewed_by|ix_glass_breaks_told_at_review_on");   // either, while the table is empty
        await FoundAsync(db, db.DataQuality.Current().Where(i => i.Settled == null && i.Owner == Prison), "ix_data_quality_items_owner");
    }

    private async Task FoundAsync<T>(ThroughcareDb db, IQueryable<T> query, params string[] indexes)
    {
        var plan = await PlanAsync(db, query);
        Assert.All(indexes, index => Assert.True(index.Split('|').Any(name => plan.Contains(name, StringComparison.Ordinal)), $"{index} is not in\n{plan}"));
    }

    private async Task<string> PlanAsync<T>(ThroughcareDb db, IQueryable<T> query)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = query.CreateDbCommand();
        if (Database.Kind is DatabaseKind.Postgres)
        {
            await using var off = db.Database.GetDbConnection().CreateCommand();
            off.CommandText = "set enable_seqscan = off"; // the table of a test is too small for an index to pay
            await off.ExecuteNonQueryAsync();
        }

#pragma warning disable CA2100 // made by EF
        command.CommandText = (Database.Kind is DatabaseKind.Sqlite ? "explain query plan " : "explain ") + command.CommandText;
#pragma warning restore CA2100
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        List<string> lines = [];
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(reader.FieldCount - 1));
        }

        return string.Join('\n', lines);
    }

    private static Contact ContactOf(PersonId person, DateTimeOffset at) => new()
    {
        Id = A.FactId,
        PersonId = person,
        Type = "TC01",
        HappenedAt = at,
        FirstRecordedAt = at,
        Mode = ContactMode.FaceToFace,
        Sharing = Sharing.Yes,
        Sensitivity = Sensitivity.Standard,
        AuthorId = A.Entry.By,
        AuthorRole = Role.Pom,
        Text = "Spoke about the plan.",
        ValidFrom = at.LondonDate,
        Recorded = A.Entry with { At = at },
    };

    private async Task<(PersonId Survivor, PersonId Absorbed)> MergedAsync()
    {
        var (survivor, absorbed) = (await PersonAsync(), await PersonAsync("Brackwater", "Ben", "A1235BC"));
        await MergeAsync(survivor, absorbed);
        return (survivor, absorbed);
    }

    private async Task MergeAsync(PersonId survivor, PersonId absorbed)
    {
        await using var db = Database.Open();
        await db.People.Where(p => p.Id == absorbed).ExecuteUpdateAsync(set => set.SetProperty(p => p.SurvivorId, survivor));
    }
}

public sealed class FirstPageSqliteTests() : FirstPageTests(DatabaseKind.Sqlite);

public sealed class FirstPagePostgresTests() : FirstPageTests(DatabaseKind.Postgres);
