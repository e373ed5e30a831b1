using Throughcare.Domain.Access;
using Throughcare.Domain.Record.Documents;
using Throughcare.Domain.Rules;

namespace Throughcare.Application.Record.Documents;

/// <summary>What adding a document, adding a version of one and withdrawing one have in common.</summary>
internal static class DocumentRules
{
    /// <summary>Checks the day that a document bears and the day on which it came.</summary>
    public static void CheckDates(DateOnly? dated, DateOnly? received, DateOnly today, List<Refusal> wrong)
    {
        if (dated is null)
        {
            wrong.Add(new("DatedOn", "Enter the date of the document"));
        }
        else if (dated > today)
        {
            wrong.Add(new("DatedOn", "Date of the document must be today or in the past"));
        }

        if (received > today)
        {
            wrong.Add(new("ReceivedOn", "Date it was received must be today or in the past"));
        }
        else if (received < dated)
        {
            wrong.Add(new("ReceivedOn", "Date it was received must be the same as or after the date of the document"));
        }
    }

    /// <summary>The level at which a document is held: at least its type's, restricted where a third party is concerned.</summary>
    public static Sensitivity LevelOf(DocumentType type, Sensitivity chosen, bool isThirdParty)
    {
        var level = chosen > type.DefaultSensitivity ? chosen : type.DefaultSensitivity;
        return isThirdParty && level < Sensitivity.Restricted ? Sensitivity.Restricted : level;
    }

    /// <summary>Whether the person may ever be given a document so held.</summary>
    public static bool MayBeShared(Sensitivity level, bool isThirdParty) => !isThirdParty && level is Sensitivity.Standard or Sensitivity.Sensitive;

    /// <summary>Whoever added it, or a manager who may move entries.</summary>
    public static bool MayWithdraw(PersonDocument document, EntryReader reader) =>
        reader.Of(document) is Reading.Whole && (document.AuthorId == reader.Actor.StaffId || reader.Actor.Has(Verb.MoveContact));
}
