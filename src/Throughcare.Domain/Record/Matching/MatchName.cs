namespace Throughcare.Domain.Record.Matching;

/// <summary>One name as it is compared when people are matched: the letters A to Z in upper case, one space between words.</summary>
public sealed record MatchName
{
    private MatchName(string surname, string forename, string secondForename)
    {
        Surname = surname;
        Forename = forename;
        SecondForename = secondForename;
        JoinedSurname = NameText.Joined(surname);
    }

    /// <summary>Empty where it is not known.</summary>
    public string Surname { get; }

    /// <summary>Empty where it is not known.</summary>
    public string Forename { get; }

    /// <summary>The first of the middle names; empty where there is none.</summary>
    public string SecondForename { get; }

    /// <summary>The surname as one word: <c>O NEIL</c> is also <c>ONEIL</c>.</summary>
    public string JoinedSurname { get; }

    /// <param name="surname">As recorded.</param>
    /// <param name="forename">As recorded.</param>
    /// <param name="middleNames">As recorded; the first word of them is the second forename.</param>
    public static MatchName Of(string? surname, string? forename, string? middleNames)
    {
        var second = Plain(middleNames);
        return new(Plain(surname), Plain(forename), second.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? second[..end] : second);
    }

    /// <summary>Letters of other scripts go: they are in neither extract.</summary>
    private static string Plain(string? name)
    {
        var normal = NameText.Normalise(name);
        if (normal.All(c => c is ' ' or (>= 'A' and <= 'Z')))
        {
            return normal;
        }

        return string.Join(' ', NameText.Tokens(string.Concat(normal.Where(c => c is ' ' or (>= 'A' and <= 'Z')))));
    }
}
