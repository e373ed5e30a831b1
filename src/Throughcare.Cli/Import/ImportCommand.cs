using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Exchange.Record;

namespace Throughcare.Cli.Import;

/// <summary><c>throughcare import KIND FILE</c>: takes in a file of another system and applies it.</summary>
public static class ImportCommand
{
    /// <param name="open">Opens the services on the record; given the directory, where one was said.</param>
    public static Command Create(Func<string?, CancellationToken, Task<ServiceProvider>> open)
    {
        var import = new Command("import", "Take in files of other systems");
        foreach (var kind in ImportKinds.All)
        {
            import.Add(Of(kind, open));
        }

        return import;
    }

    private static Command Of(ImportKind kind, Func<string?, CancellationToken, Task<ServiceProvider>> open)
    {
        var file = new Argument<FileInfo?>("file") { Description = kind.NameProblem, Arity = ArgumentArity.ZeroOrOne };
        var data = new Option<string?>("--data") { Description = "The directory of the record, for SQLite" };
        var backfill = new Option<bool>("--allow-backfill") { Description = "Let a file that is older than the last one fill gaps, and gaps only" };
        var resume = new Option<bool>("--resume") { Description = "Go on with the import that was interrupted; FILE is imported only where there is none" };
        var batch = new Option<int?>("--batch") { Description = "Changed rows of a batch; what suits the database unless said", Hidden = true };
        var command = new Command(kind.Word, $"Import a {kind.Noun}") { file, data, backfill, resume, batch };
        command.SetAction(async (parsed, stop) =>
        {
            await using var services = await open(parsed.GetValue(data), stop);
            var import = new FileImport(kind, services, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return await import.RunAsync(parsed.GetValue(file), parsed.GetValue(resume), parsed.GetValue(backfill), parsed.GetValue(batch), stop);
        });
        return command;
    }
}
