using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Who could be co-worker, cover, case administrator or COM of a person, and who is it now.</summary>
public sealed class ManagersToChoose(ThroughcareDb db, CaseHistories histories, TimeProvider clock)
{
    /// <param name="Hint">What helps to choose: type and cases, or nothing.</param>
    public sealed record Candidate(StaffId Staff, string Name, string? Hint);

    /// <param name="Seen">The version of the allocation that this shows.</param>
    public sealed record Page(IReadOnlyList<Candidate> Candidates, int Seen)
    {
        /// <summary>The POM of today.</summary>
        public string? Pom { get; init; }

        public string? CoWorker { get; init; }

        public string? Cover { get; init; }

        public DateOnly? CoverUntil { get; init; }

        public string? CaseAdmin { get; init; }

        public string? Com { get; init; }

        /// <summary>The spell of the COM of today.</summary>
        public FactId? ComSpell { get; init; }

        public VloContact? Vlo { get; init; }
    }

    /// <summary>POMs of the actor's prison who are available and neither POM nor co-worker of the person.</summary>
    public async Task<Page?> PomsAsync(PersonId person, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var at = clock.GetUtcNow();
        if (await AllocationNow.LoadAsync(histories, person, at, stop) is not { } now)
        {
            return null;
        }

        var roster = await PomRoster.OfAsync(db, actor.Place, at.LondonDate, stop);
        var (pom, coWorker) = (now.Pom?.StaffId, now.Of(Role.Pom, ManagerPart.CoWorking)?.StaffId);
        return Of(now,
        [
            .. roster.Where(c => PomRanking.IsEligible(c, pom, coWorker)).OrderBy(c => c.Name, StringComparer.Ordinal).ThenBy(c => c.Number, StringComparer.Ordinal)
                .Select(c => new Candidate(c.Staff, c.Name, $"{PomWords.Of(c.Type)} POM, {Words.Count(c.Total, "case")} now")),
        ]);
    }

    /// <summary>Staff of the actor's place in a role.</summary>
    public async Task<Page?> StaffAsync(PersonId person, Role role, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        if (await AllocationNow.LoadAsync(histories, person, clock.GetUtcNow(), stop) is not { } now)
        {
            return null;
        }

        var place = actor.Place;
        var staff = await db.Staff.Where(s => s.Place == place && s.Role == role).Select(s => new { s.Id, s.Name, s.Grade }).ToListAsync(stop);
        var current = now.Of(role, ManagerPart.Primary)?.StaffId;
        return Of(now, [.. staff.Where(s => s.Id != current).Select(s => new Candidate(s.Id, PomSpells.LastFirst(s.Name), s.Grade)).OrderBy(c => c.Name, StringComparer.Ordinal).ThenBy(c => c.Staff.Value)]);
    }

    /// <summary>Only who it is now.</summary>
    public async Task<Page?> NowAsync(PersonId person, CancellationToken stop)
    {
        if (await AllocationNow.LoadAsync(histories, person, clock.GetUtcNow(), stop) is not { } now)
        {
            return null;
        }

        var records = now.History.PersonId;
        return Of(now, []) with { Vlo = await db.VloContacts.Current().Where(v => v.PersonId == records && v.ValidTo == null).OrderByDescending(v => v.ValidFrom).FirstOrDefaultAsync(stop) };
    }

    private static Page Of(AllocationNow now, IReadOnlyList<Candidate> candidates)
    {
        var cover = now.Of(Role.Pom, ManagerPart.Cover);
        var com = now.Of(Role.Com, ManagerPart.Primary) is { Name: not Domain.Record.Lists.DecideCase.Unallocated } named ? named : null;
        return new(candidates, now.Version)
        {
            Pom = now.Pom?.Name,
            CoWorker = now.Of(Role.Pom, ManagerPart.CoWorking)?.Name,
            Cover = cover?.Name,
            CoverUntil = cover?.ValidTo,
            CaseAdmin = now.Of(Role.CaseAdmin, ManagerPart.Primary)?.Name,
            Com = com?.Name,
            ComSpell = com?.Id,
        };
    }
}
