using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Lists;
using Throughcare.Domain.Record.Matching;
using Throughcare.Domain.Record.Offloc;
using Throughcare.Domain.Rules;
using Throughcare.Exchange.Csv;
using Throughcare.Exchange.Offloc;
using Throughcare.Exchange.Record;
using Throughcare.Storage;

namespace Throughcare.Exchange.Templates;

/// <summary>People and who looks after them. Somebody whom no number finds gets a record.</summary>
internal sealed class CasesKind : TemplateKind
{
    private static readonly CsvShape Columns = new(
        CsvColumns.Text("surname", 35, "last name", "Zabrake").Required,
        CsvColumns.Text("forename", 35, "first name", "Adan").Required,
        CsvColumns.Birth("date_of_birth", "1990-04-02").Required,
        new CsvColumn("sex", (text, _) => new(text[0] switch { 'M' or 'm' => "M", 'F' or 'f' => "F", _ => "NS" })) { About = "M, F or NS", Example = "M" }.Required,
        CsvColumns.Noms("A1234BC"),
        CsvColumns.Crn("X123456"),
        CsvColumns.Pnc(example: "1999/1234567B"),
        CsvColumns.Text("second_forename", 35),
        CsvColumns.Cro(),
        CsvColumns.Booking(),
        CsvColumns.Coded("ethnicity", CodeLists.Ethnicity, "code of the list", "W1"),
        CsvColumns.Coded("nationality", CodeLists.Nationality, "code of the list", "BRIT"),
        CsvColumns.Known("prison_code", code => Establishments.Find(code) is { IsPrison: true }, "Enter the code of a prison, like LHI", "prison that holds the person", "LHI").Strict,
        CsvColumns.Known("pdu_code", code => ProbationPlaces.Find(code) is { Level: ProbationLevel.Pdu }, "Enter the code of a probation delivery unit, like N55P07", "delivery unit", "N55P07").Strict,
        CsvColumns.Text("com_username", 120, "user name of the community offender manager"),
        CsvColumns.Text("pom_username", 120, "user name of the prison offender manager", "pom@demo"),
        new CsvColumn("tier", (text, _) => text.ToUpperInvariant() is var tier && tier is [>= 'A' and <= 'D', >= '0' and <= '3'] or [>= '1' and <= '4']
            ? new(tier) : new("", CsvColumns.ValueInvalid, "Enter a tier like B2, or 1 to 4"))
        { About = "tier", Example = "B2" },
        CsvColumns.Word("rosh_level", ["LOW", "MEDIUM", "HIGH", "VERY_HIGH"], "risk of serious harm", "MEDIUM"));

    public override string Source => ImportSource.Cases;

    public override string Things => "cases";

    public override string UseCase => "ImportCases";

    public override CsvShape Shape => Columns;

    protected override string KeyOf(CsvValues values) =>
        values.Text("nomis_number") ?? values.Text("crn") ?? values.RightNumber("pnc") ?? values.WrongNumber("pnc") ?? "";

    protected override RowProblem? Look(CsvValues values) => values.Text("nomis_number") is null && values.Text("crn") is null && values.Text("pnc") is null
        ? FoundPerson.Error("nomis_number", "", MissingValue, "Fill in nomis_number, crn or pnc")
        : null;

    protected override RowProblem? Check(FileRow row, ImportRun run)
    {
        if (row.Problem is not null || run.Unit is not { } unit)
        {
            return null;
        }

        var values = Shape.Values(row);
        return values["prison_code"] == unit.Text || values["pdu_code"] == unit.Text
            ? null
            : FoundPerson.Error("prison_code", values.Text("prison_code") ?? values["pdu_code"], OfflocChecks.NotOwnUnit, $"You may import cases of {unit} only");
    }

