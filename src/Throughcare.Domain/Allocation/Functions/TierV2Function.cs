using System.Globalization;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Rules.Functions;

namespace Throughcare.Domain.Allocation.Functions;

/// <summary><c>tier.v2</c>: the letter for protect and the digit for change.</summary>
public sealed class TierV2Function : TierFunction
{
    private const string AllNeeds = "ALL";

    public override string Name => "tier.v2";

    public override string Title => "Tier by protect and change";

    public override string Description => "The tier of the scheme of 2021: points to protect give a letter, points for change give a digit.";

    public override string Version => "V2";

    public override IReadOnlyList<RuleInput> Inputs { get; } =
    [
        Number("rsr", "RSR", "Per cent, such as 8.2"),
        Word("rosh", "RoSH", RoshLevels),
        Number("mappa_level", "MAPPA level", "1, 2 or 3; 0 for none"),
        Number("complexity_factors", "Complexity factors", "How many distinct ones; counted from the registers where nothing is given"),
        Number("women_points", "Points counted for women"),
        YesNo("mandate", "Mandate for change"),
        YesNo("assessment", "Completed assessment"),
        new("needs", "Needs", RuleInputKind.Text) { Hint = "Such as DRUG_MISUSE:SEVERE|ATTITUDES:STANDARD, or ALL:STANDARD" },
        Number("ogrs", "OGRS", "Per cent within two years"),
        new("registers", "Registers", RuleInputKind.Text) { Hint = "Codes with | between, such as IIOM|PRC" },
        Word("protect_level", "Letter, where it is known", ["A", "B", "C", "D"]),
        Number("change_level", "Digit, where it is known", "0 to 3"),
    ];

    public override IReadOnlyList<RuleOutput> Outputs { get; } =
    [
        new("tier", "Tier"), new("protect_points", "Points to protect"), new("protect_level", "Letter"), new("change_points", "Points for change"), new("change_level", "Digit"),
    ];

    private protected override RuleAnswer? Judge(Reading given)
    {
        var registers = given.Parts("registers");
        var protect = new ProtectInputs
        {
            Rsr = given.Amount("rsr"),
            Rosh = given.Rosh(),
            MappaLevel = given.MappaLevel(),
            ComplexityFactors = given.Whole("complexity_factors") ?? registers.Distinct(StringComparer.Ordinal).Count(TierTables.ComplexityRegisters.Contains),
            WomenPoints = given.Whole("women_points") ?? 0,
        };
        var change = new ChangeInputs
        {
            HasMandate = given.IsYes("mandate"),
            HasAssessment = given.IsYes("assessment"),
            Needs = Needs(given),
            Ogrs = given.Amount("ogrs"),
            IsIom = registers.Contains("IIOM"),
        };
        var level = given.Whole("change_level");
        if (level > 3)
        {
            given.Refuse("change_level", "Digit must be 0, 1, 2 or 3");
        }

        if (change.Ogrs is < 0 or > 100)
        {
            given.Refuse("ogrs", "OGRS must be from 0 to 100");
        }

        if (given.HasProblem)
        {
            return null;
        }

        var isSuspended = registers.Contains("PRC");
        var judged = ProtectAndChangeTier.For(protect, change, isSuspended);
        var letter = given.Text("protect_level")?[0] ?? ProtectAxis.LevelOf(judged.Value.ProtectPoints!.Value);
        var digit = level ?? ChangeAxis.Of(change).Level;
        var tier = ProtectAndChangeTier.TierOf(letter, digit, isSuspended);
        var isGiven = given.Text("protect_level") is not null || level is not null;
        return Answer(
            new Dictionary<string, string>
            {
                ["tier"] = tier,
                ["protect_points"] = Text(judged.Value.ProtectPoints!.Value),
                ["protect_level"] = letter.ToString(),
                ["change_points"] = Text(judged.Value.ChangePoints!.Value),
                ["change_level"] = digit.ToString(CultureInfo.InvariantCulture),
            },
            isGiven ? $"Tier {tier} of the levels that are given." : judged.Because, judged.Source, judged.Used,
            [.. judged.Value.Parts.Select(part => $"{part.Axis}: {part.Name}: {part.Value}.")], judged.Value.Missing);
    }

    private static Dictionary<string, NeedSeverity> Needs(Reading given)
    {
        Dictionary<string, NeedSeverity> needs = [];
        foreach (var part in given.Parts("needs"))
        {
            var (name, word) = part.Split(':') is [var left, var right] ? (left, right) : (part, "");
            NeedSeverity? severity = word switch { "NONE" => NeedSeverity.None, "STANDARD" => NeedSeverity.Standard, "SEVERE" => NeedSeverity.Severe, _ => null };
            if (severity is not { } known || !(name == AllNeeds || CriminogenicNeeds.Find(name) is not null))
            {
                given.Refuse("needs", $"'{part}' is not a need with NONE, STANDARD or SEVERE");
                continue;
            }

            foreach (var need in CriminogenicNeeds.All.Where(need => name == AllNeeds || need.Name == name))
            {
                needs[need.Name] = known;
            }
        }

        return needs;
    }
}

/// <summary><c>tier.v2.level</c>: points of one axis, and its level.</summary>
public sealed class TierV2LevelFunction : TierFunction
{
    public override string Name => "tier.v2.level";

