namespace Throughcare.Web;

/// <summary>One page of a list, as its count line and its links need it.</summary>
public interface IPageOfResults
{
    /// <summary>From 1.</summary>
    int Number { get; }

    /// <summary>Rows on a full page: 25, 50 or 100.</summary>
    int Size { get; }

    /// <summary>Rows on all pages.</summary>
    int Total { get; }

    /// <summary>Whether more matched than are listed, so that these are the best of them.</summary>
    bool IsBestOfMore { get; }
}

/// <inheritdoc cref="IPageOfResults"/>
/// <param name="Rows">The rows of this page.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Rows, int Number, int Size, int Total, bool IsBestOfMore = false) : IPageOfResults;

/// <summary>What an address asks for: <c>?page=2&amp;size=50</c>.</summary>
public static class PageRequest
{
    public const int DefaultSize = 25;

    public static IReadOnlyList<int> Sizes { get; } = [25, 50, 100];

    /// <returns>The page number, from 1, and one of <see cref="Sizes"/>; anything else that was asked for is the first page of 25.</returns>
    public static (int Number, int Size) Of(int? page, int? size) =>
        (page is > 0 and < 1_000_000 ? page.Value : 1, size is { } asked && Sizes.Contains(asked) ? asked : DefaultSize);
}
