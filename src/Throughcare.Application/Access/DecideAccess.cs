using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Access;

/// <summary>Answers somebody who asked to see a record: yes until a date, or no with a reason.</summary>
public sealed class DecideAccess(ThroughcareDb db, Recorder recorder)
{
    /// <summary>A grant ends at most this many days from now.</summary>
    public const int MaxDays = 28;

    /// <param name="Until">Last day of a grant.</param>
    /// <param name="Answer">Why not.</param>
    public sealed record Request(PersonId PersonId, FactId RequestId, bool Grant, DateOnly? Until, string? Answer);

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        return recorder.WriteAsync(request.PersonId, Verb.DecideAccess, actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);   // it may have been asked before a merge
            var asked = await db.AccessRequests.Current().SingleOrDefaultAsync(r => r.Id == request.RequestId && records.Contains(r.PersonId), stop);
            return Decide(asked, request, entry);
        }, stop);
    }

    /// <param name="asked">What was asked; <see langword="null"/> where there is no such request.</param>
    public static Outcome<Change<FactId>> Decide(AccessRequest? asked, Request request, Entry entry)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(entry);

        var today = entry.At.LondonDate;
        if (asked is not { Decision: AccessDecision.Waiting })
        {
            return new Refusal("", asked is null ? "There is no such request" : "This request has been answered already");
        }

        if (asked.AskedBy == entry.By)
        {
            return new Refusal("", "You cannot answer your own request");
        }

        if (request.Grant && (request.Until is not { } until || until < today || until > today.AddDays(MaxDays)))
        {
            return new Refusal(nameof(request.Until), $"End date must be today or later, and on or before {today.AddDays(MaxDays):d MMMM yyyy}");
        }

        if (!request.Grant && ReasonRule.TooShort(nameof(request.Answer), request.Answer) is { } tooShort)
        {
            return tooShort;
        }

        var answered = asked.Next(entry) with
        {
            Decision = request.Grant ? AccessDecision.Granted : AccessDecision.Refused,
            DecidedBy = entry.By,
            Answer = request.Grant ? null : request.Answer,
            GrantedUntil = request.Grant ? request.Until : null,
        };
        return new Change<FactId>(asked.Id, new AccessDecided(request.PersonId, asked.AskedBy, request.Grant, answered.GrantedUntil), new Write(asked, answered));
    }
}

/// <summary>A request to see a record was answered.</summary>
public sealed record AccessDecided(PersonId PersonId, StaffId AskedBy, bool Granted, DateOnly? Until) : RecordEvent(PersonId);
