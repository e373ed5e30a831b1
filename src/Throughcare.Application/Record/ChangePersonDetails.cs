using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Corrects one field of who a person is; a file that differs later opens a conflict instead of overwriting it.</summary>
public sealed class ChangePersonDetails(ThroughcareDb db, Recorder recorder, IdSource ids)
{
    private const int OldestYears = 110;

    private const int YoungestYears = 10;

    /// <param name="MadeFrom">The version that the form showed; 0 where nothing was recorded.</param>
    /// <param name="Field">Exactly one.</param>
    public sealed record Request(PersonId PersonId, int MadeFrom, DetailFields Field, string? Reason)
    {
        /// <summary>For a date of birth.</summary>
        public DateOnly? Date { get; init; }

        /// <summary>For every other field: a code of its list that may still be chosen.</summary>
        public string? Code { get; init; }

        /// <summary>An unlikely age was confirmed.</summary>
        public bool Confirmed { get; init; }
    }

    /// <returns>The version that was made.</returns>
    public Task<Outcome<int>> DoAsync(Request request, Actor actor, CancellationToken stop) =>
        recorder.WriteAsync(request.PersonId, Verb.ChangePersonDetails, actor, async entry =>
        {
            var running = await db.Details.Current().Where(d => d.PersonId == request.PersonId && d.ValidTo == null).OrderByDescending(d => d.ValidFrom).FirstOrDefaultAsync(stop);
            return Decide(running, request, entry, new FactId(ids.Next()));
        }, stop, ContactForm.Tidy(request.Reason));

    internal static Outcome<Change<int>> Decide(PersonDetails? running, Request request, Entry entry, FactId id)
    {
        if (Check(request, entry.At.LondonDate) is { Count: > 0 } wrong)
        {
            return new Outcome<Change<int>>.Refused(wrong);
        }

        var next = Set(running?.Next(entry) ?? new PersonDetails { Id = id, PersonId = request.PersonId, ValidFrom = entry.At.LondonDate, Recorded = entry }, request);
        var isSame = running is not null && Of(running, request.Field) == Of(next, request.Field);
        if ((running?.Version ?? 0) != request.MadeFrom)
        {
            return isSame && running!.EditedHere.HasFlag(request.Field)
                ? AlreadyDone.With(request.PersonId, running.Version)
                : new Outcome<Change<int>>.Conflict(running!);
        }

        return isSame
            ? new Refusal(ValueField(request), "This is what the record already says")
            : new Change<int>(next.Version, new PersonDetailsChanged(request.PersonId, request.Field), new Write(running, next));
    }

    private static List<Refusal> Check(Request request, DateOnly today)
    {
        List<Refusal> wrong = [];
        if (ListOf(request.Field) is { } list)
        {
            if (list.Lookup(request.Code) is not { IsActive: true })
            {
                wrong.Add(new(nameof(request.Code), $"Select {NameOf(request.Field)}"));
            }
        }
        else if (request.Field is DetailFields.DateOfBirth)
        {
            CheckBirth(request, today, wrong);
        }
        else
        {
            wrong.Add(new(nameof(request.Field), "Select what to change"));
        }

        AlertRules.CheckText(request.Reason, nameof(request.Reason), "Enter why this is changed", "Reason", 1_000, wrong);
        return wrong;
    }

    private static void CheckBirth(Request request, DateOnly today, List<Refusal> wrong)
    {
        if (request.Date is not { } born)
        {
            wrong.Add(new(nameof(request.Date), "Enter date of birth"));
        }
        else if (born > today)
        {
            wrong.Add(new(nameof(request.Date), "Date of birth must be today or in the past"));
        }
        else if (born.Year < 1900)
        {
            wrong.Add(new(nameof(request.Date), "Date of birth must be in the last 120 years"));
        }
        else if (born.AgeAsAt(today) is < YoungestYears or > OldestYears && !request.Confirmed)
        {
            wrong.Add(new(nameof(request.Confirmed), $"This makes the person {Words.Count(born.AgeAsAt(today), "year")} old. Is that right?"));
        }
    }

    private static PersonDetails Set(PersonDetails next, Request request) => (request.Field switch
    {
        DetailFields.DateOfBirth => next with { DateOfBirth = request.Date },
        DetailFields.Sex => next with { Sex = Coded.Of(request.Code!) },
        DetailFields.Ethnicity => next with { Ethnicity = Coded.Of(request.Code!) },
        DetailFields.Nationality => next with { Nationality = Coded.Of(request.Code!) },
        DetailFields.Religion => next with { Religion = Coded.Of(request.Code!) },
        _ => next with { MaritalStatus = Coded.Of(request.Code!) },
    }) with
    { EditedHere = next.EditedHere | request.Field };

    private static string? Of(PersonDetails details, DetailFields field) => field switch
    {
        DetailFields.DateOfBirth => details.DateOfBirth?.DayNumber.ToString(System.Globalization.CultureInfo.InvariantCulture),
        DetailFields.Sex => details.Sex?.Text,
        DetailFields.Ethnicity => details.Ethnicity?.Text,
        DetailFields.Nationality => details.Nationality?.Text,
        DetailFields.Religion => details.Religion?.Text,
        _ => details.MaritalStatus?.Text,
    };

    private static CodeList? ListOf(DetailFields field) => field switch
    {
        DetailFields.Sex => CodeLists.Sex,
        DetailFields.Ethnicity => CodeLists.Ethnicity,
        DetailFields.Nationality => CodeLists.Nationality,
        DetailFields.Religion => CodeLists.Religion,
        DetailFields.MaritalStatus => CodeLists.MaritalStatus,
        _ => null,
    };

    private static string NameOf(DetailFields field) => field switch
    {
        DetailFields.Sex => "sex at registration",
        DetailFields.Ethnicity => "an ethnic group",
        DetailFields.Nationality => "a nationality",
        DetailFields.Religion => "a religion or belief",
        _ => "a marital status",
    };

    private static string ValueField(Request request) => request.Field is DetailFields.DateOfBirth ? nameof(request.Date) : nameof(request.Code);
}

/// <summary>A field of who the person is was corrected here.</summary>
public sealed record PersonDetailsChanged(PersonId PersonId, DetailFields Field) : RecordEvent(PersonId);
