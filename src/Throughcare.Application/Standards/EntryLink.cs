using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Documents;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;

namespace Throughcare.Application.Standards;

/// <summary>Where in the record an entry can be read.</summary>
/// <param name="Text">What the link says, such as "Sentence of 5 January 2026".</param>
/// <param name="Beneath">What follows the person's address: <c>/sentence</c>.</param>
public sealed record EntryLink(string Text, string Beneath)
{
    /// <returns><see langword="null"/> for an entry that no page shows by itself.</returns>
    internal static EntryLink? Of(FactVersion fact) => fact switch
    {
        SentenceRecord sentence => new($"Sentence of {Day(sentence.ValidFrom)}", "/sentence"),
        Disposal disposal => new($"Sentence of {Day(disposal.ValidFrom)}", "/sentence"),
        Offence offence => new($"Offence recorded {Day(offence.Recorded.At.LondonDate)}", "/sentence"),
        KeyDates dates => new($"Key dates of {Day(dates.Recorded.At.LondonDate)}", "/sentence"),
        Requirement requirement => new($"Requirement of {Day(requirement.ValidFrom)}", "/sentence"),
        Movement movement => new($"Movement of {Day(movement.HappenedAt.LondonDate)}", "/movements"),
        CustodyEpisode episode => new($"In custody from {Day(episode.ValidFrom)}", "/movements"),
        CellLocation location => new($"Location from {Day(location.ValidFrom)}", "/movements"),
        AreaTransfer transfer => new($"Area transfer of {Day(transfer.ValidFrom)}", "/timeline?kind=AreaTransfer"),
        CustodyStatus status => new($"Status from {Day(status.ValidFrom)}", "/timeline?kind=Custody"),
        ManagerAssignment manager => new($"{manager.Name}, from {Day(manager.ValidFrom)}", "/people"),
        Alert alert => new($"Alert of {Day(alert.ValidFrom)}", "/alerts"),
        Registration registration => new($"Registration of {Day(registration.ValidFrom)}", "/alerts"),
        AssessmentSummary assessment => new($"Assessment of {Day(assessment.CompletedOn ?? assessment.ValidFrom)}", "/timeline?kind=Assessment"),
        RoshRecord rosh => new($"Level recorded {Day(rosh.ValidFrom)}", "/timeline?kind=Rosh"),
        PpoNomination nomination => new($"Nomination of {Day(nomination.ValidFrom)}", "/timeline?kind=Nomination"),
        VictimContact contact => new($"Victim contact from {Day(contact.ValidFrom)}", "/timeline?kind=Victim"),
        PersonDetails details => new($"Details recorded {Day(details.Recorded.At.LondonDate)}", "/personal"),
        PersonCase opened => new($"Case opened {Day(opened.ValidFrom)}", "/timeline?kind=Case"),
        Contact contact => new($"Contact of {Day(contact.HappenedAt.LondonDate)}", $"/contacts/{contact.Id}"),
        PersonDocument document => new($"Document received {Day(document.ReceivedOn)}", "/documents"),
        _ => null,
    };

    /// <summary>The entry of a history that has this id.</summary>
    internal static EntryLink? Of(CaseHistory history, FactId id) =>
        history.Contacts.FirstOrDefault(c => c.Id == id) is { } contact ? new($"Contact of {Day(contact.Day)}", $"/contacts/{id}")
        : history.Documents.FirstOrDefault(d => d.Id == id) is { } document ? new($"Document received {Day(document.ReceivedOn)}", "/documents")
        : In(history.Managers, id) ?? In(history.Assessments, id) ?? In(history.Movements, id) ?? In(history.Registrations, id) ?? In(history.RoshRecords, id) ?? In(history.VictimContacts, id) ?? In(history.KeyDates, id)
            ?? In(history.Sentences, id) ?? In(history.Disposals, id) ?? In(history.AreaTransfers, id) ?? In(history.Alerts, id);

    private static EntryLink? In<T>(IReadOnlyList<T> facts, FactId id)
        where T : FactVersion => facts.LastOrDefault(f => f.Id == id) is { } fact ? Of(fact) : null;

    private static string Day(DateOnly? day) => day is { } on ? Words.LongDate(on) : "an unknown day";
}
