namespace Throughcare.Population.Tables;

/// <summary>How a prison writes offences down, by published offence group. Each text can be read back into its group by its words.</summary>
internal static class OffenceTexts
{
    private static readonly Dictionary<string, string[]> ByGroup = new(StringComparer.Ordinal)
    {
        ["VAP"] =
        [
            "Wounding with intent", "Assault occasioning actual bodily harm", "Inflicting grievous bodily harm",
            "Threats to kill", "Manslaughter", "Stalking involving fear of violence", "Assault of an emergency worker",
            "Intentional strangulation", "Controlling or coercive behaviour in an intimate relationship", "False imprisonment",
        ],
        ["SEX"] =
        [
            "Rape of a woman aged 16 or over", "Sexual assault on a female", "Assault by penetration",
            "Sexual activity with a child under 16", "Making indecent photographs of children", "Indecent assault",
        ],
        ["ROB"] = ["Robbery", "Assault with intent to rob", "Attempted robbery"],
        ["THE"] =
        [
            "Burglary dwelling", "Burglary other than dwelling", "Theft from shop", "Handling stolen goods",
            "Aggravated vehicle taking", "Going equipped for theft",
        ],
        ["CDA"] = ["Arson", "Arson reckless as to whether life is endangered", "Criminal damage", "Destroy or damage property"],
        ["DRU"] =
        [
            "Being concerned in the supply of heroin", "Possession of class A drug with intent to supply",
            "Production of cannabis", "Supplying a controlled drug of class B", "Importing cocaine",
        ],
        ["WEA"] = ["Possession of a bladed article", "Possession of an offensive weapon", "Possession of a prohibited firearm"],
        ["PUB"] = ["Violent disorder", "Affray", "Threatening behaviour", "Public order offence"],
        ["MCS"] =
        [
            "Perverting the course of justice", "Breach of sexual harm prevention order", "Dangerous driving",
            "Conveying list B articles into prison", "Breach of restraining order", "Money laundering",
        ],
        ["FRA"] = ["Fraud by false representation", "Fraud by abuse of position", "False accounting"],
        ["SNM"] = ["Drunk and disorderly", "Begging in a public place"],
        ["SMO"] = ["Driving a motor vehicle with excess alcohol", "Driving while disqualified", "Using a motor vehicle without insurance"],
        ["UNK"] = ["Abstracting electricity", "Offence not recorded"],
    };

    private static readonly string[] MurderOnly = ["Murder"];

    public static IReadOnlyDictionary<string, string[]> All => ByGroup;

    public static IReadOnlyList<string> Of(string group) => ByGroup[group];

    /// <summary>The texts for someone who serves life for violence.</summary>
    public static IReadOnlyList<string> OfLife(string group) => group == "VAP" ? MurderOnly : ByGroup[group];
}
