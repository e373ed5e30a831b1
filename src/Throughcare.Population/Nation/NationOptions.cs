using System.Globalization;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Population.Nation;

/// <summary>How large a population is: a row of <c>sizes.csv</c>.</summary>
/// <param name="Name">demo, region or national; part of every stream's root, so that two sizes share nothing.</param>
/// <param name="People">How many people there are.</param>
/// <param name="InCustody">How many of them are in prison.</param>
/// <param name="OnProbation">How many of them probation has a case of; some are in prison too.</param>
public sealed record PopulationSize(string Name, int People, int InCustody, int OnProbation)
{
    private static readonly Lazy<IReadOnlyList<PopulationSize>> Shipped = new(() => [.. CsvTable.Load(typeof(PopulationSize).Assembly, "sizes.csv").Rows.Select(row =>
        new PopulationSize(row["size"], row.Whole("people"), row.Whole("custody_episodes"), row.Whole("probation_episodes")))]);

    public static IReadOnlyList<PopulationSize> All => Shipped.Value;

    public static PopulationSize Demo => Of("demo");

    /// <summary>How many people are in prison and have a probation case as well.</summary>
    public int Both => InCustody + OnProbation - People;

    /// <exception cref="ArgumentException">There is no such size.</exception>
    public static PopulationSize Of(string name) => All.FirstOrDefault(size => size.Name == name)
        ?? throw new ArgumentException($"There is no size '{name}': say {string.Join(", ", All.Select(size => size.Name))}");
}

/// <summary>How well the staff of the population do what they should.</summary>
public enum FailureMode
{
    /// <summary>Everything is done, and written down well.</summary>
    Off,

    /// <summary>As the joint inspections of 2011 found it.</summary>
    Of2011,

    /// <summary>As inspections since found it.</summary>
    Of2025,
}

/// <summary>Which population to make.</summary>
public sealed record NationOptions
{
    public required PopulationSize Size { get; init; }

    /// <summary>The day as at which the population stands; every date is reckoned from it.</summary>
    public required DateOnly AsOf { get; init; }

    public long Seed { get; init; } = 42;

    /// <summary>How far back movements, releases, recalls and allocations go, in months; contacts always cover the last twelve.</summary>
    public int HistoryMonths { get; init; } = 30;

    public FailureMode Failures { get; init; } = FailureMode.Of2011;

    /// <summary>How many batches are made at a time; what is made does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Members of staff who exist already; each stands for the first of the role at the place.</summary>
    public IReadOnlyList<StaffMember> KnownStaff { get; init; } = [];

    /// <summary>What tells this population from every other, in one line.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture,
        $"size {Size.Name}, seed {Seed}, as of {AsOf:yyyy-MM-dd}, history {HistoryMonths} months, failures {Word(Failures)}");

    public static string Word(FailureMode mode) => mode switch { FailureMode.Off => "off", FailureMode.Of2025 => "2025", _ => "2011" };
}
