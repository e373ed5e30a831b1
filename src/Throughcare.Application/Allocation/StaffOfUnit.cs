using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>The POMs of a prison with their cases, and one of them.</summary>
public sealed class StaffOfUnit(ThroughcareDb db, AccessPolicy access, TimeProvider clock)
{
    /// <param name="Poms">By name; those who are POMs here no longer only while they hold cases.</param>
    public sealed record Page(IReadOnlyList<PomCandidate> Poms, bool IsProtectedFromRedeployment)
    {
        /// <summary>More than half of the cases of probation POMs, whose level is known, are of low or medium risk.</summary>
        public bool ProbationPomsHaveLowRisk { get; init; }
    }

    /// <param name="Version">The version of the profile.</param>
    /// <param name="Cases">Of people whom the reader reaches, by name.</param>
    public sealed record One(PomCandidate Pom, int Version, IReadOnlyList<CaseOf> Cases, IReadOnlyList<PomSpecialismSpell> Specialisms, IReadOnlyList<OmDutyDay> Duty)
    {
        public string? Email { get; init; }

        /// <summary>Days of the last 14 on other duties although the unit is protected from that.</summary>
        public int Exceptions { get; init; }
    }

    /// <param name="Seen">The version of the allocation; 0 where a file named the POM.</param>
    public sealed record CaseOf(PersonId PersonId, string Address, string LastCommaFirst, ManagerPart Part, DateOnly Since, bool IsNew, int Seen)
    {
        public string? Tier { get; init; }

        public RoshLevel? Rosh { get; init; }

        public string? Role { get; init; }

        public DateOnly? Handover { get; init; }

        public DateOnly? Until { get; init; }
    }

    public async Task<Page> OfAsync(Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var place = actor.Place;
        var poms = await PomRoster.OfAsync(db, place, clock.GetUtcNow().LondonDate, stop, withDeleted: true);
        var probation = poms.Where(p => p.Type is PomType.Probation).Select(p => (StaffId?)p.Staff).ToList();
        var levels = await (from standing in db.Standings where standing.Prison == place && probation.Contains(standing.Pom) && standing.Rosh != null select standing.Rosh).ToListAsync(stop);
        return new(
            [.. poms.Where(p => p.Status is not PomStatus.Deleted || p.Total > 0).OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Number, StringComparer.Ordinal)],
            await db.PrisonSettings.AnyAsync(s => s.Place == place && s.IsProtectedFromRedeployment, stop))
        {
            ProbationPomsHaveLowRisk = levels.Count(level => level < RoshLevel.High) * 2 > levels.Count,
        };
    }

    /// <returns><see langword="null"/> for somebody who is no POM of the actor's prison.</returns>
    public async Task<One?> OneAsync(StaffId staff, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var place = actor.Place;
        var today = clock.GetUtcNow().LondonDate;
        var profile = await db.PomProfiles.Where(p => p.Staff == staff && p.Place == place && p.ReplacedAt == null).SingleOrDefaultAsync(stop);
        if (profile is null || (await PomRoster.OfAsync(db, place, today, stop, withDeleted: true)).Find(p => p.Staff == staff) is not { } pom)
        {
            return null;
        }

        var from = today.AddDays(-PomRoster.DutyDays);
        var duty = await db.OmDutyDays.Where(d => d.Staff == staff && d.Day > from && d.Day <= today).OrderByDescending(d => d.Day).ToListAsync(stop);
        var isProtected = await db.PrisonSettings.AnyAsync(s => s.Place == place && s.IsProtectedFromRedeployment, stop);
        return new(
            pom, profile.Version, await CasesAsync(staff, actor, today, stop),
            await db.PomSpecialisms.Where(s => s.Staff == staff && s.Place == place && (s.To == null || s.To >= today)).OrderBy(s => s.From).ToListAsync(stop), duty)
        {
            Email = await db.Staff.Where(s => s.Id == staff).Select(s => s.Email).SingleOrDefaultAsync(stop),
            Exceptions = isProtected ? duty.Count(d => !d.IsOnDuty) : 0,
        };
    }

    private async Task<IReadOnlyList<CaseOf>> CasesAsync(StaffId staff, Actor actor, DateOnly today, CancellationToken stop)
    {
        var place = actor.Place;
        var reached = access.People(actor, Verb.ReadRecord);
        var spells = await db.Managers.Current()
            .Where(m => m.StaffId == staff && m.Role == Role.Pom && m.ValidFrom <= today && (m.ValidTo == null || m.ValidTo > today) && (m.Place == place || m.Place == null) && reached.Contains(m.PersonId))
            .Select(m => new { m.PersonId, m.Part, m.ValidFrom, m.ValidTo }).ToListAsync(stop);
        var people = spells.ConvertAll(s => s.PersonId);
        var names = await PeopleNames.OfAsync(db, people, stop);
        var standings = await db.Standings.Where(s => people.Contains(s.PersonId)).ToDictionaryAsync(s => s.PersonId, stop);
        var versions = await db.AllocationRecords.Current().Where(a => people.Contains(a.PersonId)).Select(a => new { a.PersonId, a.Version }).ToDictionaryAsync(a => a.PersonId, a => a.Version, stop);
        return
        [
            .. spells.Select(s =>
            {
                var standing = standings.GetValueOrDefault(s.PersonId);
                return new CaseOf(
                    s.PersonId, names[s.PersonId].Address, names[s.PersonId].LastCommaFirst, s.Part, s.ValidFrom, s.Part is not ManagerPart.Cover && AllocationClock.IsNew(s.ValidFrom, today), versions.GetValueOrDefault(s.PersonId))
                {
                    Tier = standing?.Tier,
                    Rosh = standing?.Rosh,
                    Role = s.Part switch
                    {
                        ManagerPart.CoWorking => "Co-working",
                        ManagerPart.Cover => "Cover",
                        _ => ResponsibilityRules.PomRole(standing?.Responsibility),
                    },
                    Handover = standing?.Handover,
                    Until = s.ValidTo,
                };
            }).OrderBy(c => c.LastCommaFirst, StringComparer.Ordinal).ThenBy(c => c.PersonId),
        ];
    }
}
