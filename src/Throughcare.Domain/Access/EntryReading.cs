using System.Globalization;
using Throughcare.Domain.Record;

namespace Throughcare.Domain.Access;

/// <summary>How much of an entry somebody may read.</summary>
public enum Reading
{
    /// <summary>Not even that it exists.</summary>
    Hidden,

    /// <summary>That it exists: its date, its family and whom to ask. Shown greyed.</summary>
    ExistenceOnly,

    /// <summary>All of it.</summary>
    Whole,
}

/// <summary>What reading an entry depends on.</summary>
/// <param name="Level">The level it is held at.</param>
public sealed record EntryToRead(Sensitivity Level)
{
    /// <summary>The reader wrote it.</summary>
    public bool IsMine { get; init; }

    /// <summary>Of public protection, multi-agency work or security.</summary>
    public bool IsPublicProtection { get; init; }

    /// <summary>Intelligence: those who may not read it are not told that it exists.</summary>
    public bool IsIntelligence { get; init; }

    /// <summary>Supplied by or about somebody else; never shown to the person.</summary>
    public bool IsThirdParty { get; init; }

    /// <summary>Shared with the person by decision of staff.</summary>
    public bool IsShared { get; init; }

    /// <summary>The reader is on the list of a record that is limited to named users.</summary>
    public bool IsReaderNamed { get; init; }

    /// <summary>An entry of a type, at the level it is held at.</summary>
    public static EntryToRead Of(ContactType type, Sensitivity level) => new(level < type.DefaultSensitivity ? type.DefaultSensitivity : level)
    {
        IsPublicProtection = type.Category is "public_protection" or "multi_agency" or "security",
        IsIntelligence = type.Category is "security" || type.Code is "C369" or "C515",
    };

    /// <summary>An imported case note: a type marked sensitive is read by those alone who read sensitive entries.</summary>
    public static EntryToRead Of(CaseNoteType type, Sensitivity level) => new(type.IsSensitive && level < Sensitivity.Sensitive ? Sensitivity.Sensitive : level);
}

/// <summary>Who reads what of an entry, by role, relationship and level.</summary>
/// <remarks>Restriction and exclusion lists come first and are not asked about here.</remarks>
public static class EntryReading
{
    /// <summary>Decides for one reader and one entry.</summary>
    /// <param name="role">The role in which somebody reads.</param>
    /// <param name="held">How they are tied to the person.</param>
    /// <param name="entry">The entry.</param>
    public static Reading Of(Role role, WorkRelationship held, EntryToRead entry)
    {
        if (role is Role.Prisoner)
        {
            return held is WorkRelationship.Self && (entry.IsMine || (entry is { IsShared: true, IsThirdParty: false, IsIntelligence: false, Level: Sensitivity.Standard or Sensitivity.Sensitive }))
                ? Reading.Whole
                : Reading.Hidden;
        }

        if (held is WorkRelationship.None)
        {
            return Reading.Hidden;
        }

        if (entry.IsMine)
        {
            return Reading.Whole;
        }

        return entry.Level switch
        {
            Sensitivity.LimitedAccess => entry.IsReaderNamed ? Reading.Whole : Reading.Hidden,
            Sensitivity.Victim => Permissions.May(role, Verb.ReadVictim, held) ? Reading.Whole
                : role is Role.Inspector && held is WorkRelationship.Sample ? Reading.ExistenceOnly
                : Reading.Hidden,
            _ => LevelOf(role, held) is not { } level ? Reading.Hidden
                : entry.Level <= level && !IsOutOfSecuritysWay(role, entry) ? Reading.Whole
                : entry.IsIntelligence ? Reading.Hidden
                : Reading.ExistenceOnly,
        };
    }

    /// <summary>The highest of the three ordinary levels that the role, so tied to a person, reads; <see langword="null"/>
    /// for a role that reads its own entries alone.</summary>
    public static Sensitivity? LevelOf(Role role, WorkRelationship held)
    {
        // Inspectors read all levels of a sampled case but the victims'.
        if (role is Role.Inspector)
        {
            return held is WorkRelationship.Sample ? Sensitivity.Restricted : null;
        }

        // These two read others' entries for their own participants and residents alone.
        if (role is Role.TreatmentManager or Role.ApKeyWorker)
        {
            return held is WorkRelationship.OwnCase ? Sensitivity.Sensitive : null;
        }

        return Permissions.May(role, Verb.ReadRestricted, held) ? Sensitivity.Restricted
            : Permissions.May(role, Verb.ReadSensitive, held) ? Sensitivity.Sensitive
            : Permissions.May(role, Verb.ReadRecord, held) ? Sensitivity.Standard
            : null;
    }

    /// <summary>The greyed line of an entry that may not be opened: "Public protection, 4 Feb, ask public protection unit".</summary>
    /// <param name="type">Its type.</param>
    /// <param name="on">The day on which it happened.</param>
    /// <param name="worker">Whom to ask where no unit answers for the family, as the page names staff.</param>
    public static string Headline(ContactType type, DateOnly on, string worker)
    {
        var (family, ask) = type.Category switch
        {
            "public_protection" or "multi_agency" => ("Public protection", "public protection unit"),
            "security" or "restricted_information" => ("Restricted", "security department"),
            "safeguarding" => ("Safeguarding", worker),
            "victim" => ("Victim contact", "victim liaison unit"),
            _ => ("Sensitive entry", worker),
        };
        return $"{family}, {on.ToString("d MMM", CultureInfo.InvariantCulture)}, ask {ask}";
    }

    /// <summary>Security reads restricted entries of public protection and its own, no others.</summary>
    private static bool IsOutOfSecuritysWay(Role role, EntryToRead entry) =>
        role is Role.Security && entry is { Level: Sensitivity.Restricted, IsPublicProtection: false };
}
