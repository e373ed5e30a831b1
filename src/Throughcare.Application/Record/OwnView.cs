using Throughcare.Application.Access;
using Throughcare.Application.Allocation;
using Throughcare.Application.Facts;
using Throughcare.Application.Standards;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>What a person may see of their own record: their name, where they are, their official dates and who manages them.
/// Nothing that others told, nothing sensitive, no alerts.</summary>
public sealed class OwnView(ThroughcareDb db, AccessPolicy access, CaseHistories histories, OwnDuties duties, TimeProvider clock)
{
    /// <param name="Name">As the person likes to be called: "Ada Zabrake".</param>
    /// <param name="Where">The prison, such as "HMP Lindholme"; <see langword="null"/> where the person is not in one.</param>
    public sealed record Page(PersonId PersonId, string Name, string? Number, string? Where)
    {
        /// <summary>Those that are recorded, the earliest first.</summary>
        public IReadOnlyList<OwnDate> Dates { get; init; } = [];

        /// <summary>The day of the prison's list that the dates come from.</summary>
        public DateOnly? DatesAsOf { get; init; }

        /// <summary>What should be done for the person next, the earliest first.</summary>
        public IReadOnlyList<OwnDuties.Duty> Duties { get; init; } = [];

        /// <summary>Who leads, from when that changes and why, a sentence each.</summary>
        public IReadOnlyList<string> Lead { get; init; } = [];

        /// <summary>POM, COM and key worker, in that order; those that the person has or should have.</summary>
        public IReadOnlyList<OwnWorker> People { get; init; } = [];
    }

    public sealed record OwnDate(KeyDateKind Kind, DateOnly On);

    /// <param name="Name">"Osric Fennimore"; <see langword="null"/> while nobody is chosen.</param>
    /// <param name="Place">Where they work, as recorded.</param>
    public sealed record OwnWorker(Role Role, string? Name, string? Place)
    {
        /// <summary>Whether they are the one, work beside the one, or stand in.</summary>
        public ManagerPart Part { get; init; }

        /// <summary>The last day on which they stand in.</summary>
        public DateOnly? Until { get; init; }
    }

    /// <returns><see langword="null"/> for an account that is nobody's on record, and for a record that is closed to its own person.</returns>
    public async Task<Page?> OfAsync(Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var person = new PersonId(actor.StaffId.Value);
        if (await access.RefusalAsync(Verb.ReadOwnView, person, actor, stop) is not null || await histories.LoadAsync(person, stop) is not { } history)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var facts = history.At(now.LondonDate, now);
        var dates = facts.KeyDates.Value;
        var name = facts.Name.Value;
        return new Page(
            person, $"{facts.PreferredName.Value?.First ?? name?.First} {name?.Last ?? "Name not recorded"}".TrimStart(),
            facts.NumberOf(IdentifierKind.Noms).Value ?? facts.NumberOf(IdentifierKind.Crn).Value,
            facts.EstablishmentCode is { HasValue: true, Value: var prison } ? Places.Name(prison) : null)
        {
            Dates = dates is null ? [] : [.. KeyDateKind.All.Where(kind => kind.Of(dates) is not null).Select(kind => new OwnDate(kind, kind.Of(dates)!.Value)).OrderBy(date => date.On)],
            DatesAsOf = dates is null ? null : await Sentences.LatestList.OfAsync(db, person, dates, stop),
            Duties = await duties.OfAsync(person, now.LondonDate, stop),
            Lead = OwnHandover.Of(facts),
            People = [.. People(facts)],
        };
    }

    private static IEnumerable<OwnWorker> People(CaseFacts facts)
    {
        var isHeld = facts.RulePlace is { HasValue: true, Value: RulePlace.Custody };
        if (facts.HasPom.Value || isHeld)
        {
            yield return One(Role.Pom, facts.Pom.Value);
        }

        foreach (var other in new[] { facts.CoWorkingPom, facts.CoverFor(Role.Pom) }.OfType<ManagerAssignment>())
        {
            yield return One(Role.Pom, other);
        }

        yield return One(Role.Com, facts.Com.Value);
        if (facts.HasKeyWorker.Value || (isHeld && facts.PrisonUsesKeyWork.Value))
        {
            yield return One(Role.KeyWorker, facts.KeyWorker.Value);
        }

        if (facts.CoverFor(Role.KeyWorker) is { } standsIn)
        {
            yield return One(Role.KeyWorker, standsIn);
        }

        static OwnWorker One(Role role, ManagerAssignment? manager) => new(role, manager is null ? null : Spoken(manager.Name), manager?.Place is { } place ? Places.Name(place) : manager?.Team)
        {
            Part = manager?.Part ?? ManagerPart.Primary,
            Until = manager?.Part is ManagerPart.Cover ? manager.ValidTo : null,
        };
    }

    /// <summary>"Osric Fennimore" of "Fennimore, Osric".</summary>
    private static string Spoken(string name) => name.Split(", ", 2) is [var last, var first] ? $"{first} {last}" : name;
}
