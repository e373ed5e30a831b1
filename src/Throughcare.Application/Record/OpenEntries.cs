using Throughcare.Domain.Access;
using Throughcare.Domain.Record;

namespace Throughcare.Application.Record;

/// <summary>Which entries leave the product for other programs, besides what the role of the asker reads: by default the ordinary ones
/// alone; entries of victims and of limited records never.</summary>
public static class OpenEntries
{
    /// <summary>The highest level that leaves.</summary>
    /// <param name="withSensitive">The asker was given entries that are held as sensitive or restricted as well.</param>
    public static Sensitivity Highest(bool withSensitive) => withSensitive ? Sensitivity.Restricted : Sensitivity.Standard;

    public static bool MayLeave(Contact contact, bool withSensitive)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return MayLeave(contact.Type, contact.Sensitivity, contact.IsThirdParty, withSensitive);
    }

    public static bool MayLeave(ContactSummary contact, bool withSensitive)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return MayLeave(contact.Type, contact.Sensitivity, contact.IsThirdParty, withSensitive);
    }

    private static bool MayLeave(string code, Sensitivity level, bool isThirdParty, bool withSensitive)
    {
        var entry = ContactTypes.Find(code) is { } type ? EntryToRead.Of(type, level) : new EntryToRead(level);
        return entry.Level <= Highest(withSensitive) && (withSensitive || (!isThirdParty && !entry.IsIntelligence));
    }
}
