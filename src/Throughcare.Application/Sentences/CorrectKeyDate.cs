using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Storage;

namespace Throughcare.Application.Sentences;

/// <summary>Corrects one official date; a file that differs later opens a conflict instead of overwriting it.</summary>
public sealed class CorrectKeyDate(ThroughcareDb db, Recorder recorder, IdSource ids)
{
    /// <param name="MadeFrom">The version of the dates that the form showed; 0 where none were recorded.</param>
    /// <param name="Code">Which date, such as CRD: <see cref="KeyDateKind"/>.</param>
    /// <param name="On"><see langword="null"/> to say that there is none.</param>
    public sealed record Request(PersonId PersonId, int MadeFrom, string? Code, DateOnly? On, string? Reason);

    /// <returns>The version that was made.</returns>
    public Task<Outcome<int>> DoAsync(Request request, Actor actor, CancellationToken stop) =>
        recorder.WriteAsync(request.PersonId, Verb.RecordSentence, actor, async entry =>
        {
            var running = await db.KeyDates.Current().Where(d => d.PersonId == request.PersonId && d.ValidTo == null).OrderByDescending(d => d.ValidFrom).FirstOrDefaultAsync(stop);
            var open = await db.Cases.Current().Where(c => c.PersonId == request.PersonId && c.ValidTo == null).OrderByDescending(c => c.ValidFrom).FirstOrDefaultAsync(stop);
            return Decide(running, open, request, entry, new FactId(ids.Next()));
        }, stop, ContactForm.Tidy(request.Reason));

    internal static Outcome<Change<int>> Decide(KeyDates? running, PersonCase? open, Request request, Entry entry, FactId id)
    {
        var kind = KeyDateKind.Find(request.Code);
        List<Refusal> wrong = [];
        if (kind is null)
        {
            wrong.Add(new(nameof(request.Code), "Select the date to correct"));
        }

        if (request.On is { Year: < 1950 or > 2199 })
        {
            wrong.Add(new(nameof(request.On), "Date must be between 1950 and 2199"));
        }

        if (string.IsNullOrWhiteSpace(request.Reason))
        {
            wrong.Add(new(nameof(request.Reason), "Enter why the date is corrected"));
        }
        else if (request.Reason.Trim().Length > 1_000)
        {
            wrong.Add(new(nameof(request.Reason), "Reason must be 1,000 characters or fewer"));
        }

        if (wrong.Count > 0)
        {
            return new Outcome<Change<int>>.Refused(wrong);
        }

        var was = running is null ? null : kind!.Of(running);
        if ((running?.Version ?? 0) != request.MadeFrom)
        {
            return was == request.On && running!.EditedHere.HasFlag(kind!.Field)
                ? AlreadyDone.With(request.PersonId, running.Version)
                : new Outcome<Change<int>>.Conflict(running!);
        }

        if (was == request.On)
        {
            return new Refusal(nameof(request.On), request.On is { } same ? $"{kind!.Name} is already {Words.LongDate(same)}" : $"{kind!.Name} is already empty");
        }

        var next = running?.Next(entry) ?? new KeyDates
        {
            Id = id,
            PersonId = request.PersonId,
            CaseId = open?.AsCase,
            ValidFrom = open?.ValidFrom ?? entry.At.LondonDate,
            AsOf = entry.At.LondonDate,
            Recorded = entry,
        };
        next = kind!.Set(next, request.On) with { EditedHere = next.EditedHere | kind.Field };
        return new Change<int>(next.Version, new KeyDateCorrected(request.PersonId, kind.Code, was, request.On), new Write(running, next));
    }
}

/// <summary>An official date was corrected here.</summary>
public sealed record KeyDateCorrected(PersonId PersonId, string Code, DateOnly? Was, DateOnly? Now) : RecordEvent(PersonId);
