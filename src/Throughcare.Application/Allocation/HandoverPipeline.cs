using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>The monthly pipeline of a delivery unit: handovers that start within 44 days, and those that had started when they were worked out.</summary>
public sealed class HandoverPipeline(ThroughcareDb db, AccessPolicy access, CaseHistories histories, TimeProvider clock)
{
    /// <summary>What a look at the file is written down as.</summary>
    public const string FileLook = "/handovers/pipeline/file";

    /// <param name="Start">From when the COM supports.</param>
    /// <param name="Handover">From when the COM leads.</param>
    public sealed record Row(PersonId PersonId, string Address, string LastCommaFirst, DateOnly Start, DateOnly? Handover)
    {
        public string? Crn { get; init; }

        public string? PrisonNumber { get; init; }

        /// <summary>The first of CRD, PED and TED.</summary>
        public ReleaseDate? Release { get; init; }

        public PlaceCode? Prison { get; init; }

        public string? Pom { get; init; }

        public string? PomEmail { get; init; }

        public string? Com { get; init; }
    }

    public sealed record Page(IReadOnlyList<Row> Rows, int Total);

    /// <summary>Whether somebody in this role answers for a delivery unit.</summary>
    public static bool IsFor(Role role) => role is Role.Spo or Role.HeadPdu;

    /// <param name="number">From 1.</param>
    public async Task<Page> OfAsync(int number, int size, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var today = clock.GetUtcNow().LondonDate;
        var all = Of(actor, today);
        var some = await all.OrderBy(s => s.HandoverStart).ThenBy(s => s.PersonId).Skip((number - 1) * size).Take(size).ToListAsync(stop);
        return new(await RowsAsync(some, stop), await all.CountAsync(stop));
    }

    /// <summary>All of them, a hundred at a time.</summary>
    public async IAsyncEnumerable<IReadOnlyList<Row>> AllAsync(Actor actor, [EnumeratorCancellation] CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var today = clock.GetUtcNow().LondonDate;
        foreach (var some in (await Of(actor, today).OrderBy(s => s.HandoverStart).ThenBy(s => s.PersonId).ToListAsync(stop)).Chunk(100))
        {
            yield return await RowsAsync([.. some], stop);
        }
    }

    /// <summary>Everybody in the list of a day, of whatever delivery unit.</summary>
    /// <remarks>The query of <see cref="HandoverNotices.IsInPipeline"/>.</remarks>
    internal static IQueryable<Standing> CasesOn(ThroughcareDb db, DateOnly day)
    {
        var (last, since) = (day.AddDays(HandoverNotices.PipelineDays), London.At(day.AddMonths(-1), TimeOnly.MinValue));
        return db.Standings.Where(s => s.Prison != null && s.IsInScope == true && s.HandoverStart != null && s.HandoverStart <= last
            && (s.HandoverStart >= day || db.StandingChanges.Any(c => c.PersonId == s.PersonId && c.Kind == StandingKind.Handover && c.At >= since)));
    }

    private IQueryable<Standing> Of(Actor actor, DateOnly today)
    {
        var isFor = IsFor(actor.Role);
        PlaceCode? unit = HandoverPlaces.UnitOf(actor.Place);
        var people = access.People(actor, Verb.ReadRecord);
        return CasesOn(db, today).Where(s => isFor && (s.Pdu == unit || (s.Pdu == null && s.HomeArea == unit)) && people.Contains(s.PersonId));
    }

    private async Task<IReadOnlyList<Row>> RowsAsync(List<Standing> some, CancellationToken stop)
    {
        if (some.Count == 0)
        {
            return [];
        }

        var people = some.ConvertAll(s => s.PersonId);
        var names = await PeopleNames.OfAsync(db, people, stop);
        var numbers = (await db.Identifiers.Current().Where(i => people.Contains(i.PersonId) && (i.Kind == IdentifierKind.Crn || i.Kind == IdentifierKind.Noms) && !i.Withdrawn).ToListAsync(stop)).ToLookup(i => i.PersonId);
        var asked = some.Select(s => s.Pom).OfType<StaffId>().Distinct().ToList();
        var staff = await db.Staff.Where(s => asked.Contains(s.Id)).Select(s => new { s.Id, s.Name, s.Email }).ToDictionaryAsync(s => s.Id, stop);
        var facts = await histories.LoadForWhereaboutsAsync(people, stop);
        var now = clock.GetUtcNow();
        return
        [
            .. some.Select(s =>
            {
                var pom = s.Pom is { } id ? staff.GetValueOrDefault(id) : null;
                return new Row(s.PersonId, names[s.PersonId].Address, names[s.PersonId].LastCommaFirst, s.HandoverStart!.Value, s.Handover)
                {
                    Crn = numbers[s.PersonId].Standing(IdentifierKind.Crn)?.Canonical,
                    PrisonNumber = numbers[s.PersonId].Standing(IdentifierKind.Noms)?.Canonical,
                    Release = facts.TryGetValue(s.PersonId, out var history) ? EarliestRelease.ForPipeline(history.At(now.LondonDate, now).ReleaseDates) : null,
                    Prison = s.Prison,
                    Pom = pom is not null ? PomSpells.LastFirst(pom.Name) : s.PomName,
                    PomEmail = pom?.Email,
                    Com = s.ComName,
                };
            }),
        ];
    }
}
