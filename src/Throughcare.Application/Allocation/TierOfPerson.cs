using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Application.Record;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;
using StaffNames = Throughcare.Application.Record.StaffNames;

namespace Throughcare.Application.Allocation;

/// <summary>The tier of a case by each scheme, with what it rests on, and how it changed.</summary>
public sealed class TierOfPerson(ThroughcareDb db, CaseHistories histories, TimeProvider clock)
{
    /// <param name="V2">Protect and change.</param>
    /// <param name="V3">A to G.</param>
    /// <param name="Nom">1 to 4, as it is worked out.</param>
    public sealed record Page(Explained<TierResult> V2, Explained<TierResult> V3, Explained<TierResult> Nom)
    {
        /// <summary>What a manager chose in the place of the tier of 2006, and is in force.</summary>
        public Choice? Chosen { get; init; }

        /// <summary>Tiers that a list of another system gives, the latest first.</summary>
        public IReadOnlyList<RecordedTier> Recorded { get; init; } = [];

        /// <summary>Newest first.</summary>
        public IReadOnlyList<Line> History { get; init; } = [];

        /// <summary>What it rests on is not all for the reader to see.</summary>
        public bool IsWithheld { get; init; }
    }

    /// <param name="Version">The version of the choice, for a form.</param>
    public sealed record Choice(int Tier, string Reason, DateOnly Since, string By, int Version);

    /// <param name="Scheme">"Protect and change", "A to G" or "1 to 4".</param>
    /// <param name="Why">The reason, where one is kept.</param>
    public sealed record Line(DateTimeOffset At, string Scheme, string? Before, string? After, string? Why, string By);

    /// <returns><see langword="null"/> for somebody who is not on record.</returns>
    public async Task<Page?> OfAsync(PersonId person, Actor actor, CancellationToken stop)
    {
        if ((await histories.LoadForStandardsAsync([person], stop)).GetValueOrDefault(person) is not { } history)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var facts = history.At(now.LondonDate, now);
        var records = await MergedRecords.OfAsync(db, person, stop);
        var reader = await EntryReaders.OfAsync(db, records, actor, now.LondonDate, stop);
        var restsOn = facts.ActiveRegistrations.Concat<FactVersion>(facts.IsIom.From).Concat(facts.IsPpo.From).Concat(facts.MappaLevel.From).ToList();
        var isWithheld = !reader.MaySeeAll(restsOn);
        var choices = await db.TierChoices.Where(c => records.Contains(c.PersonId) && !c.Withdrawn).ToListAsync(stop);
        var changes = await db.StandingChanges.Where(c => records.Contains(c.PersonId) && (c.Kind == StandingKind.Tier || c.Kind == StandingKind.TierV3)).ToListAsync(stop);
        var names = await StaffNames.OfAsync(db, choices.Select(c => c.Recorded.By), stop);
        return new(Shown(facts.TierV2, isWithheld), Shown(facts.TierV3, isWithheld), Shown(facts.Tier2006, isWithheld))
        {
            Chosen = facts.ChosenTier is { } chosen ? new(chosen.Tier, chosen.Reason, chosen.ValidFrom, names[chosen.Recorded.By], chosen.Version) : null,
            Recorded = [.. history.Tiers.Where(t => t.ReplacedAt is null && !t.Withdrawn).OrderByDescending(t => t.ValidFrom)],
            History =
            [
                .. changes.Select(c => new Line(c.At, c.Kind is StandingKind.Tier ? "Protect and change" : "A to G", c.Before, c.After, c.Because, "Throughcare"))
                    .Concat(choices.Select(c => new Line(c.Recorded.At, "1 to 4", null, c.ValidTo is null ? $"{c.Tier}, chosen" : "As worked out", c.Reason, names[c.Recorded.By])))
                    .OrderByDescending(line => line.At),
            ],
            IsWithheld = isWithheld,
        };
    }

    /// <summary>The tier itself is for everybody who reads the record; the entries that it rests on are not.</summary>
    private static Explained<TierResult> Shown(Explained<TierResult> tier, bool isWithheld) => !isWithheld ? tier
        : tier with { Value = tier.Value with { Parts = [] }, Because = $"Tier: {tier.Value.Words}. Part of what it rests on is restricted.", Used = [] };
}
