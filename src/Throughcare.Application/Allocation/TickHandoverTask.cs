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
            var standing = HandoverReset.Standing(running, await HandoverReset.Changes(db, [request.PersonId]).ToListAsync(stop));
            return Decide(running, standing is not null, request, new(ids.Next()), entry);
        }, stop);
    }

    /// <param name="running">What was ticked so far.</param>
    /// <param name="isOfThis">It was ticked for the handover that runs; otherwise the tasks begin anew.</param>
    public static Outcome<Change<int>> Decide(HandoverProgress? running, bool isOfThis, Request request, FactId id, Entry entry)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(entry);

        var today = entry.At.LondonDate;
        var current = isOfThis ? running : null;
        if (HandoverSteps.DoneOn(current, request.Task) is not null == request.IsDone)
        {
            return AlreadyDone.With(request.PersonId, current?.Version ?? 0);
        }

        var before = current ?? new HandoverProgress { Id = id, PersonId = request.PersonId, ValidFrom = today, Recorded = entry };
        DateOnly? on = request.IsDone ? today : null;
        var after = (current is null ? before : current.Next(entry)) with
        {
            ReviewedOasysOn = request.Task is HandoverTask.ReviewedOasys ? on : before.ReviewedOasysOn,
            ContactedComOn = request.Task is HandoverTask.ContactedCom ? on : before.ContactedComOn,
            AttendedMeetingOn = request.Task is HandoverTask.AttendedHandoverMeeting ? on : before.AttendedMeetingOn,
            SentReportOn = request.Task is HandoverTask.SentHandoverReport ? on : before.SentReportOn,
        };
        return new Change<int>(
            after.Version, new HandoverTaskTicked(request.PersonId, request.Task, request.IsDone),
            [.. current is null ? Succession.Of(running, after) : [new Write(current, after)]]);
    }
}

/// <summary>A task of a handover was done, or was not after all.</summary>
public sealed record HandoverTaskTicked(PersonId PersonId, HandoverTask Task, bool IsDone) : RecordEvent(PersonId);
