using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Says who stands in for the key worker of a person until a day. Sessions that they hold count as the key worker's own.</summary>
public sealed class SetKeyWorkerCover(ThroughcareDb db, Recorder recorder, IdSource ids)
{
    private const int MostMonths = 12;

    /// <param name="Until">Last day.</param>
    public sealed record Request(PersonId PersonId, StaffId? Cover, DateOnly? Until);

    /// <summary>What the form shows.</summary>
    /// <param name="KeyWorker">"Surname, Forename"; <see langword="null"/> where nobody is.</param>
    /// <param name="Cover">Who covers now.</param>
    /// <param name="Choices">Active key workers of the prison but the person's own, by name.</param>
    public sealed record Options(string? KeyWorker, string? Cover, DateOnly? Until, IReadOnlyList<KeyWorkerCandidate> Choices);

    /// <returns><see langword="null"/> for somebody who is not held at the actor's prison.</returns>
    public async Task<Options?> OptionsAsync(PersonId person, Actor actor, DateOnly today, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var place = actor.Place;
        if (!await db.Standings.AnyAsync(s => s.PersonId == person && s.Prison == place, stop))
        {
            return null;
        }

        var (own, covers) = await RunningAsync(person, today, stop);
        var cover = covers.MaxBy(c => c.ValidFrom);
        var workers = await KeyWorkers.OfAsync(db, place, today, stop);
        return new(own?.Name, cover?.Name, cover?.ValidTo, workers.FindAll(w => w.Status is KeyWorkerStatus.Active && w.Id != own?.StaffId));
    }

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        return recorder.WriteAsync(request.PersonId, Verb.AllocateKeyWorker, actor, async entry =>
        {
            var today = entry.At.LondonDate;
            if (await OptionsAsync(request.PersonId, actor, today, stop) is not { } options)
            {
                return new Refusal("", $"This person is not held at {Places.Name(actor.Place)}");
            }

            var (own, covers) = await RunningAsync(request.PersonId, today, stop);
            var decided = Decide(own, covers, options.Choices.FirstOrDefault(w => w.Id == request.Cover)?.Name, request, actor.Place, new(ids.Next()), entry);
            if (decided is Outcome<Change<FactId>>.Done { Value.Happened: KeyWorkerCovered covered })
            {
                db.Add(NoticeWords.To(covered.Cover, request.PersonId, NoticeWords.Allocated, $"You stand in as key worker until {Words.LongDate(covered.Until)}.", entry.At, ids));
            }

            return decided;
        }, stop);
    }

    /// <param name="name">Of the chosen one; <see langword="null"/> for somebody who can not be chosen.</param>
    internal static Outcome<Change<FactId>> Decide(ManagerAssignment? own, IReadOnlyList<ManagerAssignment> covers, string? name, Request request, PlaceCode place, FactId id, Entry entry)
    {
        var today = entry.At.LondonDate;
        List<Refusal> wrong = [];
        if (own is null)
        {
            wrong.Add(new("", "Choose a key worker first: nobody is there to stand in for"));
        }
        else if (name is null)
        {
            wrong.Add(new(nameof(request.Cover), "Select a key worker from the list"));
        }

        if (request.Until is not { } until)
        {
            wrong.Add(new(nameof(request.Until), "Enter the last day of cover"));
        }
        else if (until < today || until > today.AddMonths(MostMonths))
        {
            wrong.Add(new(nameof(request.Until), until < today ? "Last day of cover must be today or in the future" : $"Last day of cover must be within {MostMonths} months"));
        }

        if (wrong.Count > 0)
        {
            return new Outcome<Change<FactId>>.Refused(wrong);
        }

        if (covers is [{ } same] && same.StaffId == request.Cover && same.ValidTo == request.Until)
        {
            return AlreadyDone.With(request.PersonId, same.Id);
        }

        var spell = new ManagerAssignment
        {
            Id = id,
            PersonId = request.PersonId,
            ValidFrom = today,
            ValidTo = request.Until,
            Recorded = entry,
            Role = Role.KeyWorker,
            Part = ManagerPart.Cover,
            StaffId = request.Cover,
            Name = name!,
            Place = place,
        };
        return new Change<FactId>(id, new KeyWorkerCovered(request.PersonId, request.Cover!.Value, request.Until!.Value), [.. PomSpells.Succeed(covers, spell)]);
    }

    /// <summary>The key worker, and those who stand in today or later.</summary>
    private async Task<(ManagerAssignment? Own, List<ManagerAssignment> Covers)> RunningAsync(PersonId person, DateOnly today, CancellationToken stop)
    {
        var records = await MergedRecords.OfAsync(db, person, stop);
        var all = await db.Managers.Current().Where(m => records.Contains(m.PersonId) && m.Role == Role.KeyWorker && (m.ValidTo == null || (m.Part == ManagerPart.Cover && m.ValidTo >= today))).ToListAsync(stop);
        return (all.Where(m => m.Part is ManagerPart.Primary && m.ValidFrom <= today).MaxBy(m => m.ValidFrom), all.FindAll(m => m.Part is ManagerPart.Cover));
    }
}

/// <summary>Somebody stands in for the key worker of a person.</summary>
public sealed record KeyWorkerCovered(PersonId PersonId, StaffId Cover, DateOnly Until) : RecordEvent(PersonId);
