using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record.Documents;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Documents;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>The entries behind one page of the timeline: one query for each kind that stands on it.</summary>
internal sealed class TimelineEntries
{
    private readonly Dictionary<FactId, List<FactVersion>> _versions;
    private readonly Dictionary<FactId, int> _addenda;
    private readonly StaffNames _names;

    private TimelineEntries(Dictionary<FactId, List<FactVersion>> versions, Dictionary<FactId, int> addenda, StaffNames names) =>
        (_versions, _addenda, _names) = (versions, addenda, names);

    public static async Task<TimelineEntries> LoadAsync(
        ThroughcareDb db, List<PersonId> records, List<TimelineEntry> lines, DateTimeOffset known, CancellationToken stop)
    {
        List<FactVersion> facts = [];
        Dictionary<FactId, int> addenda = [];
        foreach (var kind in lines.GroupBy(line => line.Kind, line => line.EntryId))
        {
            var ids = kind.Distinct().ToList();
            facts.AddRange(kind.Key switch
            {
                TimelineKind.Contact => await VersionsAsync(db.Contacts.Where(f => records.Contains(f.PersonId)), ids, known, stop),
                TimelineKind.Movement => await VersionsAsync(db.Movements, ids, known, stop),
                TimelineKind.AlertRaised or TimelineKind.AlertClosed => await VersionsAsync(db.Alerts, ids, known, stop),
                TimelineKind.Sentence => await VersionsAsync(db.Sentences, ids, known, stop),
                TimelineKind.KeyDates => await VersionsAsync(db.KeyDates, ids, known, stop),
                TimelineKind.Custody => await VersionsAsync(db.CustodyStatuses, ids, known, stop),
                TimelineKind.Location => await VersionsAsync(db.Locations, ids, known, stop),
                TimelineKind.Manager => await VersionsAsync(db.Managers, ids, known, stop),
                TimelineKind.Access => await VersionsAsync(db.Restrictions, ids, known, stop),
                TimelineKind.Assessment => await VersionsAsync(db.AssessmentSummaries, ids, known, stop),
                TimelineKind.RiskScores => await VersionsAsync(db.RiskScorings, ids, known, stop),
                TimelineKind.Nomination => await VersionsAsync(db.PpoNominations, ids, known, stop),
                TimelineKind.Victim => await VersionsAsync(db.VictimContacts, ids, known, stop),
                TimelineKind.Intervention => await VersionsAsync(db.RecordedInterventions, ids, known, stop),
                TimelineKind.RegistrationMade or TimelineKind.RegistrationEnded => await VersionsAsync(db.Registrations, ids, known, stop),
                TimelineKind.Rosh => await VersionsAsync(db.RoshRecords, ids, known, stop),
                TimelineKind.Disposal => await VersionsAsync(db.Disposals, ids, known, stop),
                TimelineKind.AreaTransfer => await VersionsAsync(db.AreaTransfers, ids, known, stop),
                TimelineKind.Deferral => await VersionsAsync(db.Deferrals, ids, known, stop),
                TimelineKind.Exemption => await VersionsAsync(db.StandardExemptions, ids, known, stop),
                TimelineKind.Responsibility => await VersionsAsync(db.ResponsibilityOverrides, ids, known, stop),
                TimelineKind.EarlyAllocation => await VersionsAsync(db.EarlyAllocations, ids, known, stop),
                TimelineKind.Complexity => await VersionsAsync(db.ComplexityRecords, ids, known, stop),
                TimelineKind.TierChoice => await VersionsAsync(db.TierChoices, ids, known, stop),
                TimelineKind.ScopeExtension => await VersionsAsync(db.ScopeExtensions, ids, known, stop),
                TimelineKind.Document => await VersionsAsync(db.Documents, ids, known, stop),
                _ => await VersionsAsync(db.Cases, ids, known, stop),
            });

            if (kind.Key is TimelineKind.Contact)
            {
                addenda = await db.Addenda.KnownAt(known).Where(a => ids.Contains(a.ContactId)).GroupBy(a => a.ContactId)
                    .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
            }
        }

        var names = await StaffNames.OfAsync(db, facts.SelectMany(StaffOf), stop);
        return new TimelineEntries(facts.DistinctBy(f => (f.Id, f.Version)).GroupBy(f => f.Id).ToDictionary(g => g.Key, g => g.OrderBy(f => f.Version).ToList()), addenda, names);
    }

