using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Storage;
using Throughcare.Testing;
using Xunit;
using Answer = Throughcare.Application.Record.PersonSearch.Answer;

namespace Throughcare.Application.Tests.Record;

public abstract class SearchTests(DatabaseKind kind) : RecordTests(kind)
{
    private Task<Answer> SearchAsync(string text, Application.Access.Actor? by = null, int page = 1, int size = 25) =>
        AskAsync((PersonSearch s) => s.OfAsync(new(text, page, size), by ?? Pom, default));

    private async Task<Answer.List> ListAsync(string text, Application.Access.Actor? by = null, int page = 1, int size = 25) => Assert.IsType<Answer.List>(await SearchAsync(text, by, page, size));

    [Fact]
    public async Task A_number_leads_straight_to_the_record_and_nobody_has_another()
    {
        var person = await PersonAsync();
        Assert.Equal(new Answer.Straight(person, "A1234BC"), await SearchAsync(" a1234 bc"));
        var nobody = await ListAsync("A9876BC");
        Assert.Equal((0, "No people found"), (nobody.Total, nobody.Showing));
        Assert.Equal("Enter at least 2 characters", Assert.IsType<Answer.Wrong>(await SearchAsync("x")).Message);
    }

    [Fact]
    public async Task Names_are_found_in_either_order_by_sound_by_synonym_by_beginning_and_as_alias()
    {
        await PersonAsync("Smyth", "Jon", "A1001BC");
        await PersonAsync("O'Neil", "Kit", "A1002BC");
        await PersonAsync("Williams", "William", "A1003BC");
        await PersonAsync("Brackwater", "Ben", "A1004BC");

        Assert.Equal("Smyth, Jon", Assert.Single((await ListAsync("smith john 03/12/1990")).Rows).LastCommaFirst);
        Assert.Equal("Smyth, Jon", Assert.Single((await ListAsync("jon smyth")).Rows).LastCommaFirst);
        foreach (var text in new[] { "o'neil", "oneil", "O’NEIL", "o neil" })
        {
            Assert.Equal("O'Neil, Kit", Assert.Single((await ListAsync(text)).Rows).LastCommaFirst);
        }

        var synonym = Assert.Single((await ListAsync("billy williamson")).Rows);
        Assert.Equal(("Williams, William", 78), (synonym.LastCommaFirst, synonym.Score));
        Assert.Equal("Brackwater, Ben", Assert.Single((await ListAsync("brack*")).Rows).LastCommaFirst);
        Assert.Empty((await ListAsync("zzyzx")).Rows);
    }

    [Fact]
    public async Task A_date_of_birth_finds_whoever_was_born_then()
    {
        await PersonAsync();
        Assert.Equal("Abelmarsh, Ada", Assert.Single((await ListAsync("12 March 1990")).Rows).LastCommaFirst);
        Assert.Empty((await ListAsync("13 March 1990")).Rows);
    }

    [Fact]
    public async Task Without_a_relationship_only_name_numbers_and_place_are_given()
    {
        await PersonAsync();
        var mine = Assert.Single((await ListAsync("abelmarsh")).Rows);
        var theirs = Assert.Single((await ListAsync("abelmarsh", Elsewhere)).Rows);

        Assert.Equal((true, new DateOnly(1990, 3, 12), "Omond, Petra"), (mine.IsReached, mine.BornOn, mine.Worker));
        Assert.Equal((false, (DateOnly?)null, (string?)null), (theirs.IsReached, theirs.BornOn, theirs.Worker));
        Assert.Equal(("A1234BC", mine.Where), (theirs.PrisonNumber, theirs.Where));
    }

    [Fact]
    public async Task A_limited_person_is_named_by_an_exact_number_alone_and_a_hidden_one_never()
    {
        AccessRestriction Limit(PersonId person, bool hides) => new()
        {
            Id = A.FactId,
            PersonId = person,
            HidesExistence = hides,
            AskTeam = "the governor",
            Reason = "Related to a member of staff",
            ReviewOn = new(2026, 5, 1),
            ValidFrom = new(2025, 12, 1),
            Recorded = Written(new(2025, 12, 1, 12, 0, 0, TimeSpan.Zero)),
        };
        await PersonAsync("Limmington", "Lou", "A1001BC", p => [Limit(p, hides: false)]);
        await PersonAsync("Hiddleston", "Hal", "A1002BC", p => [Limit(p, hides: true)]);

        var limited = Assert.Single((await ListAsync("A1001BC")).Rows);
        Assert.Equal((true, "Restricted – ask the governor", "A1001BC", ""), (limited.IsRestricted, limited.LastCommaFirst, limited.PrisonNumber, limited.Where));
        Assert.Null(limited.BornOn);
        Assert.Empty((await ListAsync("A1002BC")).Rows);
        Assert.Empty((await ListAsync("limmington")).Rows);
        Assert.Empty((await ListAsync("hiddleston")).Rows);
        Assert.Empty((await ListAsync("12 March 1990")).Rows);
    }

