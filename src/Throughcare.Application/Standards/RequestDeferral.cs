using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Storage;

namespace Throughcare.Application.Standards;

/// <summary>Asks for a later date for something that is due. Somebody else decides.</summary>
public sealed class RequestDeferral(ThroughcareDb db, Recorder recorder)
{
    /// <param name="Id">The form's own: becomes the deferral's id, so that a second post of the same form changes nothing.</param>
    public sealed record Request(PersonId PersonId, FactId Id, DueItemId ItemId, string? Reason, DateOnly? NewDueOn, string? Text)
    {
        /// <summary>Contacts that show that it was tried, for the reason that needs them.</summary>
        public IReadOnlyList<FactId> Attempts { get; init; } = [];
    }

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        return recorder.WriteAsync(request.PersonId, Verb.DeferDueItem, actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            var item = await db.DueItems.SingleOrDefaultAsync(i => i.Id == request.ItemId && records.Contains(i.PersonId) && i.ReplacedAt == null, stop);
            var before = item is null ? [] : await db.Deferrals.Current().Where(d => records.Contains(d.PersonId) && d.ItemKey == item.Key).ToListAsync(stop);
            var attempts = request.Attempts.ToList();
            var tried = attempts.Count == 0 ? [] : await db.Contacts.Current().Where(c => records.Contains(c.PersonId) && attempts.Contains(c.Id)).ToListAsync(stop);
            var reader = await EntryReaders.OfAsync(db, records, actor, entry.At.LondonDate, stop);
            return Decide(
                item is not null && item.IsSeenBy(actor) ? item : null, request, before, [.. tried.Where(c => reader.Of(c) is Reading.Whole).Select(c => c.HappenedAt.LondonDate)], entry);
        }, stop);
    }

    /// <param name="item">What it is for; <see langword="null"/> where there is no such item.</param>
    /// <param name="before">Every deferral of the item.</param>
    /// <param name="attempts">Days of the contacts that were named.</param>
    internal static Outcome<Change<FactId>> Decide(DueItem? item, Request request, IReadOnlyCollection<Deferral> before, IReadOnlyCollection<DateOnly> attempts, Entry entry)
    {
        if (item is null)
        {
            return Refusals.NotFound;
        }

        if (before.Any(d => d.Id == request.Id))
        {
            return AlreadyDone.With(request.PersonId, request.Id);
        }

        if (DeferralRules.Check(item, request.Reason, request.NewDueOn, request.Text, attempts, before, entry.At.LondonDate) is [_, ..] wrong)
        {
            return new Outcome<Change<FactId>>.Refused(wrong);
        }

        var reason = DeferralReasons.Find(request.Reason)!;
        var deferral = new Deferral
        {
            Id = request.Id,
            PersonId = request.PersonId,
            CaseId = item.CaseId,
            ValidFrom = entry.At.LondonDate,
            Recorded = entry,
            ItemKey = item.Key,
            Rule = item.Rule,
            Reason = reason.Code,
            Text = Text(request.Text!.Trim(), reason, attempts),
            OriginalDueOn = item.DueOn,
            NewDueOn = DeferralRules.NewDate(item, reason, request.NewDueOn),
            RequestedBy = entry.By,
            State = DeferralState.Requested,
        };
        return new Change<FactId>(
            deferral.Id, new DeferralRequested(request.PersonId, deferral.Id, item.Rule.ToString(), reason.Code, deferral.OriginalDueOn, deferral.NewDueOn), new Write(null, deferral));
    }

    /// <summary>What was written, with the days on which it was tried where the reason asks for them.</summary>
    private static string Text(string text, DeferralReason reason, IReadOnlyCollection<DateOnly> attempts)
    {
        if (reason.Code != DeferralRules.PersonRefused)
        {
            return text;
        }

        var tried = $" Tried on {string.Join(", ", attempts.Distinct().Order().Select(day => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture)))}.";
        return text.Length + tried.Length <= DeferralRules.MostText ? text + tried : $"{text[..(DeferralRules.MostText - tried.Length)]}{tried}";
    }
}
