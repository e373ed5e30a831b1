using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Goes back to what the rules say about who leads a case.</summary>
public sealed class RemoveResponsibilityOverride(ThroughcareDb db, Recorder recorder)
{
    private const int LongestText = 1_000;

    /// <param name="MadeFrom">The version that the form showed.</param>
    public sealed record Request(PersonId PersonId, FactId OverrideId, int MadeFrom, string? Reason);

    /// <returns>The version that ended it.</returns>
    public Task<Outcome<int>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        return recorder.WriteAsync(request.PersonId, Verb.OverrideResponsibility, actor, async entry =>
        {
            var running = await OverrideResponsibility.RunningAsync(db, request.PersonId, stop);
            return Decide(running, request, entry);
        }, stop);
    }

    public static Outcome<Change<int>> Decide(ResponsibilityOverride? running, Request request, Entry entry)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(entry);

        if (running is null || running.Id != request.OverrideId)
        {
            return new Refusal("", "The responsibility is no longer set by hand. Open the page again");
        }

        if (running.Version != request.MadeFrom)
        {
            return new Outcome<Change<int>>.Conflict(running);
        }

        List<Refusal> wrong = [];
        var reason = ContactForm.Tidy(request.Reason);
        AlertRules.CheckText(reason, nameof(request.Reason), "Enter the reason for returning to the calculated responsibility", "Reason", LongestText, wrong);
        if (wrong.Count > 0)
        {
            return new Outcome<Change<int>>.Refused(wrong);
        }

        // from today on the rules count again; what was set today never counted
        var today = entry.At.LondonDate;
        var ended = (running.ValidFrom < today ? running.EndedOn(today.AddDays(-1), entry) : running.WithdrawnBy(entry) with { ValidTo = today }) with { RemovalReason = reason };
        return new Change<int>(ended.Version, new ResponsibilityOverrideRemoved(request.PersonId, running.Id), new Write(running, ended));
    }
}

/// <summary>Who leads a case follows from the rules again.</summary>
public sealed record ResponsibilityOverrideRemoved(PersonId PersonId, FactId OverrideId) : RecordEvent(PersonId);
