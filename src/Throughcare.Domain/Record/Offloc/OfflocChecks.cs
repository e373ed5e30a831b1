namespace Throughcare.Domain.Record.Offloc;

/// <summary>What makes a row of the prison file one that can not be applied.</summary>
public static class OfflocChecks
{
    public const string FieldCount = "FIELD_COUNT";
    public const string KeyInvalid = "KEY_INVALID";
    public const string KeyRepeated = "KEY_REPEATED";
    public const string UnknownPrison = "UNKNOWN_PRISON";
    public const string NotOwnUnit = "NOT_OWN_UNIT";
    public const string BirthInvalid = "DATE_OF_BIRTH_INVALID";
    public const string ConcurrentChange = "CONCURRENT_CHANGE";

    /// <summary>The codes of places that are no prison: released, and on the way.</summary>
    public const string Released = "OUT";
    public const string InTransit = "TRN";

    public static RowProblem WrongCount(int fields) => new(
        "", $"{fields}", FieldCount, $"The row has {fields} fields; a row of the prison file has {OfflocField.Count}", ImportSeverity.Error);

    public static RowProblem Repeated(string key) => RowProblem.Error(
        OfflocField.PrisonNumber, key, KeyRepeated, "The file names this prison number more than once, and the rows differ");

    /// <param name="key">The field of the prison number, as it stands.</param>
    /// <param name="prison">The field of the prison.</param>
    /// <param name="born">The field of the date of birth.</param>
    /// <param name="unit">The only prison whose rows may be applied; <see langword="null"/> for all.</param>
    /// <param name="today">The day that the file is about.</param>
    /// <returns>Why the row is rejected; <see langword="null"/> where it is not.</returns>
    public static RowProblem? Check(string key, string prison, string born, PlaceCode? unit, DateOnly today)
    {
        if (!Record.PrisonNumber.TryParse(key, null, out _))
        {
            return RowProblem.Error(OfflocField.PrisonNumber, key, KeyInvalid, Record.PrisonNumber.Problem);
        }

        if (Establishments.Find(prison) is null)
        {
            return RowProblem.Error(OfflocField.PrisonCode, prison, UnknownPrison, "There is no prison with this code");
        }

        if (unit is { } own && prison != own.Text)
        {
            return RowProblem.Error(OfflocField.PrisonCode, prison, NotOwnUnit, $"You may import rows of {own} only");
        }

        return born.Length > 0 && (OfflocDates.Read(born) is not { } day || !OfflocDates.IsPossibleBirth(day, today))
            ? RowProblem.Error(OfflocField.DateOfBirth, born, BirthInvalid, "The date of birth must be a real date at least 10 years before the day of the file")
            : null;
    }
}
