using Throughcare.Exchange.Offloc;

namespace Throughcare.Web.Binding;

/// <summary>Looks at an uploaded prison file before it is taken in: its name, its size and how it begins.</summary>
public static class PrisonFileUpload
{
    /// <summary>500 MB: several times a file of everyone in prison.</summary>
    public const long MostBytes = 500L * 1000 * 1000;

    private const int Beginning = 4096;

    private static ReadOnlySpan<byte> ZipMark => [0x50, 0x4B, 0x03, 0x04];

    /// <returns>What to do about it; <see langword="null"/> where it may be taken in.</returns>
    public static async Task<string?> ProblemOfAsync(IFormFile? file, CancellationToken stop)
    {
        if (file is null)
        {
            return "Select a file";
        }

        var name = Path.GetFileName(file.FileName);
        if (OfflocFileName.DayOf(name) is null)
        {
            return $"The selected file must be a prison file. {OfflocFileName.Problem}";
        }

        if (file.Length is 0)
        {
            return "The selected file is empty";
        }

        if (file.Length > MostBytes)
        {
            return "The selected file must be smaller than 500 MB";
        }

        var beginning = new byte[Math.Min(Beginning, file.Length)];
        await using var content = file.OpenReadStream();
        await content.ReadExactlyAsync(beginning, stop);

        return (OfflocFileName.IsZip(name), beginning.AsSpan().StartsWith(ZipMark)) switch
        {
            (true, false) => "The selected file is not a ZIP file, although its name says so",
            (false, _) when beginning.Contains((byte)0) || !beginning.Contains((byte)'|') => "The selected file does not hold the fields of a prison file",
            _ => null,
        };
    }
}
