namespace Throughcare.Domain.Record;

/// <summary>One name of a candidate, normalised once for all comparisons.</summary>
public sealed class NameForm
{
    private NameForm(string[] surname, string[] forenames) =>
        (Surname, JoinedSurname, Forenames) = (surname, string.Concat(surname), forenames);

    public IReadOnlyList<string> Surname { get; }

    public string JoinedSurname { get; }

    public IReadOnlyList<string> Forenames { get; }

    public static NameForm Of(string? surname, string? forenames) =>
        new(NameText.Tokens(NameText.Normalise(surname)), NameText.Tokens(NameText.Normalise(forenames)));

    public override string ToString() => $"{string.Join(' ', Surname)}, {string.Join(' ', Forenames)}";
}

/// <summary>Somebody who might be meant.</summary>
/// <param name="Names">All names that they have or had.</param>
/// <param name="BornOn">All dates of birth recorded for them.</param>
/// <param name="Sex">Code M or F; anything else is unknown.</param>
/// <param name="Postcodes">Of all their addresses, as recorded.</param>
public sealed record SearchCandidate(
    IReadOnlyList<NameForm> Names, IReadOnlyList<DateOnly> BornOn, string? Sex = null, IReadOnlyList<string>? Postcodes = null);

/// <summary>Who is looked for. What is not said is left out of the score.</summary>
public sealed class SearchQuery
{
    private SearchQuery(IReadOnlyList<(SearchWord[] Surname, SearchWord[] Forenames)> readings) => Readings = readings;

    public DateOnly? BornOn { get; init; }

    /// <summary>First and last day of a range of dates of birth, where no day is known.</summary>
    public (DateOnly From, DateOnly To)? BornBetween { get; init; }

    public string? Sex { get; init; }

    public string? Postcode { get; init; }

    /// <summary>The ways to read the words as surname and forenames.</summary>
    internal IReadOnlyList<(SearchWord[] Surname, SearchWord[] Forenames)> Readings { get; }

    /// <summary>Words in either order: some at one end are the surname, the rest the forenames.</summary>
    public static SearchQuery Of(SearchText.Words typed)
    {
        SearchWord[] words = [.. typed.Tokens];
        var readings = new List<(SearchWord[], SearchWord[])> { (words, []), ([], words) };
        for (var at = 1; at < words.Length; at++)
        {
            readings.Add((words[..at], words[at..]));
            readings.Add((words[at..], words[..at]));
        }

        return new(readings)
        {
            BornOn = typed.Born,
            BornBetween = typed.BornIn is { } year ? (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)) : null,
        };
    }

    /// <summary>A person whose surname and forenames are known apart, as when one is created.</summary>
    public static SearchQuery Of(string? surname, string? forenames, DateOnly? bornOn = null, string? sex = null, string? postcode = null) =>
        new([(Words(surname), Words(forenames))]) { BornOn = bornOn, Sex = sex, Postcode = postcode };

    private static SearchWord[] Words(string? name) => [.. NameText.Tokens(NameText.Normalise(name)).Select(token => new SearchWord(token))];
}

/// <summary>How well a candidate fits what was looked for, 0 to 100, and what that is made of.</summary>
/// <param name="Value">Points won as a share of the points there were to win, rounded.</param>
/// <param name="Parts">Each thing compared, so that the page can say why.</param>
public sealed record SearchScore(int Value, IReadOnlyList<SearchScore.Part> Parts)
{
    /// <summary>From this score a candidate is shown.</summary>
    public const int Shown = 60;

    /// <summary>From this score, without an exact date of birth, somebody may be the same person.</summary>
    public const int Possible = 75;

    /// <summary>From this score, with an exact date of birth, somebody is likely the same person.</summary>
    public const int Likely = 85;

    /// <param name="Name">What was compared, such as "Last name".</param>
    /// <param name="Because">How it compared, such as "alike" or "day and month swapped".</param>
    /// <param name="Points">Won.</param>
    /// <param name="Of">To win.</param>
    public sealed record Part(string Name, string Because, double Points, double Of);

    public bool HasExactBirth => Parts.Any(part => part is { Name: Birth, Points: BirthPoints });

    private const string Birth = "Date of birth";

    private const double LastPoints = 35;

    private const double FirstPoints = 25;

    private const double BirthPoints = 30;

    private const double RangePoints = 8;

    private const double SmallPoints = 5;

    /// <summary>Scores the best of the candidate's names under the best reading of the words.</summary>
    public static SearchScore Of(SearchQuery query, SearchCandidate candidate)
    {
        var rest = new List<Part>(3);
        AddBirth(query, candidate, rest);
        if (query.Postcode is { Length: > 0 } postcode)
        {
            var same = candidate.Postcodes?.Any(other => PlainPostcode(other) == PlainPostcode(postcode)) ?? false;
            rest.Add(new("Postcode", same ? "same" : "different", same ? SmallPoints : 0, SmallPoints));
        }

        if (query.Sex is { Length: > 0 } sex)
        {
            var same = sex == candidate.Sex;
            rest.Add(new("Sex", same ? "same" : "different", same ? SmallPoints : 0, SmallPoints));
        }

        var best = Sum(rest);
        foreach (var (surname, forenames) in query.Readings)
        {
            foreach (var name in candidate.Names)
            {
                if (Names(surname, forenames, name) is { } parts && Sum([.. parts, .. rest]) is var score && IsBetter(score, best))
                {
                    best = score;
                }
            }
        }

        return best;
    }

