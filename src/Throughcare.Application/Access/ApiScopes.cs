using Throughcare.Domain.Access;

namespace Throughcare.Application.Access;

/// <summary>A dataset that a client of the API may be given.</summary>
/// <param name="Name">As it stands in a request for a token.</param>
/// <param name="Description">What it opens, in words.</param>
/// <param name="Needs">The verb that the client's role must have for it; <see langword="null"/> where none is asked.</param>
public sealed record ApiScope(string Name, string Description, Verb? Needs);

/// <summary>The datasets of the API. A client has those that an administrator gave it, and no others.</summary>
public static class ApiScopes
{
    public const string ReadPersons = "persons.read";

    public const string ReadTimeline = "timeline.read";

    public const string ReadContacts = "contacts.read";

    public const string WriteContacts = "contacts.write";

    public const string ReadFacts = "facts.read";

    public const string WriteAllocations = "allocations.write";

    public const string ReadAssessments = "assessments.read";

    public const string ReadDueItems = "due-items.read";

    public const string ReadFigures = "figures.read";

    public const string ReadEvents = "events.read";

    public const string ScoreRisk = "risk.score";

    public const string ReadSensitive = "sensitive.read";

    public static IReadOnlyList<ApiScope> All { get; } =
    [
        new(ReadPersons, "Search for people, and read who they are, where they are, who works with them, sentences and key dates", Verb.ReadRecord),
        new(ReadTimeline, "Read timelines", Verb.ReadRecord),
        new(ReadContacts, "Read contacts", Verb.ReadRecord),
        new(WriteContacts, "Record contacts, and correct those that the client recorded", Verb.RecordContact),
        new(ReadFacts, "Read the facts of a case, as at a date and as known at an instant", Verb.ReadRecord),
        new(WriteAllocations, "Read what is to be allocated at the client’s prison, and allocate prison offender managers", Verb.AllocatePom),
        new(ReadAssessments, "Read the risk scores that are kept with assessments", Verb.ReadAssessment),
        new(ReadDueItems, "Read what is due by the standards: of a person, a manager, a place", Verb.ReadDueItems),
        new(ReadFigures, "Read figures of timeliness of the places that the client’s role answers for", Verb.ReadFigures),
        new(ReadEvents, "Read the feed of changes", Verb.ReadRecord),
        new(ScoreRisk, "Calculate risk predictors from answers that the client sends; no record is read or written", null),
        new(ReadSensitive, "With the others: entries that are held as sensitive or restricted, and facts of risk and protection, as far as the client’s role reads them", Verb.ReadSensitive),
    ];

    public static ApiScope? Find(string name) => All.FirstOrDefault(scope => scope.Name == name);

    /// <summary>Scopes as the table and requests write them: with a space between.</summary>
    public static IReadOnlyList<string> Read(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Where(name => Find(name) is not null)];
}
