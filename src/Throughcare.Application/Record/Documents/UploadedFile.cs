using System.Security.Cryptography;
using Throughcare.Domain.Record.Documents;
using Throughcare.Domain.Rules;

namespace Throughcare.Application.Record.Documents;

/// <summary>A file as somebody chose it.</summary>
/// <param name="Name">Without a folder.</param>
public sealed record UploadedFile(string Name, byte[] Content);

/// <summary>A file that may be kept.</summary>
internal sealed record CheckedFile(string Name, DocumentFormat Format, byte[] Content, string Sha256)
{
    /// <summary>Looks at the content, then asks the scanner.</summary>
    /// <param name="field">The field of the form in which it was chosen.</param>
    public static async Task<Outcome<CheckedFile>> OfAsync(UploadedFile? file, string field, IVirusScanner scanner, CancellationToken stop)
    {
        if (file is null)
        {
            return new Refusal(field, "Select a file");
        }

        var looked = DocumentContent.Check(file.Name, file.Content, field);
        if (looked is Outcome<DocumentFormat>.Refused no)
        {
            return new Outcome<CheckedFile>.Refused(no.Why);
        }

        var format = ((Outcome<DocumentFormat>.Done)looked).Value;
        return await scanner.ScanAsync(file.Content, stop) switch
        {
            VirusFinding.Clean => (Outcome<CheckedFile>)new CheckedFile(file.Name, format, file.Content, Convert.ToHexStringLower(SHA256.HashData(file.Content))),
            VirusFinding.Infected => new Refusal(field, "The selected file contains a virus. It was not kept"),
            _ => new Refusal(field, "The selected file could not be checked for viruses. Try again later"),
        };
    }
}
