using Throughcare.Application.Facts;
using Throughcare.Application.Record;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Storage;

namespace Throughcare.Application.Sentences;

/// <summary>Sentences, offences and the official dates of a person, each date with where it comes from and what it was before.</summary>
public sealed class SentencePage(ThroughcareDb db, CaseHistories histories, TimeProvider clock)
{
    public sealed record Page
    {
        /// <summary>In force first, the latest first.</summary>
        public IReadOnlyList<SentenceLine> Sentences { get; init; } = [];

        /// <summary>What probation records: orders and other disposals, in force first.</summary>
        public IReadOnlyList<DisposalLine> Disposals { get; init; } = [];

        public IReadOnlyList<OffenceLine> Offences { get; init; } = [];

        /// <summary>All kinds of date, those without one too, so that each can be corrected.</summary>
        public IReadOnlyList<DateLine> Dates { get; init; } = [];

        /// <summary>The version of the dates that is shown: a correction posts it back; 0 where none are recorded.</summary>
        public int DatesVersion { get; init; }

        /// <summary>The day of the latest list of the source that named the person.</summary>
        public DateOnly? DatesAsOf { get; init; }

        public bool IsIndeterminate { get; init; }

        /// <summary>The release date that probation contradicts, as an item to look at.</summary>
        public OpenDisagreement? ReleaseDisagreement { get; init; }

        public NamedDate? Next { get; init; }

        public DateOnly? ReleaseReferenceDate { get; init; }

        public NamedDate? HandoverRelease { get; init; }

        public DateOnly? NextParoleDate { get; init; }

        public string? ReleaseReason { get; init; }

        public string? LicenceType { get; init; }

        public string? WorkAfterRelease { get; init; }

        public string? SupervisingService { get; init; }
    }

    /// <param name="Length">As pronounced; <see langword="null"/> where none is recorded.</param>
    public sealed record SentenceLine(FactId Id, string Kind, DateOnly ImposedOn, DateOnly? EndedOn, string? Length, string? Court, string? Outcome, bool IsGoverning, bool IsInForce);

    /// <param name="ExpectedEnd">The last day by its length; <see langword="null"/> where that is not known.</param>
    /// <param name="EndedBecause">Why it was terminated, in the words of the source.</param>
    public sealed record DisposalLine(FactId Id, string Kind, DateOnly ImposedOn, string? Length, DateOnly? ExpectedEnd, DateOnly? EndedOn, string? EndedBecause, bool IsInForce)
    {
        public IReadOnlyList<RequirementLine> Requirements { get; init; } = [];
    }

    public sealed record RequirementLine(FactId Id, string Name, string? Length, DateOnly From, DateOnly? To, string? EndedBecause);

    public sealed record OffenceLine(FactId Id, string Description, string? Group, bool IsMain, DateOnly From, DateOnly? To, string By);

    /// <param name="On"><see langword="null"/> where it is not recorded.</param>
    /// <param name="Source">"Prison file of 4 January 2026", or who corrected it when.</param>
    /// <param name="IsCorrectedHere">A file that differs opens a conflict instead of overwriting it.</param>
    /// <param name="Earlier">What it was before, the latest first.</param>
    public sealed record DateLine(string Code, string Name, DateOnly? On, string? Source, bool IsCorrectedHere, IReadOnlyList<EarlierDate> Earlier);

    /// <param name="Until">When the next value took over.</param>
    public sealed record EarlierDate(DateOnly? On, DateTimeOffset RecordedAt, DateTimeOffset Until, string By, string? Reason);

