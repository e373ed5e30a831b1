using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Handover;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.Handover;

/// <summary>The receiving place says that it has the pack, and what is missing from it. Leaves a contact on the record.</summary>
public sealed class AcknowledgeHandoverPack(ThroughcareDb db, Recorder recorder, IdSource ids)
{
    /// <summary>The kind of contact: hand-over pack acknowledged by receiving team.</summary>
    public const string ContactType = "TC28";

    /// <param name="MadeFrom">The version that the form showed.</param>
    /// <param name="Gaps">What is missing; empty for nothing.</param>
    public sealed record Request(PersonId PersonId, FactId Id, int MadeFrom, string? Gaps);

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop) =>
        recorder.WriteAsync<FactId>(request.PersonId, Verb.RecordContact, actor, async entry =>
        {
            if (!ContactRecorders.MayRecord(entry.Role, ContactTypes.Table[ContactType]))
            {
                return Refusals.OfRole(Verb.RecordContact);
            }

            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            if (await db.HandoverPacks.Current().SingleOrDefaultAsync(p => records.Contains(p.PersonId) && p.Id == request.Id, stop) is not { } running)
            {
                return Refusals.NotFound;
            }

            if (running.Version != request.MadeFrom)
            {
                return new Outcome<Change<FactId>>.Conflict(running);
            }

            if (running.To != actor.Place)
            {
                return new Refusal("", "Only the place that receives the person can acknowledge the pack");
            }

            return running.Acknowledge(request.Gaps, entry) switch
            {
                Outcome<HandoverPack>.Done { Value: var next } => new Change<FactId>(
                    next.Id, new HandoverPackAcknowledged(next.PersonId, next.Id, next.Gaps is not null), new Write(running, next), new Write(null, Contact(next, request.PersonId, entry))),
                Outcome<HandoverPack>.Refused no => new Outcome<Change<FactId>>.Refused(no.Why),
                _ => throw new InvalidOperationException(),
            };
        }, stop);

    private Contact Contact(HandoverPack pack, PersonId person, Entry entry) => new()
    {
        Id = new(ids.Next()),
        PersonId = person,
        CaseId = pack.CaseId,
        Type = ContactType,
        HappenedAt = entry.At,
        Mode = ContactMode.RecordOnly,
        Text = $"Handover pack {pack.Number}{(pack.From is { } from ? $" from {Places.Name(from)}" : "")} received."
            + (pack.Gaps is { } gaps ? $" Missing: {gaps}" : " Nothing is missing."),
        Sensitivity = Sensitivity.Standard,
        Sharing = Sharing.Yes,
        AuthorId = entry.By,
        AuthorRole = entry.Role,
        FirstRecordedAt = entry.At,
        ValidFrom = entry.At.LondonDate,
        Recorded = entry,
    };
}
