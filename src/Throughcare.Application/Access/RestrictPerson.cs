using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Access;

/// <summary>Limits a person's record to named users, or changes how it is limited. Whoever limits it is on the list.</summary>
public sealed class RestrictPerson(ThroughcareDb db, Recorder recorder, IdSource ids)
{
    /// <summary>A limit is looked at again within this time.</summary>
    public const int MaxReviewMonths = 6;

    /// <param name="AskTeam">Whom those who are refused are told to ask.</param>
    /// <param name="Allowed">Who may see the record, besides whoever is limiting it.</param>
    public sealed record Request(PersonId PersonId, bool HidesExistence, string AskTeam, string Reason, DateOnly ReviewOn, IReadOnlyList<StaffId> Allowed);

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        return recorder.WriteAsync(request.PersonId, Verb.RestrictPerson, actor, async entry =>
        {
            var running = await db.Restrictions.Current().FirstOrDefaultAsync(r => r.PersonId == request.PersonId && r.ValidTo == null, stop);
            var listed = await db.Listings.Current()
                .Where(l => l.PersonId == request.PersonId && l.Kind == ListingKind.Allowed && l.ValidTo == null).Select(l => l.StaffId).ToListAsync(stop);
            return Decide(running, listed, request, () => new(ids.Next()), entry);
        }, stop, request.Reason);
    }

    /// <param name="running">The limit as it stands, if any.</param>
    /// <param name="listed">Who is on the list already.</param>
    public static Outcome<Change<FactId>> Decide(
        AccessRestriction? running, IReadOnlyCollection<StaffId> listed, Request request, Func<FactId> nextId, Entry entry)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(nextId);
        ArgumentNullException.ThrowIfNull(entry);

        var today = entry.At.LondonDate;
        if (ReasonRule.TooShort(nameof(request.Reason), request.Reason) is { } tooShort)
        {
            return tooShort;
        }

        if (string.IsNullOrWhiteSpace(request.AskTeam))
        {
            return new Refusal(nameof(request.AskTeam), "Enter the team to ask");
        }

        if (request.ReviewOn <= today || request.ReviewOn > today.AddMonths(MaxReviewMonths))
        {
            return new Refusal(nameof(request.ReviewOn), $"Review date must be after today and on or before {today.AddMonths(MaxReviewMonths):d MMMM yyyy}");
        }

        if (request.HidesExistence && entry.Role is not (Role.Homd or Role.HeadPdu))
        {
            return new Refusal(nameof(request.HidesExistence), "Only a head of offender management delivery or a head of a probation delivery unit can hide that a record exists");
        }

        var id = nextId();
        var next = new AccessRestriction
        {
            Id = id,
            PersonId = request.PersonId,
            ValidFrom = today,
            Recorded = entry,
            HidesExistence = request.HidesExistence,
            AskTeam = request.AskTeam.Trim(),
            Reason = request.Reason,
            ReviewOn = request.ReviewOn,
        };
        var names = request.Allowed.Append(entry.By).Distinct().Except(listed).Select(staff => new Write(null, new AccessListing
        {
            Id = nextId(),
            PersonId = request.PersonId,
            ValidFrom = today,
            Recorded = entry,
            StaffId = staff,
            Kind = ListingKind.Allowed,
        }));
        return new Change<FactId>(
            id, new RecordLimited(request.PersonId, request.HidesExistence, request.ReviewOn), [.. Succession.Of(running, next), .. names]);
    }
}

/// <summary>A record was limited to named users.</summary>
public sealed record RecordLimited(PersonId PersonId, bool HidesExistence, DateOnly ReviewOn) : RecordEvent(PersonId);
