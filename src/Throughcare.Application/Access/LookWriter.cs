using Microsoft.Extensions.DependencyInjection;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Access;

/// <summary>Writes looks in groups: those that arrive while one group is being written make the next. Whoever looks waits for
/// the group, and is shown nothing unless it was written.</summary>
public sealed class LookWriter(IServiceScopeFactory scopes, TimeProvider clock, IdSource ids)
{
    /// <summary>At most this many in one transaction.</summary>
    private const int Together = 500;

    private readonly Lock _gate = new();
    private readonly Queue<(Look Look, TaskCompletionSource Done)> _waiting = [];
    private bool _writing;

    /// <summary>One look, ready to be written.</summary>
    /// <param name="what">The address without its values, or the name of what was downloaded.</param>
    public Look Make(Actor actor, string what, PersonId? person = null, LookOutcome outcome = LookOutcome.Shown) => new()
    {
        Id = new(ids.Next()),
        At = Domain.Rules.London.ToMicrosecond(clock.GetUtcNow()),
        StaffId = actor.StaffId,
        Role = actor.Role,
        Place = actor.Place,
        Door = actor.Door.ToString(),
        PersonId = person,
        What = what,
        Outcome = outcome,
    };

    /// <summary>Returns once the look is on disk.</summary>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateException">It could not be written: show nothing.</exception>
    public async Task WriteAsync(Look look)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _waiting.Enqueue((look, done));
            if (_writing)
            {
                look = null!;
            }

            _writing = true;
        }

        if (look is not null)
        {
            await WriteAllAsync();
        }

        await done.Task;
    }

    private async Task WriteAllAsync()
    {
        while (Next() is { Count: > 0 } group)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<AuditDb>();
                db.AddRange(group.Select(waiting => waiting.Look));
                await db.SaveChangesAsync();
                group.ForEach(waiting => waiting.Done.SetResult());
            }
#pragma warning disable CA1031 // whatever went wrong, those who wait are told
            catch (Exception error)
#pragma warning restore CA1031
            {
                group.ForEach(waiting => waiting.Done.SetException(error));
            }
        }
    }

    private List<(Look Look, TaskCompletionSource Done)> Next()
    {
        lock (_gate)
        {
            List<(Look Look, TaskCompletionSource Done)> group = [];
            while (group.Count < Together && _waiting.TryDequeue(out var waiting))
            {
                group.Add(waiting);
            }

            _writing = group.Count > 0;
            return group;
        }
    }
}
