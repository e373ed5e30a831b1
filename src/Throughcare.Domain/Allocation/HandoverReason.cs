using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>Why a case is handed over when it is.</summary>
/// <param name="Code">Such as <c>determinate_short</c>.</param>
/// <param name="HasDates">There is a date on which the COM takes over.</param>
/// <param name="Text">A sentence in which <c>{type}</c>, <c>{n}</c>, <c>{start}</c> and <c>{level}</c> are filled in; empty where there is only a name.</param>
public sealed record HandoverReason(string Code, string Description, bool HasDates, string Text) : ICode
{
    public bool IsActive => true;

    internal static HandoverReason Read(CsvRow row) => new(
        row.Required("reason_code"), row.Required("label"), row.OneOf("has_dates", ("yes", true), ("no", false)), row["text_shown"]);

    /// <param name="type">The date that is counted from, such as CRD.</param>
    /// <param name="months">How many months before it.</param>
    /// <param name="start">From when a COM supports.</param>
    public string Say(string? type, int? months, DateOnly? start, int? level) =>
        Text.Length == 0 ? $"{Description}."
            : Text.Replace("{type}", type ?? "release", StringComparison.Ordinal)
                .Replace("{n}", $"{months}", StringComparison.Ordinal)
                .Replace("{start}", start is { } from ? Words.LongDate(from) : "arrival", StringComparison.Ordinal)
                .Replace("{level}", $"{level}", StringComparison.Ordinal);
}

public static class HandoverReasons
{
    public const string EarlyAllocation = "early_allocation";
    public const string Indeterminate = "indeterminate";
    public const string IndeterminateOpen = "indeterminate_open";
    public const string DeterminateParole = "determinate_parole";
    public const string Determinate = "determinate";
    public const string DeterminateShort = "determinate_short";
    public const string Recall = "recall_case";
    public const string RecallHearingFarOff = "recall_thd_over_12_months";
    public const string HearingFarOff = "thd_over_12_months";
    public const string ParoleMappa = "parole_mappa_2_3";
    public const string AdditionalIndeterminate = "additional_isp";
    public const string Immigration = "immigration_case";
    public const string ReleaseDateUnknown = "release_date_unknown";
    public const string BeforeOmic = "pre_omic_rules";
    public const string ShortOfTwoProviders = "less_than_10_months_left_to_serve";
    public const string Company = "crc_case";
    public const string NationalDeterminate = "nps_determinate";
    public const string NationalMappaLow = "nps_determinate_mappa_1_n";
    public const string NationalMappaHigh = "nps_determinate_mappa_2_3";
    public const string NationalMappaUnknown = "nps_mappa_unknown";
    public const string NationalParole = "nps_determinate_parole_case";
    public const string NationalEarlyAllocation = "nps_early_allocation";
    public const string NationalIndeterminate = "nps_indeterminate";
    public const string NationalIndeterminateOpen = "nps_indeterminate_open";

    public static CodeTable<HandoverReason> Table { get; } = new("allocation/handover-reasons.csv", HandoverReason.Read);

    public static HandoverReason Of(string code) => Table[code];
}
