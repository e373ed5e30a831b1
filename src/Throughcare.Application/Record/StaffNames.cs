using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>What pages call the members of staff that entries name.</summary>
internal sealed class StaffNames
{
    private readonly Dictionary<StaffId, string> _names;

    private StaffNames(Dictionary<StaffId, string> names) => _names = names;

    public string this[StaffId staff] => staff == StaffId.System ? "Throughcare" : _names.GetValueOrDefault(staff, "Name not recorded");

    public static async Task<StaffNames> OfAsync(ThroughcareDb db, IEnumerable<StaffId> staff, CancellationToken stop)
    {
        var ids = staff.Where(id => id != StaffId.System).Distinct().ToList();
        return new StaffNames(ids.Count == 0 ? [] : await db.Staff.Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, stop));
    }
}
