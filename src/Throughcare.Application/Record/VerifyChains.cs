using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Walks the chain of every person and finds the first link that does not hold.</summary>
/// <remarks>Rows are read as they come, person by person: what is in memory is two events, however long the record.</remarks>
public sealed class VerifyChains(ThroughcareDb db)
{
    private const int ReportEvery = 1000;

    /// <param name="Number">Prison number, CRN, or the id of somebody who has neither.</param>
    /// <param name="What">What is wrong, in words.</param>
    public sealed record Fault(PersonId PersonId, string Number, long Seq, string What);

    /// <param name="People">Whose chains hold.</param>
    public sealed record Result(long People, long Events, Fault? Broken);

    /// <param name="progress">Told the number of people now and then.</param>
    public async Task<Result> DoAsync(IProgress<long>? progress, CancellationToken stop)
    {
        long people = 0, events = 0;
        (PersonId Id, long Seq, byte[] Hash)? head = null;
        RecordEventRow? before = null;
        (PersonId Id, long Seq, string What)? fault = null;

        var rows =
            from h in db.RecordHeads
            join e in db.RecordEvents on h.PersonId equals e.PersonId into own
            from e in own.DefaultIfEmpty()
            orderby h.PersonId, e.Seq
            select new { h.PersonId, h.Seq, h.Hash, Event = e };
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(stop))
        {
            if (head?.Id != row.PersonId)
            {
                if ((fault = FaultAtEnd(head, before)) is not null)
                {
                    break;
                }

                (head, before) = ((row.PersonId, row.Seq, row.Hash), null);
                if (++people % ReportEvery == 0)
                {
                    progress?.Report(people);
                }
            }

            if (row.Event is { } happened)
            {
                if (RecordChain.Fault(before, happened) is { } what)
                {
                    fault = (row.PersonId, happened.Seq, what);
                    break;
                }

                before = happened;
                events++;
            }
        }

        fault ??= FaultAtEnd(head, before);
        return fault is not var (person, seq, wrong)
            ? new(people, events, null)
            : new(people - 1, events, new(person, await NumberAsync(person, stop), seq, wrong));
    }

    private static (PersonId Id, long Seq, string What)? FaultAtEnd((PersonId Id, long Seq, byte[] Hash)? head, RecordEventRow? last) =>
        head is not var (person, seq, hash) ? null
        : (last?.Seq ?? 0) < seq ? (person, (last?.Seq ?? 0) + 1, $"event {(last?.Seq ?? 0) + 1} is missing: there were {seq}")
        : (last?.Seq ?? 0) > seq || !(last?.Hash ?? []).AsSpan().SequenceEqual(hash) ? (person, last?.Seq ?? 0, "it is not the event that the chain ends with")
        : null;

    private async Task<string> NumberAsync(PersonId person, CancellationToken stop) =>
        await db.Identifiers.Current()
            .Where(i => i.PersonId == person && (i.Kind == IdentifierKind.Noms || i.Kind == IdentifierKind.Crn))
            .OrderByDescending(i => i.Kind == IdentifierKind.Noms).Select(i => i.Canonical).FirstOrDefaultAsync(stop)
        ?? person.ToString();
}