    private static bool IsBetter(SearchScore score, SearchScore best) =>
        !best.Parts.Any(part => part.Name is "Last name" or "First name")
        || score.Value > best.Value
        || (score.Value == best.Value && score.Parts.Sum(part => part.Points) > best.Parts.Sum(part => part.Points));

    private static SearchScore Sum(IReadOnlyList<Part> parts)
    {
        var of = parts.Sum(part => part.Of);
        return new(of == 0 ? 0 : (int)Math.Round(100 * parts.Sum(part => part.Points) / of, MidpointRounding.AwayFromZero), parts);
    }

    /// <returns><see langword="null"/> where the words can not be read so for this name.</returns>
    private static List<Part>? Names(SearchWord[] surname, SearchWord[] forenames, NameForm name)
    {
        var parts = new List<Part>(2);
        if (surname.Length > 0)
        {
            var last = Last(surname, name);
            if (forenames.Length == 0 && surname.Length > 1 && last.Points < LastPoints)
            {
                // Several words that are all surname must be that surname, or any forename would hide behind a beginning.
                return null;
            }

            parts.Add(last);
        }

        if (forenames.Length > 0)
        {
            var points = forenames.Select((word, i) => First(word, i == 0, name)).ToList();
            if (surname.Length == 0 && points.Any(part => part.Points == 0))
            {
                return null;
            }

            parts.Add(points.Count == 1 ? points[0]
                : new("First name", string.Join(", ", points.Select(part => part.Because)), points.Average(part => part.Points), FirstPoints));
        }

        return parts.Count == 0 ? null : parts;
    }

    private static Part Last(SearchWord[] words, NameForm name)
    {
        var typed = words.Length == 1 ? words[0] : new SearchWord(string.Concat(words.Select(word => word.Text)), words[^1].IsBeginning);
        if (typed.Fits(name.JoinedSurname) || (words.Length == 1 && name.Surname.Any(typed.Fits)))
        {
            return new("Last name", typed.IsBeginning ? "begins so" : "same", LastPoints, LastPoints);
        }

        var alike = JaroWinkler.Similarity(typed.Text, name.JoinedSurname);
        if (words.Length == 1 && name.Surname.Count > 1)
        {
            alike = Math.Max(alike, name.Surname.Max(token => JaroWinkler.Similarity(typed.Text, token)));
        }

        return alike >= JaroWinkler.Alike ? new("Last name", "alike", 30 * alike, LastPoints)
            : SoundKey.Of(typed.Text) is { } sound && (sound == SoundKey.Of(name.JoinedSurname) || (words.Length == 1 && name.Surname.Any(token => sound == SoundKey.Of(token))))
                ? new("Last name", "sounds alike", 15, LastPoints)
            : new("Last name", "different", 0, LastPoints);
    }

    private static Part First(SearchWord typed, bool isFirst, NameForm name)
    {
        if (name.Forenames.Any(typed.Fits))
        {
            return new("First name", typed.IsBeginning ? "begins so" : "same", FirstPoints, FirstPoints);
        }

        var best = new Part("First name", "different", 0, FirstPoints);
        for (var i = 0; i < name.Forenames.Count; i++)
        {
            var token = name.Forenames[i];
            var alike = JaroWinkler.Similarity(typed.Text, token);
            Better(alike >= JaroWinkler.Alike ? 20 * alike : 0, "alike");
            Better(NameSynonyms.Are(typed.Text, token) ? 18 : 0, "another form of the name");
            Better(isFirst && i == 0 && typed.Text[0] == token[0] ? 10 : 0, "same initial");
        }

        return best;

        void Better(double points, string because) => best = points > best.Points ? new("First name", because, points, FirstPoints) : best;
    }

    private static void AddBirth(SearchQuery query, SearchCandidate candidate, List<Part> parts)
    {
        if (query.BornOn is { } typed)
        {
            var best = new Part(Birth, candidate.BornOn.Count == 0 ? "not recorded" : "different", 0, BirthPoints);
            foreach (var born in candidate.BornOn)
            {
                var (points, because) = Compare(typed, born);
                best = points > best.Points ? new(Birth, because, points, BirthPoints) : best;
            }

            parts.Add(best);
        }
        else if (query.BornBetween is { } range)
        {
            var within = candidate.BornOn.Any(born => born >= range.From && born <= range.To);
            parts.Add(new(Birth, within ? "in the years given" : "not in the years given", within ? RangePoints : 0, RangePoints));
        }
    }

    private static (double Points, string Because) Compare(DateOnly typed, DateOnly born)
    {
        var (day, month, year) = (typed.Day == born.Day, typed.Month == born.Month, typed.Year == born.Year);
        return (day, month, year) switch
        {
            (true, true, true) => (BirthPoints, "same"),
            (_, _, true) when typed.Day == born.Month && typed.Month == born.Day => (20, "day and month swapped"),
            (true, true, false) when Math.Abs(typed.Year - born.Year) == 1 => (18, "one year apart"),
            (true, true, false) or (true, false, true) or (false, true, true) => (15, "one part different"),
            _ => (0, "different"),
        };
    }

    private static string PlainPostcode(string postcode) => string.Concat(postcode.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
