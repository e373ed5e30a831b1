using System.CommandLine;
using Throughcare.Cli;
using Throughcare.Cli.Population;

var root = new RootCommand("Throughcare's command line")
{
    PopulationCommand.Create(),
    DictionaryCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
