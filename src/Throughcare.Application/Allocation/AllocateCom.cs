using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Lists;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Names the COM of a person, of the office of whoever decides; the POM is told the same day.</summary>
public sealed class AllocateCom(ThroughcareDb db, Recorder recorder, CaseHistories histories, WorkloadOf workload, IdSource ids)
{
    /// <summary>Codes of <c>allocation-end-reasons.csv</c> for a change of COM.</summary>
    public static IReadOnlyList<string> Reasons { get; } = ["STAFF_LEFT", "MOVED_AREA", "RISK_GRADE", OtherReason];

    private const string OtherReason = "OTHER";

    /// <summary>Characters of the reason for giving a case to somebody at 100% or more.</summary>
    public const int LongestCapacityReason = 500;

    /// <param name="SeenCom">The COM whom the form showed; <see langword="null"/> for none.</param>
    /// <param name="Reason">Why the one before no longer is: needed where there is one.</param>
    /// <param name="Text">For <c>OTHER</c>.</param>
    /// <param name="CapacityReason">Why the case goes to somebody who is then at 100% of capacity or more: needed where they are.</param>
    public sealed record Request(PersonId PersonId, StaffId Com, FactId? SeenCom, string? Reason = null, string? Text = null, string? CapacityReason = null);

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        return recorder.WriteAsync(request.PersonId, Verb.AllocateCom, actor, async entry =>
        {
            if (await AllocationNow.LoadAsync(histories, request.PersonId, entry.At, stop) is not { } now)
            {
                return Refusals.NotFound;
            }

            var member = await db.Staff.SingleOrDefaultAsync(s => s.Id == request.Com && s.Role == Role.Com && s.Place == actor.Place, stop);
            var name = member?.Name;
            var capacity = member is null ? null : (await workload.IfGivenAsync([member], now.PersonId, stop))[member.Id].After;
            var decided = Decide(now, name, capacity, request, actor.Place, new(ids.Next()), entry);
            if (decided is Outcome<Change<FactId>>.Done { Value.Happened: ComAllocated })
            {
                db.Add(NoticeWords.To(request.Com, now.PersonId, NoticeWords.Allocated, "A case was allocated to you as community offender manager.", entry.At, ids));
                if (now.Pom?.StaffId is { } pom)
                {
                    db.Add(NoticeWords.To(pom, now.PersonId, NoticeWords.ComChanged, $"The community offender manager of a case of yours is now {PomSpells.LastFirst(name!)}.", entry.At, ids));
                }

                if (Before(now)?.StaffId is { } previous && previous != request.Com)
                {
                    db.Add(NoticeWords.To(previous, now.PersonId, NoticeWords.Allocated, "A case of yours was allocated to another community offender manager.", entry.At, ids));
                }
            }

            return decided;
        }, stop, request.Text);
    }

    /// <param name="name">Of the COM; <see langword="null"/> for somebody who is no COM of this office.</param>
    /// <param name="capacity">Of the COM once they have the case.</param>
    internal static Outcome<Change<FactId>> Decide(AllocationNow now, string? name, WorkloadCapacity? capacity, Request request, PlaceCode place, FactId id, Entry entry)
    {
        var running = now.Of(Role.Com, ManagerPart.Primary);
        var before = Before(now);
        if (before?.Id != request.SeenCom && before is not null)
        {
            return before.StaffId == request.Com && before.Recorded.By == entry.By ? AlreadyDone.With(request.PersonId, before.Id) : new Outcome<Change<FactId>>.Conflict(before);
        }

        List<Refusal> wrong = [];
        if (name is null || before?.StaffId == request.Com)
        {
            wrong.Add(new(nameof(Request.Com), "Choose a COM from the available list"));
        }

        if (before is not null && !Reasons.Contains(request.Reason))
        {
            wrong.Add(new(nameof(Request.Reason), "Select why the COM changes"));
        }

        if (before is not null && request.Reason == OtherReason && string.IsNullOrWhiteSpace(request.Text))
        {
            wrong.Add(new(nameof(Request.Text), "Enter why the COM changes"));
        }

        var isOver = capacity is { Warning: WorkloadWarning.OverCapacity };
        var capacityReason = isOver ? ContactForm.Tidy(request.CapacityReason) : null;
        if (isOver)
        {
            AlertRules.CheckText(capacityReason, nameof(Request.CapacityReason), "Enter why the case goes to somebody at 100% of capacity or more", "Reason", LongestCapacityReason, wrong);
        }

        if (wrong.Count > 0)
        {
            return new Outcome<Change<FactId>>.Refused([.. wrong]);
        }

        var spell = new ManagerAssignment
        {
            Id = id,
            PersonId = now.PersonId,
            CaseId = now.Facts.Case?.AsCase,
            ValidFrom = entry.At.LondonDate,
            Recorded = entry,
            Role = Role.Com,
            StaffId = request.Com,
            Name = PomSpells.LastFirst(name!),
            Place = place,
            OverCapacityReason = capacityReason,
        };
        return new Change<FactId>(id, new ComAllocated(request.PersonId, request.Com, place), [.. PomSpells.Succeed(running is null ? [] : [running], spell, before is null ? PomSpells.Overridden : request.Reason!)]);
    }

    /// <summary>The COM of today, by name at least.</summary>
    private static ManagerAssignment? Before(AllocationNow now) => now.Of(Role.Com, ManagerPart.Primary) is { Name: not DecideCase.Unallocated } com ? com : null;
}

/// <summary>Somebody became the COM of a person.</summary>
public sealed record ComAllocated(PersonId PersonId, StaffId Com, PlaceCode Place) : RecordEvent(PersonId);
