using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Standards;

/// <summary>Every rule of one version of the rule set.</summary>
public sealed class StandardRuleSet
{
    public const string Table = "standards/standards.csv";

    private static readonly Lazy<StandardRuleSet> Own = new(() => Read(OwnText()));

    private static volatile StandardRuleSet? _used;

    private readonly FrozenDictionary<StandardId, StandardRule> _byId;

    private readonly FrozenDictionary<Trigger, StandardRule[]> _byTrigger;

    private readonly FrozenDictionary<string, StandardRule[]> _byFamily;

    private StandardRuleSet(string text, IReadOnlyList<StandardRule> rules)
    {
        Text = text;
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        Rules = rules;
        _byId = rules.ToFrozenDictionary(rule => rule.Id);
        _byTrigger = rules.GroupBy(rule => rule.Trigger).ToFrozenDictionary(same => same.Key, same => same.ToArray());
        _byFamily = rules.GroupBy(rule => rule.Family).ToFrozenDictionary(same => same.Key, InOrderOfChoice, StringComparer.Ordinal);
        Families = [.. rules.Select(rule => rule.Family).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The rule set that the product brings.</summary>
    public static StandardRuleSet Shipped => Own.Value;

    /// <summary>The rule set that judges: the product's own, or the version that an administrator has loaded in its place.</summary>
    public static StandardRuleSet InUse => _used ?? Shipped;

    /// <summary>Goes over to another version; <see langword="null"/> for the product's own.</summary>
    public static void Use(StandardRuleSet? version) => _used = version;

    /// <summary>The file it was read from.</summary>
    public string Text { get; }

    /// <summary>SHA-256 of the bytes of the file in UTF-8, 64 hexadecimal digits in lower case. Items keep it.</summary>
    public string Hash { get; }

    /// <summary>All rules, in the order of the file.</summary>
    public IReadOnlyList<StandardRule> Rules { get; }

    /// <summary>Families, in the order in which the file first names them.</summary>
    public IReadOnlyList<string> Families { get; }

    public StandardRule? Find(StandardId id) => _byId.GetValueOrDefault(id);

    /// <summary>The rules that a trigger starts, in the order of the file; empty for none.</summary>
    [SuppressMessage("Performance", "CA1819", Justification = "read for every occurrence of every case")]
    public StandardRule[] ByTrigger(Trigger trigger) => _byTrigger.TryGetValue(trigger, out var rules) ? rules : [];

    /// <summary>The rules of a family in the order in which one is chosen: the higher priority, the later start, the shorter distance, the
    /// id. Empty for a family that there is not.</summary>
    public IReadOnlyList<StandardRule> InFamily(string family) => _byFamily.TryGetValue(family, out var rules) ? rules : [];

    /// <summary>The rule of a family that is chosen before its others; <see langword="null"/> for a family that there is not.</summary>
    public StandardRule? FirstIn(string family) => InFamily(family) is [var first, ..] ? first : null;

    /// <summary>Reads the text of a rule set.</summary>
    /// <exception cref="TableException">It can not be used; the first thing that is wrong.</exception>
    public static StandardRuleSet Read(string text, string name = Table) =>
        TryRead(text, out var set, out var errors, out _, name) ? set : throw errors[0];

    /// <summary>Reads the text of a rule set.</summary>
    /// <param name="text">Header row and rows.</param>
    /// <param name="set"><see langword="null"/> where anything is wrong: then the version before stays in use.</param>
    /// <param name="errors">What is wrong, by row and column.</param>
    /// <param name="warnings">What somebody should look at, by row and column.</param>
    /// <param name="name">What errors call the file.</param>
    public static bool TryRead(
        string text, [NotNullWhen(true)] out StandardRuleSet? set, out IReadOnlyList<TableException> errors, out IReadOnlyList<TableException> warnings, string name = Table)
    {
        ArgumentNullException.ThrowIfNull(text);

        (set, warnings) = (null, []);
        try
        {
            var table = CsvTable.Read(name, text.TrimStart('\uFEFF'), out var broken);
            var rules = StandardRuleRows.Read(table, out var wrong);
            List<TableException> all = [.. broken, .. wrong, .. StandardRuleChecks.Overlaps(name, rules)];
            errors = [.. all.OrderBy(error => error.Row).ThenBy(error => table.Columns.Index().FirstOrDefault(column => column.Item == error.Column).Index)];
            if (all.Count > 0)
            {
                return false;
            }

            set = new(text, [.. rules.Select(row => row.Rule)]);
            warnings = [.. StandardRuleChecks.Gaps(name, rules).Concat(StandardRuleChecks.UncertainFigures(name, rules)).OrderBy(warning => warning.Row)];
            return true;
        }
        catch (TableException error)
        {
            errors = [error];
            return false;
        }
    }

    private static string OwnText()
    {
        using var stream = typeof(StandardRuleSet).Assembly.GetManifestResourceStream(Table) ?? throw new TableException(Table, 0, "", "there is no such table");
        using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
        return reader.ReadToEnd();
    }

    private static StandardRule[] InOrderOfChoice(IEnumerable<StandardRule> rules) =>
        [.. rules.OrderByDescending(rule => rule.Priority).ThenByDescending(rule => rule.EffectiveFrom).ThenBy(rule => rule.Due.RoughDays).ThenBy(rule => rule.Id)];
}
