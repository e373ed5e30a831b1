using System.CommandLine;
using System.Globalization;

namespace Throughcare.Bench;

/// <summary><c>load</c>: people at work for a stated time, with think time, against a server on this machine; then the server's own
/// histograms.</summary>
internal static class LoadCommand
{
    public static Command Create()
    {
        var url = new Option<string>("--url") { Description = "The server; loopback only", DefaultValueFactory = _ => "http://localhost:5080" };
        var users = new Option<int>("--users") { Description = "How many people work at once, 1 to 500", DefaultValueFactory = _ => 50 };
        var minutes = new Option<double>("--minutes") { Description = "For how long, at most 30", DefaultValueFactory = _ => 2 };
        var warmUp = new Option<double>("--warm-up") { Description = "Minutes before them that are not counted: signing in, and what is read for the first time", DefaultValueFactory = _ => 0.8 };
        var think = new Option<double>("--think") { Description = "Seconds between two acts of one user, on average", DefaultValueFactory = _ => 5 };
        var people = new Option<string>("--people") { Description = "The Offloc file whose people they work with", Required = true };
        var prison = new Option<string>("--prison") { Description = "Only people in this prison: the accounts' reach", DefaultValueFactory = _ => "LHI" };
        var user = new Option<string>("--user") { Description = "The account they sign in with", DefaultValueFactory = _ => "pom@demo" };
        var password = new Option<string>("--password") { Description = "Its password", Required = true };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 42 };

        var command = new Command("load", "Users with think time, then the server's own times") { url, users, minutes, warmUp, think, people, prison, user, password, seed };
        command.SetAction(async (parsed, stop) =>
        {
            if (!Uri.TryCreate(parsed.GetRequiredValue(url), UriKind.Absolute, out var server) || !server.IsLoopback)
            {
                await Console.Error.WriteLineAsync("The load driver works on this machine only: give it a loopback address.");
                return 2;
            }

            var load = new Load(
                server, OfflocPeople.Read(parsed.GetRequiredValue(people), parsed.GetRequiredValue(prison)),
                parsed.GetRequiredValue(user), parsed.GetRequiredValue(password),
                TimeSpan.FromSeconds(parsed.GetValue(think)), parsed.GetValue(seed));
            var warm = TimeSpan.FromMinutes(Math.Clamp(parsed.GetValue(warmUp), 0, 10));
            var work = load.RunAsync(Math.Clamp(parsed.GetValue(users), 1, 500), warm + TimeSpan.FromMinutes(Math.Min(parsed.GetValue(minutes), 30)), stop);
            await Task.Delay(warm, stop);
            var before = await Histograms.ReadAsync(server, stop);
            await work;
            var after = await Histograms.ReadAsync(server, stop);

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{load.Done} acts, {load.Failed} failed"));
            foreach (var problem in load.Problems.Take(10))
            {
                Console.WriteLine($"  {problem}");
            }

            Console.WriteLine("| Act | Requests | p50 ms | p95 ms | p99 ms |");
            Console.WriteLine("|---|---|---|---|---|");
            foreach (var line in Histograms.Between(before, after))
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {line.Name} | {line.Count} | {line.At(0.50):0.0} | {line.At(0.95):0.0} | {line.At(0.99):0.0} |"));
            }

            return load.Failed == 0 ? 0 : 1;
        });
        return command;
    }
}
