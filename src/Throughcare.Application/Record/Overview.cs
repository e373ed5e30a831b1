using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Allocation;
using Throughcare.Application.Facts;
using Throughcare.Application.Sentences;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>The cards of a record's first page.</summary>
public sealed class Overview(ThroughcareDb db, CaseHistories histories, TimeProvider clock)
{
    private const int LastContacts = 5;

    /// <param name="Banner">The same load gives the banner.</param>
    public sealed record Page(PersonBanner.Banner Banner, SentenceCard Sentence, Links Links)
    {
        public required RoshPanel Rosh { get; init; }

        /// <summary>Whether the case is in scope of offender management.</summary>
        public required Explained<ScopeResult> Scope { get; init; }

        /// <summary>Who leads it.</summary>
        public required Explained<Responsibility?> Lead { get; init; }

        public IReadOnlyList<AlertLine> Alerts { get; init; } = [];

        /// <summary>The last five that the reader may know of, newest first.</summary>
        public IReadOnlyList<ContactSummary> LastContacts { get; init; } = [];

        public IReadOnlyList<PersonBanner.Worker> People { get; init; } = [];

        /// <summary>Of the case that is open, or of the latest one.</summary>
        public CaseLine? Case { get; init; }

        /// <summary>The level of risk of which sources say different things, as an item to look at.</summary>
        public OpenDisagreement? RoshDisagreement { get; init; }

        /// <summary>The release date that probation contradicts, as an item to look at.</summary>
        public OpenDisagreement? ReleaseDisagreement { get; init; }
    }

    /// <summary>Risk of serious harm, as the sources give it.</summary>
    /// <param name="Level">In force; <see langword="null"/> where it is not assessed.</param>
    /// <param name="Source">Which source the level in force is from.</param>
    public sealed record RoshPanel(RoshLevel? Level, DateOnly? On, string? Source)
    {
        public string? Assessor { get; init; }

        /// <summary>The highest level of the custody column, where it differs.</summary>
        public RoshLevel? Custody { get; init; }

        /// <summary>Each group with its levels in the community and in custody; empty where no assessment gives them.</summary>
        public IReadOnlyList<(string Group, RoshLevel? Community, RoshLevel? Custody)> Cells { get; init; } = [];

        /// <summary>What another source says, where that differs: "Medium, probation record, 3 March 2026".</summary>
        public string? Differs { get; init; }

        internal static RoshPanel Of(CaseFacts facts)
        {
            if (facts.RoshSaid is not [var said, ..])
            {
                return new(null, null, null);
            }

            var cells = facts.LatestRosh;
            return new(said.Level, said.On, RoshSources.Teller(said.From))
            {
                Assessor = (said.From as AssessmentSummary)?.Assessor,
                Custody = facts.RoshCustody is { HasValue: true, Value: var custody } && custody != said.Level ? custody : null,
                Cells = cells is null || cells.PublicCommunity is null ? [] :
                [
                    ("Children", cells.ChildrenCommunity, cells.ChildrenCustody), ("Public", cells.PublicCommunity, cells.PublicCustody),
                    ("Known adult", cells.KnownAdultCommunity, cells.KnownAdultCustody), ("Staff", cells.StaffCommunity, cells.StaffCustody),
                    ("Prisoners", null, cells.PrisonersCustody),
                ],
                Differs = RoshSources.Disagreeing(facts.RoshSaid) is { } other ? RoshSources.Words(other) : null,
            };
        }
    }

    /// <summary>The sentence in one glance; everything <see langword="null"/> or empty is "No active sentence".</summary>
    public sealed record SentenceCard
    {
        /// <summary>Such as "Standard determinate sentence"; <see langword="null"/> with no active sentence.</summary>
        public string? Kind { get; init; }

        public DateOnly? SentencedOn { get; init; }

        /// <summary>As pronounced: "3 years 6 months".</summary>
        public string? Length { get; init; }

        public string? MainOffence { get; init; }

        public string? Court { get; init; }

        /// <summary>Every official date that is recorded.</summary>
        public IReadOnlyList<NamedDate> Dates { get; init; } = [];

        public NamedDate? Next { get; init; }

        public DateOnly? ReleaseReferenceDate { get; init; }

        /// <summary>The day of the latest list of the source that named the person.</summary>
        public DateOnly? DatesAsOf { get; init; }
    }

