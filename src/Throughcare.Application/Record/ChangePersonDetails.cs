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

        /// <summary>For every other field: a code of its list that may still be chosen, or Y or N.</summary>
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

        var kind = DetailKind.Find(request.Field)!;
        var start = running?.Next(entry) ?? new PersonDetails { Id = id, PersonId = request.PersonId, ValidFrom = entry.At.LondonDate, Recorded = entry };
        var next = kind.Set(start, request.Date is { } day && kind == DetailKind.DateOfBirth ? DetailKind.Text(day) : request.Code!);
        var isSame = running is not null && kind.Of(running) == kind.Of(next);
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
        switch (DetailKind.Find(request.Field))
        {
            case null:
                wrong.Add(new(nameof(request.Field), "Select what to change"));
                break;
            case { List: { } list } when list.Lookup(request.Code) is not { IsActive: true }:
                wrong.Add(new(nameof(request.Code), $"Select {NameOf(request.Field)}"));
                break;
            case { IsYesNo: true } when request.Code is not (DetailKind.Yes or DetailKind.No):
                wrong.Add(new(nameof(request.Code), "Select yes or no"));
                break;
            case var kind when kind == DetailKind.DateOfBirth:
                CheckBirth(request, today, wrong);
                break;
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

    private static string NameOf(DetailFields field) => field switch
    {
        DetailFields.Sex => "sex at registration",
        DetailFields.Ethnicity => "an ethnic group",
        DetailFields.Nationality => "a nationality",
        DetailFields.Religion => "a religion or belief",
        DetailFields.GenderIdentity => "a gender identity",
        DetailFields.Language => "a language",
        _ => "a marital status",
    };

    private static string ValueField(Request request) => request.Field is DetailFields.DateOfBirth ? nameof(request.Date) : nameof(request.Code);
}

/// <summary>A field of who the person is was corrected here.</summary>
public sealed record PersonDetailsChanged(PersonId PersonId, DetailFields Field) : RecordEvent(PersonId);
