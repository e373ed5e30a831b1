using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>A POM who could be chosen, with everything that a ranking reads and a page shows.</summary>
public sealed record PomCandidate
{
    public required StaffId Staff { get; init; }

    /// <summary>"Surname, Forename".</summary>
    public required string Name { get; init; }

    /// <summary>By which staff are told apart last: number or user name.</summary>
    public required string Number { get; init; }

    public required PomType Type { get; init; }

    public required PomStatus Status { get; init; }

    /// <summary>Of full time, from 1 to 10.</summary>
    public int Tenths { get; init; } = WorkingPattern.FullTime;

    public int Responsible { get; init; }

    public int Supporting { get; init; }

    public int CoWorking { get; init; }

    /// <summary>Primary cases by the letter of their tier; cases without one under an empty text.</summary>
    public IReadOnlyDictionary<string, int> Tiers { get; init; } = new Dictionary<string, int>();

    /// <summary>Cases that began in the last seven days.</summary>
    public int NewInSevenDays { get; init; }

    public int UpcomingHandovers { get; init; }

    public int HighComplexity { get; init; }

    /// <summary>Days of the last 14 spent on other duties.</summary>
    public int RedeployedDays { get; init; }

    public IReadOnlyList<PomSpecialism> Specialisms { get; init; } = [];

    /// <summary>PDUs whose cases they cover.</summary>
    public IReadOnlyList<PlaceCode> Pdus { get; init; } = [];

    /// <summary>Last day on which they had this person here before; <see langword="null"/> where they never had.</summary>
    public DateOnly? ManagedUntil { get; init; }

    /// <summary><see langword="null"/> where they never got a case.</summary>
    public DateOnly? LastNewCaseOn { get; init; }

    /// <summary>As primary and as co-worker.</summary>
    public int Total => Responsible + Supporting + CoWorking;

    /// <summary>Days on which they should have worked out of the last 14.</summary>
    public int RosteredDays => Math.Max(1, Tenths);

    /// <summary>Of full time, less the days spent on other duties.</summary>
    public decimal EffectiveFte => Tenths / 10m * Math.Max(0, RosteredDays - RedeployedDays) / RosteredDays;

    /// <summary>Cases for each full-time equivalent, whole, half up; <see langword="null"/> for somebody who was on other duties throughout.</summary>
    public int? CasesPerFte => EffectiveFte == 0 ? null : (int)Math.Round(Total / EffectiveFte, MidpointRounding.AwayFromZero);
}

/// <summary>What of a person decides who suits.</summary>
/// <param name="Recommended">The type of POM; <see langword="null"/> where none is recommended.</param>
/// <param name="Specialisms">Those that the case calls for.</param>
/// <param name="HomePdu">The delivery unit of the home area.</param>
public sealed record RankedPerson(PomType? Recommended, IReadOnlyCollection<PomSpecialism> Specialisms, PlaceCode? HomePdu, DateOnly Today);

/// <summary>A candidate in place, with the reasons that speak for them.</summary>
/// <param name="Place">From 1.</param>
/// <param name="IsPreselected">They had the person here within the last 12 months.</param>
/// <param name="Why">What speaks for them, a few words each.</param>
public sealed record RankedPom(PomCandidate Candidate, int Place, bool IsPreselected, IReadOnlyList<string> Why);

/// <summary>The order in which POMs are offered for a case.</summary>
/// <remarks>Inferred from the instructions that ask for continuity, specialism and home area. Continuity within 12 months comes first; then the
/// recommended type, having managed the person before, specialism, home area, fewer cases for the time they have, longest without a new case, number.</remarks>
public static class PomRanking
{
    /// <summary>Months within which somebody who comes back goes to the POM they had.</summary>
    public const int ContinuityMonths = 12;

    /// <summary>Who can be chosen: available here, and neither the POM nor the co-worker of today.</summary>
    public static bool IsEligible(PomCandidate candidate, StaffId? pom, StaffId? coWorker)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return candidate.Status is PomStatus.Active && candidate.Staff != pom && candidate.Staff != coWorker;
    }

    /// <returns>All candidates, the best first; the order in which they are given makes no difference.</returns>
    public static IReadOnlyList<RankedPom> Of(IEnumerable<PomCandidate> candidates, RankedPerson person)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(person);

        var all = candidates.ToList();
        var before = all.Where(c => IsContinuity(c, person)).OrderByDescending(c => c.ManagedUntil).ThenBy(c => c.Number, StringComparer.Ordinal).ThenBy(c => c.Staff.Value).FirstOrDefault();
        var ordered = all
            .OrderByDescending(c => ReferenceEquals(c, before))
            .ThenByDescending(c => c.Type == person.Recommended)
            .ThenByDescending(c => c.ManagedUntil ?? DateOnly.MinValue)
            .ThenByDescending(c => Matches(c, person).Count > 0)
            .ThenByDescending(c => CoversHome(c, person))
            .ThenBy(c => c.CasesPerFte ?? int.MaxValue)
            .ThenBy(c => c.LastNewCaseOn ?? DateOnly.MinValue)
            .ThenBy(c => c.Number, StringComparer.Ordinal)
            .ThenBy(c => c.Staff.Value);
        return [.. ordered.Select((candidate, i) => new RankedPom(candidate, i + 1, ReferenceEquals(candidate, before), Why(candidate, person)))];
    }

    /// <summary>They had the person at this prison within the last 12 months.</summary>
    public static bool IsContinuity(PomCandidate candidate, RankedPerson person)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(person);
        return candidate.ManagedUntil is { } until && until >= person.Today.AddMonths(-ContinuityMonths);
    }

    private static List<PomSpecialism> Matches(PomCandidate candidate, RankedPerson person) =>
        [.. candidate.Specialisms.Where(s => s is not (PomSpecialism.Generic or PomSpecialism.Geographic) && person.Specialisms.Contains(s)).Distinct()];

    private static bool CoversHome(PomCandidate candidate, RankedPerson person) => person.HomePdu is { } pdu && candidate.Pdus.Contains(pdu);

    private static List<string> Why(PomCandidate candidate, RankedPerson person)
    {
        List<string> why = [];
        if (candidate.Type == person.Recommended)
        {
            why.Add($"Recommended type: {PomRecommendation.TypeName(candidate.Type)}");
        }

        if (candidate.ManagedUntil is { } until)
        {
            why.Add($"Previously allocated, until {Words.LongDate(until)}");
        }

        why.AddRange(Matches(candidate, person).Select(s => $"Specialism: {PomWords.Of(s)}"));
        if (CoversHome(candidate, person))
        {
            why.Add("Covers the home area");
        }

        why.Add(candidate.CasesPerFte is { } cases ? $"{Words.Count(cases, "case")} for each full-time equivalent" : "On other duties on every day of the last 14");
        why.Add(candidate.LastNewCaseOn is { } last ? $"Last new case on {Words.LongDate(last)}" : "Has had no case yet");
        return why;
    }
}
