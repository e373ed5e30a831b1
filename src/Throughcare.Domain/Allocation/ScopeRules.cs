using System.Globalization;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>What scope is decided from. What is not recorded is <see langword="null"/>.</summary>
/// <remarks>Nationality is no part of it: people of any nationality are treated alike.</remarks>
public sealed record ScopeInput
{
    /// <summary>The day asked about; it chooses the phase.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Completed years; the day of the 18th birthday counts as 18.</summary>
    public int? Age { get; init; }

    public SentenceKind? Sentence { get; init; }

    /// <summary>Code of the imprisonment status; a criminal sentence where there is none.</summary>
    public string? StatusCode { get; init; }

    /// <summary>Custodial term of all consecutive terms.</summary>
    public decimal? Months { get; init; }

    public RoshLevel? Rosh { get; init; }

    /// <summary>On the local list of prolific and other priority offenders: never worked out from convictions.</summary>
    public bool IsPpo { get; init; }

    /// <summary>Who lists them.</summary>
    public string? PpoArea { get; init; }

    /// <summary>On a community order or on licence.</summary>
    public bool IsInCommunity { get; init; }

    /// <summary>Held in a Welsh prison.</summary>
    public bool IsWelsh { get; init; }

    public bool HasSentenceStart { get; init; }

    /// <summary>A release date, parole or curfew eligibility date or tariff date is recorded.</summary>
    public bool HasAnyReleaseDate { get; init; }

    public bool IsIndeterminate { get; init; }

    /// <summary>The prison manages the case though the phases leave it out.</summary>
    public bool IsExtendedLocally { get; init; }
}

/// <summary>Whether a case is in scope of offender management.</summary>
/// <param name="InScope"><see langword="null"/> where it can not be decided.</param>
/// <param name="Reason">Code of <c>scope-reasons.csv</c>.</param>
/// <param name="Regime">The phase that decided, such as <c>P2</c>.</param>
/// <param name="ForPerson">What the person reads; empty where nothing is said to them.</param>
/// <param name="Missing">What would have to be recorded to decide, such as "date of birth"; empty otherwise.</param>
public sealed record ScopeResult(bool? InScope, string Reason, string Regime, string ForPerson, string Missing = "")
{
    /// <summary>The prison alone chose to manage it: no COM is required.</summary>
    public bool IsLocal => Reason == ScopeReasons.LocalExtension;
}

/// <summary>Who is in scope of offender management, from the phases of the first model to offender management in custody.</summary>
/// <remarks>Source: National Offender Management Service, the offender management model (2006) and its phases; PSI 14/2012; offender
/// management in custody as in offender-management-allocation-manager (ministryofjustice).</remarks>
public static class ScopeRules
{
    private const int AdultAge = 18;
    private const int LongEnoughMonths = 12;

    private const string OldSource = "NOMS Offender Management Model, Phases I to III; PSI 14/2012 Manage the Sentence";
    private const string OmicSource = "Offender management in custody, as published in offender-management-allocation-manager (ministryofjustice)";

    /// <summary>Scope by the rules in force on the day: the phases until offender management in custody began, then its own.</summary>
    public static Explained<ScopeResult> For(ScopeInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.On >= ScopePhases.OmicStart(input.IsWelsh) ? Omic(input) : Phase(input);
    }

    /// <summary>The phases, from before Phase I to the end of the old model.</summary>
    public static Explained<ScopeResult> Phase(ScopeInput input)
    {
        ArgumentNullException.ThrowIfNull(input);

        var decided = Decide(input);
        return input.IsExtendedLocally && ScopeReasons.Of(decided.Reason) is { InScope: false } && decided.Reason is not (ScopeReasons.Under18 or ScopeReasons.Civil)
            ? Say(input, ScopeReasons.LocalExtension, PhaseOn(input.On), OldSource)
            : Say(input, decided.Reason, PhaseOn(input.On), OldSource, decided.Missing, decided.StartsOn);
    }

    /// <summary>Offender management in custody: an adult, sentenced or detained under immigration powers, and no civil prisoner.</summary>
    public static Explained<ScopeResult> Omic(ScopeInput input)
    {
        ArgumentNullException.ThrowIfNull(input);

        var reason = OmicReason(input);
        return Say(input, reason, reason is ScopeReasons.Community ? "P1" : "P7", OmicSource, reason is ScopeReasons.Undetermined ? "date of birth" : "");
    }

    /// <summary>Only the code of the reason, for rules that ask about many days.</summary>
    public static string OmicReason(ScopeInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Age is null ? ScopeReasons.Undetermined
            : input.Age < AdultAge ? ScopeReasons.Under18
            : IsCivil(input) ? ScopeReasons.Civil
            : input.IsInCommunity ? ScopeReasons.Community
            : SentenceCodes.Of(input.StatusCode).Class is SentenceCodeClass.Immigration ? ScopeReasons.Immigration
            : !input.HasSentenceStart ? ScopeReasons.Remand
            : input.HasAnyReleaseDate || input.IsIndeterminate ? ScopeReasons.Sentenced
            : ScopeReasons.NoDates;
    }

    /// <summary>The phases, only the code of the reason.</summary>
    public static string PhaseReason(ScopeInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Decide(input).Reason;
    }

    /// <summary>The phase that was the newest on a day, such as <c>P3</c>.</summary>
    public static string PhaseOn(DateOnly day) => ScopePhases.Table.Rows
        .Where(phase => phase.Code is "P0" or "P1" or "P2" or "P3" or "P5" or "P6" && !(phase.From > day))
        .Select(phase => phase.Code)
        .Last();

