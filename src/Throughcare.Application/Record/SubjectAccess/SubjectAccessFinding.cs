using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.SubjectAccess;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.SubjectAccess;

/// <summary>Finds a request of a person, for those who may see it.</summary>
internal static class SubjectAccessFinding
{
    /// <returns>The request as it stands; refused where the actor may not, or there is none.</returns>
    public static async Task<Outcome<SubjectAccessRequest>> FindAsync(ThroughcareDb db, AccessPolicy access, PersonId person, FactId request, Actor actor, CancellationToken stop)
    {
        if (await access.RefusalAsync(Verb.ExportSubjectAccess, person, actor, stop) is { } refusal)
        {
            return refusal;
        }

        var records = await MergedRecords.OfAsync(db, person, stop);
        return await OfAsync(db, records, request, stop) is { } found ? found : Refusals.NotFound;
    }

    public static Task<SubjectAccessRequest?> OfAsync(ThroughcareDb db, List<PersonId> records, FactId request, CancellationToken stop) =>
        db.SubjectAccessRequests.Current().Where(r => records.Contains(r.PersonId) && r.Id == request).SingleOrDefaultAsync(stop);

    /// <summary>Entries that nobody has decided about.</summary>
    public static Task<int> WaitingAsync(ThroughcareDb db, FactId request, CancellationToken stop) =>
        db.SubjectAccessItems.CountAsync(i => i.RequestId == request && i.Decision == ItemDecision.Waiting, stop);
}
