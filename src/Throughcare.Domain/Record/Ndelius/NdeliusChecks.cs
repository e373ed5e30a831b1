using Throughcare.Domain.Record.Offloc;

namespace Throughcare.Domain.Record.Ndelius;

/// <summary>What makes a row of the probation extract one that can not be applied.</summary>
public static class NdeliusChecks
{
    public const string UnknownLine = "UNKNOWN_LINE";

    /// <summary>No record has the number, and the row names no CRN.</summary>
    public const string KeyUnknown = "KEY_UNKNOWN";

    /// <summary>Longest number of a line or an offender.</summary>
    public const int LongestId = 18;

    public static bool IsId(string text) => text.Length is > 0 and <= LongestId && text.All(char.IsAsciiDigit);

    public static RowProblem Problem(string column, string value, string code, string message, ImportSeverity severity) =>
        new(column, value.Length <= 100 ? value : value[..100], code, message, severity);

    public static RowProblem Error(string column, string value, string code, string message) => Problem(column, value, code, message, ImportSeverity.Error);

    public static RowProblem Warning(string column, string value, string code, string message) => Problem(column, value, code, message, ImportSeverity.Warning);

    /// <param name="today">The day that the file is about.</param>
    /// <param name="unit">The only delivery unit whose rows may be applied; <see langword="null"/> for all.</param>
    /// <returns>Why the row is rejected; <see langword="null"/> where it is not.</returns>
    public static RowProblem? Check(NdeliusRow row, DateOnly today, PlaceCode? unit = null)
    {
        if (!IsId(row.OffenderId))
        {
            return Error("OffenderId", row.OffenderId, OfflocChecks.KeyInvalid, "The number of the offender must be a whole number");
        }

        if (unit is { } own && !row.Of(NdeliusLineKind.OffenderManager).Any(m => NdeliusContacts.PlaceOf(m["Orgcode"], m["TeamCode"]).Place == own && m["EndDate"].Length == 0))
        {
            return Error("TeamCode", "", OfflocChecks.NotOwnUnit, $"You may import rows of {own} only");
        }

        if (row.Offender is not { } line)
        {
            return row.IsFull ? Error("CRN", "", OfflocChecks.KeyInvalid, "A full list must give the line of the person") : null;
        }

        if (!Crn.TryParse(line["CRN"], null, out _))
        {
            return Error("CRN", line["CRN"], OfflocChecks.KeyInvalid, Crn.Problem);
        }

        return line["DateOfBirth"] is { Length: > 0 } born && (line.Date("DateOfBirth") is not { } day || !OfflocDates.IsPossibleBirth(day, today))
            ? Error("DateOfBirth", born, OfflocChecks.BirthInvalid, "The date of birth must be a real date at least 10 years before the day of the file")
            : null;
    }
}
