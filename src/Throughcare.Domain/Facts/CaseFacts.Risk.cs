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
    public Known<bool> IsMappaEligible => Lasting(() => Known<bool>.Of(Mappa.IsLive, Mappa.From));

    public Known<MappaCategory> MappaCategory => Lasting(() => Known<MappaCategory>.Of(Mappa.Category, Mappa.From));

    public Known<MappaLevel> MappaLevel => Lasting(() => Known<MappaLevel>.Of(Mappa.Level, Mappa.From));

    /// <summary>An active nomination as a prolific and other priority offender, or the alert or flag of one.</summary>
    public Known<bool> IsPpo => Lasting(() => Listed(nomination => nomination.IsPpo, ["OPPO"], ["TC-PPO"]));

    /// <summary>An active nomination under integrated offender management, or the alert or flag of one.</summary>
    public Known<bool> IsIom => Lasting(() => Listed(nomination => !nomination.IsPpo, ["OIOM"], ["IIOM"]));

    public Known<bool> IsPpoOrIom => Lasting(() => Listed(_ => true, ["OPPO", "OIOM"], ["TC-PPO", "IIOM"]));

    /// <summary>Code of the area that lists the person; none where no nomination is active.</summary>
    public Known<string> PpoArea => Lasting(() =>
        ActiveNominations is [var nomination, ..] ? Known<string>.Of(nomination.Area, nomination) : Known<string>.None());

    /// <summary>Nominations that are in force, the latest first.</summary>
    public IReadOnlyList<PpoNomination> ActiveNominations => LastingKept(() => InForce(_history.Nominations).Where(n => n.IsActive).ToList());

    /// <summary>A victim takes part in the contact scheme; who it is never enters here.</summary>
    public Known<bool> IsVictimOptedIn => Lasting(() => InForce(_history.VictimContacts).Where(v => v.Status is VictimCaseStatus.OptedIn).ToList() is var contacts
        ? Known<bool>.Of(contacts.Count > 0, [.. contacts]) : default);

    /// <summary>Contact with a victim is owed or taken up, or the flag of it; else an offence of the scheme with custody of 12 months or
    /// more. Unknown where an offence is in no list.</summary>
    public Known<bool> IsVictimStatutory => Lasting(() =>
    {
        if (InForce(_history.VictimContacts).Where(v => v.Status is not VictimCaseStatus.Closed).ToList() is { Count: > 0 } contacts)
        {
            return Known<bool>.Of(true, [.. contacts]);
        }

        if (HasAny([], ["TC-SVC"]) is { Value: true } flag)
        {
            return flag;
        }

        return IsCustodyOfAYear is { HasValue: true, Value: false } shorter ? shorter
            : AnyOffence(flags => flags.IsOfVictimScheme) is var offence && offence is { HasValue: true, Value: true } && IsCustodyOfAYear.IsUnknown
                ? Known<bool>.Unknown() : offence;
    });

    /// <summary>An offence of Schedule 18, of terrorism, or one that makes a sexual offender notify the police. Unknown where an offence
    /// is in no list.</summary>
    public Known<bool> HasMappaScheduleOffence => Lasting(() => AnyOffence(flags => flags.IsOfMappa));

    /// <summary>An alert or flag of risk to children; unknown without one until a screening says so.</summary>
    public Known<bool> HasChildConcern => Lasting(() => TrueOrUnknown(HasAny(["CPRC", "CPC", "RCC", "RCS", "RCP"], ["RCCO", "RCPR", "RCHD"])));

    public Known<PprcStatus> PprcStatus => Lasting(() =>
        FromAlert(("CPC", Facts.PprcStatus.Confirmed), ("CPRC", Facts.PprcStatus.Potential)) is { HasValue: true } status
            ? status : Known<PprcStatus>.Of(Facts.PprcStatus.None));

    /// <summary>A person who poses a risk to children, potential or confirmed.</summary>
    public Known<bool> IsChildContactRestricted => Lasting(() =>
        Known<bool>.Of(PprcStatus.Value is Facts.PprcStatus.Potential or Facts.PprcStatus.Confirmed, PprcStatus.From));

    /// <summary>An alert or flag of domestic abuse; unknown without one until an assessment says so.</summary>
    public Known<bool> HasDomesticAbuse => Lasting(() => TrueOrUnknown(HasAny(["RDV"], ["ADVP"])));

    /// <summary>Domestic abuse now or before, or the flag of a history of it; unknown without one.</summary>
    public Known<bool> HasDomesticAbuseHistory => Lasting(() =>
    {
        FactVersion[] ever = [.. Begun(_history.Alerts).Where(a => a.Code == "RDV"), .. Begun(_history.Registrations).Where(r => r.Code is "ADVP" or "REG30")];
        return TrueOrUnknown(Known<bool>.Of(ever.Length > 0, ever));
    });

    public Known<bool> HasStalkingFlag => Lasting(() => HasAny(["RSP"], ["SPO"]));

    /// <summary>The flag of communications monitoring.</summary>
    public Known<bool> IsMonitored => Lasting(() => HasAny([], ["TC-CON"]));

    public Known<bool> IsRegisteredSexualOffender => Lasting(() =>
        MappaCategory.Value is Facts.MappaCategory.Cat1 ? Known<bool>.Of(true, MappaCategory.From) : HasAny(["SOR"], ["TC-RSO"]));

    /// <summary>A sentence of custody in force is indeterminate or of 12 months or more; unknown without a sentence.</summary>
    private Known<bool> IsCustodyOfAYear => !SentenceClass.HasValue ? Known<bool>.Unknown()
        : SentenceClass.Value is Facts.SentenceClass.CustodyIndeterminate ? Known<bool>.Of(true, SentenceClass.From)
        : SentenceClass.Value is Facts.SentenceClass.CustodyDeterminate ? SentenceLengthMonths.Then(months => months >= 12)
        : Known<bool>.Of(false, SentenceClass.From);

    /// <summary>Yes where the list says so of one offence, no where it says so of none and knows them all, else unknown.</summary>
    private Known<bool> AnyOffence(Func<OffenceFlags, bool> isMeant)
    {
        if (Offences is not { HasValue: true, Value: { } offences })
        {
            return Known<bool>.Unknown();
        }

        var flagged = offences.Where(o => OffenceFlags.Find(o.Description) is { } flags && isMeant(flags)).ToList();
        return flagged.Count > 0 ? Known<bool>.Of(true, [.. flagged])
            : offences.All(o => OffenceFlags.Find(o.Description) is not null) ? Known<bool>.Of(false, [.. offences])
            : Known<bool>.Unknown([.. offences]);
    }

    private Known<bool> Listed(Func<PpoNomination, bool> isMeant, ReadOnlySpan<string> alerts, ReadOnlySpan<string> flags)
    {
        List<FactVersion> from = [.. ActiveNominations.Where(isMeant), .. HasAny(alerts, flags) is { Value: true } said ? said.From : []];
        return Known<bool>.Of(from.Count > 0, from);
    }

    /// <summary>The newer of the first MAPPA alert of the list and the latest MAPPA registration; a registration with a level before one without.</summary>
    private MappaCase Mappa => LastingKept(() =>
    {
        MappaCase? alert = null;
        if (ActiveAlerts.Count > 0)
        {
            foreach (var row in MappaAlerts)
            {
                if (AlertsOf(row.Code) is [var first, ..])
                {
                    alert = new(row.Category, row.Level, [first]);
                    break;
                }
            }
        }

        var registered = FlagsOf(RegistrationRules.Mappa).OrderByDescending(r => r.MappaLevel is not null).FirstOrDefault();
        return registered is null || alert?.From[0].ValidFrom > registered.ValidFrom ? alert ?? MappaCase.None : new(
            (MappaCategory)(registered.MappaCategory ?? 0),
            registered.MappaLevel switch { 1 => Facts.MappaLevel.L1, 2 => Facts.MappaLevel.L2, 3 => Facts.MappaLevel.L3, _ => Facts.MappaLevel.ToBeConfirmed },
            [registered]);
    });

    private static Known<bool> TrueOrUnknown(Known<bool> found) => found.Value ? found : Known<bool>.Unknown();

    private sealed record MappaCase(MappaCategory Category, MappaLevel Level, IReadOnlyList<FactVersion> From)
    {
        public static MappaCase None { get; } = new(Facts.MappaCategory.None, Facts.MappaLevel.None, []);

        public bool IsLive => From.Count > 0;
    }
}
