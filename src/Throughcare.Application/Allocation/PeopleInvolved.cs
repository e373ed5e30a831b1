using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Lists;
using Throughcare.Domain.Rules;
using Throughcare.Storage;
using StaffNames = Throughcare.Application.Record.StaffNames;

namespace Throughcare.Application.Allocation;

/// <summary>Who works and worked with a person, as every source says it, and the people in the person's own life.</summary>
public sealed class PeopleInvolved(ThroughcareDb db, CaseHistories histories, TimeProvider clock)
{
    /// <param name="Now">Who works with the person; posts that nobody holds stand among them without a name.</param>
    /// <param name="Before">Who worked with the person, the latest ended first.</param>
    public sealed record Page(IReadOnlyList<Worker> Now, IReadOnlyList<Worker> Before)
    {
        /// <summary>Family and others, those of today first; <see langword="null"/> where the reader may not read what others have told.</summary>
        public IReadOnlyList<Relation>? Relations { get; init; }
    }

    /// <param name="Role">What they do, in words.</param>
    /// <param name="Name">As recorded; <see langword="null"/> where nobody holds the post.</param>
    /// <param name="From"><see langword="null"/> where nobody recorded the post.</param>
    public sealed record Worker(string Role, string? Name, DateOnly? From, DateOnly? To)
    {
        /// <summary>Team and place, in words.</summary>
        public string? Where { get; init; }

        /// <summary>Which source, or who recorded it here.</summary>
        public string? Source { get; init; }

        /// <summary>Of a member of staff who is known here.</summary>
        public string? Email { get; init; }

        /// <summary>Why it ended, in words.</summary>
        public string? EndReason { get; init; }

        /// <summary>Why they got the case though they were at 100% of capacity or more, for who manages staff; <see langword="null"/> for others.</summary>
        public string? OverCapacityReason { get; init; }

        /// <summary>Another entry of the same role is the one that counts today.</summary>
        public bool IsOvertaken { get; init; }
    }

    /// <param name="Who">What they are to the person.</param>
    public sealed record Relation(string Name, string? Who, string? Address, bool IsNextOfKin, DateOnly From, DateOnly? To);

    /// <returns><see langword="null"/> for somebody who is not on record.</returns>
    public async Task<Page?> OfAsync(PersonId person, Actor actor, CancellationToken stop)
    {
        if (await histories.LoadAsync(person, stop) is not { } history)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var (today, facts) = (now.LondonDate, history.At(now.LondonDate, now));
        var records = await MergedRecords.OfAsync(db, person, stop);
        var reader = await EntryReaders.OfAsync(db, records, actor, today, stop);
        var managers = await db.Managers.Current().Where(m => records.Contains(m.PersonId)).ToListAsync(stop);
        var names = await StaffNames.OfAsync(db, managers.Select(m => m.Recorded.By), stop);
        var ids = managers.Select(m => m.StaffId).OfType<StaffId>().Distinct().ToList();
        var emails = await db.Staff.Where(s => ids.Contains(s.Id) && s.Email != null).ToDictionaryAsync(s => s.Id, s => s.Email, stop);
        var counted = InForce(facts);

        var current = managers.Where(m => m.ValidTo is null || m.ValidTo >= today)
            .OrderBy(m => m.Role).ThenByDescending(m => counted.Contains(m.Id)).ThenByDescending(m => m.ValidFrom)
            .Select(m => (m.Role, Line: Of(m))).ToList();
        var vacant = Expected(facts).Where(role => !current.Exists(c => c.Role == role)).Select(role => (Role: role, Line: new Worker(Roles.Of(role).Name, null, null, null)));
        return new Page(
            [.. current.Concat(vacant).OrderBy(c => c.Role).Select(c => c.Line)],
            [.. managers.Where(m => m.ValidTo < today).OrderByDescending(m => m.ValidTo).ThenByDescending(m => m.ValidFrom).ThenBy(m => m.Role).Select(Of)])
        {
            Relations = reader.Of(Sensitivity.Restricted) is Reading.Whole ? await RelationsAsync(records, today, stop) : null,
        };

        Worker Of(ManagerAssignment manager) => new(
            Roles.Of(manager.Role).Name + manager.Part switch { ManagerPart.CoWorking => " (co-working)", ManagerPart.Cover => " (cover)", _ => "" }, manager is { StaffId: null, Name: DecideCase.Unallocated } ? null : manager.Name, manager.ValidFrom, manager.ValidTo)
        {
            Where = Where(manager),
            Source = SourceWords.Name(manager.Recorded.Source) ?? $"Recorded here by {names[manager.Recorded.By]}",
            Email = (manager.StaffId is { } staff ? emails.GetValueOrDefault(staff) : null) ?? manager.Email,
            OverCapacityReason = actor.Has(Verb.ManageStaffCapacity) ? manager.OverCapacityReason : null,
            EndReason = manager.EndReason is { } reason ? CodeLists.AllocationEndReasons.Find(reason)?.Description ?? reason : null,
            IsOvertaken = manager.Part is ManagerPart.Primary && manager.ValidFrom <= today && (manager.ValidTo is null || manager.ValidTo >= today)
                && facts.Managers.Any(m => m.Role == manager.Role && counted.Contains(m.Id)) && !counted.Contains(manager.Id),
        };
    }

    private async Task<IReadOnlyList<Relation>> RelationsAsync(List<PersonId> records, DateOnly today, CancellationToken stop) =>
    [
        .. (await db.Relationships.Current().Where(r => records.Contains(r.PersonId)).ToListAsync(stop))
            .OrderBy(r => r.ValidTo < today).ThenByDescending(r => r.IsNextOfKin).ThenBy(r => r.Name, StringComparer.Ordinal)
            .Select(r => new Relation(r.Name, r.Relationship?.Describe(CodeLists.Relationship), r.AddressLines, r.IsNextOfKin, r.ValidFrom, r.ValidTo)),
    ];

    private static string? Where(ManagerAssignment manager)
    {
        string?[] parts = [manager.Team, manager.Place is { } place ? Places.Name(place) : null];
        var said = parts.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return said.Count == 0 ? null : string.Join(", ", said);
    }

    /// <summary>The entry of each single post that counts today, where sources give several.</summary>
    private static HashSet<FactId> InForce(CaseFacts facts) =>
        [.. new[] { facts.Pom, facts.Com, facts.KeyWorker, facts.CaseAdmin }.Select(post => post.Value?.Id).OfType<FactId>()];

    /// <summary>The posts that should be held, wherever the person is now.</summary>
    private static IEnumerable<Role> Expected(CaseFacts facts)
    {
        var isHeld = facts.RulePlace is { HasValue: true, Value: RulePlace.Custody };
        if (isHeld)
        {
            yield return Role.Pom;
        }

        if (isHeld || facts.RulePlace is { HasValue: true, Value: RulePlace.Community or RulePlace.UnlawfullyAtLarge })
        {
            yield return Role.Com;
        }

        if (isHeld && facts.PrisonUsesKeyWork.Value)
        {
            yield return Role.KeyWorker;
        }
    }
}
