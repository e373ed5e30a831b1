namespace Throughcare.Risk;

/// <summary>A predictor of proven reoffending.</summary>
public enum RiskInstrument
{
    /// <summary>Any proven reoffending, previous family; static only.</summary>
    Ogrs3,

    /// <summary>General non-violent reoffending, previous family; dynamic only.</summary>
    Ogp,

    /// <summary>Non-sexual violent reoffending, previous family; dynamic only.</summary>
    Ovp,

    /// <summary>Serious non-sexual violence, previous family.</summary>
    Snsv,

    /// <summary>Contact sexual reoffending, previous family.</summary>
    OspDc,

    /// <summary>Indecent images and indirect contact with children, previous family.</summary>
    OspIic,

    /// <summary>Any serious reoffending, previous family: SNSV, OSP/DC and OSP/IIC together.</summary>
    Rsr,

    /// <summary>Any proven reoffending, 2026 family.</summary>
    Arp,

    /// <summary>Non-sexual violent reoffending, 2026 family.</summary>
    Vrp,

    /// <summary>Serious non-sexual violence, 2026 family.</summary>
    Svrp,

    /// <summary>Contact sexual reoffending, 2026 family.</summary>
    DcSrp,

    /// <summary>Indecent images and indirect contact with children, 2026 family.</summary>
    IicSrp,

    /// <summary>Any serious reoffending, 2026 family: SVRP, DC-SRP and IIC-SRP together.</summary>
    Csrp,
}

/// <summary>The two versioned families of predictors.</summary>
public enum RiskFamily
{
    /// <summary>OGRS3, OGP, OVP, SNSV, OSP/DC, OSP/IIC and RSR (output version 1).</summary>
    Previous,

    /// <summary>ARP, VRP, SVRP, DC-SRP, IIC-SRP and CSRP (output version 2).</summary>
    F2026,
}

/// <summary>What a score was made from.</summary>
public enum ScoreType
{
    /// <summary>From history alone: age, sex, offences, sanctions.</summary>
    Static,

    /// <summary>From history and what an assessor found with the person.</summary>
    Dynamic,

    /// <summary>From other instruments' scores.</summary>
    Combined,
}

/// <summary>Names of instruments and the family they belong to.</summary>
public static class RiskInstruments
{
    private static readonly string[] Names = ["OGRS3", "OGP", "OVP", "SNSV", "OSP/DC", "OSP/IIC", "RSR", "ARP", "VRP", "SVRP", "DC-SRP", "IIC-SRP", "CSRP"];

    private static readonly string[] Keys = [.. Names.Select(name => name.ToLowerInvariant().Replace('/', '_').Replace('-', '_'))];

    private static readonly string[] Purposes =
    [
        "any proven reoffending", "general non-violent reoffending", "non-sexual violent reoffending", "serious non-sexual violence", "contact sexual reoffending",
        "indecent images and indirect contact with children", "any serious reoffending", "any proven reoffending", "non-sexual violent reoffending",
        "serious non-sexual violence", "contact sexual reoffending", "indecent images and indirect contact with children", "any serious reoffending",
    ];

    /// <summary>All of the previous family, in the order in which they are shown.</summary>
    public static IReadOnlyList<RiskInstrument> Previous { get; } = [RiskInstrument.Ogrs3, RiskInstrument.Ogp, RiskInstrument.Ovp, RiskInstrument.Snsv, RiskInstrument.OspDc, RiskInstrument.OspIic, RiskInstrument.Rsr];

    /// <summary>All of the 2026 family, in the order in which they are shown.</summary>
    public static IReadOnlyList<RiskInstrument> F2026 { get; } = [RiskInstrument.Arp, RiskInstrument.Vrp, RiskInstrument.Svrp, RiskInstrument.DcSrp, RiskInstrument.IicSrp, RiskInstrument.Csrp];

    /// <summary>All of a family, in the order in which they are shown.</summary>
    public static IReadOnlyList<RiskInstrument> Of(RiskFamily family) => family is RiskFamily.Previous ? Previous : F2026;

    /// <summary>The serious-reoffending algorithm version that a completed assessment carries says which family it was scored in:
    /// 6 or more the 2026 family; 5 or less, nothing, or what is no whole number, the previous one.</summary>
    /// <remarks>Source: ministryofjustice/hmpps-assess-risks-and-needs.</remarks>
    public static RiskFamily OfAlgorithm(string? version) =>
        int.TryParse(version, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= 6 ? RiskFamily.F2026 : RiskFamily.Previous;

    extension(RiskInstrument instrument)
    {
        /// <summary>"OSP/DC": the name as it is printed.</summary>
        public string Name => Names[(int)instrument];

        /// <summary>"osp_dc": the name in columns of files.</summary>
        public string Key => Keys[(int)instrument];

        /// <summary>"contact sexual reoffending": what it predicts, within two years.</summary>
        public string Purpose => Purposes[(int)instrument];

        public RiskFamily Family => instrument < RiskInstrument.Arp ? RiskFamily.Previous : RiskFamily.F2026;

        /// <summary>Whether it has one version from history alone and one with what an assessor found.</summary>
        public bool HasBothTypes => instrument is RiskInstrument.Snsv or RiskInstrument.Arp or RiskInstrument.Vrp or RiskInstrument.Svrp;

        /// <summary>Whether it is shown as whole per cent, for one and for two years.</summary>
        public bool IsWholePercent => instrument is RiskInstrument.Ogrs3 or RiskInstrument.Ogp or RiskInstrument.Ovp;

        /// <summary>Whether points stand between the answers and the percentage.</summary>
        public bool HasPoints => instrument is RiskInstrument.Ogp or RiskInstrument.Ovp or RiskInstrument.OspDc or RiskInstrument.DcSrp;
    }

    /// <summary>The instrument of a printed name or a key, whatever the case of its letters; <see langword="null"/> for anything else.</summary>
    public static RiskInstrument? Find(string? name)
    {
        var at = Array.FindIndex(Names, known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
        at = at < 0 ? Array.FindIndex(Keys, known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) : at;
        return at < 0 ? null : (RiskInstrument)at;
    }
}
