using Throughcare.Domain.Access;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Xunit;

namespace Throughcare.Domain.Tests.Facts;

public sealed class WhereLineTests
{
    private static readonly PlaceCode A = new("LEI");
    private static readonly PlaceCode B = new("LHI");
    private static readonly Entry Entry = new(At(12, 1, 2025), StaffId.System, Role.System, PlaceCode.Nation, "Test");
    private static readonly Movement Reception = Move("ADM", "R-SENT", At(12, 1, 2025), to: A);

    [Fact]
    public void Received_and_no_cell_recorded() =>
        Assert.Equal($"In custody: {Places.Name(A)}, cell not recorded", Line([Reception]));

    [Fact]
    public void Out_to_court_and_not_back() =>
        Assert.Equal($"At court from {Places.Name(A)}", Line([Reception, Move("CRT", "C-CRT", At(1, 5), from: A)]));

    [Fact]
    public void A_video_court_moves_nobody() =>
        Assert.Equal($"In custody: {Places.Name(A)}, cell not recorded", Line([Reception, Move("CRT", "C-VLC", At(1, 5), from: A)]));

    [Fact]
    public void Transferred_out_and_not_received() =>
        Assert.Equal($"In transit to {Places.Name(B)}", Line([Reception, Move("TRN", "T-PLAN", At(1, 5), from: A, to: B)]));

    [Fact]
    public void Released_on_licence_to_a_team() =>
        Assert.Equal(
            $"In the community: {ProbationPlaces.Find("N50P01")!.Description}, T",
            Line([Reception, Move("REL", "L-CRD", At(1, 2), from: A)], i => i with { Team = new("N50P01"), TeamName = "T" }));

    [Fact]
    public void Recalled_and_not_received() =>
        Assert.Equal(
            "Recalled 4 January 2026, not yet in custody",
            Line([Reception, Move("REL", "L-CRD", At(1, 2), from: A)], i => i with { RecalledOn = new(2026, 1, 4) }));

    [Fact]
    public void A_recall_is_over_once_they_are_received() =>
        Assert.Equal(
            $"In custody: {Places.Name(B)}, cell not recorded",
            Line([Reception, Move("REL", "L-CRD", At(1, 2), from: A), Move("ADM", "R-RCL", At(1, 5), to: B)], i => i with { RecalledOn = new(2026, 1, 4) }));

    [Theory]
    [InlineData(7, "On temporary release until 7 January 2026")]
    [InlineData(4, "Unlawfully at large since 4 January 2026")]
    public void On_temporary_release_until_due_back_and_unlawfully_at_large_after(int due, string line) =>
        Assert.Equal(line, Line([Reception, Move("TAP", "A-ROTL", At(1, 3), from: A) with { DueBackAt = At(1, due) }]));

    [Theory]
    [InlineData("X-ABS", "Unlawfully at large since 2 January 2026")]
    [InlineData("L-ERR", "Unlawfully at large since 2 January 2026")]
    [InlineData("D-CUS", "Died 2 January 2026")]
    [InlineData("L-SED", "Supervision ended 2 January 2026")]
    [InlineData("L-DEP", "In immigration detention or removed since 2 January 2026")]
    [InlineData("L-HOSP", "In hospital: name not recorded")]
    public void Each_way_out_has_its_line(string reason, string line) =>
        Assert.Equal(line, Line([Reception, Move("REL", reason, At(1, 2), from: A)]));

    [Fact]
    public void Supervision_ends_with_the_licence() =>
        Assert.Equal("Supervision ended 3 January 2026", Line([Reception, Move("REL", "L-CRD", At(1, 2), from: A)], i => i with { SupervisionEndsOn = new(2026, 1, 3) }));

    [Fact]
    public void Nothing_recorded_is_said_so() => Assert.Equal("Not recorded", Line([]));

    [Fact]
    public void Every_place_of_the_table_can_be_told_apart_by_rules() =>
        Assert.All(CasePlaces.Table.Rows, place => Assert.NotEqual("", new Whereabouts(place.Code).Place.RulePlace));

    [Fact]
    public void While_in_transit_the_prison_that_sent_them_answers_for_them() =>
        Assert.Equal(A, WhereaboutsRule.Of(new(At(1, 5, hour: 12)) { Movements = [Reception, Move("TRN", "T-PLAN", At(1, 5), from: A, to: B)] })!.Establishment);

    private static string Line(IReadOnlyList<Movement> moves, Func<WhereaboutsInput, WhereaboutsInput>? more = null)
    {
        WhereaboutsInput input = new(At(1, 5, hour: 12)) { Movements = moves };
        return WhereLine.Of(WhereaboutsRule.Of(more is null ? input : more(input)));
    }

    private static DateTimeOffset At(int month, int day, int year = 2026, int hour = 9) => new(year, month, day, hour, 0, 0, TimeSpan.Zero);

    private static Movement Move(string type, string reason, DateTimeOffset at, PlaceCode? from = null, PlaceCode? to = null) => new()
    {
        Id = new(Guid.CreateVersion7()),
        PersonId = new(Guid.Empty),
        Type = type,
        Reason = reason,
        HappenedAt = at,
        From = from,
        To = to,
        ValidFrom = at.LondonDate,
        Recorded = Entry,
    };
}
