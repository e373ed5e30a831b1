using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record.Handover;

/// <summary>Something that asks for a pack.</summary>
/// <param name="Id">The movement, the booking, or the spell of a manager.</param>
/// <param name="On">Its day.</param>
/// <param name="To">To whom the pack is offered; <see langword="null"/> where the record has to say.</param>
public sealed record PackCause(FactId Id, HandoverPackKind Kind, DateOnly On, PlaceCode? From, PlaceCode? To, string? Reason)
{
    public bool? IsConsistentWithPlan { get; init; }
}

/// <summary>Which bookings and changes of manager ask for a pack. For movements see <see cref="PackMovements"/>.</summary>
public static class PackCauses
{
    /// <summary>Code of <c>allocation-end-reasons.csv</c> by which the prison manager's lead ends because the community manager has it now.</summary>
    public const string HandedOver = "HANDOVER";

    /// <summary>What stands of this person's bookings.</summary>
    public static IEnumerable<PackCause> Of(IEnumerable<TransferBooking> bookings, DateOnly today) =>
        bookings.Where(b => b.StandsOn(today)).Select(b => new PackCause(b.Id, HandoverPackKind.Booking, b.MoveOn, b.From, b.To, MovementEffects.Find(b.Reason)?.Description)
        {
            IsConsistentWithPlan = b.IsConsistentWithPlan,
        });

    /// <summary>A community manager of another delivery unit took over; or the lead went from the prison's manager to the community's.</summary>
    /// <param name="spells">Of all managers of one person, as they are believed.</param>
    /// <param name="since">What happened before this day asks for nothing.</param>
    public static IEnumerable<PackCause> Of(IEnumerable<ManagerAssignment> spells, DateOnly since, DateOnly today)
    {
        var all = spells.Where(m => !m.Withdrawn && m.ValidFrom <= today).OrderBy(m => m.ValidFrom).ThenBy(m => m.Id.Value).ToList();
        var com = all.FindLast(m => m.Role is Role.Com && m.IsTrueOn(today));
        if (com is { Place: { } place } && com.ValidFrom >= since && IsTimely(com.ValidFrom, com)
            && all.FindLast(m => m.Role is Role.Com && m.Id != com.Id && m.ValidFrom < com.ValidFrom && m.Place is not null) is { Place: { } before }
            && (UnitOf(before), UnitOf(place)) is ({ } left, { } reached) && left != reached)
        {
            yield return new(com.Id, HandoverPackKind.AreaTransfer, com.ValidFrom, left, reached, "Transfer to another area of probation");
        }

        if (all.FindLast(m => m is { Role: Role.Pom, EndReason: HandedOver }) is { ValidTo: { } last } pom && last >= since && last <= today && IsTimely(last, pom) && com is not null)
        {
            yield return new(pom.Id, HandoverPackKind.Handover, last, pom.Place, com.Place is { } to ? UnitOf(to) ?? to : null, "Responsibility goes from the prison to the community");
        }
    }

    private static bool IsTimely(DateOnly day, ManagerAssignment spell) =>
        spell.Recorded.At.LondonDate.DayNumber - day.DayNumber <= PackMovements.DaysAfter;

    /// <summary>The delivery unit that a place is, or that its team belongs to.</summary>
    private static PlaceCode? UnitOf(PlaceCode place) =>
        ProbationPlaces.Find(place.Text) is { Level: ProbationLevel.Pdu } ? place : Places.PduOfTeam(place.Text) is { } pdu ? new PlaceCode(pdu.Code) : null;
}
