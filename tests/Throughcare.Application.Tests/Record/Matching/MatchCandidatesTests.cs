using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Application.Record.Matching;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Matching;
using Throughcare.Domain.Rules;
using Throughcare.Storage;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Record.Matching;

public abstract class MatchCandidatesTests(DatabaseKind kind) : RecordTests(kind)
{
    private static readonly DateOnly Born = new(1990, 3, 12);   // of everyone whom PersonAsync makes

    [Fact]
    public async Task A_row_finds_who_shares_a_number_or_sound_of_surname_and_date_of_birth_and_nobody_else()
    {
        var byNumber = await PersonAsync("Quince", "Peter", "A1234BC");
        var byPnc = await PersonAsync("Rowan", "Peter", "A1234BD", p => [Number(p, IdentifierKind.Pnc, "1999/1234567B")]);
        var byName = await PersonAsync("Smythe", "Peter", "A1234BE");
        await PersonAsync("Teasel", "Peter", "A1234BF", p => [Number(p, IdentifierKind.Pnc, "1999/1234567C", IdentifierCheck.CheckFailed)]);

        var row = Row("Smith") with { PrisonNumbers = ["A1234BC"], Pncs = ["1999/1234567B", "1999/1234567C"] };
        var (found, nobody) = await LoadAsync(row, Row("Smith") with { BornOn = Born.AddDays(1) });

        Assert.Equal(new[] { byNumber, byPnc, byName }.OrderBy(p => p.Value), found.Select(f => f.PersonId!.Value));
        Assert.Empty(nobody);
    }

    [Fact]
    public async Task What_is_compared_is_what_the_record_holds()
    {
        await PersonAsync("O’Neil", "Ada", "A1234BC", p =>
        [
            Number(p, IdentifierKind.Pnc, "1999/1234567B"), Number(p, IdentifierKind.Cro, "123456/07X", IdentifierCheck.CheckFailed),
            new PersonName { Id = A.FactId, PersonId = p, Type = NameType.Alias, Last = "Quince", First = "Zoë", Middle = "May Ann", ValidFrom = new(2025, 12, 1), Recorded = A.Entry },
        ]);

        var found = Assert.Single((await LoadAsync(Row("ONeil"), Row("x"))).First);

        Assert.Equal((MatchSide.Prison, "ONEIL", "ADA", Born, MatchSex.Male, true), (found.Side, found.Surname, found.Forename, found.BornOn, found.Sex, found.IsBookingActive));
        Assert.Equal(("QUINCE", "ZOE", "MAY"), (found.Names[1].Surname, found.Names[1].Forename, found.Names[1].SecondForename));
        Assert.Equal(["A1234BC", "1999/1234567B"], [.. found.PrisonNumbers, .. found.Pncs, .. found.Cros]);
    }

    [Fact]
    public async Task Merged_records_are_one_candidate_with_the_numbers_of_both()
    {
        var survivor = await PersonAsync("Quince", "Peter", "A1234BC");
        var absorbed = await PersonAsync("Quince", "Peter", "A1234BD");
        await using (var db = Database.Open())
        {
            await db.People.Where(p => p.Id == absorbed).ExecuteUpdateAsync(set => set.SetProperty(p => p.SurvivorId, survivor));
        }

        var found = Assert.Single((await LoadAsync(Row("Rowan") with { PrisonNumbers = ["A1234BD"] }, Row("x"))).First);

        Assert.Equal(survivor, found.PersonId);
        Assert.Equal(["A1234BC", "A1234BD"], found.PrisonNumbers);
    }

    [Fact]
    public async Task A_record_is_never_its_own_candidate_nor_that_of_one_told_apart_from_it()
    {
        var (one, two, three) = (await PersonAsync(number: "A1234BC"), await PersonAsync(number: "A1234BD"), await PersonAsync(number: "A1234BE"));
        await using (var db = Database.Open())
        {
            db.Add(NotSamePerson.Of(two, one, Pom.StaffId, Now, "Different fingerprints"));
            await db.SaveChangesAsync();
        }

        var (ofOne, ofTwo) = await LoadAsync(Row("Abelmarsh") with { PersonId = one }, Row("Abelmarsh") with { PersonId = two });

        Assert.Equal(three, Assert.Single(ofOne).PersonId);
        Assert.Equal(three, Assert.Single(ofTwo).PersonId);
    }

    [Fact]
    public async Task Numbers_and_dates_of_birth_are_looked_up_by_index()
    {
        await using var db = Database.Open();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await new BulkRecorder(db).WriteAsync(new Dictionary<PersonId, RecordHead>(), [.. Enumerable.Range(0, 3_000).Select(Somebody)], A.Entry, default);
            await transaction.CommitAsync();
        }

        await db.Database.ExecuteSqlRawAsync("analyze");

