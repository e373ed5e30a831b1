using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Application.Record;

/// <summary>A contact as lists show it: whole, or greyed where the reader may know only that it exists.</summary>
/// <param name="Type">Code of <c>contact-types.csv</c>.</param>
/// <param name="TypeName">In words; the family alone where it is greyed.</param>
public sealed record ContactSummary(FactId Id, DateTimeOffset HappenedAt, string Type, string TypeName, bool IsGreyed)
{
    /// <summary>What to show instead of the text, such as "Public protection, 4 Feb, ask public protection unit".</summary>
    public string? Greyed { get; init; }

    public string? Text { get; init; }

    public string? Author { get; init; }

    public Role AuthorRole { get; init; }

    public ContactMode Mode { get; init; }

    public string? With { get; init; }

    public int? DurationMinutes { get; init; }

    public Sensitivity Sensitivity { get; init; }

    public bool IsThirdParty { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>"Recorded 3 working days later"; <see langword="null"/> on time.</summary>
    public string? LateMark { get; init; }

    /// <summary>About harm, self-harm or child protection, and more than four hours late: said in red.</summary>
    public bool IsUrgentAndSlow { get; init; }

    public bool BelowFloor { get; init; }

    /// <summary>When it was last edited; <see langword="null"/> where it never was.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>It was withdrawn as recorded in error: a stub.</summary>
    public bool IsInError { get; init; }

    public int Addenda { get; init; }

    internal static ContactSummary? Of(Contact contact, EntryReader reader, StaffNames names, int addenda)
    {
        var reading = reader.Of(contact);
        if (reading is Reading.Hidden)
        {
            return null;
        }

        var type = ContactTypes.Find(contact.Type);
        if (contact.Withdrawn)
        {
            return new(contact.Id, contact.HappenedAt, contact.Type, ContactTypes.Words(contact.Type), IsGreyed: true)
            {
                Greyed = $"Recorded in error, withdrawn by {names[contact.Recorded.By]} on {Words.LongDate(contact.Recorded.At.LondonDate)}",
                IsInError = true,
                RecordedAt = contact.FirstRecordedAt,
            };
        }

        if (reading is Reading.ExistenceOnly)
        {
            var headline = type is null ? "Sensitive entry" : EntryReading.Headline(type, contact.HappenedAt.LondonDate, names[contact.AuthorId]);
            return new(contact.Id, contact.HappenedAt, "", headline.Split(',')[0], IsGreyed: true) { Greyed = headline, RecordedAt = contact.FirstRecordedAt };
        }

        var delay = RecordingDelay.Of(contact.HappenedAt, contact.FirstRecordedAt);
        return new(contact.Id, contact.HappenedAt, contact.Type, ContactTypes.Words(contact.Type), IsGreyed: false)
        {
            Text = contact.Text,
            Author = names[contact.AuthorId],
            AuthorRole = contact.AuthorRole,
            Mode = contact.Mode,
            With = contact.With,
            DurationMinutes = contact.DurationMinutes,
            Sensitivity = contact.Sensitivity,
            IsThirdParty = contact.IsThirdParty,
            RecordedAt = contact.FirstRecordedAt,
            LateMark = delay.Mark,
            IsUrgentAndSlow = type is not null && delay.IsUrgentAndSlow(type),
            BelowFloor = contact.BelowFloor,
            EditedAt = contact.Version > 1 ? contact.Recorded.At : null,
            Addenda = addenda,
        };
    }
}
