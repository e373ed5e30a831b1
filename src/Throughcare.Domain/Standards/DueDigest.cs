using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Throughcare.Domain.Standards;

/// <summary>A fingerprint of everything that is due of a person: the same whenever each item says the same, whatever their order.</summary>
/// <remarks>It stands for reading the items again: by night most people's are what they were. The first 8 bytes of a SHA-256.</remarks>
public static class DueDigest
{
    /// <param name="items">Of one person; each with a key of its own.</param>
    public static long Of(IReadOnlyList<DueItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);

        ArrayBufferWriter<byte> said = new((items.Count * 192) + 64);
        foreach (var item in items.OrderBy(item => item.Key, StringComparer.Ordinal))
        {
            Say(said, item);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(said.WrittenSpan, hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }

    /// <summary>All that <see cref="DueItem.SaysTheSameAs"/> compares.</summary>
    private static void Say(ArrayBufferWriter<byte> said, DueItem item)
    {
        Text(said, item.Key);
        Text(said, item.Rule.Text);
        Text(said, item.Family);
        Text(said, item.MeasureGroup);
        Text(said, item.Note);
        Text(said, item.Place?.Text);
        Text(said, item.Establishment?.Text);
        Id(said, item.PersonId.Value);
        Id(said, item.CaseId?.Value);
        Id(said, item.ResponsibleStaff?.Value);
        Id(said, item.Evidence?.Value);
        Number(said, item.TriggerOn.DayNumber);
        Number(said, item.DueOn.DayNumber);
        Number(said, item.EffectiveDueOn.DayNumber);
        Number(said, item.WindowFrom.DayNumber);
        Number(said, item.DueSoonFrom.DayNumber);
        Number(said, item.DueAt?.UtcTicks ?? -1);
        Number(said, item.FairDueOn?.DayNumber ?? -1);
        Number(said, item.StateSince?.DayNumber ?? -1);
        Number(said, item.EvidenceOn?.DayNumber ?? -1);
        Number(said, item.Responsible is { } role ? (int)role : -1);
        Number(said, ((int)item.State << 16) | ((int)item.Confidence << 8)
            | (item.IsDeferred ? 1 : 0) | (item.CountsOriginalDue ? 2 : 0) | (item.EvidenceRecordedLate ? 4 : 0) | (item.InScope switch { null => 0, false => 8, true => 16 }));
    }

    private static void Text(ArrayBufferWriter<byte> said, string? text)
    {
        Number(said, text?.Length ?? -1);   // so that two texts never run into each other
        said.Write(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    private static void Id(ArrayBufferWriter<byte> said, Guid? id)
    {
        (id ?? Guid.Empty).TryWriteBytes(said.GetSpan(16));
        said.Advance(16);
    }

    private static void Number(ArrayBufferWriter<byte> said, long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(said.GetSpan(8), number);
        said.Advance(8);
    }
}
