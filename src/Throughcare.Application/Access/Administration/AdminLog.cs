using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Storage;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Access.Administration;

/// <summary>What administrators did to one account, place, table or job; the latest first.</summary>
public sealed class AdminLog(AccessDb db, ThroughcareDb record)
{
    /// <summary>Changes that a page shows.</summary>
    public const int Most = 50;

    public sealed record Row(DateTimeOffset At, string By, string What, string? Reason);

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
