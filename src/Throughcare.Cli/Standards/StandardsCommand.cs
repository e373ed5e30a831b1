using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application.Standards;
using Throughcare.Domain.Record;

namespace Throughcare.Cli.Standards;

/// <summary><c>throughcare standards recompute</c>: works out anew what is due of everybody, or of everybody in one place.</summary>
public static class StandardsCommand
{
    /// <param name="open">Opens the services on the record; given the directory, where one was said.</param>
    public static Command Create(Func<string?, CancellationToken, Task<ServiceProvider>> open) =>
        new("standards", "Due dates and whether they were met") { Recompute(open) };

    private static Command Recompute(Func<string?, CancellationToken, Task<ServiceProvider>> open)
    {
        var place = new Option<string?>("--place") { Description = "Only people of this prison or team, by its code" };
        var asAt = new Option<string?>("--as-at") { Description = "The day whose end counts, such as 2026-11-23; today where it is not said" };
        var threads = new Option<int>("--threads") { Description = "How many batches at once, 1 to 16; on SQLite one", DefaultValueFactory = _ => Math.Clamp(Environment.ProcessorCount, 1, 16) };
        var data = new Option<string?>("--data") { Description = "The directory of the record, for SQLite" };
        var command = new Command("recompute", "Work out anew what is due; what comes out the same is not written. Stopped, it goes on where it was") { place, asAt, threads, data };
        command.SetAction(async (parsed, stop) =>
        {
            var (say, wrong) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            DateOnly? day = null;
            if (parsed.GetValue(asAt) is { } text)
            {
                if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
                {
                    await wrong.WriteLineAsync($"--as-at must be a date like 2026-11-23, not '{text}'.");
                    return 2;
                }

                day = read;
            }

            PlaceCode? there = null;
            if (parsed.GetValue(place) is { } code)
            {
                if (Places.Find(code) is null)
                {
                    await wrong.WriteLineAsync($"There is no prison or team with the code '{code}'.");
                    return 2;
                }

                there = new PlaceCode(code);
            }

            await using var services = await open(parsed.GetValue(data), stop);
            var recompute = services.GetRequiredService<RecomputeDueItems>();
            var progress = new Steps(say);
            var result = await recompute.DoAsync(there, day, Math.Clamp(parsed.GetValue(threads), 1, 16), progress, stop);
            await say.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{result.People:N0} people{(result.Resumed > 0 ? $", of whom {result.Resumed:N0} were done before" : "")}: {result.Written:N0} versions of due items written in {result.Took.TotalSeconds:0.0} s."));
            return 0;
        });
        return command;
    }

    /// <summary>A line for each twentieth part.</summary>
    private sealed class Steps(TextWriter say) : IProgress<RecomputeDueItems.Progress>
    {
        private readonly Lock _gate = new();
        private int _said;

        public void Report(RecomputeDueItems.Progress value)
        {
            lock (_gate)
            {
                var part = value.People == 0 ? 20 : value.Done * 20 / value.People;
                if (part > _said)
                {
                    _said = part;
                    say.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.Done:N0} of {value.People:N0} people, {value.Written:N0} versions written"));
                }
            }
        }
    }
}
