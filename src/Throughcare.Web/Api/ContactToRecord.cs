using System.ComponentModel;
using System.Text.Json.Serialization;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;

namespace Throughcare.Web.Api;

/// <summary>A contact to record. The rules are those of the page: what it refuses is refused here, in the same words.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ContactToRecord : ContactText
{
    [Description("Code of the kind of contact, such as TC01")]
    public string? Type { get; init; }

    [Description("When it happened, with the offset: 2026-03-01T10:30:00Z")]
    public string? HappenedAt { get; init; }

    [Description("Why it is recorded late; asked for where it is")]
    public string? LateReason { get; init; }

    [Description("A contact of this kind at this time is recorded already, and this is another one")]
    public bool? RecordAnother { get; init; }

    internal ContactForm ToForm(DateTimeOffset? happenedAt) => ToForm() with { Type = Type, HappenedAt = happenedAt, LateReason = LateReason };
}

/// <summary>A contact as its author has it now, whole. When it happened and of which kind it is never change.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ContactCorrection : ContactText
{
    internal ContactForm ToEdit() => ToForm();
}

/// <summary>What is written about a contact.</summary>
public abstract record ContactText
{
    public ContactMode? Mode { get; init; }

    [Description("Who else was there")]
    public string? With { get; init; }

    public int? DurationMinutes { get; init; }

    [Description("What happened, in up to 4,000 characters")]
    public string? Text { get; init; }

    [Description("For a session: what was discussed")]
    public string? Discussed { get; init; }

    [Description("For a session: what was agreed")]
    public string? Agreed { get; init; }

    [Description("For a session: when the next contact is")]
    public string? NextContact { get; init; }

    [Description("What the person said")]
    public string? PersonSaid { get; init; }

    [Description("standard, sensitive or restricted; that of the kind unless said")]
    public Sensitivity? Sensitivity { get; init; }

    [Description("Somebody else told it. It is never shown to the person")]
    public bool? IsThirdParty { get; init; }

    public string? ThirdPartySource { get; init; }

    [Description("Whether the person may see it; yes unless said")]
    public Sharing? Sharing { get; init; }

    [Description("With sharing later: from which day")]
    public DateOnly? ShareFrom { get; init; }

    [Description("With sharing no: why")]
    public string? NotSharedBecause { get; init; }

    [Description("Why no objective of the plan is linked, where the kind asks for one")]
    public string? NotAboutThePlan { get; init; }

    protected ContactForm ToForm() => new()
    {
        Mode = Mode,
        With = With,
        DurationMinutes = DurationMinutes,
        Text = Text,
        Discussed = Discussed,
        Agreed = Agreed,
        NextContact = NextContact,
        PersonSaid = PersonSaid,
        Sensitivity = Sensitivity,
        IsThirdParty = IsThirdParty ?? false,
        ThirdPartySource = ThirdPartySource,
        Sharing = Sharing ?? Domain.Record.Sharing.Yes,
        ShareFrom = ShareFrom,
        NotSharedBecause = NotSharedBecause,
        NotAboutThePlan = NotAboutThePlan,
    };
}
