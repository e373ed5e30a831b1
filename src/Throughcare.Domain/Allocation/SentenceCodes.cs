using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>How scope and handover read a sentence type or an imprisonment status.</summary>
public enum SentenceCodeClass
{
    /// <summary>Neither of the others: a criminal sentence with an end.</summary>
    Criminal,
    Indeterminate,
    Immigration,
    Civil,
}

/// <param name="Code">Of a sentence type or of an imprisonment status.</param>
/// <param name="IsRecall">Held again after a recall.</param>
public sealed record SentenceCode(string Code, SentenceCodeClass Class, bool IsRecall) : ICode
{
    public string Description => Code;

    public bool IsActive => true;

    internal static SentenceCode Read(CsvRow row) =>
        new(row.Required("code"), row.Member<SentenceCodeClass>("class"), row.OneOf("recall_variant", ("yes", true), ("no", false)));
}

/// <summary>Codes that scope and handover tell from an ordinary criminal sentence.</summary>
/// <remarks>Source: offender-management-allocation-manager (ministryofjustice), sentence types.</remarks>
public static class SentenceCodes
{
    /// <summary>What counts where no status is recorded: a criminal sentence.</summary>
    public const string Missing = "UNK_SENT";

    public static CodeTable<SentenceCode> Table { get; } = new("allocation/sentence-type-codes.csv", SentenceCode.Read);

    /// <summary>The row of a code; an ordinary criminal one for a code that the table does not have, and for none.</summary>
    public static SentenceCode Of(string? code) =>
        Table.Find(string.IsNullOrEmpty(code) ? Missing : code) ?? new(code!, SentenceCodeClass.Criminal, false);

    public static bool IsCivil(string? code) => Of(code).Class is SentenceCodeClass.Civil;
}
