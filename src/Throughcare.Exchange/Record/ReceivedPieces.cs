using System.Buffers.Binary;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Exchange.Record;

/// <summary>The pieces of a received file, one at a time.</summary>
internal static class ReceivedPieces
{
    public static async IAsyncEnumerable<byte[]> OfAsync(
        ThroughcareDb db, FactId run, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        for (var number = 0; ; number++)
        {
            if (await db.ImportChunks.Where(c => c.RunId == run && c.Number == number).Select(c => c.Content).SingleOrDefaultAsync(stop) is not { } content)
            {
                yield break;
            }

            yield return Expand(content);
        }
    }

    /// <summary>A piece as it was before it was compressed.</summary>
    public static byte[] Expand(byte[] content)
    {
        var raw = new byte[BinaryPrimitives.ReadInt32BigEndian(content)];
        return BrotliDecoder.TryDecompress(content.AsSpan(4), raw, out var written) && written == raw.Length
            ? raw
            : throw new InvalidDataException("A piece of the received file is damaged.");
    }
}
