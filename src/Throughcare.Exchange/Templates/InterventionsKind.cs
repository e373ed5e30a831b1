using Throughcare.Domain.Interventions;
using Throughcare.Domain.Record;
using Throughcare.Exchange.Csv;
using Throughcare.Exchange.Record;

namespace Throughcare.Exchange.Templates;

/// <summary>Steps of people's ways through programmes and other interventions.</summary>
internal sealed class InterventionsKind : FactTemplate<RecordedIntervention>
{
    private static readonly CsvShape Columns = new(
        CsvColumns.Crn("X123456"),
        CsvColumns.Noms("A1234BC"),
        CsvColumns.Text("intervention_code", 30, "programme or activity", "TSP").Required,
        CsvColumns.Word<InterventionStatus>("status", "the step", "STARTED").Required,
        CsvColumns.Date("date", "day of the step", "2026-01-12").Required,
        CsvColumns.Text("provider", 120, "who runs it"),
        CsvColumns.Text("tutor", 120),
        CsvColumns.Text("outcome", 400, "what came of it"));

    public override string Source => ImportSource.Interventions;

    public override string Things => "interventions";

    public override string UseCase => "ImportInterventions";

    public override CsvShape Shape => Columns;

    protected override string What => "Intervention";

    protected override string KeyOf(CsvValues values) =>
        $"{values.Text("crn") ?? values["nomis_number"]}/{values["intervention_code"].ToUpperInvariant()}/{values["status"]}/{values["date"]}";

    protected override RecordedIntervention Make(CsvValues values, PersonId person, RecordedIntervention? was, RowBatch batch) => new()
    {
        Id = batch.NewId(),
        PersonId = person,
        Recorded = batch.Entry,
        ValidFrom = values.Date("date")!.Value,
        Code = values["intervention_code"].ToUpperInvariant(),
        Status = values.Word<InterventionStatus>("status")!.Value,
        Provider = values.Text("provider"),
        Tutor = values.Text("tutor"),
        Outcome = values.Text("outcome"),
    };
}