    /// <param name="Description">What pages show.</param>
    public sealed record AlertLine(FactId Id, string Code, string Description, DateOnly Since);

    public sealed record CaseLine(DateOnly OpenedOn, DateOnly? ClosedOn);

    /// <summary>Where each card's "View all" goes.</summary>
    public sealed record Links(string Address)
    {
        public string Record => $"/people/{Address}";

        public string Timeline => $"{Record}/timeline";

        public string Sentence => $"{Record}/sentence";

        public string Movements => $"{Record}/movements";

        public string Alerts => $"{Record}/alerts";

        public string People => $"{Record}/people";

        public string Personal => $"{Record}/personal";

        public string RecordContact => $"{Record}/contacts/new";

        public string Contact(FactId id) => $"{Record}/contacts/{id}";
    }

    /// <returns><see langword="null"/> for somebody who is not on record.</returns>
    public async Task<Page?> OfAsync(PersonId person, Actor actor, CancellationToken stop)
    {
        if (await histories.LoadAsync(person, stop) is not { } history)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var facts = history.At(now.LondonDate, now);
        var records = await MergedRecords.OfAsync(db, person, stop);
        var reader = await EntryReaders.OfAsync(db, records, actor, now.LondonDate, stop);
        var banner = PersonBanner.Of(facts, reader) with { NextDue = await PersonBanner.NextDueAsync(db, history.PersonId, actor, stop) };
        var differ = await OpenDisagreements.OfAsync(db, records, [RoshSources.Field, ReleaseSources.Field], stop);

        return new Page(banner, Card(facts) with { DatesAsOf = await LatestList.OfAsync(db, person, facts.KeyDates.Value, stop) }, new Links(banner.Address))
        {
            Rosh = RoshPanel.Of(facts),
            Scope = facts.Scope,
            Lead = SeenReasons.For(facts.Responsibility, facts, reader),
            Alerts = [.. reader.Visible(facts.ActiveAlerts).Select(Line),
                .. reader.Visible(facts.ActiveRegistrations).Select(r => new AlertLine(r.Id, r.Code, r.Describe(), r.ValidFrom))],
            LastContacts = await LastAsync(records, reader, stop),
            People = banner.Staff,
            Case = facts.Case is { } open ? new CaseLine(open.ValidFrom, open.ValidTo) : null,
            RoshDisagreement = differ.GetValueOrDefault(RoshSources.Field),
            ReleaseDisagreement = differ.GetValueOrDefault(ReleaseSources.Field),
        };
    }

    internal static AlertLine Line(Alert alert) =>
        new(alert.Id, alert.Code, AlertCodes.Find(alert.Code)?.Description ?? alert.Unmapped ?? alert.Code, alert.ValidFrom);

    private async Task<List<ContactSummary>> LastAsync(List<PersonId> records, EntryReader reader, CancellationToken stop)
    {
        // some of the last may be hidden from the reader: a few more are read than are shown
        var contacts = await db.Contacts.Current()
            .Where(c => records.Contains(c.PersonId))
            .OrderByDescending(c => c.HappenedAt)
            .Take(LastContacts * 4)
            .ToListAsync(stop);
        var ids = contacts.Select(c => c.Id).ToList();
        var addenda = await db.Addenda.Current().Where(a => ids.Contains(a.ContactId)).GroupBy(a => a.ContactId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var names = await StaffNames.OfAsync(db, contacts.Select(c => c.AuthorId), stop);
        return [.. contacts.Select(c => ContactSummary.Of(c, reader, names, addenda.GetValueOrDefault(c.Id))).OfType<ContactSummary>().Take(LastContacts)];
    }

    private static SentenceCard Card(CaseFacts facts)
    {
        var sentence = facts.GoverningSentence.Value;
        return new SentenceCard
        {
            Kind = sentence is null ? null : SentenceWords.Kind(sentence, facts),
            SentencedOn = sentence?.ValidFrom,
            Length = sentence is null ? null : SentenceWords.Length(sentence),
            MainOffence = facts.MainOffence.Value?.Description,
            Court = sentence?.Court is { } court ? court.Describe(Courts.Table) : null,
            Dates = facts.AllKeyDates,
            Next = facts.NextKeyDate.HasValue ? facts.NextKeyDate.Value : null,
            ReleaseReferenceDate = facts.ReleaseReferenceDate.HasValue ? facts.ReleaseReferenceDate.Value : null,
        };
    }
}
