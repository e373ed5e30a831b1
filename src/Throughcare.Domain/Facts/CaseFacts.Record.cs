using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Facts;

/// <content>Who the person is.</content>
public sealed partial class CaseFacts
{
    /// <summary>The current name.</summary>
    public Known<PersonName> Name => Lasting(() =>
    {
        var names = Latest(_history.Names).Where(name => name.Type is NameType.Current).ToList();
        var name = names.Find(name => name.IsTrueOn(AsAt)) ?? names.FirstOrDefault();
        return name is null ? Known<PersonName>.Unknown() : Known<PersonName>.Of(name, name);
    });

    /// <summary>What the person likes to be called, where that is recorded.</summary>
    public Known<PersonName> PreferredName => Lasting(() =>
    {
        var name = InForce(_history.Names).FirstOrDefault(name => name.Type is NameType.Preferred);
        return name is null ? Known<PersonName>.None() : Known<PersonName>.Of(name, name);
    });

    public Known<Sex> Sex => Lasting(() => FromDetails(details => details.Sex?.Code switch
    {
        "M" => Facts.Sex.Male,
        "F" => Facts.Sex.Female,
        "N" => Facts.Sex.NotKnown,
        "NS" => Facts.Sex.NotSpecified,
        _ => (Sex?)null,
    }));

    public Known<DateOnly> DateOfBirth => Lasting(() => FromDetails(details => details.DateOfBirth));

    /// <summary>Completed years on the day; someone born on 29 February is a year older on 1 March in a common year.</summary>
    public Known<int> AgeYears => Once(() => DateOfBirth.Then(born => born.AgeAsAt(AsAt)));

    /// <summary>18 or over; the 18th birthday counts.</summary>
    public Known<bool> IsAdult => Once(() => AgeYears.Then(age => age >= 18));

    /// <summary>For the maturity screen: a man aged 18 to 25.</summary>
    public Known<bool> IsMaleAged18To25 => Once(() => Sex.IsUnknown || AgeYears.IsUnknown
        ? Known<bool>.Unknown()
        : Known<bool>.Of(Sex.Value is Facts.Sex.Male && AgeYears.Value is >= 18 and <= 25, [.. Sex.From, .. AgeYears.From]));

    /// <summary>Aged 18 to 20 and held in a category of the young adult estate (I, J or V).</summary>
    public Known<bool> IsYoungAdult => Once(() =>
    {
        if (SecurityCategory is { HasValue: true } category && category.Value is not ("I" or "J" or "V"))
        {
            return Known<bool>.Of(false, category.From);
        }

        return AgeYears is { HasValue: true } age && age.Value is < 18 or > 20 ? Known<bool>.Of(false, age.From)
            : SecurityCategory.Then(_ => AgeYears.Value is >= 18 and <= 20);
    });

    /// <summary>A date of death on or before the day.</summary>
    public Known<DateOnly> DateOfDeath => Lasting(() =>
        FromDetails(details => details.DateOfDeath) is { HasValue: true } died && died.Value <= AsAt ? died : Known<DateOnly>.None());

    public Known<Coded> Nationality => Lasting(() => FromDetails(details => details.Nationality));

    /// <summary>A nationality is recorded and it is not British.</summary>
    public Known<bool> IsForeignNational => Lasting(() => Nationality is { HasValue: true, Value.IsUnmapped: true } words
        ? Known<bool>.Unknown(words.From)
        : Nationality.Then(nationality => nationality.Code is not "BRIT"));

    public Known<Coded> EthnicGroup => Lasting(() => FromDetails(details => details.Ethnicity));

    public Known<bool> IsWelshSpeaker => Lasting(() => FromDetails(details => details.PrefersWelshSpoken));

    public Known<bool> WantsWelshInWriting => Lasting(() => FromDetails(details => details.PrefersWelshInWriting));

    public Known<bool> InterpreterNeeded => Lasting(() => FromDetails(details => details.InterpreterNeeded));

    /// <summary>An individual need is in force; unknown where none is, since nothing says that the person was asked.</summary>
    public Known<bool> HasIndividualNeed => Lasting(() =>
        InForce(_history.Needs) is { Count: > 0 } needs ? Known<bool>.Of(true, [.. needs]) : Known<bool>.Unknown());

    /// <summary>A need is in force with no adjustment and no decision that none is required.</summary>
    public Known<bool> HasUnmetAdjustment => Lasting(() =>
        Known<bool>.Of(UnmetNeeds().Count > 0, [.. UnmetNeeds()]));

    public Known<bool> IsCareExperienced => Lasting(() =>
        AlertsOf("LCE") is { Count: > 0 } alerts ? Known<bool>.Of(true, [.. alerts]) : FromDetails(details => details.CareExperienced));

    /// <summary>In work, as the prison that holds the person says; once it no longer does, as the circumstance of employment in force
    /// says; unknown without either.</summary>
    public Known<bool> IsEmployed => Lasting(() =>
        LatestInForce(_history.Statuses) is { Status: "ACTIVE IN" or "ACTIVE OUT", Employed: { IsUnmapped: false } employed } status
            ? Known<bool>.Of(employed.Code == "Y", status)
            : Circumstances.FirstOrDefault(c => c.Kind is CircumstanceKind.Circumstance && c.Type.StartsWith("Employment", StringComparison.OrdinalIgnoreCase) && c.SubType is not null) is { } work
                ? Known<bool>.Of(!work.SubType!.Contains("unemployed", StringComparison.OrdinalIgnoreCase) && !work.SubType.Contains("not employed", StringComparison.OrdinalIgnoreCase), work)
                : Known<bool>.Unknown());

