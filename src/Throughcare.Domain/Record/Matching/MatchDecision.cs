namespace Throughcare.Domain.Record.Matching;

/// <summary>Why a pair needs a person to look at it.</summary>
[Flags]
public enum MatchReasons
{
    None = 0,

    /// <summary>The probability is at least 0.50 and below 0.99.</summary>
    Likely = 1,

    /// <summary>At least two records are as likely as not.</summary>
    SeveralCandidates = 2,

    /// <summary>They share a number, and the rest is not sure enough.</summary>
    SharedNumberNotSure = 4,

    /// <summary>The record was found by its own key, and neither surname nor date of birth agrees.</summary>
    KeyPersonDisagrees = 8,
    DifferentPrisonNumbers = 16,
    DifferentSex = 32,
    BirthsFarApart = 64,
    TwoActiveBookings = 128,
}

/// <summary>A record that may be the same person's, with its score.</summary>
public sealed record MatchCandidate(MatchFeatures Features, MatchScore Score)
{
    public PersonId PersonId => Features.PersonId ?? throw new InvalidOperationException("A candidate is a person on record.");
}

/// <summary>What is to be done about a row, or a new record, given everybody it may be.</summary>
public abstract record MatchDecision
{
    /// <summary>0.99 and over is sure.</summary>
    public const double Sure = 0.99;

    /// <summary>0.50 and over is worth a look.</summary>
    public const double WorthALook = 0.5;

    private MatchDecision() { }

    /// <summary>It is this person, without anybody looking.</summary>
    public sealed record Auto(MatchCandidate Person) : MatchDecision;

    /// <summary>A person decides about each of these, the likeliest first.</summary>
    public sealed record Queue(IReadOnlyList<Queued> Candidates) : MatchDecision;

    /// <summary>Nobody on record.</summary>
    public sealed record None : MatchDecision;

    public sealed record Queued(MatchCandidate Candidate, MatchReasons Reasons);

    /// <summary>Decides about one row or record. Whom somebody told apart from it must not be among the candidates.</summary>
    /// <param name="asker">The row, or the record.</param>
    /// <param name="candidates">Each person once.</param>
    public static MatchDecision Of(MatchFeatures asker, IReadOnlyList<MatchFeatures> candidates)
    {
        ArgumentNullException.ThrowIfNull(asker);
        ArgumentNullException.ThrowIfNull(candidates);

        if (candidates.Count == 0)
        {
            return new None();
        }

        var scored = candidates.Select(c => new MatchCandidate(c, MatchScore.Of(asker, c))).ToList();
        var sharing = scored.Where(c => MatchScore.SharesNumber(asker, c.Features)).ToList();
        var likely = scored.Where(c => c.Score.Probability >= WorthALook).ToList();
        List<MatchCandidate> worth = [.. likely, .. sharing is [var only] && !likely.Contains(only) ? [only] : Array.Empty<MatchCandidate>()];
        if (worth.Count == 0)
        {
            return new None();
        }

        return worth is [{ Score: { Probability: >= Sure, Because: HardConflicts.None } } sure]
            ? new Auto(sure)
            : new Queue([.. worth.OrderByDescending(c => c.Score.Total).ThenBy(c => c.PersonId.Value).Select(c => new Queued(c, Why(c)))]);

        MatchReasons Why(MatchCandidate c) =>
            (c.Score.Probability is >= WorthALook and < Sure ? MatchReasons.Likely : MatchReasons.None)
            | (likely.Count > 1 && likely.Contains(c) ? MatchReasons.SeveralCandidates : MatchReasons.None)
            | (c.Score.Probability < Sure && sharing.Contains(c) ? MatchReasons.SharedNumberNotSure : MatchReasons.None)
            | (sharing.Contains(c) && MatchScore.KeyDisagrees(asker, c.Features) ? MatchReasons.KeyPersonDisagrees : MatchReasons.None)
            | Of(c.Score.Because);
    }

    /// <summary>The kind of item that a queued pair becomes.</summary>
    public static MatchKind KindOf(Queued queued)
    {
        ArgumentNullException.ThrowIfNull(queued);
        return queued.Reasons.HasFlag(MatchReasons.KeyPersonDisagrees) ? MatchKind.KeyPersonDisagrees : KindOf(queued.Candidate.Score.Pairing);
    }

    /// <summary>The kind of item for two records of these kinds.</summary>
    public static MatchKind KindOf(MatchPairing pairing) => pairing switch
    {
        MatchPairing.PrisonPrison => MatchKind.PrisonPrison,
        MatchPairing.ProbationProbation => MatchKind.ProbationProbation,
        _ => MatchKind.PrisonProbation,
    };

    /// <summary>The conflicts of a score, as reasons.</summary>
    public static MatchReasons Of(HardConflicts conflicts) =>
        (conflicts.HasFlag(HardConflicts.DifferentPrisonNumbers) ? MatchReasons.DifferentPrisonNumbers : MatchReasons.None)
        | (conflicts.HasFlag(HardConflicts.DifferentSex) ? MatchReasons.DifferentSex : MatchReasons.None)
        | (conflicts.HasFlag(HardConflicts.BirthsFarApart) ? MatchReasons.BirthsFarApart : MatchReasons.None)
        | (conflicts.HasFlag(HardConflicts.TwoActiveBookings) ? MatchReasons.TwoActiveBookings : MatchReasons.None);
}
