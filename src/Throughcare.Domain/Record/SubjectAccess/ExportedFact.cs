namespace Throughcare.Domain.Record.SubjectAccess;

/// <summary>Puts one fact, with all its versions, through the rules: what is given of it, and what goes into the redaction log.</summary>
public static class ExportedFact
{
    /// <param name="Entry">What is given; <see langword="null"/> where nothing is.</param>
    /// <param name="Ground">Why nothing is, where that may be said to the person.</param>
    /// <param name="Log">A line for every rule that withheld something, and for everything that somebody decides about.</param>
    public sealed record Result(ExportEntry? Entry, string? Ground, IReadOnlyList<LogLine> Log);

    /// <param name="Label">Empty for the whole entry.</param>
    /// <param name="Text">What is decided about; empty where a rule withheld the entry.</param>
    /// <param name="Rule">The rule that withheld it; <see langword="null"/> where somebody decides.</param>
    /// <param name="Because">Why somebody has to decide about the whole entry.</param>
    public readonly record struct LogLine(string Label, string Text, WithholdingRule? Rule, string? Because = null);

    /// <summary>What was decided about a text or an entry; <see langword="null"/> where nobody has.</summary>
    /// <param name="Text">The text as it is given.</param>
    public readonly record struct Decided(ItemDecision Decision, WithholdingRule? Rule, string? Text);

    /// <param name="versions">Every version that was known, the first one first; at least one.</param>
    /// <param name="decided">By label and text, what was decided.</param>
    public static Result Of(IReadOnlyList<FactVersion> versions, ExportContext context, Func<string, string, Decided?> decided)
    {
        ArgumentNullException.ThrowIfNull(versions);
        ArgumentNullException.ThrowIfNull(context);
        var (current, export) = (versions[^1], FactExports.For(versions[^1].GetType()));
        if (FactExports.Of(current, context) is not Treatment.Released released)
        {
            return Nothing(((Treatment.Withheld)FactExports.Of(current, context)).Rule, [new("", "", ((Treatment.Withheld)FactExports.Of(current, context)).Rule)]);
        }

        List<LogLine> log = [];
        if (released.DecideBecause is { } because)
        {
            var whole = TextOf(released.Lines);
            log.Add(new("", whole, null, because));
            if (decided("", whole) is not { Decision: ItemDecision.Released } allowed)
            {
                log.AddRange(Readable(released.Lines));
                return Nothing(decided("", whole) is { Decision: ItemDecision.Withheld, Rule: { } chosen } ? chosen : WithholdingRule.Undecided, log);
            }
        }

        log.AddRange(Readable(released.Lines));
        if (Given(released.Lines, decided) is not { } lines)
        {
            return Nothing(null, log);
        }

        List<EarlierEntry> earlier = [];
        var after = released.Lines;
        foreach (var (was, next) in versions.SkipLast(1).Reverse().Zip(versions.Skip(1).Reverse()))
        {
            if (FactExports.Of(was, context) is not Treatment.Released before)
            {
                log.Add(new("Earlier version", "", ((Treatment.Withheld)FactExports.Of(was, context)).Rule));
                continue;
            }

            var changed = before.Lines.Where(line => !after.Any(l => l.Label == line.Label && l.Value == line.Value)).ToList();
            after = before.Lines;
            if (changed.Count == 0)
            {
                continue;
            }

            log.AddRange(Readable(changed).Where(line => !log.Exists(l => l.Label == line.Label && l.Text == line.Text)));
            if (Given(changed, decided) is { Count: > 0 } shown)
            {
                earlier.Add(new(was.Recorded.At, next.Recorded.At, ByOf(was, context), shown));
            }
        }

        var entry = new ExportEntry(current.Id, export.Kind, released.Title, current.ValidFrom, current.ValidTo)
        {
            RecordedAt = versions[0].Recorded.At,
            RecordedBy = ByOf(versions[0], context),
            Lines = lines,
            Earlier = earlier,
        };
        return new(entry, null, log);
    }

    /// <summary>All that an entry says, as it is read when somebody decides about the whole of it.</summary>
    public static string TextOf(IReadOnlyList<ExportLine> lines) => string.Join('\n', lines.Select(line => $"{line.Label}: {line.Value}"));

    private static Result Nothing(WithholdingRule? rule, List<LogLine> log) => new(null, rule is { IsSafeToSay: true } safe ? safe.Ground : null, log);

    private static IEnumerable<LogLine> Readable(IReadOnlyList<ExportLine> lines) =>
        lines.Where(line => line.NeedsReading).Select(line => new LogLine(line.Label, line.Value, null));

    /// <returns><see langword="null"/> where a text was withheld by a rule that must not be seen to apply: then nothing of the entry is given.</returns>
    private static List<GivenLine>? Given(IReadOnlyList<ExportLine> lines, Func<string, string, Decided?> decided)
    {
        List<GivenLine> given = [];
        foreach (var line in lines)
        {
            switch (line.NeedsReading ? decided(line.Label, line.Value) : new Decided(ItemDecision.Released, null, null))
            {
                case { Decision: ItemDecision.Released }:
                    given.Add(new(line.Label, line.Value));
                    break;
                case { Decision: ItemDecision.Redacted, Text: { } text, Rule: var rule }:
                    given.Add(new(line.Label, text, rule is { IsSafeToSay: true } safe ? safe.Ground : null));
                    break;
                case { Decision: ItemDecision.Withheld, Rule: { IsSafeToSay: true } told }:
                    given.Add(new(line.Label, null, told.Ground));
                    break;
                case { Decision: ItemDecision.Withheld }:
                    return null;
                default:
                    given.Add(new(line.Label, null));   // not read yet
                    break;
            }
        }

        return given;
    }

    private static string ByOf(FactVersion version, ExportContext context) =>
        SourceWords.Name(version.Recorded.Source) ?? StaffShown.Words(version.Recorded.Role, version.Recorded.By, context.NameOf(version.Recorded.By));
}
