using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Says how much a case counts in a workload: that it is inactive, or a young adult's in transition; or that it counts as its tier says.</summary>
public sealed class MarkWorkload(ThroughcareDb db, Recorder recorder, CaseHistories histories, IdSource ids)
{
    /// <summary>Characters of the reason.</summary>
    public const int Longest = 500;

    /// <param name="MadeFrom">The version of the mark that the form showed; 0 where there was none.</param>
    public sealed record Request(PersonId PersonId, CaseInactivity? Inactivity, bool IsTransition, string? Reason, int MadeFrom);

    public Task<Outcome<int>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        return recorder.WriteAsync(request.PersonId, Verb.AllocateCom, actor, async entry =>
        {
            if (await histories.LoadAsync(request.PersonId, stop) is not { } history)
            {
                return Refusals.NotFound;
            }

            var facts = history.At(entry.At.LondonDate, entry.At);
            return Decide(await WorkloadMarkOfPerson.RunningAsync(db, request.PersonId, stop), facts.AgeYears.HasValue ? facts.AgeYears.Value : null, request, new(ids.Next()), entry);
        }, stop);
    }

    /// <param name="running">The mark in force.</param>
    /// <param name="age">In years; <see langword="null"/> where it is not known.</param>
    /// <returns>The version that was written.</returns>
    internal static Outcome<Change<int>> Decide(WorkloadMark? running, int? age, Request request, FactId id, Entry entry)
    {
        var reason = ContactForm.Tidy(request.Reason);
        if ((running?.Version ?? 0) != request.MadeFrom)
        {
            return running is not null && (running.Inactivity, running.IsTransition, running.Reason, running.Recorded.By) == (request.Inactivity, request.IsTransition, reason, entry.By)
                ? AlreadyDone.With(request.PersonId, running.Version)
                : running is not null ? new Outcome<Change<int>>.Conflict(running)
                : new Refusal("", "What was said about the workload was taken back while you were here. Open the page again");
        }

        List<Refusal> wrong = [];
        if (request.Inactivity is null)
        {
            wrong.Add(new(nameof(request.Inactivity), "Select whether the case asks for less work"));
        }
        else if (request.Inactivity == (running?.Inactivity ?? CaseInactivity.None) && request.IsTransition == (running?.IsTransition ?? false))
        {
            wrong.Add(new(nameof(request.Inactivity), "Change something, or cancel"));
        }

        if (request.IsTransition && !WorkloadMark.MayBeInTransition(age))
        {
            wrong.Add(new(nameof(request.IsTransition), "Only somebody aged 18 to 25 can be a young adult in transition"));
        }

        AlertRules.CheckText(reason, nameof(request.Reason), "Enter why the case counts differently", "Reason", Longest, wrong);
        if (wrong.Count > 0)
        {
            return new Outcome<Change<int>>.Refused(wrong);
        }

        var today = entry.At.LondonDate;
        var happened = new WorkloadMarked(request.PersonId, request.Inactivity!.Value, request.IsTransition);
        if (request is { Inactivity: CaseInactivity.None, IsTransition: false })
        {
            // a mark of today alone never counted for a day
            var ended = (running!.ValidFrom == today ? running.WithdrawnBy(entry) : running.EndedOn(today.AddDays(-1), entry)) with { Reason = reason! };
            return new Change<int>(ended.Version, happened, new Write(running, ended));
        }

        var next = new WorkloadMark { Id = id, PersonId = request.PersonId, ValidFrom = today, Recorded = entry, Inactivity = request.Inactivity.Value, IsTransition = request.IsTransition, Reason = reason! };
        var writes = Succession.Of(running, next).ToList();
        return new Change<int>(writes[^1].After.Version, happened, [.. writes]);
    }
}

/// <summary>It was said how much a case counts in a workload.</summary>
public sealed record WorkloadMarked(PersonId PersonId, CaseInactivity Inactivity, bool IsTransition) : RecordEvent(PersonId);
