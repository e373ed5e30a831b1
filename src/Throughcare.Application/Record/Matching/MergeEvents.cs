using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Application.Record.Matching;

/// <summary>Two records became one: this one is read as part of the survivor. Both chains get it.</summary>
public sealed record PeopleMerged(PersonId PersonId, PersonId SurvivorId, PersonId AbsorbedId, string ReasonCode, StaffId RequestedBy) : RecordEvent(PersonId);

/// <summary>A merge was undone: the records are two people's. Both chains get it.</summary>
/// <param name="Moved">Entries that were withdrawn from the survivor and recorded anew on the other.</param>
public sealed record PeopleUnmerged(PersonId PersonId, PersonId SurvivorId, PersonId AbsorbedId, int Moved) : RecordEvent(PersonId);

/// <summary>Somebody said that this record and another are two people's. Both chains get it.</summary>
public sealed record PeopleToldApart(PersonId PersonId, PersonId OtherId) : RecordEvent(PersonId);

internal static class MergeEvents
{
    public static (Change<PersonId> First, Change<PersonId> Second) Merged(PersonId survivor, PersonId absorbed, string reasonCode, StaffId requestedBy) => (
        new(absorbed, new PeopleMerged(absorbed, survivor, absorbed, reasonCode, requestedBy)),
        new(survivor, new PeopleMerged(survivor, survivor, absorbed, reasonCode, requestedBy)));

    public static (Change<PersonId> First, Change<PersonId> Second) ToldApart(PersonId one, PersonId other) =>
        (new(one, new PeopleToldApart(one, other)), new(other, new PeopleToldApart(other, one)));
}

internal static class MergeRefusals
{
    public static readonly Refusal Requester = new("", "You asked for this merge. Another manager has to decide about it");

    public static readonly Refusal Decided = new("", "Somebody else has decided about this while you were here. What they decided is shown below");
}