    /// <returns><see langword="null"/> for somebody who is not on record.</returns>
    public async Task<Page?> OfAsync(PersonId person, CancellationToken stop)
    {
        if (await histories.LoadAsync(person, stop) is not { } history)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var facts = history.At(now.LondonDate, now);
        var dates = facts.KeyDates.Value;
        var versions = dates is null ? [] : history.KeyDates.Where(d => d.Id == dates.Id).OrderBy(d => d.Version).ToList();
        var names = await StaffNames.OfAsync(db, versions.Select(v => v.Recorded.By).Concat(history.Offences.Select(o => o.Recorded.By)), stop);

        var asOf = await LatestList.OfAsync(db, person, dates, stop);
        var differ = await OpenDisagreements.OfAsync(db, await MergedRecords.OfAsync(db, person, stop), [ReleaseSources.Field], stop);

        return new Page
        {
            Sentences = [.. history.Sentences.Where(s => s is { ReplacedAt: null, Withdrawn: false })
                .OrderByDescending(s => s.IsTrueOn(facts.AsAt)).ThenByDescending(s => s.ValidFrom).Select(s => Line(s, facts))],
            Disposals = [.. history.Disposals.Where(d => d is { ReplacedAt: null, Withdrawn: false })
                .OrderByDescending(d => d.IsTrueOn(facts.AsAt)).ThenByDescending(d => d.ValidFrom).Select(d => Line(d, history, facts))],
            Offences = [.. history.Offences.Where(o => o is { ReplacedAt: null, Withdrawn: false })
                .OrderByDescending(o => o.IsTrueOn(facts.AsAt)).ThenByDescending(o => o.IsMain).ThenByDescending(o => o.ValidFrom)
                .Select(o => new OffenceLine(o.Id, o.Description, OffenceGrouping.Groups.Find(o.GroupCode)?.Description, o.IsMain, o.ValidFrom, o.ValidTo, SourceWords.Name(o.Recorded.Source) ?? names[o.Recorded.By]))],
            Dates = [.. KeyDateKind.All.Select(kind => Line(kind, dates, asOf, versions, names))],
            DatesVersion = dates?.Version ?? 0,
            DatesAsOf = asOf,
            ReleaseDisagreement = differ.GetValueOrDefault(ReleaseSources.Field),
            IsIndeterminate = facts.IsIndeterminate.Value,
            Next = facts.NextKeyDate.HasValue ? facts.NextKeyDate.Value : null,
            ReleaseReferenceDate = facts.ReleaseReferenceDate.HasValue ? facts.ReleaseReferenceDate.Value : null,
            HandoverRelease = facts.HandoverRelease.HasValue ? facts.HandoverRelease.Value : null,
            NextParoleDate = facts.NextParoleDate.HasValue ? facts.NextParoleDate.Value : null,
            ReleaseReason = MovementReasons.Words("REL", dates?.ReleaseReason),
            LicenceType = dates?.LicenceType,
            WorkAfterRelease = dates?.EmploymentAtDischarge,
            SupervisingService = dates?.SupervisingService,
        };
    }

    private static SentenceLine Line(SentenceRecord sentence, CaseFacts facts) => new(
        sentence.Id, SentenceWords.Kind(sentence, facts), sentence.ValidFrom, sentence.ValidTo, SentenceWords.Length(sentence),
        sentence.Court?.Describe(Courts.Table), sentence.CourtOutcome, facts.GoverningSentence.Value?.Id == sentence.Id, sentence.IsTrueOn(facts.AsAt));

    private static DisposalLine Line(Disposal disposal, CaseHistory history, CaseFacts facts) => new(
        disposal.Id, disposal.Detail ?? disposal.Type?.Describe(SentenceTypes.Table) ?? "Type not recorded", disposal.ValidFrom,
        disposal is { Length: { } length, Unit: { } unit } ? LengthUnitText.Words(length, unit) : null,
        disposal.ExpectedEnd, disposal.ValidTo, disposal.Termination, disposal.IsTrueOn(facts.AsAt))
    {
        Requirements = [.. history.Requirements.Where(r => r is { ReplacedAt: null, Withdrawn: false } && r.Disposal is not null && r.Disposal == disposal.SourceId)
            .OrderBy(r => r.ValidTo is not null).ThenBy(r => r.ValidFrom).ThenBy(r => r.Category, StringComparer.Ordinal)
            .Select(r => new RequirementLine(
                r.Id, r.SubCategory is { } more ? $"{r.Category}: {more}" : r.Category, r is { Length: { } n, Unit: { } of } ? LengthUnitText.Words(n, of) : null,
                r.CommencedOn ?? r.ValidFrom, r.ValidTo, r.Termination))],
    };

    private static DateLine Line(KeyDateKind kind, KeyDates? dates, DateOnly? asOf, List<KeyDates> versions, StaffNames names)
    {
        List<EarlierDate> earlier = [];
        KeyDates? since = null;   // the version that first gave the date as it is shown
        foreach (var version in versions)
        {
            if (since is null || kind.Of(since) != kind.Of(version))
            {
                if (since is not null)
                {
                    earlier.Insert(0, new(kind.Of(since), since.Recorded.At, version.Recorded.At, names[since.Recorded.By], since.Recorded.Reason));
                }

                since = version;
            }
        }

        if (earlier is [.., { On: null } first] && first.RecordedAt == versions[0].Recorded.At)
        {
            earlier.RemoveAt(earlier.Count - 1);   // that it was not recorded at first says nothing
        }

        var isHere = dates?.EditedHere.HasFlag(kind.Field) is true;
        return new DateLine(kind.Code, kind.Name, dates is null ? null : kind.Of(dates), Source(kind, dates, asOf, since, isHere, names), isHere, earlier);
    }

    private static string? Source(KeyDateKind kind, KeyDates? dates, DateOnly? asOf, KeyDates? since, bool isHere, StaffNames names) =>
        dates is null || since is null || (kind.Of(dates) is null && !isHere) ? null
        : isHere ? $"Corrected by {names[since.Recorded.By]}, {Words.LongDate(since.Recorded.At.LondonDate)}"
        : since.Recorded.Source is SourceSystem.Offloc ? $"Prison file of {Words.LongDate(asOf ?? dates.AsOf)}"
        : $"Recorded by {names[since.Recorded.By]}, {Words.LongDate(since.Recorded.At.LondonDate)}";
}
