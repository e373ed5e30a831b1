using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Sentences;

/// <summary>What a court decided, as probation records it: an order, a suspended sentence, custody or something else.
/// <see cref="FactVersion.ValidFrom"/> is the day it was imposed, <see cref="FactVersion.ValidTo"/> the day it was terminated.</summary>
public sealed record Disposal : FactVersion
{
    /// <summary>The court event it belongs to, as the source calls that: <c>EVT:12@34</c>.</summary>
    public string? Event { get; init; }

    /// <summary>Code of <c>sentence-types.csv</c>, or the words of one that the list does not have.</summary>
    public Coded? Type { get; init; }

    /// <summary>In the words of the source.</summary>
    public string? Detail { get; init; }

    /// <summary>As pronounced; <see langword="null"/> where none is given.</summary>
    public int? Length { get; init; }

    public LengthUnit? Unit { get; init; }

    /// <summary>Why it was terminated, in the words of the source.</summary>
    public string? Termination { get; init; }

    /// <summary>A sentence of custody: the prison's record of it, where there is one, stands before this.</summary>
    public bool IsCustodial => SentenceTypes.Find(Type?.Code)?.Class is "custody_determinate" or "custody_indeterminate";

    /// <summary>The last day by its length; <see langword="null"/> where that is not known.</summary>
    public DateOnly? ExpectedEnd => (Length, Unit) switch
    {
        ({ } n, LengthUnit.Days) => ValidFrom.AddDays(n - 1),
        ({ } n, LengthUnit.Weeks) => ValidFrom.AddDays((7 * n) - 1),
        ({ } n, LengthUnit.Months) => ValidFrom.AddMonths(n).AddDays(-1),
        ({ } n, LengthUnit.Years) => ValidFrom.AddYears(n).AddDays(-1),
        _ => null,
    };
}

public enum LengthUnit
{
    Hours,
    Days,
    Weeks,
    Months,
    Years,
}

/// <summary>Units as probation writes them.</summary>
public static class LengthUnitText
{
    /// <summary>Reads H, D, W, M and Y, and the words that begin with them.</summary>
    public static LengthUnit? Read(string? text) => text?.TrimStart() switch
    {
        ['H' or 'h', ..] => LengthUnit.Hours,
        ['D' or 'd', ..] => LengthUnit.Days,
        ['W' or 'w', ..] => LengthUnit.Weeks,
        ['M' or 'm', ..] => LengthUnit.Months,
        ['Y' or 'y', ..] => LengthUnit.Years,
        _ => null,
    };

    /// <summary>"1 hour", "12 months".</summary>
    public static string Words(int length, LengthUnit unit) => Rules.Words.Count(length, unit.ToString().ToLowerInvariant()[..^1]);
}

/// <summary>Something that an order asks of a person. <see cref="FactVersion.ValidFrom"/> is the day it began.</summary>
public sealed record Requirement : FactVersion
{
    /// <summary>The disposal it belongs to, as the source calls that: <c>DSP:12@34</c>.</summary>
    public string? Disposal { get; init; }

    /// <summary>As the source codes it, such as <c>W</c>.</summary>
    public string? CategoryCode { get; init; }

    /// <summary>In the words of the source, such as "Unpaid work".</summary>
    public required string Category { get; init; }

    public string? SubCategoryCode { get; init; }

    public string? SubCategory { get; init; }

    public DateOnly? CommencedOn { get; init; }

    public int? Length { get; init; }

    public LengthUnit? Unit { get; init; }

    /// <summary>Why it was terminated, in the words of the source.</summary>
    public string? Termination { get; init; }

    public bool IsUnpaidWork => CategoryCode is "W" or "W2" || Category.Contains("unpaid work", StringComparison.OrdinalIgnoreCase);

    /// <summary>Programme requirements, accredited ones among them.</summary>
    public bool IsProgramme => Category.Contains("programme", StringComparison.OrdinalIgnoreCase);

    /// <summary>Curfew, exclusion, prohibited activity or residence: it keeps a person from somewhere or something.</summary>
    public bool IsRestrictive => Restrictive.Any(word => Category.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] Restrictive = ["curfew", "exclusion", "prohibited activity", "residence"];
}

/// <summary>A matter before a court for which probation was asked to act.</summary>
public sealed record CourtEvent : FactVersion
{
    public DateOnly? ReferredOn { get; init; }

    public DateOnly? ConvictedOn { get; init; }

    /// <summary>The group of cases that the source counts it in.</summary>
    public string? Cohort { get; init; }
}
