using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Access;

/// <summary>A level of <see cref="Sensitivity"/> in words.</summary>
/// <param name="ReadableBy">Who reads entries of the level.</param>
/// <param name="ShownToPerson">Whether the person is shown them: yes unless withheld, by decision, or never.</param>
public sealed record SensitivityLevel(string Code, Sensitivity Level, string Description, string ReadableBy, string ShownToPerson) : ICode
{
    public bool IsActive => true;

    internal static SensitivityLevel Read(CsvRow row) => new(
        row.Required("code"),
        (Sensitivity)row.Whole("rank") == row.Member<Sensitivity>("code") ? row.Member<Sensitivity>("code") : throw row.Wrong("rank", "is not the rank of the level"),
        row.Required("description"), row.Required("readable_by"), row.Required("shown_to_person"));
}

public static class SensitivityLevels
{
    public static CodeTable<SensitivityLevel> Table { get; } = new("codes/sensitivity-levels.csv", SensitivityLevel.Read);

    public static SensitivityLevel Of(Sensitivity level) => Table.Rows.First(row => row.Level == level);
}
