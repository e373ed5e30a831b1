using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Handover;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.Handover;

/// <summary>Makes a pack by hand, with the sender's message and the reason for the move.</summary>
public sealed class MakeHandoverPack(ThroughcareDb db, Recorder recorder, AccessPolicy access, CaseHistories histories)
{
    /// <param name="Token">The form's own: becomes the pack's id.</param>
    /// <param name="To">Code of a prison or delivery unit; empty where nobody is offered it.</param>
    public sealed record Request(PersonId PersonId, FactId Token, string? To, string? Reason, bool? IsConsistentWithPlan, string? Message);

    public async Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        var verb = await PackVerbs.OfAsync(access, request.PersonId, actor, stop);
        return await recorder.WriteAsync<FactId>(request.PersonId, verb, actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            var packs = await db.HandoverPacks.Where(p => records.Contains(p.PersonId) && p.ReplacedAt == null).ToListAsync(stop);
            if (packs.Exists(p => p.Id == request.Token))
            {
                return AlreadyDone.With(request.PersonId, request.Token);
            }

            var wrong = PackAcknowledgement.Check(request.Message, request.Reason, request.IsConsistentWithPlan).ToList();
            var to = string.IsNullOrWhiteSpace(request.To) ? (PlaceCode?)null : new PlaceCode(request.To.Trim());
            if (to is { } place && Establishments.Find(place.Text) is not { IsPrison: true } && ProbationPlaces.Find(place.Text) is null)
            {
                wrong.Insert(0, new(nameof(request.To), "Select the prison or probation unit that the pack is for"));
            }

            if (wrong.Count > 0)
            {
                return new Outcome<Change<FactId>>.Refused(wrong);
            }

            var sources = await new PackSources(db, histories).LoadAsync([request.PersonId], entry.At, stop);
            var made = PackWriting.Make(sources[request.PersonId], request.Token, HandoverPackKind.ByHand, packs.Count + 1, entry);
            var pack = made.Pack with
            {
                From = actor.Place,
                To = to,
                Reason = ContactForm.Tidy(request.Reason),
                IsConsistentWithPlan = request.IsConsistentWithPlan,
                Message = ContactForm.Tidy(request.Message),
            };
            db.AddRange(made.Parts);
            return new Change<FactId>(pack.Id, new HandoverPackMade(pack.PersonId, pack.Id, pack.Kind, pack.From, pack.To, pack.Sha256), new Write(null, pack));
        }, stop);
    }
}
