using System.CommandLine;
using System.Text;
using Throughcare.Exchange.Rules;

namespace Throughcare.Cli.Rules;

/// <summary><c>throughcare rules check FILE</c>: runs a table of examples against the rules.</summary>
public static class RulesCommand
{
    public static Command Create() => new("rules", "Try out rules") { Check() };

    private static Command Check()
    {
        var file = new Argument<string>("FILE") { Description = "A comma-separated file with the columns function, rule_version, inputs and expected; - for standard input" };
        var output = new Option<string?>("--out") { Description = "The file to write; standard output when left out" };
        var command = new Command("check", "Write every example again with what the rule says and whether it matches") { file, output };
        command.SetAction((parsed, _) => Task.FromResult(Run(parsed.GetRequiredValue(file), parsed.GetValue(output))));
        return command;
    }

    private static int Run(string file, string? output)
    {
        if (output is not null && file != "-" && Path.GetFullPath(output) == Path.GetFullPath(file))
        {
            Console.Error.WriteLine("--out must be another file than the one that is read");
            return 1;
        }

        try
        {
            var text = file == "-" ? Console.In.ReadToEnd() : File.ReadAllText(file);
            RuleCheckFile.Report report;
            using (var writer = new StreamWriter(output is null ? Console.OpenStandardOutput() : File.Create(output), new UTF8Encoding(false)))
            {
                report = RuleCheckFile.Check(text, writer, file == "-" ? "standard input" : Path.GetFileName(file));
            }

            Console.Out.WriteLine($"{report.Passed} passed, {report.Failed} failed");
            return report.Failed == 0 ? 0 : 1;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine(wrong.Message);
            return 1;
        }
    }
}
