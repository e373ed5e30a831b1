using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Facts;
using Throughcare.Application.Tests.Record;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Facts;

public abstract class CaseHistoriesTests(DatabaseKind kind) : RecordTests(kind)
{
    [Fact]
    public async Task Many_people_are_loaded_at_once_each_with_their_own_facts()
    {
        List<PersonId> people = [];
        for (var i = 0; i < 5; i++)
        {
            people.Add(await PersonAsync("Abelmarsh", "Ada", $"A{1000 + i}BC"));
        }

        var histories = await AskAsync((CaseHistories h) => h.LoadAsync([.. people, A.PersonId], default));
        Assert.Equal(people, histories.Keys.Order(Comparer<PersonId>.Create((a, b) => a.Value.CompareTo(b.Value))));
        Assert.All(people, (person, i) => Assert.Equal($"A{1000 + i}BC", histories[person].At(Today, Now).Address));
        Assert.All(histories.Values, history => Assert.Equal(new DateOnly(2026, 3, 27), history.At(Today, Now).Crd.Value));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => AskAsync((CaseHistories h) => h.LoadAsync([.. Enumerable.Range(0, 501).Select(_ => A.PersonId)], default)));
    }

    [Fact]
    public async Task The_facts_of_a_merged_person_are_those_of_both_records_and_the_survivors_own_come_first()
    {
        var (kept, gone) = (await PersonAsync(), await PersonAsync("Oldham", "Olga", "A1009BC", p =>
        [
            new Alert { Id = A.FactId, PersonId = p, Code = "HA", Description = "ACCT opened", ValidFrom = new(2025, 12, 2), Recorded = Written(new(2025, 12, 1, 12, 0, 0, TimeSpan.Zero)) },
        ]));
        await using (var db = Database.Open())
        {
            await db.People.Where(p => p.Id == gone).ExecuteUpdateAsync(set => set.SetProperty(p => p.SurvivorId, kept));
        }

        foreach (var asked in new[] { kept, gone })
        {
            var facts = (await AskAsync((CaseHistories h) => h.LoadAsync(asked, default)))!.At(Today, Now);
            Assert.Equal((kept, "A1234BC", "Abelmarsh"), (facts.PersonId, facts.Address, facts.Name.Value!.Last));
            Assert.Equal(["HA"], facts.ActiveAlertCodes.Value!);
        }
    }

    [Fact]
    public async Task One_history_serves_many_days()
    {
        var person = await PersonAsync(more: p =>
        [
            new Movement { Id = A.FactId, PersonId = p, Type = "REL", Reason = "L-CRD", From = Prison, HappenedAt = Now.AddDays(-2), ValidFrom = Today.AddDays(-2), Recorded = Written(Now.AddDays(-2)) },
        ]);
        var history = (await AskAsync((CaseHistories h) => h.LoadAsync(person, default)))!;
        Assert.Equal(["custody", "community"], new[] { -3, -1 }.Select(days => history.At(Today.AddDays(days), Now).Place.Value!.Code));
        Assert.Equal("custody", history.At(Today, Now.AddDays(-3)).Place.Value!.Code);
    }
}

public sealed class CaseHistoriesSqliteTests() : CaseHistoriesTests(DatabaseKind.Sqlite);

public sealed class CaseHistoriesPostgresTests() : CaseHistoriesTests(DatabaseKind.Postgres);
