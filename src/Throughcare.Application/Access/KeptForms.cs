using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Access;

/// <summary>The last form of each account that was posted after its session had ended; protected by whoever keeps it.</summary>
public sealed class KeptForms(AccessDb db, TimeProvider clock)
{
    /// <summary>Kept for this long.</summary>
    public static TimeSpan Keep { get; } = TimeSpan.FromDays(14);

    public async Task KeepAsync(AccountId account, byte[] content, CancellationToken stop)
    {
        await ForgetAsync(account, stop);
        db.Add(new HeldPost { AccountId = account, At = clock.GetUtcNow(), Content = content });
        await db.SaveChangesAsync(stop);
    }

    /// <returns><see langword="null"/> where nothing is kept.</returns>
    public Task<byte[]?> OfAsync(AccountId account, CancellationToken stop)
    {
        var oldest = clock.GetUtcNow() - Keep;
        return db.HeldPosts.AsNoTracking().Where(p => p.AccountId == account && p.At > oldest).Select(p => (byte[]?)p.Content).SingleOrDefaultAsync(stop);
    }

    public Task ForgetAsync(AccountId account, CancellationToken stop) =>
        db.HeldPosts.Where(p => p.AccountId == account).ExecuteDeleteAsync(stop);

    /// <summary>Deletes what was kept too long.</summary>
    /// <returns>How many.</returns>
    public Task<int> PurgeAsync(CancellationToken stop)
    {
        var oldest = clock.GetUtcNow() - Keep;
        return db.HeldPosts.Where(p => p.At <= oldest).ExecuteDeleteAsync(stop);
    }
}
