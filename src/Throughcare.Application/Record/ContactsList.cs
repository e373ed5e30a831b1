using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>The contacts of a person, newest first, 25 a page.</summary>
public sealed class ContactsList(ThroughcareDb db, TimeProvider clock)
{
    public const int PageSize = 25;

    /// <summary>Which contacts; everything may be left out.</summary>
    public sealed record Request(PersonId PersonId)
    {
        /// <summary>Code of <c>contact-types.csv</c>.</summary>
        public string? Type { get; init; }

        /// <summary>Category of <c>contact-types.csv</c>, such as key_work.</summary>
        public string? Family { get; init; }

        public Role? AuthorRole { get; init; }

        public bool OnlyMine { get; init; }

        public bool OnlyBelowFloor { get; init; }

        /// <summary>Words that the text must contain, whatever their case; only entries that the reader may read are looked at.</summary>
        public string? Text { get; init; }

        /// <summary>Where the page before ended, as that page said.</summary>
        public DateTimeOffset? Before { get; init; }
    }

    /// <param name="Before">Ask for it to go on; <see langword="null"/> on the last page.</param>
    public sealed record Page(IReadOnlyList<ContactSummary> Contacts, DateTimeOffset? Before);

    public async Task<Page> OfAsync(Request request, Actor actor, CancellationToken stop)
    {
        var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
        var reader = await EntryReaders.OfAsync(db, records, actor, clock.GetUtcNow().LondonDate, stop);
        var contacts = Wanted(request, records, actor);

        List<Contact> shown = [];
        var before = request.Before;
        while (shown.Count < PageSize)
        {
            var at = before;
            var next = await (at is null ? contacts : contacts.Where(c => c.HappenedAt < at))
                .OrderByDescending(c => c.HappenedAt).ThenByDescending(c => c.Id).Take(PageSize + 1).ToListAsync(stop);
            if (next.Count == 0)
            {
                before = null;
                break;
            }

            // entries of one instant stay on one page, so that the instant alone can say where it ended
            var isLast = next.Count <= PageSize;
            var end = next[^1].HappenedAt;
            var batch = isLast ? next
                : next[0].HappenedAt == end ? await contacts.Where(c => c.HappenedAt == end).ToListAsync(stop)
                : next.Where(c => c.HappenedAt > end).ToList();
            shown.AddRange(batch.Where(c => Fits(c, request, reader)));
            before = isLast ? null : batch[^1].HappenedAt;
            if (isLast)
            {
                break;
            }
        }

        var ids = shown.Select(c => c.Id).ToList();
        var addenda = await db.Addenda.Current().Where(a => ids.Contains(a.ContactId)).GroupBy(a => a.ContactId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var names = await StaffNames.OfAsync(db, shown.Select(c => c.AuthorId), stop);
        return new Page([.. shown.Select(c => ContactSummary.Of(c, reader, names, addenda.GetValueOrDefault(c.Id))).OfType<ContactSummary>()], before);
    }

    private IQueryable<Contact> Wanted(Request request, List<PersonId> records, Actor actor)
    {
        var contacts = db.Contacts.Current().Where(c => records.Contains(c.PersonId));
        contacts = request.Type is { } type ? contacts.Where(c => c.Type == type) : contacts;
        contacts = request.AuthorRole is { } role ? contacts.Where(c => c.AuthorRole == role) : contacts;
        contacts = request.OnlyBelowFloor ? contacts.Where(c => c.BelowFloor) : contacts;
        contacts = request.OnlyMine ? contacts.Where(c => c.AuthorId == actor.StaffId) : contacts;
        if (request.Family is { } family)
        {
            var codes = ContactTypes.Table.Rows.Where(t => t.Category == family).Select(t => t.Code).ToList();
            contacts = contacts.Where(c => codes.Contains(c.Type));
        }

        return contacts;
    }

    private static bool Fits(Contact contact, Request request, EntryReader reader) => reader.Of(contact) switch
    {
        Reading.Hidden => false,
        Reading.ExistenceOnly => string.IsNullOrWhiteSpace(request.Text) && !request.OnlyBelowFloor && request.Type is null,
        _ => string.IsNullOrWhiteSpace(request.Text) || contact.Text.Contains(request.Text.Trim(), StringComparison.OrdinalIgnoreCase),
    };
}
