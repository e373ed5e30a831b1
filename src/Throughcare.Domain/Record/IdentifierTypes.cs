using System.Text.RegularExpressions;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record;

/// <summary>A kind of number by which a person is known.</summary>
/// <param name="Pattern">The form of its canonical text.</param>
/// <param name="IsUnique">No two people may hold the same one.</param>
public sealed record IdentifierType(string Code, string Description, Regex Pattern, bool IsUnique) : ICode
{
    public bool IsActive => true;

    internal static IdentifierType Read(CsvRow row) => new(
        row.Required("code"), row.Required("description"),
        new Regex(row.Required("pattern"), RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100)), row.Flag("unique"));
}

public static class IdentifierTypes
{
    public static CodeTable<IdentifierType> Table { get; } = new("codes/identifier-types.csv", IdentifierType.Read);

    public static IdentifierType? Find(string? code) => Table.Find(code);
}
