namespace Throughcare.Domain.Record;

/// <summary>The sources that files come from, as runs name them.</summary>
public static class ImportSource
{
    /// <summary>The nightly prison file.</summary>
    public const string Offloc = "OFFLOC";

    /// <summary>The probation extract.</summary>
    public const string Ndelius = "NDELIUS";

    /// <summary>The list of prolific and other priority offenders, national or of an area.</summary>
    public const string PpoList = "PPO";

    /// <summary>The summary extract of OASys.</summary>
    public const string Oasys = "OASYS";

    /// <summary>Our own lists, filled in by hand.</summary>
    public const string Cases = "CASES";
    public const string Sentences = "SENTENCES";
    public const string Adjustments = "ADJUSTMENTS";
    public const string Contacts = "CONTACTS";
    public const string SentencePlan = "SENTENCE-PLAN";
    public const string Interventions = "INTERVENTIONS";
    public const string Staff = "STAFF";
    public const string Victims = "VICTIMS";
}
