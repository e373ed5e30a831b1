using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application.Standards;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Standards;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Standards;

public abstract class TimelinessFiguresTests(DatabaseKind kind)
{
    private static readonly DateOnly Today = new(2026, 1, 5);

    private static readonly FigureRequest Period = new(new(2025, 2, 1), Today);

    public sealed class OnSqlite() : TimelinessFiguresTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : TimelinessFiguresTests(DatabaseKind.Postgres);

    [Fact]
    public async Task The_database_counts_every_item_as_the_rule_does()
    {
        await using var database = await OpenAsync();
        List<DueItem> items = [];
        foreach (var state in Enum.GetValues<ItemState>())
        {
            foreach (var due in new[] { Today.AddDays(-40), Today.AddDays(-1), Today })
            {
                foreach (var (deferred, counts) in new[] { (false, false), (true, false), (true, true) })
                {
                    foreach (var fair in new DateOnly?[] { null, Today.AddDays(-1), Today.AddDays(3) })
                    {
                        var item = DueItems.Of(A.PersonId, due, state);
                        items.Add(item with { IsDeferred = deferred, CountsOriginalDue = counts, FairDueOn = fair, EffectiveDueOn = deferred ? due.AddDays(10) : due, Note = state is ItemState.NotApplicable ? "Exempt" : null });
                    }
                }
            }
        }

        await SaveAsync(database, items);

        foreach (var role in new[] { Role.HeadOmu, Role.NationalManager })
        {
            var actor = role is Role.HeadOmu ? A.Actor(role) : A.Actor(role, PlaceCode.Nation.Text);
            var counted = items.Where(i => i.EffectiveDueOn <= Today.AddDays(30)).Select(i => TimelinessCount.OfPart(FigureParts.PartOf(i, Today, role is Role.NationalManager), 1, i.EvidenceRecordedLate ? 1 : 0));

            var line = Assert.Single(await Figures(database).ByAsync(FigureBy.Family, Period with { To = Today.AddDays(30) }, actor, default));

            Assert.Equal(TimelinessCount.Sum(counted), line.Figure);
        }
    }

    [Fact]
    public async Task Two_prisons_are_counted_each_and_together_and_each_reader_sees_their_own()
    {
        await using var database = await OpenAsync();
        await SaveAsync(database, [
            .. Many(9, ItemState.MetOnTime, "LHI"), .. Many(1, ItemState.MetLate, "LHI"), .. Many(30, ItemState.MetOnTime, "MDI"), .. Many(30, ItemState.Missed, "MDI"),
        ]);

        var national = await Figures(database).ByAsync(FigureBy.Place, Period, A.Actor(Role.NationalManager, PlaceCode.Nation.Text), default);
        var own = await Figures(database).ByAsync(FigureBy.Place, Period, A.Actor(Role.HeadOmu), default);

        Assert.Equal("56% (39 of 70)", TimelinessCount.Sum(national.Select(line => line.Figure)).OnTimeWords);
        Assert.Equal(("LHI", "90% (9 of 10)"), (Assert.Single(own).Key, own[0].Figure.OnTimeWords));
        Assert.Empty(await Figures(database).ByAsync(FigureBy.Place, Period with { Place = new("MDI") }, A.Actor(Role.HeadOmu), default));
        Assert.Empty(await Figures(database).ByAsync(FigureBy.Place, Period, A.Actor(Role.Pom), default));
    }

    [Fact]
    public async Task A_region_is_its_delivery_units_and_the_prisons_that_lie_in_it()
    {
        await using var database = await OpenAsync();
        await SaveAsync(database, [.. Many(9, ItemState.MetOnTime, "LHI"), .. Many(4, ItemState.MetOnTime, "N55P07"), .. Many(30, ItemState.Missed, "LNI")]);

        var region = await Figures(database).ByAsync(FigureBy.Place, Period, A.Actor(Role.RegionalManager, "N55"), default);
        var asked = await Figures(database).ByAsync(FigureBy.Place, Period with { Place = new("N55") }, A.Actor(Role.NationalManager, PlaceCode.Nation.Text), default);
        var unit = await Figures(database).ByAsync(FigureBy.Place, Period, A.Actor(Role.HeadPdu, "N55P07"), default);

        Assert.Equal(["LHI", "N55P07"], region.Select(line => line.Key).Order());
        Assert.Equal(["LHI", "N55P07"], asked.Select(line => line.Key).Order());
        Assert.Equal("N55P07", Assert.Single(unit).Key);
    }

    [Fact]
    public async Task Of_each_case_the_latest_item_alone_counts_where_cases_are_counted()
    {
        await using var database = await OpenAsync();
        var (one, other) = (A.PersonId, A.PersonId);
        await SaveAsync(database, [
            DueItems.Of(one, new(2025, 6, 1), ItemState.Missed), DueItems.Of(one, new(2025, 9, 1), ItemState.MetLate), DueItems.Of(one, new(2025, 12, 1), ItemState.MetOnTime),
            DueItems.Of(other, new(2025, 6, 1), ItemState.MetOnTime), DueItems.Of(other, new(2026, 1, 20)),
        ]);

        var items = Assert.Single(await Figures(database).ByAsync(FigureBy.Family, Period, A.Actor(Role.HeadOmu), default));
        var cases = Assert.Single(await Figures(database).ByAsync(FigureBy.Family, Period with { ByCase = true }, A.Actor(Role.HeadOmu), default));

        Assert.Equal("50% (2 of 4)", items.Figure.OnTimeWords);
        Assert.Equal("100% (2 of 2)", cases.Figure.OnTimeWords);
    }

