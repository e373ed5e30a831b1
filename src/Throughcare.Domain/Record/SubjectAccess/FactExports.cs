using System.Collections.Frozen;

namespace Throughcare.Domain.Record.SubjectAccess;

/// <summary>How each type of fact is given to the person, or by which rule it is withheld. Fails closed: what is not here is withheld.</summary>
public static partial class FactExports
{
    /// <summary>By the type of fact.</summary>
    public static FrozenDictionary<Type, FactExport> All { get; } =
        Everything().ToFrozenDictionary(export => export.Fact);

    /// <returns>The export of an unknown type withholds it.</returns>
    public static FactExport For(Type fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return All.GetValueOrDefault(fact) ?? new(fact, ExportSection.Record, "Other entry", (_, _) => new Treatment.Withheld(WithholdingRule.Unclassified));
    }

    /// <summary>What becomes of one version of a fact.</summary>
    public static Treatment Of(FactVersion fact, ExportContext context)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Withdrawn
            ? new Treatment.Withheld(WithholdingRule.RecordedInError)
            : For(fact.GetType()).Of(fact, context);
    }

    private static IEnumerable<FactExport> Everything() =>
        [.. Identity(), .. Sentenced(), .. Held(), .. Worked(), .. Risks(), .. Kept()];
}
