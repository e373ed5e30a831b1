using Microsoft.EntityFrameworkCore;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Access;

/// <summary>What is set for this installation, for as long as its data lives.</summary>
public sealed class Installation(AccessDb db)
{
    /// <summary>Whether every person on record is made up. Demo accounts work only then.</summary>
    public async Task<bool> IsFictionalAsync(CancellationToken stop) =>
        (await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Name == Setting.Fictional, stop))?.Value == "true";

    /// <summary>Says so once, when the database is new; afterwards what it says stands.</summary>
    public async Task BeginAsync(bool fictional, CancellationToken stop)
    {
        if (!await db.Settings.AnyAsync(s => s.Name == Setting.Fictional, stop))
        {
            db.Add(new Setting { Name = Setting.Fictional, Value = fictional ? "true" : "false" });
            await db.SaveChangesAsync(stop);
        }
    }
}
