using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Tests.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Record;
using Throughcare.Storage;
using Throughcare.Testing;

namespace Throughcare.Application.Tests.Allocation;

/// <summary>A prison (LHI) with a head of offender management delivery and four POMs: two of each type.</summary>
public abstract class AllocationTests(DatabaseKind kind) : RecordTests(kind)
{
    protected Actor Homd { get; } = A.Actor(Role.Homd);

    protected StaffId PrisonPom { get; } = new(A.IdSource.Next());

    protected StaffId OtherPrisonPom { get; } = new(A.IdSource.Next());

    protected StaffId ProbationPom { get; } = new(A.IdSource.Next());

    protected StaffId AwayPom { get; } = new(A.IdSource.Next());

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await using var db = Database.Open();
        db.AddRange(
            Staff(Homd.StaffId, "Hedda Omdahl", Role.Homd), Staff(PrisonPom, "Pia Risonby", Role.Pom), Staff(OtherPrisonPom, "Otto Prisk", Role.Pom), Staff(ProbationPom, "Prob Ationby", Role.Pom), Staff(AwayPom, "Ava Wayland", Role.Pom));
        db.AddRange(Profile(PrisonPom, PomType.Prison), Profile(OtherPrisonPom, PomType.Prison), Profile(ProbationPom, PomType.Probation), Profile(AwayPom, PomType.Probation, PomStatus.Unavailable));
        await db.SaveChangesAsync();
    }

    protected StaffMember Staff(StaffId id, string name, Role role) => new() { Id = id, Name = name, Role = role, Place = Prison, UserName = name.Replace(' ', '.').ToLowerInvariant() };

    protected PomProfile Profile(StaffId staff, PomType type, PomStatus status = PomStatus.Active, int tenths = 10) =>
        new() { Staff = staff, Place = Prison, Type = type, Status = status, Tenths = tenths, RecordedAt = Now, RecordedBy = Homd.StaffId };

    /// <summary>Somebody who has a tier and a level of risk, and no POM.</summary>
    protected async Task<PersonId> UnallocatedAsync(string tier = "C1", RoshLevel? rosh = RoshLevel.Medium, string number = "A1234BC", string last = "Abelmarsh")
    {
        var entry = Written(new(2025, 12, 1, 12, 0, 0, TimeSpan.Zero));
        var person = await PersonAsync(last, number: number, more: id =>
            [new CaseInformation { Id = A.FactId, PersonId = id, Tier = tier, Rosh = rosh, Resourcing = Resourcing.Standard, ValidFrom = new(2025, 12, 1), Recorded = entry }]);
        await using var db = Database.Open();
        await db.Managers.Where(m => m.PersonId == person).ExecuteDeleteAsync();
        await db.KeyDates.Where(d => d.PersonId == person).ExecuteUpdateAsync(set => set.SetProperty(d => d.Crd, new DateOnly(2029, 3, 27)).SetProperty(d => d.Sled, new DateOnly(2031, 5, 31)));   // far off: the POM leads
        await db.Reach.Where(r => r.PersonId == person && r.Kind == ReachKind.Manager).ExecuteDeleteAsync();
        return person;
    }

    protected async Task<AllocationRecord?> RecordOfAsync(PersonId person)
    {
        await using var db = Database.Open();
        return await db.AllocationRecords.Current().SingleOrDefaultAsync(a => a.PersonId == person);
    }

    protected async Task<List<ManagerAssignment>> SpellsAsync(PersonId person)
    {
        await using var db = Database.Open();
        return [.. (await db.Managers.Current().Where(m => m.PersonId == person && m.Role == Role.Pom).ToListAsync()).OrderBy(m => m.ValidFrom).ThenBy(m => m.Part)];
    }

    protected async Task<List<Notice>> NoticesAsync(StaffId staff)
    {
        await using var db = Database.Open();
        return await db.Notices.Where(n => n.Staff == staff).OrderBy(n => n.At).ToListAsync();
    }
}
