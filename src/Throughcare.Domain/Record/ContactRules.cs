using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record;

/// <summary>Whether an entry is shared with the person.</summary>
public enum Sharing
{
    Yes,

    /// <summary>From a later date.</summary>
    Later,

    /// <summary>Not at all, for a reason.</summary>
    No,
}

/// <summary>A contact as somebody wants to record it.</summary>
/// <param name="Role">In which they record it.</param>
/// <param name="Type">Of which kind; <see langword="null"/> where none is chosen.</param>
/// <param name="HappenedAt">When; <see langword="null"/> where no time could be read, which its own field says.</param>
/// <param name="Text">What they wrote.</param>
public sealed record ContactToRecord(Role Role, ContactType? Type, DateTimeOffset? HappenedAt, string? Text)
{
    /// <summary>The level chosen; <see langword="null"/> for the default of the type.</summary>
    public Sensitivity? Sensitivity { get; init; }

    public bool IsThirdParty { get; init; }

    /// <summary>Who supplied third-party information.</summary>
    public string? ThirdPartySource { get; init; }

    public int? DurationMinutes { get; init; }

    /// <summary>How many active objectives of the plan it is linked to.</summary>
    public int Objectives { get; init; }

    /// <summary>Why it is not about the plan.</summary>
    public string? NotAboutPlanReason { get; init; }

    /// <summary>Why it is recorded late.</summary>
    public string? LateReason { get; init; }

    public Sharing Sharing { get; init; }

    public DateOnly? SharedFrom { get; init; }

    public string? NotSharedReason { get; init; }

    /// <summary>Whether a linked objective is said to be achieved, and what shows it.</summary>
    public bool IsObjectiveAchieved { get; init; }

    public string? AchievementEvidence { get; init; }
}

/// <summary>What a contact must be to be saved, and the level it is held at.</summary>
public static class ContactRules
{
    public const int LongestText = 4_000;

    public const int LongestSessionMinutes = 480;

    private const int ShortestReason = 15;

    private const int ShortestEvidence = 20;

    private const int DaysBeforeReason = 31;

    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    /// <summary>A key work or programme session: its length is asked, and what was discussed and agreed.</summary>
    public static bool IsSession(ContactType type) => type.Code is "TC02" or "TC37";

    /// <summary>The level an entry is held at: that of its type, raised where the author chose so, and at least restricted
    /// for third-party information. Nobody lowers it below the type's.</summary>
    public static Sensitivity LevelOf(ContactType type, Sensitivity? chosen, bool isThirdParty)
    {
        var level = chosen is { } raised && raised > type.DefaultSensitivity ? raised : type.DefaultSensitivity;
        return isThirdParty && level < Sensitivity.Restricted ? Sensitivity.Restricted : level;
    }

    /// <summary>Everything that stands in the way of saving, in the order of the form; empty when nothing does.</summary>
    /// <param name="draft">What was filled in.</param>
    /// <param name="now">The instant of saving.</param>
    /// <param name="bornOn">The person's date of birth; <see langword="null"/> where it is not recorded.</param>
    public static IReadOnlyList<Refusal> Check(ContactToRecord draft, DateTimeOffset now, DateOnly? bornOn)
    {
        var wrong = new List<Refusal>();
        if (draft.Type is not { } type)
        {
            Add(nameof(draft.Type), "Select the kind of contact");
        }
        else if (!ContactRecorders.MayRecord(draft.Role, type))
        {
            wrong.Add(new(nameof(draft.Type), $"{Roles.Of(draft.Role).Name} cannot record this kind of contact", RefusalKind.Role));
        }

        CheckWhen(draft, now, bornOn, Add);
        CheckText(draft, Add);
        CheckDuration(draft, Add);
        CheckObjectives(draft, Add);
        CheckReaders(draft, Add);
        return wrong;

        void Add(string field, string message) => wrong.Add(new(field, message));
    }

    private static void CheckWhen(ContactToRecord draft, DateTimeOffset now, DateOnly? bornOn, Action<string, string> add)
    {
        if (draft.HappenedAt is not { } happened)
        {
            add(nameof(draft.HappenedAt), "Enter when the contact happened");
        }
        else if (happened > now + Tolerance)
        {
            add(nameof(draft.HappenedAt), "Date and time of the contact must be now or in the past");
        }
        else if (happened.LondonDate < bornOn)
        {
            add(nameof(draft.HappenedAt), "Date of the contact must be on or after the person’s date of birth");
        }
        else if ((RecordingDelay.Of(happened, now).NeedsReason || now - happened > TimeSpan.FromDays(DaysBeforeReason)) && IsBlank(draft.LateReason))
        {
            add(nameof(draft.LateReason), "Enter why this is recorded late");
        }
    }

    private static void CheckText(ContactToRecord draft, Action<string, string> add)
    {
        if (IsBlank(draft.Text))
        {
            add(nameof(draft.Text), "Enter what happened");
        }
        else if (draft.Text!.Trim().Length > LongestText)
        {
            add(nameof(draft.Text), "Notes must be 4,000 characters or fewer");
        }
    }

    private static void CheckDuration(ContactToRecord draft, Action<string, string> add)
    {
        if (draft is { DurationMinutes: null, Type: { } type } && IsSession(type))
        {
            add(nameof(draft.DurationMinutes), "Enter how long the session was, in minutes");
        }
        else if (draft.DurationMinutes is < 1 or > LongestSessionMinutes)
        {
            add(nameof(draft.DurationMinutes), "Length must be between 1 and 480 minutes");
        }
    }

    private static void CheckObjectives(ContactToRecord draft, Action<string, string> add)
    {
        if (draft is { Type.ObjectiveLink: ObjectiveLink.Required, Objectives: 0 })
        {
            if (IsBlank(draft.NotAboutPlanReason))
            {
                add(nameof(draft.Objectives), "Select an objective, or say why this is not about the plan");
            }
            else if (draft.NotAboutPlanReason!.Trim().Length < ShortestReason)
            {
                add(nameof(draft.NotAboutPlanReason), $"Reason must be {ShortestReason} characters or more");
            }
        }

        if (draft.IsObjectiveAchieved && (draft.AchievementEvidence?.Trim().Length ?? 0) < ShortestEvidence)
        {
            add(nameof(draft.AchievementEvidence), $"Say what shows that the objective is achieved, in {ShortestEvidence} characters or more");
        }
    }

    private static void CheckReaders(ContactToRecord draft, Action<string, string> add)
    {
        if (draft is { Type: { } type, Sensitivity: { } chosen } && chosen < type.DefaultSensitivity)
        {
            add(nameof(draft.Sensitivity), $"This kind of contact is held at least as: {SensitivityLevels.Of(type.DefaultSensitivity).Description}");
        }

        if (draft.IsThirdParty && IsBlank(draft.ThirdPartySource))
        {
            add(nameof(draft.ThirdPartySource), "Enter who supplied the information");
        }

        if (draft is { Sharing: Sharing.Later, SharedFrom: null })
        {
            add(nameof(draft.SharedFrom), "Enter the date from which this is shared");
        }

        if (draft.Sharing is Sharing.No && IsBlank(draft.NotSharedReason))
        {
            add(nameof(draft.NotSharedReason), "Enter why this is not shared");
        }
    }

    private static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text);
}
