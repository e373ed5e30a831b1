using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>Versions H1 and H2, February 2020 to March 2023: the National Probation Service and the community rehabilitation companies.</summary>
/// <remarks>Source: offender-management-allocation-manager (ministryofjustice), history of its rules.</remarks>
internal static class HandoverOfTwoProviders
{
    private const int CompanyWeeks = 12;

    public static Explained<HandoverResult> For(HandoverInput input, HandoverRuleVersion version, ReleaseDate? nationalRelease)
    {
        var isCompany = input.IsCompanyCase && !input.IsIndeterminate;
        var release = isCompany ? EarliestRelease.ForCompany(input.Dates) : nationalRelease;
        if (input.IsRecalled)
        {
            return HandoverRules.Fixed(input, version, HandoverReasons.Recall, Responsibility.Community, release);
        }

        if (input.IsImmigrationCase)
        {
            return HandoverRules.Fixed(input, version, HandoverReasons.Immigration, Responsibility.Community, release);
        }

        if (release is not { } counted)
        {
            return HandoverRules.Fixed(input, version, HandoverReasons.ReleaseDateUnknown, Responsibility.CustodyOnly, null);
        }

        if (isCompany)
        {
            var on = counted.On.AddWeeks(-CompanyWeeks);
            return HandoverRules.Dated(input, version, HandoverReasons.Company, on, on, counted, null);
        }

        if (!input.IsIndeterminate && input.SentenceStart is null)
        {
            return HandoverRules.Without(HandoverProblem.SentenceStartMissing, input, version.Code);
        }

        if (input.SentenceStart?.AddMonths(HandoverRules.ShortMonths) >= counted.On)
        {
            return HandoverRules.Fixed(input, version, HandoverReasons.ShortOfTwoProviders, Responsibility.Community, release);
        }

        if (!OmicPolicy.Includes(input.Cohort, input.SentenceStart, counted.On, input.IsInOpenConditions, input.OpenPrisonRulesApply))
        {
            return HandoverRules.Fixed(input, version, HandoverReasons.BeforeOmic, Responsibility.Community, release);
        }

        var (reason, start, handover, months) = OfNationalService(input, version, counted.On);
        return HandoverRules.Dated(input, version, reason, start, start > handover ? start : handover, counted, months);
    }

    private static (string Reason, DateOnly Start, DateOnly Handover, int? Months) OfNationalService(HandoverInput input, HandoverRuleVersion version, DateOnly release)
    {
        var opened = input.IsIndeterminate && input.OpenPrisonRulesApply ? (input.IsInWomensPrison ? input.CategorySince : input.PrisonArrival) : null;
        if (input.IsEarlyAllocation)
        {
            var early = release.AddMonths(-version.EarlyAllocationMonths);
            return (HandoverReasons.NationalEarlyAllocation, opened ?? early, early, version.EarlyAllocationMonths);
        }

        if (input.IsIndeterminate)
        {
            var on = release.AddMonths(-version.IndeterminateMonths);
            return (input.IsInOpenConditions ? HandoverReasons.NationalIndeterminateOpen : HandoverReasons.NationalIndeterminate, opened ?? on, on, version.IndeterminateMonths);
        }

        if (input.Dates.Ped is { } ped)
        {
            var on = ped.AddMonths(-version.ParoleMonths);
            return (HandoverReasons.NationalParole, on, on, version.ParoleMonths);
        }

        var start = SevenMonths(release);
        if (version.Number == 2)
        {
            var both = OneDate(release, input.SentenceStart!.Value);
            return (HandoverReasons.NationalDeterminate, both, both, null);
        }

        return input.MappaLevel switch
        {
            2 or 3 => (HandoverReasons.NationalMappaHigh, start, start > input.On ? start : input.On, null),
            null => (HandoverReasons.NationalMappaUnknown, start, WithCurfew(input.Dates, release), null),
            _ => (HandoverReasons.NationalMappaLow, start, WithCurfew(input.Dates, release), null),
        };
    }

    /// <summary>Version H2: seven months and 15 days before release, and not before the sentence started.</summary>
    public static DateOnly OneDate(DateOnly release, DateOnly sentenceStart) =>
        SevenMonths(release) is var on && on < sentenceStart ? sentenceStart : on;

    private static DateOnly SevenMonths(DateOnly release) => release.AddMonths(-7).AddDays(-15);

    /// <summary>The curfew date that was set; else the earlier of four months and 15 days before release and the curfew eligibility date.</summary>
    private static DateOnly WithCurfew(ReleaseDates dates, DateOnly release) =>
        dates.Hdcad ?? (release.AddMonths(-4).AddDays(-15) is var on && dates.Hdced < on ? dates.Hdced.Value : on);
}
