using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Sentences;

namespace Throughcare.Domain.Facts;

/// <summary>A date and what it is called.</summary>
/// <param name="Code">As the prison service abbreviates it, such as CRD.</param>
/// <param name="Name">In full, such as "Conditional release date".</param>
public readonly record struct NamedDate(string Code, string Name, DateOnly On);

/// <content>The official dates of the case, and what follows from them.</content>
public sealed partial class CaseFacts
{
    /// <summary>The official dates as recorded; none where nothing is.</summary>
    public Known<KeyDates> KeyDates => Lasting(() =>
        LatestInForce(_history.KeyDates) is { } dates ? Known<KeyDates>.Of(dates, dates) : Known<KeyDates>.None());

    public Known<DateOnly> Sed => Date(dates => dates.Sed);

    public Known<DateOnly> Sled => Date(dates => dates.Sled);

    public Known<DateOnly> Led => Date(dates => dates.Led);

    public Known<DateOnly> Crd => Date(dates => dates.Crd);

    public Known<DateOnly> Ard => Date(dates => dates.Ard);

    /// <summary>For an indeterminate sentence, the tariff expiry date.</summary>
    public Known<DateOnly> Ped => IsIndeterminate.Value ? Ted : Date(dates => dates.Ped);

    public Known<DateOnly> Npd => Date(dates => dates.Npd);

    public Known<DateOnly> Hdced => Date(dates => dates.Hdced);

    public Known<DateOnly> Hdcad => Date(dates => dates.Hdcad);

    public Known<DateOnly> Tused => Date(dates => dates.Tused);

    public Known<DateOnly> Ted => Date(dates => dates.Ted);

    public Known<DateOnly> Prrd => Date(dates => dates.Prrd);

    public Known<DateOnly> ConfirmedReleaseDate => Date(dates => dates.ConfirmedRelease);

    /// <summary>The target hearing date, where it is on or after the start of the current sentence.</summary>
    public Known<DateOnly> TargetHearingDate => Lasting(() => Date(dates => dates.Thd) is { HasValue: true } hearing
        && ParoleRules.TargetHearingDate([hearing.Value], SentenceStartDate.HasValue ? SentenceStartDate.Value : null) is not null ? hearing : Known<DateOnly>.None());

    /// <summary>The dates that rules of allocation count from.</summary>
    public ReleaseDates ReleaseDates => LastingKept(() => KeyDates.Value is not { } dates ? new ReleaseDates() : new()
    {
        Crd = dates.Crd,
        Ard = dates.Ard,
        Ped = dates.Ped,
        Ted = dates.Ted,
        Thd = TargetHearingDate.HasValue ? TargetHearingDate.Value : null,
        Hdced = dates.Hdced,
        Hdcad = dates.Hdcad,
        Sed = dates.Sed,
        Led = dates.Led,
        Prrd = dates.Prrd,
    });

    /// <summary>The date that handover counts from by the rules of now, and which one it is.</summary>
    public Known<NamedDate> HandoverRelease => Once(() => Named(EarliestRelease.ForHandover(IsIndeterminate.Value, ReleaseDates, AsAt)));

    public Known<DateOnly> HandoverReleaseDate => HandoverRelease.Then(date => date.On);

    /// <summary>Which date that is, such as CRD.</summary>
    public Known<string> HandoverReleaseDateName => HandoverRelease.Then(date => date.Code);

    /// <summary>Earliest of TED, PED, THD, ARD and CRD.</summary>
    public Known<DateOnly> EarlyAllocationWindowDate => Lasting(() => Day(EarliestRelease.ForEarlyAllocation(ReleaseDates)));

    /// <summary>The release date that rules refer to: the confirmed one; else the earliest on or after the day of HDCAD, HDCED, PED
    /// or TED, THD, CRD or ARD and PRRD; else, where all are past, the latest. After tariff only a hearing date counts.</summary>
    public Known<DateOnly> ReleaseReferenceDate => Once(() =>
    {
        if (ConfirmedReleaseDate.HasValue)
        {
            return ConfirmedReleaseDate;
        }

        return IsIndeterminate.Value && Ted.HasValue && Ted.Value < AsAt
            ? TargetHearingDate
            : FirstComing(Hdcad, Hdced, Ped, Ted, TargetHearingDate, Crd, Ard, Prrd);
    });

