namespace Throughcare.Exchange.SubjectAccess;

/// <summary>What every export says, whoever it is about.</summary>
public static class SubjectAccessWords
{
    /// <summary>Stands in every export, so that it tells nothing about any one of them.</summary>
    public const string Withholding =
        "Some information is withheld, or may be. The law lets us withhold what is about other people, and what would get in the way of preventing crime, "
        + "carrying out sentences or keeping people safe. Where saying why does no harm, the reason stands where the information would be. "
        + "Elsewhere we neither say nor deny that something is withheld.";

    public const string Rights =
        "If something is wrong or you think that too much was withheld, write to the data protection officer who sent you this. "
        + "You can also complain to the Information Commissioner, or ask a court.";
}
