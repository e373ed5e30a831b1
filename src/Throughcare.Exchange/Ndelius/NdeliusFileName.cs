using System.Globalization;
using System.Text.RegularExpressions;
using Throughcare.Domain.Record;
using Throughcare.Exchange.Record;

namespace Throughcare.Exchange.Ndelius;

/// <summary>The name of a probation extract, which says whether it is the whole list, and of which instant.</summary>
public static partial class NdeliusFileName
{
    public const string Problem = "A probation extract is named like cfoextract_272_full_20260930010000.txt, or the same with .zip and such a file in it";

    /// <returns><see langword="null"/> for a name that is not a probation extract's.</returns>
    public static ImportName? Read(string name) =>
        Shape().Match(name) is { Success: true } match
        && DateTime.TryParseExact(match.Groups["at"].Value, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? new(DateOnly.FromDateTime(at), match.Groups["mode"].Value == "full" ? ImportMode.Full : ImportMode.Diff, TimeOnly.FromDateTime(at))
            : null;

    public static bool IsZip(string name) => name.EndsWith(".zip", StringComparison.Ordinal);

    [GeneratedRegex(@"^cfoextract_[0-9]{1,5}_(?<mode>full|diff)_(?<at>[0-9]{14})\.(txt|zip)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
