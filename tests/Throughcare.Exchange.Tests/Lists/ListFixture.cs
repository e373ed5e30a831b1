using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Exchange.Record;
using Throughcare.Storage;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Exchange.Tests.Lists;

/// <summary>Imports lists into a database of its own.</summary>
public abstract class ListFixture(DatabaseKind kind) : IAsyncLifetime
{
    protected static readonly DateOnly Day1 = new(2026, 1, 5);
    protected static readonly DateOnly Day2 = new(2026, 1, 6);

    protected TestDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Database = await TestDatabase.CreateAsync(kind, services => services.AddExchange());

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task<ImportRun> ImportAsync(string word, string text, DateOnly? day = null, Actor? actor = null, string more = "", bool allowBackfill = false)
    {
        var id = await ReceiveAsync(word, Encoding.UTF8.GetBytes(text), day ?? Day1, actor, more, allowBackfill);
        Database.Clock.Advance(TimeSpan.FromMinutes(5));
        var runner = new ImportRunner(
            Database.Services.GetRequiredService<IServiceScopeFactory>(), Database.Clock, Database.Services.GetRequiredService<Throughcare.Application.IdSource>())
        { BatchSize = 8 };
        return (await runner.DoAsync(id, null, default))!;
    }

    protected async Task<FactId> ReceiveAsync(string word, byte[] bytes, DateOnly day, Actor? actor = null, string more = "", bool allowBackfill = false)
    {
        await using var scope = Database.Services.CreateAsyncScope();
        var received = await scope.ServiceProvider.GetRequiredService<ReceiveImportFile>().DoAsync(
            ImportKinds.All.Single(k => k.Word == word), new MemoryStream(bytes), $"{word}-{day:yyyyMMdd}{more}.csv", actor ?? Actor.System(Door.Import), default, allowBackfill);
        return Assert.IsType<Outcome<FactId>.Done>(received).Value;
    }

    protected async Task<ImportRun> RunAsync(FactId id)
    {
        await using var db = Database.Open();
        return await db.ImportRuns.SingleAsync(r => r.Id == id);
    }

    protected async Task<List<(string Code, string Column, ImportSeverity Severity)>> ErrorsAsync(ImportRun run)
    {
        await using var db = Database.Open();
        return [.. (await db.ImportErrors.Where(e => e.RunId == run.Id).OrderBy(e => e.Number).ToListAsync()).Select(e => (e.Code, e.Column, e.Severity))];
    }

    /// <summary>The codes of those that reject their rows.</summary>
    protected async Task<IEnumerable<string>> RejectedAsync(ImportRun run) =>
        (await ErrorsAsync(run)).Where(e => e.Severity is ImportSeverity.Error).Select(e => e.Code);

    protected async Task<List<T>> CurrentAsync<T>()
        where T : FactVersion
    {
        await using var db = Database.Open();
        return await db.Set<T>().Current().ToListAsync();
    }

    /// <summary>Everything that is counted as written: people, events, versions.</summary>
    protected async Task<(int People, int Events, int Lines)> WrittenAsync()
    {
        await using var db = Database.Open();
        return (await db.People.CountAsync(), await db.RecordEvents.CountAsync(), await db.Timeline.CountAsync());
    }

    /// <summary>Somebody on record.</summary>
    protected async Task<PersonId> PersonAsync(
        string last = "Zabrake", string first = "Adan", string? noms = null, string? crn = null, string? pnc = null, string? booking = null, DateOnly? born = null, string? unit = null)
    {
        var id = A.PersonId;
        await using var db = Database.Open();
        db.AddRange(
            new Person { Id = id, CreatedAt = A.Monday },
            new RecordHead { PersonId = id },
            new PersonName { Id = A.FactId, PersonId = id, Type = NameType.Current, First = first, Last = last, ValidFrom = new(2025, 1, 1), Recorded = A.Entry },
            new PersonDetails { Id = A.FactId, PersonId = id, DateOfBirth = born ?? new(1990, 4, 2), ValidFrom = new(2025, 1, 1), Recorded = A.Entry });
        foreach (var (kind, number) in new[] { (IdentifierKind.Noms, noms), (IdentifierKind.Crn, crn), (IdentifierKind.Pnc, pnc), (IdentifierKind.Booking, booking) })
        {
            if (number is not null)
            {
                db.Add(new PersonIdentifier { Id = A.FactId, PersonId = id, Kind = kind, Canonical = number, Check = IdentifierCheck.Valid, ValidFrom = new(2025, 1, 1), Recorded = A.Entry });
            }
        }

        if (unit is not null)
        {
            db.Add(new PersonReach { PersonId = id, Holder = ReachHolder.Of(new PlaceCode(unit)), Kind = ReachKind.Unit, From = new(2025, 1, 1) });
        }

        await db.SaveChangesAsync();
        return id;
    }

    protected async Task<StaffMember> StaffAsync(string userName = "petra.omond", string place = "LHI", Role role = Role.Pom)
    {
        var staff = new StaffMember { Id = new(A.IdSource.Next()), Name = "Petra Omond", Role = role, Place = new(place), UserName = userName };
        await using var db = Database.Open();
        db.Add(staff);
        await db.SaveChangesAsync();
        return staff;
    }

    /// <summary>Rows below a header; with enough good rows for one wrong row to be no reason to refuse the file.</summary>
    protected static string Csv(string header, params IEnumerable<string> rows) => string.Join("\r\n", rows.Prepend(header)) + "\r\n";
}
