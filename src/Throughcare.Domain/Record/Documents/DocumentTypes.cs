using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record.Documents;

/// <summary>A kind of document.</summary>
/// <param name="DefaultSensitivity">A document of the kind is never held lower.</param>
/// <param name="IsInTransferPack">Goes with the person to the next prison.</param>
public sealed record DocumentType(string Code, string Description, Sensitivity DefaultSensitivity, bool IsInTransferPack) : ICode
{
    public bool IsActive => true;

    /// <summary>Minutes and information of multi-agency work.</summary>
    public bool IsPublicProtection => Code.StartsWith("MAPPA", StringComparison.Ordinal);

    /// <summary>Whoever adds one has to say what it is.</summary>
    public bool NeedsTitle => Code is "OTHER";

    internal static DocumentType Read(CsvRow row) => new(
        row.Required("code"), row.Required("description"), row.Member<Sensitivity>("default_sensitivity"), row.Flag("in_transfer_pack"));
}

public static class DocumentTypes
{
    public static CodeTable<DocumentType> Table { get; } = new("codes/document-types.csv", DocumentType.Read);

    public static DocumentType? Find(string? code) => Table.Find(code);
}