    /// <returns><see langword="null"/> for an entry that the reader may not even know of.</returns>
    public Timeline.Line? Line(TimelineEntry line, EntryReader reader)
    {
        if (!_versions.TryGetValue(line.EntryId, out var versions))
        {
            return null;
        }

        // a line about a change shows the version that made it; every other line shows what is believed
        var fact = line.Kind is TimelineKind.KeyDates or TimelineKind.Nomination or TimelineKind.Document || IsOfVersions(line.Kind) ? versions.LastOrDefault(v => v.Recorded.At <= line.RecordedAt) ?? versions[0] : versions[^1];
        return fact switch
        {
            Contact contact => Of(line, contact, versions, reader),
            Alert alert when !reader.MaySee(alert) => null,
            Registration registration when reader.Of(registration) is Reading.Hidden => null,
            PersonDocument document => Of(line, document, versions, reader),
            _ => Of(line, fact, versions, reader),
        };
    }

    private Timeline.Line? Of(TimelineEntry line, Contact contact, List<FactVersion> versions, EntryReader reader)
    {
        if (ContactSummary.Of(contact, reader, _names, _addenda.GetValueOrDefault(contact.Id)) is not { } summary)
        {
            return null;
        }

        return new Timeline.Line(line.Kind, contact.Id, line.HappenedAt, summary.IsGreyed ? summary.Greyed! : summary.TypeName)
        {
            Text = summary.Text,
            By = SourceWords.Of(contact.Recorded.Source) is null ? summary.Author : null,
            From = summary.IsGreyed ? null : SourceWords.Of(contact.Recorded.Source),
            IsGreyed = summary.IsGreyed,
            Contact = summary,
            Corrections = summary.IsGreyed ? [] : [.. Corrections(versions)],
        };
    }

    private Timeline.Line? Of(TimelineEntry line, PersonDocument document, List<FactVersion> versions, EntryReader reader) => reader.Of((PersonDocument)versions[^1]) switch
    {
        Reading.Hidden => null,
        Reading.ExistenceOnly => new Timeline.Line(line.Kind, document.Id, line.HappenedAt, DocumentWords.Headline(document, _names[document.AuthorId])) { IsGreyed = true },
        _ => new Timeline.Line(line.Kind, document.Id, line.HappenedAt, DocumentWords.Title(document)) { Text = document.VersionNote, By = _names[document.Recorded.By] },
    };

    private Timeline.Line? Of(TimelineEntry line, FactVersion fact, List<FactVersion> versions, EntryReader reader) => reader.Of(line.Sensitivity) switch
    {
        Reading.Hidden => null,
        Reading.ExistenceOnly => new Timeline.Line(line.Kind, fact.Id, line.HappenedAt, $"{(line.Sensitivity is Sensitivity.Sensitive ? "Sensitive" : "Restricted")} entry, {Words.ShortDate(line.HappenedAt.LondonDate)}") { IsGreyed = true, IsWholeDay = true },
        _ => new Timeline.Line(line.Kind, fact.Id, line.HappenedAt, FactWords.Title(line.Kind, fact))
        {
            Text = FactWords.Text(line.Kind, fact, versions),
            By = SourceWords.Of(fact.Recorded.Source) is null ? _names[fact.Recorded.By] : null,
            From = SourceWords.Of(fact.Recorded.Source),
            IsWholeDay = line.Kind is not (TimelineKind.Movement or TimelineKind.KeyDates or TimelineKind.Access or TimelineKind.RiskScores) && !IsOfVersions(line.Kind),
            Corrections = line.Kind is TimelineKind.Movement ? [.. Corrections(versions)] : [],
        },
    };

    /// <summary>What was decided and undone: each version that changed it has a line of its own, at its instant.</summary>
    private static bool IsOfVersions(TimelineKind kind) => kind is TimelineKind.Deferral or TimelineKind.Exemption
        or TimelineKind.Responsibility or TimelineKind.EarlyAllocation or TimelineKind.ScopeExtension;

    private IEnumerable<Timeline.Correction> Corrections(List<FactVersion> versions)
    {
        for (var i = versions.Count - 1; i > 0; i--)
        {
            var (before, after) = (versions[i - 1], versions[i]);
            yield return new(after.Recorded.At, _names[after.Recorded.By], FactWords.Correction(before, after));
        }
    }

    private static IEnumerable<StaffId> StaffOf(FactVersion fact) => fact switch
    {
        Contact contact => [fact.Recorded.By, contact.AuthorId],
        PersonDocument document => [fact.Recorded.By, document.AuthorId],
        _ => [fact.Recorded.By],
    };

    private static async Task<List<T>> VersionsAsync<T>(IQueryable<T> facts, List<FactId> ids, DateTimeOffset known, CancellationToken stop)
        where T : FactVersion => await facts.Where(f => ids.Contains(f.Id) && f.Recorded.At <= known).ToListAsync(stop);
}
