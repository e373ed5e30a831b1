using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Storage;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Access.Administration;

/// <summary>What administrators did to one account, place, table, job or client of the API, and to all of them; the latest first.</summary>
public sealed class AdminLog(AccessDb db, ThroughcareDb record)
{
    /// <summary>Changes that a page shows.</summary>
    public const int Most = 50;

    public sealed record Row(DateTimeOffset At, string By, string What, string? Reason);

    /// <param name="Of">Whose or what: a user name, a place, a table, a job, a client.</param>
    public sealed record Entry(DateTimeOffset At, string By, AdminSubject Subject, string Of, string What, string? Reason);

    /// <summary>All of it, the latest first, for those who read the access log of the whole nation; nothing for others.</summary>
    /// <param name="subject">One kind alone.</param>
    /// <param name="from">First row, from 0.</param>
    public async Task<(IReadOnlyList<Entry> Rows, int Total)> AllAsync(Actor actor, AdminSubject? subject, int from, int count, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!MayReadAll(actor))
        {
            return ([], 0);
        }

        var changes = db.AdminChanges.AsNoTracking();
        changes = subject is { } one ? changes.Where(c => c.Subject == one) : changes;
        var total = await changes.CountAsync(stop);
        var rows = await changes.OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Skip(from).Take(count).ToListAsync(stop);
        var names = await StaffNames.OfAsync(record, [.. rows.Select(c => c.By)], stop);
        var keys = rows.Where(c => c.Subject is AdminSubject.Account).Select(c => Guid.TryParse(c.Key, out var id) ? new AccountId(id) : default).Distinct().ToList();
        var users = keys.Count == 0 ? [] : await db.Accounts.Where(a => keys.Contains(a.Id)).ToDictionaryAsync(a => a.Id.ToString(), a => a.UserName, stop);
        return ([.. rows.Select(c => new Entry(c.At, names(c.By), c.Subject, users.GetValueOrDefault(c.Key, c.Key), c.What, c.Reason))], total);
    }

    /// <summary>Whether somebody sees what administrators change: not a unit's own managers, who read of looks from their place.</summary>
    public static bool MayReadAll(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Permissions.Has(actor.Role, Verb.ReadAccessLog) && Roles.Of(actor.Role).Scope is WorkRelationship.National;
    }

    public async Task<IReadOnlyList<Row>> OfAsync(AdminSubject subject, string key, CancellationToken stop)
    {
        var changes = await db.AdminChanges.AsNoTracking().Where(c => c.Subject == subject && c.Key == key)
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(Most).ToListAsync(stop);
        var names = await StaffNames.OfAsync(record, [.. changes.Select(c => c.By)], stop);
        return [.. changes.Select(c => new Row(c.At, names(c.By), c.What, c.Reason))];
    }
}

/// <summary>How a change of an administrator is taken down: in the same save as the change itself.</summary>
internal static class AdminEntries
{
    public static void Note(this AccessDb db, IdSource ids, TimeProvider clock, Actor actor, AdminSubject subject, string key, string what, string? reason = null) =>
        db.Add(new AdminChange
        {
            Id = new(ids.Next()),
            At = clock.GetUtcNow(),
            By = actor.StaffId,
            Role = actor.Role,
            Subject = subject,
            Key = key,
            What = what,
            Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
        });
}
