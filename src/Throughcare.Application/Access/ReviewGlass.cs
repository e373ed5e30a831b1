using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Access;

/// <summary>Says whether it was right to open a closed record.</summary>
public sealed class ReviewGlass(ThroughcareDb db, Recorder recorder)
{
    public sealed record Request(PersonId PersonId, FactId BreakId, string Review);

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        return recorder.WriteAsync(request.PersonId, Verb.DecideAccess, actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);   // it may have been opened before a merge
            return Decide(await db.GlassBreaks.Current().SingleOrDefaultAsync(g => g.Id == request.BreakId && records.Contains(g.PersonId), stop), request, entry);
        }, stop);
    }

    public static Outcome<Change<FactId>> Decide(GlassBreak? broken, Request request, Entry entry)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(entry);

        return broken is not { Review: null } ? new Refusal("", "This has been reviewed already")
            : broken.BrokenBy == entry.By ? new Refusal("", "You cannot review your own access")
            : ReasonRule.TooShort(nameof(request.Review), request.Review) is { } tooShort ? tooShort
            : new Change<FactId>(
                broken.Id, new GlassReviewed(request.PersonId, broken.BrokenBy),
                new Write(broken, broken.Next(entry) with { Review = request.Review, ReviewedBy = entry.By }));
    }
}

/// <summary>The opening of a closed record was reviewed.</summary>
public sealed record GlassReviewed(PersonId PersonId, StaffId BrokenBy) : RecordEvent(PersonId);