    /// <summary>Codes of the alerts in force; none is an empty list.</summary>
    public Known<IReadOnlyList<string>> ActiveAlertCodes => Lasting(() =>
        Known<IReadOnlyList<string>>.Of([.. ActiveAlerts.Select(alert => alert.Code).Distinct()], [.. ActiveAlerts]));

    /// <summary>The alerts in force, the latest first.</summary>
    public IReadOnlyList<Alert> ActiveAlerts => LastingKept(() => InForce(_history.Alerts));

    /// <summary>Registrations in force, the latest first; historic ones, which no rule reads, left out.</summary>
    public IReadOnlyList<Registration> ActiveRegistrations => LastingKept(() => InForce(_history.Registrations).Where(r => r.Code != "HREG").ToList());

    /// <summary>Codes of the risk flags in force; none is an empty list.</summary>
    public Known<IReadOnlyList<string>> ActiveRiskFlagCodes => Lasting(() => Known<IReadOnlyList<string>>.Of(
        [.. ActiveRegistrations.Where(r => r.Unmapped is null).Select(r => r.Code).Distinct(StringComparer.Ordinal)], [.. ActiveRegistrations]));

    /// <summary>Circumstances, disabilities and provisions in force, the latest first.</summary>
    public IReadOnlyList<PersonalCircumstance> Circumstances => LastingKept(() => InForce(_history.Circumstances));

    public Known<AcctState> AcctState => Lasting(() =>
        FromAlert(("HA", Facts.AcctState.Open), ("HA1", Facts.AcctState.PostClosure), ("HA2", Facts.AcctState.Closed)));

    /// <summary>An open or lately closed ACCT, or an alert or flag of self-harm.</summary>
    public Known<bool> IsSelfHarmKnown => Lasting(() => HasAny(["HA", "HA1", "HC", "HS"], ["ALSH"]));

    public Known<bool> HasRiskToStaff => Lasting(() => HasAny(["RSS", "RST", "XSA"], ["TC-RTS"]));

    /// <summary>An alert of the vulnerability type, or a flag of vulnerability or of an adult at risk.</summary>
    public Known<bool> IsVulnerable => Lasting(() =>
    {
        var alerts = ActiveAlerts.Where(alert => AlertCodes.Find(alert.Code)?.TypeCode == "V").ToList();
        var flags = FlagsOf("RVLN", "RVAD");
        return Known<bool>.Of(alerts.Count + flags.Count > 0, [.. alerts, .. flags]);
    });

    /// <summary>The record is limited to named users, or a register says that it should be.</summary>
    public Known<bool> IsLimitedAccess => Lasting(() =>
    {
        var restrictions = InForce(_history.Restrictions);
        var flags = FlagsOf("TC-LAO");
        return Known<bool>.Of(restrictions.Count + flags.Count > 0, [.. restrictions, .. flags]);
    });

    /// <summary>The number of this kind: the survivor's own, else that of a record that was merged into theirs.</summary>
    public Known<string> NumberOf(IdentifierKind kind)
    {
        var number = OwnNumbers.Standing(kind) ?? Believed(_history.Identifiers).Standing(kind);
        return number is null ? Known<string>.None() : Known<string>.Of(number.Canonical, number);
    }

    /// <summary>What stands for the person in addresses: prison number, else CRN, else the record's own id.</summary>
    public string Address => PersonKey.For(PersonId, OwnNumbers).ToString();

    private List<PersonIdentifier> OwnNumbers => [.. Believed(_history.Identifiers).Where(i => i.PersonId == PersonId)];

    private List<IndividualNeed> UnmetNeeds() => [.. InForce(_history.Needs).Where(need => need.HasUnmetAdjustment)];

    private List<Alert> AlertsOf(params ReadOnlySpan<string> codes)
    {
        List<Alert> found = [];
        foreach (var alert in ActiveAlerts)
        {
            if (codes.Contains(alert.Code))
            {
                found.Add(alert);
            }
        }

        return found;
    }

    private Known<bool> HasAlert(params ReadOnlySpan<string> codes) =>
        AlertsOf(codes) is var alerts ? Known<bool>.Of(alerts.Count > 0, [.. alerts]) : default;

    private List<Registration> FlagsOf(params ReadOnlySpan<string> codes)
    {
        List<Registration> found = [];
        foreach (var registration in ActiveRegistrations)
        {
            if (codes.Contains(registration.Code))
            {
                found.Add(registration);
            }
        }

        return found;
    }

    /// <summary>One of the alerts, or one of the flags, is in force.</summary>
    private Known<bool> HasAny(ReadOnlySpan<string> alerts, ReadOnlySpan<string> flags)
    {
        FactVersion[] found = [.. AlertsOf(alerts), .. FlagsOf(flags)];
        return Known<bool>.Of(found.Length > 0, found);
    }

    /// <summary>The first of the codes that is in force decides.</summary>
    private Known<T> FromAlert<T>(params ReadOnlySpan<(string Code, T Value)> codes)
        where T : struct
    {
        foreach (var (code, value) in codes)
        {
            if (AlertsOf(code) is { Count: > 0 } alerts)
            {
                return Known<T>.Of(value, alerts[0]);
            }
        }

        return Known<T>.None();
    }

    /// <summary>What is known of who a person is does not begin on the day it was first recorded: the details in force on the
    /// day, else the earliest there are.</summary>
    private PersonDetails? Details => Latest(_history.Details) is var all
        ? all.FirstOrDefault(details => details.IsTrueOn(AsAt)) ?? all.LastOrDefault(details => details.PersonId == PersonId)
        : null;

    private Known<T> FromDetails<T>(Func<PersonDetails, T?> read)
        where T : struct => Details is { } details ? read(details).OrUnknown(details) : Known<T>.Unknown();
}
