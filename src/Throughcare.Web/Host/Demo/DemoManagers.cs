using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Web.Host.Demo;

/// <summary>Gives the demo's offender managers and key workers people of their own, so that their first page is alive.</summary>
internal static class DemoManagers
{
    private static readonly (Role Role, int People, Role Allocates)[] Shares = [(Role.Pom, 35, Role.Homd), (Role.KeyWorker, 6, Role.Homd), (Role.Com, 40, Role.Spo)];

    /// <summary>Days since the allocations, over and over: some are new.</summary>
    private static readonly int[] DaysAgo = [2, 190, 45, 320, 5, 88, 130, 260, 17, 61];

    /// <summary>Does nothing for somebody who has people already.</summary>
    /// <param name="services">The services of the demo, at the demo's time.</param>
    public static async Task AddAsync(IServiceProvider services, DateOnly today, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var (db, record) = (scope.ServiceProvider.GetRequiredService<ThroughcareDb>(), scope.ServiceProvider.GetRequiredService<RecordManager>());
        foreach (var (role, share, allocates) in Shares)
        {
            foreach (var demo in DemoAccounts.All.Where(d => d.Roles.Any(r => r.Role == role)))
            {
                var place = demo.Roles.First(r => r.Role == role).Place;
                if (await db.Managers.Current().AnyAsync(m => m.StaffId == demo.StaffId, stop) || ActorOf(allocates, place) is not { } actor)
                {
                    continue;
                }

                foreach (var (i, person) in (await PeopleAsync(db, role, place, share, stop)).Index())
                {
                    await record.DoAsync(new(person, role, demo.StaffId, place, today.AddDays(-DaysAgo[i % DaysAgo.Length])), actor, stop);
                }
            }
        }
    }

    /// <summary>Those held in a prison, or supervised by a delivery unit, who have nobody with an account in this role; by their ids.</summary>
    private static Task<List<PersonId>> PeopleAsync(ThroughcareDb db, Role role, PlaceCode place, int count, CancellationToken stop)
    {
        var taken = db.Managers.Current().Where(m => m.Role == role && m.StaffId != null && m.ValidTo == null).Select(m => m.PersonId);
        var here = role is Role.Com
            ? db.Managers.Current().Where(m => m.Role == Role.Com && m.Place == place && m.ValidTo == null).Select(m => m.PersonId)
            : db.Locations.Current().Where(l => l.Prison == place && l.ValidTo == null).Select(l => l.PersonId);
        return here.Where(p => !taken.Contains(p) && !db.People.Any(o => o.Id == p && o.SurvivorId != null) && !db.Restrictions.Current().Any(r => r.PersonId == p))
            .Distinct().OrderBy(p => p).Take(count).ToListAsync(stop);
    }

    private static Actor? ActorOf(Role role, PlaceCode place) =>
        DemoAccounts.All.FirstOrDefault(d => d.Roles.Contains((role, place))) is { } demo ? new Actor(demo.StaffId, role, place, Door.Job) : null;
}
