using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Ndelius;
using Throughcare.Domain.Record.Offloc;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>What happened to the records that somebody reaches, in the order of its positions, from one position on.</summary>
/// <remarks>
/// Nothing is skipped: only what is settled is given, which is what no open transaction can still come before. The feed says
/// that something changed, never what it says now: whoever may know reads it. Events of entries that do not leave the
/// product, and kinds that are not in <see cref="Kinds"/>, are not in it.
/// </remarks>
public sealed class ChangeFeed(ThroughcareDb db, AccessPolicy access)
{
    /// <summary>Events looked at in one go.</summary>
    private const int Together = 1000;

    /// <summary>Events looked at for one answer: who reaches few people gets short pages and goes on from <see cref="Page.Position"/>.</summary>
    private const int MostRead = 20_000;

    /// <param name="Kind">One of <see cref="Kinds"/>.</param>
    /// <param name="PersonId">The surviving record after a merge.</param>
    public sealed record Event(long Position, string Kind, DateTimeOffset At, PersonId PersonId)
    {
        /// <summary>For a contact: which.</summary>
        public FactId? ContactId { get; init; }
    }

    /// <param name="Position">Ask from here next time.</param>
    /// <param name="IsMore">More is there already.</param>
    public sealed record Page(IReadOnlyList<Event> Events, long Position, bool IsMore);

    /// <summary>What the feed tells, each with what it means.</summary>
    public static IReadOnlyDictionary<string, string> Kinds { get; } = new Dictionary<string, string>
    {
        [nameof(ContactRecorded)] = "A contact was recorded",
        [nameof(ContactEdited)] = "A contact was edited by its author",
        [nameof(ContactWithdrawn)] = "A contact was withdrawn as recorded in error",
        [nameof(ContactMovedHere)] = "A contact was moved here from another record",
        [nameof(AddendumAdded)] = "Something was added to a contact",
        [nameof(AlertRaised)] = "An alert was raised that all staff may see",
        [nameof(AlertClosed)] = "An alert was closed that all staff may see",
        [nameof(NameAdded)] = "A name was added",
        [nameof(NameChanged)] = "A name was changed",
        [nameof(PersonDetailsChanged)] = "Details of the person were changed",
        [nameof(NeedAdded)] = "An individual need was added",
        [nameof(Movements.MovementRecorded)] = "A movement was recorded",
        [nameof(Movements.MovementCorrected)] = "A movement was corrected",
        [nameof(Sentences.KeyDateCorrected)] = "A key date was corrected",
        [nameof(PomAllocated)] = "The case was allocated to a prison offender manager",
        [nameof(PomDeallocated)] = "A prison offender manager no longer has the case",
        [nameof(CoWorkerChanged)] = "A co-working prison offender manager was added or removed",
        [nameof(ComAllocated)] = "The case was allocated to a community offender manager",
        [nameof(KeyWorkerAllocated)] = "A key worker was allocated",
        [nameof(KeyWorkerCovered)] = "Somebody stands in for the key worker",
        [nameof(KeyWorkerEnded)] = "A key worker no longer works with the person",
        [nameof(ResponsibilityOverridden)] = "Who leads the case was set by hand",
        [nameof(ResponsibilityOverrideRemoved)] = "Who leads the case is as worked out again",
        [nameof(EarlyAllocationAssessed)] = "Early allocation to the community was assessed",
        [nameof(EarlyAllocationAnswered)] = "The community answered a referral for early allocation",
        [nameof(TierChosen)] = "A manager chose another tier",
        [nameof(Matching.PeopleMerged)] = "Two records became one",
        [nameof(Matching.PeopleUnmerged)] = "A merge was undone",
        [nameof(PrisonRecordImported)] = "The prison’s nightly file changed the record",
        [nameof(ProbationRecordImported)] = "The probation extract changed the record",
        [nameof(LeftPrisonListUnexplained)] = "The prison’s nightly file no longer names the person, and does not say why",
        [nameof(ListRowsImported)] = "A list of cases, sentences, adjustments, interventions, plans or contacts changed the record",
    };

    /// <summary>Lists of which the feed tells; those of victims, of priority offenders and of assessments are not among them.</summary>
    private static readonly HashSet<string> Lists =
        [ImportSource.Cases, ImportSource.Sentences, ImportSource.Adjustments, ImportSource.Interventions, ImportSource.SentencePlan, ImportSource.Contacts];

