using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Throughcare.Domain.Record.Offloc;

namespace Throughcare.Exchange.Offloc;

/// <summary>The hash by which it is known that a row says what it said before: the fields that are about the person, in the order of
/// the file, trimmed, items of lists sorted, each with its length before it; SHA-256.</summary>
internal sealed class OfflocHash(OfflocText text)
{
    private static readonly (int Slot, bool IsList, bool IsRows)[] Hashed =
    [
        .. OfflocField.Imported.Where(OfflocField.IsInHash)
            .Select(f => (OfflocField.SlotOf(f), OfflocField.IsList(f), f == OfflocField.Activities)),
    ];

    private readonly ArrayBufferWriter<byte> _canonical = new(4096);

    public byte[] Of(in PackedRowReader row)
    {
        _canonical.ResetWrittenCount();
        foreach (var (slot, isList, isRows) in Hashed)
        {
            var bytes = row[slot];
            if (bytes.IsEmpty || (!isList && Ascii.IsValid(bytes) && bytes.IndexOf((byte)0) < 0))
            {
                Put(bytes);
            }
            else
            {
                var decoded = text.Decode(bytes);
                Put(isList ? Sorted(decoded, isRows) : decoded);
            }
        }

        return SHA256.HashData(_canonical.WrittenSpan);
    }

    /// <summary>The items of a list in order, each once. An activity that has not all its parts counts as none.</summary>
    private static string Sorted(string list, bool isRows)
    {
        if (!isRows && !list.Contains(OfflocField.ItemMark, StringComparison.Ordinal))
        {
            return list;
        }

        var items = list.Split(OfflocField.ItemMark, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal);
        if (isRows)
        {
            items = items.Where(i => i.Split(OfflocField.PartMark).Length == OfflocField.ActivityParts);
        }

        return string.Join(OfflocField.ItemMark, items.Order(StringComparer.Ordinal));
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        BinaryPrimitives.WriteInt32BigEndian(_canonical.GetSpan(4), bytes.Length);
        _canonical.Advance(4);
        _canonical.Write(bytes);
    }

    private void Put(string decoded)
    {
        var length = Encoding.UTF8.GetByteCount(decoded);
        BinaryPrimitives.WriteInt32BigEndian(_canonical.GetSpan(4), length);
        _canonical.Advance(4);
        Encoding.UTF8.GetBytes(decoded, _canonical);
    }
}
