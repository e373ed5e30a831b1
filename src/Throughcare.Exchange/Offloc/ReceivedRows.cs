using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Exchange.Offloc;

/// <summary>The pieces of a received file, one at a time.</summary>
internal static class ReceivedRows
{
    public static async IAsyncEnumerable<byte[]> PiecesAsync(
        ThroughcareDb db, FactId run, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        for (var number = 0; ; number++)
        {
            if (await db.ImportChunks.Where(c => c.RunId == run && c.Number == number).Select(c => c.Content).SingleOrDefaultAsync(stop) is not { } content)
            {
                yield break;
            }

            yield return PackedRowReader.Expand(content);
        }
    }
}
