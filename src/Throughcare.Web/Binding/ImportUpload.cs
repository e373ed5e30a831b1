using Throughcare.Exchange.Record;

namespace Throughcare.Web.Binding;

/// <summary>Looks at an uploaded file before it is taken in: its name, its size and how it begins.</summary>
public static class ImportUpload
{
    /// <summary>2 GB: a whole extract of everyone on probation.</summary>
    public const long MostBytes = 2000L * 1000 * 1000;

    private const int Beginning = 4096;

    private static ReadOnlySpan<byte> ZipMark => [0x50, 0x4B, 0x03, 0x04];

    /// <param name="kind">What it is said to be; <see langword="null"/> to tell by its name.</param>
    /// <returns>The kind of file, or what to do about it.</returns>
    public static async Task<(ImportKind? Kind, string? Problem)> LookAsync(IFormFile? file, ImportKind? kind, DateOnly today, CancellationToken stop)
    {
        if (file is null)
        {
            return (null, "Select a file");
        }

        var name = Path.GetFileName(file.FileName);
        kind ??= ImportKinds.ByName(name, today);
        if (kind is null)
        {
            return (null, "The name of the selected file does not show what it is. Choose what is in the file");
        }

        if (kind.Read(name, today) is null)
        {
            return (null, $"The selected file must be a {kind.Noun}. {kind.NameProblem}");
        }

        if (file.Length is 0)
        {
            return (null, "The selected file is empty");
        }

        if (file.Length > MostBytes)
        {
            return (null, "The selected file must be smaller than 2 GB");
        }

        var beginning = new byte[Math.Min(Beginning, file.Length)];
        await using var content = file.OpenReadStream();
        await content.ReadExactlyAsync(beginning, stop);
        var isZip = beginning.AsSpan().StartsWith(ZipMark);
        var problem = kind.IsArchive(name)
            ? isZip ? null : "The selected file is not a ZIP file, although its name says so"
            : kind.LookAt(beginning);
        return (kind, problem);
    }
}
