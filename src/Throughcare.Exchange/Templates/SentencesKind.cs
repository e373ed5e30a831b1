using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Offloc;
using Throughcare.Domain.Sentences;
using Throughcare.Exchange.Csv;
using Throughcare.Exchange.Record;

namespace Throughcare.Exchange.Templates;

/// <summary>Sentences of bookings, as the court passed them.</summary>
internal sealed class SentencesKind : FactTemplate<ListedSentence>
{
    private static readonly CsvShape Columns = new(
        CsvColumns.Noms("A1234BC"),
        CsvColumns.Crn("X123456"),
        CsvColumns.Booking("38479A").Required,
        CsvColumns.Whole("sentence_no", 1, 999, "number within the booking", "1").Required,
        CsvColumns.Coded("sentence_type", SentenceTypes.Table, "code of the kind of sentence", "ADIMP_ORA").Required,
        CsvColumns.Date("offence_date", "day of the offence", "2025-03-02").Required,
        CsvColumns.Date("sentence_date", "day of sentence", "2025-12-01").Required,
        CsvColumns.Whole("years", 0, 99, "length as pronounced; 0 for none", "3").InHeader,
        CsvColumns.Whole("months", 0, 999, example: "6").InHeader,
        CsvColumns.Whole("weeks", 0, 999, example: "0").InHeader,
        CsvColumns.Whole("days", 0, 9999, example: "0").InHeader,
        CsvColumns.Whole("consecutive_to", 1, 999, "sentence_no of the one that it follows").Strict,
        CsvColumns.Whole("extension_years", 0, 99, "extended licence").Strict,
        CsvColumns.Whole("extension_months", 0, 999).Strict,
        CsvColumns.Whole("extension_weeks", 0, 999).Strict,
        CsvColumns.Whole("extension_days", 0, 9999).Strict,
        CsvColumns.Text("offence_code", 10, "Home Office code"),
        CsvColumns.YesNo("sds_plus", "two thirds are served", "N"),
        CsvColumns.Text("exclusions", 240, "schemes that do not apply, with semicolons between"),
        CsvColumns.Coded("court_code", Courts.Table, "code of the court", "LEEDCC"));

    public override string Source => ImportSource.Sentences;

    public override string Things => "sentences";

    public override string UseCase => "ImportSentences";

    public override CsvShape Shape => Columns;

    protected override string What => "Sentence";

    protected override string KeyOf(CsvValues values) => $"{values["booking_number"]}/{values["sentence_no"]}";

    protected override RowProblem? Look(CsvValues values) => base.Look(values)
        ?? (values.Date("sentence_date") < values.Date("offence_date")
            ? FoundPerson.Error("sentence_date", values["sentence_date"], CsvColumns.DateInvalid, "Enter a sentence_date on or after offence_date")
            : values.Whole("consecutive_to") is { } other && other == values.Whole("sentence_no")
                ? FoundPerson.Error("consecutive_to", values["consecutive_to"], CsvColumns.ValueInvalid, "A sentence can not follow itself; enter the number of another one")
                : null);

    protected override ListedSentence Make(CsvValues values, PersonId person, ListedSentence? was, RowBatch batch) => new()
    {
        Id = batch.NewId(),
        PersonId = person,
        Recorded = batch.Entry,
        ValidFrom = values.Date("sentence_date")!.Value,
        BookingNumber = values["booking_number"],
        Number = values.Whole("sentence_no")!.Value,
        Type = values.Code("sentence_type")!.Value,
        OffenceOn = values.Date("offence_date")!.Value,
        Years = values.Whole("years") ?? 0,
        Months = values.Whole("months") ?? 0,
        Weeks = values.Whole("weeks") ?? 0,
        Days = values.Whole("days") ?? 0,
        ConsecutiveTo = values.Whole("consecutive_to"),
        ExtensionYears = values.Whole("extension_years"),
        ExtensionMonths = values.Whole("extension_months"),
        ExtensionWeeks = values.Whole("extension_weeks"),
        ExtensionDays = values.Whole("extension_days"),
        OffenceCode = values.Text("offence_code"),
        IsSdsPlus = values.Flag("sds_plus"),
        Exclusions = values.Text("exclusions"),
        Court = values.Code("court_code"),
    };
}
