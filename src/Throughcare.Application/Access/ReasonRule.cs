using Throughcare.Domain.Rules;

namespace Throughcare.Application.Access;

/// <summary>What is asked of a reason.</summary>
internal static class ReasonRule
{
    public const int Least = 20;

    public const int Most = 1000;

    /// <returns><see langword="null"/> where there is enough, and not too much.</returns>
    public static Refusal? TooShort(string field, string? reason) => reason?.Trim().Length switch
    {
        null or 0 => new(field, "Enter a reason"),
        < Least => new(field, $"Reason must be {Least} characters or more"),
        > Most => new(field, $"Reason must be {Most:N0} characters or fewer"),
        _ => null,
    };
}
