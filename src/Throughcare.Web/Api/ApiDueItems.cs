using System.Globalization;
using Throughcare.Application.Access;
using Throughcare.Application.Standards;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;

namespace Throughcare.Web.Api;

/// <param name="Id">Stays through every version.</param>
/// <param name="Person">What stands for the person in addresses.</param>
/// <param name="Rule">Of the rule set, such as PL-010.</param>
/// <param name="Family">Of one family, one item lives for one occurrence.</param>
/// <param name="State">UPCOMING, DUE_SOON, DUE, DEFERRED, MET_ON_TIME, MET_LATE, MISSED, NOT_DETERMINED or NOT_APPLICABLE, at the end of today.</param>
/// <param name="TriggerDate">The day the clock started.</param>
/// <param name="DueDate">The day it is due by the rule.</param>
/// <param name="DueAt">The instant, for rules in hours.</param>
/// <param name="EffectiveDueDate">The day it is due after deferral.</param>
/// <param name="ActBy">The last working day on or before it: advice, never scored.</param>
/// <param name="WindowOpens">Evidence of this day or later counts.</param>
/// <param name="DaysLate">Calendar days; 0 unless overdue or met late.</param>
/// <param name="Responsible">Code of the role whose it is.</param>
/// <param name="Staff">Who holds that role.</param>
/// <param name="Place">The place that answers for it.</param>
/// <param name="InScope">Of offender management on the day the clock started; null where that is not known.</param>
/// <param name="MetOn">The day it was met.</param>
/// <param name="Note">What is missing, or why it ended.</param>
/// <param name="Confidence">How sure the figure is: A to D.</param>
/// <param name="RuleSet">The first 12 characters of the SHA-256 of the rule set.</param>
public sealed record DueItemAnswer(
    Guid Id, string Person, string Rule, string Title, string Family, string State, bool IsOverdue, DateOnly TriggerDate, DateOnly DueDate, DateTimeOffset? DueAt, DateOnly EffectiveDueDate, DateOnly ActBy,
    DateOnly? WindowOpens, int DaysLate, string? Responsible, Guid? StaffId, string? Staff, PlaceAnswer? Place, bool? InScope, DateOnly? MetOn, bool IsRecordedLate, string? Note, string Confidence, string Source, string RuleSet)
{
    public static DueItemAnswer Of(DueItemsAfter.Row row)
    {
        ArgumentNullException.ThrowIfNull(row);

        var item = row.Item;
        var rule = StandardRuleSet.InUse.Find(item.Rule);
        return new(
            item.Id.Value, row.Person, item.Rule.ToString(), rule?.Title ?? FamilyWords.Of(item.Family), item.Family, DueStates.Of(item.StateOn(row.Day)).Code, item.IsOverdueOn(row.Day), item.TriggerOn, item.DueOn,
            item.DueAt, item.EffectiveDueOn, item.ActBy, item.WindowFrom > DateOnly.MinValue ? item.WindowFrom : null, item.DaysLateOn(row.Day), item.Responsible is { } role ? Roles.Of(role).Code : null,
            item.ResponsibleStaff?.Value, row.Staff, PlaceAnswer.Of(item.Place), item.InScope, item.EvidenceOn, item.EvidenceRecordedLate, item.Note, item.Confidence.ToString(), rule?.Source ?? "", item.RuleSet);
    }
}

/// <param name="Period">Items count whose due date, after deferral, lies in it.</param>
/// <param name="By">What the lines are told apart by.</param>
/// <param name="Basis">item: every item counts; case: the latest of each case.</param>
public sealed record TimelinessAnswer(PeriodAnswer Period, string By, string Basis, DateTimeOffset AsAt, TimelinessLineAnswer All, IReadOnlyList<TimelinessLineAnswer> Lines);

public sealed record PeriodAnswer(DateOnly From, DateOnly To);

