using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Says who stands in for the POM of a person until a day.</summary>
public sealed class SetCover(ThroughcareDb db, Recorder recorder, CaseHistories histories, IdSource ids)
{
    private const int MostMonths = 12;

    /// <param name="Until">Last day.</param>
    public sealed record Request(PersonId PersonId, StaffId Cover, DateOnly? Until);

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        return recorder.WriteAsync(request.PersonId, Verb.AllocatePom, actor, async entry =>
        {
            if (await AllocationNow.LoadAsync(histories, request.PersonId, entry.At, stop) is not { } now)
            {
                return Refusals.NotFound;
            }

            var isActive = await db.PomProfiles.AnyAsync(p => p.Staff == request.Cover && p.Place == actor.Place && p.ReplacedAt == null && p.Status == PomStatus.Active, stop);
            var name = await db.Staff.Where(s => s.Id == request.Cover).Select(s => s.Name).SingleOrDefaultAsync(stop);
            var decided = Decide(now, isActive ? name : null, request, actor.Place, new(ids.Next()), entry);
            if (decided is Outcome<Change<FactId>>.Done { Value.Happened: CoverSet })
            {
                db.Add(NoticeWords.To(request.Cover, now.PersonId, NoticeWords.Allocated, $"You cover a case until {Words.LongDate(request.Until!.Value)}.", entry.At, ids));
            }

            return decided;
        }, stop);
    }

    internal static Outcome<Change<FactId>> Decide(AllocationNow now, string? name, Request request, PlaceCode place, FactId id, Entry entry)
    {
        var today = entry.At.LondonDate;
        List<Refusal> wrong = [];
        if (now.Pom is null)
        {
            wrong.Add(new("", "Allocate a POM first: nobody is there to cover for"));
        }
        else if (name is null || now.Pom.StaffId == request.Cover)
        {
            wrong.Add(new(nameof(Request.Cover), AllocatePom.NotAvailable));
        }

        if (request.Until is not { } until)
        {
            wrong.Add(new(nameof(Request.Until), "Enter the last day of cover"));
        }
        else if (until < today || until > today.AddMonths(MostMonths))
        {
            wrong.Add(new(nameof(Request.Until), until < today ? "Last day of cover must be today or in the future" : $"Last day of cover must be within {MostMonths} months"));
        }

        if (wrong.Count > 0)
        {
            return new Outcome<Change<FactId>>.Refused([.. wrong]);
        }

        var running = now.Running.Where(m => m is { Role: Role.Pom, Part: ManagerPart.Cover }).ToList();
        if (running is [{ } same] && same.StaffId == request.Cover && same.ValidTo == request.Until)
        {
            return AlreadyDone.With(request.PersonId, same.Id);
        }

        var spell = new ManagerAssignment
        {
            Id = id,
            PersonId = now.PersonId,
            CaseId = now.Facts.Case?.AsCase,
            ValidFrom = today,
            ValidTo = request.Until,
            Recorded = entry,
            Role = Role.Pom,
            Part = ManagerPart.Cover,
            StaffId = request.Cover,
            Name = PomSpells.LastFirst(name!),
            Place = place,
        };
        return new Change<FactId>(id, new CoverSet(request.PersonId, request.Cover, request.Until!.Value), [.. PomSpells.Succeed(running, spell)]);
    }
}

/// <summary>Somebody stands in for the POM of a person.</summary>
public sealed record CoverSet(PersonId PersonId, StaffId Cover, DateOnly Until) : RecordEvent(PersonId);
