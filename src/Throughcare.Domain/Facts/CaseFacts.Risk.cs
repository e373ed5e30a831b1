using Throughcare.Domain.Assessment;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;

namespace Throughcare.Domain.Facts;

/// <content>What alerts, registers and recorded levels say of risk until the rooms of assessment and protection exist.</content>
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

    private static readonly (string Code, RoshLevel Level)[] RoshFlags =
        [("RVHR", RoshLevel.VeryHigh), ("RHRH", RoshLevel.High), ("RMRH", RoshLevel.Medium), ("RLRH", RoshLevel.Low)];

    private static readonly (string Code, RoshLevel Level)[] RoshAlerts =
        [("ROV", RoshLevel.VeryHigh), ("ROH", RoshLevel.High), ("ROM", RoshLevel.Medium)];

    /// <summary>An alert of a live MAPPA category, or a MAPPA registration.</summary>
    public Known<bool> IsMappaEligible => Once(() => Known<bool>.Of(Mappa() is not null, MappaSource()));

    public Known<MappaCategory> MappaCategory => Once(() => Known<MappaCategory>.Of(Mappa()?.Category ?? Facts.MappaCategory.None, MappaSource()));

    public Known<MappaLevel> MappaLevel => Once(() => Known<MappaLevel>.Of(Mappa()?.Level ?? Facts.MappaLevel.None, MappaSource()));

    /// <summary>An active nomination as a prolific and other priority offender, or the alert or flag of one.</summary>
    public Known<bool> IsPpo => Once(() => Listed(nomination => nomination.IsPpo, ["OPPO"], ["TC-PPO"]));

    /// <summary>An active nomination under integrated offender management, or the alert or flag of one.</summary>
    public Known<bool> IsIom => Once(() => Listed(nomination => !nomination.IsPpo, ["OIOM"], ["IIOM"]));

    public Known<bool> IsPpoOrIom => Once(() => Listed(_ => true, ["OPPO", "OIOM"], ["TC-PPO", "IIOM"]));

    /// <summary>Code of the area that lists the person; none where no nomination is active.</summary>
    public Known<string> PpoArea => Once(() =>
        ActiveNominations is [var nomination, ..] ? Known<string>.Of(nomination.Area, nomination) : Known<string>.None());

    /// <summary>Nominations that are in force, the latest first.</summary>
    public IReadOnlyList<PpoNomination> ActiveNominations => Kept(() => InForce(_history.Nominations).Where(n => n.IsActive).ToList());

    /// <summary>A victim takes part in the contact scheme; who it is never enters here.</summary>
    public Known<bool> IsVictimOptedIn => Once(() => InForce(_history.VictimContacts).Where(v => v.Status is VictimCaseStatus.OptedIn).ToList() is var contacts
        ? Known<bool>.Of(contacts.Count > 0, [.. contacts]) : default);

    /// <summary>Contact with a victim is owed or taken up, or the flag of it; unknown without any until offences say so.</summary>
    public Known<bool> IsVictimStatutory => Once(() =>
        InForce(_history.VictimContacts).Where(v => v.Status is not VictimCaseStatus.Closed).ToList() is { Count: > 0 } contacts
            ? Known<bool>.Of(true, [.. contacts]) : TrueOrUnknown(HasAny([], ["TC-SVC"])));

    /// <summary>An alert or flag of risk to children; unknown without one until a screening says so.</summary>
    public Known<bool> HasChildConcern => Once(() => TrueOrUnknown(HasAny(["CPRC", "CPC", "RCC", "RCS", "RCP"], ["RCCO", "RCPR", "RCHD"])));

    public Known<PprcStatus> PprcStatus => Once(() =>
        FromAlert(("CPC", Facts.PprcStatus.Confirmed), ("CPRC", Facts.PprcStatus.Potential)) is { HasValue: true } status
            ? status : Known<PprcStatus>.Of(Facts.PprcStatus.None));

    /// <summary>An alert or flag of domestic abuse; unknown without one until an assessment says so.</summary>
    public Known<bool> HasDomesticAbuse => Once(() => TrueOrUnknown(HasAny(["RDV"], ["ADVP"])));

    /// <summary>Domestic abuse now or before, or the flag of a history of it; unknown without one.</summary>
    public Known<bool> HasDomesticAbuseHistory => Once(() =>
    {
        FactVersion[] ever = [.. Begun(_history.Alerts).Where(a => a.Code == "RDV"), .. Begun(_history.Registrations).Where(r => r.Code is "ADVP" or "REG30")];
        return TrueOrUnknown(Known<bool>.Of(ever.Length > 0, ever));
    });

    public Known<bool> HasStalkingFlag => Once(() => HasAny(["RSP"], ["SPO"]));

    /// <summary>The flag of communications monitoring.</summary>
    public Known<bool> IsMonitored => Once(() => HasAny([], ["TC-CON"]));

    public Known<bool> IsRegisteredSexualOffender => Once(() =>
        MappaCategory.Value is Facts.MappaCategory.Cat1 ? Known<bool>.Of(true, MappaCategory.From) : HasAny(["SOR"], ["TC-RSO"]));

    private Known<bool> Listed(Func<PpoNomination, bool> isMeant, IReadOnlyList<string> alerts, IReadOnlyList<string> flags)
    {
        List<FactVersion> from = [.. ActiveNominations.Where(isMeant), .. HasAny(alerts, flags) is { Value: true } said ? said.From : []];
        return Known<bool>.Of(from.Count > 0, from);
    }

    /// <summary>The newer of the first MAPPA alert of the list and the latest MAPPA registration; a registration with a level before one without.</summary>
    private (MappaCategory Category, MappaLevel Level, FactVersion From)? Mappa()
    {
        (MappaCategory, MappaLevel, FactVersion From)? alert = null;
        foreach (var row in MappaAlerts)
        {
            if (alert is null && AlertsOf(row.Code) is [var first, ..])
            {
                alert = (row.Category, row.Level, first);
            }
        }

        var registered = FlagsOf(RegistrationRules.Mappa).OrderByDescending(r => r.MappaLevel is not null).FirstOrDefault();
        return registered is null || alert?.From.ValidFrom > registered.ValidFrom ? alert : (
            (MappaCategory)(registered.MappaCategory ?? 0),
            registered.MappaLevel switch { 1 => Facts.MappaLevel.L1, 2 => Facts.MappaLevel.L2, 3 => Facts.MappaLevel.L3, _ => Facts.MappaLevel.ToBeConfirmed },
            registered);
    }

    private IReadOnlyList<FactVersion> MappaSource() => Mappa() is { } found ? [found.From] : [];

    private static Known<bool> TrueOrUnknown(Known<bool> found) => found.Value ? found : Known<bool>.Unknown();
}
