using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Records that a task of a handover is done, or that it is not.</summary>
/// <remarks>Each task stands by itself: two who tick different ones do not stand in each other's way.</remarks>
public sealed class TickHandoverTask(ThroughcareDb db, Recorder recorder, IdSource ids)
{
    /// <param name="IsDone">False to take it back.</param>
    public sealed record Request(PersonId PersonId, HandoverTask Task, bool IsDone);

    /// <returns>The version that says so.</returns>
    public Task<Outcome<int>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        return recorder.WriteAsync(request.PersonId, Verb.TickHandoverTask, actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            var running = await db.HandoverProgress.Current().Where(h => records.Contains(h.PersonId) && h.ValidTo == null && !h.Withdrawn).OrderByDescending(h => h.ValidFrom).FirstOrDefaultAsync(stop);
            return Decide(running, request, new(ids.Next()), entry);
        }, stop);
    }

    public static Outcome<Change<int>> Decide(HandoverProgress? running, Request request, FactId id, Entry entry)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(entry);

        var today = entry.At.LondonDate;
        if (HandoverSteps.DoneOn(running, request.Task) is not null == request.IsDone)
        {
            return AlreadyDone.With(request.PersonId, running?.Version ?? 0);
        }

        var before = running ?? new HandoverProgress { Id = id, PersonId = request.PersonId, ValidFrom = today, Recorded = entry };
        DateOnly? on = request.IsDone ? today : null;
        var after = (running is null ? before : running.Next(entry)) with
        {
            ReviewedOasysOn = request.Task is HandoverTask.ReviewedOasys ? on : before.ReviewedOasysOn,
            ContactedComOn = request.Task is HandoverTask.ContactedCom ? on : before.ContactedComOn,
            AttendedMeetingOn = request.Task is HandoverTask.AttendedHandoverMeeting ? on : before.AttendedMeetingOn,
            SentReportOn = request.Task is HandoverTask.SentHandoverReport ? on : before.SentReportOn,
        };
        return new Change<int>(after.Version, new HandoverTaskTicked(request.PersonId, request.Task, request.IsDone), new Write(running, after));
    }
}

/// <summary>A task of a handover was done, or was not after all.</summary>
public sealed record HandoverTaskTicked(PersonId PersonId, HandoverTask Task, bool IsDone) : RecordEvent(PersonId);
