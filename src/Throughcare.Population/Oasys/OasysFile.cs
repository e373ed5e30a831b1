using System.Globalization;
using Throughcare.Population.Cases;
using Throughcare.Population.Files;
using Throughcare.Population.People;
using Throughcare.Population.Streams;

namespace Throughcare.Population.Oasys;

/// <summary>Writes the summary extract of assessments, with people who do not exist.</summary>
/// <remarks>70% of people on probation have one to three assessments, one for each of the times that have come by the day. One row in two thousand
/// has a score that is no percentage.</remarks>
public static class OasysFile
{
    private const double ShareOfPeople = 0.7;
    private const double ShareOfWrongRows = 0.0005;
    private const int WindowDays = 1096;

    private static readonly string[] Community = ["children", "public", "known_adult", "staff"];
    private static readonly string[] Custody = ["children", "public", "known_adult", "prisoners", "staff"];
    private static readonly string[] Levels = ["LOW", "MEDIUM", "HIGH", "VERY_HIGH"];

    private static readonly string[] Columns =
    [
        "oasys_id", "crn", "nomis_number", "assessment_type", "initiation_date", "completed_date", "status", "assessor_name", "assessor_unit",
        "ogrs3_1yr", "ogrs3_2yr", "ogp_1yr", "ogp_2yr", "ovp_1yr", "ovp_2yr", "rsr_static", "rsr_dynamic", "osp_dc", "osp_iic",
        .. Community.Select(group => $"rosh_{group}_community"), .. Custody.Select(group => $"rosh_{group}_custody"),
        "rosh_overall", "risk_management_plan", "rmp_date", "sentence_plan_date", "sections_completed",
    ];

    private static readonly Weighted<string> Types = new([("LAYER3", 70), ("LAYER1", 12), ("FULL", 10), ("RSR", 8)]);

    /// <summary><c>oasys_summary_20260930_FICTIONAL.csv</c></summary>
    public static string NameOf(CaseloadOptions options) =>
        string.Create(CultureInfo.InvariantCulture, $"oasys_summary_{options.Day:yyyyMMdd}_FICTIONAL.csv");

    /// <summary>Writes the extract to <paramref name="output"/>, which stays open.</summary>
    /// <param name="written">Told the number of rows so far.</param>
    /// <exception cref="ArgumentException">The options name no such file; the message says why.</exception>
    public static Task<FileReport> WriteAsync(
        Stream output, CaseloadOptions options, IProgress<int>? written = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        var caseload = Caseload.Of(options);
        return CsvOutput.WriteAsync(output, NameOf(options), options.Day, Columns, Rows(caseload, options.Day), written, cancellationToken);
    }

    private static IEnumerable<string[]> Rows(Caseload caseload, DateOnly day)
    {
        foreach (var source in caseload.Sources())
        {
            foreach (var (member, _) in source.On(day).Where(person => person.IsOpen))
            {
                var draw = caseload.Root.Of(FormattableString.Invariant($"person|{source.NumberOf(member)}|oasys"));
                if (!draw.Chance(ShareOfPeople))
                {
                    continue;
                }

                foreach (var row in Assessments(caseload.Root, source.Case(member, day), draw, day))
                {
                    yield return row;
                }
            }
        }
    }

