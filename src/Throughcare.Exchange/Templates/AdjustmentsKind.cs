using Throughcare.Application.Record;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Offloc;
using Throughcare.Domain.Sentences;
using Throughcare.Exchange.Csv;
using Throughcare.Exchange.Record;

namespace Throughcare.Exchange.Templates;

/// <summary>Days that count towards sentences of a booking, or are added to them.</summary>
internal sealed class AdjustmentsKind : FactTemplate<SentenceAdjustment>
{
    private static readonly CsvShape Columns = new(
        CsvColumns.Booking("38479A").Required,
        CsvColumns.Word<AdjustmentType>("type", "kind of adjustment", "REMAND").Required,
        CsvColumns.Whole("days", 1, 9999, "number of days", "41").Required,
        CsvColumns.Date("from_date", "first day counted", "2025-10-21").Strict,
        CsvColumns.Date("to_date", "last day counted", "2025-11-30").Strict,
        CsvColumns.Date("applies_from", "day from which it applies", "2025-12-01").Strict);

    public override string Source => ImportSource.Adjustments;

    public override string Things => "adjustments";

    public override string UseCase => "ImportAdjustments";

    public override CsvShape Shape => Columns;

    protected override string What => "Adjustment";

    protected override string KeyOf(CsvValues values) => $"{values["booking_number"]}/{values["type"]}/{values["from_date"]}/{values["applies_from"]}";

    protected override IEnumerable<string?> Numbers(CsvValues values) => [values["booking_number"]];

    protected override (PersonId? Person, RowProblem? Problem) Find(PeopleByNumber people, CsvValues values) => FoundPerson.OfBooking(people, values["booking_number"]);

    protected override RowProblem? Look(CsvValues values)
    {
        var (from, to) = (values.Date("from_date"), values.Date("to_date"));
        return from > to ? FoundPerson.Error("to_date", values["to_date"], "ADJUSTMENT_INVALID_DATE_RANGE", "Enter a to_date on or after from_date")
            : (to?.DayNumber - from?.DayNumber + 1) is { } counted && counted < values.Whole("days")
                ? FoundPerson.Error("days", values["days"], CsvColumns.NumberInvalid, $"There are only {counted} days from from_date to to_date; correct one of the three")
                : null;
    }

    protected override SentenceAdjustment Make(CsvValues values, PersonId person, SentenceAdjustment? was, RowBatch batch) => new()
    {
        Id = batch.NewId(),
        PersonId = person,
        Recorded = batch.Entry,
        ValidFrom = values.Date("applies_from") ?? values.Date("from_date") ?? was?.ValidFrom ?? batch.Day,
        BookingNumber = values["booking_number"],
        Type = values.Word<AdjustmentType>("type")!.Value,
        Days = values.Whole("days")!.Value,
        From = values.Date("from_date"),
        To = values.Date("to_date"),
        AppliesFrom = values.Date("applies_from"),
    };
}
