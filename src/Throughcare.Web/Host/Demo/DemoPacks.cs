using Microsoft.EntityFrameworkCore;
using Throughcare.Application;
using Throughcare.Application.Access;
using Throughcare.Application.Movements;
using Throughcare.Application.Record.Handover;
using Throughcare.Application.Record.SubjectAccess;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.SubjectAccess;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Web.Host.Demo;

/// <summary>What leaves with people in the demo: a few handover packs, one of them acknowledged, and a request for a record in the middle
/// of being read.</summary>
internal static class DemoPacks
{
    /// <param name="give">The services of a scope of its own.</param>
    /// <param name="men">People held in the men's prison, as the other special cases count them.</param>
    public static async Task AddAsync(IServiceProvider give, IReadOnlyList<PersonId> men, DateTimeOffset now, CancellationToken stop)
    {
        var administrator = ActorOf(Role.CaseAdmin);
        await give.GetRequiredService<MakeDuePacks>().DoAsync(stop);   // those of the movements that the files brought
        await TransferAsync(give, men[9], now, administrator, stop);

        var made = await give.GetRequiredService<MakeHandoverPack>().DoAsync(
            new(men[1], New(give), "LHI", "Back from a production at another prison", IsConsistentWithPlan: true, "He likes to be told about changes a day before. His reading glasses are in reception."),
            administrator, stop);
        await give.GetRequiredService<MakeHandoverPack>().DoAsync(
            new(men[2], New(give), "LHI", "Planned move for a programme place", IsConsistentWithPlan: true, null), administrator, stop);
        if (made is Outcome<FactId>.Done { Value: var pack })
        {
            await give.GetRequiredService<AcknowledgeHandoverPack>().DoAsync(new(men[1], pack, 1, "The last OASys assessment is not in it"), administrator, stop);
        }

        await RequestAsync(give, men[1], now.LondonDate, stop);
    }

    /// <summary>A transfer under way.</summary>
    private static async Task TransferAsync(IServiceProvider give, PersonId person, DateTimeOffset now, Actor by, CancellationToken stop) =>
        await give.GetRequiredService<RecordMovement>().DoAsync(
            new(person, New(give), new MovementForm { Reason = "T-POP", HappenedAt = now.AddMinutes(-40), To = new("LEI"), Comment = "Overcrowding draft" }), by, stop);

    private static async Task RequestAsync(IServiceProvider give, PersonId person, DateOnly today, CancellationToken stop)
    {
        var officer = ActorOf(Role.RecordsOfficer);
        var number = await give.GetRequiredService<ThroughcareDb>().Identifiers.Current()
            .Where(i => i.PersonId == person && i.Kind == IdentifierKind.Noms).Select(i => i.Canonical).FirstOrDefaultAsync(stop);
        var received = await give.GetRequiredService<ReceiveSubjectAccess>().DoAsync(new(New(give), number, today.AddDays(-9), "Letter"), officer, stop);
        if (received is Outcome<ReceiveSubjectAccess.Received>.Done { Value.Id: var request })
        {
            await give.GetRequiredService<MoveSubjectAccess>().DoAsync(
                new(person, request, 1, SubjectAccessStep.CheckIdentity, "Prison number, photograph and signature compared by the wing officer"), officer, stop);
            await give.GetRequiredService<CollectSubjectAccess>().DoAsync(new(person, request, 2), officer, stop);
        }
    }

    private static FactId New(IServiceProvider give) => new(give.GetRequiredService<IdSource>().Next());

    private static Actor ActorOf(Role role)
    {
        var demo = DemoAccounts.All.First(d => d.Roles.Any(r => r.Role == role));
        return new Actor(demo.StaffId, role, demo.Roles.First(r => r.Role == role).Place, Door.Job);
    }
}