    /// <summary>The first assessment is from before the case was listed; the later ones come about a year apart. Of a long case those of
    /// the last three years alone.</summary>
    private static List<string[]> Assessments(StreamRoot root, PersonCase of, SeededNumbers draw, DateOnly day)
    {
        var rows = new List<string[]>();
        var (episode, identity) = (of.Episodes[^1], ProbationIdentity.Of(root, of.Person, 0));
        var now = new EpisodeOnDay(root, of.Person, episode, day);
        var risk = Scores.Draw(ref draw, of.Person, episode);
        var last = now.HasEnded ? episode.EndsOn : day;
        var window = (last.DayNumber - episode.ListedFrom.DayNumber) / WindowDays;
        var begun = episode.ListedFrom.AddDays(WindowDays * window - draw.Between(1, 40));
        var count = draw.Between(1, 3);
        for (var at = 0; at < count && begun <= day; at++)
        {
            var (takes, fate, type) = (draw.Between(5, 40), draw.Uniform(), Types.Draw(ref draw));
            var wrong = draw.Chance(ShareOfWrongRows);
            var completed = begun.AddDays(takes);
            var status = completed > day ? "OPEN" : fate switch { < 0.03 => "LOCKED_INCOMPLETE", < 0.04 => "DELETED", _ => "COMPLETE" };
            var done = status is "COMPLETE" or "DELETED";
            var number = of.Person.Number;
            var id = FormattableString.Invariant($"9{number:D6}{episode.Index:D2}{window:D2}{at}");
            rows.Add(Row(root, id, identity, (type, status), (begun, done ? completed : null), now, RoshAt(episode, now, completed), risk, wrong, draw));
            begun = begun.AddDays(draw.Between(250, 420));
        }

        return rows;
    }

    /// <summary>The level that the probation record has on a day.</summary>
    private static int RoshAt(Episode episode, EpisodeOnDay now, DateOnly on) =>
        now.Rosh.LastOrDefault(row => row.On <= on)?.Level ?? episode.Rosh;

    private static string[] Row(
        StreamRoot root, string id, ProbationIdentity identity, (string Type, string Status) kind, (DateOnly Begun, DateOnly? Completed) dates,
        EpisodeOnDay now, int rosh, Scores risk, bool wrong, SeededNumbers draw)
    {
        var manager = now.Managers[^1];
        var (surname, forename) = Managers.Draw(root, manager.Unit, manager.Number);
        var hasScores = dates.Completed is not null;
        var isWhole = hasScores && kind.Type != "RSR";
        var hasPlan = rosh > 0 && isWhole;
        return
        [
            id, identity.Crn, identity.PrisonNumber, kind.Type, CsvOutput.Date(dates.Begun), CsvOutput.Date(dates.Completed), kind.Status,
            $"{forename} {surname}", manager.Unit.Name,
            .. Percentages(risk, hasScores, isWhole, wrong),
            .. Cells(isWhole, rosh, draw),
            isWhole ? Levels[rosh] : "", hasPlan ? "Y" : "N", hasPlan ? CsvOutput.Date(dates.Completed) : "",
            isWhole ? CsvOutput.Date(dates.Completed) : "", isWhole ? "13" : hasScores ? "1" : "0",
        ];
    }

    private static IEnumerable<string> Percentages(Scores risk, bool hasScores, bool isWhole, bool wrong)
    {
        yield return Text(risk.OgrsTwoYears * 0.6, hasScores);
        yield return wrong ? "101.50" : Text(risk.OgrsTwoYears, hasScores);
        yield return Text(risk.OgpTwoYears * 0.6, isWhole);
        yield return Text(risk.OgpTwoYears, isWhole);
        yield return Text(risk.OvpTwoYears * 0.6, isWhole);
        yield return Text(risk.OvpTwoYears, isWhole);
        yield return Text(risk.Rsr, hasScores && !isWhole);
        yield return Text(risk.Rsr, isWhole);
        yield return Text(risk.OspContact ?? 0, hasScores && risk.OspContact is not null);
        yield return Text(risk.OspImages ?? 0, hasScores && risk.OspImages is not null);
    }

    private static IEnumerable<string> Cells(bool has, int overall, SeededNumbers draw)
    {
        var highest = draw.Below(Community.Length);
        for (var at = 0; at < Community.Length + Custody.Length; at++)
        {
            var level = at == highest ? overall : draw.Below(overall + 1);
            yield return has ? Levels[level] : "";
        }
    }

    private static string Text(double percentage, bool has) => has ? percentage.ToString("0.00", CultureInfo.InvariantCulture) : "";
}
