using System.Globalization;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;

namespace Throughcare.Domain.Record.SubjectAccess;

/// <summary>What courts decided, and what follows from it.</summary>
public static partial class FactExports
{
    private static IEnumerable<FactExport> Sentenced() =>
    [
        FactExport.Giving<Offence>(ExportSection.Sentences, "Offence", offence => new ExportLines()
            .Add("Offence", offence.Description).Add("Main offence", offence.IsMain).Add("Committed on", offence.CommittedOn)),
        FactExport.Giving<SentenceRecord>(ExportSection.Sentences, "Sentence", sentence => new ExportLines()
            .Add("Type", sentence.Type, SentenceTypes.Table).Add("Held under", sentence.LegalStatus, ImprisonmentStatuses.Table)
            .Add("Length", Length(sentence.Years, sentence.Months, null, sentence.Days)).Add("Length in days", sentence.EffectiveDays)
            .Add("Court", sentence.Court, Courts.Table).Add("What the court decided", sentence.CourtOutcome)),
        FactExport.Giving<ListedSentence>(ExportSection.Sentences, "Sentence of a list", sentence => new ExportLines()
            .Add("Booking number", sentence.BookingNumber).Add("Number", (int?)sentence.Number).Add("Type", sentence.Type, SentenceTypes.Table)
            .Add("Offence committed on", sentence.OffenceOn).Add("Offence code", sentence.OffenceCode)
            .Add("Length", Length(sentence.Years, sentence.Months, sentence.Weeks, sentence.Days)).Add("Follows sentence number", sentence.ConsecutiveTo)
            .Add("Extended licence", Length(sentence.ExtensionYears, sentence.ExtensionMonths, sentence.ExtensionWeeks, sentence.ExtensionDays))
            .Add("Two thirds are served", sentence.IsSdsPlus).Add("Early release that does not apply", sentence.Exclusions).Add("Court", sentence.Court, Courts.Table)),
        FactExport.Giving<SentenceAdjustment>(ExportSection.Sentences, "Days that count", days => new ExportLines()
            .Add("Kind", (AdjustmentType?)days.Type).Add("Days", (int?)days.Days).Add("Booking number", days.BookingNumber)
            .Add("First day", days.From).Add("Last day", days.To).Add("Applies from", days.AppliesFrom)),
        FactExport.Giving<Disposal>(ExportSection.Sentences, "Sentence or order", disposal => new ExportLines()
            .Add("Type", disposal.Type, SentenceTypes.Table).Add("In the words of the source", disposal.Detail)
            .Add("Length", Length(disposal.Length, disposal.Unit)).Add("Why it ended", disposal.Termination)),
        FactExport.Giving<Requirement>(ExportSection.Sentences, "Requirement", asked => new ExportLines()
            .Add("Requirement", asked.Category).Add("More exactly", asked.SubCategory).Add("Length", Length(asked.Length, asked.Unit))
            .Add("Begun", asked.CommencedOn).Add("Why it ended", asked.Termination)),
        FactExport.Giving<CourtEvent>(ExportSection.Sentences, "Court event", court => new ExportLines()
            .Add("Referred on", court.ReferredOn).Add("Convicted on", court.ConvictedOn).Add("Group of cases", court.Cohort)),
        FactExport.Giving<KeyDates>(ExportSection.Dates, "Key dates", Dates),
    ];

    private static ExportLines Dates(KeyDates dates)
    {
        var lines = new ExportLines();
        foreach (var kind in KeyDateKind.All)
        {
            lines.Add(kind.Name, kind.Of(dates));
        }

        return lines.Add("Earliest possible release date", dates.EarliestRelease)
            .Add("Why you are to be released", MovementReasons.Words("REL", dates.ReleaseReason)).Add("Licence type", dates.LicenceType)
            .Add("Work after release", dates.EmploymentAtDischarge).Add("Who supervises you after release", dates.SupervisingService).Add("Dates as of", dates.AsOf);
    }

    private static string? Length(int? years, int? months, int? weeks, int? days) =>
        (years ?? 0, months ?? 0, weeks ?? 0, days ?? 0) is var (y, m, w, d) && y + m + w + d > 0 ? Words.Length(y, m, w, d) : null;

    private static string? Length(int? length, LengthUnit? unit) => (length, unit) switch
    {
        ({ } n, { } known) => LengthUnitText.Words(n, known),
        ({ } n, null) => n.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
