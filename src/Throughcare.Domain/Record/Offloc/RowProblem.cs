namespace Throughcare.Domain.Record.Offloc;

/// <summary>Something wrong with one field of a row.</summary>
/// <param name="Code">Such as <c>UNKNOWN_CODE</c>.</param>
/// <param name="Message">What it means, in words.</param>
public sealed record RowProblem(string Column, string Value, string Code, string Message, ImportSeverity Severity)
{
    public static RowProblem Error(int field, string value, string code, string message) =>
        new(OfflocField.NameOf(field), value, code, message, ImportSeverity.Error);

    public static RowProblem Warning(int field, string value, string code, string message) =>
        new(OfflocField.NameOf(field), value, code, message, ImportSeverity.Warning);
}
