using Throughcare.Domain.Protection;

namespace Throughcare.Domain.Facts;

/// <content>What alerts and the lists of police and partners say of risk.</content>
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

    /// <summary>An alert of a live MAPPA category.</summary>
    public Known<bool> IsMappaEligible => Once(() => Known<bool>.Of(Mappa() is not null, AlertsOf([.. MappaAlerts.Select(m => m.Code)])));

    public Known<MappaCategory> MappaCategory => Once(() => Known<MappaCategory>.Of(Mappa()?.Category ?? Facts.MappaCategory.None, MappaSource()));

    public Known<MappaLevel> MappaLevel => Once(() => Known<MappaLevel>.Of(Mappa()?.Level ?? Facts.MappaLevel.None, MappaSource()));

    /// <summary>An active nomination as a prolific and other priority offender, or the alert of one.</summary>
    public Known<bool> IsPpo => Once(() => Listed(nomination => nomination.IsPpo, "OPPO"));

    /// <summary>An active nomination under integrated offender management, or the alert of one.</summary>
    public Known<bool> IsIom => Once(() => Listed(nomination => !nomination.IsPpo, "OIOM"));

    public Known<bool> IsPpoOrIom => Once(() => Listed(_ => true, "OPPO", "OIOM"));

    /// <summary>Code of the area that lists the person; none where no nomination is active.</summary>
    public Known<string> PpoArea => Once(() =>
        ActiveNominations is [var nomination, ..] ? Known<string>.Of(nomination.Area, nomination) : Known<string>.None());

    /// <summary>Nominations that are in force, the latest first.</summary>
    public IReadOnlyList<PpoNomination> ActiveNominations => Kept(() => InForce(_history.Nominations).Where(n => n.IsActive).ToList());

    /// <summary>A victim takes part in the contact scheme; who it is never enters here.</summary>
    public Known<bool> IsVictimOptedIn => Once(() => InForce(_history.VictimContacts).Where(v => v.Status is VictimCaseStatus.OptedIn).ToList() is var contacts
        ? Known<bool>.Of(contacts.Count > 0, [.. contacts]) : default);

    /// <summary>Contact with a victim is owed or taken up; unknown without any until offences say so.</summary>
    public Known<bool> IsVictimStatutory => Once(() =>
        InForce(_history.VictimContacts).Where(v => v.Status is not VictimCaseStatus.Closed).ToList() is { Count: > 0 } contacts
            ? Known<bool>.Of(true, [.. contacts]) : Known<bool>.Unknown());

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

    private Known<bool> Listed(Func<PpoNomination, bool> isMeant, params IReadOnlyList<string> alerts)
    {
        List<Record.FactVersion> from = [.. ActiveNominations.Where(isMeant), .. AlertsOf(alerts)];
        return Known<bool>.Of(from.Count > 0, from);
    }

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
