using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Access;

/// <summary>Ends the limit on a person's record, and its list. Exclusions stay.</summary>
public sealed class LiftRestriction(ThroughcareDb db, Recorder recorder)
{
    public sealed record Request(PersonId PersonId, string Reason);

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        return recorder.WriteAsync(request.PersonId, Verb.RestrictPerson, actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            var running = await db.Restrictions.Current().Where(r => records.Contains(r.PersonId) && r.ValidTo == null).ToListAsync(stop);
            var listed = await db.Listings.Current()
                .Where(l => records.Contains(l.PersonId) && l.Kind == ListingKind.Allowed && l.ValidTo == null).ToListAsync(stop);
            return Decide(running, listed, request, entry);
        }, stop, request.Reason);
    }

    public static Outcome<Change<FactId>> Decide(
        IReadOnlyList<AccessRestriction> running, IReadOnlyList<AccessListing> listed, Request request, Entry entry)
    {
        ArgumentNullException.ThrowIfNull(running);
        ArgumentNullException.ThrowIfNull(request);

        return ReasonRule.TooShort(nameof(request.Reason), request.Reason) is { } tooShort ? tooShort
            : running.Count == 0 ? new Refusal("", "This record is not limited")
            : new Change<FactId>(
                running[0].Id, new LimitLifted(request.PersonId), [.. running.Select(r => Listings.End(r, entry)), .. listed.Select(l => Listings.End(l, entry))]);
    }
}

/// <summary>The limit on a record was lifted.</summary>
public sealed record LimitLifted(PersonId PersonId) : RecordEvent(PersonId);

internal static class Listings
{
    /// <summary>Ends a fact as of now: it was true until yesterday, or, where it began today, never.</summary>
    public static Write End<T>(T running, Entry entry)
        where T : FactVersion
    {
        var yesterday = entry.At.LondonDate.AddDays(-1);
        return new(running, yesterday < running.ValidFrom ? running.WithdrawnBy(entry) : running.EndedOn(yesterday, entry));
    }
}
