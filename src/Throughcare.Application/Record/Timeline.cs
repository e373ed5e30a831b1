using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Everything recorded about a person in one list, newest first, 25 a page, paged by key.</summary>
public sealed class Timeline(ThroughcareDb db, TimeProvider clock)
{
    public const int PageSize = 25;

    /// <summary>Lines about what was due that one page holds besides.</summary>
    private const int MostDuties = 200;

    /// <summary>What to show; everything may be left out.</summary>
    public sealed record Request(PersonId PersonId)
    {
        public TimelineKind? Kind { get; init; }

        /// <summary>Only what this service recorded.</summary>
        public AuthorService? Service { get; init; }

        /// <summary>First day on which it happened.</summary>
        public DateOnly? From { get; init; }

        /// <summary>Last day on which it happened.</summary>
        public DateOnly? To { get; init; }

        /// <summary>The record as it stood on this day: nothing that happened later.</summary>
        public DateOnly? AsAt { get; init; }

        /// <summary>The record as it was known then: nothing recorded later.</summary>
        public DateTimeOffset? KnownAt { get; init; }

        /// <summary>Automatic entries too: they say again what another line already says.</summary>
        public bool WithAutomatic { get; init; }

        /// <summary>Where the page before ended, as that page said.</summary>
        public string? After { get; init; }

        /// <summary>Lines on the page: fewer where the reader may not know of some.</summary>
        public int Count { get; init; } = PageSize;

        /// <summary>For other programs: what is held more closely is left out, and so are greyed lines; <see langword="null"/> for pages.</summary>
        public Sensitivity? Highest { get; init; }
    }

    /// <param name="Next">Ask for it to go on; <see langword="null"/> on the last page.</param>
    public sealed record Page(IReadOnlyList<Line> Lines, string? Next)
    {
        /// <summary>The lines by month, newest first, for headings such as "January 2026".</summary>
        public IEnumerable<(string Month, IReadOnlyList<Line> Lines)> ByMonth =>
            Lines.GroupBy(line => line.HappenedAt.LondonDate.ToString("MMMM yyyy", CultureInfo.InvariantCulture))
                .Select(month => (month.Key, (IReadOnlyList<Line>)[.. month]));
    }

    /// <param name="EntryId">The fact that the line is about.</param>
    /// <param name="Title">What it is, such as "Key worker session" or "Transferred to HMP Lowdham Grange".</param>
    public sealed record Line(TimelineKind Kind, FactId EntryId, DateTimeOffset HappenedAt, string Title)
    {
        /// <summary>Only a day is known, no time.</summary>
        public bool IsWholeDay { get; init; }

        /// <summary>The text of the entry; <see langword="null"/> where there is none or it is greyed.</summary>
        public string? Text { get; init; }

        /// <summary>Who recorded it; <see langword="null"/> where it is greyed or came from a source.</summary>
        public string? By { get; init; }

        /// <summary>The source that it came from, such as "the prison’s nightly file"; <see langword="null"/> where somebody recorded it here.</summary>
        public string? From { get; init; }

        /// <summary>The reader may know that it exists, not what it says: the title says whom to ask.</summary>
        public bool IsGreyed { get; init; }

        /// <summary>For a contact: what its own line needs.</summary>
        public ContactSummary? Contact { get; init; }

        /// <summary>Edits and corrections of the entry, the latest first.</summary>
        public IReadOnlyList<Correction> Corrections { get; init; } = [];
    }

    /// <param name="Words">Such as "Corrected 3 April 2026: date changed from 1 to 2 April 2026 – typing mistake".</param>
    public sealed record Correction(DateTimeOffset At, string By, string Words);

    public async Task<Page> PageAsync(Request request, Actor actor, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var known = request.KnownAt ?? now;
        var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
        var reader = await EntryReaders.OfAsync(db, records, actor, now.LondonDate, stop);
        if (request.Kind is TimelineKind.DueItem)
        {
            return await DutiesAsync(request, records, known, actor, stop);
        }

        var (lines, next) = await LinesAsync(request, records, known, reader, stop);
        var entries = await TimelineEntries.LoadAsync(db, records, lines, known, stop);
        List<Line> shown = [.. lines.Select(line => entries.Line(line, reader)).OfType<Line>()
            .Where(line => (request.WithAutomatic || line.Contact?.Type != "TC44") && (request.Highest is not { } highest || MayLeave(line, highest)))];
        if (request is { Kind: null, Service: null, Highest: null })
        {
            var (after, upTo) = Between(request, known);
            after = next is null ? after : lines[^1].HappenedAt;
            shown.AddRange(await TimelineDuties.OfAsync(db, records, known, after, upTo, all: false, 0, MostDuties, actor, stop));
        }

        return new Page([.. shown.OrderByDescending(line => line.HappenedAt)], next);
    }

