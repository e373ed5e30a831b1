using System.Buffers.Binary;

namespace Throughcare.Application;

/// <summary>Makes version-7 ids: the given clock's millisecond, a counter within it, and a tail.</summary>
/// <remarks>Always ascending on one machine, so index pages stay compact. In the product the tail is random; a test or
/// the population generator gives a seeded one and gets the same ids every time.</remarks>
public sealed class IdSource(TimeProvider clock, Func<ulong> tail)
{
    private readonly Lock _gate = new();
    private long _millisecond;
    private int _count;

    public Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];

        lock (_gate)
        {
            var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
            (_millisecond, _count) = now > _millisecond ? (now, 0)
                : _count < 0xFFF ? (_millisecond, _count + 1)
                : (_millisecond + 1, 0);

            BinaryPrimitives.WriteUInt64BigEndian(bytes, ((ulong)_millisecond << 16) | 0x7000u | (uint)_count);
            BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (tail() >> 2) | 0x8000_0000_0000_0000);
        }

        return new Guid(bytes, bigEndian: true);
    }
}
