using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Facts;
using Throughcare.Application.Record;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Movements;

/// <summary>Where a person is and was: custody episodes, movements, cells and how they were held.</summary>
public sealed class MovementsPage(ThroughcareDb db, CaseHistories histories, TimeProvider clock)
{
    /// <summary>The contact by which it is recorded that the community offender manager was told of a move.</summary>
    public const string NoticeType = "TC27";

    /// <summary>A move that was longer ago is not asked about.</summary>
    private const int DaysOfNotice = 14;

    /// <param name="Where">The line of the banner.</param>
    /// <param name="PlaceCode">Code of <c>case-place.csv</c>; <see langword="null"/> where nothing is recorded.</param>
    public sealed record Page(string Where, string? PlaceCode)
    {
        /// <summary>The prison that answers for the person now.</summary>
        public PlaceCode? Establishment { get; init; }

        /// <summary>The latest first.</summary>
        public IReadOnlyList<EpisodeLine> Episodes { get; init; } = [];

        /// <summary>The latest first.</summary>
        public IReadOnlyList<MovementLine> Movements { get; init; } = [];

        /// <summary>The latest first.</summary>
        public IReadOnlyList<LocationLine> Locations { get; init; } = [];

        /// <summary>Changes of status, category and incentive level, the latest first.</summary>
        public IReadOnlyList<StatusLine> Statuses { get; init; } = [];

        /// <summary>Of whom the community offender manager is still to be told.</summary>
        public NoticeLine? Notice { get; init; }

        /// <summary>The transfer that is booked.</summary>
        public BookingLine? Booking { get; init; }

        /// <summary>Those that go on first, then the latest first.</summary>
        public IReadOnlyList<ActivityLine> Activities { get; init; } = [];
    }

    public sealed record EpisodeLine(FactId Id, string? BookingNumber, DateOnly From, DateOnly? To);

    /// <param name="Words">"Received at HMP Leeds: New reception from court (remand)".</param>
    /// <param name="Version">A correction posts it back.</param>
    public sealed record MovementLine(FactId Id, int Version, DateTimeOffset HappenedAt, string Words, string Type, string Reason, PlaceCode? From, PlaceCode? To)
    {
        public DateTimeOffset? DueBackAt { get; init; }

        public string? Escort { get; init; }

        public string? Comment { get; init; }

        /// <summary>"Normal Transfer".</summary>
        public string? TransferReason { get; init; }

        /// <summary>What the prison file calls the establishment, where that is not the name of either place.</summary>
        public string? EstablishmentName { get; init; }

        public required string RecordedBy { get; init; }

        public DateTimeOffset RecordedAt { get; init; }

        /// <summary>The latest first.</summary>
        public IReadOnlyList<string> Corrections { get; init; } = [];
    }

    public sealed record LocationLine(PlaceCode Prison, string PrisonName, string? Cell, DateOnly From, DateOnly? To, string? WhyHere);

    public sealed record StatusLine(DateOnly From, DateOnly? To, string? Status, string? LegalStatus, string? SecurityCategory, string? IncentiveLevel)
    {
        /// <summary>The court that last dealt with the person.</summary>
        public string? Court { get; init; }

        public string? CourtOutcome { get; init; }

        public string? InWork { get; init; }
    }

    /// <summary>A move to another prison of which nobody has recorded yet that the community offender manager was told.</summary>
    /// <param name="Words">What somebody who told them would write.</param>
    public sealed record NoticeLine(FactId MovementId, string Words);

    /// <param name="Version">Calling it off posts it back.</param>
    public sealed record BookingLine(FactId Id, int Version, string From, string To, DateOnly MoveOn, string Reason, bool IsConsistentWithPlan, string? Comment, string BookedBy);

    /// <param name="Time">"8:30am to 11:45am"; <see langword="null"/> where none is recorded.</param>
    /// <param name="HasLeft">The person is no longer at that prison, and nothing says when the activity ended.</param>
    public sealed record ActivityLine(string Activity, string? Place, string? Time, string PrisonName, DateOnly From, DateOnly? To, bool HasLeft);

