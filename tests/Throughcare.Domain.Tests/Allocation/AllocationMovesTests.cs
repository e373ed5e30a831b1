using CsCheck;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Domain.Tests.Allocation;

public sealed class AllocationMovesTests
{
    private static readonly PersonId Person = A.PersonId;

    private static readonly StaffId One = new(A.IdSource.Next());

    private static readonly StaffId Two = new(A.IdSource.Next());

    private static readonly PlaceCode Here = new("LHI");

    [Fact]
    public void The_first_allocation_of_a_stay_and_a_change_of_POM_are_different_events()
    {
        var first = Allocated(null, One);
        var second = Allocated(first, Two);

        Assert.Equal((AllocationEvent.AllocatePrimaryPom, AllocationEvent.ReallocatePrimaryPom), (first.Event, second.Event));
        Assert.Equal((first.Id, 2, AllocationState.Primary), (second.Id, second.Version, AllocationMoves.StateOf(second)));
    }

    [Fact]
    public void At_another_prison_it_is_the_first_again_and_no_co_worker_comes_along()
    {
        var both = Done(AllocationMoves.SetCoWorker(Allocated(null, One), Two, "Two", null, A.Entry));

        var there = Done(AllocationMoves.Allocate(both, new(new PlaceCode("LEI"), One, "One", "B"), Person, A.FactId, A.Entry));

        Assert.Equal((AllocationEvent.AllocatePrimaryPom, (StaffId?)null), (there.Event, there.CoWorker));
    }

    [Fact]
    public void A_co_worker_comes_and_goes()
    {
        var both = Done(AllocationMoves.SetCoWorker(Allocated(null, One), Two, "Two", "Shadowing", A.Entry));
        var alone = Done(AllocationMoves.RemoveCoWorker(both, A.Entry));

        Assert.Equal((AllocationState.Both, AllocationEvent.AllocateSecondaryPom), (AllocationMoves.StateOf(both), both.Event));
        Assert.Equal((AllocationState.Primary, AllocationEvent.DeallocateSecondaryPom), (AllocationMoves.StateOf(alone), alone.Event));
    }

    [Fact]
    public void Without_its_POM_a_case_keeps_the_co_worker_until_a_POM_is_allocated_again()
    {
        var both = Done(AllocationMoves.SetCoWorker(Allocated(null, One), Two, "Two", null, A.Entry));

        var left = Done(AllocationMoves.RemovePom(both, AllocationTrigger.InactivePom, A.Entry));
        var again = Allocated(left, One);

        Assert.Equal(AllocationState.CoWorkerOnly, AllocationMoves.StateOf(left));
        Assert.Equal((AllocationState.Both, AllocationEvent.AllocatePrimaryPom), (AllocationMoves.StateOf(again), again.Event));
    }

    [Fact]
    public void Nobody_is_both_POM_and_co_worker_of_one_case()
    {
        var both = Done(AllocationMoves.SetCoWorker(Allocated(null, One), Two, "Two", null, A.Entry));

        Assert.Equal(AllocationMoves.SameAsCoWorker, Refused(AllocationMoves.Allocate(both, new(Here, Two, "Two", "B"), Person, A.FactId, A.Entry)));
        Assert.Equal(AllocationMoves.SameAsCoWorker, Refused(AllocationMoves.SetCoWorker(Allocated(null, One), One, "One", null, A.Entry)));
        Assert.Equal("Primary POM cannot be the same as co-working POM", AllocationMoves.SameAsCoWorker);
    }

    [Fact]
    public void Nothing_is_allocated_without_a_tier_and_no_co_worker_without_a_POM()
    {
        Assert.Equal("Enter a tier before allocating", Refused(AllocationMoves.Allocate(null, new(Here, One, "One", " "), Person, A.FactId, A.Entry)));
        Assert.Equal("Allocate a POM before adding a co-working POM", Refused(AllocationMoves.SetCoWorker(null, One, "One", null, A.Entry)));
        Assert.Equal("There is no co-working POM", Refused(AllocationMoves.RemoveCoWorker(Allocated(null, One), A.Entry)));
    }

    [Fact]
    public void Whatever_is_done_the_two_are_never_one_and_each_version_follows_the_last() =>
        Gen.Int[0, 11].Array[0, 30].Sample(acts =>
        {
            AllocationRecord? record = null;
            foreach (var act in acts)
            {
                var staff = act % 2 == 0 ? One : Two;
                var next = (act / 2) switch
                {
                    0 or 1 => AllocationMoves.Allocate(record, new(act < 3 ? Here : new PlaceCode("LEI"), staff, "Name", "B"), Person, A.FactId, A.Entry),
                    2 => AllocationMoves.SetCoWorker(record, staff, "Name", null, A.Entry),
                    3 => AllocationMoves.RemoveCoWorker(record, A.Entry),
                    4 => AllocationMoves.RemovePom(record, AllocationTrigger.User, A.Entry),
                    _ => AllocationMoves.End(record, AllocationEnding.Release, A.Entry) is { } ended ? ended : new Refusal("", "Nobody has it"),
                };
                if (next is Outcome<AllocationRecord>.Done { Value: var after })
                {
                    Assert.Equal(((record?.Version ?? 0) + 1, record?.Id ?? after.Id), (after.Version, after.Id));
                    record = after;
                }

                Assert.True(record?.Pom is null || record.Pom != record.CoWorker);
            }
        });

