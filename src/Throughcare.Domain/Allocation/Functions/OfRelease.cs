using Throughcare.Domain.Rules;
using Throughcare.Domain.Rules.Functions;
using static Throughcare.Domain.Allocation.Functions.TabledFunction;

namespace Throughcare.Domain.Allocation.Functions;

/// <summary>Which date of a sentence counts for what.</summary>
internal static class OfRelease
{
    private static readonly IReadOnlyList<RuleInput> DisplayDates =
    [
        Day("crd", "Conditional release date"), Day("ard", "Automatic release date"), Day("hdced", "Home detention curfew eligibility date"), Day("hdcad", "Home detention curfew actual date"),
        Day("ped", "Parole eligibility date"), Day("ted", "Tariff expiry date"), Day("sed", "Sentence expiry date"), Day("led", "Licence expiry date"), Day("prrd", "Post-recall release date"), Day("apd", "Actual parole date"),
    ];

    public static IReadOnlyList<RuleFunction> All { get; } =
    [
        new TabledFunction("release.display_date", "Release date that lists show", "The earliest that is still to come, else the latest that is past.", AnyVersion,
            [Day("evaluation_date", "Day", isRequired: true), .. DisplayDates], [new("date_used", "Date that counts"), new("date", "Day")],
            given => Named(given, EarliestRelease.ForDisplay)),
        new TabledFunction("release.override", "Date set by hand", "A manual ARD, CRD or PRRD takes the place of the calculated one everywhere.", AnyVersion,
            [Day("calculated", "Calculated date"), Day("override", "Date set by hand")], [new("date", "Date that counts")],
            given => Because("release", given.Day("override") is null ? "Nothing was set by hand: the calculated date counts." : "The date that was set by hand counts.", HandoverRules.Source,
                ("date", Say(EarliestRelease.Overridden(given.Day("calculated"), given.Day("override")))))),
        new TabledFunction("release.post_recall", "Release date after recall", "The earlier of the actual parole date and the post-recall release date.", AnyVersion,
            [Day("prrd", "Post-recall release date"), Day("override_prrd", "Post-recall release date set by hand"), Day("apd", "Actual parole date")], [new("date_used", "Date that counts"), new("date", "Day")],
            given => Answer(EarliestRelease.AfterRecall(new() { Prrd = EarliestRelease.Overridden(given.Day("prrd"), given.Day("override_prrd")), Apd = given.Day("apd") }))),
        new TabledFunction("release.is_released", "Treated as released", "The date that lists show is the day or earlier.", AnyVersion,
            [Day("evaluation_date", "Day", isRequired: true), Day("display_date", "Release date that lists show"), .. DisplayDates], [new("released", "Treated as released"), new("date", "Date that lists show")], IsReleased),
        new TabledFunction("parole.approaching", "Parole is near", "The earliest of THD, TED and PED from the day to ten months after it.", AnyVersion,
            [Day("evaluation_date", "Day", isRequired: true), Day("thd", "Target hearing date"), Day("ted", "Tariff expiry date"), Day("ped", "Parole eligibility date")],
            [new("approaching", "Near"), new("date_used", "Date that counts"), new("date", "Day")], Approaching),
        new TabledFunction("parole.target_hearing_date", "Target hearing date", "The latest that is on or after the start of the sentence.", AnyVersion,
            [Text("hearing_dates", "Target hearing dates", "With | between"), Day("sentence_start_date", "Sentence start")], [new("thd", "Target hearing date")],
            given => Because("parole", "The latest target hearing date on or after the start of the sentence.", HandoverRules.Source,
                ("thd", Say(ParoleRules.TargetHearingDate(given.Days("hearing_dates"), given.Day("sentence_start_date")))))),
    ];

    private static ReleaseDates Dates(GivenValues given) => OfHandover.Dates(given, [.. DisplayDates.Select(date => date.Name)]);

    private static Judged? Named(GivenValues given, Func<ReleaseDates, DateOnly, ReleaseDate?> choose) =>
        given.Day("evaluation_date") is { } day ? Answer(choose(Dates(given), day)) : null;

    private static Judged Answer(ReleaseDate? date) => Because(
        "release", date is { } found ? $"{found.Code} counts: {Words.LongDate(found.On)}." : "There is no such date.", HandoverRules.Source, ("date_used", date?.Code), ("date", Say(date?.On)));

    private static Judged? IsReleased(GivenValues given)
    {
        if (given.Day("evaluation_date") is not { } day)
        {
            return null;
        }

        var date = given.Day("display_date") is { } shown ? new ReleaseDate("", shown) : EarliestRelease.ForDisplay(Dates(given), day);
        return Because("release", "A person counts as released where the date that lists show is the day or earlier.", HandoverRules.Source,
            ("released", Say(EarliestRelease.IsReleased(date, day))), ("date", Say(date?.On)));
    }

    private static Judged? Approaching(GivenValues given)
    {
        if (given.Day("evaluation_date") is not { } day)
        {
            return null;
        }

        var date = EarliestRelease.ApproachingParole(OfHandover.Dates(given, "thd", "ted", "ped"), day);
        return Because("parole", $"From {Words.LongDate(day)} to {Words.LongDate(day.AddMonths(EarliestRelease.ApproachingMonths))}.", HandoverRules.Source,
            ("approaching", Say(date is not null)), ("date_used", date?.Code), ("date", Say(date?.On)));
    }
}