    /// <summary>The date that lists show: earliest on or after the day of CRD, ARD, HDCED, HDCAD, PED and TED, else the latest of
    /// them; only where there is none, the same over SED, LED and PRRD.</summary>
    public Known<DateOnly> DisplayReleaseDate => Once(() => DisplayRelease.Then(date => date.On));

    /// <summary>That date, and which one it is.</summary>
    public Known<NamedDate> DisplayRelease => Once(() => Named(EarliestRelease.ForDisplay(ReleaseDates, AsAt)));

    /// <summary>The shown release date is the day or earlier.</summary>
    public Known<bool> IsTreatedAsReleased => Once(() =>
        Known<bool>.Of(EarliestRelease.IsReleased(EarliestRelease.ForDisplay(ReleaseDates, AsAt), AsAt), DisplayReleaseDate.From));

    /// <summary>Earliest of THD, TED and PED from the day to ten months after it.</summary>
    public Known<DateOnly> NextParoleDate => Once(() => Day(EarliestRelease.ApproachingParole(ReleaseDates, AsAt)));

    public Known<DateOnly> PostRecallDate => Prrd;

    /// <summary>Latest of LED and SLED.</summary>
    public Known<DateOnly> LicenceEndDate => Lasting(() => LastOf(Led, Sled).OrNone(KeyDatesSource));

    /// <summary>The next of the official dates on or after the day; of two on one day, the one that says more about release.</summary>
    public Known<NamedDate> NextKeyDate => Once(() =>
    {
        var next = AllKeyDates.Where(date => date.On >= AsAt).OrderBy(date => date.On).Select(date => (NamedDate?)date).FirstOrDefault();
        return next is { } date ? Known<NamedDate>.Of(date, KeyDatesSource) : Known<NamedDate>.None(KeyDatesSource);
    });

    /// <summary>Every official date that is recorded, in the order in which pages list them.</summary>
    public IReadOnlyList<NamedDate> AllKeyDates => LastingKept<IReadOnlyList<NamedDate>>(() => KeyDates.Value is not { } dates ? []
        : [.. KeyDateKind.All.Select(kind => (kind, On: kind.Of(dates))).Where(pair => pair.On is not null)
            .Select(pair => new NamedDate(pair.kind.Code, pair.kind.Name, pair.On!.Value))]);

    private IReadOnlyList<FactVersion> KeyDatesSource => KeyDates.From;

    private Known<DateOnly> Date(Func<KeyDates, DateOnly?> read) =>
        KeyDates.Value is { } dates ? read(dates).OrNone(dates) : Known<DateOnly>.None();

    private Known<NamedDate> Named(ReleaseDate? date) => date is { } found
        ? Known<NamedDate>.Of(new(found.Code, KeyDateKind.Find(found.Code)?.Name ?? found.Code, found.On), KeyDatesSource) : Known<NamedDate>.None();

    private Known<DateOnly> Day(ReleaseDate? date) => date is { } found ? Known<DateOnly>.Of(found.On, KeyDatesSource) : Known<DateOnly>.None();

    private static Known<DateOnly> Earliest(params IReadOnlyList<Known<DateOnly>> dates) =>
        dates.Where(date => date.HasValue).OrderBy(date => date.Value).Select(date => (Known<DateOnly>?)date).FirstOrDefault() ?? Known<DateOnly>.None();

    private Known<DateOnly> FirstComing(params IReadOnlyList<Known<DateOnly>> dates)
    {
        var there = dates.Where(date => date.HasValue).OrderBy(date => date.Value).ToList();
        return there.Count == 0 ? Known<DateOnly>.None()
            : there.Exists(date => date.Value >= AsAt) ? there.Find(date => date.Value >= AsAt)
            : there[^1];
    }
}