    [Fact]
    public async Task Results_come_in_pages_of_25_or_as_many_as_are_asked_for_up_to_500()
    {
        for (var i = 0; i < 30; i++)
        {
            await PersonAsync("Abelmarsh", "Ada", $"A{1000 + i}BC");
        }

        var (one, two, all) = (await ListAsync("abelmarsh"), await ListAsync("abelmarsh", page: 2), await ListAsync("abelmarsh", size: 50));
        Assert.Equal((25, 5, 30, 30), (one.Rows.Count, two.Rows.Count, all.Rows.Count, one.Total));
        Assert.Equal(all.Rows.Select(r => r.PersonId), one.Rows.Concat(two.Rows).Select(r => r.PersonId));
        Assert.Equal("Showing 26 to 30 of 30 people", two.Showing);
        Assert.Equal((7, 25, 25), ((await ListAsync("abelmarsh", size: 7)).Rows.Count, (await ListAsync("abelmarsh", size: 0)).Rows.Count, (await ListAsync("abelmarsh", size: 501)).Rows.Count));
    }

    [Fact]
    public async Task A_list_is_narrowed_by_place_sex_and_age_and_every_choice_says_how_many_it_would_leave()
    {
        await PersonAsync(number: "A1001BC");
        await PersonAsync(number: "A1002BC", more: p => [Released(p, new(2025, 12, 20, 9, 0, 0, TimeSpan.Zero))]);
        var others = await PersonAsync(number: "A1003BC");
        await using (var db = Database.Open())
        {
            await db.Reach.Where(r => r.PersonId == others).ExecuteDeleteAsync();
        }

        var all = await NarrowedAsync();
        Assert.Equal(3, all.Total);
        Assert.Equal(
            ["now: custody 2, community 1, ended 0", "place: mine 2", "sex: F 0, M 2", "age: 15-17 0, 18-20 0, 21-24 0, 25-29 0, 30-39 2, 40-49 0, 50-59 0, 60-69 0, 70+ 0"],
            Written(all));

        // each facet is counted with the others as they are chosen, and not with its own choice
        var released = await NarrowedAsync(("now", "community"));
        Assert.Equal(("A1002BC", 1), (Assert.Single(released.Rows).PrisonNumber, released.Total));
        Assert.Equal(["now: custody 2, community 1, ended 0", "place: mine 1", "sex: F 0, M 1"], Written(released)[..3]);

        Assert.Equal(3, (await NarrowedAsync(("now", "community"), ("now", "custody"))).Total);
        Assert.Equal(["A1001BC", "A1002BC"], (await NarrowedAsync(("place", "mine"))).Rows.Select(r => r.PrisonNumber).Order());
        Assert.Equal(2, (await NarrowedAsync(("sex", "M"), ("age", "30-39"))).Total);
        Assert.Empty((await NarrowedAsync(("sex", "F"))).Rows);
        Assert.Equal(3, (await NarrowedAsync(("sex", "no such choice"), ("no such facet", "M"))).Total);
        Assert.Equal(1, Assert.IsType<Answer.List>(await AskAsync((PersonSearch s) => s.OfAsync(
            new("12 March 1990") { Chosen = new Dictionary<string, IReadOnlyList<string>> { ["now"] = ["community"] } }, Pom, default))).Total);

        async Task<Answer.List> NarrowedAsync(params (string Facet, string Value)[] chosen) => Assert.IsType<Answer.List>(await AskAsync((PersonSearch s) => s.OfAsync(
            new("abelmarsh") { Chosen = chosen.GroupBy(c => c.Facet).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(c => c.Value)]) }, Pom, default)));

        static string[] Written(Answer.List list) => [.. list.Facets.Select(f => $"{f.Name}: {string.Join(", ", f.Choices.Select(c => $"{c.Value} {c.Count}"))}")];
    }

    [Fact]
    public async Task No_choice_tells_the_sex_or_age_of_somebody_whom_the_reader_does_not_work_with()
    {
        await PersonAsync(number: "A1001BC");
        await PersonAsync(number: "A1002BC");

        var list = await ListAsync("abelmarsh", Elsewhere);
        Assert.Equal(2, list.Total);
        Assert.All(list.Facets.Where(f => f.Name is SearchFacets.Sex or SearchFacets.Age or SearchFacets.Place).SelectMany(f => f.Choices), choice => Assert.Equal(0, choice.Count));
        Assert.Equal(2, list.Facets.Single(f => f.Name == SearchFacets.Now).Choices.Single(c => c.Value == "custody").Count);
    }

    private static Movement Released(PersonId person, DateTimeOffset at) => new()
    {
        Id = A.FactId,
        PersonId = person,
        CaseId = new(A.FactId.Value),
        Type = "REL",
        Reason = "L-CRD",
        From = Prison,
        HappenedAt = at,
        ValidFrom = new(at.Year, at.Month, at.Day),
        Recorded = Written(at),
    };

    [Fact]
    public async Task A_merged_number_leads_to_the_survivor_and_the_old_name_still_finds_them()
    {
        var (kept, gone) = (await PersonAsync(), await PersonAsync("Oldham", "Olga", "A1009BC"));
        await using (var db = Database.Open())
        {
            await db.People.Where(p => p.Id == gone).ExecuteUpdateAsync(set => set.SetProperty(p => p.SurvivorId, kept));
        }

        Assert.Equal(new Answer.Straight(kept, "A1234BC"), await SearchAsync("A1009BC"));
        var row = Assert.Single((await ListAsync("oldham olga")).Rows);
        Assert.Equal((kept, "Abelmarsh, Ada", "Oldham, Olga"), (row.PersonId, row.LastCommaFirst, row.FoundAs));
    }

    [Fact]
    public async Task Names_numbers_and_dates_are_looked_up_by_index()
    {
        await using var db = Database.Open();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await new BulkRecorder(db).WriteAsync(new Dictionary<PersonId, RecordHead>(), [.. Enumerable.Range(0, 2_000).Select(i => Somebody(A.PersonId, i))], A.Entry, default);
            await transaction.CommitAsync();
        }

        await db.Database.ExecuteSqlRawAsync("analyze");
        var begins = db.NameKeys.Where(k => k.Kind == NameKeyKind.Token && k.Key.CompareTo("AB") >= 0 && k.Key.CompareTo("AC") < 0).Select(k => k.PersonId);
        foreach (var (query, index) in new (IQueryable Query, string Index)[]
        {
            (db.NameKeys.Where(k => k.Kind == NameKeyKind.Token && k.Key == "ABELMARSH").Select(k => k.PersonId), "pk_name_keys"),
            (begins, "pk_name_keys"),
            (db.Identifiers.Where(i => i.ReplacedAt == null && i.Canonical == "A1234BC" && i.Kind == IdentifierKind.Noms).Select(i => i.PersonId), "ix_person_identifiers_canonical_kind"),
            (db.Details.Where(d => d.ReplacedAt == null && d.DateOfBirth == new DateOnly(1990, 3, 12)).Select(d => d.PersonId), "ix_person_details_date_of_birth"),
        })
        {
            var plan = await PlanAsync(db, query);
            Assert.True(plan.Contains(index, StringComparison.Ordinal) || plan.Contains("sqlite_autoindex_name_keys", StringComparison.Ordinal), plan);
        }
    }

    private static Change<PersonId> Somebody(PersonId person, int i) => new(
        person, new Made(person),
        new Write(null, new PersonName { Id = A.FactId, PersonId = person, Type = NameType.Current, Last = $"{(char)('A' + (i % 26))}bel{(char)('a' + (i / 26 % 26))}marsh", ValidFrom = new(2026, 1, 1), Recorded = A.Entry }),
        new Write(null, new PersonIdentifier { Id = A.FactId, PersonId = person, Kind = IdentifierKind.Noms, Canonical = $"A{1000 + i}BC", Check = IdentifierCheck.Valid, ValidFrom = new(2026, 1, 1), Recorded = A.Entry }),
        new Write(null, new PersonDetails { Id = A.FactId, PersonId = person, DateOfBirth = new DateOnly(1960, 1, 1).AddDays(i * 11), ValidFrom = new(2026, 1, 1), Recorded = A.Entry }));

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

public sealed class SearchSqliteTests() : SearchTests(DatabaseKind.Sqlite);

public sealed class SearchPostgresTests() : SearchTests(DatabaseKind.Postgres);
