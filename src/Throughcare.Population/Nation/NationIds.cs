using System.Buffers.Binary;
using Throughcare.Domain.Record;
using Throughcare.Population.Streams;

namespace Throughcare.Population.Nation;

/// <summary>Version-7 ids of one person's facts: the instant of recording, and a tail from the person's own stream.</summary>
internal sealed class NationIds(StreamRoot root, string path)
{
    private SeededNumbers _stream = root.Of($"{path}|ids");

    public Guid Next(DateTimeOffset at) => Make(at, ref _stream);

    public FactId Fact(DateTimeOffset at) => new(Next(at));

    /// <summary>The last eight bytes of the first id of a person: what does not depend on any date.</summary>
    public static ulong FirstTail(StreamRoot root, int person)
    {
        var stream = root.Of(FormattableString.Invariant($"person|{person}|ids"));
        stream.Next();
        return (stream.Next() >> 2) | 0x8000_0000_0000_0000;
    }

    private static Guid Make(DateTimeOffset at, ref SeededNumbers stream)
    {
        Span<byte> bytes = stackalloc byte[16];
        var within = stream.Next() >> 52;
        BinaryPrimitives.WriteUInt64BigEndian(bytes, ((ulong)at.ToUnixTimeMilliseconds() << 16) | 0x7000u | within);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (stream.Next() >> 2) | 0x8000_0000_0000_0000);
        return new Guid(bytes, bigEndian: true);
    }
}
