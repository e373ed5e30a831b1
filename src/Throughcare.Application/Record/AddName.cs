using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Adds an alias, a maiden name or a preferred name.</summary>
public sealed class AddName(ThroughcareDb db, Recorder recorder)
{
    /// <param name="Token">The form's own: becomes the name's id.</param>
    /// <param name="Type">Not the current name: that is changed, not added.</param>
    /// <param name="DateOfBirth">The date of birth given with it, where it differs.</param>
    public sealed record Request(PersonId PersonId, FactId Token, NameType Type, TypedName Name, DateOnly? DateOfBirth = null);

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop) =>
        recorder.WriteAsync(request.PersonId, Verb.ChangePersonDetails, actor, async entry =>
            Decide(await db.Names.Current().Where(n => n.PersonId == request.PersonId && n.ValidTo == null).ToListAsync(stop), request, entry), stop);

    internal static Outcome<Change<FactId>> Decide(IReadOnlyList<PersonName> names, Request request, Entry entry)
    {
        if (names.Any(n => n.Id == request.Token))
        {
            return AlreadyDone.With(request.PersonId, request.Token);
        }

        var wrong = request.Name.Check();
        if (request.Type is NameType.Current)
        {
            wrong.Insert(0, new(nameof(request.Type), "Select alias, maiden name or preferred name"));
        }

        if (request.DateOfBirth > entry.At.LondonDate)
        {
            wrong.Add(new(nameof(request.DateOfBirth), "Date of birth must be today or in the past"));
        }

        if (wrong.Count == 0 && names.Any(n => n.Type == request.Type && request.Name.Says(n)))
        {
            wrong.Add(new(nameof(TypedName.Last), "This name is already on the record"));
        }

        if (wrong.Count > 0)
        {
            return new Outcome<Change<FactId>>.Refused(wrong);
        }

        var name = request.Name.Of(request.Token, request.PersonId, request.Type, entry.At.LondonDate, entry) with { DateOfBirth = request.DateOfBirth };
        List<Write> rows = [new(null, name)];
        if (request.Type is NameType.Preferred && names.FirstOrDefault(n => n.Type is NameType.Preferred) is { } before)
        {
            rows = [.. Succession.Of(before, name)];   // there is one preferred name at a time
        }

        return new Change<FactId>(rows[^1].After.Id, new NameAdded(request.PersonId, name.Id, request.Type), rows);
    }
}

/// <summary>A name was added.</summary>
public sealed record NameAdded(PersonId PersonId, FactId NameId, NameType Type) : RecordEvent(PersonId);
