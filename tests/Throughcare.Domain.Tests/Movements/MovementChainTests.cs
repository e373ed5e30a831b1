using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Domain.Tests.Movements;

public sealed class MovementChainTests
{
    private static readonly PersonId Person = A.PersonId;
    private static readonly DateTimeOffset Now = A.Monday;

    [Fact]
    public void A_first_reception_fits() => Assert.Empty(Check([], Move("ADM", "R-SENT", -3, "LHI")));

    [Fact]
    public void A_reception_while_the_record_says_the_person_is_in_a_prison_is_refused_and_asks_for_the_movement_out() =>
        Assert.NotEmpty(Check([Move("ADM", "R-SENT", -3, "LHI")], Move("ADM", "R-SENT", -1, "LNI")));

    [Fact]
    public void Out_to_court_and_back_is_a_chain() =>
        Assert.Empty(Check([Move("ADM", "R-SENT", -9, "LHI"), Move("CRT", "C-CRT", -3, null)], Move("ADM", "R-CRT", -2, "LHI")));

    [Fact]
    public void Nobody_leaves_twice_without_coming_back() =>
        Assert.Contains("Record the movement in first", Assert.Single(Check([Move("ADM", "R-SENT", -9, "LHI"), Move("REL", "L-CRT", -3, null)], Move("CRT", "C-CRT", -1, null))).Message);

    [Fact]
    public void The_first_movement_of_a_record_may_be_one_out() => Assert.Empty(Check([], Move("REL", "L-CRT", -1, null)));

    [Fact]
    public void Two_movements_can_not_happen_at_the_same_instant() =>
        Assert.Contains("different time", Assert.Single(Check([Move("ADM", "R-SENT", -3, "LHI")], Move("CRT", "C-CRT", -3, null))).Message);

    [Fact]
    public void A_movement_can_not_lie_in_the_future() =>
        Assert.Equal(nameof(Movement.HappenedAt), Assert.Single(Check([], Move("ADM", "R-SENT", 1, "LHI"))).Field);

    [Fact]
    public void A_video_court_takes_nobody_anywhere() => Assert.Empty(Check([], Move("CRT", "C-VLC", -1, null)));

    private static IReadOnlyList<Refusal> Check(IEnumerable<Movement> others, Movement movement) => MovementChain.Check(others, movement, held: null, Now);

    private static Movement Move(string type, string reason, int hours, string? to) => new()
    {
        Id = A.FactId,
        PersonId = Person,
        Type = type,
        Reason = reason,
        HappenedAt = Now.AddHours(hours),
        To = to is null ? null : new PlaceCode(to),
        ValidFrom = new(2026, 1, 5),
        Recorded = A.Entry,
    };
}
