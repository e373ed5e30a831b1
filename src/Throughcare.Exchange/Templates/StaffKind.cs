using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Offloc;
using Throughcare.Exchange.Csv;
using Throughcare.Exchange.Record;

namespace Throughcare.Exchange.Templates;

/// <summary>Members of staff, by their user names. It makes no accounts: an administrator does.</summary>
internal sealed class StaffKind : TemplateKind
{
    private static readonly CsvShape Columns = new(
        CsvColumns.Text("username", 120, "the name that the person signs in with", "petra.omond").Required,
        CsvColumns.Text("full_name", 120, "forename and surname", "Petra Omond").Required,
        CsvColumns.Known("role", code => RoleCodes.Parse(code) is { } role && Roles.Of(role).IsStaff, "Enter the code of a role of staff, like POM", "role", "POM") with { MustBeThere = true, MustBeFilled = true, RejectsRow = true },
        CsvColumns.Known("unit_code", code => Places.Find(code) is not null, "Enter the code of a prison, delivery unit or team", "where the person works", "LHI") with { MustBeThere = true, MustBeFilled = true, RejectsRow = true },
        new CsvColumn("email", (text, _) => text.Length <= 254 && text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && text.IndexOf('.', at) > at + 1 && text[^1] != '.'
            ? new(text) : new("", CsvColumns.ValueInvalid, "Enter an email address, like name@example.gov.uk"))
        { About = "email address", Example = "petra.omond@example.gov.uk" }.Required,
        CsvColumns.Text("grade", 60),
        CsvColumns.Whole("caseload_capacity", 0, 999, "cases that the person can hold", "45"),
        CsvColumns.Text("line_manager", 120, "user name"));

    public override string Source => ImportSource.Staff;

    public override string Things => "staff";

    public override string UseCase => "ImportStaff";

    public override CsvShape Shape => Columns;

    protected override string KeyOf(CsvValues values) => values["username"].ToLowerInvariant();

    protected override RowProblem? Check(FileRow row, ImportRun run) =>
        row.Problem is null && run.Unit is { } unit && Shape.Values(row)["unit_code"] != unit.Text
            ? FoundPerson.Error("unit_code", Shape.Values(row)["unit_code"], OfflocChecks.NotOwnUnit, $"You may import staff of {unit} only")
            : null;

    protected override async Task ApplyAsync(RowBatch batch, CancellationToken stop)
    {
        var db = batch.Db;
        var rows = batch.Rows.Select(r => (Row: r, Values: Shape.Values(r.Row))).ToList();
        string?[] names = [.. rows.SelectMany(r => new[] { r.Values["username"], r.Values["line_manager"] }).Select(n => n.ToLowerInvariant()).Distinct()];
        var known = (await db.Staff.Where(s => names.Contains(s.UserName)).ToListAsync(stop)).ToDictionary(s => s.UserName!);
        var listed = rows.Select(r => r.Values["username"].ToLowerInvariant()).ToHashSet();
        foreach (var (row, values) in rows)
        {
            batch.Warn(row, CsvShape.Warnings(row.Row));
            var name = values["username"].ToLowerInvariant();
            var was = known.GetValueOrDefault(name);
            if (batch.Run.Unit is { } unit && was is not null && was.Place != unit)
            {
                batch.Reject(row, FoundPerson.Error("username", name, OfflocChecks.NotOwnUnit, "This member of staff works elsewhere; ask an administrator to move them"));
                continue;
            }

            if (values.Text("line_manager")?.ToLowerInvariant() is { } manager && !known.ContainsKey(manager) && !listed.Contains(manager))
            {
                batch.Warn(row, [new("line_manager", manager, ContactsKind.UnknownStaff, "No member of staff has this user name yet; it is kept", ImportSeverity.Warning)]);
            }

            var now = new StaffMember
            {
                Id = was?.Id ?? new(batch.NewId().Value),
                Name = values["full_name"],
                Role = RoleCodes.FromCode(values["role"]),
                Place = new(values["unit_code"]),
                UserName = name,
                Email = values["email"],
                Grade = values.Text("grade") ?? was?.Grade,
                CaseloadCapacity = values.Whole("caseload_capacity") ?? was?.CaseloadCapacity,
                LineManager = values.Text("line_manager")?.ToLowerInvariant() ?? was?.LineManager,
            };
            if (was is null || (!batch.FillGaps && !Same(was, now)))
            {
                db.Entry(now).State = was is null ? EntityState.Added : EntityState.Modified;
                batch.Bind(row, null, was is null ? RowEffect.Created : RowEffect.Updated);
            }
            else
            {
                batch.Bind(row, null, RowEffect.Unchanged);
            }
        }

        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
    }

    private static bool Same(StaffMember one, StaffMember other) =>
        (one.Name, one.Role, one.Place, one.Email, one.Grade, one.CaseloadCapacity, one.LineManager)
        == (other.Name, other.Role, other.Place, other.Email, other.Grade, other.CaseloadCapacity, other.LineManager);
}
