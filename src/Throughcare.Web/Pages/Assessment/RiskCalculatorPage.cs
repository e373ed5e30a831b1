using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Domain.Rules;
using Throughcare.Risk;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Assessment;

/// <summary>The risk calculator: answers in, every score of both families out.</summary>
public abstract class RiskCalculatorPage(TimeProvider clock) : PageModel
{
    /// <summary>The answers as they stand.</summary>
    public RiskInput Answers { get; private set; } = new();

    /// <summary>The answers that scores are compared with; <see langword="null"/> until there are some.</summary>
    public RiskInput? Before { get; private set; }

    /// <summary>Whether there are scores to show.</summary>
    public bool IsScored { get; private set; }

    /// <summary>Whether the questions show what was typed, right or wrong; else the answers.</summary>
    public bool IsTyped { get; private set; }

    /// <summary>Where the form is posted to.</summary>
    public abstract string Action { get; }

    protected DateTimeOffset Now => clock.GetUtcNow();

    protected DateOnly Today => Now.LondonDate;

    /// <summary>Reads what a page shows under its scores.</summary>
    protected virtual Task PrepareAsync(CancellationToken stop) => Task.CompletedTask;

    protected void Begin(RiskInput answers) => Answers = answers;

    /// <summary>Shows the scores of answers that were read before.</summary>
    protected void Show(RiskInput answers) => (Answers, Before, IsScored) = (answers, answers, true);

    public async Task OnPostAsync(string? before, string? keep, CancellationToken stop)
    {
        await PrepareAsync(stop);
        IsTyped = true;
        Answers = RiskAnswerForm.Read(Request.Form, Today, ModelState);
        IsScored = ModelState.IsValid;
        Before = keep is null ? RiskAnswerForm.Unpack(before) ?? Answers : Answers;
    }

    /// <summary>The scores of a role in both families, side by side; <see langword="null"/> where a family has none.</summary>
    public IReadOnlyList<(string Purpose, PredictorScore? Previous, PredictorScore? New)> Rows()
    {
        var (previous, @new) = (RiskCalculator.Score(Answers, RiskFamily.Previous), RiskCalculator.Score(Answers, RiskFamily.F2026));
        return [.. previous.Concat(@new).Select(score => score.Instrument.Purpose).Distinct().Select(purpose => (
            purpose,
            previous.Where(score => score.Instrument.Purpose == purpose).Select(score => (PredictorScore?)score).FirstOrDefault(),
            @new.Where(score => score.Instrument.Purpose == purpose).Select(score => (PredictorScore?)score).FirstOrDefault()))];
    }

    /// <summary>What moved a score, as bars.</summary>
    public static IReadOnlyList<Bar> Bars(PredictorExplanation why)
    {
        ArgumentNullException.ThrowIfNull(why);
        var form = why.Unit == "log odds" ? "+0.000;−0.000" : "0.##";
        return [.. why.Movers.Select(part => new Bar(PartWords.Of(part.Name), part.Contribution, part.Contribution.ToString(form, CultureInfo.InvariantCulture)))];
    }

    public static string Finding(PredictorExplanation why)
    {
        ArgumentNullException.ThrowIfNull(why);
        return why.Movers.FirstOrDefault() is { } most ? $"{why.Score.Instrument.Name}: \"{PartWords.Of(most.Name)}\" moved it most" : why.Score.Instrument.Name;
    }

    public static string Description(PredictorExplanation why)
    {
        ArgumentNullException.ThrowIfNull(why);
        return $"A bar for each part of the score, the greatest first: {string.Join("; ", why.Movers.Take(3).Select(part => PartWords.Of(part.Name)))}.";
    }

    /// <summary>How a score differs from that of the answers before: "+2.10"; <see langword="null"/> where it does not, or nothing can be compared.</summary>
    public string? Change(PredictorScore score)
    {
        if (Before is null || score.Percent is not { } now)
        {
            return null;
        }

        var then = RiskCalculator.Score(Before, score.Instrument.Family).First(one => one.Instrument == score.Instrument).Percent;
        return then is { } old && old != now ? $"{(now > old ? "+" : "−")}{Math.Abs(now - old)} from {old}%" : null;
    }
}
