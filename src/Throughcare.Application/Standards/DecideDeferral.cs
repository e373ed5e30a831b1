using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Storage;

namespace Throughcare.Application.Standards;

/// <summary>Approves or refuses a later date: in the role that the list of reasons names, and never who asked for it.</summary>
public sealed class DecideDeferral(ThroughcareDb db, Recorder recorder)
{
    /// <param name="MadeFrom">The version that the form showed.</param>
    /// <param name="Answer">Why not.</param>
    public sealed record Request(PersonId PersonId, FactId DeferralId, int MadeFrom, bool? Approve, string? Answer);

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        return recorder.WriteAsync(request.PersonId, VerbOf(actor), actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            var asked = await db.Deferrals.Current().SingleOrDefaultAsync(d => d.Id == request.DeferralId && records.Contains(d.PersonId), stop);
            var item = asked is null ? null : await db.DueItems.FirstOrDefaultAsync(i => i.Key == asked.ItemKey && records.Contains(i.PersonId) && i.ReplacedAt == null, stop);
            return asked is null || item?.IsSeenBy(actor) is false ? Refusals.NotFound : Decide(asked, item, request, entry, DueAccess.RolesOf(actor));
        }, stop);
    }

    /// <summary>A manager decides with the verb of managers, anybody else with the one by which they could ask.</summary>
    internal static Verb VerbOf(Actor actor) => actor.Has(Verb.ExemptDueItem) ? Verb.ExemptDueItem : Verb.DeferDueItem;

    internal static Outcome<Change<FactId>> Decide(Deferral asked, DueItem? item, Request request, Entry entry, IReadOnlyCollection<Role> roles)
    {
        var answer = request.Answer?.Trim();
        if (asked is { State: DeferralState.Approved or DeferralState.Refused } && asked.DecidedBy == entry.By && asked.Version == request.MadeFrom + 1
            && asked.State is DeferralState.Approved == request.Approve is true)
        {
            return AlreadyDone.With(request.PersonId, asked.Id);   // the same form, posted twice
        }

        if (DeferralRules.Undecidable(asked, item, entry.By, roles) is { } refusal)
        {
            return refusal;
        }

        if (request.Approve is not { } approve)
        {
            return new Refusal(nameof(request.Approve), "Select whether you approve the later date");
        }

        if (!approve && DeferralRules.TextProblem(answer) is { } problem)
        {
            return new Refusal(nameof(request.Answer), problem == "Enter why" ? "Enter why you refuse" : problem);
        }

        if (approve && asked.NewDueOn < item!.EffectiveDueOn)
        {
            return new Refusal("", $"The due date has moved to {Words.LongDate(item.EffectiveDueOn)} meanwhile, which is later than what was asked for");
        }

        var decided = asked.Next(entry) with
        {
            State = approve ? DeferralState.Approved : DeferralState.Refused,
            DecidedBy = entry.By,
            DecidedAs = entry.Role,
            DecidedOn = entry.At.LondonDate,
            DecisionText = approve ? null : answer,
        };
        return new Change<FactId>(asked.Id, new DeferralDecided(request.PersonId, asked.Id, asked.Rule.ToString(), approve), new Write(asked, decided));
    }
}