    [Fact]
    public async Task Guidance_of_our_own_counts_only_where_it_is_asked_for()
    {
        await using var database = await OpenAsync();
        await SaveAsync(database, [DueItems.Of(A.PersonId, new(2025, 12, 1), ItemState.MetOnTime, family: "alloc_supervisor") with { Confidence = Confidence.D }]);
        var reader = A.Actor(Role.HeadOmu);

        Assert.Empty(await Figures(database).ByAsync(FigureBy.Family, Period, reader, default));
        Assert.Single(await Figures(database).ByAsync(FigureBy.Family, Period with { WithGuidance = true }, reader, default));
        Assert.Single(await Figures(database).ByAsync(FigureBy.Family, Period with { Family = "alloc_supervisor" }, reader, default));
    }

    [Fact]
    public async Task Figures_stand_as_they_were_known_at_the_end_of_an_earlier_day()
    {
        await using var database = await OpenAsync();
        var open = DueItems.Of(A.PersonId, new(2025, 12, 10)) with { RecordedAt = A.Monday.AddDays(-40), ReplacedAt = A.Monday.AddDays(-2) };
        await SaveAsync(database, [open, open with { Version = 2, State = ItemState.MetLate, EvidenceOn = new(2025, 12, 20), RecordedAt = A.Monday.AddDays(-2), ReplacedAt = null }]);
        var reader = A.Actor(Role.HeadOmu);

        var now = Assert.Single(await Figures(database).ByAsync(FigureBy.Month, Period, reader, default));
        var then = Assert.Single(await Figures(database).ByAsync(FigureBy.Month, Period with { AsAt = new(2025, 12, 15) }, reader, default));
        var early = await Figures(database).ByAsync(FigureBy.Month, Period with { AsAt = new(2025, 12, 9) }, reader, default);

        Assert.Equal(("202512", 1, 0), (now.Key, now.Figure.Late, now.Figure.Overdue));
        Assert.Equal((0, 1), (then.Figure.Late, then.Figure.Overdue));
        Assert.Empty(early);
    }

    [Fact]
    public async Task In_scope_and_out_of_scope_stand_beside_all_and_the_unknown_is_in_neither()
    {
        await using var database = await OpenAsync();
        await SaveAsync(database, [
            .. Many(3, ItemState.MetOnTime, "LHI"), .. Many(2, ItemState.Missed, "LHI").Select(item => item with { InScope = false }), .. Many(1, ItemState.Missed, "LHI").Select(item => item with { InScope = null }),
        ]);

        var line = Assert.Single(await Figures(database).ByFamilyAndScopeAsync(Period, A.Actor(Role.HeadOmu), default));

        Assert.Equal(("50% (3 of 6)", "100% (3 of 3)", "0% (0 of 2)"), (line.All.OnTimeWords, line.InScope.OnTimeWords, line.OutOfScope.OnTimeWords));
    }

    [Fact]
    public async Task Behind_a_figure_stand_the_people_whom_the_reader_reaches_and_the_number_of_the_others()
    {
        await using var database = await OpenAsync();
        var (here, elsewhere) = (A.PersonId, A.PersonId);
        await using (var db = database.Open())
        {
            db.AddRange(
                new Person { Id = here, CreatedAt = A.Monday }, new Person { Id = elsewhere, CreatedAt = A.Monday },
                new PersonName { Id = A.FactId, PersonId = here, Type = NameType.Current, First = "Ada", Last = "Zabrake", ValidFrom = new(2025, 1, 1), Recorded = A.Entry },
                new PersonReach { PersonId = here, Holder = ReachHolder.Of(new PlaceCode("LHI")), Kind = ReachKind.Unit, From = new(2025, 1, 1) });
            await db.SaveChangesAsync();
        }

        await SaveAsync(database, [DueItems.Of(here, new(2025, 12, 1), ItemState.Missed), DueItems.Of(elsewhere, new(2025, 12, 2), ItemState.Missed), DueItems.Of(here, new(2025, 12, 3), ItemState.MetOnTime)]);
        var reader = A.Actor(Role.HeadOmu);

        using var scope = database.Services.CreateScope();
        var people = scope.ServiceProvider.GetRequiredService<PeopleBehindFigure>();
        var missed = await people.OfAsync(Period, PeopleBehindFigure.Which.Missed, 1, 25, reader, default);
        var all = await people.OfAsync(Period, PeopleBehindFigure.Which.All, 1, 1, reader, default);

        Assert.Equal(("Zabrake, Ada", FigurePart.Missed), (Assert.Single(missed.Rows).LastCommaFirst, missed.Rows[0].Part));
        Assert.Equal((1, 1), (missed.Total, missed.Others));
        Assert.Equal((1, 2, 1), (all.Rows.Count, all.Total, all.Others));
    }

    private static IEnumerable<DueItem> Many(int count, ItemState state, string place) => Enumerable.Range(0, count).Select(_ => DueItems.Of(A.PersonId, new(2025, 11, 20), state, place));

    private static async Task SaveAsync(TestDatabase database, IEnumerable<DueItem> items)
    {
        await using var db = database.Open();
        db.AddRange(items);
        await db.SaveChangesAsync();
    }

    private static TimelinessFigures Figures(TestDatabase database) => database.Services.CreateScope().ServiceProvider.GetRequiredService<TimelinessFigures>();

    private Task<TestDatabase> OpenAsync() => TestDatabase.CreateAsync(kind);
}
