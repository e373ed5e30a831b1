using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Access.Administration;

/// <summary>Lets a scheduled job pause, on every node, or go on.</summary>
/// <remarks>It stays so through restarts. Whoever runs it by hand still can.</remarks>
public sealed class PauseJob(AccessDb db, JobHistory history, IdSource ids, TimeProvider clock)
{
    /// <param name="Job">Its name.</param>
    public sealed record Request(string Job, bool Pauses, string? Reason);

    /// <returns>Whether anything changed.</returns>
    public async Task<Outcome<bool>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        if (!Permissions.Has(actor.Role, Verb.ManageAccounts))
        {
            return Refusals.OfRole(Verb.ManageAccounts);
        }

        if (await history.IsPausedAsync(request.Job, stop) == request.Pauses)
        {
            return false;
        }

        if (request.Pauses && ReasonRule.TooShort(nameof(request.Reason), request.Reason) is { } tooShort)
        {
            return tooShort;
        }

        await history.SetPausedAsync(request.Job, request.Pauses, stop);
        db.Note(ids, clock, actor, AdminSubject.Job, request.Job, request.Pauses ? "Paused" : "Goes on", request.Reason);
        await db.SaveChangesAsync(stop);
        return true;
    }
}
