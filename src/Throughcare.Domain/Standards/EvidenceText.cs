using System.Collections.Frozen;
using System.Globalization;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Documents;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Standards;

/// <summary>Reads what shows that a rule was met: <c>oasys;kind=full|standard;status=complete &amp; plan;status=complete</c>.</summary>
public static class EvidenceText
{
    private const string Either = " OR ";

    private const string Both = " & ";

    private static readonly FrozenDictionary<string, Grammar> Kinds = new Dictionary<string, Grammar>(StringComparer.Ordinal)
    {
        ["allocation"] = new(EvidenceKind.Allocation, ("role", Codes.Role)),
        ["contact"] = new(
            EvidenceKind.Contact, ("type", Codes.Contact), ("role", Codes.Role), ("attended", Codes.YesNo), ("outcome.attended", Codes.YesNo), ("mode", Codes.Mode),
            ("appointment", Codes.Words("initial", "any")), ("objective", Codes.Words("linked")), ("team", Codes.Words("receiving")), ("recorded", Codes.YesNo), ("all", Codes.YesNo)),
        ["count"] = new(EvidenceKind.Count, ("n", Codes.AtLeast), ("national_standard", Codes.YesNo), ("mode", Codes.Mode)),
        ["minutes"] = new(EvidenceKind.Minutes, ("type", Codes.Contact), ("sum", Codes.AtLeast)),
        ["oasys"] = new(
            EvidenceKind.Oasys, ("kind", Codes.Words("full", "standard", "review")), ("part", Codes.Words("rosh")), ("status", Codes.Words("complete")), ("role", Codes.Role)),
        ["plan"] = new(EvidenceKind.Plan, ("kind", Codes.Words("initial", "review", "resettlement")), ("status", Codes.Words("complete")), ("role", Codes.Role)),
        ["rmp"] = new(EvidenceKind.Rmp, ("kind", Codes.Words("initial", "review")), ("status", Codes.Words("complete")), ("role", Codes.Role)),
        ["document"] = new(EvidenceKind.Document, ("type", Codes.Document), ("version", Codes.AtLeast)),
        ["outcome"] = new(EvidenceKind.Outcome, ("recorded", Codes.YesNo), ("absence_kind", Codes.Words("acceptable", "unacceptable"))),
        ["enforcement"] = new(EvidenceKind.Enforcement, ("code", Codes.Enforcement), ("kind", Codes.EnforcementKind), ("manager", Codes.Words("approved"))),
        ["breach"] = new(EvidenceKind.Breach, ("status", Codes.Words("started", "resolved"))),
        ["recall"] = new(EvidenceKind.Recall, ("status", Codes.Words("requested", "assessed", "revoked", "returned", "stopped"))),
        ["movement"] = new(EvidenceKind.Movement, ("type", Codes.Movement)),
        ["location"] = new(EvidenceKind.Location, ("prison", Codes.Words("resettlement"))),
        ["flag"] = new(EvidenceKind.Flag, ("code", Codes.Flag), ("reviewed", Codes.YesNo), ("screened", Codes.YesNo)),
        ["licence"] = new(EvidenceKind.Licence, ("status", Codes.Words("submitted", "approved"))),
        ["hdc"] = new(EvidenceKind.Hdc, ("status", Codes.Words("started")), ("address_check", Codes.Words("returned"))),
        ["rotl"] = new(EvidenceKind.Rotl, ("enquiry", Codes.Words("answered"))),
        ["parole"] = new(EvidenceKind.Parole, ("stage", Codes.Words("sift_started", "review_started", "reports_in", "dossier_disclosed", "decision"))),
        ["categorisation"] = new(EvidenceKind.Categorisation, ("status", Codes.Words("approved")), ("decision", Codes.Words("not_required"))),
        ["handover"] = new(EvidenceKind.Handover, ("complete", Codes.YesNo)),
        ["early_allocation"] = new(EvidenceKind.EarlyAllocation, ("assessed", Codes.YesNo)),
        ["report"] = new(EvidenceKind.Report, ("status", Codes.Words("draft_sent", "published"))),
        ["improvement_plan"] = new(EvidenceKind.ImprovementPlan, ("status", Codes.Words("received"))),
        ["sfo"] = new(EvidenceKind.Sfo, ("status", Codes.Words("notified"))),
        ["victim"] = new(EvidenceKind.Victim, ("stage", Codes.Words("referred"))),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Reads an expression.</summary>
    /// <exception cref="RuleTextException">A kind, a key or a value is not known, or something is missing: the message says where.</exception>
    public static EvidenceExpression Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        List<EvidenceClause> clauses = [];
        foreach (var (clause, at) in Split(text, Either, 0))
        {
            clauses.Add(new([.. Split(clause, Both, at).Select(item => Item(text, item.Part, item.At))]));
        }

        return new(text, clauses);
    }

