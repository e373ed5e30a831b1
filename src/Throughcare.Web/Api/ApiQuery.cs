using System.Globalization;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Api;

/// <summary>The query of a request, read by what its operation says that it takes. Everything that is wrong is said at once.</summary>
public sealed class ApiQuery
{
    public const int DefaultLimit = 50;

    public const int MostLimit = 500;

    public static ApiParameter Limit { get; } = new("limit", $"At most this many; {DefaultLimit} unless said, {MostLimit} at most", "50", ApiParameterKind.Whole);

    public static ApiParameter Cursor { get; } = new("cursor", "Where the page before ended: its nextCursor, as it came", "");

    private readonly HttpRequest _request;
    private readonly List<(string, string)> _wrong = [];

    public ApiQuery(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);

        _request = http.Request;
        var known = http.GetEndpoint()!.Metadata.GetRequiredMetadata<ApiOperation>().Query.Select(p => p.Name).ToList();
        foreach (var (name, values) in _request.Query)
        {
            if (!known.Contains(name))
            {
                _wrong.Add((name, known.Count == 0 ? "Leave it out: nothing can be asked here" : $"Leave it out: what can be asked here is {string.Join(", ", known)}"));
            }
            else if (values.Count > 1)
            {
                _wrong.Add((name, "Send it once"));
            }
        }
    }

    /// <summary>What is wrong so far; <see langword="null"/> where nothing is.</summary>
    public ApiProblem? Problem => _wrong.Count == 0 ? null : ApiProblem.Unread("Put right what is said of each parameter", _wrong);

    /// <summary>Says what else is wrong with a parameter.</summary>
    public void Refuse(string name, string message) => _wrong.Add((name, message));

    /// <returns><see langword="null"/> where it is not there or empty.</returns>
    public string? Text(string name) => _request.Query[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    public DateOnly? Day(string name) => Read(name, "Must be a day, like 2026-03-01", DateOnly? (text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);

    public DateTimeOffset? Instant(string name) => Read(name, ApiInstant.Problem, ApiInstant.Read);

    public TChoice? Choice<TChoice>(string name)
        where TChoice : struct, Enum => Read(name, $"Must be one of {string.Join(", ", Enum.GetNames<TChoice>().Select(ApiProblem.Camel))}", TChoice? (text) =>
            !char.IsAsciiDigit(text[0]) && Enum.TryParse<TChoice>(text, ignoreCase: true, out var choice) && Enum.IsDefined(choice) ? choice : null);

    public int Count() => Read("limit", $"Must be a whole number from 1 to {MostLimit}", int? (text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= MostLimit ? count : null) ?? DefaultLimit;

    public long? Position(string name) => Read(name, "Must be a position as the feed gave it, or 0 for all", long? (text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : null);

    /// <param name="of">The list that it is a cursor of.</param>
    public T? After<T>(string of, int parts, Func<IReadOnlyList<string>, T?> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);

        if (Text("cursor") is not { } text)
        {
            return null;
        }

        if (ApiCursor.Read(of, text, parts) is { } said && read(said) is { } after)
        {
            return after;
        }

        _wrong.Add(("cursor", "Must be the nextCursor of a page of this list, as it came"));
        return null;
    }

    private T? Read<T>(string name, string problem, Func<string, T?> read)
        where T : struct
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var value = read(text);
        if (value is null)
        {
            _wrong.Add((name, problem));
        }

        return value;
    }
}

/// <summary>An instant as programs write it: a date, a time, and how far from UTC.</summary>
public static class ApiInstant
{
    public const string Problem = "Must be an instant with its offset, like 2026-03-01T10:30:00Z";

    private static readonly string[] Shapes = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public static DateTimeOffset? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        // a plus sign in an address means a space
        text = text.Replace(' ', '+');
        var hasOffset = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-');
        return hasOffset && DateTimeOffset.TryParseExact(text, Shapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at.ToMicrosecond() : null;
    }
}
