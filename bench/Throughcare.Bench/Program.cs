using System.CommandLine;
using BenchmarkDotNet.Running;
using Throughcare.Bench;

var micro = new Command("micro", "Micro-benchmarks (BenchmarkDotNet); further arguments go to it, such as --filter '*'") { TreatUnmatchedTokensAsErrors = false };
micro.SetAction(parsed =>
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run([.. parsed.UnmatchedTokens]);
    return 0;
});

return await new RootCommand("Throughcare's measurements") { LoadCommand.Create(), MatchingCommand.Create(), StandardsBenchCommand.Create(), AllocationBenchCommand.Create(), micro }.Parse(args).InvokeAsync();
