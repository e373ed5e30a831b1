using System.Globalization;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Standards;

/// <summary>What a later date for a due item needs, and who may decide about it.</summary>
/// <remarks>Refusals name the fields <c>Reason</c>, <c>NewDueOn</c>, <c>Text</c> and <c>Attempts</c>; none where no field can put it right.
/// Source: standards.md 10.</remarks>
public static class DeferralRules
{
    /// <summary>Characters of the text that says why.</summary>
    public const int LeastText = 30;

    public const int MostText = 1_000;

    /// <summary>Deferrals of one item: those that wait or were approved; what was refused or taken back does not count.</summary>
    public const int MostOfOneItem = 2;

    /// <summary>Working days after the first due date up to which a deferral can be asked for.</summary>
    public const int WorkingDaysToAsk = 5;

    /// <summary>Attempts on different days that show that the person refused.</summary>
    public const int AttemptsNeeded = 3;

    /// <summary>The reason that needs attempts.</summary>
    public const string PersonRefused = "REFUSED";

    /// <summary>Reasons that somebody can choose: not those that events set and end.</summary>
    public static IReadOnlyList<DeferralReason> Choices { get; } = [.. DeferralReasons.Table.Selectable.Where(reason => !reason.IsSetByEvents)];

    /// <summary>The last day on which a deferral of the item can be asked for.</summary>
    public static DateOnly LastDayToAsk(DueItem item) => item.DueOn.AddWorkingDays(WorkingDaysToAsk);

    /// <summary>Why nobody can ask for a deferral of the item now; <see langword="null"/> where somebody can.</summary>
    /// <param name="before">All deferrals of the item.</param>
    public static string? Closed(DueItem item, IEnumerable<Deferral> before, DateOnly today)
    {
        var counted = before.Where(Counts).ToList();
        return item.State is not ItemState.Open ? "Only an item that is still to be done can be deferred"
            : counted.Exists(d => d.State is DeferralState.Requested) ? "A deferral of this item waits for a decision already"
            : counted.Count >= MostOfOneItem ? "This item has been deferred twice. It cannot be deferred again"
            : today > LastDayToAsk(item) ? $"A deferral has to be asked for within {WorkingDaysToAsk} working days of the due date: {Day(LastDayToAsk(item))} was the last day"
            : null;
    }

    /// <summary>Checks what somebody asks for.</summary>
    /// <param name="newDueOn">Not needed for a reason that leaves the date where it is.</param>
    /// <param name="attempts">Days on which it was tried; they count for one reason alone.</param>
    /// <param name="before">All deferrals of the item.</param>
    /// <returns>Everything that is wrong; empty where nothing is.</returns>
    public static IReadOnlyList<Refusal> Check(
        DueItem item, string? reason, DateOnly? newDueOn, string? text, IReadOnlyCollection<DateOnly> attempts, IReadOnlyCollection<Deferral> before, DateOnly today)
    {
        if (Closed(item, before, today) is { } closed)
        {
            return [new("", closed)];
        }

        List<Refusal> wrong = [];
        var chosen = Choices.FirstOrDefault(choice => choice.Code == reason);
        if (chosen is null)
        {
            wrong.Add(new("Reason", "Select why the date should be later"));
        }

        if (NewDateProblem(item, chosen, newDueOn, today) is { } problem)
        {
            wrong.Add(new("NewDueOn", problem));
        }

        if (TextProblem(text) is { } tooShort)
        {
            wrong.Add(new("Text", tooShort));
        }

        if (chosen?.Code == PersonRefused && attempts.Where(day => day >= item.TriggerOn && day <= today).Distinct().Count() < AttemptsNeeded)
        {
            wrong.Add(new("Attempts", $"Select {AttemptsNeeded} attempts on different days"));
        }

        return wrong;
    }

    /// <summary>The date that a deferral gives: for a reason that is recorded alone, the date that the item has.</summary>
    public static DateOnly NewDate(DueItem item, DeferralReason reason, DateOnly? asked) => reason.MaxDays == 0 ? item.EffectiveDueOn : asked ?? item.EffectiveDueOn;

    /// <summary>Why somebody can not decide about a deferral; <see langword="null"/> where they can.</summary>
    /// <param name="item">The item as it stands; <see langword="null"/> where there is none any more.</param>
    /// <param name="roles">The roles that they act in.</param>
    public static Refusal? Undecidable(Deferral asked, DueItem? item, StaffId by, IReadOnlyCollection<Role> roles)
    {
        var approver = DeferralReasons.Find(asked.Reason)?.Approver;
        return asked.State is not DeferralState.Requested ? new Refusal("", "This deferral has been decided already")
            : asked.RequestedBy == by ? new Refusal("", "You asked for this deferral, so somebody else has to decide about it")
            : approver is not { } role || !roles.Contains(role) ? new Refusal("", $"This deferral is decided by: {(approver is { } needed ? Roles.Of(needed).Name : "nobody")}", RefusalKind.Role)
            : item is not { State: ItemState.Open } ? new Refusal("", "This item is no longer to be done, so there is nothing to defer")
            : null;
    }

    /// <summary>Whether it is one of the two that an item can have.</summary>
    private static bool Counts(Deferral deferral) => deferral is { Withdrawn: false, State: DeferralState.Requested or DeferralState.Approved };

    /// <summary>What is wrong with a text that says why; <see langword="null"/> where nothing is.</summary>
    public static string? TextProblem(string? text) => (text?.Trim().Length ?? 0) switch
    {
        0 => "Enter why",
        < LeastText => $"Your reason must be {LeastText} characters or more",
        > MostText => $"Your reason must be {MostText.ToString("N0", CultureInfo.InvariantCulture)} characters or fewer",
        _ => null,
    };

    private static string? NewDateProblem(DueItem item, DeferralReason? reason, DateOnly? asked, DateOnly today)
    {
        if (reason is { MaxDays: 0 })
        {
            return asked is { } date && date != item.EffectiveDueOn ? "This reason is recorded and leaves the due date where it is. Clear the new due date" : null;
        }

        return asked switch
        {
            null => "Enter the new due date",
            { } date when date <= item.EffectiveDueOn => $"New due date must be after {Day(item.EffectiveDueOn)}, when it is due now",
            { } date when date < today => "New due date must be today or in the future",
            { } date when reason is { } known && date > item.DueOn.AddDays(known.MaxDays) =>
                $"New due date must be on or before {Day(item.DueOn.AddDays(known.MaxDays))}: this reason allows {known.MaxDays} days from the first due date",
            _ => null,
        };
    }

    private static string Day(DateOnly day) => Words.LongDate(day);
}
