using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Matching;
using Throughcare.Domain.Record.Offloc;
using Throughcare.Exchange.Tests.Offloc;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Exchange.Tests.Record;

/// <summary>Whose a row of the prison file is that nobody has named before.</summary>
public abstract class OfflocMatchingTests(DatabaseKind kind) : ImportFixture(kind)
{
    private const string Pnc = "1999/1234567B";

    private static readonly OfflocLine Row = Ada.With(OfflocField.LastName, "Quellby").With(OfflocField.DateOfBirth, "07/08/1984").With(OfflocField.Pnc, "99/1234567B");

    [Fact]
    public async Task Somebody_whom_probation_knows_by_the_same_prison_number_gets_no_second_record()
    {
        var person = await KnownAsync("Quellby", new(1984, 8, 7), (IdentifierKind.Crn, "Z000001"), (IdentifierKind.Noms, "A1234BC"));

        var run = await ImportAsync(Day1, Row);

        Assert.Equal((1, 0, 20), (run.Merged, run.Queued, run.Created));
        Assert.Equal(person, (await RecordAsync("A1234BC")).PersonId);
    }

    [Fact]
    public async Task A_shared_pnc_name_and_birth_are_enough_without_a_prison_number()
    {
        var person = await KnownAsync("Quellby", new(1984, 8, 7), (IdentifierKind.Crn, "Z000001"), (IdentifierKind.Pnc, Pnc));

        var run = await ImportAsync(Day1, Row);

        Assert.Equal((1, 0), (run.Merged, run.Queued));
        Assert.Equal(person, (await RecordAsync("A1234BC")).PersonId);
    }

    [Fact]
    public async Task Name_and_birth_alone_never_merge_but_somebody_is_asked()   // as I4b, from the other side
    {
        var person = await KnownAsync("Quellby", new(1984, 8, 7), (IdentifierKind.Crn, "Z000001"));

        var run = await ImportAsync(Day1, Row.With(OfflocField.Pnc, ""));

        var record = await RecordAsync("A1234BC");
        await using var db = Database.Open();
        var item = Assert.Single(await db.MatchItems.ToListAsync());
        Assert.Equal((0, 1, 21), (run.Merged, run.Queued, run.Created));
        Assert.Equal((record.PersonId, person, MatchKind.PrisonProbation, "LHI", run.Id), (item.AskerId!.Value, item.CandidateId, item.Kind, item.Owner.Text, item.RunId!.Value));
        Assert.Equal(MatchReasons.Likely, item.Reasons);
    }

    [Fact]
    public async Task A_prison_number_that_is_anothers_on_record_is_disputed_until_somebody_has_looked()
    {
        var person = await KnownAsync("Wholeother", new(1951, 1, 1), (IdentifierKind.Crn, "Z000001"), (IdentifierKind.Noms, "A1234BC"));

        var run = await ImportAsync(Day1, Row);

        await using var db = Database.Open();
        var item = Assert.Single(await db.MatchItems.ToListAsync());
        var number = await db.Identifiers.SingleAsync(i => i.Canonical == "A1234BC" && i.PersonId != person);
        Assert.Equal((1, MatchKind.KeyPersonDisagrees, person), (run.Queued, item.Kind, item.CandidateId));
        Assert.Equal((item.AskerId!.Value, IdentifierCheck.Disputed), (number.PersonId, number.Check));
    }

    [Fact]
    public async Task Two_rows_of_one_file_that_are_one_persons_are_found_although_neither_was_on_record()
    {
        var run = await ImportAsync(Day1, Row, new OfflocLine("A7777BC").With(OfflocField.LastName, "Quellby").With(OfflocField.DateOfBirth, "07/08/1984").With(OfflocField.Pnc, "99/1234567B"));

        await using var db = Database.Open();
        var item = Assert.Single(await db.MatchItems.ToListAsync());
        Assert.Equal((1, 22, MatchKind.PrisonPrison), (run.Queued, run.Created, item.Kind));
        Assert.True(item.Reasons.HasFlag(MatchReasons.DifferentPrisonNumbers));
    }

    [Fact]
    public async Task What_a_file_says_of_a_merged_record_is_written_to_the_one_that_survived()
    {
        var survivor = await KnownAsync("Quellby", new(1984, 8, 7), (IdentifierKind.Crn, "Z000001"));
        await ImportAsync(Day1, Row.With(OfflocField.Pnc, ""));
        var absorbed = (await RecordAsync("A1234BC")).PersonId;
        await using var db = Database.Open();
        await db.People.Where(p => p.Id == absorbed).ExecuteUpdateAsync(set => set.SetProperty(p => p.SurvivorId, survivor));

        var run = await ImportAsync(Day2, Row.With(OfflocField.Pnc, "").With(OfflocField.Cell, "LHI-B-2-002"));

        Assert.Equal((1, 0), (run.Updated, run.Errors));
        Assert.Equal("LHI-B-2-002", (await db.Locations.Where(l => l.PersonId == survivor && l.ReplacedAt == null).SingleAsync()).Cell);
        Assert.Equal("LHI-A-1-001", (await db.Locations.Where(l => l.PersonId == absorbed && l.ReplacedAt == null).SingleAsync()).Cell);
    }

    /// <summary>Somebody on the probation side.</summary>
    private async Task<PersonId> KnownAsync(string last, DateOnly born, params (IdentifierKind Kind, string Number)[] numbers)
    {
        await using var db = Database.Open();
        var person = new PersonId(Guid.CreateVersion7());
        var entry = new Entry(Database.Clock.GetUtcNow(), StaffId.System, Role.System, PlaceCode.Nation, "ImportNdelius", SourceSystem.Ndelius);
        db.Add(new Person { Id = person, CreatedAt = entry.At });
        db.Add(new Storage.RecordHead { PersonId = person });
        db.Add(new PersonName { Id = New(), PersonId = person, ValidFrom = Day1, Recorded = entry, Type = NameType.Current, Last = last, First = "Adan" });
        db.Add(new PersonDetails { Id = New(), PersonId = person, ValidFrom = Day1, Recorded = entry, DateOfBirth = born, Sex = Domain.Rules.Coded.Of("M") });
        db.AddRange(numbers.Select(n => new PersonIdentifier
        {
            Id = New(),
            PersonId = person,
            ValidFrom = Day1,
            Recorded = entry,
            Kind = n.Kind,
            Canonical = n.Number,
            Check = IdentifierCheck.Valid,
        }));
        await db.SaveChangesAsync();
        return person;

        static FactId New() => new(Guid.CreateVersion7());
    }
}

public sealed class OfflocMatchingSqliteTests() : OfflocMatchingTests(DatabaseKind.Sqlite);

public sealed class OfflocMatchingPostgresTests() : OfflocMatchingTests(DatabaseKind.Postgres);
