using Throughcare.Population.Cases;
using Throughcare.Population.Streams;
using Throughcare.Population.Tables;

namespace Throughcare.Population.Oasys;

/// <summary>Predictor scores as a file carries them, in percent.</summary>
/// <param name="OgrsTwoYears">Of the published bands, 0 to 99.</param>
/// <param name="OspContact">Of men with a sexual offence alone.</param>
internal sealed record Scores(double OgrsTwoYears, double OgpTwoYears, double OvpTwoYears, double Rsr, double? OspContact, double? OspImages)
{
    public static Scores Draw(ref SeededNumbers draw, CasePerson person, Episode episode)
    {
        var tables = PrisonTables.Shared;
        var ogrs = Within(ref draw, tables.Marginal("ALL_SENTENCED", "ogrs3_2yr_band").Draw(ref draw) switch
        {
            "Low 0-49" => (2, 49),
            "Medium 50-74" => (50, 74),
            "High 75-89" => (75, 89),
            _ => (90, 99),
        });
        var ogp = Math.Clamp(ogrs + Within(ref draw, (-8, 8)), 1, 99);
        var ovp = Math.Clamp(ogrs * 0.7 + Within(ref draw, (-6, 10)), 1, 99);
        var rsr = Within(ref draw, tables.Marginal("ALL_SENTENCED", "rsr_band").Draw(ref draw) switch
        {
            "Low <3.00" => (0.1, 2.99),
            "Medium 3.00-6.89" => (3.0, 6.89),
            _ => (6.9, 22.0),
        });
        var contact = Within(ref draw, tables.Marginal("SEXUAL_OFFENCE_HISTORY_MALE", "osp_dc_band").Draw(ref draw) switch
        {
            "Low" => (0.05, 0.6),
            "Medium" => (0.7, 1.6),
            "High" => (1.7, 3.8),
            _ => (3.9, 9.0),
        });
        var images = Within(ref draw, (0.05, 2.5));
        var has = person.Sex == 'M' && episode.OffenceGroup == "SEX";
        return new Scores(ogrs, ogp, ovp, rsr, has ? contact : null, has ? images : null);
    }

    private static double Within(ref SeededNumbers draw, (double Least, double Most) band) =>
        band.Least + (band.Most - band.Least) * draw.Uniform();
}
