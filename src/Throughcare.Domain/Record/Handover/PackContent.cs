namespace Throughcare.Domain.Record.Handover;

/// <summary>What one part of a pack says.</summary>
public sealed record PackContent(IReadOnlyList<PackSection> Sections);

/// <param name="Number">Its place in the pack, 1 to 13; parts of several levels join their sections by it.</param>
public sealed record PackSection(int Number, string Title, IReadOnlyList<PackLine> Lines, IReadOnlyList<PackEntry> Entries);

/// <param name="Value"><see langword="null"/> is "Not recorded".</param>
public sealed record PackLine(string Label, string? Value);

/// <param name="When">As the page says it.</param>
public sealed record PackEntry(string Title, string When, string? By, string? Text);

/// <summary>The sections of a pack, in their order.</summary>
public static class PackSections
{
    public const int FrontSheet = 1;
    public const int WhoIsWho = 2;
    public const int DueItems = 3;
    public const int Plan = 4;
    public const int Assessments = 5;
    public const int Programmes = 6;
    public const int EducationAndWork = 7;
    public const int Contacts = 8;
    public const int Induction = 9;
    public const int PublicProtection = 10;
    public const int Outstanding = 11;
    public const int Documents = 12;

    public static string TitleOf(int number) => number switch
    {
        FrontSheet => "Front sheet",
        WhoIsWho => "Who is who",
        DueItems => "Due items",
        Plan => "Current plan",
        Assessments => "Assessments of risk",
        Programmes => "Programmes and interventions",
        EducationAndWork => "Education and work",
        Contacts => "Contacts",
        Induction => "Induction and immediate needs",
        PublicProtection => "Public protection",
        Outstanding => "Outstanding",
        _ => "Documents in the pack",
    };
}
