using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Handover;

namespace Throughcare.Application.Record.Handover;

/// <summary>Makes the rows of a pack: the fact, and its parts, which are never changed after.</summary>
internal static class PackWriting
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="Pack">Without what the sender says.</param>
    public readonly record struct Made(HandoverPack Pack, IReadOnlyList<HandoverPackPart> Parts);

    public static Made Make(PackSource source, FactId id, HandoverPackKind kind, int number, Entry entry)
    {
        var parts = PackContents.Of(source).OrderBy(p => p.Key).Select(part =>
        {
            var content = JsonSerializer.SerializeToUtf8Bytes(part.Value, Json);
            return new HandoverPackPart { PackId = id, Level = part.Key, Content = content, Sha256 = HashOf(content) };
        }).ToList();
        var complete = PackCompleteness.Of(
            source.Facts, source.Documents, source.Objectives.Count > 0, source.Year.Where(c => !c.BelowFloor).Select(c => c.AuthorRole).ToHashSet());
        return new(
            new HandoverPack
            {
                Id = id,
                PersonId = source.Facts.PersonId,
                CaseId = source.Facts.Case?.AsCase,
                Kind = kind,
                Number = number,
                MadeAt = entry.At,
                Sha256 = HashOf(parts.Select(p => (p.Level, p.Sha256))),
                Present = complete.Present,
                Applicable = complete.Applicable,
                Missing = complete.Missing.Count == 0 ? null : string.Join('\n', complete.Missing),
                ValidFrom = source.Facts.AsAt,
                Recorded = entry,
            },
            parts);
    }

    public static PackContent Read(HandoverPackPart part) => JsonSerializer.Deserialize<PackContent>(part.Content, Json)!;

    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>The hash of a pack: over the level and hash of every part.</summary>
    public static string HashOf(IEnumerable<(HandoverPackLevel Level, string Sha256)> parts) =>
        HashOf(Encoding.UTF8.GetBytes(string.Join('\n', parts.OrderBy(p => p.Level).Select(p => $"{p.Level}:{p.Sha256}"))));
}

/// <summary>A pack was made of the record.</summary>
/// <param name="Sha256">Of its content, so that the chain holds the content too.</param>
public sealed record HandoverPackMade(PersonId PersonId, FactId PackId, HandoverPackKind Kind, PlaceCode? From, PlaceCode? To, string Sha256) : RecordEvent(PersonId);

/// <summary>The sender said something about a pack after it was made.</summary>
public sealed record HandoverPackExplained(PersonId PersonId, FactId PackId) : RecordEvent(PersonId);

/// <summary>The receiver has a pack.</summary>
public sealed record HandoverPackAcknowledged(PersonId PersonId, FactId PackId, bool HasGaps) : RecordEvent(PersonId);
