using Microsoft.EntityFrameworkCore;

namespace Throughcare.Application;

/// <summary>Counts for a first page: nobody works through more than so many, so no more are counted.</summary>
public static class Counting
{
    /// <summary>What is shown as a number at most; one more stands for "more than" it.</summary>
    public const int Most = 500;

    /// <summary>How many there are; <see cref="Most"/> and one where there are more.</summary>
    public static Task<int> CountUpToAsync<T>(this IQueryable<T> rows, CancellationToken stop) => rows.Take(Most + 1).CountAsync(stop);
}
