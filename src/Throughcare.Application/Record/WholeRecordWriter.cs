using System.Runtime.CompilerServices;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Storage;
using Throughcare.Storage.Standards;

namespace Throughcare.Application.Record;

/// <summary>Writes whole records of people who are not on record yet, past EF's change tracker: the same rows, lines, keys, reach and
/// events as <see cref="Recorder"/> would have written act by act, each with its own instant and author.</summary>
/// <remarks>The caller opens the transaction and commits it. Nobody can have a lock on people who do not exist.</remarks>
public sealed class WholeRecordWriter(ThroughcareDb db)
{
    public async Task WriteAsync(IReadOnlyList<WholeRecord> people, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(people);
        var positions = await db.Dialect.NextPositionsAsync(db, people.Sum(person => person.Acts.Count), stop);
        var rows = new Rows();
        var next = 0;
        foreach (var person in people)
        {
            rows.Add(person, positions, ref next);
        }

        foreach (var (type, facts) in rows.Of)
        {
            var entity = db.Model.FindEntityType(type) ?? throw new InvalidOperationException($"{type.Name} is not mapped.");
            await db.Dialect.InsertAsync(db, entity, facts, stop);
        }
    }

    /// <summary>What is to be inserted, by kind of row.</summary>
    private sealed class Rows
    {
        public Dictionary<Type, List<object>> Of { get; } = [];

        public void Add(WholeRecord person, IReadOnlyList<long> positions, ref int next)
        {
            var head = new RecordHead { PersonId = person.PersonId };
            Dictionary<(string Holder, ReachKind Kind), PersonReach> reach = [];
            List<PersonName> names = [];
            foreach (var act in person.Acts)
            {
                foreach (var write in act.Writes)
                {
                    if (write.Before is { } before)
                    {
                        Stamp(before, act.Entry.At);
                    }

                    if (write.After is PersonName name)
                    {
                        names.Add(name);
                    }

                    Add(write.After);
                    foreach (var line in TimelineLines.For(write))
                    {
                        Add(line);
                    }
                }

                if (act.Happened is not null)
                {
                    foreach (var row in ReachRules.After([.. reach.Values], [.. act.Writes]))
                    {
                        reach[(row.Holder, row.Kind)] = row;
                    }
                }

                Add(RecordChain.Append(head, act.Happened ?? Recorded(act), act.Entry, positions[next++]));
            }

            Add(new Person { Id = person.PersonId, CreatedAt = person.Acts[0].Entry.At });
            Add(head);
            Add(new StalePerson { PersonId = person.PersonId, Since = person.Acts[^1].Entry.At });
            AddRange(reach.Values);
            AddRange(names.KeysToFind().Select(key => new NameKeyRow { Kind = key.Kind, Key = key.Key, PersonId = person.PersonId }));
            AddRange(person.Sealed);
        }

        private static ContactRecorded Recorded(WholeRecord.Act act) => act.Writes is [{ Before: null, After: Contact contact }]
            ? new ContactRecorded(contact.PersonId, contact.Id, contact.Type, contact.HappenedAt, contact.Sensitivity)
            : throw new ArgumentException("An act that is not the recording of one contact has to say what happened.", nameof(act));

        private void AddRange(IEnumerable<object> rows)
        {
            foreach (var row in rows)
            {
                Add(row);
            }
        }

        private void Add(object row)
        {
            if (!Of.TryGetValue(row.GetType(), out var list))
            {
                Of.Add(row.GetType(), list = []);
            }

            list.Add(row);
        }

        /// <summary>A version that a later act of the same record replaces is written with that instant at once.</summary>
        [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_ReplacedAt")]
        private static extern void Stamp(FactVersion version, DateTimeOffset? at);
    }
}
