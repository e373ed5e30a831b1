using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Storage;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Access;

/// <summary>The writes that clients asked for under keys of their own: the same key is the same write, however often it is sent, and
/// gets the same answer.</summary>
public sealed class ApiWrites(AccessDb accounts, Dialect dialect, IdSource ids, TimeProvider clock)
{
    /// <summary>A key is known for at least this long.</summary>
    public static TimeSpan Keep { get; } = TimeSpan.FromHours(24);

    /// <summary>What a key stands for.</summary>
    public abstract record Begun
    {
        private Begun() { }

        /// <summary>To be done, or done by somebody else at this moment: writing under the token a second time changes nothing.</summary>
        public sealed record Open(FactId Token) : Begun;

        /// <summary>Done before.</summary>
        public sealed record Done(Answered Answer) : Begun;

        /// <summary>The key was used for another request.</summary>
        public sealed record Other : Begun;
    }

    /// <param name="Body">JSON.</param>
    public sealed record Answered(int Status, string? Location, string Body);

    /// <param name="requestHash">SHA-256 of all that the request says.</param>
    public async Task<Begun> BeginAsync(ApiClientId client, string key, byte[] requestHash, CancellationToken stop)
    {
        if (await FindAsync(client, key, stop) is not { } there)
        {
            there = new ApiWrite { ClientId = client, Key = key, At = clock.GetUtcNow(), RequestHash = requestHash, Token = new(ids.Next()) };
            accounts.Add(there);
            try
            {
                await accounts.SaveChangesAsync(stop);
            }
            catch (DbUpdateException error) when (error.InnerException is DbException cause && dialect.IsDuplicateKey(cause))
            {
                // somebody was faster: what they began stands
                accounts.ChangeTracker.Clear();
                there = await FindAsync(client, key, stop) ?? throw new InvalidOperationException("A key that was there is gone.", error);
            }

            accounts.ChangeTracker.Clear();
        }

        return !there.RequestHash.AsSpan().SequenceEqual(requestHash) ? new Begun.Other()
            : there is { Status: { } status, Answer: { } answer } ? new Begun.Done(new(status, there.Location, answer))
            : new Begun.Open(there.Token);
    }

    /// <summary>Keeps what is answered, unless somebody has answered already.</summary>
    /// <returns>The answer that counts: the first.</returns>
    public async Task<Answered> FinishAsync(ApiClientId client, string key, Answered answer, CancellationToken stop)
    {
        await accounts.ApiWrites.Where(w => w.ClientId == client && w.Key == key && w.Status == null).ExecuteUpdateAsync(
            set => set.SetProperty(w => w.Status, answer.Status).SetProperty(w => w.Location, answer.Location).SetProperty(w => w.Answer, answer.Body), stop);
        return await FindAsync(client, key, stop) is { Status: { } status, Answer: { } first } kept ? new(status, kept.Location, first) : answer;
    }

    /// <summary>Nothing was done: the key can be used again.</summary>
    public Task ForgetAsync(ApiClientId client, string key, CancellationToken stop) =>
        accounts.ApiWrites.Where(w => w.ClientId == client && w.Key == key && w.Status == null).ExecuteDeleteAsync(stop);

    /// <summary>Deletes what was kept long enough.</summary>
    /// <returns>How many.</returns>
    public Task<int> PurgeAsync(CancellationToken stop)
    {
        var oldest = clock.GetUtcNow() - Keep;
        return accounts.ApiWrites.Where(w => w.At <= oldest).ExecuteDeleteAsync(stop);
    }

    private Task<ApiWrite?> FindAsync(ApiClientId client, string key, CancellationToken stop) =>
        accounts.ApiWrites.AsNoTracking().SingleOrDefaultAsync(w => w.ClientId == client && w.Key == key, stop);
}