/// <param name="Key">A family, a place, a member of staff, a month such as 202601, or true, false and unknown for scope.</param>
/// <param name="Items">What both shares are of.</param>
/// <param name="OnTimePercent">Two decimals; null for no cases.</param>
/// <param name="Words">As pages print it: whole per cent, rounded half up.</param>
/// <param name="IsSmall">Fewer than 10: too few to draw a conclusion from.</param>
public sealed record TimelinessLineAnswer(
    string Key, string Name, int Items, int Completed, int OnTime, decimal? CompletedPercent, decimal? OnTimePercent, string Words, int Late, int Missed, int Overdue, int DeferredCounted, int RecordedLate,
    int Exempt, bool IsSmall)
{
    public static TimelinessLineAnswer Of(string key, string name, TimelinessCount figure) => new(
        key, name, figure.Of, figure.Completed, figure.OnTime, Percent(figure.Completed, figure.Of), Percent(figure.OnTime, figure.Of), figure.OnTimeWords, figure.Late, figure.Missed, figure.Overdue,
        figure.DeferredCounting, figure.RecordedLate, figure.Exempt, figure.IsSmall);

    private static decimal? Percent(int part, int whole) => whole == 0 ? null : Math.Round(100m * part / whole, 2, MidpointRounding.AwayFromZero);
}

/// <summary>What is due, and how timely it was done.</summary>
internal static class ApiDueItems
{
    public const string Me = "me";

    public static readonly DueItemAnswer ExampleItem = new(
        new("0193e5a0-7c1e-7a40-8f00-3b5d1c2a9f00"), "A1234BC", "PL-010", "Initial OASys, determinate sentence over 10 months", "initial_oasys", "DUE_SOON", false, new(2025, 10, 17), new(2025, 12, 26), null, new(2025, 12, 26),
        new(2025, 12, 24), new(2025, 4, 18), 0, "POM", new("0193e5a0-7c1e-7a40-8f00-3b5d1c2a9f01"), "Thistlewood, Rowan", PlaceAnswer.Of(new PlaceCode("LHI")), true, null, false, null, "A",
        "Offender Management and Sentence Planning leaflet", "3f1d0c9be2a4");

    public static readonly PageOfItems<DueItemAnswer> Example = new([ExampleItem], null);

