using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Standards;

/// <summary>A rule and the row of the file that it stands in.</summary>
internal readonly record struct RuleRow(StandardRule Rule, int Row);

/// <summary>Reads the rows of a rule set, each cell by itself, so that everything that is wrong is found at once.</summary>
internal static class StandardRuleRows
{
    private const int LongestTitle = 120;

    private const int LongestLeadDays = 3_660;

    private static readonly string[] Columns =
    [
        "id", "regime", "effective_from", "effective_to", "title", "applies_when", "trigger", "due_offset", "unit", "window_before", "repeat", "responsible_role",
        "satisfied_by", "source", "confidence", "family", "priority", "roll", "lead_days", "closes_on", "measure_group", "consequence",
    ];

    /// <returns>The rules that can be read.</returns>
    /// <param name="wrong">One for each cell that can not.</param>
    public static IReadOnlyList<RuleRow> Read(CsvTable table, out IReadOnlyList<TableException> wrong)
    {
        var missing = Columns.Where(column => !table.Columns.Contains(column)).Select(column => new TableException(table.Name, 1, column, "the column is missing")).ToList();
        if (missing.Count > 0)
        {
            wrong = missing;
            return [];
        }

        List<TableException> errors = [];
        List<RuleRow> rules = [];
        HashSet<StandardId> ids = [];
        foreach (var row in table.Rows)
        {
            var reader = new Cells(row);
            var rule = reader.Rule();
            if (reader.Wrong.Count == 0 && !ids.Add(rule.Id))
            {
                reader.Wrong.Add(row.Wrong("id", $"'{rule.Id}' stands in an earlier row"));
            }

            errors.AddRange(reader.Wrong);
            if (reader.Wrong.Count == 0)
            {
                rules.Add(new(rule, row.Number));
            }
        }

        if (table.Rows.Count == 0)
        {
            errors.Add(new(table.Name, 1, "", "there are no rules"));
        }

        wrong = errors;
        return rules;
    }

    private sealed class Cells(CsvRow row)
    {
        public List<TableException> Wrong { get; } = [];

        public StandardRule Rule()
        {
            var trigger = Cell("trigger", TriggerText.Parse);
            var due = Due();
            var rule = new StandardRule
            {
                Id = Cell("id", Id),
                Regime = Cell("regime", text => Regimes.Find(text) is null ? throw row.Wrong("regime", $"there is no regime '{text}'") : text) ?? "",
                EffectiveFrom = Cell("effective_from", _ => row.Date("effective_from")),
                EffectiveTo = Cell("effective_to", _ => row.OptionalDate("effective_to")),
                Title = Cell("title", text => text.Length <= LongestTitle ? row.Required("title") : throw row.Wrong("title", $"has more than {LongestTitle} characters")) ?? "",
                AppliesWhen = Cell("applies_when", ConditionText.Parse) ?? new Condition.Always(),
                Trigger = trigger,
                Due = due,
                WindowBefore = Cell("window_before", text => text.Length == 0 ? null : new Offset([OffsetText.ParseLength(text)])),
                Repeat = Cell("repeat", RepeatText.Parse) ?? new Repeat.Never(),
                Responsible = Cell("responsible_role", Responsible),
                SatisfiedBy = Cell("satisfied_by", _ => EvidenceText.Parse(row.Required("satisfied_by"))) ?? new("", []),
                Source = Cell("source", _ => row.Required("source")) ?? "",
                Confidence = Cell("confidence", _ => row.OneOf("confidence", ("A", Confidence.A), ("B", Confidence.B), ("C", Confidence.C), ("D", Confidence.D))),
                Family = Cell("family", _ => row.Required("family")) ?? "",
                Priority = Cell("priority", _ => row.Whole("priority")),
                Roll = Cell("roll", _ => row.OneOf("roll", ("none", Roll.None), ("next", Roll.Next), ("previous", Roll.Previous))),
                LeadDays = Cell("lead_days", _ => row.Whole("lead_days") is var days and >= 0 and <= LongestLeadDays ? days : throw row.Wrong("lead_days", $"is not between 0 and {LongestLeadDays}")),
                ClosesOn = Cell("closes_on", TriggerText.ParseList) ?? [],
                MeasureGroup = Cell("measure_group", _ => row.Required("measure_group")) ?? "",
                Consequence = Cell("consequence", _ => row.Optional("consequence")),
            };
            CheckTogether(rule);
            return rule;
        }

        private Offset Due()
        {
            var isUnitWrong = false;
            try
            {
                return OffsetText.Parse(row["due_offset"], row["unit"], out isUnitWrong);
            }
            catch (RuleTextException error)
            {
                Wrong.Add(row.Wrong(isUnitWrong ? "unit" : "due_offset", error.Problem));
                return new([new(0, OffsetUnit.Days)]);
            }
        }

        private void CheckTogether(StandardRule rule)
        {
            if (Wrong.Count > 0)
            {
                return;
            }

            if (rule.EffectiveTo < rule.EffectiveFrom)
            {
                Wrong.Add(row.Wrong("effective_to", "is before effective_from"));
            }

            if (rule.Due.IsInHours && rule.Trigger.Kind is not TriggerKind.Event)
            {
                Wrong.Add(row.Wrong("unit", "hours are counted from an event, which has a time"));
            }

            if (rule.Trigger.Kind is TriggerKind.Period != rule.Repeat is Repeat.PerMonth or Repeat.PerWeek)
            {
                Wrong.Add(row.Wrong("repeat", "per month and per week go with a period, and a period with them"));
            }
        }

        /// <summary>Reads one cell; what is wrong with it is kept, and the default of the type stands in.</summary>
        private T? Cell<T>(string column, Func<string, T> read)
        {
            try
            {
                return read(row[column]);
            }
            catch (RuleTextException error)
            {
                Wrong.Add(row.Wrong(column, error.Problem));
            }
            catch (TableException error)
            {
                Wrong.Add(error);
            }

            return default;
        }

        private StandardId Id(string text) => text.Length is >= 6 and <= 8 && text[^4] == '-' && text[..^4].All(char.IsAsciiLetterUpper) && text[^3..].All(char.IsAsciiDigit)
            ? new(text)
            : throw row.Wrong("id", $"'{text}' is not two to four capital letters, a hyphen and three digits");

        private Role? Responsible(string text) => RoleCodes.Parse(text) switch
        {
            null => throw row.Wrong("responsible_role", $"there is no role '{text}'"),
            Role.System => null,
            var role => role,
        };
    }
}
