using System.CommandLine;
using System.Globalization;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application;
using Throughcare.Application.Record;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Matching;
using Throughcare.Storage;
using Throughcare.Storage.Postgres;
using Throughcare.Storage.Sqlite;

namespace Throughcare.Bench;

/// <summary><c>matching</c>: holds the links of a record against the key of who is who.</summary>
internal static class MatchingCommand
{
    public static Command Create()
    {
        var key = new Option<string>("--key") { Description = "The key file that throughcare population key wrote", Required = true };
        var data = new Option<string?>("--data") { Description = "The directory of the record, for SQLite; else THROUGHCARE_POSTGRES" };
        var command = new Command("matching", "Precision and recall of automatic links, and the size of the queue") { key, data };
        command.SetAction(async (parsed, stop) =>
        {
            var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
                .AddSingleton(new IdSource(TimeProvider.System, () => 0));
            _ = parsed.GetValue(data) is { } directory
                ? services.AddSqliteStorage(directory)
                : services.AddPostgresStorage(Environment.GetEnvironmentVariable("THROUGHCARE_POSTGRES") ?? throw new InvalidOperationException("Set THROUGHCARE_POSTGRES, or give --data."));
            await using var provider = services.AddApplication().BuildServiceProvider();
            await using var scope = provider.CreateAsyncScope();
            Say(await CountAsync(scope.ServiceProvider.GetRequiredService<ThroughcareDb>(), parsed.GetRequiredValue(key), stop));
            return 0;
        });
        return command;
    }

    private static async Task<Counts> CountAsync(ThroughcareDb db, string file, CancellationToken stop)
    {
        var rows = await db.SourceRows.Where(r => (r.Source == ImportSource.Offloc || r.Source == ImportSource.Ndelius) && r.PersonId != null)
            .Select(r => new { r.Source, r.Key, PersonId = r.PersonId!.Value }).ToListAsync(stop);
        var survivors = await Survivors.OfAsync(db, [.. rows.Select(r => r.PersonId).Distinct()], stop);
        var records = rows.ToDictionary(r => r.Key, r => survivors.GetValueOrDefault(r.PersonId, r.PersonId), StringComparer.Ordinal);
        var queued = (await db.MatchItems.Where(m => m.AskerId != null).Select(m => new { Asker = m.AskerId!.Value, m.CandidateId, m.Status }).ToListAsync(stop))
            .Select(m => NotSamePerson.Ordered(m.Asker, m.CandidateId)).ToHashSet();

        Dictionary<string, string> who = new(StringComparer.Ordinal);
        using var reader = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture);
        await foreach (var row in reader.GetRecordsAsync<KeyRow>(stop))
        {
            foreach (var number in row.crns.Split(';', StringSplitOptions.RemoveEmptyEntries).Append(row.nomis_number).Where(records.ContainsKey))
            {
                who[number] = row.person;
            }
        }

        var (linked, asked, missed) = (0, 0, 0);
        HashSet<(PersonId, PersonId)> right = [];
        foreach (var person in who.GroupBy(w => w.Value, w => records[w.Key]))
        {
            List<PersonId> his = [.. person];
            for (var i = 0; i < his.Count; i++)
            {
                for (var j = i + 1; j < his.Count; j++)
                {
                    if (his[i] == his[j])
                    {
                        linked++;
                    }
                    else if (queued.Contains(NotSamePerson.Ordered(his[i], his[j])))
                    {
                        asked++;
                        right.Add(NotSamePerson.Ordered(his[i], his[j]));
                    }
                    else
                    {
                        missed++;
                    }
                }
            }
        }

        var wrong = who.GroupBy(w => records[w.Key], w => w.Value).Sum(r =>
        {
            var people = r.GroupBy(p => p, StringComparer.Ordinal).Select(g => g.Count()).ToList();
            var all = people.Sum();
            return ((all * all) - people.Sum(p => p * p)) / 2;
        });
        var falseItems = queued.Count(q => !right.Contains(q));
        return new(who.Values.Distinct().Count(), who.Count, linked, wrong, asked, missed, queued.Count, falseItems);
    }

    private static void Say(Counts c)
    {
        var pairs = c.Linked + c.Asked + c.Missed;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"people of the key on record: {c.People}; records of sources: {c.Numbers}; true pairs: {pairs}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"linked automatically: {c.Linked} right, {c.Wrong} wrong; precision {Share(c.Linked, c.Linked + c.Wrong)}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"recall: {Share(c.Linked, pairs)} automatic, {Share(c.Linked + c.Asked, pairs)} automatic or queued; missed {c.Missed}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"queue: {c.Items} pairs, {c.FalseItems} of them not one person's"));
    }

    private static string Share(int part, int of) => of == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / of:0.00}%");

    private sealed record Counts(int People, int Numbers, int Linked, int Wrong, int Asked, int Missed, int Items, int FalseItems);

#pragma warning disable IDE1006 // the names of the columns
    private sealed record KeyRow(string person, string nomis_number, string crns);
#pragma warning restore IDE1006
}
