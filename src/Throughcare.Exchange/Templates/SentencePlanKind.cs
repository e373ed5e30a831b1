using Throughcare.Domain.Planning;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Offloc;
using Throughcare.Exchange.Csv;
using Throughcare.Exchange.Record;

namespace Throughcare.Exchange.Templates;

/// <summary>Objectives of sentence plans.</summary>
internal sealed class SentencePlanKind : FactTemplate<RecordedObjective>
{
    private static readonly CsvShape Columns = new(
        CsvColumns.Crn("X123456"),
        CsvColumns.Noms("A1234BC"),
        CsvColumns.Whole("objective_no", 1, 99, "number within the plan", "1").Required,
        CsvColumns.Text("need_code", 30, "area of need", "ACCOMMODATION").Required,
        CsvColumns.Text("objective_text", 1000, "what is to be reached", "Find a settled place to live before release").Required,
        CsvColumns.Word<ObjectiveStatus>("status", "how far it is", "ACTIVE").Required,
        CsvColumns.Date("target_date", "day by which", "2026-06-30").Strict,
        CsvColumns.Text("owner", 120, "who sees to it", "POM"),
        CsvColumns.Text("intervention_code", 30, "programme that serves it"),
        CsvColumns.Date("planned_start", "planned first day").Strict,
        CsvColumns.Date("planned_end", "planned last day").Strict);

    public override string Source => ImportSource.SentencePlan;

    public override string Things => "sentence plan objectives";

    public override string UseCase => "ImportSentencePlan";

    public override CsvShape Shape => Columns;

    protected override string What => "Objective";

    protected override string KeyOf(CsvValues values) => $"{values.Text("crn") ?? values["nomis_number"]}/{values["objective_no"]}";

    protected override RowProblem? Look(CsvValues values) => base.Look(values) ?? (values.Date("planned_start") > values.Date("planned_end")
        ? FoundPerson.Error("planned_end", values["planned_end"], CsvColumns.DateInvalid, "Enter a planned_end on or after planned_start")
        : null);

    protected override RecordedObjective Make(CsvValues values, PersonId person, RecordedObjective? was, RowBatch batch) => new()
    {
        Id = batch.NewId(),
        PersonId = person,
        Recorded = batch.Entry,
        ValidFrom = was?.ValidFrom ?? batch.Day,
        Number = values.Whole("objective_no")!.Value,
        Need = values["need_code"].ToUpperInvariant(),
        Text = values["objective_text"],
        Status = values.Word<ObjectiveStatus>("status")!.Value,
        TargetOn = values.Date("target_date"),
        Owner = values.Text("owner"),
        Intervention = values.Text("intervention_code"),
        PlannedStart = values.Date("planned_start"),
        PlannedEnd = values.Date("planned_end"),
    };
}
