using Throughcare.Risk.Screens;

namespace Throughcare.Risk.Recorded;

/// <summary>An item of the spousal assault risk assessment.</summary>
/// <param name="Number">1 to 20.</param>
/// <param name="Title">In short, from the published literature.</param>
public sealed record SaraItem(int Number, string Title);

/// <summary>How an item was rated. There is no total: two judgements are made from the whole.</summary>
/// <param name="Item">1 to 20.</param>
/// <param name="Rating">0 absent, 1 possible or partial, 2 present; <see langword="null"/> not scored.</param>
/// <param name="IsCritical">Whether it alone would make the risk high.</param>
public sealed record SaraRating(int Item, int? Rating, bool IsCritical, string? Comment);

/// <summary>A consideration beyond the twenty items.</summary>
/// <param name="Rating">0 absent, 1 possible or partial, 2 present.</param>
public sealed record SaraConsideration(string Text, int? Rating, bool IsCritical);

/// <summary>Why 6.7 shows abuse and no SARA was made.</summary>
public enum NoSaraReason
{
    /// <summary>No suitably trained assessor is available.</summary>
    NoTrainedAssessor,

    /// <summary>The abuse was outside intimate relationships.</summary>
    NothingRequiresOne,
}

/// <summary>State of a recorded SARA.</summary>
public enum SaraState
{
    InProgress,

    /// <summary>Signed and locked.</summary>
    Signed,

    /// <summary>Withdrawn, with a reason.</summary>
    Deleted,
}

/// <summary>SARA, second edition: recorded, not calculated.</summary>
/// <remarks>Source of the structure: ministryofjustice/oasys-cypress-test; of the items: the published assessment.</remarks>
public sealed record Sara
{
    /// <summary>The most other considerations.</summary>
    public const int MostConsiderations = 3;

    /// <summary>The twenty items, in order.</summary>
    public static IReadOnlyList<SaraItem> Items { get; } =
    [
        .. new[]
        {
            "Past assault of family members", "Past assault of strangers or acquaintances", "Past violation of conditional release or supervision", "Recent relationship problems",
            "Recent employment problems", "Victim of or witness to family violence as a child or adolescent", "Recent substance misuse", "Recent suicidal or homicidal ideation",
            "Recent psychotic or manic symptoms", "Personality disorder with anger, impulsivity or instability", "Past physical assault", "Past sexual assault or sexual jealousy",
            "Past use of weapons or credible threats of death", "Recent escalation in frequency or severity of assault", "Past violation of no-contact orders",
            "Extreme minimisation or denial of assault", "Attitudes that support assault of partners", "Severe or sexual assault in the current offence",
            "Weapons or credible threats of death in the current offence", "Violation of a no-contact order in the current offence",
        }.Select((title, at) => new SaraItem(at + 1, title)),
    ];

    public required string Assessor { get; init; }

    /// <summary>Whether the assessor is trained in SARA; only such a one may sign.</summary>
    public required bool IsTrained { get; init; }

    public DateOnly? CompletedOn { get; init; }

    public IReadOnlyList<SaraRating> Ratings { get; init; } = [];

    public IReadOnlyList<SaraConsideration> Considerations { get; init; } = [];

    /// <summary>Interviews, police papers, records, tests.</summary>
    public IReadOnlyList<string> SourcesConsulted { get; init; } = [];

    /// <summary>The overall judgement: risk of violence to a partner.</summary>
    public NeedLevel? RiskToPartner { get; init; }

    /// <summary>The overall judgement: risk of violence to others.</summary>
    public NeedLevel? RiskToOthers { get; init; }

    public SaraState State { get; init; }

    /// <summary>What stands in the way of signing, in words; empty when it may be signed.</summary>
    public IReadOnlyList<string> ProblemsOfSigning()
    {
        List<string> problems = [];
        if (!IsTrained)
        {
            problems.Add("Only an assessor trained in SARA can sign one");
        }

        if (Ratings.Select(rating => rating.Item).Distinct().Count() != Items.Count || Ratings.Any(rating => rating.Item is < 1 or > 20))
        {
            problems.Add("Rate all 20 items, or say that one is not scored");
        }

        if (Ratings.Any(rating => rating.Rating is < 0 or > 2) || Considerations.Any(one => one.Rating is < 0 or > 2))
        {
            problems.Add("A rating must be 0, 1 or 2");
        }

        if (Considerations.Count > MostConsiderations)
        {
            problems.Add($"Enter {MostConsiderations} other considerations or fewer");
        }

        if (RiskToPartner is null)
        {
            problems.Add("Select the risk of violence to a partner");
        }

        if (RiskToOthers is null)
        {
            problems.Add("Select the risk of violence to others");
        }

        if (CompletedOn is null)
        {
            problems.Add("Enter the date on which it was completed");
        }

        return problems;
    }
}
