using System.Collections.Frozen;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Sentences;

/// <summary>How the law holds a person in prison.</summary>
public enum LegalStatus
{
    Indeterminate,
    Sentenced,
    ConvictedUnsentenced,
    Remand,
    Immigration,
    Civil,
    SentencedNonCustodial,
}

/// <summary>The status by which the prison system holds a person.</summary>
/// <param name="Band">Its band, 0 to 17, which gives the <see cref="LegalStatus"/>.</param>
/// <param name="Rank">Lower outranks higher where a person has several.</param>
public sealed record ImprisonmentStatus(string Code, string Description, int Band, string? BandDescription, int? Rank, bool IsActive) : ICode
{
    /// <summary>The group that rules read; <see langword="null"/> for band 0, which says nothing.</summary>
    public LegalStatus? LegalStatus => Band switch
    {
        1 => Sentences.LegalStatus.Indeterminate,
        2 or 3 => Sentences.LegalStatus.Sentenced,
        4 or 5 or 16 => Sentences.LegalStatus.ConvictedUnsentenced,
        6 or 7 or 12 or 13 or 14 or 17 => Sentences.LegalStatus.Remand,
        8 or 11 => Sentences.LegalStatus.Immigration,
        9 or 10 => Sentences.LegalStatus.Civil,
        15 => Sentences.LegalStatus.SentencedNonCustodial,
        _ => null,
    };

    internal static ImprisonmentStatus Read(CsvRow row) => new(
        row.Required("code"), row.Required("description"), row.Whole("band"), row.Optional("band_description"),
        row.OptionalWhole("rank"), row.Flag("active"));
}

/// <summary>A kind of sentence, order or other ground for having a case.</summary>
/// <param name="Class">Such as custody_determinate, community_order or remand.</param>
/// <param name="RecallKind">How a recall under it runs; <see langword="null"/> where it is not one.</param>
/// <param name="CalculationType">The way its release dates are worked out.</param>
public sealed record SentenceType(string Code, string Subtype, string Class, string ReleaseRoute, string? RecallKind, string CalculationType) : ICode
{
    public string Description => Code;

    public bool IsActive => true;

    internal static SentenceType Read(CsvRow row) => new(
        row.Required("code"), row.Required("subtype"), row.Required("class"), row.Required("release_route"),
        row.Optional("recall_kind"), row.Required("calculation_type"));
}

/// <param name="CourtType">CC Crown Court, MC magistrates, YC youth, CACD appeal, GCM court martial, OTHER.</param>
public sealed record Court(string Code, string Description, string CourtType, bool IsActive) : ICode
{
    internal static Court Read(CsvRow row) =>
        new(row.Required("code"), row.Required("name"), row.Required("court_type"), row.Flag("active"));
}

/// <summary>A published group of offences.</summary>
public sealed record OffenceGroup(string Code, string Description, int Order) : ICode
{
    public bool IsActive => true;

    internal static OffenceGroup Read(CsvRow row) => new(row.Required("code"), row.Required("name"), row.Whole("order"));
}

public static class ImprisonmentStatuses
{
    public static CodeTable<ImprisonmentStatus> Table { get; } = new("codes/imprisonment-statuses.csv", ImprisonmentStatus.Read);

    public static ImprisonmentStatus? Find(string? code) => Table.Find(code);

    public static ImprisonmentStatus? FindByText(string? description) => Table.FindByText(description);
}

public static class SentenceTypes
{
    public static CodeTable<SentenceType> Table { get; } = new("codes/sentence-types.csv", SentenceType.Read);

    public static SentenceType? Find(string? code) => Table.Find(code);
}

public static class Courts
{
    public static CodeTable<Court> Table { get; } = new("reference/courts.csv", Court.Read);

    private static readonly CodeTable<Court>.Derived<FrozenDictionary<string, Court>> ByName = Table.Derive(Named);

    /// <summary>The court that a file means: by code, then by name without "Crown Court", "Magistrates' Court", case and
    /// punctuation; <see langword="null"/> for any other. A magistrates' court is never read as the Crown Court of its town.</summary>
    public static Court? Match(string? codeOrName)
    {
        if (string.IsNullOrWhiteSpace(codeOrName))
        {
            return null;
        }

        if (Table.Find(codeOrName.Trim().ToUpperInvariant()) is { } byCode)
        {
            return byCode;
        }

        var (name, isMagistrates) = Plain(codeOrName);
        return ByName.Value.TryGetValue(name, out var court) && !(isMagistrates && court.CourtType == "CC") ? court : null;
    }

    private static FrozenDictionary<string, Court> Named(IReadOnlyList<Court> rows) => rows
        .GroupBy(court => Plain(court.Description).Name, StringComparer.Ordinal)
        .ToFrozenDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    private static (string Name, bool IsMagistrates) Plain(string name)
    {
        var words = OffenceGrouping.Words(name.Replace("'", "", StringComparison.Ordinal).Replace("\u2019", "", StringComparison.Ordinal));
        var isMagistrates = words.Contains(" MAGISTRATES COURT ", StringComparison.Ordinal);
        return (words.Replace(" CROWN COURT ", " ", StringComparison.Ordinal).Replace(" MAGISTRATES COURT ", " ", StringComparison.Ordinal).Trim(), isMagistrates);
    }
}

/// <summary>The published group that the words of an offence belong to.</summary>
public static class OffenceGrouping
{
    public const string NotGrouped = "UNK";

    private static readonly Lazy<(string Words, string Group)[]> Keywords = new(() =>
        [.. CsvTable.Load("reference/offence-group-keywords.csv").Rows
            .OrderBy(row => row.Whole("order"))
            .Select(row => ($" {row.Required("words")} ", row.Required("offence_group")))]);

    public static CodeTable<OffenceGroup> Groups { get; } = new("reference/offence-groups.csv", OffenceGroup.Read);

    public static int KeywordCount => Keywords.Value.Length;

    /// <summary>The code of the group: that of the first row of <c>offence-group-keywords.csv</c> whose words stand in the
    /// text, whole and side by side; <see cref="NotGrouped"/> where none do.</summary>
    public static string Of(string? offence)
    {
        var words = Words(offence);
        foreach (var (keyword, group) in Keywords.Value)
        {
            if (words.Contains(keyword, StringComparison.Ordinal))
            {
                return group;
            }
        }

        return NotGrouped;
    }

    /// <summary>Upper case, letters and digits only, one space between words and at both ends.</summary>
    internal static string Words(string? text)
    {
        var words = new System.Text.StringBuilder(" ");
        foreach (var c in text ?? "")
        {
            if (char.IsLetterOrDigit(c))
            {
                words.Append(char.ToUpperInvariant(c));
            }
            else if (words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        return words[^1] == ' ' ? words.ToString() : words.Append(' ').ToString();
    }
}
