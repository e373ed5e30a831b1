using Throughcare.Application.Record.Documents;
using Throughcare.Domain.Record.Documents;

namespace Throughcare.Web.Binding;

/// <summary>Reads an uploaded document into memory: its bytes are looked at and kept as a whole.</summary>
public static class DocumentUpload
{
    /// <summary>Bytes of a request that are taken. More than a document may have, so that the form itself can say that a file is too large.</summary>
    public const long MostBytes = 2L * DocumentContent.MostBytes;

    /// <summary>What a form says of the files that it takes.</summary>
    public const string Hint = DocumentFormats.InWords + ", up to 25 MB. Without macros, scripts, passwords or attachments";

    /// <summary>The same after a form was refused: a browser sends a file once.</summary>
    public const string HintAgain = "Choose the file again: it was not kept. " + Hint;

    /// <returns>The file, cut one byte above the most that is kept; <see langword="null"/> where none was chosen.</returns>
    public static async Task<UploadedFile?> ReadAsync(IFormFile? file, CancellationToken stop)
    {
        if (file is null)
        {
            return null;
        }

        var bytes = new byte[(int)Math.Min(file.Length, DocumentContent.MostBytes + 1L)];
        await using var content = file.OpenReadStream();
        await content.ReadExactlyAsync(bytes, stop);
        return new(file.FileName[(file.FileName.LastIndexOfAny(['/', '\\']) + 1)..], bytes);
    }
}
