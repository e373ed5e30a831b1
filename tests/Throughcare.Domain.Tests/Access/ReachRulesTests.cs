using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Domain.Tests.Access;

public sealed class ReachRulesTests
{
    private static readonly PersonId Person = A.PersonId;
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Fact]
    public void The_prison_that_holds_a_person_reaches_them_from_the_first_day() =>
        Assert.Equal(["P:LHI Unit 2026-03-02 -"], Said(ReachRules.After([], [new(null, Cell("LHI", Day))])));

    [Fact]
    public void A_move_to_another_cell_of_the_same_prison_changes_nobodys_reach() =>
        Assert.Empty(ReachRules.After([Unit("LHI")], [.. Succession.Of(Cell("LHI", Day), Cell("LHI", Day.AddDays(5)))]));

    [Fact]
    public void The_prison_that_a_person_leaves_keeps_reach_for_twelve_months() =>
        Assert.Equal(
            ["P:LHI EarlierUnit 2026-03-12 2027-03-11", "P:LHI Unit 2026-03-02 2026-03-11", "P:LNI Unit 2026-03-12 -"],
            Said(ReachRules.After([Unit("LHI")], [.. Succession.Of(Cell("LHI", Day), Cell("LNI", new(2026, 3, 12)))])));

    [Fact]
    public void A_prison_that_was_recorded_by_mistake_loses_reach_at_once()
    {
        var mistake = Cell("LNI", Day);

        var reach = ReachRules.After([Unit("LNI")], [new(mistake, mistake.WithdrawnBy(A.Entry))]);

        Assert.DoesNotContain(reach, r => r.Kind is ReachKind.Unit && (r.Until is null || r.Until >= Day));
    }

    [Fact]
    public void The_end_of_a_poms_work_does_not_take_the_record_from_the_prison_that_still_holds_the_person()
    {
        var pom = Manager(Role.Pom, "LHI");

        var reach = ReachRules.After([Unit("LHI")], [new(pom, pom.EndedOn(new(2026, 4, 1), A.Entry))]);

        Assert.DoesNotContain(reach, r => r.Holder == "P:LHI");
        Assert.Equal(new DateOnly(2027, 4, 1), Assert.Single(reach, r => r.Kind is ReachKind.Manager).Until);
    }

    [Fact]
    public void The_delivery_unit_of_the_community_manager_reaches_the_person_beside_the_prison() =>
        Assert.Contains("P:N55P07 Unit 2026-03-02 -", Said(ReachRules.After([Unit("LHI")], [new(null, Manager(Role.Com, "N55P07"))])));

    [Fact]
    public void Broken_glass_ends_to_the_minute()
    {
        var at = A.Monday;
        var glass = new GlassBreak
        {
            Id = A.FactId,
            PersonId = Person,
            ValidFrom = Day,
            Recorded = A.Entry,
            BrokenBy = new(A.IdSource.Next()),
            BrokenRole = Role.Com,
            BrokenPlace = new("N55P07"),
            Reason = "He is at the office now and says he will harm himself",
            EndsAt = at + GlassBreak.Lasts,
            ToldAt = new("LHI"),
            ReviewOn = Day.AddDays(GlassBreak.ReviewDays),
        };

        var reach = Assert.Single(ReachRules.After([], [new(null, glass)]));

        Assert.Equal((ReachKind.BreakGlass, WorkRelationship.OwnCase, at.AddHours(4)), (reach.Kind, reach.Kind.Relationship, reach.EndsAt!.Value));
    }

    private static IEnumerable<string> Said(IEnumerable<PersonReach> reach) =>
        reach.Select(r => $"{r.Holder} {r.Kind} {r.From:yyyy-MM-dd} {r.Until?.ToString("yyyy-MM-dd") ?? "-"}").Order(StringComparer.Ordinal);

    private static PersonReach Unit(string place) => new() { PersonId = Person, Holder = ReachHolder.Of(new PlaceCode(place)), Kind = ReachKind.Unit, From = Day };

    private static CellLocation Cell(string prison, DateOnly from) =>
        new() { Id = A.FactId, PersonId = Person, Prison = new(prison), Cell = $"{prison}-A-1-001", ValidFrom = from, Recorded = A.Entry };

    private static ManagerAssignment Manager(Role role, string place) => new()
    {
        Id = A.FactId,
        PersonId = Person,
        Role = role,
        StaffId = new(A.IdSource.Next()),
        Name = "Fennimore, Osric",
        Place = new(place),
        ValidFrom = Day,
        Recorded = A.Entry,
    };
}
