using System.Globalization;

namespace Throughcare.Domain.Record.Ndelius;

/// <summary>One data line: the fields that are kept, without padding, with single spaces.</summary>
public sealed class NdeliusLine(NdeliusLineType type, string[] values)
{
    public NdeliusLineType Type => type;

    /// <summary>The text of a field; empty where it says nothing.</summary>
    public string this[string field] => values[type.SlotOf(field)];

    /// <summary>The source has withdrawn it.</summary>
    public bool IsDeleted => this[NdeliusLineType.Deleted] == "Y";

    /// <summary>The text of a field, cut to <paramref name="most"/> characters; <see langword="null"/> where it says nothing.</summary>
    public string? Text(string field, int most) => this[field] switch
    {
        "" => null,
        var text => text.Length <= most ? text : text[..most].TrimEnd(),
    };

    /// <summary>A date <c>yyyyMMdd</c>, whatever follows it; <see langword="null"/> for anything else.</summary>
    public DateOnly? Date(string field) => ReadDate(this[field]);

    internal static DateOnly? ReadDate(string text) =>
        text.Length >= 8 && DateOnly.TryParseExact(text.AsSpan(0, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>What the probation extract says of one person: all lines between the start and the end of one offender.</summary>
public sealed class NdeliusRow
{
    private readonly ILookup<NdeliusLineKind?, NdeliusLine> _lines;

    /// <param name="line">Line of the file on which it begins, from 1.</param>
    /// <param name="offenderId">The number by which nDelius itself knows the offender.</param>
    /// <param name="isFull">The lines are all there are: what is not named is over.</param>
    public NdeliusRow(int line, string offenderId, bool isFull, IEnumerable<NdeliusLine> lines)
    {
        (Line, OffenderId, IsFull) = (line, offenderId, isFull);
        _lines = lines.ToLookup(l => l.Type.Kind);
    }

    public int Line { get; }

    public string OffenderId { get; }

    public bool IsFull { get; }

    /// <summary>The line of the person; a diff may bring none.</summary>
    public NdeliusLine? Offender => Of(NdeliusLineKind.Offenders).FirstOrDefault();

    /// <summary>The CRN by the line of the person, as it stands.</summary>
    public string? Crn => Offender?.Text("CRN", 40);

    public IEnumerable<NdeliusLine> Of(NdeliusLineKind kind) => _lines[kind];

    /// <summary>What the source calls a fact of this person: <c>REG:1234@77</c>.</summary>
    /// <param name="prefix">Which kind of line.</param>
    /// <param name="id">The line's number.</param>
    public string SourceId(string prefix, string id) => $"{prefix}:{id}@{OffenderId}";

    /// <summary>Whether a fact came from this offender's lines; a person may have several offenders, each with a CRN.</summary>
    public bool IsSourceOf(FactVersion fact) => fact.SourceId?.EndsWith($"@{OffenderId}", StringComparison.Ordinal) is true;
}

/// <summary>What a row says of who somebody is, for telling whose it is.</summary>
/// <param name="Surname">Empty where it is not given.</param>
/// <param name="Middle">Second and third name.</param>
/// <param name="Sex">The words of the source.</param>
public sealed record NdeliusIdentity(string Surname, string? Forename, string? Middle, DateOnly? BornOn, string? Sex)
{
    public string? PreviousSurname { get; init; }

    public IReadOnlyList<(string Surname, string? Forename, string? Middle)> Aliases { get; init; } = [];

    public string? Crn { get; init; }

    /// <summary><see langword="null"/> for none, a dummy and one of the wrong form.</summary>
    public string? PrisonNumber { get; init; }

    /// <summary>Canonical, with a right check letter.</summary>
    public IReadOnlyList<string> Pncs { get; init; } = [];

    /// <summary>Canonical, with a right check letter.</summary>
    public IReadOnlyList<string> Cros { get; init; } = [];

    public string? Booking { get; init; }

    /// <returns><see langword="null"/> for a row without the line of the person.</returns>
    public static NdeliusIdentity? Of(NdeliusRow row, DateOnly today)
    {
        if (row.Offender is not { } line)
        {
            return null;
        }

        IEnumerable<string> pncs = [line["PNCNumber"], .. row.Of(NdeliusLineKind.AdditionalIdentifier).Where(l => !l.IsDeleted).SelectMany(l => new[] { l["PNC"], l["OldPnc"] })];
        return new(line["Surname"], line.Text("FirstName", 35), MiddleOf(line), line.Date("DateOfBirth"), line.Text("GenderDescription", 60) ?? line.Text("GenderCode", 60))
        {
            PreviousSurname = line.Text("PreviousSurname", 35),
            Aliases = [.. row.Of(NdeliusLineKind.AliasDetails).Where(l => !l.IsDeleted).Select(l => (l["Surname"], l.Text("FirstName", 35), MiddleOf(l)))],
            Crn = Read(IdentifierKind.Crn, line["CRN"]),
            PrisonNumber = Read(IdentifierKind.Noms, line["NOMISNumber"]),
            Pncs = [.. pncs.Select(text => Read(IdentifierKind.Pnc, text)).OfType<string>().Distinct(StringComparer.Ordinal)],
            Cros = Read(IdentifierKind.Cro, line["CRO"]) is { } cro ? [cro] : [],
            Booking = Read(IdentifierKind.Booking, line["PrisonNumber"]),
        };

        string? Read(IdentifierKind kind, string text) => NumberReading.Of(kind, text, today)?.ToMatch;
    }

    /// <summary>Second and third name of a line, at most 35 characters.</summary>
    internal static string? MiddleOf(NdeliusLine line)
    {
        var both = $"{line["SecondName"]} {line["ThirdName"]}".Trim();
        return both.Length == 0 ? null : both.Length <= 35 ? both : both[..35].TrimEnd();
    }
}
