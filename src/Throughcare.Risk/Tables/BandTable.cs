namespace Throughcare.Risk.Tables;

/// <summary>The bands of an instrument, from its displayed percentage (in hundredths) or its points.</summary>
internal sealed class BandTable
{
    private static readonly RiskTable All = RiskTable.Load("bands.csv");

    private readonly (int From, PredictorBand Band)[] _bands;

    private BandTable((int From, PredictorBand Band)[] bands) => _bands = bands;

    /// <param name="value">Hundredths of a per cent as displayed, or points.</param>
    public PredictorBand this[int value]
    {
        get
        {
            var band = _bands[0].Band;
            foreach (var (from, next) in _bands)
            {
                if (value >= from)
                {
                    band = next;
                }
            }

            return band;
        }
    }

    /// <exception cref="InvalidDataException">There are no bands, or they do not follow one another without a gap.</exception>
    public static BandTable Of(RiskInstrument instrument)
    {
        List<(int From, PredictorBand Band)> bands = [];
        decimal? end = null;
        foreach (var row in All.Rows.Where(row => row["instrument"] == instrument.Name))
        {
            var (from, band) = (row.Amount("from_inclusive"), row.Word("band", RiskWords.BandWords));
            if ((end is { } before && before != from) || (bands.Count > 0 && bands[^1].Band + 1 != band))
            {
                throw new InvalidDataException($"The bands of {instrument.Name} do not join at {from}");
            }

            bands.Add(((int)(row["scale"] == "PERCENT" ? from * 100 : from), band));
            end = row["to_exclusive"].Length > 0 ? row.Amount("to_exclusive") : null;
        }

        return bands.Count > 0 ? new([.. bands]) : throw new InvalidDataException($"{instrument.Name} has no bands");
    }

    /// <summary>Its bands with their lower bounds: per cent or points.</summary>
    public static IReadOnlyList<(PredictorBand Band, decimal From, decimal? To)> Shown(RiskInstrument instrument) =>
        [.. All.Rows.Where(row => row["instrument"] == instrument.Name).Select(row =>
            (row.Word("band", RiskWords.BandWords), row.Amount("from_inclusive"), row["to_exclusive"].Length > 0 ? row.Amount("to_exclusive") : (decimal?)null))];
}
