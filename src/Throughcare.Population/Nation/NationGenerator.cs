using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Throughcare.Domain.Record;
using Throughcare.Population.Streams;

namespace Throughcare.Population.Nation;

/// <summary>Makes the people of a population, each from their own streams: what is made of one depends on no other.</summary>
public sealed class NationGenerator : IPopulation
{
    private readonly NationWorld _world;

    public NationGenerator(NationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.HistoryMonths, 0);
        Options = options;
        _world = new NationWorld(options);
    }

    public NationOptions Options { get; }

    public string Name => Options.Name;

    public int People => Options.Size.People;

    /// <summary>A few batches are in memory at a time.</summary>
    public int BatchSize => 500;

    public int Batches => (People + BatchSize - 1) / BatchSize;

    /// <inheritdoc/>
    public IReadOnlyList<StaffMember> Staff => _world.Staff.Everybody;

    /// <summary>One person, by their number.</summary>
    /// <param name="number">From 1.</param>
    public WholeRecord Person(int number) => new RecordOfPerson(_world, number).Make();

    /// <summary>The people of a batch, by number.</summary>
    /// <param name="batch">From 0.</param>
    public IReadOnlyList<WholeRecord> Batch(int batch)
    {
        var first = batch * BatchSize + 1;
        var people = new List<WholeRecord>(BatchSize);
        for (var number = first; number <= People && number < first + BatchSize; number++)
        {
            people.Add(Person(number));
        }

        return people;
    }

    /// <summary>Batches one after the other, made on as many threads as the options say.</summary>
    /// <param name="isWanted">Which batches; all where it is left out.</param>
    public async IAsyncEnumerable<(int Batch, IReadOnlyList<WholeRecord> People)> MakeAsync(
        Func<int, bool>? isWanted = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var queue = Channel.CreateBounded<Task<(int, IReadOnlyList<WholeRecord>)>>(Options.Threads);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var feed = Task.Run(async () =>
        {
            try
            {
                for (var batch = 0; batch < Batches; batch++)
                {
                    var number = batch;
                    if (isWanted?.Invoke(number) is not false)
                    {
                        await queue.Writer.WriteAsync(Task.Run(() => (number, Batch(number)), stop.Token), stop.Token).ConfigureAwait(false);
                    }
                }
            }
            finally
            {
                queue.Writer.Complete();
            }
        }, stop.Token);

        try
        {
            await foreach (var made in queue.Reader.ReadAllAsync(stop.Token).ConfigureAwait(false))
            {
                yield return await made.ConfigureAwait(false);
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            try
            {
                await feed.ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // whoever reads no more has stopped it
            }
        }
    }

    /// <summary>The number of everybody by what does not change with any date of their id: by that a population's people are known again.</summary>
    public IReadOnlyDictionary<ulong, int> NumbersByTail() =>
        Enumerable.Range(1, People).ToDictionary(number => NationIds.FirstTail(_world.Root, number));
}

/// <summary>What everybody of one population shares.</summary>
internal sealed class NationWorld
{
    public NationWorld(NationOptions options)
    {
        Options = options;
        Root = new StreamRoot(options.Seed, options.Size.Name);
        Plan = new NationPlan(options.Size);
        Places = new NationPlaces(options.Size);
        Staff = new NationStaff(Root, Places, options);
        Contacts = new NationContacts(this);
        HistoryFrom = options.AsOf.AddMonths(-options.HistoryMonths);
        Latest = Throughcare.Domain.Rules.London.At(options.AsOf, new TimeOnly(0, 1)).AddMinutes(-1);
    }

    public NationOptions Options { get; }

    public StreamRoot Root { get; }

    public NationPlan Plan { get; }

    public NationPlaces Places { get; }

    public NationStaff Staff { get; }

    public NationContacts Contacts { get; }

    /// <summary>Movements, allocations and so on are from this day on.</summary>
    public DateOnly HistoryFrom { get; }

    /// <summary>The midnight with which the day begins: nothing is recorded later.</summary>
    public DateTimeOffset Latest { get; }

    public DateOnly AsOf => Options.AsOf;

    public bool IsDemo => Options.Size.Name == PopulationSize.Demo.Name;

    public bool DoesEverythingRight => Options.Failures is FailureMode.Off;
}