    protected override async Task ApplyAsync(RowBatch batch, CancellationToken stop)
    {
        var db = batch.Db;
        var rows = batch.Rows.Select(r => (Row: r, Values: Shape.Values(r.Row))).ToList();
        var matched = await MatchAsync(db, rows, stop);
        foreach (var (row, _) in rows.Where(r => matched[r.Row.Row.Key].Problem is not null))
        {
            batch.Reject(row, matched[row.Row.Key].Problem!);
        }

        rows.RemoveAll(r => matched[r.Row.Row.Key].Problem is not null);
        var known = rows.Select(r => matched[r.Row.Row.Key].Person).OfType<PersonId>().Distinct().ToList();
        if (batch.Run.Unit is { } unit)
        {
            var own = await PeopleByNumber.OfUnitAsync(db, unit, known, stop);
            foreach (var (row, _) in rows.Where(r => matched[r.Row.Row.Key].Person is { } person && !own.Contains(person)))
            {
                batch.Reject(row, FoundPerson.Error("", row.Row.Key, OfflocChecks.NotOwnUnit, $"This person is on record and is not of {unit}; ask a records officer to import the row"));
            }

            rows.RemoveAll(r => matched[r.Row.Row.Key].Person is { } person && !own.Contains(person));
        }

        await WriteAsync(batch, rows, matched, stop);
    }

    private async Task WriteAsync(
        RowBatch batch, List<(NewsRow Row, CsvValues Values)> rows, Dictionary<string, Meant> matched, CancellationToken stop)
    {
        var db = batch.Db;
        PersonId[] known = [.. rows.Select(r => matched[r.Row.Row.Key].Person).OfType<PersonId>().Distinct()];
        var heads = await new BulkRecorder(db).LockAsync(known, stop);
        var records = await PrisonRecords.LoadAsync(db, known, stop);
        var tiers = (await db.RecordedTiers.Current().Where(t => known.Contains(t.PersonId)).ToListAsync(stop)).ToLookup(t => t.PersonId);
        var rosh = (await db.RoshRecords.Current().Where(r => known.Contains(r.PersonId)).ToListAsync(stop)).ToLookup(r => r.PersonId);
        string?[] names = [.. rows.SelectMany(r => new[] { r.Values["com_username"], r.Values["pom_username"] }).Select(n => n.ToLowerInvariant()).Distinct()];
        var staff = (await db.Staff.Where(s => names.Contains(s.UserName)).ToListAsync(stop)).ToDictionary(s => s.UserName!);
        var writes = new PersonWrites(Source, batch.Day);
        List<MatchItem> items = [];
        HashSet<PersonId> done = [];
        foreach (var (row, values) in rows)
        {
            var found = matched[row.Row.Key].Person;
            var person = found ?? batch.NewPerson();
            if (!done.Add(person))
            {
                batch.Reject(row, FoundPerson.Error("", row.Row.Key, OfflocChecks.ConcurrentChange, "Another row of the list is about the same person; send the list again"));
                continue;
            }

            batch.Warn(row, CsvShape.Warnings(row.Row));
            batch.Warn(row, UnknownStaff(values, staff));
            var was = found is null ? new PrisonRecord { PersonId = person, IsNew = true } : records[person];
            var decided = DecideCase.Of(was, Read(values, staff), [.. tiers[person]], [.. rosh[person]], batch.Day, batch.Entry, batch.NewId, batch.FillGaps);
            foreach (var (what, write) in decided)
            {
                writes.Put(person, what, write);
            }

            var owner = values.Text("prison_code") ?? values.Text("pdu_code");
            items.AddRange(matched[row.Row.Key].Queue.Select(q => batch.Queue.ItemOf(person, q, owner is null ? batch.Run.Place : new(owner), batch.Run.Id, batch.Entry.At)));
            batch.Bind(row, person, found is null ? RowEffect.Created : decided.Count == 0 ? RowEffect.Unchanged : row.Before is null ? RowEffect.Merged : RowEffect.Updated);
        }

        await RoshCheck.PutAsync(batch, known, writes, stop);
        await writes.WriteAsync(db, heads, batch.Entry, stop);
        batch.Run.Queued += await batch.Queue.AddAsync(items, stop);
    }

