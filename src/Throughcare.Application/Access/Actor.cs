using Throughcare.Domain.Access;
using Throughcare.Domain.Record;

namespace Throughcare.Application.Access;

/// <summary>Who is asking, in which of their roles, at which place, through which door.</summary>
public sealed record Actor(StaffId StaffId, Role Role, PlaceCode Place, Door Door)
{
    /// <summary>The system itself, for imports and jobs.</summary>
    public static Actor System(Door door) => new(StaffId.System, Role.System, PlaceCode.Nation, door);
}

/// <summary>How a request came in. The rules are the same for all.</summary>
public enum Door
{
    Page,
    Api,
    Import,
    Job,
    CommandLine,
}
