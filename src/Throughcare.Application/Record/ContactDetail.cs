using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>One contact with its versions and addenda, as far as the reader may see it.</summary>
public sealed class ContactDetail(ThroughcareDb db, TimeProvider clock)
{
    /// <param name="Version">The version shown: an edit posts it back.</param>
    /// <param name="Entry">The entry itself; <see langword="null"/> where the summary is greyed.</param>
    public sealed record Page(ContactSummary Summary, int Version, Contact? Entry)
    {
        /// <summary>Versions before the one shown, the latest first.</summary>
        public IReadOnlyList<Earlier> Earlier { get; init; } = [];

        /// <summary>In the order in which they were added.</summary>
        public IReadOnlyList<Added> Addenda { get; init; } = [];

        /// <summary>Whether this reader may still edit it, and if not, why.</summary>
        public EditDecision Editing { get; init; }

        /// <summary>It was recorded when no case was open.</summary>
        public bool IsAfterTheCase { get; init; }
    }

    /// <param name="Until">When the next version took over.</param>
    public sealed record Earlier(int Version, DateTimeOffset At, DateTimeOffset? Until, string By, string Text);

    public sealed record Added(FactId Id, AddendumKind Kind, string Text, DateTimeOffset At, string By);

    /// <returns><see langword="null"/> where there is no such contact of this person, or the reader may not know of it.</returns>
    public async Task<Page?> OfAsync(PersonId person, FactId contact, Actor actor, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var records = await MergedRecords.OfAsync(db, person, stop);
        var versions = await db.Contacts.Where(c => records.Contains(c.PersonId) && c.Id == contact).OrderBy(c => c.Version).ToListAsync(stop);
        if (versions.Count == 0)
        {
            return null;
        }

        var current = versions[^1];
        var reader = await EntryReaders.OfAsync(db, records, actor, now.LondonDate, stop);
        var addenda = await db.Addenda.Current().Where(a => a.ContactId == contact).ToListAsync(stop);
        var names = await StaffNames.OfAsync(db, versions.Select(v => v.Recorded.By).Concat(addenda.Select(a => a.Recorded.By)).Append(current.AuthorId), stop);
        if (ContactSummary.Of(current, reader, names, addenda.Count) is not { } summary)
        {
            return null;
        }

        if (summary.IsGreyed)
        {
            return new Page(summary, current.Version, null) { Editing = EditDecision.NotTheAuthor };
        }

        return new Page(summary, current.Version, current)
        {
            Earlier = [.. versions.SkipLast(1).Reverse().Select(v => new Earlier(v.Version, v.Recorded.At, v.ReplacedAt, names[v.Recorded.By], v.Text))],
            Addenda = [.. addenda.OrderBy(a => a.Recorded.At).Select(a => new Added(a.Id, a.Kind, a.Text, a.Recorded.At, names[a.Recorded.By]))],
            Editing = ContactEditing.Decide(current.FirstRecordedAt, now, current.AuthorId == actor.StaffId, isReliedUpon: false),
            IsAfterTheCase = await IsAfterTheCaseAsync(current, stop),
        };
    }

    private async Task<bool> IsAfterTheCaseAsync(Contact contact, CancellationToken stop) => contact.CaseId is { } of
        && await db.Cases.Current().AnyAsync(c => c.Id == new FactId(of.Value) && c.ValidTo != null && c.ValidTo < contact.ValidFrom, stop);
}
