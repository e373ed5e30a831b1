using System.Globalization;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>One version of the rules of handover.</summary>
/// <param name="Code"><c>H1</c> to <c>H9</c>.</param>
/// <param name="To">The last day on which it held; <see langword="null"/> for the current one.</param>
/// <param name="DateConfidence">How sure the days are.</param>
/// <param name="HasProviderSplit">Cases of the National Probation Service and of the companies were told apart.</param>
/// <param name="HasPolicyGate">Cases from before offender management in custody were left out.</param>
/// <param name="EarlyAllocationMonths">Months before release at which the COM leads after early allocation.</param>
/// <param name="ParoleMonths">Months before parole eligibility, for a determinate sentence.</param>
/// <param name="IndeterminateMonths">Months before the release date, for an indeterminate sentence.</param>
public sealed record HandoverRuleVersion(
    string Code, DateOnly From, DateOnly? To, string DateConfidence, bool HasProviderSplit, bool HasPolicyGate, int EarlyAllocationMonths, int ParoleMonths, int IndeterminateMonths)
    : ICode
{
    /// <summary>From 1 to 9.</summary>
    public int Number => int.Parse(Code.AsSpan(1), CultureInfo.InvariantCulture);

    public string Description => To is { } last ? $"{Code}, {Words.LongDate(From)} to {Words.LongDate(last)}" : $"{Code}, from {Words.LongDate(From)}";

    public bool IsActive => To is null;

    internal static HandoverRuleVersion Read(CsvRow row) => new(
        row.Required("version"), row.Date("effective_from"), row.OptionalDate("effective_to"), row.Required("date_confidence"),
        row.OneOf("provider_split", ("NPS and CRC", true), ("none", false)), row.OneOf("policy_gate", ("yes", true), ("no", false)),
        Months(row, "early_allocation_offset"), Months(row, "parole_determinate_offset"), Months(row, "isp_offset"));

    private static int Months(CsvRow row, string column) =>
        row.Required(column).Split(' ') is [var number, "months"] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var months)
            ? months
            : throw row.Wrong(column, "is no number of months");
}

/// <summary>The nine versions, chosen by the day of the calculation.</summary>
/// <remarks>Source: offender-management-allocation-manager (ministryofjustice), history of its rules.</remarks>
public static class HandoverRuleVersions
{
    public static CodeTable<HandoverRuleVersion> Table { get; } = new("allocation/handover-rule-versions.csv", HandoverRuleVersion.Read);

    public static HandoverRuleVersion Current => Table.Rows[^1];

    public static HandoverRuleVersion? Find(string? code) => Table.Find(code);

    /// <summary>The version that held on a day; <see langword="null"/> before the first.</summary>
    public static HandoverRuleVersion? On(DateOnly day) => Table.Rows.FirstOrDefault(version => version.From <= day && !(version.To < day));
}
