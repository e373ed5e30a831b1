using System.Globalization;

namespace Throughcare.Domain.Rules.Functions;

/// <summary>The values of one example, read as their inputs say; what is wrong is kept, so that all of it is said at once.</summary>
internal sealed class RuleValues
{
    private readonly IReadOnlyDictionary<string, string> _given;
    private readonly List<Refusal> _wrong = [];

    /// <param name="given">Values by name; a name that is no input is refused.</param>
    public RuleValues(RuleFunction function, IReadOnlyDictionary<string, string> given)
    {
        _given = given;
        var known = function.Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        _wrong.AddRange(given.Keys.Where(name => !known.Contains(name)).Select(name => new Refusal(name, $"{function.Name} has no input '{name}'")));
        _wrong.AddRange(function.Inputs.Where(input => input.IsRequired && Text(input.Name) is null).Select(input => new Refusal(input.Name, $"Enter {FirstLower(input.Caption)}")));
    }

    public IReadOnlyList<Refusal> Wrong => _wrong;

    public void Refuse(string name, string message) => _wrong.Add(new(name, message));

    public void Refuse(IEnumerable<Refusal> wrong) => _wrong.AddRange(wrong);

    /// <returns><see langword="null"/> where none, an empty one, or <c>-</c> is given.</returns>
    public string? Text(string name) => _given.TryGetValue(name, out var text) && text?.Trim() is { Length: > 0 } and not RuleAnswer.None and var said ? said : null;

    public DateOnly? Day(string name) => Text(name) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : No<DateOnly>(name, $"'{text}' is no date of the form 2026-03-27");

    public TimeOnly? Time(string name) => Text(name) is not { } text ? null
        : TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time
        : No<TimeOnly>(name, $"'{text}' is no time of the form 14:30");

    public int? Whole(string name) => Text(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : No<int>(name, $"'{text}' is no whole number");

    /// <summary>Days, and instants with a time in London.</summary>
    public IReadOnlyList<(DateOnly On, DateTimeOffset? At)> Days(string name)
    {
        List<(DateOnly, DateTimeOffset?)> days = [];
        foreach (var part in Parts(name))
        {
            if (DateOnly.TryParseExact(part, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                days.Add((day, null));
            }
            else if (DateTime.TryParseExact(part, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            {
                var on = DateOnly.FromDateTime(local);
                days.Add((on, London.At(on, TimeOnly.FromDateTime(local))));
            }
            else
            {
                Refuse(name, $"'{part}' is no date of the form 2026-03-27, nor 2026-03-27T14:30");
            }
        }

        return days;
    }

    public IReadOnlyList<int> Wholes(string name)
    {
        List<int> numbers = [];
        foreach (var part in Parts(name))
        {
            if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                numbers.Add(number);
            }
            else
            {
                Refuse(name, $"'{part}' is no whole number");
            }
        }

        return numbers;
    }

    private string[] Parts(string name) => Text(name)?.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private T? No<T>(string name, string message)
        where T : struct
    {
        Refuse(name, message);
        return null;
    }

    private static string FirstLower(string words) => words.Length > 1 && char.IsLower(words[1]) ? $"{char.ToLowerInvariant(words[0])}{words[1..]}" : words;
}
