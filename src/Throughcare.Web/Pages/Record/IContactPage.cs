using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Record;

/// <summary>A page on which a contact is typed.</summary>
public interface IContactPage
{
    TypedContact Input { get; }

    /// <summary>When it happened and of what kind it is are asked of a new contact alone.</summary>
    bool IsNew { get; }

    /// <summary>The kinds that the user may choose, the last used first.</summary>
    IReadOnlyList<Choice> Kinds { get; }

    bool AsksWhyLate { get; }
}
