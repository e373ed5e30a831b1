using System.Globalization;
using Throughcare.Risk.Tables;

namespace Throughcare.Risk.Tests;

/// <summary>A worked case: what is put in and what must come out.</summary>
public sealed record WorkedExample(string Instrument, string Case, string Mode, IReadOnlyDictionary<string, string> Inputs, IReadOnlyDictionary<string, string> Expected, string Error)
{
    private static readonly Lazy<IReadOnlyList<WorkedExample>> Loaded = new(() =>
    {
        using var reader = new StreamReader(Path.Combine(AppContext.BaseDirectory, "Data", "worked-examples.csv"));
        return [.. RiskTable.Read("worked-examples.csv", reader).Rows.Select(row =>
            new WorkedExample(row["instrument"], row["case"], row["mode"], Pairs(row["inputs"]), Pairs(row["expected"]), row["expected_error"]))];
    });

    public static IReadOnlyList<WorkedExample> All => Loaded.Value;

    public static IEnumerable<WorkedExample> Of(params string[] instruments)
    {
        var found = All.Where(example => instruments.Contains(example.Instrument)).ToList();
        return found.Count > 0 ? found : throw new InvalidOperationException("No such examples");
    }

    public string? Text(string key) => Inputs.GetValueOrDefault(key);

    public int? Whole(string key) => Text(key) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    public decimal? Amount(string key) => Text(key) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    public bool? Yes(string key) => Text(key) is { } text ? text == "Y" : null;

    public DateOnly? Day(string key) => Text(key) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public double Number(string key) => double.Parse(Expected[key], CultureInfo.InvariantCulture);

    /// <summary>The answers of a predictor; what the case leaves out because the arithmetic does not need it is answered plainly.</summary>
    public RiskInput Answers()
    {
        var input = new RiskInput();
        foreach (var (key, text) in Inputs)
        {
            if (RiskFields.Find(key) is { } field && !input.Read(field, text))
            {
                throw new InvalidOperationException($"{Case}: {key} {text}");
            }
        }

        if (Instrument == "SNSV")
        {
            input.Supervision ??= Supervision.Community;
        }

        if (Instrument is "OSP/DC" or "RSR")
        {
            input.SexualMotivation ??= false;
        }

        if (Mode == "DYNAMIC")
        {
            input.Previous ??= PreviousConvictions.None;
        }

        return input;
    }

    public override string ToString() => $"{Instrument}: {Case} {Mode}";

    private static Dictionary<string, string> Pairs(string text) =>
        text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
