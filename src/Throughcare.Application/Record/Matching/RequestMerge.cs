using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Matching;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.Matching;

/// <summary>Asks that two records become one; a second person decides. Nothing of either record is written.</summary>
public sealed class RequestMerge(ThroughcareDb db, AccessPolicy access, FindPerson find, IdSource ids, TimeProvider clock)
{
    /// <summary>Reasons that may be given: the others of <c>merge-reasons.csv</c> say why entries move or a merge is undone.</summary>
    public static IReadOnlyList<string> Reasons { get; } = ["SAME_PERSON_CONFIRMED", "FINGERPRINT", "IMPORT_DUP"];

    /// <param name="ReasonCode">One of <see cref="Reasons"/>.</param>
    /// <param name="Reason">In words, 20 characters or more.</param>
    public sealed record Request(PersonId One, PersonId Other, string? ReasonCode, string? Reason);

    /// <returns>The request that waits; the one that waited already where there is one.</returns>
    public async Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        if (await MatchAccess.RefusalAsync(access, Verb.MergePeople, request.One, request.Other, actor, stop) is { } refusal)
        {
            return refusal;
        }

        return await AddAsync(request, actor, stop);
    }

    /// <summary>The same for somebody who may decide about a match item: both have casework, so a second person has to agree.</summary>
    internal async Task<Outcome<FactId>> AddAsync(Request request, Actor actor, CancellationToken stop)
    {
        List<Refusal> wrong = [];
        if (request.ReasonCode is null || !Reasons.Contains(request.ReasonCode))
        {
            wrong.Add(new(nameof(request.ReasonCode), "Select why the records are one person’s"));
        }

        if (ReasonRule.TooShort(nameof(request.Reason), request.Reason) is { } tooShort)
        {
            wrong.Add(tooShort);
        }

        if (wrong.Count > 0)
        {
            return new Outcome<FactId>.Refused(wrong);
        }

        var (one, other) = (await access.SurvivorAsync(request.One, stop) ?? request.One, await access.SurvivorAsync(request.Other, stop) ?? request.Other);
        if (await Merging.RefusalAsync(db, one, other, stop) is { } cannot)
        {
            return cannot;
        }

        var waiting = await db.PersonMerges
            .Where(m => m.Status == MergeStatus.Requested && ((m.SurvivorId == one && m.AbsorbedId == other) || (m.SurvivorId == other && m.AbsorbedId == one)))
            .Select(m => (FactId?)m.Id).FirstOrDefaultAsync(stop);
        if (waiting is { } already)
        {
            return already;
        }

        var (survivor, absorbed) = await Merging.ChooseAsync(db, one, other, stop);
        var owner = (await find.DoAsync(new PersonKey.ById(survivor), stop))?.Place ?? actor.Place;
        var merge = new PersonMerge
        {
            Id = new(ids.Next()),
            SurvivorId = survivor,
            AbsorbedId = absorbed,
            ReasonCode = request.ReasonCode!,
            Reason = request.Reason!.Trim(),
            RequestedBy = actor.StaffId,
            RequestedRole = actor.Role,
            RequestedAt = clock.GetUtcNow().ToMicrosecond(),
            Owner = owner,
        };
        db.Add(merge);
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
        return merge.Id;
    }
}
