using System.CommandLine;
using System.Diagnostics;
using Throughcare.Exchange.Assessment;
using Throughcare.Risk;

namespace Throughcare.Cli.Assessment;

/// <summary><c>throughcare risk score FILE</c>: scores a file of answers.</summary>
public static class RiskCommand
{
    public static Command Create() => new("risk", "Calculate risk predictors") { Score() };

    private static Command Score()
    {
        var file = new Argument<string>("FILE") { Description = "A comma-separated file whose first row names inputs, such as sex,date_of_birth,offence_code; - for standard input" };
        var output = new Option<string?>("--out") { Description = "The file to write; standard output when left out" };
        var family = new Option<string>("--family") { Description = "Which scores: previous (OGRS3 to RSR), 2026 (ARP to CSRP), or both", DefaultValueFactory = _ => "both" };
        family.AcceptOnlyFromAmong("previous", "2026", "both");
        var command = new Command("score", "Write every row again with its scores, bands and what is missing beside it") { file, output, family };
        command.SetAction((parsed, stop) => Task.FromResult(Run(parsed.GetRequiredValue(file), parsed.GetValue(output), parsed.GetRequiredValue(family), stop)));
        return command;
    }

    private static int Run(string file, string? output, string family, CancellationToken stop)
    {
        RiskFamily[] families = family switch { "previous" => [RiskFamily.Previous], "2026" => [RiskFamily.F2026], _ => [RiskFamily.Previous, RiskFamily.F2026] };
        if (output is not null && file != "-" && Path.GetFullPath(output) == Path.GetFullPath(file))
        {
            Console.Error.WriteLine("--out must be another file than the one that is read");
            return 1;
        }

        try
        {
            using var answers = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
            using var scores = output is null ? Console.OpenStandardOutput() : File.Create(output);
            var clock = Stopwatch.StartNew();
            var progress = Console.IsErrorRedirected ? null : new Progress<long>(rows => Console.Error.Write($"\r{rows:N0} rows"));
            var report = RiskScoreFile.Score(answers, scores, families, progress, stop);
            var seconds = clock.Elapsed.TotalSeconds;
            var notRead = report.RowsNotRead == 0 ? "" : $"; {report.RowsNotRead:N0} rows with something that could not be read: see their columns of errors";
            Console.Error.WriteLine($"{(progress is null ? "" : "\r")}{report.Rows:N0} rows scored in {seconds:F1} s, {report.Rows / Math.Max(seconds, 0.001):N0} rows/s{notRead}");
            return 0;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine(wrong.Message);
            return 1;
        }
    }
}
