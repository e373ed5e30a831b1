using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Changes type, working pattern or status of a POM. Whoever becomes inactive or is removed loses every case; the cases are then listed as unallocated.</summary>
public sealed class ChangePom(ThroughcareDb db, DeallocatePom deallocate, AccessPolicy access, TimeProvider clock)
{
    /// <param name="Seen">The version that the form showed.</param>
    public sealed record Request(StaffId Staff, int Seen, PomType? Type, int? Tenths, PomStatus? Status);

    /// <param name="Let">Cases taken off them.</param>
    /// <param name="Kept">Cases that could not be taken off them.</param>
    public sealed record Changed(int Let, int Kept);

    public async Task<Outcome<Changed>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        if (!actor.Has(Verb.ManageStaffCapacity) || !actor.Has(Verb.AllocatePom))
        {
            return Refusals.OfRole(Verb.ManageStaffCapacity);
        }

        List<Refusal> wrong = [];
        PomChecks.Pattern(request.Type, request.Tenths, wrong);
        if (request.Status is null)
        {
            wrong.Add(new(nameof(Request.Status), "Select a status"));
        }

        if (wrong.Count > 0)
        {
            return new Outcome<Changed>.Refused([.. wrong]);
        }

        if (!await WriteAsync(request, actor, stop))
        {
            return new Refusal("", "Somebody else changed this while you were here. Look at what it says now, then try once more");
        }

        return request.Status is PomStatus.Inactive or PomStatus.Deleted ? await LetGoAsync(request.Staff, actor, stop) : new Changed(0, 0);
    }

    private async Task<bool> WriteAsync(Request request, Actor actor, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var before = await db.PomProfiles.Where(p => p.Staff == request.Staff && p.Place == actor.Place && p.ReplacedAt == null).SingleOrDefaultAsync(stop);
        if (before is null || before.Version != request.Seen)
        {
            return false;
        }

        var next = before with { Type = request.Type!.Value, Tenths = request.Tenths!.Value, Status = request.Status!.Value, RecordedAt = clock.GetUtcNow().ToMicrosecond(), RecordedBy = actor.StaffId };
        if (!await PomChecks.WriteAsync(db, before, next, stop))
        {
            return false;
        }

        await transaction.CommitAsync(stop);
        return true;
    }

    private async Task<Changed> LetGoAsync(StaffId staff, Actor actor, CancellationToken stop)
    {
        var reached = access.People(actor, Verb.AllocatePom);
        var place = actor.Place;
        var people = await db.Managers.Current()
            .Where(m => m.StaffId == staff && m.Role == Role.Pom && m.Part == ManagerPart.Primary && m.ValidTo == null && (m.Place == place || m.Place == null) && reached.Contains(m.PersonId))
            .Select(m => m.PersonId).Distinct().ToListAsync(stop);
        var let = 0;
        foreach (var person in people)
        {
            let += await deallocate.DoAsync(new(person, staff, AllocationTrigger.InactivePom), actor, stop) is Outcome<FactId>.Done ? 1 : 0;
        }

        return new(let, people.Count - let);
    }
}
