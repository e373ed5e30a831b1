using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Says something that staff must know at once about a person.</summary>
public sealed class RaiseAlert(ThroughcareDb db, Recorder recorder, IdSource ids)
{
    private const int DaysBeforeReason = 8;

    /// <param name="Token">The form's own: becomes the alert's id.</param>
    /// <param name="Code">Code of <c>alert-codes.csv</c>.</param>
    /// <param name="From">The first day on which it is true.</param>
    /// <param name="LateReason">Required where <paramref name="From"/> is more than 8 days ago.</param>
    public sealed record Request(PersonId PersonId, FactId Token, string? Code, string? Description, DateOnly? From, string? AuthorisedBy = null, string? LateReason = null);

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop) =>
        recorder.WriteAsync(request.PersonId, Verb.RaiseAlert, actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            var alerts = await db.Alerts.Current().Where(a => records.Contains(a.PersonId)).ToListAsync(stop);
            var reader = await EntryReaders.OfAsync(db, records, actor, entry.At.LondonDate, stop);
            return Decide(alerts, reader, request, entry, new FactId(ids.Next()));
        }, stop, ContactForm.Tidy(request.LateReason));

    internal static Outcome<Change<FactId>> Decide(IReadOnlyList<Alert> alerts, EntryReader reader, Request request, Entry entry, FactId note)
    {
        var today = entry.At.LondonDate;
        if (alerts.Any(a => a.Id == request.Token))
        {
            return AlreadyDone.With(request.PersonId, request.Token);
        }

        List<Refusal> wrong = [];
        var code = AlertCodes.Find(request.Code);
        if (code is not { IsActive: true })
        {
            wrong.Add(new(nameof(request.Code), "Select an alert"));
        }
        else if (alerts.FirstOrDefault(a => a.Code == code.Code && (a.ValidTo is null || a.ValidTo >= today)) is { } running)
        {
            wrong.Add(new(nameof(request.Code), $"{code.Description} is already active, since {Words.LongDate(running.ValidFrom)}"));
        }

        AlertRules.CheckText(request.Description, nameof(request.Description), "Enter what staff need to know", "Description", 4_000, wrong);
        if (request.From is not { } from)
        {
            wrong.Add(new(nameof(request.From), "Enter the date the alert starts"));
        }
        else if (from > today)
        {
            wrong.Add(new(nameof(request.From), "Date the alert starts must be today or in the past"));
        }
        else if (today.DayNumber - from.DayNumber > DaysBeforeReason && string.IsNullOrWhiteSpace(request.LateReason))
        {
            wrong.Add(new(nameof(request.LateReason), "Enter why the alert starts more than 8 days ago"));
        }

        if (wrong.Count > 0)
        {
            return new Outcome<Change<FactId>>.Refused(wrong);
        }

        var alert = new Alert
        {
            Id = request.Token,
            PersonId = request.PersonId,
            Code = code!.Code,
            Description = request.Description!.Trim(),
            AuthorisedBy = ContactForm.Tidy(request.AuthorisedBy),
            ValidFrom = request.From!.Value,
            Recorded = entry,
        };
        return code.IsRestricted && !reader.MaySee(alert)
            ? new Refusal(nameof(request.Code), "Your role cannot set this alert", RefusalKind.Role)
            : new Change<FactId>(alert.Id, new AlertRaised(request.PersonId, alert.Id, alert.Code, alert.ValidFrom), new Write(null, alert), new Write(null, AlertRules.Note(alert, code, note, $"Alert raised: {code.Description}", entry)));
    }
}

/// <summary>An alert was raised.</summary>
public sealed record AlertRaised(PersonId PersonId, FactId AlertId, string Code, DateOnly From) : RecordEvent(PersonId);
