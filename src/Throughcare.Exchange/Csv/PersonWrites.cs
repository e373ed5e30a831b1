using Throughcare.Application.Record;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Exchange.Csv;

/// <summary>Gathers what the rows of a list write, person by person, and writes it at once.</summary>
/// <param name="list">The source, as runs name it.</param>
internal sealed class PersonWrites(string list, DateOnly day)
{
    private readonly Dictionary<PersonId, (List<Write> Writes, HashSet<string> What)> _people = [];

    public void Put(PersonId person, string what, params IEnumerable<Write> writes)
    {
        foreach (var write in writes)
        {
            if (!_people.TryGetValue(person, out var of))
            {
                _people[person] = of = ([], []);
            }

            of.Writes.Add(write);
            of.What.Add(what);
        }
    }

    /// <summary>What is already to be written of one fact of a person.</summary>
    public IEnumerable<T> Of<T>(PersonId person)
        where T : FactVersion => All(person).OfType<T>();

    /// <summary>What is already to be written of a person.</summary>
    public IEnumerable<FactVersion> All(PersonId person) => _people.TryGetValue(person, out var of) ? of.Writes.Select(w => w.After) : [];

    /// <param name="heads">The locked heads of those who are on record.</param>
    public async Task WriteAsync(ThroughcareDb db, IReadOnlyDictionary<PersonId, RecordHead> heads, Entry entry, CancellationToken stop)
    {
        var bulk = new BulkRecorder(db);
        var changes = _people.OrderBy(p => p.Key.Value)
            .Select(p => new Change<PersonId>(p.Key, new ListRowsImported(p.Key, list, day, [.. p.Value.What.Order(StringComparer.Ordinal)]), p.Value.Writes)).ToList();
        await bulk.WriteAsync(heads, changes, entry, stop);
    }
}
