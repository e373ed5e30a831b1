using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Throughcare.Storage;
using Throughcare.Storage.Sqlite;

namespace Throughcare.Cli;

/// <summary><c>throughcare data-dictionary</c>: every table and column in words.</summary>
public static class DictionaryCommand
{
    public static Command Create()
    {
        var command = new Command("data-dictionary", "Write the data dictionary (Markdown) to standard output");
        command.SetAction(parsed =>
        {
            var options = new DbContextOptionsBuilder<ThroughcareDb>();
            SqliteStorage.Configure(options, ":memory:", "migrations_record");
            using var db = new ThroughcareDb(options.Options, new SqliteDialect());
            parsed.InvocationConfiguration.Output.Write(DictionaryOfData.Write(db.Model));
            return 0;
        });
        return command;
    }
}
