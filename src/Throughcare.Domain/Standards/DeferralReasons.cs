using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Standards;

/// <summary>Why a due date may be put off.</summary>
/// <param name="MaxDays">The new date is at most so many days after the first; 0: recorded, and the clock goes on.</param>
/// <param name="Approver">Who approves it, never the one who asks; <see cref="Role.System"/> for what events set and end.</param>
/// <param name="CountsInDenominator">The item counts, and is on time only by the first date; else it counts by the new one.</param>
public sealed record DeferralReason(string Code, string Description, int MaxDays, Role Approver, bool CountsInDenominator) : ICode
{
    public bool IsActive => true;

    /// <summary>Set and ended by events: the clock stands still meanwhile.</summary>
    public bool IsSetByEvents => Approver is Role.System;

    internal static DeferralReason Read(CsvRow row) => new(
        row.Required("code"), row.Required("description"), row.Whole("max_days"),
        RoleCodes.Parse(row.Required("approver")) ?? throw row.Wrong("approver", $"is '{row["approver"]}', which is no role"), row.Flag("counts_in_denominator"));
}

/// <summary>The reasons of <c>deferral-reasons.csv</c>.</summary>
public static class DeferralReasons
{
    public static CodeTable<DeferralReason> Table { get; } = new("codes/deferral-reasons.csv", DeferralReason.Read);

    public static DeferralReason? Find(string? code) => Table.Find(code);
}
