using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Storage.Tests;

/// <summary>A test class with a database of its own; derive one sealed class for each database.</summary>
public abstract class DatabaseTests(DatabaseKind kind) : IAsyncLifetime
{
    protected TestDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Database = await TestDatabase.CreateAsync(kind);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

public abstract class BulkWritingTests(DatabaseKind kind) : DatabaseTests(kind)
{
    public sealed record Tested(PersonId PersonId, string What) : RecordEvent(PersonId);

    [Fact]
    public async Task What_the_bulk_writer_writes_is_what_the_model_reads()
    {
        var person = A.PersonId;
        var name = new PersonName { Id = A.FactId, PersonId = person, Type = NameType.Current, First = "Ada", Last = "Zabrake", ValidFrom = new(2026, 1, 5), Recorded = A.Entry };
        var details = new PersonDetails { Id = A.FactId, PersonId = person, ValidFrom = new(2026, 1, 5), DateOfBirth = new(1990, 2, 28), Sex = Coded.Of("F"), Nationality = Coded.Unmapped("Narnian"), InterpreterNeeded = true, Recorded = A.Entry };

        await using var db = Database.Open();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            var bulk = new BulkRecorder(db);
            await bulk.WriteAsync(new Dictionary<PersonId, RecordHead>(), [new(person, new Tested(person, "made"), new Write(null, name), new Write(null, details))], A.Entry, default);
            await transaction.CommitAsync();
        }

        var readName = await db.Names.Current().SingleAsync(n => n.PersonId == person);
        var readDetails = await db.Details.Current().SingleAsync(n => n.PersonId == person);
        Assert.Equal(name, readName);
        Assert.Equal(details, readDetails);
        Assert.Contains("ZABRAKE", await db.NameKeys.Where(k => k.PersonId == person).Select(k => k.Key).ToListAsync());
        var events = await db.RecordEvents.Where(e => e.PersonId == person).ToListAsync();
        Assert.Null(RecordChain.Fault(null, Assert.Single(events)));
    }

    [Fact]
    public async Task A_second_version_stamps_the_first_and_the_chain_goes_on()
    {
        var person = A.PersonId;
        var first = new PersonName { Id = A.FactId, PersonId = person, Type = NameType.Current, Last = "Abelmarsh", ValidFrom = new(2026, 1, 5), Recorded = A.Entry };
        var later = A.Entry with { At = A.Entry.At.AddHours(1) };
        var second = first.Next(later) with { Last = "Abelmersh" };

        await using var db = Database.Open();
        foreach (var (write, entry) in new[] { (new Write(null, first), A.Entry), (new Write(first, second), later) })
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var bulk = new BulkRecorder(db);
            await bulk.WriteAsync(await bulk.LockAsync([person], default), [new(person, new Tested(person, "x"), write)], entry, default);
            await transaction.CommitAsync();
        }

        Assert.Equal("Abelmersh", (await db.Names.Current().SingleAsync(n => n.PersonId == person)).Last);
        Assert.Equal("Abelmarsh", (await db.Names.KnownAt(A.Entry.At.AddMinutes(30)).SingleAsync(n => n.PersonId == person)).Last);
        var events = await db.RecordEvents.Where(e => e.PersonId == person).OrderBy(e => e.Seq).ToListAsync();
        Assert.Equal(2, events.Count);
        Assert.Null(RecordChain.Fault(events[0], events[1]));
        Assert.NotNull(RecordChain.Fault(null, events[1]));
    }
}

public sealed class BulkWritingSqliteTests() : BulkWritingTests(DatabaseKind.Sqlite);

public sealed class BulkWritingPostgresTests() : BulkWritingTests(DatabaseKind.Postgres);
