using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Throughcare.Population.Cases;
using Throughcare.Population.Files;
using Throughcare.Population.Keys;
using Throughcare.Population.Ndelius;
using Throughcare.Population.Oasys;
using Throughcare.Population.PpoList;

namespace Throughcare.Cli.Population;

/// <summary>The files that other systems keep about the people of the prison file and those on probation beside them.</summary>
internal static class CaseloadCommands
{
    private const string SamePeople = "Give the same --people, --prisoners (or --places), --seed and --day to every file that is to be of the same people";

    private delegate Task<FileReport> Writer(Stream output, CaseloadOptions options, IProgress<int> written, CancellationToken cancel);

    public static Command Ndelius()
    {
        var mode = new Option<string>("--mode")
        {
            Description = "full: every open case; diff: all lines of the records that are not as on the day before, withdrawn lines with Deleted Y",
            DefaultValueFactory = _ => "full",
        };
        mode.AcceptOnlyFromAmong("full", "diff");
        NdeliusMode Mode(ParseResult parsed) => parsed.GetValue(mode) == "diff" ? NdeliusMode.Diff : NdeliusMode.Full;
        return Command("ndelius", $"Write the probation extract of a day. {SamePeople}", [mode], parsed => (
            options => NdeliusFile.NameOf(options, Mode(parsed)),
            (output, options, written, cancel) => NdeliusFile.WriteAsync(output, options, Mode(parsed), written, cancel)));
    }

    public static Command Ppo() => Command(
        "ppo", $"Write the police forces' list of prolific and priority offenders (J-Track). {SamePeople}", [],
        _ => (PpoListFile.NameOf, PpoListFile.WriteAsync));

    public static Command Oasys() => Command(
        "oasys", $"Write the summary extract of assessments. {SamePeople}", [], _ => (OasysFile.NameOf, OasysFile.WriteAsync));

    public static Command Key() => Command(
        "key",
        "Write who is who in the other files of the same day: person, nomis_number, crns (with ;), pnc, cro, surname, forename, date_of_birth, "
            + $"list_refs (force_code/list_ref). One row for everyone in the prison file or on probation, with what is true. {SamePeople}",
        [], _ => (KeyFile.NameOf, KeyFile.WriteAsync));

    private static Command Command(
        string name, string description, IReadOnlyList<Option> more, Func<ParseResult, (Func<CaseloadOptions, string> NameOf, Writer Write)> file)
    {
        var people = new Option<int>("--people") { Description = $"How many probation cases are open, 1 to {CaseloadOptions.MostPeople}", Required = true };
        var day = PopulationCommand.Day("--day", "The day of the file, like 2026-09-30");
        day.Required = true;
        var prisoners = new Option<int?>("--prisoners")
        {
            Description = "How many people are in prison: the --people of the prison file. Not given: 36 for 100 cases",
        };
        var places = new Option<string?>("--places") { Description = "The --places of the prison file, in place of --prisoners" };
        var seed = new Option<long>("--seed") { Description = "Another seed gives other people", DefaultValueFactory = _ => 42 };
        var output = new Option<string>("--out")
        {
            Description = "The file to write, or a directory in which it gets its own name",
            DefaultValueFactory = _ => ".",
        };

        var command = new Command(name, description) { people, day, prisoners, places, seed, output };
        foreach (var option in more)
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancel) =>
        {
            try
            {
                var on = parsed.GetValue(day) ?? default;
                var options = new CaseloadOptions
                {
                    People = parsed.GetValue(people),
                    Day = on,
                    Prisoners = parsed.GetValue(prisoners),
                    Places = parsed.GetValue(places) is { } text ? PopulationCommand.Options(text, parsed.GetValue(prisoners), on).Places : [],
                    Seed = parsed.GetValue(seed),
                };
                var (nameOf, write) = file(parsed);
                await WriteAsync(options, nameOf, write, parsed.GetValue(output) ?? ".", parsed.InvocationConfiguration.Output, cancel);
                return 0;
            }
            catch (Exception problem) when (problem is ArgumentException or IOException or UnauthorizedAccessException)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(problem.Message.AsMemory(), cancel);
                return 1;
            }
        });
        return command;
    }

    private static async Task WriteAsync(
        CaseloadOptions options, Func<CaseloadOptions, string> nameOf, Writer write, string target, TextWriter output, CancellationToken cancel)
    {
        CaseloadOptions.Check(options);
        var path = Directory.Exists(target) || Path.EndsInDirectorySeparator(target) ? Path.Combine(target, nameOf(options)) : target;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);

        var unfinished = path + ".unfinished";
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        var report = await console.Progress().AutoClear(true).StartAsync(async progress =>
        {
            var bar = progress.AddTask("Writing people", maxValue: options.People);
            await using var file = File.Create(unfinished);
            return await write(file, options, new PopulationCommand.Shown(bar), cancel);
        });
        File.Move(unfinished, path, overwrite: true);

        await output.WriteLineAsync(path.AsMemory(), cancel);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"records {report.Records}").AsMemory(), cancel);
        await output.WriteLineAsync($"sha256  {report.Sha256}".AsMemory(), cancel);
    }
}
