using Throughcare.Domain.Access;
using Throughcare.Domain.Record;

namespace Throughcare.Domain.Allocation;

/// <summary>A time during which somebody was the POM of a person, over now.</summary>
public sealed record PomTerm(StaffId? Staff, string Name, DateOnly From, DateOnly To);

/// <summary>Who was the POM of a person before.</summary>
public static class RecentPoms
{
    private const int Most = 3;

    /// <summary>The last term of each of the last three, the newest first. A term ends with the next allocation, with removal or with release.</summary>
    public static IReadOnlyList<PomTerm> Of(IEnumerable<ManagerAssignment> spells)
    {
        ArgumentNullException.ThrowIfNull(spells);
        return
        [
            .. spells.Where(s => s is { Role: Role.Pom, Part: ManagerPart.Primary, Withdrawn: false, ValidTo: not null })
                .Select(s => new PomTerm(s.StaffId, s.Name, s.ValidFrom, s.ValidTo!.Value))
                .OrderByDescending(term => term.To).ThenByDescending(term => term.From).ThenBy(term => term.Name, StringComparer.Ordinal)
                .DistinctBy(term => term.Staff is { } staff ? staff.ToString() : term.Name)
                .Take(Most),
        ];
    }
}