    /// <returns><see langword="null"/> for somebody who is not on record.</returns>
    public async Task<Page?> OfAsync(PersonId person, CancellationToken stop)
    {
        if (await histories.LoadAsync(person, stop) is not { } history)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var facts = history.At(now.LondonDate, now);
        var records = await MergedRecords.OfAsync(db, history.PersonId, stop);
        var activities = await db.Activities.Current().Where(a => records.Contains(a.PersonId)).ToListAsync(stop);
        var booking = (await db.TransferBookings.Current().Where(b => records.Contains(b.PersonId) && b.End == null).ToListAsync(stop)).Find(b => b.StandsOn(now.LondonDate));
        var names = await StaffNames.OfAsync(db, history.Movements.Select(m => m.Recorded.By).Concat(booking is null ? [] : [booking.Recorded.By]), stop);
        var versions = history.Movements.ToLookup(m => m.Id);

        return new Page(facts.WhereWords, facts.Where.Value?.Code)
        {
            Establishment = facts.EstablishmentCode.HasValue ? facts.EstablishmentCode.Value : null,
            Episodes = [.. Current(history.Episodes).Select(e => new EpisodeLine(e.Id, e.BookingNumber, e.ValidFrom, e.ValidTo))],
            Movements = [.. Current(history.Movements).OrderByDescending(m => m.HappenedAt).Select(m => Line(m, [.. versions[m.Id].OrderBy(v => v.Version)], names))],
            Locations = [.. Current(history.Locations).Select(l => new LocationLine(l.Prison, Places.Name(l.Prison), l.Cell, l.ValidFrom, l.ValidTo, MovementReasons.Words("TRN", l.TransferReason)))],
            Statuses = [.. Current(history.Statuses).Select(Line)],
            Notice = await NoticeAsync(Current(history.Movements), facts, records, now, stop),
            Booking = booking is null ? null : new(
                booking.Id, booking.Version, Places.Name(booking.From), Places.Name(booking.To), booking.MoveOn, MovementEffects.Find(booking.Reason)?.Description ?? booking.Reason,
                booking.IsConsistentWithPlan, booking.Comment, names[booking.Recorded.By]),
            Activities = [.. activities.OrderBy(a => a.ValidTo is not null).ThenByDescending(a => a.ValidFrom).ThenBy(a => a.StartsAt)
                .Select(a => new ActivityLine(
                    a.Activity, a.Place, Time(a), Places.Name(a.Prison), a.ValidFrom, a.ValidTo,
                    a.ValidTo is null && !(facts.EstablishmentCode.HasValue && facts.EstablishmentCode.Value == a.Prison)))],
        };
    }

    /// <summary>The last transfer, where it is not long ago, there is a community manager, and no notice (TC27) was recorded since.</summary>
    private async Task<NoticeLine?> NoticeAsync(IEnumerable<Movement> movements, CaseFacts facts, List<PersonId> records, DateTimeOffset now, CancellationToken stop)
    {
        var last = movements.Where(m => m.Type == "TRN" || m is { Type: "ADM", Reason: "R-TRN" }).MaxBy(m => m.HappenedAt);
        if (last is not { To: { } to } || last.HappenedAt < now.AddDays(-DaysOfNotice) || facts.Com.Value is not { } com)
        {
            return null;
        }

        var since = last.HappenedAt.AddDays(-1);   // told of a planned move on the day before it
        return await db.Contacts.Current().AnyAsync(c => records.Contains(c.PersonId) && c.Type == NoticeType && c.HappenedAt >= since, stop)
            ? null
            : new(last.Id, $"Told the community offender manager, {com.Name}, of the move{(last.From is { } from ? $" from {Places.Name(from)}" : "")} to {Places.Name(to)} on {Words.LongDate(last.ValidFrom)}.");
    }

    private static IEnumerable<T> Current<T>(IEnumerable<T> versions)
        where T : FactVersion => versions.Where(v => v is { ReplacedAt: null, Withdrawn: false }).OrderByDescending(v => v.ValidFrom);

    private static MovementLine Line(Movement movement, List<Movement> versions, StaffNames names) =>
        new(movement.Id, movement.Version, movement.HappenedAt, FactWords.Of(movement), movement.Type, movement.Reason, movement.From, movement.To)
        {
            DueBackAt = movement.DueBackAt,
            Comment = movement.Comment,
            TransferReason = MovementReasons.Words("TRN", movement.TransferReason),
            Escort = movement.Escort,
            EstablishmentName = movement.EstablishmentName is { } name && !Names(movement.From, name) && !Names(movement.To, name) ? name : null,
            RecordedBy = names[versions[0].Recorded.By],
            RecordedAt = versions[0].Recorded.At,
            Corrections = [.. versions.Zip(versions.Skip(1), (before, after) => FactWords.Correction(before, after)).Reverse()],
        };

    private static StatusLine Line(CustodyStatus status) => new(
        status.ValidFrom, status.ValidTo, status.Status,
        status.LegalStatus?.Describe(Domain.Sentences.ImprisonmentStatuses.Table),
        status.SecurityCategory?.Describe(SecurityCategories.Table),
        status.IncentiveLevel?.Describe(CodeLists.IncentiveLevel))
    {
        Court = SentenceWords.Court(status),
        CourtOutcome = status.CourtOutcome,
        InWork = status.Employed is { } employed ? YesOrNo.Words(employed) : null,
    };

    private static bool Names(PlaceCode? place, string name) => place is { } known && string.Equals(Places.Name(known), name, StringComparison.OrdinalIgnoreCase);

    private static string? Time(PrisonActivity activity) => (At(activity.StartsAt), At(activity.EndsAt)) switch
    {
        ({ } from, { } to) => $"{from} to {to}",
        ({ } from, null) => $"From {from}",
        (null, { } to) => $"Until {to}",
        _ => null,
    };

    private static string? At(int? minutes) => minutes is { } m ? TimeText.Format(TimeOnly.MinValue.AddMinutes(m)) : null;
}
