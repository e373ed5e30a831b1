using Throughcare.Domain.Record;

namespace Throughcare.Domain.Allocation;

/// <summary>What a member of staff chose about one kind of notice. Without a choice they are told.</summary>
public sealed record NoticeChoice
{
    public required StaffId Staff { get; init; }

    /// <summary>One of <see cref="NoticeKinds.Optional"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Whether they want to be told.</summary>
    public required bool IsTold { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>One kind of notice that nobody has to be given.</summary>
/// <param name="Label">As the form names it.</param>
/// <param name="When">When it is given.</param>
/// <param name="IsForPoms">Only POMs are ever given it.</param>
public sealed record NoticeKind(string Code, string Label, string When, bool IsForPoms);

/// <summary>Kinds of notices that staff may do without. All others are always given.</summary>
/// <remarks>Source: offender-management-allocation-manager (ministryofjustice), handover emails, which each POM may turn off; that the digest of tasks
/// may be turned off too is inferred.</remarks>
public static class NoticeKinds
{
    public const string UpcomingHandover = "upcoming_handover";

    public const string HandoverDay = "handover_day";

    public const string ComOverdue = "com_allocation_overdue";

    public const string Digest = "daily_digest";

    public static IReadOnlyList<NoticeKind> Optional { get; } =
    [
        new(UpcomingHandover, "A handover is near", "Eight weeks before the community takes the lead", IsForPoms: true),
        new(HandoverDay, "A handover begins", "On the day on which the community takes the lead", IsForPoms: true),
        new(ComOverdue, "No community offender manager is named", "14 days after the handover", IsForPoms: true),
        new(Digest, "Tasks that became due or overdue", "Once a day, all together", IsForPoms: false),
    ];
}
