using Throughcare.Domain.Access;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Population.Nation;

/// <summary>Collects what is written about one person, in any order, and gives it as one record, oldest first.</summary>
internal sealed class RecordMaker
{
    private const string UseCase = "LoadPopulation";

    private readonly List<WholeRecord.Act> _acts = [];
    private WholeRecord.Act? _first;
    private readonly List<SealedVictim> _sealed = [];
    private readonly NationIds _ids;
    private readonly DateTimeOffset _latest;

    /// <param name="begun">The instant of the first act.</param>
    /// <param name="latest">Nothing is recorded after it.</param>
    public RecordMaker(NationIds ids, DateTimeOffset begun, DateTimeOffset latest)
    {
        (_ids, _latest, Begun) = (ids, latest, begun);
        PersonId = new PersonId(ids.Next(begun));
    }

    public PersonId PersonId { get; }

    public DateTimeOffset Begun { get; }

    public FactId NewId(Entry entry) => _ids.Fact(entry.At);

    /// <summary>What a file of the prison or of probation brings: nobody's own act.</summary>
    public Entry FromFile(DateOnly day, SourceSystem source, int hour, int minute) =>
        new(Within(London.At(day, new TimeOnly(hour, minute))), StaffId.System, Role.System, PlaceCode.Nation, UseCase, source);

    /// <summary>What a member of staff records.</summary>
    public Entry By(StaffMember staff, DateTimeOffset at, Verb verb) =>
        new(Within(at), staff.Id, staff.Role, staff.Place, verb.ToString());

    public void Begin(Entry entry, int number, string population, params IReadOnlyList<Write> writes) =>
        _first = new WholeRecord.Act(entry, new FictionalPersonMade(PersonId, number, population), writes);

    public void Add(Entry entry, string what, params IReadOnlyList<Write> writes)
    {
        if (writes.Count > 0)
        {
            _acts.Add(new WholeRecord.Act(entry, new FictionalFactsWritten(PersonId, [what]), writes));
        }
    }

    /// <summary>A contact, which is an act of its own.</summary>
    public void Add(Contact contact) => _acts.Add(new WholeRecord.Act(contact.Recorded, null, [new Write(null, contact)]));

    public void Seal(SealedVictim victim) => _sealed.Add(victim);

    /// <summary>Everything that was written so far, in the order of writing.</summary>
    public IEnumerable<FactVersion> Facts() => (_first is null ? [] : _first.Writes).Concat(_acts.SelectMany(act => act.Writes)).Select(write => write.After);

    public WholeRecord Finish()
    {
        var first = _first ?? throw new InvalidOperationException("The record was not begun.");
        var rest = _acts.OrderBy(act => act.Entry.At);   // stable: what is recorded at one instant stays in order
        return new WholeRecord(PersonId, [first, .. rest]) { Sealed = _sealed };
    }

    private DateTimeOffset Within(DateTimeOffset at) => at > _latest ? _latest : at < Begun ? Begun : at;
}
