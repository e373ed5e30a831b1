using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>The contacts of a person for other programs, newest first, in pages that go on exactly where the one before ended.</summary>
public sealed class ContactsAfter(ThroughcareDb db, TimeProvider clock)
{
    /// <param name="Count">At most this many on the page.</param>
    /// <param name="WithSensitive">Entries held as sensitive or restricted too, as far as the actor reads them.</param>
    public sealed record Request(PersonId PersonId, int Count, bool WithSensitive)
    {
        /// <summary>Code of <c>contact-types.csv</c>.</summary>
        public string? Type { get; init; }

        /// <summary>First day on which it happened.</summary>
        public DateOnly? From { get; init; }

        /// <summary>Last day on which it happened.</summary>
        public DateOnly? To { get; init; }

        /// <summary>The last contact of the page before.</summary>
        public Place? After { get; init; }
    }

    /// <summary>Where a page ended.</summary>
    public sealed record Place(DateTimeOffset At, FactId Id);

    /// <param name="Next">Ask for it to go on; <see langword="null"/> on the last page.</param>
    public sealed record Page(IReadOnlyList<ContactSummary> Contacts, Place? Next);

    public async Task<Page> OfAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);

        var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
        var reader = await EntryReaders.OfAsync(db, records, actor, clock.GetUtcNow().LondonDate, stop);
        List<Contact> shown = [];
        var after = request.After;
        var isMore = true;
        while (isMore && shown.Count <= request.Count)
        {
            var batch = await BatchAsync(request, records, after, stop);
            isMore = batch.Count > request.Count;
            shown.AddRange(batch.Where(c => OpenEntries.MayLeave(c, request.WithSensitive) && (reader.Of(c) is Domain.Access.Reading.Whole)));
            after = batch.Count > 0 ? new(batch[^1].HappenedAt, batch[^1].Id) : after;
        }

        // one more than is shown says whether anything follows
        var page = shown.Take(request.Count).ToList();
        var ids = page.Select(c => c.Id).ToList();
        var addenda = await db.Addenda.Current().Where(a => ids.Contains(a.ContactId)).GroupBy(a => a.ContactId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var names = await StaffNames.OfAsync(db, page.SelectMany(c => new[] { c.AuthorId, c.Recorded.By }), stop);
        return new(
            [.. page.Select(c => ContactSummary.Of(c, reader, names, addenda.GetValueOrDefault(c.Id))).OfType<ContactSummary>()],
            shown.Count > page.Count ? new(page[^1].HappenedAt, page[^1].Id) : null);
    }

    private async Task<List<Contact>> BatchAsync(Request request, List<PersonId> records, Place? after, CancellationToken stop)
    {
        var contacts = db.Contacts.Current().Where(c => records.Contains(c.PersonId));
        contacts = request.Type is { } type ? contacts.Where(c => c.Type == type) : contacts;
        if (request.From is { } from)
        {
            var start = London.At(from, TimeOnly.MinValue);
            contacts = contacts.Where(c => c.HappenedAt >= start);
        }

        if (request.To is { } to)
        {
            var end = London.At(to.AddDays(1), TimeOnly.MinValue);
            contacts = contacts.Where(c => c.HappenedAt < end);
        }

        // contacts of one instant are few: those of the instant at which the page before ended are read again and passed over
        List<Contact> same = [];
        if (after is { At: var at })
        {
            same = await contacts.Where(c => c.HappenedAt == at).OrderByDescending(c => c.Id).ToListAsync(stop);
            same = [.. same.SkipWhile(c => c.Id != after.Id).Skip(1)];
            contacts = contacts.Where(c => c.HappenedAt < at);
        }

        var older = same.Count > request.Count ? []
            : await contacts.OrderByDescending(c => c.HappenedAt).ThenByDescending(c => c.Id).Take(request.Count + 1 - same.Count).ToListAsync(stop);
        return [.. same, .. older];
    }
}
