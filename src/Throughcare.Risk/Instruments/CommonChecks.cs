namespace Throughcare.Risk.Instruments;

/// <summary>What the 2026 family asks of dates and ages.</summary>
internal static class CommonChecks
{
    /// <summary>Nobody is this old.</summary>
    private const int TooOld = 110;
    private const int MonthsAfterAssessment = 3;

    public static void OfFirstSanction(RiskInput input, int atConviction, ref Problems problems)
    {
        problems.AddIf(input.AgeAtFirstSanction is < 0 or >= TooOld, RiskProblemType.AgeAtFirstSanctionOutOfRange, RiskField.AgeAtFirstSanction);
        problems.AddIf(
            input.ConvictionDate > input.DateOfBirth && input.AgeAtFirstSanction > atConviction, RiskProblemType.AgeAtFirstSanctionAfterAgeAtCurrentConviction,
            RiskField.ConvictionDate, RiskField.AgeAtFirstSanction);
    }

    public static void OfConviction(RiskInput input, ref Problems problems)
    {
        problems.AddIf(input.ConvictionDate <= input.DateOfBirth, RiskProblemType.DateOfCurrentConvictionBeforeDateOfBirth, RiskField.ConvictionDate);
        problems.AddIf(
            input.AssessmentDate is { } assessed && Arithmetic.IsMoreThanMonthsAfter(input.ConvictionDate, assessed, MonthsAfterAssessment),
            RiskProblemType.DateOfCurrentConvictionWithinThreeMonthsOfAssessmentDate, RiskField.AssessmentDate, RiskField.ConvictionDate);
    }

    /// <param name="atFollowUp">Age on the community date, or on that of the conviction where there is none.</param>
    public static void OfFollowUp(RiskInput input, int atFollowUp, ref Problems problems)
    {
        var unread = input.NotUnderstood;
        problems.AddIf(
            input.CommunityDate is null && input.ConvictionDate is null && !unread.Contains(RiskField.CommunityDate), RiskProblemType.DateOfStartOfFollowupRequired,
            RiskField.CommunityDate);
        problems.AddIf(input.CommunityDate <= input.DateOfBirth, RiskProblemType.DateOfStartOfFollowupBeforeDateOfBirth, RiskField.CommunityDate);
        problems.AddIf(atFollowUp >= TooOld, RiskProblemType.DateOfStartOfFollowupOutOfRange, RiskField.CommunityDate);
    }

    public static void OfLastSexualOffence(RiskInput input, ref Problems problems)
    {
        if (input is { LastSexualOffenceDate: { } last, DateOfBirth: { } born })
        {
            problems.AddIf(last <= born, RiskProblemType.DateOfMostRecentSexualOffenceBeforeDateOfBirth, RiskField.LastSexualOffenceDate);
            problems.AddIf(Arithmetic.YearsBetween(born, last) >= TooOld, RiskProblemType.DateOfMostRecentSexualOffenceOutOfRange, RiskField.LastSexualOffenceDate);
        }
    }
}