    private static (string Reason, string Missing, DateOnly? StartsOn) Decide(ScopeInput input)
    {
        var (phaseOne, phaseTwo, phaseThree, everyYear) = (ScopePhases.Start("P1"), ScopePhases.Start("P2"), ScopePhases.Start("P3"), ScopePhases.Start("P5"));
        if (input.Age is null || input.Sentence is null)
        {
            return (ScopeReasons.Undetermined, input.Age is null ? "date of birth" : "kind of sentence", null);
        }

        if (input.Age < AdultAge)
        {
            return (ScopeReasons.Under18, "", null);
        }

        if (IsCivil(input))
        {
            return (ScopeReasons.Civil, "", null);
        }

        if (input.IsInCommunity)
        {
            return input.On >= phaseOne ? (ScopeReasons.Community, "", null) : (ScopeReasons.NotStarted, "", phaseOne);
        }

        if (input.Sentence is SentenceKind.None)
        {
            return (ScopeReasons.Remand, "", null);
        }

        if (input.On >= everyYear)
        {
            return input.Sentence.Value.IsIndeterminate ? (ScopeReasons.TwelveMonths, "", null)
                : input.Months is not { } term ? (ScopeReasons.Undetermined, "length of sentence", null)
                : (term >= LongEnoughMonths ? ScopeReasons.TwelveMonths : ScopeReasons.Short, "", null);
        }

        var isIpp = input.Sentence is SentenceKind.Ipp;
        if (input.On < phaseTwo || (isIpp && input.On < phaseThree))
        {
            return (ScopeReasons.NotStarted, "", isIpp ? phaseThree : input.Sentence.Value.IsIndeterminate ? everyYear : phaseTwo);
        }

        return isIpp ? (ScopeReasons.Ipp, "", null)
            : input.Sentence.Value.IsIndeterminate ? (ScopeReasons.Life, "", null)
            : input.Months is not { } months ? (ScopeReasons.Undetermined, "length of sentence", null)
            : months < LongEnoughMonths ? (ScopeReasons.Short, "", null)
            : input.Rosh >= RoshLevel.High ? (ScopeReasons.HighRosh, "", null)
            : input.IsPpo ? (ScopeReasons.Ppo, "", null)
            : input.Rosh is null ? (ScopeReasons.Undetermined, "RoSH level", null)
            : (ScopeReasons.RiskNotMet, "", null);
    }

    private static bool IsCivil(ScopeInput input) => input.Sentence is SentenceKind.Civil || SentenceCodes.IsCivil(input.StatusCode);

    private static Explained<ScopeResult> Say(ScopeInput input, string code, string regime, string source, string missing = "", DateOnly? startsOn = null)
    {
        var reason = ScopeReasons.Of(code);
        var because = Fill(reason.Description);
        if (code is ScopeReasons.HighRosh && input.IsPpo)
        {
            because = $"{because} Also registered as a PPO{(input.PpoArea is { Length: > 0 } area ? $" by {area}" : "")}.";
        }

        return new(new(reason.InScope, code, regime, Fill(reason.ForPerson), missing), $"scope/{regime}", because, source, Used(input));

        string Fill(string text) => text
            .Replace("{months}", input.Months is { } months ? Number(months) : "-", StringComparison.Ordinal)
            .Replace("{rosh}", input.Rosh is { } rosh ? Level(rosh) : "not recorded", StringComparison.Ordinal)
            .Replace("{area}", input.PpoArea is { Length: > 0 } area ? area : "the local partnership", StringComparison.Ordinal)
            .Replace("{date}", Words.LongDate(input.On), StringComparison.Ordinal)
            .Replace("{code}", input.StatusCode ?? "civil", StringComparison.Ordinal)
            .Replace("{start_date}", startsOn is { } start ? Words.LongDate(start) : "-", StringComparison.Ordinal)
            .Replace("{field}", missing.Length == 0 ? "" : $"{char.ToUpperInvariant(missing[0])}{missing[1..]}", StringComparison.Ordinal);
    }

    private static List<Fact> Used(ScopeInput input)
    {
        List<Fact> used =
        [
            new("Day", Words.LongDate(input.On)),
            new("Age", input.Age is { } age ? age.ToString(CultureInfo.InvariantCulture) : "Not recorded"),
            new("Sentence", input.Sentence is { } kind ? Kind(kind) : "Not recorded"),
            new("Imprisonment status", input.StatusCode ?? "Not recorded"),
        ];
        if (input.On >= ScopePhases.OmicStart(input.IsWelsh))
        {
            used.Add(new("Sentence start", input.HasSentenceStart ? "Recorded" : "Not recorded"));
            used.Add(new("Release, parole, curfew or tariff date", input.HasAnyReleaseDate ? "Recorded" : "None"));
        }
        else
        {
            used.Add(new("Length of sentence in months", input.Months is { } months ? Number(months) : "Not recorded"));
            used.Add(new("RoSH level", input.Rosh is { } rosh ? Level(rosh) : "Not recorded"));
            used.Add(new("Prolific and other priority offender", input.IsPpo ? "Yes" : "No"));
        }

        return used;
    }

    private static string Number(decimal number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Level(RoshLevel level) => level switch
    {
        RoshLevel.VeryHigh => "Very High",
        RoshLevel.High => "High",
        RoshLevel.Medium => "Medium",
        _ => "Low",
    };

    private static string Kind(SentenceKind kind) => kind switch
    {
        SentenceKind.None => "None",
        SentenceKind.Ipp => "IPP",
        SentenceKind.OtherIndeterminate => "Indeterminate",
        _ => kind.ToString(),
    };

    extension(SentenceKind kind)
    {
        private bool IsIndeterminate => kind is SentenceKind.Ipp or SentenceKind.Life or SentenceKind.OtherIndeterminate;
    }
}
