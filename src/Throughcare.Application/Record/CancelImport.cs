using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Asks a run to stop after the batch that it is at. What has been applied stays.</summary>
public sealed class CancelImport(ThroughcareDb db)
{
    public async Task<Outcome<FactId>> DoAsync(FactId id, Actor actor, CancellationToken stop)
    {
        if (actor.Role is not Domain.Access.Role.VloManager && WhoMayImport.Refusal(actor.Role) is { } refusal)
        {
            return refusal;
        }

        if (await db.ImportRuns.VisibleTo(actor).SingleOrDefaultAsync(r => r.Id == id, stop) is not { } run)
        {
            return new Refusal("", "There is no such import", RefusalKind.NotFound);
        }

        if (run.IsFinished)
        {
            return new Refusal("", "This import has finished");
        }

        await db.ImportRuns.Where(r => r.Id == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.CancelRequested, true), stop);
        return id;
    }
}
