using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record;

/// <summary>A contact as somebody wants to record it.</summary>
/// <param name="Role">In which they record it.</param>
/// <param name="Type">Of which kind; <see langword="null"/> where none is chosen.</param>
/// <param name="HappenedAt">When; <see langword="null"/> where no time could be read, which its own field says.</param>
/// <param name="Text">What they wrote.</param>
public sealed record ContactToCheck(Role Role, ContactType? Type, DateTimeOffset? HappenedAt, string? Text)
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
    public string? NotAboutThePlan { get; init; }

    /// <summary>Why it is recorded late.</summary>
    public string? LateReason { get; init; }

    public Sharing Sharing { get; init; }

    public DateOnly? ShareFrom { get; init; }

    public string? NotSharedBecause { get; init; }

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
    /// <param name="contact">What was filled in.</param>
    /// <param name="now">The instant of saving.</param>
    /// <param name="bornOn">The person's date of birth; <see langword="null"/> where it is not recorded.</param>
    public static IReadOnlyList<Refusal> Check(ContactToCheck contact, DateTimeOffset now, DateOnly? bornOn)
    {
        var wrong = new List<Refusal>();
        if (contact.Type is not { } type)
        {
            Add(nameof(contact.Type), "Select the kind of contact");
        }
        else if (!ContactRecorders.MayRecord(contact.Role, type))
        {
            wrong.Add(new(nameof(contact.Type), $"{Roles.Of(contact.Role).Name} cannot record this kind of contact", RefusalKind.Role));
        }

        CheckWhen(contact, now, bornOn, Add);
        CheckText(contact, Add);
        CheckDuration(contact, Add);
        CheckObjectives(contact, Add);
        CheckReaders(contact, Add);
        return wrong;

        void Add(string field, string message) => wrong.Add(new(field, message));
    }

    private static void CheckWhen(ContactToCheck contact, DateTimeOffset now, DateOnly? bornOn, Action<string, string> add)
    {
        if (contact.HappenedAt is not { } happened)
        {
            add(nameof(contact.HappenedAt), "Enter when the contact happened");
        }
        else if (happened > now + Tolerance)
        {
            add(nameof(contact.HappenedAt), "Date and time of the contact must be now or in the past");
        }
        else if (happened.LondonDate < bornOn)
        {
            add(nameof(contact.HappenedAt), "Date of the contact must be on or after the person’s date of birth");
        }
        else if ((RecordingDelay.Of(happened, now).NeedsReason || now - happened > TimeSpan.FromDays(DaysBeforeReason)) && IsBlank(contact.LateReason))
        {
            add(nameof(contact.LateReason), "Enter why this is recorded late");
        }
    }

    private static void CheckText(ContactToCheck contact, Action<string, string> add)
    {
        if (IsBlank(contact.Text))
        {
            add(nameof(contact.Text), "Enter what happened");
        }
        else if (contact.Text!.Trim().Length > LongestText)
        {
            add(nameof(contact.Text), "Notes must be 4,000 characters or fewer");
        }
    }

    private static void CheckDuration(ContactToCheck contact, Action<string, string> add)
    {
        if (contact is { DurationMinutes: null, Type: { } type } && IsSession(type))
        {
            add(nameof(contact.DurationMinutes), "Enter how long the session was, in minutes");
        }
        else if (contact.DurationMinutes is < 1 or > LongestSessionMinutes)
        {
            add(nameof(contact.DurationMinutes), "Length must be between 1 and 480 minutes");
        }
    }

    private static void CheckObjectives(ContactToCheck contact, Action<string, string> add)
    {
        if (contact is { Type.ObjectiveLink: ObjectiveLink.Required, Objectives: 0 })
        {
            if (IsBlank(contact.NotAboutThePlan))
            {
                add(nameof(contact.Objectives), "Select an objective, or say why this is not about the plan");
            }
            else if (contact.NotAboutThePlan!.Trim().Length < ShortestReason)
            {
                add(nameof(contact.NotAboutThePlan), $"Reason must be {ShortestReason} characters or more");
            }
        }

        if (contact.IsObjectiveAchieved && (contact.AchievementEvidence?.Trim().Length ?? 0) < ShortestEvidence)
        {
            add(nameof(contact.AchievementEvidence), $"Say what shows that the objective is achieved, in {ShortestEvidence} characters or more");
        }
    }

    private static void CheckReaders(ContactToCheck contact, Action<string, string> add)
    {
        if (contact is { Type: { } type, Sensitivity: { } chosen } && chosen < type.DefaultSensitivity)
        {
            add(nameof(contact.Sensitivity), $"This kind of contact is held at least as: {SensitivityLevels.Of(type.DefaultSensitivity).Description}");
        }

        if (contact.IsThirdParty && IsBlank(contact.ThirdPartySource))
        {
            add(nameof(contact.ThirdPartySource), "Enter who supplied the information");
        }

        if (contact is { Sharing: Sharing.Later, ShareFrom: null })
        {
            add(nameof(contact.ShareFrom), "Enter the date from which this is shared");
        }

        if (contact.Sharing is Sharing.No && IsBlank(contact.NotSharedBecause))
        {
            add(nameof(contact.NotSharedBecause), "Enter why this is not shared");
        }
    }

    private static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text);
}
