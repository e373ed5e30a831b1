using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Application.Sentences;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Who a person is, where they are, who works with them, their sentences and key dates: the ordinary part of the record.</summary>
public sealed class PersonRecord(ThroughcareDb db, CaseHistories histories, SentencePage sentences, TimeProvider clock)
{
    /// <param name="Address">What stands for the person in addresses.</param>
    public sealed record Found(PersonId PersonId, string Address)
    {
        public IReadOnlyList<PersonIdentifier> Identifiers { get; init; } = [];

        /// <summary>The current name first.</summary>
        public IReadOnlyList<PersonName> Names { get; init; } = [];

        public DateOnly? BornOn { get; init; }

        public Sex? Sex { get; init; }

        public required Whereabouts? Where { get; init; }

        public required string WhereWords { get; init; }

        /// <summary>Those who work with the person today.</summary>
        public IReadOnlyList<ManagerAssignment> Managers { get; init; } = [];

        public IReadOnlyList<SentencePage.SentenceLine> Sentences { get; init; } = [];

        /// <summary>Key dates that are recorded.</summary>
        public IReadOnlyList<SentencePage.DateLine> KeyDates { get; init; } = [];
    }

    /// <returns><see langword="null"/> for somebody who is not on record.</returns>
    public async Task<Found?> OfAsync(PersonId person, Actor actor, CancellationToken stop)
    {
        if (await histories.LoadAsync(person, stop) is not { } history || await sentences.OfAsync(person, stop) is not { } sentence)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var facts = history.At(now.LondonDate, now);
        var records = await MergedRecords.OfAsync(db, person, stop);
        var reader = await EntryReaders.OfAsync(db, records, actor, now.LondonDate, stop);
        return new(facts.PersonId, facts.Address)
        {
            Identifiers = [.. Current(history.Identifiers).OrderBy(i => i.Kind).ThenBy(i => i.Canonical, StringComparer.Ordinal)],
            Names = [.. Current(history.Names).OrderBy(n => n.Type).ThenByDescending(n => n.ValidFrom)],
            BornOn = facts.DateOfBirth.HasValue ? facts.DateOfBirth.Value : null,
            Sex = facts.Sex.HasValue ? facts.Sex.Value : null,
            Where = facts.Where.Value is { } where && reader.MaySeeAll(where.From) ? where : null,
            WhereWords = facts.WhereWords,
            Managers = [.. new[] { facts.Pom, facts.Com, facts.KeyWorker, facts.CaseAdmin }.Where(m => m.HasValue).Select(m => m.Value!)],
            Sentences = sentence.Sentences,
            KeyDates = [.. sentence.Dates.Where(date => date.On is not null)],
        };
    }

    private static IEnumerable<T> Current<T>(IEnumerable<T> versions)
        where T : FactVersion => versions.Where(fact => fact is { ReplacedAt: null, Withdrawn: false });
}
