using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Ends an alert, with a comment.</summary>
public sealed class CloseAlert(ThroughcareDb db, Recorder recorder, IdSource ids)
{
    /// <param name="MadeFrom">The version that the form showed.</param>
    /// <param name="On">The last day on which it is true.</param>
    public sealed record Request(PersonId PersonId, FactId AlertId, int MadeFrom, DateOnly? On, string? Comment);

    /// <returns>The version that closed it.</returns>
    public Task<Outcome<int>> DoAsync(Request request, Actor actor, CancellationToken stop) =>
        recorder.WriteAsync(request.PersonId, Verb.CloseAlert, actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            var alert = await db.Alerts.Current().SingleOrDefaultAsync(a => records.Contains(a.PersonId) && a.Id == request.AlertId, stop);
            var reader = await EntryReaders.OfAsync(db, records, actor, entry.At.LondonDate, stop);
            return Decide(alert, reader, request, entry, new FactId(ids.Next()));
        }, stop);

    internal static Outcome<Change<int>> Decide(Alert? running, EntryReader reader, Request request, Entry entry, FactId note)
    {
        if (running is null || !reader.MaySee(running))
        {
            return Refusals.NotFound;
        }

        var comment = ContactForm.Tidy(request.Comment);
        if (running.Version != request.MadeFrom)
        {
            return (running.ValidTo, running.ClosingComment, running.Recorded.By) == (request.On, comment, entry.By) && running.ValidTo is not null
                ? AlreadyDone.With(request.PersonId, running.Version)
                : new Outcome<Change<int>>.Conflict(running);
        }

        // on the day on which it was closed, two who closed it differently can still settle which of them is right
        List<Refusal> wrong = [];
        if (running.ValidTo is { } already && already < entry.At.LondonDate && running.Recorded.At.LondonDate < entry.At.LondonDate)
        {
            wrong.Add(new("", $"This alert was closed on {Words.LongDate(already)}"));
        }

        if (request.On is not { } on)
        {
            wrong.Add(new(nameof(request.On), "Enter the date the alert ends"));
        }
        else if (on < running.ValidFrom)
        {
            wrong.Add(new(nameof(request.On), $"Date the alert ends must be on or after {Words.LongDate(running.ValidFrom)}, when it started"));
        }
        else if (on > entry.At.LondonDate)
        {
            wrong.Add(new(nameof(request.On), "Date the alert ends must be today or in the past"));
        }

        AlertRules.CheckText(comment, nameof(request.Comment), "Enter why the alert is closed", "Comment", 1_000, wrong);
        if (wrong.Count > 0)
        {
            return new Outcome<Change<int>>.Refused(wrong);
        }

        var closed = running.EndedOn(request.On!.Value, entry) with { ClosingComment = comment };
        var code = AlertCodes.Find(running.Code);
        var text = $"Alert closed: {code?.Description ?? running.Unmapped ?? running.Code}";
        return new Change<int>(
            closed.Version, new AlertClosed(request.PersonId, closed.Id, closed.Code, request.On.Value),
            new Write(running, closed), new Write(null, AlertRules.Note(closed, code, note, text, entry) with { PersonId = request.PersonId }));
    }
}

/// <summary>An alert was closed.</summary>
public sealed record AlertClosed(PersonId PersonId, FactId AlertId, string Code, DateOnly On) : RecordEvent(PersonId);