    /// <summary>Only what was due, page by page.</summary>
    private async Task<Page> DutiesAsync(Request request, List<PersonId> records, DateTimeOffset known, Actor actor, CancellationToken stop)
    {
        if (request.Service is not (null or AuthorService.Automatic) || request.Highest is not null)
        {
            return new([], null);   // worked out here, by nobody; other programs read due items by themselves
        }

        var (after, upTo) = Between(request, known);
        var before = Cursor.Read(request.After);
        var lines = await TimelineDuties.OfAsync(db, records, known, after, upTo, all: true, before?.Shown ?? 0, request.Count + 1, actor, stop);
        if (lines.Count <= request.Count)
        {
            return new(lines, null);
        }

        List<Line> page = [.. lines.Take(request.Count)];
        var last = page[^1].HappenedAt;
        return new(page, new Cursor(last, page.Count(line => line.HappenedAt == last) + (before is { } was && was.At == last ? was.Shown : 0)).ToString());
    }

    /// <summary>After which instant and up to which one a page shows what happened.</summary>
    private static (DateTimeOffset? After, DateTimeOffset UpTo) Between(Request request, DateTimeOffset known)
    {
        DateTimeOffset? after = request.From is { } from ? London.At(from, TimeOnly.MinValue).AddTicks(-1) : null;
        var upTo = Earlier(request.To, request.AsAt) is { } to ? London.At(to.AddDays(1), TimeOnly.MinValue).AddTicks(-1) : known;
        return (after, Cursor.Read(request.After) is { } cursor && cursor.At < upTo ? cursor.At : upTo);
    }

    private async Task<(List<TimelineEntry> Lines, string? Next)> LinesAsync(
        Request request, List<PersonId> records, DateTimeOffset known, EntryReader reader, CancellationToken stop)
    {
        var lines = db.Timeline.Where(t => t.RecordedAt <= known && (t.ReplacedAt == null || t.ReplacedAt > known));
        lines = records is [var one] ? lines.Where(t => t.PersonId == one) : lines.Where(t => records.Contains(t.PersonId));
        lines = request.Kind is { } kind ? lines.Where(t => t.Kind == kind) : lines;
        if (request.Service is { } service)
        {
            var theirs = await TimelineAuthors.LinesOfAsync(db, records, service, stop);
            lines = lines.Where(t => theirs.Contains(t.Id));
        }

        if (request.From is { } from)
        {
            var start = London.At(from, TimeOnly.MinValue);
            lines = lines.Where(t => t.HappenedAt >= start);
        }

        if (Earlier(request.To, request.AsAt) is { } to)
        {
            var end = London.At(to.AddDays(1), TimeOnly.MinValue);
            lines = lines.Where(t => t.HappenedAt < end);
        }

        var skip = 0;
        if (Cursor.Read(request.After) is { } cursor)
        {
            lines = lines.Where(t => t.HappenedAt <= cursor.At);
            skip = cursor.Shown;
        }

        // levels that the reader may not even know of are left out by the query, so that pages stay full
        if (reader.Of(Sensitivity.Victim) is Reading.Hidden)
        {
            lines = lines.Where(t => t.Sensitivity != Sensitivity.Victim);
        }

        if (request.Highest is { } highest)
        {
            lines = lines.Where(t => t.Sensitivity <= highest);
        }

        var page = await lines.OrderByDescending(t => t.HappenedAt).ThenByDescending(t => t.Id).Skip(skip).Take(request.Count + 1).ToListAsync(stop);
        if (page.Count <= request.Count)
        {
            return (page, null);
        }

        page.RemoveAt(request.Count);
        var last = page[^1].HappenedAt;
        var shown = page.Count(t => t.HappenedAt == last) + (Cursor.Read(request.After) is { } before && before.At == last ? before.Shown : 0);
        return (page, new Cursor(last, shown).ToString());
    }

    private static bool MayLeave(Line line, Sensitivity highest) =>
        !line.IsGreyed && (line.Contact is not { } contact || OpenEntries.MayLeave(contact, highest > Sensitivity.Standard));

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other : one;

    /// <summary>Where a page ended: the instant of its last line, and how many lines of that instant have been shown.</summary>
    private readonly record struct Cursor(DateTimeOffset At, int Shown)
    {
        public static Cursor? Read(string? text) =>
            text?.Split('-') is [var at, var shown]
            && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) && microseconds < DateTimeOffset.MaxValue.UtcTicks / TimeSpan.TicksPerMicrosecond
            && int.TryParse(shown, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                ? new Cursor(new DateTimeOffset(microseconds * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero), count)
                : null;

        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks / TimeSpan.TicksPerMicrosecond}-{Shown}");
    }
}