    [Theory]
    [InlineData("REL", "L-CRD", null, AllocationTrigger.OffenderReleased)]
    [InlineData("REL", "L-BAIL", null, AllocationTrigger.OffenderReleased)]
    [InlineData("REL", "D-CUS", null, AllocationTrigger.OffenderReleased)]
    [InlineData("ADM", "R-TRN", "LEI", AllocationTrigger.OffenderTransferred)]
    [InlineData("ADM", "R-HOSP", "LEI", AllocationTrigger.OffenderTransferred)]
    [InlineData("ADM", "R-TRN", "LHI", null)]
    [InlineData("ADM", "R-CRT", "LHI", null)]
    [InlineData("TRN", "T-POP", "LEI", null)]
    [InlineData("CRT", "C-CRT", null, null)]
    [InlineData("TAP", "A-ROTL", null, null)]
    [InlineData("REL", "X-ESC", null, null)]
    [InlineData("REL", "L-HOSP", null, null)]
    [InlineData("REL", "L-ERR", null, null)]
    public void Movements_end_an_allocation_or_leave_it(string type, string reason, string? to, AllocationTrigger? trigger)
    {
        Assert.Equal(trigger, AllocationEndings.By(MovementOf(type, reason, to), Here)?.Trigger);
    }

    [Theory]
    [InlineData("REL", "L-CRD", null, "RELEASED")]
    [InlineData("REL", "D-CUS", null, "RELEASED")]
    [InlineData("TRN", "T-PLAN", "LEI", "TRANSFER")]
    [InlineData("TRN", "T-PLAN", null, null)]
    [InlineData("TRN", "T-PLAN", "LHI", null)]
    [InlineData("TRN", "T-CRT", "LEI", null)]
    [InlineData("TRN", "T-MED", "LEI", null)]
    [InlineData("ADM", "R-TRN", "LEI", "TRANSFER")]
    [InlineData("ADM", "R-CRT", "LHI", null)]
    [InlineData("CRT", "C-CRT", null, null)]
    [InlineData("TAP", "A-ROTL", null, null)]
    [InlineData("REL", "X-ESC", null, null)]
    [InlineData("REL", "L-HOSP", null, null)]
    public void A_key_worker_ends_when_the_person_leaves_for_another_prison(string type, string reason, string? to, string? ends) =>
        Assert.Equal(ends, AllocationEndings.OfKeyWorkerBy(MovementOf(type, reason, to), Here));

    [Fact]
    public void A_move_to_a_removal_centre_ends_it_as_a_release_does()
    {
        var centre = Establishments.Table.Rows.First(place => place.Type == "IRC");

        Assert.Equal(AllocationEnding.Release, AllocationEndings.ByReception(new PlaceCode(centre.Code), Here));
    }

    [Fact]
    public void Ending_takes_both_and_ends_nothing_twice()
    {
        var both = Done(AllocationMoves.SetCoWorker(Allocated(null, One), Two, "Two", null, A.Entry));

        var ended = AllocationMoves.End(both, AllocationEnding.Transfer, A.Entry);

        Assert.Equal((AllocationState.None, AllocationEvent.DeallocatePrimaryPom, AllocationTrigger.OffenderTransferred), (AllocationMoves.StateOf(ended), ended!.Event, ended.Trigger));
        Assert.Null(AllocationMoves.End(ended, AllocationEnding.Release, A.Entry));
    }

    [Fact]
    public void Recent_POMs_are_the_last_three_different_ones_whose_time_is_over()
    {
        DateOnly start = new(2025, 1, 1);
        ManagerAssignment[] spells = [Spell("A", start, 1), Spell("B", start, 2), Spell("A", start, 3), Spell("C", start, 4), Spell("D", start, 5), Spell("E", start, null)];

        var recent = RecentPoms.Of([.. spells, Spell("X", start, 6) with { Part = ManagerPart.CoWorking }, Spell("Y", start, 7) with { Role = Role.Com }]);

        Assert.Equal(["D", "C", "A"], recent.Select(term => term.Name));
        Assert.Equal(start.AddMonths(3), recent[2].To);
    }

    private static ManagerAssignment Spell(string name, DateOnly start, int? months) => new()
    {
        Id = A.FactId,
        PersonId = Person,
        ValidFrom = start,
        ValidTo = months is { } count ? start.AddMonths(count) : null,
        Recorded = A.Entry,
        Role = Role.Pom,
        Name = name,
    };

    private static Movement MovementOf(string type, string reason, string? to) => new()
    {
        Id = A.FactId,
        PersonId = Person,
        ValidFrom = new(2026, 1, 5),
        Recorded = A.Entry,
        Type = type,
        Reason = reason,
        HappenedAt = A.Monday,
        From = Here,
        To = to is null ? null : new PlaceCode(to),
    };

    private static AllocationRecord Allocated(AllocationRecord? running, StaffId pom) => Done(AllocationMoves.Allocate(running, new(Here, pom, "Name", "B"), Person, A.FactId, A.Entry));

    private static AllocationRecord Done(Outcome<AllocationRecord> outcome) => Assert.IsType<Outcome<AllocationRecord>.Done>(outcome).Value;

    private static string Refused(Outcome<AllocationRecord> outcome) => Assert.Single(Assert.IsType<Outcome<AllocationRecord>.Refused>(outcome).Why).Message;
}
