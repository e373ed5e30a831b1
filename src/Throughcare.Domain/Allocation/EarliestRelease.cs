namespace Throughcare.Domain.Allocation;

/// <summary>Which of the dates of a sentence counts, by what it is asked for.</summary>
/// <remarks>A date is in the future only if it is after the day. Source: offender-management-allocation-manager (ministryofjustice),
/// earliest release rules.</remarks>
public static class EarliestRelease
{
    /// <summary>Months before and with which a parole date is near.</summary>
    public const int ApproachingMonths = 10;

    /// <summary>The date that handover counts from, by the rules in force on the day: from 15 May 2025 the parole eligibility date of a
    /// determinate sentence, else the earlier of ARD and CRD; of an indeterminate one the tariff date in the future, else the hearing date in
    /// the future, else the nearer of the two.</summary>
    /// <returns><see langword="null"/> where none is recorded.</returns>
    public static ReleaseDate? ForHandover(bool isIndeterminate, ReleaseDates dates, DateOnly day, HandoverRuleVersion? version = null)
    {
        ArgumentNullException.ThrowIfNull(dates);
        return !isIndeterminate ? (dates.Ped is { } ped ? new("PED", ped) : dates.Automatic)
            : (version ?? HandoverRuleVersions.Current).Number switch
            {
                <= 2 => TariffElse(dates, day, dates.Thd is { } thd && thd >= day ? thd : null, dates.Ped is { } eligible && eligible >= day ? eligible : null),
                <= 6 => TariffElse(dates, day, dates.Thd is { } thd && thd > day ? thd : null, dates.Ped is { } eligible && eligible > day ? eligible : null),
                <= 8 => First([Named("TED", dates.Ted), Named("THD", dates.Thd)]),
                _ => dates.Ted > day ? Named("TED", dates.Ted)
                    : dates.Thd > day ? Named("THD", dates.Thd)
                    : new[] { Named("TED", dates.Ted), Named("THD", dates.Thd) }.Where(date => date is not null).MinBy(date => Math.Abs(date!.Value.On.DayNumber - day.DayNumber)),
            };
    }

    /// <summary>For the companies, before April 2023: the curfew date that was set, else the earliest of ARD, CRD and HDCED.</summary>
    public static ReleaseDate? ForCompany(ReleaseDates dates)
    {
        ArgumentNullException.ThrowIfNull(dates);
        return Named("HDCAD", dates.Hdcad) ?? First([Named("ARD", dates.Ard), Named("CRD", dates.Crd), Named("HDCED", dates.Hdced)]);
    }

    /// <summary>The date that lists show: the earliest on or after the day of CRD, ARD, HDCED, HDCAD, PED and TED, else the latest of them;
    /// only where there is none, the same over SED, LED, PRRD and APD.</summary>
    public static ReleaseDate? ForDisplay(ReleaseDates dates, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(dates);
        return FirstComing([Named("CRD", dates.Crd), Named("ARD", dates.Ard), Named("HDCED", dates.Hdced), Named("HDCAD", dates.Hdcad), Named("PED", dates.Ped), Named("TED", dates.Ted)], day)
            ?? FirstComing([Named("SED", dates.Sed), Named("LED", dates.Led), Named("PRRD", dates.Prrd), Named("APD", dates.Apd)], day);
    }

    /// <summary>The shown date is the day or earlier: such people are left out of counts of caseloads.</summary>
    public static bool IsReleased(ReleaseDate? display, DateOnly day) => display?.On <= day;

    /// <summary>Earliest of TED, PED, THD, ARD and CRD, whether or not it is past.</summary>
    public static ReleaseDate? ForEarlyAllocation(ReleaseDates dates)
    {
        ArgumentNullException.ThrowIfNull(dates);
        return First([Named("TED", dates.Ted), Named("PED", dates.Ped), Named("THD", dates.Thd), Named("ARD", dates.Ard), Named("CRD", dates.Crd)]);
    }

    /// <summary>Earliest of CRD, PED and TED, whether or not it is past: what the monthly list of a delivery unit shows.</summary>
    public static ReleaseDate? ForPipeline(ReleaseDates dates)
    {
        ArgumentNullException.ThrowIfNull(dates);
        return First([Named("CRD", dates.Crd), Named("PED", dates.Ped), Named("TED", dates.Ted)]);
    }

    /// <summary>Earliest of THD, TED and PED from the day to ten months after it.</summary>
    public static ReleaseDate? ApproachingParole(ReleaseDates dates, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(dates);
        return First([.. new[] { Named("THD", dates.Thd), Named("TED", dates.Ted), Named("PED", dates.Ped) }
            .Where(date => date?.On >= day && date?.On <= day.AddMonths(ApproachingMonths))]);
    }

    /// <summary>Earlier of APD and PRRD; whichever there is.</summary>
    public static ReleaseDate? AfterRecall(ReleaseDates dates)
    {
        ArgumentNullException.ThrowIfNull(dates);
        return First([Named("APD", dates.Apd), Named("PRRD", dates.Prrd)]);
    }

    /// <summary>A date set by hand takes the place of the calculated one.</summary>
    public static DateOnly? Overridden(DateOnly? calculated, DateOnly? byHand) => byHand ?? calculated;

    private static ReleaseDate? TariffElse(ReleaseDates dates, DateOnly day, DateOnly? hearing, DateOnly? eligible) =>
        dates.Ted > day ? Named("TED", dates.Ted) : First([Named("THD", hearing), Named("PED", eligible)]);

    /// <summary>The earliest; of two on one day the one that is named first.</summary>
    private static ReleaseDate? First(IReadOnlyList<ReleaseDate?> dates) => dates.Where(date => date is not null).MinBy(date => date!.Value.On);

    private static ReleaseDate? FirstComing(IReadOnlyList<ReleaseDate?> dates, DateOnly day) =>
        First([.. dates.Where(date => date?.On >= day)]) ?? dates.Where(date => date is not null).MaxBy(date => date!.Value.On);

    private static ReleaseDate? Named(string code, DateOnly? on) => on is { } known ? new(code, known) : null;
}
