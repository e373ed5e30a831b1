using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Records the complexity of need of somebody in the women's estate. Who becomes high has no key worker any more: the prison offender
/// manager does that work.</summary>
public sealed class SetComplexity(ThroughcareDb db, CaseHistories histories, Recorder recorder, IdSource ids)
{
    /// <summary>Code of <c>allocation-end-reasons.csv</c>.</summary>
    internal const string KeyWorkerEnds = "CHANGE_IN_COMPLEXITY_OF_NEED";

    private const int Longest = 1_000;

    /// <param name="Reason">Notes with the first level; the reason of a change.</param>
    /// <param name="MadeFrom">The version of the level that the form showed; 0 where there was none.</param>
    public sealed record Request(PersonId PersonId, ComplexityOfNeed? Level, string? Reason, int MadeFrom);

    /// <returns>The level that was recorded.</returns>
    public Task<Outcome<ComplexityOfNeed>> DoAsync(Request request, Actor actor, CancellationToken stop) =>
        recorder.WriteAsync(request.PersonId, Verb.SetComplexity, actor, async entry =>
        {
            var history = (await histories.LoadAsync(request.PersonId, stop))!;
            var today = entry.At.LondonDate;
            var isMan = history.At(today, entry.At).Sex is { HasValue: true, Value: Sex.Male };
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            var running = await db.ComplexityRecords.Current().Where(c => records.Contains(c.PersonId) && c.ValidTo == null).OrderByDescending(c => c.ValidFrom).FirstOrDefaultAsync(stop);
            var keyWorkers = await db.Managers.Current().Where(m => records.Contains(m.PersonId) && m.Role == Role.KeyWorker && (m.ValidTo == null || (m.Part == ManagerPart.Cover && m.ValidTo > today))).ToListAsync(stop);
            return Decide(isMan, running, keyWorkers, request, new(ids.Next()), entry);
        }, stop);

    internal static Outcome<Change<ComplexityOfNeed>> Decide(bool isMan, ComplexityRecord? running, IReadOnlyList<ManagerAssignment> keyWorkers, Request request, FactId id, Entry entry)
    {
        if (isMan)
        {
            return new Refusal(nameof(request.Level), "Only recorded in the women's estate");
        }

        var reason = ContactForm.Tidy(request.Reason);
        if ((running?.Version ?? 0) != request.MadeFrom)
        {
            return running is not null && (running.Level, running.Reason, running.Recorded.By) == (request.Level, reason, entry.By)
                ? AlreadyDone.With(request.PersonId, running.Level)
                : running is not null ? new Outcome<Change<ComplexityOfNeed>>.Conflict(running)
                : new Refusal("", "The level ended while you were here. Open the page again");
        }

        List<Refusal> wrong = [];
        if (request.Level is null)
        {
            wrong.Add(new(nameof(request.Level), "Select low, medium or high"));
        }
        else if (request.Level == running?.Level)
        {
            wrong.Add(new(nameof(request.Level), $"The level is {running.Level.ToString().ToLowerInvariant()} already"));
        }

        if (running is not null && reason is null)
        {
            wrong.Add(new(nameof(request.Reason), "Enter the reason why the level has changed"));
        }
        else if (reason?.Length > Longest)
        {
            wrong.Add(new(nameof(request.Reason), "Reason must be 1,000 characters or fewer"));
        }

        if (wrong.Count > 0)
        {
            return new Outcome<Change<ComplexityOfNeed>>.Refused(wrong);
        }

        var today = entry.At.LondonDate;
        var next = new ComplexityRecord { Id = id, PersonId = request.PersonId, ValidFrom = today, Recorded = entry, Level = request.Level!.Value, Reason = reason };
        var ended = next.Level is not ComplexityOfNeed.High ? [] : keyWorkers.Select(m => new Write(m, m.EndedOn(today < m.ValidFrom ? m.ValidFrom : today, entry) with { EndReason = KeyWorkerEnds }));
        return new Change<ComplexityOfNeed>(next.Level, new ComplexitySet(request.PersonId, next.Level), [.. Succession.Of(running, next), .. ended]);
    }
}

/// <summary>The complexity of need was recorded.</summary>
public sealed record ComplexitySet(PersonId PersonId, ComplexityOfNeed Level) : RecordEvent(PersonId);
