using Throughcare.Domain.Record;
using Throughcare.Exchange.Tests.Record;
using Throughcare.Testing;
using static Throughcare.Exchange.Tests.Ndelius.NdeliusText;

namespace Throughcare.Exchange.Tests.Ndelius;

/// <summary>The same of the probation extract: full lists and diffs in turn.</summary>
public abstract class KilledNdeliusTests(DatabaseKind kind) : KilledImportTests(kind)
{
    private protected override int Kills => 12;

    private protected override string Source => ImportSource.Ndelius;

    private protected override async Task<string> WriteAsync(string directory, DateOnly day)
    {
        var number = day.DayNumber - Day1.DayNumber;
        var isFull = number % 2 == 0;
        var people = Crowd(People).Select((person, at) => (person.Offender, at % 2 == 0
            ? [.. person.Lines, Registration(at, at % 4 == 0 ? "RHRH" : "ADVP").With("RegisterDescription", $"On day {number}"), Disposal(at).With("Length", $"{6 + number}")]
            : person.Lines)).ToList();
        var path = Path.Combine(directory, NameOn(day, isFull));
        await System.IO.File.WriteAllTextAsync(path, NdeliusText.File(day, isFull, people));
        return path;
    }
}

public sealed class KilledNdeliusSqliteTests() : KilledNdeliusTests(DatabaseKind.Sqlite);

public sealed class KilledNdeliusPostgresTests() : KilledNdeliusTests(DatabaseKind.Postgres);
