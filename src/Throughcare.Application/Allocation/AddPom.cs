using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Makes a member of staff a POM of the actor's prison. Nobody is one because a list of staff names them.</summary>
public sealed class AddPom(ThroughcareDb db, TimeProvider clock)
{
    public const int ShortestSearch = 3;

    /// <summary>Found by a search, at most.</summary>
    private const int MostFound = 50;

    /// <param name="Tenths">Of full time: 10, or from 1 to 9 for somebody part time.</param>
    public sealed record Request(StaffId Staff, PomType? Type, int? Tenths);

    /// <param name="Number">User name.</param>
    public sealed record Found(StaffId Staff, string Name, string? Number, string? Grade);

    /// <summary>Staff with the role of POM at this prison who are no POMs here yet, by name or user name.</summary>
    /// <returns>Refused for fewer than three characters.</returns>
    public async Task<Outcome<IReadOnlyList<Found>>> SearchAsync(string? text, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var typed = text?.Trim() ?? "";
        if (typed.Length < ShortestSearch)
        {
            return new Refusal("Q", $"Enter at least {ShortestSearch} characters");
        }

        var place = actor.Place;
        var staff = await db.Staff
            .Where(s => s.Place == place && s.Role == Role.Pom && !db.PomProfiles.Any(p => p.Staff == s.Id && p.Place == place && p.ReplacedAt == null && p.Status != PomStatus.Deleted))
            .ToListAsync(stop);
        return new Outcome<IReadOnlyList<Found>>.Done(
        [
            .. staff.Where(s => s.Name.Contains(typed, StringComparison.OrdinalIgnoreCase) || s.UserName?.Contains(typed, StringComparison.OrdinalIgnoreCase) is true)
                .OrderBy(s => s.Name, StringComparer.Ordinal).Take(MostFound).Select(s => new Found(s.Id, s.Name, s.UserName, s.Grade)),
        ]);
    }

    public async Task<Outcome<StaffId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        if (!actor.Has(Verb.ManageStaffCapacity))
        {
            return Refusals.OfRole(Verb.ManageStaffCapacity);
        }

        List<Refusal> wrong = [];
        var place = actor.Place;
        if (!await db.Staff.AnyAsync(s => s.Id == request.Staff && s.Place == place && s.Role == Role.Pom, stop))
        {
            wrong.Add(new(nameof(Request.Staff), "Select a member of staff"));
        }

        PomChecks.Pattern(request.Type, request.Tenths, wrong);
        if (wrong.Count > 0)
        {
            return new Outcome<StaffId>.Refused([.. wrong]);
        }

        var now = clock.GetUtcNow().ToMicrosecond();
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var before = await db.PomProfiles.Where(p => p.Staff == request.Staff && p.Place == place && p.ReplacedAt == null).SingleOrDefaultAsync(stop);
        if (before is { Status: not PomStatus.Deleted })
        {
            return new Refusal(nameof(Request.Staff), "They are a POM here already");
        }

        await PomChecks.WriteAsync(db, before, new PomProfile { Staff = request.Staff, Place = place, Type = request.Type!.Value, Tenths = request.Tenths!.Value, RecordedAt = now, RecordedBy = actor.StaffId }, stop);
        await transaction.CommitAsync(stop);
        return request.Staff;
    }
}

/// <summary>What is checked of a profile, and how the next version is written.</summary>
internal static class PomChecks
{
    public static void Pattern(PomType? type, int? tenths, List<Refusal> wrong)
    {
        if (type is null)
        {
            wrong.Add(new(nameof(AddPom.Request.Type), "Select the type of POM"));
        }

        if (tenths is not (>= 1 and <= WorkingPattern.FullTime))
        {
            wrong.Add(new(nameof(AddPom.Request.Tenths), "Select full time, or how much of full time they work"));
        }
    }

    /// <returns><see langword="false"/> where somebody else wrote a version first.</returns>
    public static async Task<bool> WriteAsync(ThroughcareDb db, PomProfile? before, PomProfile next, CancellationToken stop)
    {
        if (before is not null && await db.PomProfiles.Where(p => p.Staff == before.Staff && p.Place == before.Place && p.Version == before.Version && p.ReplacedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.ReplacedAt, next.RecordedAt), stop) == 0)
        {
            return false;
        }

        db.Add(next with { Version = (before?.Version ?? 0) + 1 });
        await db.SaveChangesAsync(stop);
        return true;
    }
}