    private static EvidenceItem Item(string text, string item, int at)
    {
        var parts = Split(item, ";", at).ToList();
        var (name, _) = parts[0];
        if (!Kinds.TryGetValue(name, out var grammar))
        {
            throw new RuleTextException(text, at, name.Length == 0 ? "the kind of evidence is missing" : $"there is no evidence of the kind '{name}'");
        }

        List<EvidenceKey> keys = [];
        foreach (var (part, start) in parts.Skip(1))
        {
            var key = Key(text, part, start, name, grammar);
            keys.Add(keys.Exists(other => other.Name == key.Name) ? throw new RuleTextException(text, start, $"'{key.Name}' is asked twice") : key);
        }

        return new(grammar.Kind, keys);
    }

    private static EvidenceKey Key(string text, string part, int at, string kind, Grammar grammar)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        var isAtLeast = equals > 0 && part[equals - 1] == '>';
        var name = equals < 0 ? part : part[..(isAtLeast ? equals - 1 : equals)];
        if (!grammar.Keys.TryGetValue(name, out var codes))
        {
            throw new RuleTextException(text, at, name.Length == 0 ? "a key is missing" : $"{kind} is not asked for '{name}'");
        }

        if (equals < 0)
        {
            throw new RuleTextException(text, at, $"'{name}' needs a value");
        }

        if (isAtLeast != codes.IsNumber)
        {
            throw new RuleTextException(text, at, codes.IsNumber ? $"'{name}' is asked as {name}>=number" : $"'{name}' is asked as {name}=word");
        }

        var value = part[(equals + 1)..];
        if (isAtLeast)
        {
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var least)
                ? new(name, [], least) : throw new RuleTextException(text, at + equals + 1, $"'{value}' is not a whole number");
        }

        List<string> values = [];
        foreach (var (word, start) in Split(value, "|", at + equals + 1))
        {
            values.Add(codes.IsKnown(word) ? word : throw new RuleTextException(text, start, $"'{word}' is not a value of '{name}'"));
        }

        return new(name, values);
    }

    private static IEnumerable<(string Part, int At)> Split(string text, string by, int at)
    {
        foreach (var part in text.Split(by))
        {
            yield return (part, at);
            at += part.Length + by.Length;
        }
    }

    private sealed class Grammar(EvidenceKind kind, params (string Key, Codes Codes)[] keys)
    {
        public EvidenceKind Kind => kind;

        public FrozenDictionary<string, Codes> Keys { get; } = keys.ToFrozenDictionary(pair => pair.Key, pair => pair.Codes, StringComparer.Ordinal);
    }

    /// <summary>What the value of a key can be.</summary>
    private sealed record Codes(Func<string, bool> IsKnown, bool IsNumber = false)
    {
        private static readonly Lazy<FrozenDictionary<string, string>> EnforcementActions = new(() =>
            CsvTable.Load("codes/enforcement-actions.csv").Rows.ToFrozenDictionary(row => row.Required("code"), row => row.Required("kind"), StringComparer.Ordinal));

        public static Codes AtLeast { get; } = new(_ => true, IsNumber: true);

        public static Codes YesNo { get; } = Words("true", "false");

        public static Codes Mode { get; } = Words("face", "video", "telephone", "letter");

        public static Codes Role { get; } = new(code => RoleCodes.Parse(code) is not null);

        public static Codes Contact { get; } = new(code => ContactTypes.Find(code) is not null || AppointmentTypes.Find(code) is not null);

        public static Codes Document { get; } = new(code => DocumentTypes.Table.Find(code) is not null);

        public static Codes Flag { get; } = new(code => RiskFlags.Find(code) is not null);

        public static Codes Movement { get; } = new(code => CodeLists.MovementTypes.Find(code) is not null);

        public static Codes Enforcement { get; } = new(code => EnforcementActions.Value.ContainsKey(code));

        public static Codes EnforcementKind { get; } = new(kind => EnforcementActions.Value.Values.Contains(kind));

        public static Codes Words(params string[] words) => new(words.Contains);
    }
}