    public static readonly TimelinessAnswer ExampleFigures = new(
        new(new(2025, 2, 1), new(2026, 1, 5)), "place", "item", new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero), new("", "All", 19, 16, 13, 84.21m, 68.42m, "68% (13 of 19)", 3, 2, 1, 0, 1, 0, false),
        [new("LHI", "HMP Lindholme", 19, 16, 13, 84.21m, 68.42m, "68% (13 of 19)", 3, 2, 1, 0, 1, 0, false)]);

    public static Task<IResult> OfPersonAsync(HttpContext http, DueItemsAfter items) => ListAsync(http, items, request => request with { Person = http.Person.Id });

    public static async Task<IResult> OfStaffAsync(HttpContext http, string staff, DueItemsAfter items)
    {
        if (staff == Me || (Guid.TryParse(staff, out var own) && new StaffId(own) == http.Actor.StaffId))
        {
            return await ListAsync(http, items, request => request with { Staff = http.Actor.StaffId });
        }

        return !http.Actor.Has(Verb.ReadFigures) ? ApiAnswer.Problem(ApiProblem.NoRole(Refusals.OfRole(Verb.ReadFigures)))
            : !Guid.TryParse(staff, out var id) ? ApiAnswer.Problem(ApiProblem.NotFound)
            : await ListAsync(http, items, request => request with { Staff = new(id) });
    }

    public static async Task<IResult> OfPlaceAsync(HttpContext http, string place, DueItemsAfter items) =>
        FigureScope.Of(http.Actor) is not { } scope ? ApiAnswer.Problem(ApiProblem.NoRole(Refusals.OfRole(Verb.ReadFigures)))
        : Places.Find(place) is null ? ApiAnswer.Problem(ApiProblem.NotFound)
        : !scope.Reaches(new(place)) ? ApiAnswer.Problem(ApiProblem.OutOfReach)
        : await ListAsync(http, items, request => request with { Place = new(place) });

    public static async Task<IResult> TimelinessAsync(HttpContext http, TimelinessFigures figures, TimeProvider clock)
    {
        var query = new ApiQuery(http);
        var now = clock.GetUtcNow().ToMicrosecond();
        var (to, asAt) = (query.Day("to") ?? now.LondonDate, query.Day("asAt"));
        var from = query.Day("from") ?? new DateOnly(to.Year, to.Month, 1).AddMonths(-11);
        var by = query.Choice<FigureBy>("by") ?? FigureBy.Family;
        var basis = query.Choice<Basis>("basis") ?? Basis.Item;
        if (from > to)
        {
            query.Refuse("from", "Must be the same day as to, or earlier");
        }

        if (query.Text("staff") is { } who && !Guid.TryParse(who, out _))
        {
            query.Refuse("staff", "Must be the id of a member of staff");
        }

        if (query.Problem is { } problem)
        {
            return ApiAnswer.Problem(problem);
        }

        await http.RecordLookAsync();
        var request = new FigureRequest(from, to)
        {
            Family = query.Text("family"),
            Place = query.Text("place") is { } place ? new PlaceCode(place) : null,
            Staff = query.Text("staff") is { } staff ? new StaffId(Guid.Parse(staff)) : null,
            InScope = query.Choice<YesNo>("inScope") switch { YesNo.True => true, YesNo.False => false, _ => null },
            ByCase = basis is Basis.Case,
            WithGuidance = query.Choice<YesNo>("guidance") is YesNo.True,
            AsAt = asAt,
        };
        var lines = await figures.ByAsync(by, request, http.Actor, http.RequestAborted);
        return ApiAnswer.Read(new TimelinessAnswer(
            new(from, to), ApiProblem.Camel(by.ToString()), ApiProblem.Camel(basis.ToString()), asAt is { } day ? London.At(day.AddDays(1), TimeOnly.MinValue) : London.At(now.LondonDate.AddDays(1), TimeOnly.MinValue),
            TimelinessLineAnswer.Of("", "All", TimelinessCount.Sum(lines.Select(line => line.Figure))), [.. lines.Select(line => TimelinessLineAnswer.Of(line.Key, line.Words, line.Figure))]));
    }

    /// <summary>What counts.</summary>
    public enum Basis
    {
        Item,
        Case,
    }

    public enum YesNo
    {
        True,
        False,
    }

    /// <summary>Which items of a list.</summary>
    public enum Which
    {
        All,
        Open,
    }

    private static async Task<IResult> ListAsync(HttpContext http, DueItemsAfter items, Func<DueItemsAfter.Request, DueItemsAfter.Request> of)
    {
        var query = new ApiQuery(http);
        var request = of(new(query.Count(), http.WithSensitive)
        {
            From = query.Day("from"),
            To = query.Day("to"),
            Family = query.Text("family"),
            OpenOnly = query.Choice<Which>("state") is Which.Open,
            After = query.After("due-items", 2, Position),
        });
        if (query.Problem is { } problem)
        {
            return ApiAnswer.Problem(problem);
        }

        if (request.Person is null)
        {
            await http.RecordLookAsync();
        }

        var page = await items.OfAsync(request, http.Actor, http.RequestAborted);
        var next = page.Next is { } end ? ApiCursor.Write("due-items", [end.DueOn.ToString("yyyyMMdd", CultureInfo.InvariantCulture), end.Id.ToString()]) : null;
        return ApiAnswer.Read(new PageOfItems<DueItemAnswer>([.. page.Rows.Select(DueItemAnswer.Of)], next));
    }

    private static DueItemsAfter.Position? Position(IReadOnlyList<string> parts) =>
        DateOnly.TryParseExact(parts[0], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && Guid.TryParse(parts[1], out var id) ? new(day, new(id)) : null;
}
