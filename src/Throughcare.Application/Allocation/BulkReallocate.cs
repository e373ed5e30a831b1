using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Moves cases of one POM to another: each succeeds or fails alone, and each of the two is told once.</summary>
public sealed class BulkReallocate(ThroughcareDb db, AllocatePom allocate, IdSource ids, TimeProvider clock)
{
    /// <param name="Seen">The version of the allocation that the page showed.</param>
    /// <param name="Reasons">Why another type than the recommended one, for this case.</param>
    public sealed record Move(PersonId PersonId, int Seen, IReadOnlyList<string> Reasons)
    {
        public string? SuitabilityText { get; init; }

        public string? OtherText { get; init; }
    }

    public sealed record Request(StaffId From, StaffId To, IReadOnlyList<Move> Cases);

    /// <param name="Problem">Why it was not moved; <see langword="null"/> where it was.</param>
    public sealed record Moved(PersonId PersonId, string Address, string LastCommaFirst, string? Problem);

    /// <param name="Left">Cases that the one before still has.</param>
    public sealed record Result(IReadOnlyList<Moved> Cases, int Left)
    {
        public int Done => Cases.Count(c => c.Problem is null);
    }

    public async Task<Outcome<Result>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        if (!actor.Has(Verb.AllocatePom))
        {
            return Refusals.OfRole(Verb.AllocatePom);
        }

        if (request.Cases.Count == 0)
        {
            return new Refusal("People", "Select at least one case");
        }

        var place = actor.Place;
        if (request.To == request.From || !await db.PomProfiles.AnyAsync(p => p.Staff == request.To && p.Place == place && p.ReplacedAt == null && p.Status == PomStatus.Active, stop))
        {
            return new Refusal("To", AllocatePom.NotAvailable);
        }

        var names = await PeopleNames.OfAsync(db, [.. request.Cases.Select(c => c.PersonId)], stop);
        List<Moved> moved = [];
        foreach (var one in request.Cases.DistinctBy(c => c.PersonId))
        {
            moved.Add(new(one.PersonId, names[one.PersonId].Address, names[one.PersonId].LastCommaFirst, await MoveAsync(one, request.To, actor, stop)));
        }

        var done = moved.Count(m => m.Problem is null);
        if (done > 0)
        {
            db.ChangeTracker.Clear();
            var at = clock.GetUtcNow().ToMicrosecond();
            db.AddRange(
                NoticeWords.To(request.To, null, NoticeWords.BulkMove, $"{Words.Count(done, "case")} {(done == 1 ? "was" : "were")} moved to you from another POM.", at, ids),
                NoticeWords.To(request.From, null, NoticeWords.BulkMove, $"{Words.Count(done, "case")} of yours {(done == 1 ? "was" : "were")} moved to another POM.", at, ids));
            await db.SaveChangesAsync(stop);
        }

        return new Result(moved, await db.Managers.Current().CountAsync(m => m.StaffId == request.From && m.Role == Role.Pom && m.Part == ManagerPart.Primary && m.ValidTo == null && m.Place == place, stop));
    }

    private async Task<string?> MoveAsync(Move one, StaffId to, Actor actor, CancellationToken stop)
    {
        var request = new AllocatePom.Request(one.PersonId, to, one.Seen) { Reasons = one.Reasons, SuitabilityText = one.SuitabilityText, OtherText = one.OtherText, TellsNobody = true };
        return await allocate.DoAsync(request, actor, stop) switch
        {
            Outcome<FactId>.Done => null,
            Outcome<FactId>.Refused no => string.Join(". ", no.Why.Select(refusal => refusal.Message)),
            Outcome<FactId>.Conflict { Theirs: AllocationRecord theirs } => $"Somebody else allocated this case while you were here: {theirs.PomName ?? "nobody"} has it now",
            _ => throw new InvalidOperationException(),
        };
    }
}
