using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Record;

/// <summary>More people than are scored, the same in both databases.</summary>
public sealed class SameAnswersTests
{
    private static readonly string[] Lasts = ["Smith", "Smyth", "Smithson", "Schmidt", "Smeeth", "O'Neil", "Östberg", "Zoë-Smith", "McSmith", "Brackwater"];
    private static readonly string[] Firsts = ["John", "Jon", "Johnny", "Jane", "Seán", "Étienne", "Billy"];

    [Fact]
    public async Task Both_databases_give_the_same_people_in_the_same_order()
    {
        var people = Enumerable.Range(0, 620).Select(i => (Id: A.PersonId, Last: Lasts[i % Lasts.Length], First: Firsts[i % Firsts.Length], Born: new DateOnly(1960, 1, 1).AddDays(i * 37))).ToList();
        var sqlite = await AnswersAsync(DatabaseKind.Sqlite, people);
        var postgres = await AnswersAsync(DatabaseKind.Postgres, people);

        Assert.Equal(sqlite, postgres);
        Assert.Contains(sqlite, answer => answer.Contains("best", StringComparison.Ordinal));
        Assert.Contains(sqlite, answer => answer.StartsWith("ostberg: Showing", StringComparison.Ordinal));
    }

    private static async Task<List<string>> AnswersAsync(DatabaseKind kind, List<(PersonId Id, string Last, string First, DateOnly Born)> people)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (var db = database.Open())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await new BulkRecorder(db).WriteAsync(new Dictionary<PersonId, Storage.RecordHead>(), [.. people.Select(p => new Change<PersonId>(p.Id, new Seeded(p.Id),
                new Write(null, new PersonName { Id = A.FactId, PersonId = p.Id, Type = NameType.Current, Last = p.Last, First = p.First, ValidFrom = new(2026, 1, 1), Recorded = A.Entry }),
                new Write(null, new PersonDetails { Id = A.FactId, PersonId = p.Id, DateOfBirth = p.Born, ValidFrom = new(2026, 1, 1), Recorded = A.Entry })))], A.Entry, default);
            await transaction.CommitAsync();
        }

        List<string> answers = [];
        foreach (var text in new[] { "smith", "smith john", "sm*", "jonny smith", "ostberg", "etienne", "oneil sean", "smith 1962", "zoe smith" })
        {
            await using var scope = database.Services.CreateAsyncScope();
            var list = Assert.IsType<PersonSearch.Answer.List>(await scope.ServiceProvider.GetRequiredService<PersonSearch>().OfAsync(new(text, 1, 100), A.Actor(Role.Pom), default));
            answers.Add($"{text}: {list.Showing}: {string.Join(' ', list.Rows.Select(r => $"{r.PersonId}/{r.Score}"))}");
        }

        return answers;
    }

    private sealed record Seeded(PersonId PersonId) : RecordEvent(PersonId);
}
