namespace Throughcare.Population.Offloc;

/// <summary>What real files get wrong, and the written ones too.</summary>
public enum OfflocQuirk
{
    /// <summary>The top-up supervision date, last of all, stands without its quotes after a bare bar, so that a split at
    /// quote, bar, quote finds 152 fields: <c>…"|"last but one"|08/10/2027</c>. The line is read as if it were whole.</summary>
    UnquotedTopUpDate,

    /// <summary>A remark breaks its line, with a line feed alone or with a carriage return before it. The line is read whole.</summary>
    LineBreakInRemark,

    /// <summary>151 or 154 fields: the line can not be read.</summary>
    WrongFieldCount,

    /// <summary>The prison is <c>ZZQ</c>, which there is not: the line can not be read.</summary>
    UnknownPrison,

    /// <summary>The prison number is missing or not one: the line can not be read.</summary>
    InvalidKey,

    /// <summary>The date of birth lies in the future. Written only where a least number of each quirk is asked for.</summary>
    ImpossibleDateOfBirth,

    /// <summary>An empty value inside a group of activities, written as a bar between quotes. The line is read whole.</summary>
    EmptyValueInGroup,

    /// <summary>A PNC number has a wrong check letter. The line is read, the number marked.</summary>
    WrongPncLetter,
}
