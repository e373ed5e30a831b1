using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Allocation;
using Throughcare.Application.Movements;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Allocation;

/// <summary>Key workers end with the stay, and with the need for one.</summary>
public abstract class KeyWorkerEndingTests(DatabaseKind kind) : AllocationTests(kind)
{
    private readonly StaffId _worker = new(A.IdSource.Next());

    [Fact]
    public async Task A_release_ends_the_key_worker_and_their_cover()
    {
        var person = await WithKeyWorkerAsync();
        await GiveAsync(person, ManagerPart.Cover, Today.AddDays(30));

        Done(await MoveAsync(person, "L-CRD"));

        Assert.Equal([(Today, "RELEASED"), (Today, "RELEASED")], (await KeyWorkersAsync(person)).Select(s => (s.ValidTo!.Value, s.EndReason)));
    }

    [Fact]
    public async Task Cover_that_was_over_before_stays_as_it_was()
    {
        var person = await WithKeyWorkerAsync();
        await GiveAsync(person, ManagerPart.Cover, Today.AddDays(-3));

        Done(await MoveAsync(person, "L-CRD"));

        Assert.Equal([(Today, "RELEASED"), (Today.AddDays(-3), null)], (await KeyWorkersAsync(person)).Select(s => (s.ValidTo!.Value, s.EndReason)));
    }

    [Fact]
    public async Task Leaving_for_another_prison_ends_it_and_arriving_there_changes_nothing_more()
    {
        var person = await WithKeyWorkerAsync();

        Done(await MoveAsync(person, "T-PLAN", -3, "LEI"));
        var left = Assert.Single(await KeyWorkersAsync(person));
        Done(await MoveAsync(person, "R-TRN", -1, "LEI"));

        Assert.Equal((Today, "TRANSFER", 2), (left.ValidTo!.Value, left.EndReason, left.Version));
        Assert.Equal(left.Version, Assert.Single(await KeyWorkersAsync(person)).Version);
    }

    [Fact]
    public async Task A_day_at_court_ends_nothing()
    {
        var person = await WithKeyWorkerAsync();

        Done(await MoveAsync(person, "C-CRT"));

        Assert.Null(Assert.Single(await KeyWorkersAsync(person)).ValidTo);
    }

    [Fact]
    public async Task By_night_those_whom_a_file_moved_lose_their_key_worker_once_and_nobody_else()
    {
        var (moved, stays) = (await WithKeyWorkerAsync(), await WithKeyWorkerAsync("A1234BD", "Bergamot"));
        await using (var db = Database.Open())
        {
            await db.Locations.Where(l => l.PersonId == moved).ExecuteUpdateAsync(set => set.SetProperty(l => l.Prison, new PlaceCode("LEI")));
            await db.Movements.Where(m => m.PersonId == moved).ExecuteUpdateAsync(set => set.SetProperty(m => m.To, new PlaceCode("LEI")));
        }

        Assert.Equal(1, await AskAsync((EndAllocationsByNight e) => e.DoAsync(default)));
        Assert.Equal(0, await AskAsync((EndAllocationsByNight e) => e.DoAsync(default)));

        Assert.Equal((Today, "TRANSFER"), Assert.Single(await KeyWorkersAsync(moved)) is var over ? (over.ValidTo!.Value, over.EndReason) : default);
        Assert.Null(Assert.Single(await KeyWorkersAsync(stays)).ValidTo);
        Assert.Equal(nameof(KeyWorkerEnded), (await EventsAsync(moved))[^1].Kind);
    }

    [Fact]
    public async Task By_night_high_complexity_of_need_ends_it_and_medium_does_not()
    {
        var (high, medium) = (await WithKeyWorkerAsync(), await WithKeyWorkerAsync("A1234BD", "Bergamot"));
        foreach (var (person, level) in new[] { (high, ComplexityOfNeed.High), (medium, ComplexityOfNeed.Medium) })
        {
            await WriteAsync(person, Now, new ComplexityRecord { Id = A.FactId, PersonId = person, Level = level, ValidFrom = Today, Recorded = Written(Now) });
        }

        Assert.Equal(1, await AskAsync((EndAllocationsByNight e) => e.DoAsync(default)));

        Assert.Equal("CHANGE_IN_COMPLEXITY_OF_NEED", Assert.Single(await KeyWorkersAsync(high)).EndReason);
        Assert.Null(Assert.Single(await KeyWorkersAsync(medium)).EndReason);
    }

    [Fact]
    public async Task Leaving_scope_ends_the_POM_and_keeps_the_key_worker()
    {
        var person = await WithKeyWorkerAsync();
        Done(await AskAsync((AllocatePom a) => a.DoAsync(new(person, PrisonPom, 0), Homd, default)));
        await using (var db = Database.Open())
        {
            await db.Standings.Where(s => s.PersonId == person).ExecuteDeleteAsync();
            db.Add(new Standing { PersonId = person, ChangedAt = Now, IsInScope = false, Prison = Prison });
            await db.SaveChangesAsync();
        }

        Assert.Equal(1, await AskAsync((EndAllocationsByNight e) => e.DoAsync(default)));
        Assert.Equal(0, await AskAsync((EndAllocationsByNight e) => e.DoAsync(default)));

        Assert.Equal("LEGAL_STATUS_CHANGED", Assert.Single(await SpellsAsync(person)).EndReason);
        Assert.Null(Assert.Single(await KeyWorkersAsync(person)).ValidTo);
    }

    private async Task<PersonId> WithKeyWorkerAsync(string number = "A1234BC", string last = "Abelmarsh")
    {
        var person = await UnallocatedAsync(number: number, last: last);
        await GiveAsync(person, ManagerPart.Primary, null);
        return person;
    }

    private Task GiveAsync(PersonId person, ManagerPart part, DateOnly? until) => WriteAsync(person, Now, new ManagerAssignment
    {
        Id = A.FactId,
        PersonId = person,
        Role = Role.KeyWorker,
        Part = part,
        StaffId = _worker,
        Name = "Kaywell, Kit",
        Place = Prison,
        ValidFrom = Today.AddDays(-10),
        ValidTo = until,
        Recorded = Written(Now),
    });

    private async Task<List<ManagerAssignment>> KeyWorkersAsync(PersonId person)
    {
        await using var db = Database.Open();
        return [.. (await db.Managers.Current().Where(m => m.PersonId == person && m.Role == Role.KeyWorker).ToListAsync()).OrderBy(m => m.Part)];
    }

    private Task<Outcome<FactId>> MoveAsync(PersonId person, string reason, int hours = -1, string? to = null) =>
        AskAsync((RecordMovement r) => r.DoAsync(new(person, A.FactId, new MovementForm { Reason = reason, HappenedAt = Now.AddHours(hours), To = to is null ? null : new PlaceCode(to) }), CaseAdmin, default));
}

public sealed class KeyWorkerEndingOnSqliteTests() : KeyWorkerEndingTests(DatabaseKind.Sqlite);

public sealed class KeyWorkerEndingOnPostgresTests() : KeyWorkerEndingTests(DatabaseKind.Postgres);
