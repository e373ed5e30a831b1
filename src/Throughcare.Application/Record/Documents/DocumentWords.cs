using Throughcare.Domain.Access;
using Throughcare.Domain.Record.Documents;
using Throughcare.Domain.Rules;

namespace Throughcare.Application.Record.Documents;

/// <summary>Documents in words.</summary>
internal static class DocumentWords
{
    /// <summary>"Sensitive document, 4 Feb 2026, ask Petra Omond": that there is one, and nothing of what it is.</summary>
    /// <param name="worker">Who added it, as the page names staff.</param>
    public static string Headline(PersonDocument document, string worker)
    {
        var (family, ask) = document switch
        {
            { Sensitivity: Sensitivity.Victim } => ("Victim contact", "victim liaison unit"),
            _ when DocumentTypes.Find(document.Type) is { IsPublicProtection: true } => ("Public protection document", "public protection unit"),
            { Sensitivity: Sensitivity.Sensitive } => ("Sensitive document", worker),
            _ => ("Restricted document", worker),
        };
        return $"{family}, {Words.ShortDate(document.ValidFrom)}, ask {ask}";
    }

    /// <summary>"Pre-sentence report: Report of Leeds Crown Court (version 2)".</summary>
    public static string Title(PersonDocument document)
    {
        var type = DocumentTypes.Find(document.Type)?.Description ?? document.Type;
        return (document.Title == type ? type : $"{type}: {document.Title}") + (document.FileNumber > 1 ? $" (version {document.FileNumber})" : "");
    }
}
