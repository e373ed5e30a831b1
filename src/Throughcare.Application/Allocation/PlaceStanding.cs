using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Storage;
using StaffNames = Throughcare.Application.Record.StaffNames;

namespace Throughcare.Application.Allocation;

/// <summary>What the managers of a prison or of a delivery unit see first: whom to allocate, what is missing, which handovers want a COM,
/// and whose work is late.</summary>
public sealed class PlaceStanding(ThroughcareDb db, AccessPolicy access, TimeProvider clock)
{
    /// <summary>Those with the most overdue work are named, so many of them.</summary>
    public const int MostNamed = 5;

    /// <param name="Overdue">Who has the most overdue, that first.</param>
    public sealed record Page(int ToAllocate, int Missing, int WithoutCom, IReadOnlyList<Late> Overdue)
    {
        /// <summary>The place is a prison: the first three counts are of people held there.</summary>
        public bool IsPrison { get; init; }
    }

    /// <param name="Name">Of the member of staff.</param>
    public sealed record Late(StaffId StaffId, string Name, int Count);

    /// <summary>Whether somebody in this role manages those who manage cases.</summary>
    public static bool IsFor(Role role) => role is Role.Homd or Role.HeadOmu or Role.Spo or Role.HeadPdu;

    public async Task<Page> OfAsync(Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var today = clock.GetUtcNow().LondonDate;
        var isPrison = Establishments.Find(actor.Place.Text) is { IsPrison: true };
        var overdue = await OverdueAsync(actor, today, stop);
        if (!isPrison)
        {
            return new(0, 0, 0, overdue);
        }

        var people = access.People(actor, Verb.ReadRecord);
        var here = Of(db, actor.Place).Where(s => people.Contains(s.PersonId));
        return new(
            await here.CountAsync(s => s.IsInScope == true && s.PomName == null && s.Missing == null, stop),
            await here.CountAsync(s => s.IsInScope == true && s.PomName == null && s.Missing != null, stop),
            await here.CountAsync(HandoverWork.ComOverdueOn(today), stop),
            overdue)
        { IsPrison = true };
    }

    /// <summary>Where the cases of those held in a prison stand, whoever asks.</summary>
    public static IQueryable<Standing> Of(ThroughcareDb db, PlaceCode prison) => db.Standings.Where(s => s.Prison == prison);

    private async Task<IReadOnlyList<Late>> OverdueAsync(Actor actor, DateOnly today, CancellationToken stop)
    {
        var (place, roles) = (actor.Place, ManagedBy(actor.Role));
        var counts = await db.DueItems
            .Where(i => i.ReplacedAt == null && i.State == ItemState.Open && i.Place == place && roles.Contains(i.Responsible) && i.EffectiveDueOn < today && i.ResponsibleStaff != null)
            .GroupBy(i => i.ResponsibleStaff!.Value).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
        var most = counts.OrderByDescending(c => c.Count).ThenBy(c => c.Key.Value).Take(MostNamed).ToList();
        var names = await StaffNames.OfAsync(db, most.Select(c => c.Key), stop);
        return [.. most.Select(c => new Late(c.Key, names[c.Key], c.Count))];
    }

    private static List<Role?> ManagedBy(Role role) => role is Role.Homd or Role.HeadOmu ? [Role.Pom] : [Role.Com];
}
