using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Offloc;
using Throughcare.Domain.Rules;
using Throughcare.Exchange.Csv;
using Throughcare.Exchange.Record;
using Throughcare.Storage;

namespace Throughcare.Exchange.Templates;

/// <summary>Contacts that were recorded elsewhere. One with the same person, time, type and author as one on record is not written again.</summary>
internal sealed class ContactsKind : FactTemplate<Contact>
{
    public const string UnknownStaff = "UNKNOWN_STAFF";

    private static readonly HashSet<string> Enforcements =
        [.. CsvTable.Load("codes/enforcement-actions.csv").Rows.Select(r => r.Required("code"))];

    private static readonly CsvShape Columns = new(
        CsvColumns.Crn("X123456"),
        CsvColumns.Noms("A1234BC"),
        CsvColumns.Instant("contact_datetime", "when it happened, London time", "2026-01-05 14:30").Required,
        CsvColumns.Known("type_code", code => ContactTypes.Find(code) is { DefaultSensitivity: not Sensitivity.Victim }, "Enter the code of a kind of contact; contacts with victims are not imported", "kind of contact", "TC01") with { MustBeThere = true, MustBeFilled = true, RejectsRow = true },
        CsvColumns.Text("staff_username", 120, "user name of the author", "pom@demo").Required,
        CsvColumns.Whole("duration_minutes", 1, 480, "minutes", "30"),
        new("attended", (text, _) => Attendance(text.ToUpperInvariant()) is { } outcome
            ? new(outcome) : new("?" + (text.Length <= 40 ? text : text[..40]), CsvColumns.UnknownCode, "No list has this; it is kept as it came"))
        { About = "A, FTA or another outcome", Example = "A" },
        CsvColumns.Prose("notes", 4000, "what was said and done", "Talked about housing; application to be sent by Friday.") with { RejectsRow = true },
        new("enforcement", (text, _) => Enforcements.Contains(text.ToUpperInvariant())
            ? new(text.ToUpperInvariant()) : new("?" + (text.Length <= 40 ? text : text[..40]), CsvColumns.UnknownCode, "No list has this; it is kept as it came"))
        { About = "what followed a failure" });

    /// <summary>Authors by user name, and people's cases.</summary>
    private sealed record Known(Dictionary<string, StaffMember> Staff, ILookup<PersonId, PersonCase> Cases);

    public override string Source => ImportSource.Contacts;

    public override string Things => "contacts";

    public override string UseCase => "ImportContacts";

    public override CsvShape Shape => Columns;

    protected override string What => "Contact";

    protected override string KeyOf(CsvValues values) =>
        $"{values.Text("crn") ?? values["nomis_number"]}/{values["contact_datetime"]}/{values["type_code"]}/{values["staff_username"].ToLowerInvariant()}";

    protected override async Task<IReadOnlyDictionary<string, RowProblem>> ProblemsAsync(
        RowBatch batch, IReadOnlyList<(NewsRow Row, CsvValues Values, PersonId Person)> rows, CancellationToken stop)
    {
        string?[] names = [.. rows.Select(r => r.Values["staff_username"].ToLowerInvariant()).Distinct()];
        var staff = (await batch.Db.Staff.Where(s => names.Contains(s.UserName)).ToListAsync(stop)).ToDictionary(s => s.UserName!);
        var people = rows.Select(r => r.Person).Distinct().ToArray();
        batch.Loaded = new Known(staff, (await batch.Db.Cases.Current().Where(c => people.Contains(c.PersonId)).ToListAsync(stop)).ToLookup(c => c.PersonId));
        return rows.Where(r => !staff.ContainsKey(r.Values["staff_username"].ToLowerInvariant())).DistinctBy(r => r.Row.Row.Key).ToDictionary(
            r => r.Row.Row.Key,
            r => FoundPerson.Error("staff_username", r.Values["staff_username"], UnknownStaff, "No member of staff has this user name; import the list of staff first"));
    }

    protected override async Task<IReadOnlySet<string>> SaidElsewhereAsync(
        RowBatch batch, IReadOnlyList<(NewsRow Row, CsvValues Values, PersonId Person)> rows, CancellationToken stop)
    {
        var people = rows.Select(r => r.Person).Distinct().ToArray();
        var instants = rows.Select(r => r.Values.Instant("contact_datetime")).Distinct().ToArray();
        var there = (await batch.Db.Contacts.Where(c => people.Contains(c.PersonId) && c.ReplacedAt == null && instants.Contains(c.HappenedAt))
            .Select(c => new { c.PersonId, c.HappenedAt, c.Type, c.AuthorId }).ToListAsync(stop)).Select(c => (c.PersonId, c.HappenedAt, c.Type, c.AuthorId)).ToHashSet();
        return rows.Where(r => there.Contains((r.Person, r.Values.Instant("contact_datetime"), r.Values["type_code"], Author(batch, r.Values).Id))).Select(r => r.Row.Row.Key).ToHashSet();
    }

    protected override Contact Make(CsvValues values, PersonId person, Contact? was, RowBatch batch)
    {
        var (author, type, happened) = (Author(batch, values), ContactTypes.Find(values["type_code"])!, values.Instant("contact_datetime"));
        var cases = ((Known)batch.Loaded!).Cases[person];
        return new Contact
        {
            Id = batch.NewId(),
            PersonId = person,
            CaseId = (cases.Where(c => c.IsTrueOn(happened.LondonDate)).MaxBy(c => c.ValidFrom) ?? cases.MaxBy(c => c.ValidFrom))?.AsCase,
            Recorded = batch.Entry,
            ValidFrom = happened.LondonDate,
            Type = type.Code,
            HappenedAt = happened,
            Mode = ContactMode.RecordOnly,
            DurationMinutes = values.Whole("duration_minutes"),
            Text = values.Text("notes") ?? "No notes were given",
            Sensitivity = type.DefaultSensitivity,
            Sharing = Sharing.No,
            NotSharedBecause = "Imported from a list; look at it before it is shared",
            BelowFloor = (values.Text("notes")?.Length ?? 0) < type.MinNoteChars,
            AuthorId = author.Id,
            AuthorRole = author.Role,
            FirstRecordedAt = was?.FirstRecordedAt ?? batch.Entry.At,
            Attendance = values.Code("attended"),
            Enforcement = values.Code("enforcement"),
        };
    }

    private static StaffMember Author(RowBatch batch, CsvValues values) => ((Known)batch.Loaded!).Staff[values["staff_username"].ToLowerInvariant()];

    /// <summary>The code of an outcome, or of the short words A (attended) and FTA (failed to attend).</summary>
    private static string? Attendance(string text) => text switch
    {
        "A" => "ATTC",
        "FTA" => AppointmentOutcomes.Table.Rows.FirstOrDefault(o => o is { Attended: false, Absence: AbsenceKind.Unacceptable })?.Code,
        _ => AppointmentOutcomes.Find(text)?.Code,
    };
}
