using System.Globalization;

namespace Throughcare.Domain.Record.Matching;

/// <summary>One field of a comparison, and what it says.</summary>
/// <param name="This">The value of the one; <see langword="null"/> where it is missing.</param>
/// <param name="Other">The value of the other.</param>
public readonly record struct MatchTerm(MatchField Field, MatchOutcome Outcome, decimal Weight, string? This, string? Other);

/// <summary>How likely it is that two records are one person's.</summary>
/// <param name="Prior">What is assumed before anything is compared.</param>
/// <param name="Total">The prior and all weights: a base-2 logarithm of the odds.</param>
/// <param name="Terms">Every field that was compared, in the order of <see cref="MatchField"/>.</param>
/// <param name="Because">What forbids that they are linked without a person looking, however high the score.</param>
public sealed record MatchScore(MatchPairing Pairing, decimal Prior, decimal Total, IReadOnlyList<MatchTerm> Terms, HardConflicts Because)
{
    /// <summary>Births further apart than this are not a slip of the pen.</summary>
    private const int FarApartYears = 5;

    /// <summary>Between 0 and 1.</summary>
    public double Probability => ProbabilityOf((double)Total);

    /// <summary><c>2^total / (1 + 2^total)</c>.</summary>
    public static double ProbabilityOf(double total) => 1 / (1 + Math.Pow(2, -total));

    /// <summary>Compares two records, or a row and a record. Which is which does not matter to the score.</summary>
    public static MatchScore Of(MatchFeatures one, MatchFeatures other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);

        var pairing = (one.Side, other.Side) switch
        {
            (MatchSide.Prison, MatchSide.Prison) => MatchPairing.PrisonPrison,
            (MatchSide.Probation, MatchSide.Probation) => MatchPairing.ProbationProbation,
            _ => MatchPairing.PrisonProbation,
        };
        var terms = new List<MatchTerm>(8);
        var prior = MatchWeights.Prior(pairing);
        var total = prior;
        if (pairing is MatchPairing.PrisonProbation)
        {
            Numbers(MatchField.NomisNumber, one.PrisonNumbers, other.PrisonNumbers);
        }

        Numbers(MatchField.Pnc, one.Pncs, other.Pncs);
        Numbers(MatchField.Cro, one.Cros, other.Cros);
        Names();
        Born();
        Sex();
        return new(pairing, prior, total, terms, Conflicts(one, other));

        void Add(MatchField field, MatchOutcome outcome, string? mine, string? theirs)
        {
            var weight = MatchWeights.Of(pairing, field, outcome);
            terms.Add(new(field, outcome, weight, mine, theirs));
            total += weight;
        }

        void Numbers(MatchField field, IReadOnlyList<string> mine, IReadOnlyList<string> theirs)
        {
            if (Missing(mine.Count == 0, theirs.Count == 0) is { } missing)
            {
                Add(field, missing, mine.Count == 0 ? null : mine[0], theirs.Count == 0 ? null : theirs[0]);
                return;
            }

            var (outcome, a, b) = Compare(mine, theirs);
            Add(field, outcome, a, b);
        }

        void Names()
        {
            var best = new NameOutcomes(default, default, default, decimal.MinValue, one.Names[0], other.Names[0]);
            foreach (var mine in one.Names)
            {
                foreach (var theirs in other.Names)
                {
                    var surname = Missing(mine.Surname.Length == 0, theirs.Surname.Length == 0) ?? Alike(mine.JoinedSurname, theirs.JoinedSurname, mine.Surname, theirs.Surname);
                    var forename = Missing(mine.Forename.Length == 0, theirs.Forename.Length == 0) ?? Alike(mine.Forename, theirs.Forename);
                    var second = Missing(mine.SecondForename.Length == 0, theirs.SecondForename.Length == 0) ?? Alike(mine.SecondForename, theirs.SecondForename);
                    var sum = MatchWeights.Of(pairing, MatchField.Surname, surname) + MatchWeights.Of(pairing, MatchField.Forename, forename)
                        + MatchWeights.Of(pairing, MatchField.SecondForename, second);
                    best = sum > best.Sum ? new(surname, forename, second, sum, mine, theirs) : best;
                }
            }

            Add(MatchField.Surname, best.Surname, Text(best.Mine.Surname), Text(best.Theirs.Surname));
            Add(MatchField.Forename, best.Forename, Text(best.Mine.Forename), Text(best.Theirs.Forename));
            Add(MatchField.SecondForename, best.Second, Text(best.Mine.SecondForename), Text(best.Theirs.SecondForename));
        }

        void Born() => Add(
            MatchField.DateOfBirth,
            Missing(one.BornOn is null, other.BornOn is null) ?? Best(pairing, one.BornOn!.Value, other.BornOn!.Value),
            Day(one.BornOn), Day(other.BornOn));

        void Sex() => Add(
            MatchField.Sex,
            Missing(one.Sex is MatchSex.NotSpecified, other.Sex is MatchSex.NotSpecified) ?? (one.Sex == other.Sex ? MatchOutcome.Same : MatchOutcome.Different),
            SexText(one.Sex), SexText(other.Sex));

