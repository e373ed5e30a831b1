using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Matching;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.Matching;

/// <summary>Decides about two records that may be one person's: link them, tell them apart for good, or look again later.</summary>
public sealed class DecideMatch(ThroughcareDb db, Recorder recorder, AccessPolicy access, RequestMerge merges, TimeProvider clock)
{
    /// <summary>An item may be put off for so long.</summary>
    public const int MaxDeferMonths = 3;

    /// <param name="MadeFrom">The version of the item that the form showed.</param>
    /// <param name="Reason">20 characters or more.</param>
    /// <param name="Until">The day on which a deferred item comes back.</param>
    /// <param name="ReasonCode">One of <see cref="RequestMerge.Reasons"/>, where they are linked.</param>
    public sealed record Request(FactId ItemId, int MadeFrom, MatchAction? Action, string? Reason, DateOnly? Until = null, string? ReasonCode = null);

    /// <returns>What the item is now.</returns>
    public async Task<Outcome<MatchStatus>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        if (await db.MatchItems.SingleOrDefaultAsync(m => m.Id == request.ItemId, stop) is not { AskerId: { } asker } item)
        {
            return Refusals.NotFound;   // a nomination is decided where nominations are kept
        }

        var (one, other) = (await access.SurvivorAsync(asker, stop) ?? asker, await access.SurvivorAsync(item.CandidateId, stop) ?? item.CandidateId);
        if (await MatchAccess.RefusalAsync(access, Verb.DecideMatch, one, other, actor, stop) is { } refusal)
        {
            return refusal;
        }

        if (item.Version != request.MadeFrom || item.Status is MatchStatus.Linked or MatchStatus.NotSame)
        {
            return MergeRefusals.Decided;
        }

        if (Check(request, clock.GetUtcNow().LondonDate) is { Count: > 0 } wrong)
        {
            return new Outcome<MatchStatus>.Refused(wrong);
        }

