using System.ComponentModel.DataAnnotations;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Record;

/// <summary>A contact as somebody types it, new or edited.</summary>
public sealed class ContactForm
{
    /// <summary>Who may read an entry, as one choice.</summary>
    public enum Readers
    {
        Everyone,
        Sensitive,
        ThirdParty,
        Intelligence,
    }

    [Required(ErrorMessage = "Enter the date of the contact")]
    [Display(Name = "Date")]
    public DateOnly? On { get; set; }

    [Required(ErrorMessage = "Enter the time of the contact")]
    [Display(Name = "Time")]
    public TimeOnly? At { get; set; }

    [Required(ErrorMessage = "Select how the contact took place")]
    public ContactMode? Mode { get; set; }

    [Required(ErrorMessage = "Select the kind of contact")]
    public string? Type { get; set; }

    [StringLength(200, ErrorMessage = "Who else was there must be 200 characters or fewer")]
    public string? With { get; set; }

    [Display(Name = "Length")]
    public int? DurationMinutes { get; set; }

    [Required(ErrorMessage = "Enter what happened")]
    public string? Text { get; set; }

    [StringLength(1000, ErrorMessage = "Reason must be 1,000 characters or fewer")]
    public string? NotAboutThePlan { get; set; }

    public Readers Sensitive { get; set; }

    [StringLength(200, ErrorMessage = "Who told you must be 200 characters or fewer")]
    public string? ThirdPartySource { get; set; }

    public Sharing Sharing { get; set; }

    [Display(Name = "Date from which it may be shared")]
    public DateOnly? ShareFrom { get; set; }

    [StringLength(1000, ErrorMessage = "Reason must be 1,000 characters or fewer")]
    public string? NotSharedBecause { get; set; }

    [StringLength(1000, ErrorMessage = "Reason must be 1,000 characters or fewer")]
    public string? LateReason { get; set; }

    /// <summary>The author has seen that a contact like it is recorded, and means another.</summary>
    public bool AnotherLikeIt { get; set; }

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

    public DateTimeOffset? HappenedAt => On is { } on && At is { } at ? London.At(on, at) : null;

    public Sensitivity? Level => Sensitive switch
    {
        Readers.Sensitive => Sensitivity.Sensitive,
        Readers.ThirdParty or Readers.Intelligence => Sensitivity.Restricted,
        _ => null,
    };

    public string? Source => Sensitive is Readers.ThirdParty ? ThirdPartySource : null;

    public static ContactForm Of(Contact contact)
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
            Sensitive = contact.IsThirdParty ? Readers.ThirdParty
                : contact.Sensitivity >= Sensitivity.Restricted ? Readers.Intelligence
                : contact.Sensitivity is Sensitivity.Sensitive ? Readers.Sensitive
                : Readers.Everyone,
            ThirdPartySource = contact.ThirdPartySource,
            Sharing = contact.Sharing,
            ShareFrom = contact.ShareFrom,
            NotSharedBecause = contact.NotSharedBecause,
            LateReason = contact.LateReason,
        };
    }

    /// <summary>What this form calls a field of the request.</summary>
    public static string FieldOf(string field) => field switch
    {
        "HappenedAt" => $"Input.{nameof(On)}",
        "Objectives" => $"Input.{nameof(NotAboutThePlan)}",
        "Sensitivity" => $"Input.{nameof(Sensitive)}",
        _ => $"Input.{field}",
    };
}
