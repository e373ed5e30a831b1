using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Throughcare.Population.Offloc;

namespace Throughcare.Cli.Population;

/// <summary><c>throughcare population</c>: people who do not exist, in the record or in files.</summary>
public static class PopulationCommand
{
    /// <param name="open">Opens the services on the record; given the directory, where one was said.</param>
    public static Command Create(Func<string?, CancellationToken, Task<ServiceProvider>> open)
    {
        var command = new Command("population", "Make a fictional population, in the record or as files; or one of the files that other systems send")
        {
            Offloc(), CaseloadCommands.Ndelius(), CaseloadCommands.Ppo(), CaseloadCommands.Oasys(), CaseloadCommands.Key(),
        };
        new NationCommand(open).AddTo(command);
        return command;
    }

    private static Command Offloc()
    {
        var people = new Option<int?>("--people")
        {
            Description = $"How many people are in prison, 1 to {OfflocFileOptions.MostPeople}; not needed with --places",
        };
        var day = Day("--day", "The day of the file, like 2026-09-30");
        day.Required = true;
        var output = new Option<string>("--out")
        {
            Description = "The file to write, or a directory in which it gets its own name",
            DefaultValueFactory = _ => ".",
        };
        var seed = new Option<long>("--seed") { Description = "Another seed gives other people", DefaultValueFactory = _ => 42 };
        var quirks = new Option<string>("--quirks")
        {
            Description = "on: with the faults of real files; off: without",
            DefaultValueFactory = _ => "on",
        };
        quirks.AcceptOnlyFromAmong("on", "off");
        var least = new Option<int>("--least-of-each-quirk") { Description = "At least so many of each fault, however small the file" };
        var places = new Option<string?>("--places") { Description = "People in these prisons alone, like LHI=230,LNI=80; or demo" };
        var unchangedFrom = Day("--unchanged-from", "Write what this day's file says under the name and System Date of --day");
        var changed = new Option<decimal>("--changed-share")
        {
            Description = "Give exactly this share of the people another cell, like 0.02; for measuring, with --unchanged-from",
        };

        var command = new Command("offloc", "Write the nightly prison file for any day and any number of people")
        {
            people, day, output, seed, quirks, least, places, unchangedFrom, changed,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            try
            {
                var options = Options(parsed.GetValue(places), parsed.GetValue(people), parsed.GetValue(day) ?? default) with
                {
                    Seed = parsed.GetValue(seed),
                    Quirks = parsed.GetValue(quirks) == "on",
                    ContentOf = parsed.GetValue(unchangedFrom),
                    ChangedShare = parsed.GetValue(changed),
                };
                options = parsed.GetResult(least) is { Implicit: false } ? options with { LeastOfEachQuirk = parsed.GetValue(least) } : options;
                await WriteAsync(options, parsed.GetValue(output) ?? ".", parsed.InvocationConfiguration.Output, cancel);
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

    internal static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = argument =>
        {
            var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            argument.AddError($"{name} must be a real date, like 2026-09-30");
            return null;
        },
    };

    internal static OfflocFileOptions Options(string? places, int? people, DateOnly day)
    {
        if (places is null)
        {
            return new OfflocFileOptions
            {
                Day = day,
                People = people ?? throw new ArgumentException("Give --people or --places"),
            };
        }

        var options = places == "demo" ? OfflocFileOptions.Demo(day) : OfflocFileOptions.At(day, [.. places.Split(',').Select(Place)]);
        return people is null || people == options.People
            ? options
            : throw new ArgumentException("The people of --places do not sum to --people");
    }

    private static OfflocPlace Place(string text)
    {
        var parts = text.Split('=');
        return parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var people)
            ? new OfflocPlace(parts[0].Trim().ToUpperInvariant(), people)
            : throw new ArgumentException($"--places must be like LHI=230,LNI=80. Got '{text}'");
    }

    private static async Task WriteAsync(OfflocFileOptions options, string target, TextWriter output, CancellationToken cancel)
    {
        OfflocFile.Check(options);
        var path = Directory.Exists(target) || Path.EndsInDirectorySeparator(target)
            ? Path.Combine(target, OfflocFile.NameOf(options))
            : target;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);

        var unfinished = path + ".unfinished";
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        var report = await console.Progress().AutoClear(true).StartAsync(async progress =>
        {
            var bar = progress.AddTask("Writing people", maxValue: options.People);
            await using var file = File.Create(unfinished);
            return await OfflocFile.WriteAsync(file, options, new Shown(bar), cancel);
        });
        File.Move(unfinished, path, overwrite: true);

        await output.WriteLineAsync(path.AsMemory(), cancel);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"people  {report.Records}").AsMemory(), cancel);
        await output.WriteLineAsync($"sha256  {report.Sha256}".AsMemory(), cancel);
        foreach (var (quirk, count) in report.Quirks.Where(q => q.Value > 0))
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"quirk   {quirk} {count}").AsMemory(), cancel);
        }
    }

    /// <summary>Reports at once and on the writer's own thread, which <see cref="Progress{T}"/> would not.</summary>
    internal sealed class Shown(ProgressTask bar) : IProgress<int>
    {
        public void Report(int value) => bar.Value = value;
    }
}
