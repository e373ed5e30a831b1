using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Sets by hand who leads a case, in place of what the rules say. One is in force at a time.</summary>
public sealed class OverrideResponsibility(ThroughcareDb db, Recorder recorder, IdSource ids)
{
    private const int LongestText = 1_000;

    /// <param name="Token">The form's own: becomes the id of what is recorded.</param>
    /// <param name="ReasonCode">Of <c>override-reasons.csv</c>, kind <c>responsibility</c>.</param>
    /// <param name="Text">Required where the reason needs it.</param>
    public sealed record Request(PersonId PersonId, FactId Token, ResponsibilitySide? Side, string? ReasonCode, string? Text);

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        return recorder.WriteAsync(request.PersonId, Verb.OverrideResponsibility, actor, async entry =>
        {
            var running = await RunningAsync(db, request.PersonId, stop);
            var decided = Decide(running, request, entry);
            if (decided is Outcome<Change<FactId>>.Done { Value.Happened: ResponsibilityOverridden { Side: ResponsibilitySide.Probation } })
            {
                await TellAsync(request.PersonId, entry.At, stop);
            }

            return decided;
        }, stop);
    }

    /// <summary>Tells the delivery unit and the head of the prison's unit that the community is to lead.</summary>
    private async Task TellAsync(PersonId person, DateTimeOffset at, CancellationToken stop)
    {
        if (await db.Standings.SingleOrDefaultAsync(s => s.PersonId == person, stop) is not { } standing)
        {
            return;
        }

        foreach (var mailbox in new[] { standing.UnitToTell, standing.Prison }.OfType<PlaceCode>())
        {
            db.Add(NoticeWords.ToMailbox(mailbox, person, HandoverNotices.Override, "It was set by hand that the community offender manager leads this case. The reason is on its handover page.", at, ids));
        }
    }

    /// <param name="running">What is in force already.</param>
    public static Outcome<Change<FactId>> Decide(ResponsibilityOverride? running, Request request, Entry entry)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(entry);

        if (running?.Id == request.Token)
        {
            return AlreadyDone.With(request.PersonId, request.Token);
        }

        if (running is not null)
        {
            return new Outcome<Change<FactId>>.Conflict(running);
        }

        List<Refusal> wrong = [];
        if (request.Side is null)
        {
            wrong.Add(new(nameof(request.Side), "Select who is to lead"));
        }

        var reason = OverrideReasons.Find(OverrideReasons.OfResponsibility, request.ReasonCode);
        var text = ContactForm.Tidy(request.Text);
        if (reason is not { IsActive: true })
        {
            wrong.Add(new(nameof(request.ReasonCode), "Select a reason for overriding the responsibility"));
        }
        else if (reason.NeedsText || text is not null)
        {
            AlertRules.CheckText(text, nameof(request.Text), "Enter the reason", "Reason", LongestText, wrong);
        }

        if (wrong.Count > 0)
        {
            return new Outcome<Change<FactId>>.Refused(wrong);
        }

        var set = new ResponsibilityOverride
        {
            Id = request.Token,
            PersonId = request.PersonId,
            ValidFrom = entry.At.LondonDate,
            Recorded = entry,
            Side = request.Side!.Value,
            ReasonCode = reason!.Code,
            Text = text,
        };
        return new Change<FactId>(set.Id, new ResponsibilityOverridden(request.PersonId, set.Id, set.Side, set.ReasonCode), new Write(null, set));
    }

    /// <summary>What is in force; under the lock of the person.</summary>
    internal static async Task<ResponsibilityOverride?> RunningAsync(ThroughcareDb db, PersonId person, CancellationToken stop)
    {
        var records = await MergedRecords.OfAsync(db, person, stop);
        return await db.ResponsibilityOverrides.Current().Where(o => records.Contains(o.PersonId) && o.ValidTo == null && !o.Withdrawn).OrderByDescending(o => o.ValidFrom).FirstOrDefaultAsync(stop);
    }
}

/// <summary>Somebody set by hand who leads a case.</summary>
public sealed record ResponsibilityOverridden(PersonId PersonId, FactId OverrideId, ResponsibilitySide Side, string ReasonCode) : RecordEvent(PersonId);
