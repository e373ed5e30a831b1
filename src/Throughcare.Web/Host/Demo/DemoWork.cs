using Microsoft.EntityFrameworkCore;
using Throughcare.Application;
using Throughcare.Application.Access;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Web.Host.Demo;

/// <summary>What else staff decided in the demo: complexity of need in the women's prison, a tier that a manager chose, hours that some in the community can carry less.</summary>
internal static class DemoWork
{
    /// <summary>So many of the women still have no level, which their allocation waits for.</summary>
    private const int WithoutLevel = 4;

    private static readonly PlaceCode Women = new("LNI");

    private static readonly ComplexityOfNeed[] Levels =
    [
        ComplexityOfNeed.Low, ComplexityOfNeed.Medium, ComplexityOfNeed.Low, ComplexityOfNeed.Medium, ComplexityOfNeed.Low, ComplexityOfNeed.Medium, ComplexityOfNeed.Low, ComplexityOfNeed.High, ComplexityOfNeed.Low,
    ];

    /// <summary>Before POMs are allocated: in the women's prison that waits for the level.</summary>
    public static async Task AddComplexityAsync(IServiceProvider services, CancellationToken stop)
    {
        if (DemoAccounts.All.FirstOrDefault(d => d.Roles.Contains((Role.Pom, Women))) is not { } pom)
        {
            return;
        }

        var actor = new Actor(pom.StaffId, Role.Pom, Women, Door.Job);
        await using var scope = services.CreateAsyncScope();
        var (db, set) = (scope.ServiceProvider.GetRequiredService<ThroughcareDb>(), scope.ServiceProvider.GetRequiredService<SetComplexity>());
        var held = await db.Standings.Where(s => s.Prison == Women && s.Complexity == null).OrderBy(s => s.ArrivedOn).ThenBy(s => s.PersonId).Select(s => s.PersonId).ToListAsync(stop);
        foreach (var (i, person) in held.SkipLast(WithoutLevel).Index())
        {
            var level = Levels[i % Levels.Length];
            await set.DoAsync(new(person, level, level is ComplexityOfNeed.High ? "Self-harm in the last month, and contact with her children is being decided by a court." : null, 0), actor, stop);
        }
    }

    /// <summary>After POMs are allocated.</summary>
    public static async Task AddAsync(IServiceProvider services, DateOnly today, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        await ChooseTierAsync(scope.ServiceProvider, stop);
        await ReduceAsync(scope.ServiceProvider, today, stop);
    }

    /// <summary>Two tiers of 2006 other than those that are worked out: one higher, one lower.</summary>
    private static async Task ChooseTierAsync(IServiceProvider give, CancellationToken stop)
    {
        var prison = new PlaceCode("LHI");
        if (DemoAllocation.HeadOf(prison) is not { } head)
        {
            return;
        }

        var people = await give.GetRequiredService<ThroughcareDb>().Standings.Where(s => s.Prison == prison && s.Tier != null && s.PomName != null)
            .OrderBy(s => s.ArrivedOn).ThenBy(s => s.PersonId).Select(s => s.PersonId).Take(2).ToListAsync(stop);
        foreach (var (person, (tier, why)) in people.Zip(new[]
        {
            (4, "Intelligence since the assessment points to more risk than it says; looked at with security, and again in three months."),
            (2, "Settled for a year, in work on the wing and in contact with his family; he and his POM agree on less."),
        }))
        {
            await give.GetRequiredService<ChooseTier>().DoAsync(new(person, tier, why, 0), head, stop);
        }
    }

    /// <summary>Three officers in the community who can carry less: for now, from next month, and until a month ago.</summary>
    private static async Task ReduceAsync(IServiceProvider give, DateOnly today, CancellationToken stop)
    {
        if (DemoAccounts.All.FirstOrDefault(d => d.Roles.Any(r => r.Role is Role.Spo)) is not { } manager)
        {
            return;
        }

        var place = manager.Roles.First(r => r.Role is Role.Spo).Place;
        var actor = new Actor(manager.StaffId, Role.Spo, place, Door.Job);
        var officers = await give.GetRequiredService<ThroughcareDb>().Staff.Where(s => s.Role == Role.Com && s.Place == place).OrderBy(s => s.Id).Select(s => s.Id).Take(3).ToListAsync(stop);
        var ids = give.GetRequiredService<IdSource>();
        foreach (var (officer, (reason, hours, from, to, note)) in officers.Zip(new (string, decimal, DateOnly, DateOnly, string)[]
        {
            ("Phased Return to Work", 14.8m, today.AddDays(-20), today.AddDays(40), "Four weeks at three days, then four; looked at every fortnight."),
            ("Trade Union Facility Time", 3.7m, today.AddDays(25), today.AddDays(25 + 365), "Half a day a week."),
            ("Co-worked cases", 4m, today.AddDays(-120), today.AddDays(-30), "Two cases beside a new colleague."),
        }))
        {
            await give.GetRequiredService<AddWorkReduction>().DoAsync(new(new(ids.Next()), officer, reason, hours, from, to, note), actor, stop);
        }
    }
}
