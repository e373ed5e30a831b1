using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Says how many weeks lie between two sessions of key work in a prison. Projection, planned sessions and gaps follow it.</summary>
public sealed class SetSessionFrequency(ThroughcareDb db, TimeProvider clock)
{
    /// <summary>More weeks than this is no key work.</summary>
    public const int MostWeeks = 12;

    /// <param name="Weeks">From one session to the next.</param>
    /// <param name="Seen">What the form showed.</param>
    public sealed record Request(int? Weeks, int Seen);

    /// <summary>Weeks from one session to the next in a prison: what was set there, or every week.</summary>
    public static async Task<int> InForceAsync(ThroughcareDb db, PlaceCode prison, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.PrisonSettings.Where(s => s.Place == prison).Select(s => s.SessionEveryWeeks).FirstOrDefaultAsync(stop) ?? KeyWorkSettings.SessionEveryWeeks;
    }

    /// <summary>What is in force at the actor's prison.</summary>
    public Task<int> InForceAsync(Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return InForceAsync(db, actor.Place, stop);
    }

    /// <returns>The weeks that are in force from now on.</returns>
    public async Task<Outcome<int>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        if (!actor.Has(Verb.AllocateKeyWorker))
        {
            return Refusals.OfRole(Verb.AllocateKeyWorker);
        }

        if (request.Weeks is not { } weeks || weeks is < 1 or > MostWeeks)
        {
            return new Refusal(nameof(request.Weeks), $"Weeks must be a whole number from 1 to {MostWeeks}");
        }

        var (now, place) = (clock.GetUtcNow().ToMicrosecond(), actor.Place);
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var isDefault = request.Seen == KeyWorkSettings.SessionEveryWeeks;
        var changed = await db.PrisonSettings.Where(s => s.Place == place && (s.SessionEveryWeeks == request.Seen || s.SessionEveryWeeks == weeks || (s.SessionEveryWeeks == null && isDefault)))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.SessionEveryWeeks, (int?)weeks).SetProperty(s => s.RecordedAt, now).SetProperty(s => s.RecordedBy, actor.StaffId), stop);
        if (changed == 0)
        {
            if (await db.PrisonSettings.AnyAsync(s => s.Place == place, stop))
            {
                return new Refusal("", $"Somebody else changed this to {Words.Count(await InForceAsync(db, place, stop), "week")} while you were here. Look at it again");
            }

            db.Add(new PrisonSetting { Place = place, SessionEveryWeeks = weeks, RecordedAt = now, RecordedBy = actor.StaffId });
            await db.SaveChangesAsync(stop);
        }

        await transaction.CommitAsync(stop);
        return weeks;
    }
}
