using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Standards;

/// <summary>A kind of event after which risk or plan are looked at again.</summary>
/// <param name="AlertsTo">The roles that are told.</param>
/// <param name="DecisionWorkingDays">Working days within which somebody decides what to do.</param>
/// <param name="ReviewWorkingDays">Working days within which the review is done; <see langword="null"/> where something else sets that.</param>
/// <param name="Opens">The work that it opens, such as <c>RISK_REVIEW</c>.</param>
/// <param name="IsSignificantChange">It starts the clocks of a significant change.</param>
public sealed record SignificantEvent(
    string Code, string Description, IReadOnlyList<Role> AlertsTo, int DecisionWorkingDays, int? ReviewWorkingDays, string Opens, bool IsSignificantChange)
    : ICode
{
    public bool IsActive => true;

    internal static SignificantEvent Read(CsvRow row) => new(
        row.Required("code"), row.Required("description"),
        [.. row.Required("alerts_to").Split('|').Select(code => RoleCodes.Parse(code) ?? throw row.Wrong("alerts_to", $"is '{code}', which is no role"))],
        row.Whole("decision_working_days"), row.OptionalWhole("review_working_days"), row.Required("opens"), row.Flag("counts_as_significant_change"));
}

/// <summary>The events of <c>significant-events.csv</c>.</summary>
public static class SignificantEvents
{
    public static CodeTable<SignificantEvent> Table { get; } = new("codes/significant-events.csv", SignificantEvent.Read);

    public static SignificantEvent? Find(string? code) => Table.Find(code);
}
