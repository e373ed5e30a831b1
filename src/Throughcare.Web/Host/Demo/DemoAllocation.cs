using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Web.Host.Demo;

/// <summary>Allocation in the demo: POMs with a type and a pattern, cases of theirs, some that wait, one that two POMs share, and days on other duty.</summary>
internal static class DemoAllocation
{
    /// <summary>So many of those who came last still wait for a POM.</summary>
    private const int Waiting = 7;

    /// <summary>Allocated by the use case with its recommendation, so that the history shows how.</summary>
    private const int Recommended = 8;

    /// <summary>Days between arrival and allocation, over and over: most within two working days.</summary>
    private static readonly int[] DaysAfter = [1, 2, 1, 6, 2, 1, 11, 2];

    /// <param name="services">The services of the demo, at the demo's time; where cases stand is worked out.</param>
    public static async Task AddAsync(IServiceProvider services, DateOnly today, CancellationToken stop)
    {
        await DemoWork.AddComplexityAsync(services, stop);
        foreach (var (role, place) in DemoAccounts.All.SelectMany(d => d.Roles).Where(r => r.Role is Role.Pom).Distinct())
        {
            if (HeadOf(place) is { } head)
            {
                await AddAsync(services, place, head, today, stop);
            }
        }

        await DemoWork.AddAsync(services, today, stop);
    }

    private static async Task AddAsync(IServiceProvider services, PlaceCode prison, Actor head, DateOnly today, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var (db, at) = (scope.ServiceProvider.GetRequiredService<ThroughcareDb>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var poms = await db.Staff.Where(s => s.Role == Role.Pom && s.Place == prison).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(stop);
        if (poms.Count == 0 || await db.PomProfiles.AnyAsync(p => p.Place == prison, stop))
        {
            return;
        }

        db.AddRange(poms.Select((pom, i) => new PomProfile
        {
            Staff = pom,
            Place = prison,
            Type = i % 2 == 0 ? PomType.Probation : PomType.Prison,
            Tenths = i % 3 == 2 ? 6 : WorkingPattern.FullTime,
            RecordedAt = at,
            RecordedBy = head.StaffId,
        }));
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();

        var toAllocate = await db.Standings.Where(s => s.Prison == prison && s.IsInScope == true && s.PomName == null && s.Missing == null)
            .OrderBy(s => s.ArrivedOn).ThenBy(s => s.PersonId).Select(s => new { s.PersonId, s.ArrivedOn }).ToListAsync(stop);
        var record = scope.ServiceProvider.GetRequiredService<RecordManager>();
        foreach (var (i, one) in toAllocate.SkipLast(Waiting + Recommended).Index())
        {
            var from = (one.ArrivedOn ?? today).AddDays(DaysAfter[i % DaysAfter.Length]);
            await record.DoAsync(new(one.PersonId, Role.Pom, poms[i % poms.Count], prison, from > today ? today : from), head, stop);
        }

        PersonId? shared = null;
        foreach (var one in toAllocate.SkipLast(Waiting).TakeLast(Recommended))
        {
            shared ??= one.PersonId;
            if (await scope.ServiceProvider.GetRequiredService<PomSuggestions>().OfAsync(one.PersonId, head, stop) is { Available: [var first, ..] } found)
            {
                var needsReason = found.Recommended.Value.Type is not { } type || type != first.Candidate.Type;
                await scope.ServiceProvider.GetRequiredService<AllocatePom>().DoAsync(
                    new(one.PersonId, first.Candidate.Staff, 0) { Reasons = needsReason ? ["continuity"] : [], Message = "Please meet him this week and see what he wants from the sentence." }, head, stop);
            }
        }

        if (shared is { } person && await db.AllocationRecords.Current().Where(a => a.PersonId == person && a.Pom != null).Select(a => new { a.Pom, a.Version }).FirstOrDefaultAsync(stop) is { } has
            && poms.Find(p => p != has.Pom) is var second && second != default)
        {
            await scope.ServiceProvider.GetRequiredService<AddCoWorker>().DoAsync(new(person, second, has.Version, "Shadowing: a complex case to learn from."), head, stop);
        }

        var duty = scope.ServiceProvider.GetRequiredService<RecordDutyDay>();
        for (var day = today.AddDays(-13); day <= today; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                await duty.DoAsync(new(poms[^1], day, day.DayNumber % 3 == 0), head, stop);
            }
        }
    }

    /// <summary>The head of offender management delivery of a prison, who allocates there.</summary>
    public static Actor? HeadOf(PlaceCode place) =>
        DemoAccounts.All.FirstOrDefault(d => d.Roles.Contains((Role.Homd, place))) is { } homd ? new Actor(homd.StaffId, Role.Homd, place, Door.Job) : null;
}
