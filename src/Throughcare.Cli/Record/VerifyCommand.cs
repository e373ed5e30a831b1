using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application.Record;

namespace Throughcare.Cli.Record;

/// <summary><c>throughcare verify</c>: walks every person's chain of events and says where the first link is broken.</summary>
public static class VerifyCommand
{
    /// <param name="open">Opens the services on the record; given the directory, where one was said.</param>
    public static Command Create(Func<string?, CancellationToken, Task<ServiceProvider>> open)
    {
        ArgumentNullException.ThrowIfNull(open);

        var data = new Option<string?>("--data") { Description = "The directory of the record, for SQLite" };
        var command = new Command("verify", "Check that no event of any record was changed, taken out or put in") { data };
        command.SetAction(async (parsed, stop) =>
        {
            await using var services = await open(parsed.GetValue(data), stop);
            await using var scope = services.CreateAsyncScope();
            var found = await scope.ServiceProvider.GetRequiredService<VerifyChains>().DoAsync(null, stop);
            if (found.Broken is { } broken)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture, $"The record of {broken.Number} is broken at event {broken.Seq}: {broken.What}."));
                return 1;
            }

            await parsed.InvocationConfiguration.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"Every chain holds: {found.People:N0} people, {found.Events:N0} events."));
            return 0;
        });
        return command;
    }
}
