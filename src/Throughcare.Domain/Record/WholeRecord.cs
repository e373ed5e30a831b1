using System.Buffers.Binary;
using Throughcare.Domain.Protection;

namespace Throughcare.Domain.Record;

/// <summary>Everything that is written about one person who is not on record yet, act by act, in the order in which it was recorded.</summary>
/// <remarks>For whole populations: each act has its own instant, author and event, as if it had been recorded then.</remarks>
/// <param name="PersonId">Whose record it is; its instant is that of the first act.</param>
/// <param name="Acts">Oldest first; at least one.</param>
public sealed record WholeRecord(PersonId PersonId, IReadOnlyList<WholeRecord.Act> Acts)
{
    /// <summary>The last eight bytes of an id: what does not depend on when it was made.</summary>
    public static ulong TailOf(PersonId id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
    }

    /// <summary>Sealed entries about victims to which facts of the acts point.</summary>
    public IReadOnlyList<SealedVictim> Sealed { get; init; } = [];

    /// <summary>One act of writing.</summary>
    /// <param name="Entry">Who, when, where and through what.</param>
    /// <param name="Happened">The event that it leaves; <see langword="null"/> where the act is the recording of one contact.</param>
    /// <param name="Writes">What is written; a version that replaces another one names it.</param>
    public sealed record Act(Entry Entry, RecordEvent? Happened, IReadOnlyList<Write> Writes);
}

/// <summary>A whole fictional population that can be written into the record, batch by batch.</summary>
public interface IPopulation
{
    /// <summary>What tells it from every other population, in one line.</summary>
    string Name { get; }

    int People { get; }

    /// <summary>People of a batch, in the order of their numbers.</summary>
    int BatchSize { get; }

    /// <summary>Who works with the people.</summary>
    IReadOnlyList<StaffMember> Staff { get; }

    /// <summary>The number of everybody, from 1, by the tail of their id.</summary>
    IReadOnlyDictionary<ulong, int> NumbersByTail();

    /// <summary>Batches one after the other, numbered from 0.</summary>
    /// <param name="isWanted">Which batches; all where it is left out.</param>
    IAsyncEnumerable<(int Batch, IReadOnlyList<WholeRecord> People)> MakeAsync(Func<int, bool>? isWanted = null, CancellationToken cancellationToken = default);
}

/// <summary>The record of somebody who does not exist was begun.</summary>
/// <param name="Number">The person's number in the population, from 1.</param>
/// <param name="Population">Which population: its size, seed, day and what else it was made with.</param>
public sealed record FictionalPersonMade(PersonId PersonId, int Number, string Population) : RecordEvent(PersonId);

/// <summary>Something about somebody who does not exist was written.</summary>
/// <param name="What">What it is about, by name; never the values.</param>
public sealed record FictionalFactsWritten(PersonId PersonId, IReadOnlyList<string> What) : RecordEvent(PersonId);
