using Throughcare.Domain.Assessment;

namespace Throughcare.Web;

/// <summary>Who a page is about. Put it among the request's features, or give it to <c>tc-person-banner of</c>.</summary>
/// <param name="Address">What stands for the person in addresses: prison number, else CRN, else id.</param>
/// <param name="Surname">As recorded.</param>
/// <param name="Forename">As recorded.</param>
/// <param name="Where">The one line of where the person is, such as "In custody: HMP {name}, B2-14".</param>
public sealed record PersonBannerModel(string Address, string Surname, string Forename, string Where)
{
    /// <summary>The name the person goes by, shown in brackets where it differs from the forename.</summary>
    public string? PreferredName { get; init; }

    public string? PrisonNumber { get; init; }

    public string? Crn { get; init; }

    public string? Pnc { get; init; }

    public DateOnly? BornOn { get; init; }

    /// <summary>Sex at record, in words.</summary>
    public string? Sex { get; init; }

    /// <summary>Welsh speaker, interpreter needed, reads with difficulty: only those that are true.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>The classification level; <see langword="null"/> where it is not assessed.</summary>
    public RoshLevel? Rosh { get; init; }

    public IReadOnlyList<ScoreModel> Scores { get; init; } = [];

    /// <summary>Tier, such as "B2"; <see langword="null"/> where there is none.</summary>
    public string? Tier { get; init; }

    public MappaModel? Mappa { get; init; }

    /// <summary>In the order in which they are to be shown; the banner shows eight and puts the rest under "More".</summary>
    public IReadOnlyList<TagModel> Tags { get; init; } = [];

    /// <summary>POM, COM and key worker, those that the person should have or has.</summary>
    public IReadOnlyList<BannerStaff> Staff { get; init; } = [];

    /// <summary>What the next key date is called, such as "Conditional release date".</summary>
    public string? NextDateName { get; init; }

    public DateOnly? NextDateOn { get; init; }

    public BannerDue? NextDue { get; init; }

    /// <summary>Sentences above the banner, in any order: they are shown in the order of <see cref="StripKind"/>.</summary>
    public IReadOnlyList<Strip> Strips { get; init; } = [];

    /// <summary>Where the photograph is served from; a silhouette stands for none.</summary>
    public string? PhotoAddress { get; init; }

    /// <summary>Whether the user may see the Protection section.</summary>
    public bool ShowsProtection { get; init; }

    /// <summary>"Surname, Forename".</summary>
    public string LastCommaFirst => $"{Surname}, {Forename}";

    /// <summary>The number that titles show instead of the name.</summary>
    public string? Number => PrisonNumber ?? Crn;
}

/// <param name="Job">What they are to the person: "POM", "COM", "Key worker".</param>
/// <param name="Name">Their name; <see langword="null"/> is shown as "Not allocated".</param>
/// <param name="Part">"Responsible" or "Supporting", where that applies.</param>
/// <param name="Href">Where their contact details are.</param>
public sealed record BannerStaff(string Job, string? Name, string? Part = null, string? Href = null);

/// <param name="What">What is due.</param>
/// <param name="On">Last day on which it is in time.</param>
public sealed record BannerDue(string What, DateOnly On, string? Href = null);

public sealed record Strip(StripKind Kind, string Sentence);

/// <summary>In the order in which they stand.</summary>
public enum StripKind
{
    BeingTransferred,
    Released,
    NotInYourPlace,
    ArrivedLately,
    LimitedAccess,
}

/// <param name="Instrument">Such as RSR.</param>
/// <param name="Band">In words, such as "Medium".</param>
/// <param name="Percent">0 to 100; <see langword="null"/> where it was not calculated.</param>
/// <param name="Kind">"Static" or "Dynamic"; <see langword="null"/> where the instrument has one kind.</param>
public sealed record ScoreModel(string Instrument, string Band, decimal? Percent, string? Kind = null);

/// <param name="Category">1 to 4.</param>
/// <param name="Level">1 to 3; <see langword="null"/> while it is to be set.</param>
/// <param name="LevelDueOn">The day by which the level is to be set.</param>
public sealed record MappaModel(int Category, int? Level, DateOnly? LevelDueOn = null);

/// <param name="Text">In sentence case.</param>
public sealed record TagModel(string Text, TagColour Colour = TagColour.Blue);

public enum TagColour
{
    Blue,
    Green,
    Purple,
    Red,
    Orange,
    Teal,
    Magenta,
    Yellow,
    Grey,
}
