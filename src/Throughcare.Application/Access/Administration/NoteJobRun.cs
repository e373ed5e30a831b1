using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Access.Administration;

/// <summary>Takes down that an administrator had a job run by hand.</summary>
public sealed class NoteJobRun(AccessDb db, IdSource ids, TimeProvider clock)
{
    /// <param name="job">Its name.</param>
    public async Task<Outcome<string>> DoAsync(string job, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        if (!Permissions.Has(actor.Role, Verb.ManageAccounts))
        {
            return Refusals.OfRole(Verb.ManageAccounts);
        }

        db.Note(ids, clock, actor, AdminSubject.Job, job, "Run by hand");
        await db.SaveChangesAsync(stop);
        return job;
    }
}
