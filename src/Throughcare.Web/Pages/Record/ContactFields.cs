using System.Globalization;

namespace Throughcare.Web.Pages.Record;

/// <summary>The fields of a contact that can be edited, one by one, for the page that compares two versions.</summary>
internal static class ContactFields
{
    private const string None = "None";

    public static IReadOnlyList<ComparedField<TypedContact>> All { get; } =
    [
        new(nameof(TypedContact.Mode), "How it took place", c => c.Mode?.Words ?? None, (to, from) => to.Mode = from.Mode),
        new(nameof(TypedContact.With), "Who else was there", c => c.With ?? None, (to, from) => to.With = from.With),
        new(nameof(TypedContact.DurationMinutes), "How long it was", c => c.DurationMinutes?.ToString(CultureInfo.InvariantCulture) ?? None, (to, from) => to.DurationMinutes = from.DurationMinutes),
        new(nameof(TypedContact.Text), "What happened", c => c.Text ?? None, (to, from) => to.Text = from.Text),
        new(nameof(TypedContact.NotAboutThePlan), "Why it was not about the plan", c => c.NotAboutThePlan ?? None, (to, from) => to.NotAboutThePlan = from.NotAboutThePlan),
        new(nameof(TypedContact.Sensitive), "Is it sensitive?", Sensitive, (to, from) => (to.Sensitive, to.ThirdPartySource) = (from.Sensitive, from.ThirdPartySource)),
        new(nameof(TypedContact.Sharing), "May the person see it?", Shared, (to, from) => (to.Sharing, to.ShareFrom, to.NotSharedBecause) = (from.Sharing, from.ShareFrom, from.NotSharedBecause)),
    ];

    private static string Sensitive(TypedContact contact) =>
        TypedContact.ReaderChoices.First(choice => choice.Value == contact.Sensitive.ToString()).Text
        + (contact is { Sensitive: TypedContact.Readers.ThirdParty, ThirdPartySource: { } source } ? $", from {source}" : "");

    private static string Shared(TypedContact contact) =>
        TypedContact.SharingChoices.First(choice => choice.Value == contact.Sharing.ToString()).Text
        + (contact.Sharing switch
        {
            Domain.Record.Sharing.Later when contact.ShareFrom is { } from => $": {from.In(DateForm.Long)}",
            Domain.Record.Sharing.No => $": {contact.NotSharedBecause}",
            _ => "",
        });
}
