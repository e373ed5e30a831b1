using System.Collections.Frozen;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;

namespace Throughcare.Domain.Protection;

/// <summary>What public protection makes of an offence: a row of <c>offence-public-protection-flags.csv</c>.</summary>
/// <param name="Offence">By name.</param>
/// <param name="IsViolent">Of the violent offences of Schedule 18 to the Sentencing Act 2020.</param>
/// <param name="IsSexual">Of the sexual offences of that schedule.</param>
/// <param name="IsNotifiable">Sexual offenders have to notify the police, always or from some sentence on.</param>
/// <param name="IsOfVictimScheme">Victims are offered contact; where that is at discretion it does not count.</param>
public sealed record OffenceFlags(string Offence, bool IsViolent, bool IsSexual, bool IsNotifiable, bool IsOfVictimScheme, bool IsTerrorism)
{
    public const string Table = "codes/offence-public-protection-flags.csv";

    private static readonly Lazy<FrozenDictionary<string, OffenceFlags>> ByName = new(() =>
        CsvTable.Load(Table).Rows.Select(Read).ToFrozenDictionary(flags => OffenceGrouping.Words(flags.Offence), StringComparer.Ordinal));

    public bool IsOfMappa => IsViolent || IsSexual || IsNotifiable || IsTerrorism;

    public static int Count => ByName.Value.Count;

    /// <summary>The row of an offence by its name, whatever the case and punctuation; <see langword="null"/> for one in no row.</summary>
    public static OffenceFlags? Find(string? offence) => ByName.Value.GetValueOrDefault(OffenceGrouping.Words(offence));

    private static OffenceFlags Read(CsvRow row) => new(
        row.Required("offence"), row.Flag("schedule18_violent"), row.Flag("schedule18_sexual"),
        row.OneOf("sexual_notification", ("ANY", true), ("COND", true), ("N", false)),
        row.OneOf("victim_scheme", ("Y", true), ("H", false), ("N", false)), row.Flag("terrorism"));
}
