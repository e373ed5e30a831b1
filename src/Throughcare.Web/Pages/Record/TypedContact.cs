using System.ComponentModel.DataAnnotations;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Record;

/// <summary>A contact as somebody types it, new or edited.</summary>
public sealed class TypedContact
{
    /// <summary>Who may read an entry, as one choice.</summary>
    public enum Readers
    {
        Everyone,
        Sensitive,
        ThirdParty,
        Intelligence,
    }

    [Display(Name = "Date")]
    public DateOnly? On { get; set; }

    [Display(Name = "Time")]
    public TimeOnly? At { get; set; }

    public ContactMode? Mode { get; set; }

    public string? Type { get; set; }

    public string? With { get; set; }

    [Display(Name = "Length")]
    public int? DurationMinutes { get; set; }

    public string? Text { get; set; }

    public string? Discussed { get; set; }

    public string? Agreed { get; set; }

    public string? NextContact { get; set; }

    public string? PersonSaid { get; set; }

    public string? NotAboutThePlan { get; set; }

    public Readers Sensitive { get; set; }

    public string? ThirdPartySource { get; set; }

    public Sharing Sharing { get; set; }

    [Display(Name = "Date from which it may be shared")]
    public DateOnly? ShareFrom { get; set; }

    public string? NotSharedBecause { get; set; }

    public string? LateReason { get; set; }

    public static IReadOnlyList<Choice> Modes { get; } = Choice.Of<ContactMode>(mode => mode.Words);

    public static IReadOnlyList<Choice> ReaderChoices { get; } =
    [
        new(nameof(Readers.Everyone), "No"),
        new(nameof(Readers.Sensitive), "Sensitive", "It could do harm or embarrass if many people read it"),
        new(nameof(Readers.ThirdParty), "Third party", "Somebody else told you. It is never shown to the person"),
        new(nameof(Readers.Intelligence), "Intelligence", "Only those who protect the public and keep the prison secure read it"),
    ];

    public static IReadOnlyList<Choice> SharingChoices { get; } =
    [
        new(nameof(Sharing.Yes), "Yes"),
        new(nameof(Sharing.Later), "Yes, from a later date"),
        new(nameof(Sharing.No), "No"),
    ];

    public static TypedContact Of(Contact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return new()
        {
            On = contact.HappenedAt.LondonDate,
            At = contact.HappenedAt.LondonTime,
            Mode = contact.Mode,
            Type = contact.Type,
            With = contact.With,
            DurationMinutes = contact.DurationMinutes,
            Text = contact.Text,
            NotAboutThePlan = contact.NotAboutThePlan,
            Sensitive = ReadersOf(contact),
            ThirdPartySource = contact.ThirdPartySource,
            Sharing = contact.Sharing,
            ShareFrom = contact.ShareFrom,
            NotSharedBecause = contact.NotSharedBecause,
            LateReason = contact.LateReason,
        };
    }

    /// <summary>What the use cases read.</summary>
    public ContactForm ToForm() => new()
    {
        Type = Type,
        HappenedAt = On is { } on && At is { } at ? London.At(on, at) : null,
        Mode = Mode,
        With = With,
        DurationMinutes = DurationMinutes,
        Text = Text,
        Sensitivity = Sensitive switch
        {
            Readers.Sensitive => Sensitivity.Sensitive,
            Readers.ThirdParty or Readers.Intelligence => Sensitivity.Restricted,
            _ => null,
        },
        IsThirdParty = Sensitive is Readers.ThirdParty,
        ThirdPartySource = ThirdPartySource,
        Sharing = Sharing,
        ShareFrom = ShareFrom,
        NotSharedBecause = NotSharedBecause,
        NotAboutThePlan = NotAboutThePlan,
        LateReason = LateReason,
        Discussed = Discussed,
        Agreed = Agreed,
        NextContact = NextContact,
        PersonSaid = PersonSaid,
    };

    /// <summary>What this form calls a field of the use cases.</summary>
    public string FieldOf(string field) => field switch
    {
        nameof(ContactForm.HappenedAt) => $"Input.{(On is not null && At is null ? nameof(At) : nameof(On))}",
        "Objectives" => $"Input.{nameof(NotAboutThePlan)}",
        nameof(ContactForm.Sensitivity) => $"Input.{nameof(Sensitive)}",
        nameof(RecordContact.Request.RecordAnother) => field,
        _ => $"Input.{field}",
    };

    private static Readers ReadersOf(Contact contact) =>
        contact.IsThirdParty ? Readers.ThirdParty
        : contact.Sensitivity >= Sensitivity.Restricted ? Readers.Intelligence
        : contact.Sensitivity is Sensitivity.Sensitive ? Readers.Sensitive
        : Readers.Everyone;
}