        Assert.Contains("ix_person_identifiers_canonical_kind", await PlanAsync(db, MatchLookups.Numbers(db, ["A1234BC", "A1235BC", "X123456"])));
        var births = await PlanAsync(db, MatchLookups.Births(db, [new DateOnly(1960, 1, 1), new DateOnly(1960, 1, 12)]));
        Assert.Contains("ix_person_details_date_of_birth", births);
        Assert.Contains("ix_person_names_person_id", births);
    }

    [Fact]
    public async Task A_thousand_rows_take_as_many_queries_as_one()
    {
        await PersonAsync();
        await using var db = Database.Open();

        var found = await MatchCandidates.LoadAsync(db, [.. Enumerable.Range(0, 1_000).Select(i => Row("Abelmarsh") with { PrisonNumbers = [$"A{1000 + i}BC"] })], default);

        Assert.Equal(1_000, found.Count);
        Assert.All(found, f => Assert.Single(f));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => MatchCandidates.LoadAsync(db, [.. Enumerable.Repeat(Row("x"), 1_001)], default));
    }

    [Fact]
    public async Task The_nightly_search_raises_each_pair_once_and_none_that_was_told_apart()
    {
        var (one, two, three) = (await PersonAsync(number: "A1234BC", more: Shared), await PersonAsync(number: "A1234BD", more: Shared), await PersonAsync(number: "A1234BE", more: Shared));
        await PersonAsync("Quince", "Peter", "A1234BF");
        await using (var db = Database.Open())
        {
            db.Add(NotSamePerson.Of(two, one, Pom.StaffId, Now, "Different fingerprints"));
            await db.SaveChangesAsync();
        }

        var first = await AskAsync<FindDuplicates, FindDuplicates.Result>(f => f.DoAsync(default));
        var second = await AskAsync<FindDuplicates, FindDuplicates.Result>(f => f.DoAsync(default));

        Assert.Equal((new FindDuplicates.Result(4, 2), new FindDuplicates.Result(4, 0)), (first, second));
        await using var reading = Database.Open();
        var items = await reading.MatchItems.ToListAsync();
        Assert.Equal([(one, three), (two, three)], items.Select(i => NotSamePerson.Ordered(i.AskerId!.Value, i.CandidateId)).OrderBy(p => p.One.Value));
        Assert.All(items, i => Assert.Equal((MatchKind.PrisonPrison, Prison), (i.Kind, i.Owner)));
    }

    private static IEnumerable<FactVersion> Shared(PersonId person) => [Number(person, IdentifierKind.Pnc, "1999/1234567B")];

    private static MatchFeatures Row(string surname) =>
        new() { Side = MatchSide.Probation, Names = [MatchName.Of(surname, "Ada", null)], BornOn = Born, Sex = MatchSex.Male };

    private static PersonIdentifier Number(PersonId person, IdentifierKind kind, string number, IdentifierCheck check = IdentifierCheck.Valid) =>
        new() { Id = A.FactId, PersonId = person, Kind = kind, Canonical = number, Check = check, ValidFrom = new(2025, 12, 1), Recorded = A.Entry };

    private static Change<PersonId> Somebody(int i)
    {
        var person = A.PersonId;
        return new(
            person, new Made(person),
            new Write(null, new PersonName { Id = A.FactId, PersonId = person, Type = NameType.Current, Last = $"Person{(char)('a' + (i % 26))}", ValidFrom = new(2026, 1, 1), Recorded = A.Entry }),
            new Write(null, Number(person, IdentifierKind.Noms, $"A{1000 + i}BC")),
            new Write(null, new PersonDetails { Id = A.FactId, PersonId = person, DateOfBirth = new DateOnly(1960, 1, 1).AddDays(i * 11), Sex = Coded.Of("M"), ValidFrom = new(2026, 1, 1), Recorded = A.Entry }));
    }

    private async Task<(IReadOnlyList<MatchFeatures> First, IReadOnlyList<MatchFeatures> Second)> LoadAsync(MatchFeatures one, MatchFeatures two)
    {
        await using var db = Database.Open();
        var found = await MatchCandidates.LoadAsync(db, [one, two], default);
        return (found[0], found[1]);
    }

    private async Task<string> PlanAsync(ThroughcareDb db, IQueryable query)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = query.CreateDbCommand();
        command.CommandText = (Database.Kind is DatabaseKind.Sqlite ? "explain query plan " : "explain ") + command.CommandText;
        List<string> lines = [];
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetValue(reader.FieldCount - 1).ToString()!);
        }

        return string.Join('\n', lines);
    }
}

public sealed class MatchCandidatesSqliteTests() : MatchCandidatesTests(DatabaseKind.Sqlite);

public sealed class MatchCandidatesPostgresTests() : MatchCandidatesTests(DatabaseKind.Postgres);
