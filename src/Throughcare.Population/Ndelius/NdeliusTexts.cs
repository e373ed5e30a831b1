using Throughcare.Population.Cases;

namespace Throughcare.Population.Ndelius;

/// <summary>Codes and descriptions that the probation system writes and no shipped list has.</summary>
internal static class NdeliusTexts
{
    public static readonly string[] RoshScores = ["L", "M", "H", "V"];

    public static readonly (string Type, string TypeText, string SubType, string SubTypeText)[] Circumstances =
    [
        ("B", "Employment", "B01A", "Unemployed"), ("B", "Employment", "B02", "Full-time employed"),
        ("B", "Employment", "B03", "Part-time employed"), ("A", "Accommodation", "A01A", "Settled: rental"),
        ("A", "Accommodation", "A08", "Transient or short term"), ("I", "Relationship", "I03", "Has children, in contact"),
    ];

    public static readonly (string Code, string Text)[] Disabilities =
    [
        ("LD", "Learning disability"), ("RM", "Reduced mobility"), ("HD", "Hearing difficulties"), ("VI", "Visual impairment"),
        ("LA", "Learning difficulties"),
    ];

    public static readonly (string Code, string Text)[] Provisions =
    [
        ("99", "No provision needed"), ("03", "Large print"), ("07", "Induction loop"), ("13", "Ground floor interview room"),
    ];

    private static readonly Dictionary<string, string> Groups = new(StringComparer.Ordinal)
    {
        ["rosh"] = "RoSH",
        ["mappa"] = "Public protection",
        ["safeguarding"] = "Safeguarding",
        ["safety"] = "Safety",
    };

    /// <summary>The register in which flags of a group are kept.</summary>
    public static (string Code, string Text) Register(string group) =>
        Groups.TryGetValue(group, out var text) ? (group[..3].ToUpperInvariant(), text) : ("ALR", "Alerts");

    public static (string Code, string Text) Unit(string unit) => unit switch
    {
        "M" => ("M", "Months"),
        "W" => ("W", "Weeks"),
        "D" => ("D", "Days"),
        _ => ("", ""),
    };

    /// <summary>Why a sentence is no longer supervised.</summary>
    public static (string Code, string Text) Termination(EpisodeKind kind) => kind switch
    {
        EpisodeKind.Sentence => ("LIC", "Licence period ended"),
        EpisodeKind.PostSentenceSupervision => ("PSS", "Supervision period ended"),
        _ => ("EXP", "Expired normally"),
    };

    /// <summary>At most eleven characters.</summary>
    public static string Cohort(EpisodeKind kind, bool isReleased) => kind switch
    {
        EpisodeKind.Sentence => isReleased ? "LICENCE" : "CUSTODY",
        EpisodeKind.Remand => "PRESENTENCE",
        _ => "COMMUNITY",
    };
}
