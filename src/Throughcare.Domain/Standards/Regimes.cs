namespace Throughcare.Domain.Standards;

/// <summary>A body of policy that rules belong to.</summary>
/// <param name="Code">As the rule set writes it.</param>
/// <param name="Name">The public document, as pages call it.</param>
/// <param name="SwitchesOpenItems">When it ends, open items are made anew under what follows; else they stay under the rule they began with.</param>
public sealed record Regime(string Code, string Name, bool SwitchesOpenItems = false);

/// <summary>The bodies of policy that rules can belong to.</summary>
public static class Regimes
{
    public static IReadOnlyList<Regime> All { get; } =
    [
        new("NS2000", "National Standards 2000"),
        new("NS2005", "National Standards 2005", SwitchesOpenItems: true),
        new("NS2007", "National Standards for the Management of Offenders 2007"),
        new("NS2011", "National Standards 2011"),
        new("NS2015", "National Standards Practice Framework 2015"),
        new("NS2021", "National Standards 2021"),
        new("OMM-II", "Offender management model, Phase II"),
        new("OMM-III", "Offender management model, Phase III"),
        new("OMIC", "Offender management in custody"),
        new("OMIC-V1", "Offender management in custody, rules to 2023"),
        new("OMIC-V2", "Offender management in custody, rules from 2023"),
        new("OMIC-CRC", "Offender management in custody, community rehabilitation companies"),
        new("KW", "Key work"),
        new("MCS", "Managing the Custodial Sentence Policy Framework"),
        new("PSI", "Sentence planning instructions"),
        new("RRR", "Recall, Review and Re-Release Policy Framework"),
        new("GPP", "Generic Parole Process"),
        new("SCPF", "Security Categorisation Policy Framework"),
        new("CVL", "Create and Vary a Licence"),
        new("MAPPA", "MAPPA Guidance"),
        new("VCODE", "Code of Practice for Victims"),
        new("VCS", "Victim Contact Scheme Policy Framework"),
        new("HDC", "Home Detention Curfew Policy Framework"),
        new("ROTL", "Release on Temporary Licence Policy Framework"),
        new("PPM", "Public protection manual"),
        new("OMI", "Offender management inspection criteria 2006"),
        new("OMI2", "Offender management inspection criteria 2009"),
        new("PROD", "Default of this service"),
    ];

    public static Regime? Find(string? code) => All.FirstOrDefault(regime => regime.Code == code);
}
