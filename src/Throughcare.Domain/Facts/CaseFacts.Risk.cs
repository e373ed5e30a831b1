using Throughcare.Domain.Assessment;

namespace Throughcare.Domain.Facts;

/// <content>What alerts say of risk until the rooms of assessment and protection exist.</content>
public sealed partial class CaseFacts
{
    private static readonly (string Code, MappaCategory Category, MappaLevel Level)[] MappaAlerts =
    [
        ("P44", Facts.MappaCategory.Cat1, Facts.MappaLevel.L3), ("P33", Facts.MappaCategory.Cat1, Facts.MappaLevel.L2),
        ("P22", Facts.MappaCategory.Cat1, Facts.MappaLevel.L1), ("P11", Facts.MappaCategory.Cat1, Facts.MappaLevel.ToBeConfirmed),
        ("P88", Facts.MappaCategory.Cat2, Facts.MappaLevel.L3), ("P77", Facts.MappaCategory.Cat2, Facts.MappaLevel.L2),
        ("P66", Facts.MappaCategory.Cat2, Facts.MappaLevel.L1), ("P55", Facts.MappaCategory.Cat2, Facts.MappaLevel.ToBeConfirmed),
        ("PA1", Facts.MappaCategory.Cat3, Facts.MappaLevel.L3), ("P99", Facts.MappaCategory.Cat3, Facts.MappaLevel.L2),
        ("P103", Facts.MappaCategory.Cat4, Facts.MappaLevel.L3), ("P102", Facts.MappaCategory.Cat4, Facts.MappaLevel.L2),
        ("P101", Facts.MappaCategory.Cat4, Facts.MappaLevel.L1), ("P100", Facts.MappaCategory.Cat4, Facts.MappaLevel.ToBeConfirmed),
    ];

    /// <summary>The level of risk of serious harm, from the alert that carries an assessment's level; unknown without one.</summary>
    public Known<RoshLevel> RoshCommunity => Once(() =>
        FromAlert(("ROV", RoshLevel.VeryHigh), ("ROH", RoshLevel.High), ("ROM", RoshLevel.Medium)) is { HasValue: true } level
            ? level : Known<RoshLevel>.Unknown());

    /// <summary>An alert of a live MAPPA category.</summary>
    public Known<bool> IsMappaEligible => Once(() => Known<bool>.Of(Mappa() is not null, AlertsOf([.. MappaAlerts.Select(m => m.Code)])));

    public Known<MappaCategory> MappaCategory => Once(() => Known<MappaCategory>.Of(Mappa()?.Category ?? Facts.MappaCategory.None, MappaSource()));

    public Known<MappaLevel> MappaLevel => Once(() => Known<MappaLevel>.Of(Mappa()?.Level ?? Facts.MappaLevel.None, MappaSource()));

    public Known<bool> IsPpo => Once(() => HasAlert("OPPO"));

    public Known<bool> IsIom => Once(() => HasAlert("OIOM"));

    public Known<bool> IsPpoOrIom => Once(() => HasAlert("OPPO", "OIOM"));

    /// <summary>An alert of risk to children; unknown without one until a screening says so.</summary>
    public Known<bool> HasChildConcern => Once(() => TrueOrUnknown("CPRC", "CPC", "RCC", "RCS", "RCP"));

    public Known<PprcStatus> PprcStatus => Once(() =>
        FromAlert(("CPC", Facts.PprcStatus.Confirmed), ("CPRC", Facts.PprcStatus.Potential)) is { HasValue: true } status
            ? status : Known<PprcStatus>.Of(Facts.PprcStatus.None));

    /// <summary>An alert of domestic abuse; unknown without one until an assessment says so.</summary>
    public Known<bool> HasDomesticAbuse => Once(() => TrueOrUnknown("RDV"));

    public Known<bool> HasStalkingFlag => Once(() => HasAlert("RSP"));

    public Known<bool> IsRegisteredSexualOffender => Once(() =>
        MappaCategory.Value is Facts.MappaCategory.Cat1 ? Known<bool>.Of(true, MappaCategory.From) : HasAlert("SOR"));

    private (string Code, MappaCategory Category, MappaLevel Level)? Mappa()
    {
        foreach (var row in MappaAlerts)
        {
            if (AlertsOf(row.Code).Count > 0)
            {
                return row;
            }
        }

        return null;
    }

    private IReadOnlyList<Record.FactVersion> MappaSource() => Mappa() is { } row ? AlertsOf(row.Code) : [];

    private Known<bool> TrueOrUnknown(params IReadOnlyList<string> codes) =>
        AlertsOf(codes) is { Count: > 0 } alerts ? Known<bool>.Of(true, [.. alerts]) : Known<bool>.Unknown();
}
