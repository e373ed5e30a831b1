using System.CommandLine;
using Throughcare.Cli;

var root = new RootCommand("Throughcare's command line")
{
    DictionaryCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
