using System.Collections.Frozen;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record;

/// <summary>Names that stand for each other, such as BILLY and WILLIAM.</summary>
public static class NameSynonyms
{
    public const string Table = "reference/name-synonyms.csv";

    private static readonly Lazy<Loaded> All = new(Load);

    public static int Count => All.Value.Rows;

    /// <summary>Whether a row pairs the two in either direction, or both stand for the same third name; never further.</summary>
    /// <param name="one">A normalised name of one token.</param>
    /// <param name="other">Another.</param>
    public static bool Are(string one, string other)
    {
        var ones = All.Value.Targets.GetValueOrDefault(one) ?? [];
        var others = All.Value.Targets.GetValueOrDefault(other) ?? [];
        return ones.Contains(other) || others.Contains(one) || ones.Any(others.Contains);
    }

    /// <summary>All names that stand for this one, without itself.</summary>
    public static IReadOnlyList<string> Of(string name) => All.Value.Synonyms.GetValueOrDefault(name) ?? [];

    private static Loaded Load()
    {
        var targets = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var sources = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var rows = CsvTable.Load(Table).Rows;
        foreach (var row in rows)
        {
            var (name, same) = (row.Required("name"), row.Required("same_as"));
            var known = Of(targets, name);
            if (known.Contains(same))
            {
                throw row.Wrong("same_as", $"the pair {name} and {same} stands in an earlier row");
            }

            known.Add(same);
            Of(sources, same).Add(name);
        }

        var synonyms = targets.Keys.Union(sources.Keys, StringComparer.Ordinal).ToFrozenDictionary(
            name => name,
            name => targets.GetValueOrDefault(name, []).SelectMany(same => sources[same].Append(same))
                .Concat(sources.GetValueOrDefault(name, []))
                .Where(other => other != name).Distinct(StringComparer.Ordinal).ToArray(),
            StringComparer.Ordinal);

        return new(rows.Count, targets.ToFrozenDictionary(row => row.Key, row => row.Value.ToArray(), StringComparer.Ordinal), synonyms);

        static List<string> Of(Dictionary<string, List<string>> of, string name) =>
            of.TryGetValue(name, out var list) ? list : of[name] = [];
    }

    private sealed record Loaded(int Rows, FrozenDictionary<string, string[]> Targets, FrozenDictionary<string, string[]> Synonyms);
}
