using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Standards;

namespace Throughcare.Domain.Facts;

/// <content>What contacts show: compliance, key work and the last of each kind.</content>
public sealed partial class CaseFacts
{
    private const int KeyWorkDays = 28;

    /// <summary>Days with a failure to comply in the twelve months that end with the day, as the outcomes stood when the facts were known.</summary>
    public Known<int> FailuresLast12Months => Once(() => Known<int>.Of(DaysOfFailureSince(AsAt.AddMonths(-12).AddDays(1))));

    /// <summary>The same since the licence began; 0 without one.</summary>
    public Known<int> FailuresOnLicence => Once(() =>
        SupervisionKind is { HasValue: true, Value: Facts.SupervisionKind.Licence } && SupervisionStartedOn is { HasValue: true, Value: var began }
            ? Known<int>.Of(DaysOfFailureSince(began)) : Known<int>.Of(0));

    /// <summary>Minutes of key work sessions in the 28 days that end with the day.</summary>
    public Known<int> KeyWorkMinutes28Days => Once(() =>
    {
        var minutes = 0;
        foreach (var contact in _history.Contacts)
        {
            if (contact.IsKeyWorkSession && Counts(contact) && contact.Day is var day && day <= AsAt && day > AsAt.AddDays(-KeyWorkDays))
            {
                minutes += contact.Minutes ?? 0;
            }
        }

        return Known<int>.Of(minutes);
    });

    /// <summary>The last home visit at which the person was seen.</summary>
    public Known<DateOnly> LastHomeVisitOn => Once(() => LastDayOf(contact => contact.IsHomeVisit && contact.IsAttended));

    /// <summary>The last contact by somebody in this role that took place and says enough to be evidence.</summary>
    public Known<DateOnly> LastContactOn(Role role) => LastDayOf(contact => contact.AuthorRole == role && contact.IsAttended && !contact.BelowFloor);

    /// <summary>How that last contact took place.</summary>
    public Known<ContactMode> LastContactMode(Role role)
    {
        ContactGist? last = null;
        foreach (var contact in _history.Contacts)
        {
            if (contact.AuthorRole == role && contact.IsAttended && !contact.BelowFloor && Counts(contact) && !(contact.HappenedAt <= last?.HappenedAt))
            {
                last = contact;
            }
        }

        return last is null ? Known<ContactMode>.None() : Known<ContactMode>.Of(last.Mode);
    }

    /// <summary>At most one failure counts a day.</summary>
    private int DaysOfFailureSince(DateOnly first)
    {
        HashSet<DateOnly>? days = null;
        foreach (var contact in _history.Contacts)
        {
            if (contact.IsFailure && Counts(contact) && contact.Day is var day && day >= first && day <= AsAt)
            {
                (days ??= []).Add(day);
            }
        }

        return days?.Count ?? 0;
    }

    private Known<DateOnly> LastDayOf(Func<ContactGist, bool> isMeant)
    {
        DateOnly? last = null;
        foreach (var contact in _history.Contacts)
        {
            if (isMeant(contact) && Counts(contact) && contact.Day is var day && !(day <= last))
            {
                last = day;
            }
        }

        return last.OrNone();
    }

    private bool Counts(ContactGist contact) => contact.HappenedAt <= Instant && contact.IsKnownAt(KnownAt);
}