    /// <summary>Whom each row means: by prison number or CRN, by what an earlier list said, else whom the matching finds. A row that means
    /// nobody on record makes a person; somebody compares it with those whom it may mean.</summary>
    private static async Task<Dictionary<string, Meant>> MatchAsync(ThroughcareDb db, List<(NewsRow Row, CsvValues Values)> rows, CancellationToken stop)
    {
        var numbers = await PeopleByNumber.OfAsync(db, rows.SelectMany(r => new[] { r.Values.Text("nomis_number"), r.Values.Text("crn") }), stop);
        Dictionary<string, Meant> matched = new(StringComparer.Ordinal);
        List<(string Key, MatchFeatures Features)> unknown = [];
        foreach (var (row, values) in rows)
        {
            var (person, problem) = FoundPerson.Of(numbers, values.Text("crn"), values.Text("nomis_number"));
            matched[row.Row.Key] = problem?.Code is FoundPerson.UnknownPerson ? new(row.Before?.PersonId, null, []) : new(person, problem, []);
            if (matched[row.Row.Key] is { Person: null, Problem: null })
            {
                unknown.Add((row.Row.Key, FeaturesOf(values)));
            }
        }

        foreach (var ((key, _), whose) in unknown.Zip(await RowMatching.OfAsync(db, unknown.ConvertAll(u => u.Features), stop)))
        {
            matched[key] = new(whose.Person, null, whose.Queue);
        }

        return matched;
    }

    private static MatchFeatures FeaturesOf(CsvValues values) => new()
    {
        Side = values.Text("nomis_number") is null ? MatchSide.Probation : MatchSide.Prison,
        PrisonNumbers = One(values.Text("nomis_number")),
        Crns = One(values.Text("crn")),
        Pncs = One(values.RightNumber("pnc")),
        Cros = One(values.RightNumber("cro")),
        Bookings = One(values.Text("booking_number")),
        Names = [MatchName.Of(values["surname"], values["forename"], values.Text("second_forename"))],
        BornOn = values.Date("date_of_birth"),
        Sex = MatchSexText.Read(values["sex"]),
    };

    private static IReadOnlyList<string> One(string? number) => number is null ? [] : [number];

    /// <param name="Person"><see langword="null"/> where the row opens a record.</param>
    /// <param name="Queue">Whom somebody has to compare with that record.</param>
    private sealed record Meant(PersonId? Person, RowProblem? Problem, IReadOnlyList<MatchDecision.Queued> Queue);

    private static IEnumerable<RowProblem> UnknownStaff(CsvValues values, Dictionary<string, StaffMember> staff) =>
        from column in new[] { "com_username", "pom_username" }
        let name = values.Text(column)
        where name is not null && !staff.ContainsKey(name.ToLowerInvariant())
        select new RowProblem(column, name, ContactsKind.UnknownStaff, "No member of staff has this user name; the manager was left out", ImportSeverity.Warning);

    private static CaseRow Read(CsvValues v, Dictionary<string, StaffMember> staff)
    {
        List<(IdentifierKind, string, bool)> numbers = [];
        Add(IdentifierKind.Noms, v.Text("nomis_number"), true);
        Add(IdentifierKind.Crn, v.Text("crn"), true);
        Add(IdentifierKind.Booking, v.Text("booking_number"), true);
        Add(IdentifierKind.Pnc, v.RightNumber("pnc"), true);
        Add(IdentifierKind.Pnc, v.WrongNumber("pnc"), false);
        Add(IdentifierKind.Cro, v.RightNumber("cro"), true);
        Add(IdentifierKind.Cro, v.WrongNumber("cro"), false);
        return new CaseRow
        {
            Surname = v["surname"],
            Forename = v["forename"],
            SecondForename = v.Text("second_forename"),
            DateOfBirth = v.Date("date_of_birth")!.Value,
            Sex = v.Code("sex")!.Value,
            Numbers = numbers,
            Ethnicity = v.Code("ethnicity"),
            Nationality = v.Code("nationality"),
            Prison = v.Text("prison_code") is { } prison ? new PlaceCode(prison) : null,
            Pdu = v.Text("pdu_code") is { } pdu ? new PlaceCode(pdu) : null,
            Com = Named("com_username"),
            Pom = Named("pom_username"),
            Tier = v.Text("tier"),
            Rosh = v.Word<RoshLevel>("rosh_level"),
        };

        void Add(IdentifierKind kind, string? number, bool isRight)
        {
            if (number is not null)
            {
                numbers.Add((kind, number, isRight));
            }
        }

        StaffMember? Named(string column) => v.Text(column) is { } name ? staff.GetValueOrDefault(name.ToLowerInvariant()) : null;
    }
}
