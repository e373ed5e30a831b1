using Throughcare.Domain.Access;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;

namespace Throughcare.Web.Api;

/// <summary>An answer to show for each operation. Nobody in them exists.</summary>
internal static class ApiExamples
{
    private static readonly Guid Ada = new("0193e5a0-7c1e-7a40-8f00-3b5d1c2a9e10");
    private static readonly Guid Session = new("0193f2b4-11d0-7c22-9a00-5e7f40c1d822");
    private static readonly PlaceAnswer Prison = PlaceAnswer.Of(new PlaceCode("LHI"))!;
    private static readonly DateTimeOffset At = new(2026, 3, 2, 10, 30, 0, TimeSpan.Zero);

    public static object Search { get; } = new PageOfItems<FoundPerson>(
        [
            new()
            {
                Id = Ada, Key = "A1234BC", Name = "Zabrake, Ada", PrisonNumber = "A1234BC", Crn = "X123456", Where = $"In custody: {Prison.Name}, A-1-012",
                IsReached = true, DateOfBirth = new(1985, 4, 12), Score = 100,
            },
        ],
        null);

    public static object Person { get; } = new PersonAnswer
    {
        Id = Ada,
        Key = "A1234BC",
        Identifiers = [new(IdentifierKind.Noms, "A1234BC", true, new(2024, 5, 7), null), new(IdentifierKind.Crn, "X123456", true, new(2024, 5, 7), null)],
        Names = [new(NameType.Current, null, "Ada", null, "Zabrake", null, new(2024, 5, 7), null)],
        DateOfBirth = new(1985, 4, 12),
        Sex = Domain.Facts.Sex.Male,
        Where = new($"In custody: {Prison.Name}, A-1-012", "custody", Prison, new(2025, 11, 3)),
        Managers = [new("POM", "Prison offender manager", "Thistlewood, Rowan", null, Prison, new(2025, 11, 10))],
        Sentences = [new(new("0193e5a0-7c1e-7a40-8f00-3b5d1c2a9e11"), "Standard determinate sentence", new(2024, 5, 7), null, "4 years", "Leeds Crown Court", null, true, true)],
        KeyDates = [new("CRD", "Conditional release date", new(2026, 5, 6), "Prison file of 2 March 2026", false)],
    };

    public static object Facts { get; } = new FactsAnswer(Ada, new(2026, 3, 1), new(2026, 3, 5, 10, 0, 0, TimeSpan.Zero), new Dictionary<string, FactAnswer>
    {
        ["ageYears"] = new(KnownState.Value, 40, "person"),
        ["crd"] = new(KnownState.Value, new DateOnly(2026, 5, 6), "keyDates"),
        ["dateOfDeath"] = new(KnownState.None, null, "person"),
        ["roshCommunity"] = new(KnownState.Unknown, null, "assessment"),
    });

    public static object Timeline { get; } = new PageOfItems<TimelineLineAnswer>(
        [new(TimelineKind.Contact, Session, At, false, "Key worker session", "Talked about the kitchen job. Wants to start in April.", "Ida Marchbanks", null)], "dGltZWxpbmV8MTc2N3wx");

    private static readonly ContactAnswer One = new()
    {
        Id = Session,
        Type = "TC01",
        TypeName = "Key worker session",
        HappenedAt = At,
        RecordedAt = At.AddHours(1),
        Text = "Talked about the kitchen job. Wants to start in April.",
        Author = "Ida Marchbanks",
        AuthorRole = "KEY_WORKER",
        Mode = ContactMode.FaceToFace,
        DurationMinutes = 30,
        Sensitivity = Sensitivity.Standard,
    };

    public static object Contacts { get; } = new PageOfItems<ContactAnswer>([One], null);

    public static object Contact { get; } = new ContactDetailAnswer(One, 1, [], false);

    public static object ToRecord { get; } = new ContactToRecord
    {
        Type = "C201",
        HappenedAt = "2026-03-02T10:30:00Z",
        Mode = ContactMode.FaceToFace,
        Text = "Came to the education block to ask about the bricklaying course. Has the form, and will bring it back on Friday.",
        Sharing = Sharing.Yes,
    };

    public static object Correction { get; } = new ContactCorrection
    {
        Mode = ContactMode.FaceToFace,
        Text = "Came to the education block to ask about the bricklaying course. Has the form, and will bring it back on Thursday.",
        Sharing = Sharing.Yes,
    };

    public static object Recorded { get; } = new RecordedContact(Session, 1, false, null, []);

    public static object Edited { get; } = new RecordedContact(Session, 2, false, null, []);

    public static object Events { get; } = new EventsAnswer([new(4711, "ContactRecorded", At, Ada, Session)], 4712, false);
}
