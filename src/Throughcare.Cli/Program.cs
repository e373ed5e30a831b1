using System.CommandLine;
using Throughcare.Cli;
using Throughcare.Cli.Assessment;
using Throughcare.Cli.Import;
using Throughcare.Cli.Population;
using Throughcare.Cli.Record;
using Throughcare.Cli.Rules;
using Throughcare.Cli.Standards;

var root = new RootCommand("Throughcare's command line")
{
    PopulationCommand.Create(CommandServices.OpenAsync),
    RiskCommand.Create(),
    ImportCommand.Create(CommandServices.OpenAsync),
    VerifyCommand.Create(CommandServices.OpenAsync),
    RulesCommand.Create(),
    StandardsCommand.Create(CommandServices.OpenAsync),
    DictionaryCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