    public override string Title => "Level of an axis";

    public override string Description => "The letter that points to protect give, or the digit that points for change give.";

    public override string Version => "V2";

    public override IReadOnlyList<RuleInput> Inputs { get; } = [Word("axis", "Axis", ["protect", "change"]) with { IsRequired = true }, Number("points", "Points") with { IsRequired = true }];

    public override IReadOnlyList<RuleOutput> Outputs { get; } = [new("level", "Level")];

    private protected override RuleAnswer? Judge(Reading given)
    {
        if (given.Whole("points") is not { } points || given.Text("axis") is not { } axis || given.HasProblem)
        {
            return null;
        }

        var level = axis == "protect" ? ProtectAxis.LevelOf(points).ToString() : ChangeAxis.LevelOf(points).ToString(CultureInfo.InvariantCulture);
        return Answer(new Dictionary<string, string> { ["level"] = level }, $"{Words.Count(points, "point")} give {level}.", "ministryofjustice/hmpps-tier", [new("Axis", axis), new("Points", Text(points))]);
    }
}

/// <summary><c>tier.v2.mandate</c>: whether a current event obliges a person to change.</summary>
public sealed class TierV2MandateFunction : TierFunction
{
    public override string Name => "tier.v2.mandate";

    public override string Title => "Mandate for change";

    public override string Description => "Whether a current event is custodial, or has a requirement that is neither restrictive nor unpaid work nor an order extended.";

    public override string Version => "V2";

    public override IReadOnlyList<RuleInput> Inputs { get; } =
    [
        new("events", "Events", RuleInputKind.Text) { Hint = "Kind:current or ended:requirements, such as SP:current:W/no,RM/yes|NC:ended. After the slash: yes where the requirement is restrictive" },
    ];

    public override IReadOnlyList<RuleOutput> Outputs { get; } = [new("mandate", "Mandate")];

    private protected override RuleAnswer? Judge(Reading given)
    {
        List<SupervisedEvent> events = [];
        foreach (var part in given.Parts("events"))
        {
            var cells = part.Split(':', StringSplitOptions.TrimEntries);
            if (cells is not [{ Length: > 0 } type, "current" or "ended", ..] || cells.Length > 3)
            {
                given.Refuse("events", $"'{part}' is not of the form kind:current:requirement/restrictive");
                continue;
            }

            events.Add(new(type, cells[1] == "current", cells is [_, _, var list] && list is not (RuleAnswer.None or "") ? [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Requirement)] : []));
        }

        if (given.HasProblem)
        {
            return null;
        }

        var mandate = events.Find(e => e.GivesMandate);
        return Answer(
            new Dictionary<string, string> { ["mandate"] = Yes(mandate is not null) },
            mandate is not null ? $"The current event {mandate.Type} gives a mandate." : events.Count == 0 ? "There are no events." : "No current event gives a mandate.",
            "ministryofjustice/hmpps-tier", [new("Events", given.Text("events") ?? "None")]);
    }

    private static SupervisedRequirement Requirement(string text) =>
        text.Split('/') is [var category, var restrictive] ? new(category, restrictive is "yes" or "true" or "restrictive") : new(text, false);
}

/// <summary><c>tier.v2.need</c>: how severe one need is.</summary>
public sealed class TierV2NeedFunction : TierFunction
{
    public override string Name => "tier.v2.need";

    public override string Title => "Severity of a need";

    public override string Description => "How severe a need is by the score of its section.";

    public override string Version => "V2";

    public override IReadOnlyList<RuleInput> Inputs { get; } =
    [
        Word("need", "Need", [.. CriminogenicNeeds.All.Select(need => need.Name)]) with { IsRequired = true },
        Number("score", "Score of the section", "Empty where no question is answered"),
        YesNo("strengths_and_needs", "By the strengths and needs assessment"),
    ];

    public override IReadOnlyList<RuleOutput> Outputs { get; } = [new("severity", "Severity"), new("points", "Points")];

    private protected override RuleAnswer? Judge(Reading given)
    {
        var (score, isStrengths) = (given.Whole("score"), given.IsYes("strengths_and_needs"));
        if (given.HasProblem || CriminogenicNeeds.Find(given.Text("need")) is not { } need)
        {
            return null;
        }

        var severity = need.SeverityOf(score, isStrengths);
        return Answer(
            new Dictionary<string, string>
            {
                ["severity"] = severity switch { NeedSeverity.Severe => "SEVERE", NeedSeverity.Standard => "STANDARD", NeedSeverity.None => "NONE", _ => RuleAnswer.None },
                ["points"] = severity is { } known ? Text(need.Weighting * (int)known) : RuleAnswer.None,
            },
            severity is { } found ? $"{need.Title} with a score of {score} is {(found is NeedSeverity.None ? "no need" : $"a {found.ToString().ToLowerInvariant()} need")}." : need.IsScored ? $"{need.Title} is not answered." : $"{need.Title} is not scored.",
            "ministryofjustice/hmpps-tier", [new("Need", need.Title), new("Score", score is { } s ? Text(s) : "Not recorded"), new("Strengths and needs", Yes(isStrengths))]);
    }
}
