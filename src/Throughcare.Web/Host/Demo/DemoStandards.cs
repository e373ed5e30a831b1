using Microsoft.EntityFrameworkCore;
using Throughcare.Application;
using Throughcare.Application.Access;
using Throughcare.Application.Standards;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Storage;

namespace Throughcare.Web.Host.Demo;

/// <summary>What is due in the demo: worked out for everybody; a few later dates that were asked for, approved, refused or wait; and an exemption.</summary>
internal static class DemoStandards
{
    private static readonly (string Reason, int Days, bool? Approve, string Text)[] Asked =
    [
        ("HOSPITAL", 28, true, "In an outside hospital since Monday after surgery and too unwell to be interviewed; the ward expects four weeks."),
        ("SEG_RISK", 10, true, "In the segregation unit after an assault on the wing; cannot be seen safely until the review next week."),
        ("RELEASE_DATE_DISPUTE", 21, true, "The release date is being worked out again after the appeal; the plan depends on it, the court papers are asked for."),
        ("HOSPITAL", 14, false, "Had an appointment at the hospital and was tired afterwards; would like to be seen in two weeks instead."),
        ("INTERPRETER", 10, null, "An interpreter for Albanian is booked for next week; without one the interview is no interview at all."),
        ("SENTENCE_APPEAL", 30, null, "The sentence is under appeal and will be heard this month; what the plan is for depends on the outcome."),
    ];

    /// <param name="services">The services of the demo, at the demo's time.</param>
    public static async Task AddAsync(IServiceProvider services, DateOnly today, CancellationToken stop)
    {
        await services.GetRequiredService<DrainStalePeople>().DoAsync(stop);
        await services.GetRequiredService<RecomputeDueItems>().DoAsync(null, today, 1, null, stop);

        await using var scope = services.CreateAsyncScope();
        var ids = scope.ServiceProvider.GetRequiredService<IdSource>();
        if (ActorOf(Role.Pom) is not { } pom || ActorOf(Role.Homd) is not { } head || ActorOf(Role.HeadOmu) is not { } omu)
        {
            return;
        }

        var db = scope.ServiceProvider.GetRequiredService<ThroughcareDb>();
        var earliest = today.AddDays(-4);
        var own = await db.DueItems
            .Where(i => i.ReplacedAt == null && i.State == ItemState.Open && i.ResponsibleStaff == pom.StaffId && i.EffectiveDueOn >= earliest && i.EffectiveDueOn <= today.AddDays(120) && i.Family != "key_work")
            .OrderBy(i => i.EffectiveDueOn).ThenBy(i => i.Key).ToListAsync(stop);
        var items = own.DistinctBy(i => i.PersonId).Take(Asked.Length + 1).ToList();
        foreach (var (item, asked) in items.Zip(Asked))
        {
            var id = new FactId(ids.Next());
            var request = new RequestDeferral.Request(item.PersonId, id, item.Id, asked.Reason, item.DueOn.AddDays(asked.Days), asked.Text);
            if (await scope.ServiceProvider.GetRequiredService<RequestDeferral>().DoAsync(request, pom, stop) is not Outcome<FactId>.Done || asked.Approve is not { } approve)
            {
                continue;
            }

            await scope.ServiceProvider.GetRequiredService<DecideDeferral>().DoAsync(
                new(item.PersonId, id, 1, approve, approve ? null : "One appointment does not stand against it: see him on another day this week."), head, stop);
        }

        if (items.Count > Asked.Length)
        {
            await scope.ServiceProvider.GetRequiredService<ExemptFromStandard>().DoAsync(
                new(items[^1].PersonId, new FactId(ids.Next()), items[^1].Id, ExemptionReason.AlreadyHeldElsewhere, "The community team holds this already and has sent us a copy; nothing would be gained by doing it again."), omu, stop);
        }
    }

    private static Actor? ActorOf(Role role) => DemoAccounts.All.FirstOrDefault(d => d.Roles.Any(r => r.Role == role)) is { } demo
        ? new Actor(demo.StaffId, role, demo.Roles.First(r => r.Role == role).Place, Door.Job) : null;
}