        return request.Action switch
        {
            MatchAction.Defer => await SetAsync(item, MatchStatus.Deferred, request, actor, stop),
            MatchAction.Link => await LinkAsync(item, one, other, request, actor, stop),
            MatchAction.CreateNew => await ApartAsync(await ItemsOfAsync(asker, stop), request, actor, stop),
            _ => await ApartAsync([item], request, actor, stop),
        };
    }

    private static List<Refusal> Check(Request request, DateOnly today)
    {
        List<Refusal> wrong = [];
        if (request.Action is null)
        {
            wrong.Add(new(nameof(request.Action), "Select what you have decided"));
        }

        if (request.Action is MatchAction.Link && (request.ReasonCode is null || !RequestMerge.Reasons.Contains(request.ReasonCode)))
        {
            wrong.Add(new(nameof(request.ReasonCode), "Select why the records are one person’s"));
        }

        if (request.Action is MatchAction.Defer)
        {
            if (request.Until is not { } until)
            {
                wrong.Add(new(nameof(request.Until), "Enter the date to look at it again"));
            }
            else if (until <= today || until > today.AddMonths(MaxDeferMonths))
            {
                wrong.Add(new(nameof(request.Until), $"Date to look at it again must be after today and on or before {Words.LongDate(today.AddMonths(MaxDeferMonths))}"));
            }
        }

        if (request.Action is not null && ReasonRule.TooShort(nameof(request.Reason), request.Reason) is { } tooShort)
        {
            wrong.Add(tooShort);
        }

        return wrong;
    }

    private Task<List<MatchItem>> ItemsOfAsync(PersonId asker, CancellationToken stop) => db.MatchItems
        .Where(m => m.AskerId == asker && m.Status != MatchStatus.Linked && m.Status != MatchStatus.NotSame).OrderBy(m => m.Id).ToListAsync(stop);

    private async Task<Outcome<MatchStatus>> LinkAsync(MatchItem item, PersonId one, PersonId other, Request request, Actor actor, CancellationToken stop)
    {
        var (low, high) = NotSamePerson.Ordered(one, other);
        var toldApart = await db.NotSamePeople.AnyAsync(n => n.OneId == low && n.OtherId == high, stop);
        if (toldApart || (await Merging.HasCaseworkAsync(db, one, stop) && await Merging.HasCaseworkAsync(db, other, stop)))
        {
            return await merges.AddAsync(new(one, other, request.ReasonCode, request.Reason), actor, stop) switch
            {
                Outcome<FactId>.Refused refused => new Outcome<MatchStatus>.Refused(refused.Why),
                _ => await SetAsync(item, MatchStatus.MergeRequested, request, actor, stop),
            };
        }

        var (survivor, absorbed) = await Merging.ChooseAsync(db, one, other, stop);
        var merged = await recorder.WriteBothAsync<PersonId>(
            absorbed, survivor, Verb.DecideMatch, actor,
            () => MatchAccess.RefusalAsync(access, Verb.DecideMatch, one, other, actor, stop),
            async entry =>
            {
                if (await Merging.RefusalAsync(db, survivor, absorbed, stop) is { } cannot)
                {
                    return cannot;
                }

                if (!await IsStillAsync(item, stop))
                {
                    return MergeRefusals.Decided;
                }

                await Merging.MergeAsync(db, survivor, absorbed, entry, stop);
                return MergeEvents.Merged(survivor, absorbed, request.ReasonCode!, entry.By);
            },
            stop, request.Reason!.Trim());
        return Status(merged, MatchStatus.Linked);
    }

    private async Task<Outcome<MatchStatus>> ApartAsync(List<MatchItem> items, Request request, Actor actor, CancellationToken stop)
    {
        Outcome<MatchStatus> last = MatchStatus.NotSame;
        foreach (var item in items)
        {
            var (asker, candidate) = (item.AskerId!.Value, item.CandidateId);
            last = Status(
                await recorder.WriteBothAsync<PersonId>(
                    asker, candidate, Verb.DecideMatch, actor,
                    () => MatchAccess.RefusalAsync(access, Verb.DecideMatch, asker, candidate, actor, stop),
                    async entry =>
                    {
                        if (!await IsStillAsync(item, stop))
                        {
                            return MergeRefusals.Decided;
                        }

                        await Merging.TellApartAsync(db, asker, candidate, entry, stop);
                        return MergeEvents.ToldApart(asker, candidate);
                    },
                    stop, request.Reason!.Trim()),
                MatchStatus.NotSame);
            if (last is not Outcome<MatchStatus>.Done)
            {
                return last;
            }
        }

        return last;
    }

    private Task<bool> IsStillAsync(MatchItem item, CancellationToken stop) => db.MatchItems.AnyAsync(m => m.Id == item.Id && m.Version == item.Version, stop);

    private async Task<Outcome<MatchStatus>> SetAsync(MatchItem item, MatchStatus status, Request request, Actor actor, CancellationToken stop)
    {
        var (now, reason) = (clock.GetUtcNow().ToMicrosecond(), request.Reason!.Trim());
        var until = status is MatchStatus.Deferred ? request.Until : null;
        var changed = await db.MatchItems.Where(m => m.Id == item.Id && m.Version == item.Version).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.Status, status).SetProperty(m => m.DecidedBy, actor.StaffId).SetProperty(m => m.DecidedAt, now)
            .SetProperty(m => m.DeferredUntil, until).SetProperty(m => m.Reason, reason).SetProperty(m => m.Version, m => m.Version + 1), stop);
        return changed == 0 ? MergeRefusals.Decided : status;
    }

    private static Outcome<MatchStatus> Status(Outcome<PersonId> outcome, MatchStatus done) => outcome switch
    {
        Outcome<PersonId>.Refused refused => new Outcome<MatchStatus>.Refused(refused.Why),
        _ => done,
    };
}

/// <summary>What can be decided about two records.</summary>
public enum MatchAction
{
    Link,
    NotSame,

    /// <summary>Not the same as any of those it may be.</summary>
    CreateNew,
    Defer,
}