    /// <param name="since">The last position that the reader has dealt with; 0 for all.</param>
    /// <param name="count">At most this many events.</param>
    public async Task<Page> SinceAsync(long since, int count, Actor actor, CancellationToken stop)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);

        var settled = await db.Dialect.SettledPositionAsync(db, stop);
        List<Event> given = [];
        var position = since;
        var read = 0;
        while (position < settled)
        {
            var (from, kinds) = (position, Kinds.Keys.ToList());
            var rows = await db.RecordEvents.Where(e => e.Position > from && e.Position <= settled).OrderBy(e => e.Position).Take(Together)
                .Select(e => new Happened(e.Position, e.Kind, e.At, e.PersonId, kinds.Contains(e.Kind) ? e.Content : null)).ToListAsync(stop);
            read += rows.Count;
            var shown = await ShownAsync([.. rows.Where(row => Kinds.ContainsKey(row.Kind))], actor, stop);
            if (given.Count + shown.Count > count)
            {
                given.AddRange(shown.Take(count - given.Count));
                return new(given, given[^1].Position, IsMore: true);
            }

            given.AddRange(shown);
            if (rows.Count < Together)
            {
                return new(given, settled, IsMore: false);
            }

            position = rows[^1].Position;
            if (given.Count == count || read >= MostRead)
            {
                return new(given, position, IsMore: true);
            }
        }

        return new(given, position, IsMore: false);
    }

    private async Task<List<Event>> ShownAsync(List<Happened> rows, Actor actor, CancellationToken stop)
    {
        var people = rows.Select(row => row.PersonId).Distinct().ToList();
        var survivors = people.Count == 0 ? [] : (await MergedRecords.OfAsync(db, people, stop)).ToDictionary(r => r.Key, r => r.Value[0]);
        var asked = survivors.Values.Distinct().ToList();
        var reached = asked.Count == 0 ? [] : (await access.People(actor, Verb.ReadRecord).Where(p => asked.Contains(p)).ToListAsync(stop)).ToHashSet();
        var near = rows.Where(row => survivors.TryGetValue(row.PersonId, out var survivor) && reached.Contains(survivor))
            .Select(row => (Row: row, Said: Said.Of(row))).ToList();

        var contacts = near.Select(e => e.Said.ContactId).OfType<FactId>().Distinct().ToList();
        var closed = contacts.Count == 0 ? []
            : (await db.Contacts.Where(c => contacts.Contains(c.Id)).ToListAsync(stop)).Where(c => !OpenEntries.MayLeave(c, withSensitive: false)).Select(c => c.Id).ToHashSet();
        return [.. near.Where(e => e.Said.IsOpen && !(e.Said.ContactId is { } contact && closed.Contains(contact)))
            .Select(e => new Event(e.Row.Position, e.Row.Kind, e.Row.At, survivors[e.Row.PersonId]) { ContactId = e.Said.ContactId })];
    }

    private sealed record Happened(long Position, string Kind, DateTimeOffset At, PersonId PersonId, string? Content);

    /// <summary>What an event says of what the feed may tell.</summary>
    private readonly record struct Said(bool IsOpen, FactId? ContactId)
    {
        public static Said Of(Happened row)
        {
            var isEntry = row.Kind.StartsWith("Contact", StringComparison.Ordinal) || row.Kind is nameof(AddendumAdded);
            var isConditional = isEntry || row.Kind is nameof(AlertRaised) or nameof(AlertClosed) or nameof(ListRowsImported);
            if (!isConditional)
            {
                return new(true, null);
            }

            if (row.Content is null)
            {
                return new(false, null);   // lawfully erased: what it was about can't be known
            }

            using var content = JsonDocument.Parse(row.Content);
            var said = content.RootElement;
            return isEntry ? new(true, new(said.GetProperty(nameof(ContactRecorded.ContactId)).GetGuid()))
                : row.Kind is nameof(ListRowsImported) ? new(Lists.Contains(said.GetProperty(nameof(ListRowsImported.List)).GetString()!), null)
                : new(AlertCodes.Find(said.GetProperty(nameof(AlertRaised.Code)).GetString()!)?.WhoMaySee is AlertAudience.Staff, null);
        }
    }
}
