
namespace Throughcare.Domain.Standards;

/// <summary>Items of the calendar: one a month, or one a week that looks at the four weeks ending on its Sunday.</summary>
internal sealed class Periods(CaseRun run)
{
    /// <summary>How far back, in weeks, weekly items are worked out; monthly ones go back a year.</summary>
    public const int Weeks = 26;

    private const int Months = 12;

    /// <summary>A first month of fewer days than this is left out (inferred).</summary>
    private const int FewestDaysOfAMonth = 14;

    private const int FewestDaysOfFourWeeks = 7;

    /// <summary>The first day of the first month that is worked out.</summary>
    public static DateOnly FirstMonth(DateOnly today) => new DateOnly(today.Year, today.Month, 1).AddMonths(-Months);

    /// <summary>The first Sunday that is worked out.</summary>
    public static DateOnly FirstSunday(DateOnly today) => today.AddDays(((7 - (int)today.DayOfWeek) % 7) - (7 * Weeks));

    public void Run(Trigger trigger, RuleFamily family)
    {
        if (trigger.Name == "calendar_month")
        {
            for (var first = FirstMonth(run.Today); first <= run.Today; first = first.AddMonths(1))
            {
                Period(trigger, family, first, first.AddMonths(1).AddDays(-1), $"{first:yyyyMM}", FewestDaysOfAMonth);
            }

            return;
        }

        for (var due = FirstSunday(run.Today); due < run.Today.AddDays(7); due = due.AddDays(7))
        {
            Period(trigger, family, due.AddDays(-27), due, $"{due:yyyyMMdd}", FewestDaysOfFourWeeks);
        }
    }

    private void Period(Trigger trigger, RuleFamily family, DateOnly from, DateOnly due, string key, int fewest)
    {
        var end = due < run.Today ? due : run.Today;
        foreach (var rule in family.Rules)
        {
            if (!rule.HoldsOn(due))
            {
                continue;
            }

            switch (run.Read(rule, end, end))
            {
                case Truth.False:
                    continue;

                case Truth.Unknown when due < run.Today:
                    return;   // what could not be decided then is no work any more
            }

            var began = Began(rule, from, end);
            if (due.DayNumber - began.DayNumber + 1 < fewest)
            {
                return;
            }

            var clock = new Clock(trigger, new Occurrence(key, due), due, null, 0);
            Settle(rule, clock, from, began, due);
            return;
        }
    }

    /// <summary>The day of the period from which the rule applied without a break until its end.</summary>
    private DateOnly Began(StandardRule rule, DateOnly from, DateOnly end)
    {
        var began = from;
        var changes = run.Changes;
        for (var i = Array.FindLastIndex(changes, day => day <= end); i >= 0 && changes[i] > from; i--)
        {
            if (run.Read(rule, end, changes[i].AddDays(-1)) is not Truth.True)
            {
                began = changes[i];
                break;
            }
        }

        return began;
    }

    private void Settle(StandardRule rule, Clock clock, DateOnly from, DateOnly began, DateOnly due)
    {
        var key = CaseRun.Key(rule.Family, clock);
        var item = run.Draft(rule, clock, key, due, from);
        var applies = run.Read(rule, due < run.Today ? due : run.Today, due < run.Today ? due : run.Today);
        Evidence? evidence = null;
        var refused = run.Asked == key ? new List<RefusedEvidence>() : null;
        if (run.IsExempt(rule))
        {
            item = item with { State = ItemState.NotApplicable, StateSince = due, Note = "Exempt" };
        }
        else if (applies is Truth.Unknown)
        {
            item = item with { State = ItemState.NotDetermined, Note = run.MissingOn(rule, run.Today) };
        }
        else
        {
            item = run.WithDeferral(item);
            evidence = rule.SatisfiedBy.Clauses is [{ Items: [{ Kind: EvidenceKind.Minutes } minutes] }]
                ? Minutes(minutes, from, began, due, ref item)
                : run.EvidenceOf.Find(rule.SatisfiedBy, clock.Occurrence, from, null, refused);
            item = evidence is { } met && met.On <= due ? CaseRun.Met(item, met, ItemState.MetOnTime)
                : run.Today > item.EffectiveDueOn ? item with { State = ItemState.Missed, StateSince = item.EffectiveDueOn }
                : item;
        }

        run.Add(item);
        if (refused is not null)
        {
            run.Add(run.Told(item, rule, clock, due, due, applies, evidence, refused, []));
        }
    }

    /// <summary>Minutes needed are in proportion to the days of the four weeks on which the rule applied.</summary>
    private Evidence? Minutes(EvidenceItem asked, DateOnly from, DateOnly began, DateOnly due, ref DueItem item)
    {
        var whole = asked.Find("sum")!.AtLeast!.Value;
        var days = due.DayNumber - began.DayNumber + 1;
        var sum = run.EvidenceOf.Minutes(asked, from, due, out var last);
        item = item with { Note = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{sum} of {Math.Ceiling(whole * days / 28m):0} minutes in {days} days") };
        return sum * 28 >= whole * days && last is not null
            ? new(last.Id, last.Day, last.HappenedAt, last.FirstRecordedAt, $"{sum} minutes of sessions")
            : null;
    }
}
