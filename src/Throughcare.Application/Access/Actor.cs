using Throughcare.Domain.Access;
using Throughcare.Domain.Record;

namespace Throughcare.Application.Access;

/// <summary>Who is asking, in which of their roles, at which place, through which door.</summary>
public sealed record Actor(StaffId StaffId, Role Role, PlaceCode Place, Door Door)
{
    /// <summary>A head of the offender management unit of a prison where nobody has an account as head of offender management
    /// delivery: has that role's verbs as well, except countersigning.</summary>
    public bool StandsInForHomd { get; init; }

    /// <summary>The role whose reading of entries applies.</summary>
    public Role ReadsAs => StandsInForHomd ? Role.Homd : Role;

    /// <summary>What allows the verb; <see langword="null"/> where nothing does, whatever the relationship.</summary>
    public Permit? PermitFor(Verb verb) => Permissions.Of(Role, verb)
        ?? (StandsInForHomd && verb is not Verb.CountersignAssessment ? Permissions.Of(Role.Homd, verb) : null);

    /// <summary>Whether the actor has the verb at all; whether for a person is the relationship's to say.</summary>
    public bool Has(Verb verb) => PermitFor(verb) is not null;

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