        MatchOutcome? Missing(bool mine, bool theirs) => (mine, theirs) switch
        {
            (false, false) => null,
            (true, true) => MatchOutcome.MissingBoth,
            _ when pairing is not MatchPairing.PrisonProbation => MatchOutcome.MissingOneSide,
            _ => (mine ? one : other).Side is MatchSide.Prison ? MatchOutcome.MissingPrisonSide : MatchOutcome.MissingProbationSide,
        };
    }

    /// <summary>Whether a record that was found by its own key is another person after all: the surnames are not alike and the
    /// dates of birth differ.</summary>
    public static bool KeyDisagrees(MatchFeatures one, MatchFeatures other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);

        return one.BornOn is { } born && other.BornOn is { } theirBirth && born != theirBirth
            && !one.Names.Any(mine => other.Names.Any(theirs => SurnameSimilarity(mine, theirs) >= JaroWinkler.Alike));
    }

    /// <summary>Whether they share a NOMIS number, a PNC number or a CRO number.</summary>
    public static bool SharesNumber(MatchFeatures one, MatchFeatures other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);

        return Shared(one.PrisonNumbers, other.PrisonNumbers) || Shared(one.Pncs, other.Pncs) || Shared(one.Cros, other.Cros);
    }

    private static HardConflicts Conflicts(MatchFeatures one, MatchFeatures other)
    {
        var conflicts = HardConflicts.None;
        if (one.PrisonNumbers.Count > 0 && other.PrisonNumbers.Count > 0 && !Shared(one.PrisonNumbers, other.PrisonNumbers))
        {
            conflicts |= HardConflicts.DifferentPrisonNumbers;
        }

        if (one.Sex is not MatchSex.NotSpecified && other.Sex is not MatchSex.NotSpecified && one.Sex != other.Sex)
        {
            conflicts |= HardConflicts.DifferentSex;
        }

        if (one.BornOn is { } mine && other.BornOn is { } theirs && FarApart(mine, theirs) && !Shared(one.Pncs, other.Pncs) && !Shared(one.Cros, other.Cros))
        {
            conflicts |= HardConflicts.BirthsFarApart;
        }

        if (one.IsBookingActive && other.IsBookingActive && !Shared(one.Bookings, other.Bookings))
        {
            conflicts |= HardConflicts.TwoActiveBookings;
        }

        return conflicts;
    }

    private static bool FarApart(DateOnly one, DateOnly other) =>
        (one < other ? one : other).AddYears(FarApartYears) < (one < other ? other : one);

    private static double SurnameSimilarity(MatchName one, MatchName other) => Math.Max(
        JaroWinkler.Similarity(one.Surname, other.Surname), JaroWinkler.Similarity(one.JoinedSurname, other.JoinedSurname));

    private static (MatchOutcome Outcome, string One, string Other) Compare(IReadOnlyList<string> ones, IReadOnlyList<string> others)
    {
        (MatchOutcome, string, string)? similar = null;
        foreach (var one in ones)
        {
            foreach (var other in others)
            {
                if (one == other)
                {
                    return (MatchOutcome.Same, one, other);
                }

                if (similar is null && OneEdit.Apart(one, other))
                {
                    similar = (MatchOutcome.Similar, one, other);
                }
            }
        }

        return similar ?? (MatchOutcome.Different, ones[0], others[0]);
    }

    private static MatchOutcome Alike(string one, string other) =>
        one == other ? MatchOutcome.Same
        : OneEdit.Apart(one, other) || JaroWinkler.Similarity(one, other) >= JaroWinkler.Alike || SoundsLike(one, other) ? MatchOutcome.Similar
        : MatchOutcome.Different;

    private static MatchOutcome Alike(string joined, string otherJoined, string words, string otherWords) => Alike(joined, otherJoined) switch
    {
        MatchOutcome.Different when words.Length != joined.Length || otherWords.Length != otherJoined.Length => Alike(words, otherWords),
        var outcome => outcome,
    };

    private static bool SoundsLike(string one, string other) => SoundKey.Of(one) is { } sound && sound == SoundKey.Of(other);

    /// <summary>The same, or else the likeness that weighs most.</summary>
    private static MatchOutcome Best(MatchPairing pairing, DateOnly one, DateOnly other)
    {
        if (one == other)
        {
            return MatchOutcome.Same;
        }

        var best = MatchOutcome.Different;
        Try(one.Year == other.Year && one.Month == other.Month, MatchOutcome.SameYearMonth);
        Try(one.Month == other.Month && one.Day == other.Day, MatchOutcome.SameMonthDay);
        Try(one.Year == other.Year && one.Day == other.Day, MatchOutcome.SameYearDay);
        Try(one.Year == other.Year && one.Month == other.Day && one.Day == other.Month, MatchOutcome.DayMonthSwapped);
        return best;

        void Try(bool holds, MatchOutcome outcome)
        {
            if (holds && (best is MatchOutcome.Different
                || MatchWeights.Of(pairing, MatchField.DateOfBirth, outcome) > MatchWeights.Of(pairing, MatchField.DateOfBirth, best)))
            {
                best = outcome;
            }
        }
    }

    private static bool Shared(IReadOnlyList<string> ones, IReadOnlyList<string> others)
    {
        foreach (var one in ones)
        {
            foreach (var other in others)
            {
                if (one == other)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string? Text(string name) => name.Length == 0 ? null : name;

    private static string? Day(DateOnly? day) => day?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string? SexText(MatchSex sex) => sex is MatchSex.NotSpecified ? null : sex.ToString();

    private readonly record struct NameOutcomes(
        MatchOutcome Surname, MatchOutcome Forename, MatchOutcome Second, decimal Sum, MatchName Mine, MatchName Theirs);
}

/// <summary>What a person has to look at, however alike two records are otherwise.</summary>
[Flags]
public enum HardConflicts
{
    None = 0,

    /// <summary>Both have a NOMIS number and no number is shared: one is for life.</summary>
    DifferentPrisonNumbers = 1,
    DifferentSex = 2,

    /// <summary>Born more than 5 years apart, and no PNC or CRO number is shared.</summary>
    BirthsFarApart = 4,

    /// <summary>Both are in custody, on different bookings.</summary>
    TwoActiveBookings = 8,
}
