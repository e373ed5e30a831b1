namespace Throughcare.Domain.Record;

/// <summary>Sources as pages name them.</summary>
public static class SourceWords
{
    /// <summary>Within a sentence, such as "the probation extract"; <see langword="null"/> for what was recorded here.</summary>
    public static string? Of(SourceSystem source) => source switch
    {
        SourceSystem.Offloc => "the prison’s nightly file",
        SourceSystem.Ndelius => "the probation extract",
        SourceSystem.PpoList => "the list of priority offenders",
        SourceSystem.Oasys => "the extract of OASys",
        SourceSystem.Template => "a file that was sent in",
        _ => null,
    };

    /// <summary>At the beginning of a line, such as "Probation extract"; <see langword="null"/> for what was recorded here.</summary>
    public static string? Name(SourceSystem source) => source switch
    {
        SourceSystem.Offloc => "Prison file",
        SourceSystem.Ndelius => "Probation extract",
        SourceSystem.PpoList => "List of priority offenders",
        SourceSystem.Oasys => "Extract of OASys",
        SourceSystem.Template => "File that was sent in",
        _ => null,
    };
}
