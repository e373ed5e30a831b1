using System.Globalization;
using Throughcare.Application.Record.Matching;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Matching;
using Throughcare.Domain.Sentences;

namespace Throughcare.Web.Pages.Record.Matching;

/// <summary>What pages say of matches.</summary>
internal static class MatchWords
{
    extension(MatchKind kind)
    {
        public string Words => kind switch
        {
            MatchKind.PrisonProbation => "Prison and probation",
            MatchKind.PrisonPrison => "Prison and prison",
            MatchKind.ProbationProbation => "Probation and probation",
            MatchKind.KeyPersonDisagrees => "Same number, another person",
            _ => "PPO or IOM list",
        };
    }

    extension(MatchField compared)
    {
        public string Words => compared switch
        {
            MatchField.NomisNumber => "Prison number",
            MatchField.Pnc => "PNC number",
            MatchField.Cro => "CRO number",
            MatchField.SecondForename => "Second forename",
            MatchField.DateOfBirth => "Date of birth",
            _ => compared.ToString(),
        };

        /// <summary>Search shows it of everybody.</summary>
        public bool IsShownBySearch => compared is not (MatchField.DateOfBirth or MatchField.Sex);
    }

    extension(MatchOutcome outcome)
    {
        public string Words => outcome switch
        {
            MatchOutcome.Same => "The same",
            MatchOutcome.Similar => "Similar",
            MatchOutcome.SameYearMonth => "Same year and month",
            MatchOutcome.SameMonthDay => "Same month and day",
            MatchOutcome.SameYearDay => "Same year and day",
            MatchOutcome.DayMonthSwapped => "Day and month swapped",
            MatchOutcome.Different => "Different",
            MatchOutcome.MissingBoth => "Missing on both",
            _ => "Missing on one",
        };
    }

    extension(MatchStatus status)
    {
        public string Words => status switch
        {
            MatchStatus.Open => "To decide",
            MatchStatus.Deferred => "Put off",
            MatchStatus.MergeRequested => "Waiting for a second person",
            MatchStatus.Linked => "One person",
            _ => "Not the same person",
        };
    }

    extension(MatchAction action)
    {
        public string Words => action switch
        {
            MatchAction.Link => "Link: they are one person",
            MatchAction.NotSame => "Not the same: they are two people",
            MatchAction.CreateNew => "Create new: not the same as anybody offered",
            _ => "Defer: look at it again later",
        };
    }

    extension(DataQualityKind kind)
    {
        public string Words => kind switch
        {
            DataQualityKind.SourceConflict => "A file differs from what was corrected here",
            DataQualityKind.LeftPrisonList => "Left the prison list – confirm",
            DataQualityKind.SourceDisagreement => "Two sources disagree",
            DataQualityKind.TeamNotMapped => "Team not known",
            _ => kind.ToString(),
        };
    }

    extension(DataQualityItem item)
    {
        /// <summary>Which value is in force, and what somebody can do about it.</summary>
        public string Advice => item.Kind switch
        {
            DataQualityKind.SourceConflict => "The value here is in force: somebody here corrected it, and no file overwrites that. Keep it, or let the source’s next file write its own.",
            DataQualityKind.SourceDisagreement when item.Field == RoshSources.Field =>
                "The level in force is the newest. If it is wrong, ask for the assessment to be put right where it was made. This settles itself when the sources agree.",
            DataQualityKind.SourceDisagreement =>
                "The value here is in force: the prison’s while the person is in custody, probation’s otherwise. If the other is right, change it on the person’s page or ask for it to be put right at its source. This settles itself when the sources agree.",
            DataQualityKind.LeftPrisonList => "Two lists running did not name the person, and no movement says why. Record the release or the transfer, or say here why they are still at the prison.",
            DataQualityKind.TeamNotMapped => "No table says which delivery unit this team belongs to, so the region alone is recorded. Ask an administrator to add the team.",
            _ => "",
        };

        /// <summary>The page on which the person’s record is changed, and its words; <see langword="null"/> for what is not changed here.</summary>
        public (string Page, string Words)? Where => item.Kind switch
        {
            DataQualityKind.LeftPrisonList => ("movements", "Movements"),
            DataQualityKind.SourceDisagreement when item.Field == ReleaseSources.Field => ("sentence", "Sentence and dates"),
            DataQualityKind.SourceDisagreement when item.Field != RoshSources.Field => ("personal", "Personal"),
            _ => null,
        };
    }

    /// <summary>"Almost certainly one person: 99.97%".</summary>
    public static string Likelihood(double probability) => (probability switch
    {
        >= 0.99 => "Almost certainly one person",
        >= 0.9 => "Very likely one person",
        >= 0.5 => "Likely one person",
        _ => "More likely two people",
    }) + ": " + Percent(probability);

    public static string Percent(double probability) =>
        (probability >= 0.995 ? Math.Min(probability, 0.9999).ToString("P2", CultureInfo.InvariantCulture) : probability.ToString("P0", CultureInfo.InvariantCulture)).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>"+2.25", "−1.35".</summary>
    public static string Weight(decimal weight) => weight.ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture);

    public static IReadOnlyList<string> Reasons(MatchReasons reasons) =>
    [
        .. new (MatchReasons Flag, string Words)[]
        {
            (MatchReasons.Likely, "It is likely, but not certain"),
            (MatchReasons.SeveralCandidates, "Several records could be the one"),
            (MatchReasons.SharedNumberNotSure, "They share a number, but the rest does not agree enough"),
            (MatchReasons.KeyPersonDisagrees, "They share a number, but neither surname nor date of birth agrees"),
            (MatchReasons.DifferentPrisonNumbers, "They have different prison numbers"),
            (MatchReasons.DifferentSex, "They are of different sex"),
            (MatchReasons.BirthsFarApart, "They were born more than 5 years apart"),
            (MatchReasons.TwoActiveBookings, "Both are in custody now, on different bookings"),
        }.Where(r => reasons.HasFlag(r.Flag)).Select(r => r.Words),
    ];
}
