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

/// <summary>Gives a person a key worker of the prison that holds them. Another than the one who is recommended needs a reason; the one before ends.</summary>
public sealed class AllocateKeyWorker(ThroughcareDb db, Recorder recorder, CaseHistories histories, IdSource ids)
{
    /// <summary>Code of <c>allocation-end-reasons.csv</c>.</summary>
    private const string Overridden = "OVERRIDE";

    private const int Longest = 1_000;

    /// <param name="Seen">The version of the running spell that the form showed; 0 where there was none.</param>
    /// <param name="Reason">Where the chosen one is not recommended.</param>
    public sealed record Request(PersonId PersonId, StaffId? KeyWorker, string? Reason, int Seen);

    /// <summary>What a form shows.</summary>
    /// <param name="Ranked">Whoever can be chosen, the recommended one first.</param>
    public sealed record Options(Explained<KeyWorkerCandidate?> Recommended, IReadOnlyList<KeyWorkerCandidate> Ranked, string? Current, int Seen);

    /// <returns><see langword="null"/> for somebody who is not held at the actor's prison.</returns>
    public async Task<Options?> OptionsAsync(PersonId person, Actor actor, DateOnly today, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        if (await db.Standings.SingleOrDefaultAsync(s => s.PersonId == person && s.Prison == actor.Place, stop) is not { } standing)
        {
            return null;
        }

        var running = await RunningAsync(await MergedRecords.OfAsync(db, person, stop), today, stop);
        var workers = (await KeyWorkers.OfAsync(db, actor.Place, today, stop)).FindAll(w => w.Id != running?.StaffId);
        var needed = (await KeyWorkers.WithoutAsync(db, actor.Place, [standing with { KeyWorkerSince = null }], stop))[0];
        var recommended = KeyWorkerChoice.For(needed with { Previous = [.. needed.Previous.Where(id => id != running?.StaffId)] }, workers);
        var active = workers.FindAll(w => w.Status is KeyWorkerStatus.Active);
        return new(
            recommended, [.. active.OrderByDescending(w => w.Id == recommended.Value?.Id).ThenByDescending(w => w.Cases < w.Capacity).ThenBy(w => w.Ratio).ThenBy(w => w.Name, StringComparer.Ordinal)], running?.Name, running?.Version ?? 0);
    }

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        return recorder.WriteAsync(request.PersonId, Verb.AllocateKeyWorker, actor, async entry =>
        {
            var today = entry.At.LondonDate;
            if (await histories.LoadAsync(request.PersonId, stop) is not { } history)
            {
                return Refusals.NotFound;
            }

            var facts = history.At(today, entry.At);
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            var running = await RunningAsync(records, today, stop);
            var covers = await db.Managers.Current().Where(m => records.Contains(m.PersonId) && m.Role == Role.KeyWorker && m.Part == ManagerPart.Cover && m.ValidTo > today).ToListAsync(stop);
            if (await OptionsAsync(request.PersonId, actor, today, stop) is not { } options)
            {
                return new Refusal("", $"This person is not held at {Places.Name(actor.Place)}");
            }

            var name = request.KeyWorker is { } chosen ? options.Ranked.FirstOrDefault(w => w.Id == chosen)?.Name : null;
            return Decide(running, covers, options, name, facts.IsHighComplexity is { HasValue: true, Value: true }, request, actor.Place, new(ids.Next()), entry);
        }, stop);
    }

    /// <param name="covers">Who stands in for the one before: over with them.</param>
    /// <param name="name">Of the chosen one; <see langword="null"/> for somebody who can not be chosen.</param>
    internal static Outcome<Change<FactId>> Decide(ManagerAssignment? running, IReadOnlyList<ManagerAssignment> covers, Options options, string? name, bool isHighComplexity, Request request, PlaceCode place, FactId id, Entry entry)
    {
        if ((running?.Version ?? 0) != request.Seen)
        {
            return running is null ? new Refusal("", "The key worker ended while you were here. Open the page again")
                : running.StaffId == request.KeyWorker && running.Recorded.By == entry.By ? AlreadyDone.With(request.PersonId, running.Id)
                : new Outcome<Change<FactId>>.Conflict(running);
        }

        if (isHighComplexity)
        {
            return new Refusal("", "Complexity of need is high: the prison offender manager does this work, and there is no key worker");
        }

        var reason = ContactForm.Tidy(request.Reason);
        List<Refusal> wrong = [];
        if (name is null)
        {
            wrong.Add(new(nameof(request.KeyWorker), "Select a key worker from the list"));
        }

        var isRecommended = options.Recommended.Value?.Id == request.KeyWorker && request.KeyWorker is not null;
        if (name is not null && !isRecommended && reason is null)
        {
            wrong.Add(new(nameof(request.Reason), options.Recommended.Value is null ? "Enter why, because nobody is recommended" : "Enter why the recommended key worker is not chosen"));
        }
        else if (reason?.Length > Longest)
        {
            wrong.Add(new(nameof(request.Reason), "Reason must be 1,000 characters or fewer"));
        }

        if (wrong.Count > 0)
        {
            return new Outcome<Change<FactId>>.Refused(wrong);
        }

        var spell = new ManagerAssignment
        {
            Id = id,
            PersonId = request.PersonId,
            ValidFrom = entry.At.LondonDate,
            Recorded = entry with { Reason = isRecommended ? KeyWorkers.Automatic : reason },
            Role = Role.KeyWorker,
            StaffId = request.KeyWorker,
            Name = name!,
            Place = place,
        };
        return new Change<FactId>(
            spell.Id, new KeyWorkerAllocated(request.PersonId, request.KeyWorker!.Value, place, isRecommended),
            [.. running is null ? Array.Empty<Write>() : [new Write(running, running.EndedOn(LastDayOf(running, entry.At.LondonDate), entry) with { EndReason = Overridden })], .. covers.Select(c => PomSpells.End(c, entry.At.LondonDate, entry, Overridden)), new Write(null, spell)]);
    }

    /// <summary>The one before ends the day before, or on the day on which it began.</summary>
    private static DateOnly LastDayOf(ManagerAssignment running, DateOnly today) => running.ValidFrom < today ? today.AddDays(-1) : running.ValidFrom;

    private Task<ManagerAssignment?> RunningAsync(List<PersonId> records, DateOnly today, CancellationToken stop) =>
        db.Managers.Current().Where(m => records.Contains(m.PersonId) && m.Role == Role.KeyWorker && m.Part == ManagerPart.Primary && m.ValidFrom <= today && m.ValidTo == null)
            .OrderByDescending(m => m.ValidFrom).FirstOrDefaultAsync(stop);
}

/// <summary>A person was given a key worker.</summary>
public sealed record KeyWorkerAllocated(PersonId PersonId, StaffId KeyWorker, PlaceCode Place, bool IsRecommended) : RecordEvent(PersonId);
