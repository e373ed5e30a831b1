using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Application.Record;

/// <summary>What somebody filled in about a contact. Refusals name the fields as they are named here.</summary>
public sealed record ContactForm
{
    /// <summary>Code of <c>contact-types.csv</c>.</summary>
    public string? Type { get; init; }

    /// <summary>When it happened; <see langword="null"/> where date or time could not be read.</summary>
    public DateTimeOffset? HappenedAt { get; init; }

    public ContactMode? Mode { get; init; }

    public string? With { get; init; }

    public int? DurationMinutes { get; init; }

    public string? Text { get; init; }

    /// <summary><see langword="null"/> for the default of the kind.</summary>
    public Sensitivity? Sensitivity { get; init; }

    public bool IsThirdParty { get; init; }

    public string? ThirdPartySource { get; init; }

    public Sharing Sharing { get; init; }

    public DateOnly? ShareFrom { get; init; }

    public string? NotSharedBecause { get; init; }

    /// <summary>Why no objective of the plan is linked.</summary>
    public string? NotAboutThePlan { get; init; }

    public string? LateReason { get; init; }

    /// <summary>For a session: what was discussed, what was agreed, when the next contact is. They stand at the end of the text.</summary>
    public string? Discussed { get; init; }

    public string? Agreed { get; init; }

    public string? NextContact { get; init; }

    /// <summary>What the person said.</summary>
    public string? PersonSaid { get; init; }

    /// <summary>The text as it is kept: the notes, then each part that was filled in under its name.</summary>
    internal string WholeText
    {
        get
        {
            (string Name, string? Part)[] parts = [("Discussed", Discussed), ("Agreed", Agreed), ("Next contact", NextContact), ("The person said", PersonSaid)];
            return string.Join('\n', [Text?.Trim() ?? "", .. parts.Where(p => !string.IsNullOrWhiteSpace(p.Part)).Select(p => $"{p.Name}: {p.Part!.Trim()}")]).Trim();
        }
    }

    internal ContactType? ContactType => ContactTypes.Find(Type);

    /// <summary>Everything that stands in the way, in the order of the form.</summary>
    internal IReadOnlyList<Refusal> Check(Role role, DateTimeOffset now, DateOnly? bornOn)
    {
        var wrong = ContactRules.Check(
            new ContactToCheck(role, ContactType, HappenedAt, string.IsNullOrWhiteSpace(Text) ? Text : WholeText)
            {
                Sensitivity = Sensitivity,
                IsThirdParty = IsThirdParty,
                ThirdPartySource = ThirdPartySource,
                DurationMinutes = DurationMinutes,
                NotAboutThePlan = NotAboutThePlan,
                LateReason = LateReason,
                Sharing = Sharing,
                ShareFrom = ShareFrom,
                NotSharedBecause = NotSharedBecause,
            }, now, bornOn).ToList();
        if (Mode is null)
        {
            wrong.Add(new(nameof(Mode), "Select how the contact took place"));
        }

        if (With?.Trim().Length > 120)
        {
            wrong.Add(new(nameof(With), "With must be 120 characters or fewer"));
        }

        return wrong;
    }

    internal NoteToCheck ToCheck(ContactType type) =>
        new(type, WholeText) { Discussed = Discussed, Agreed = Agreed, NextContact = NextContact, PersonSaid = PersonSaid };

    internal static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
