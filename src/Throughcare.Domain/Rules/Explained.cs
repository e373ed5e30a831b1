namespace Throughcare.Domain.Rules;

/// <summary>A computed value that somebody will rely on, with what it rests on.</summary>
/// <param name="Value">The answer.</param>
/// <param name="Rule">Stable name of the rule and version that gave it, such as <c>oasys-initial-due/2019-09</c>.</param>
/// <param name="Because">One plain sentence that a prisoner or an inspector could read.</param>
/// <param name="Source">The public instruction that the rule comes from.</param>
/// <param name="Used">The facts it used, in the order in which a reader would check them.</param>
public sealed record Explained<T>(T Value, string Rule, string Because, string Source, IReadOnlyList<Fact> Used);

/// <summary>One fact, said the way the page will say it.</summary>
public readonly record struct Fact(string Name, string Value);
