using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Storage;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Record;

/// <summary>A database with fictional people in it, held in one prison (LHI) unless the test says otherwise.</summary>
public abstract class RecordTests(DatabaseKind kind) : IAsyncLifetime
{
    protected static readonly PlaceCode Prison = new("LHI");

    protected TestDatabase Database { get; private set; } = null!;

    protected DateTimeOffset Now => Database.Clock.GetUtcNow();

    protected DateOnly Today => Now.LondonDate;

    /// <summary>An offender manager of the prison, allocated to everyone whom <see cref="PersonAsync"/> makes.</summary>
    protected Actor Pom { get; } = A.Actor(Role.Pom);

    protected Actor CaseAdmin { get; } = A.Actor(Role.CaseAdmin);

    /// <summary>An offender manager of another prison, without reach to anybody here.</summary>
    protected Actor Elsewhere { get; } = A.Actor(Role.Pom, "LEI");

    public virtual async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync(kind);
        await using var db = Database.Open();
        db.AddRange(
            new StaffMember { Id = Pom.StaffId, Name = "Petra Omond", Role = Role.Pom, Place = Prison },
            new StaffMember { Id = CaseAdmin.StaffId, Name = "Cass Admiral", Role = Role.CaseAdmin, Place = Prison });
        await db.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs against a service of its own scope, as a request does.</summary>
    protected async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> ask)
        where TService : notnull
    {
        await using var scope = Database.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    protected static Entry Written(DateTimeOffset at) => A.Entry with { At = at };

    protected sealed record Made(PersonId PersonId) : RecordEvent(PersonId);

    /// <summary>Writes facts about a person as an import would.</summary>
    protected async Task WriteAsync(PersonId person, DateTimeOffset at, params FactVersion[] facts)
    {
        await using var db = Database.Open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var bulk = new BulkRecorder(db);
        await bulk.WriteAsync(await bulk.LockAsync([person], default), [new(person, new Made(person), [.. facts.Select(fact => new Write(null, fact))])], Written(at), default);
        await transaction.CommitAsync();
    }

    /// <summary>Somebody sentenced who has been in prison since December, with an offender manager.</summary>
    protected async Task<PersonId> PersonAsync(string last = "Abelmarsh", string first = "Ada", string number = "A1234BC", Func<PersonId, IEnumerable<FactVersion>>? more = null)
    {
        var person = A.PersonId;
        var entry = Written(new(2025, 12, 1, 12, 0, 0, TimeSpan.Zero));
        DateOnly day = new(2025, 12, 1);
        var opened = A.FactId;
        CaseId caseId = new(opened.Value);
        await WriteAsync(person, entry.At, [
            new PersonName { Id = A.FactId, PersonId = person, Type = NameType.Current, First = first, Last = last, ValidFrom = day, Recorded = entry },
            new PersonIdentifier { Id = A.FactId, PersonId = person, Kind = IdentifierKind.Noms, Canonical = number, Check = IdentifierCheck.Valid, ValidFrom = day, Recorded = entry },
            new PersonDetails { Id = A.FactId, PersonId = person, ValidFrom = day, DateOfBirth = new(1990, 3, 12), Sex = Coded.Of("M"), Nationality = Coded.Of("BRIT"), Recorded = entry },
            new PersonCase { Id = opened, PersonId = person, OpenedBy = CaseOpening.Reception, ValidFrom = day, Recorded = entry },
            new CustodyEpisode { Id = A.FactId, PersonId = person, CaseId = caseId, BookingNumber = "38479A", ValidFrom = day, Recorded = entry },
            new CellLocation { Id = A.FactId, PersonId = person, CaseId = caseId, Prison = Prison, Cell = "B2-14", ValidFrom = day, Recorded = entry },
            new CustodyStatus { Id = A.FactId, PersonId = person, CaseId = caseId, Status = "ACTIVE IN", LegalStatus = Coded.Of("ADIMP_ORA"), SecurityCategory = Coded.Of("C"), IncentiveLevel = Coded.Of("STD"), ValidFrom = day, Recorded = entry },
            new SentenceRecord { Id = A.FactId, PersonId = person, CaseId = caseId, Type = Coded.Of("ADIMP_ORA"), LegalStatus = Coded.Of("ADIMP_ORA"), Years = 3, Months = 6, ValidFrom = day, Recorded = entry },
            new Offence { Id = A.FactId, PersonId = person, CaseId = caseId, Description = "Burglary", GroupCode = "THE", IsMain = true, ValidFrom = day, Recorded = entry },
            new KeyDates { Id = A.FactId, PersonId = person, CaseId = caseId, Crd = new(2026, 3, 27), Sled = new(2027, 5, 31), AsOf = day, ValidFrom = day, Recorded = entry with { Source = SourceSystem.Offloc } },
            new Movement { Id = A.FactId, PersonId = person, CaseId = caseId, Type = "ADM", Reason = "R-SENT", To = Prison, HappenedAt = entry.At, ValidFrom = day, Recorded = entry },
            new ManagerAssignment { Id = A.FactId, PersonId = person, CaseId = caseId, Role = Role.Pom, StaffId = Pom.StaffId, Name = "Omond, Petra", Place = Prison, ValidFrom = day, Recorded = entry },
            .. more?.Invoke(person) ?? []]);
        return person;
    }

    /// <summary>Events of a record so far.</summary>
    protected async Task<List<RecordEventRow>> EventsAsync(PersonId person)
    {
        await using var db = Database.Open();
        return await db.RecordEvents.Where(e => e.PersonId == person).OrderBy(e => e.Seq).ToListAsync();
    }

    protected static T Done<T>(Outcome<T> outcome) => outcome is Outcome<T>.Done { Value: var value }
        ? value
        : throw new Xunit.Sdk.XunitException(outcome is Outcome<T>.Refused no ? string.Join("; ", no.Why.Select(w => $"{w.Field}: {w.Message}")) : $"{outcome}");

    protected static IReadOnlyList<Refusal> Refused<T>(Outcome<T> outcome) => Assert.IsType<Outcome<T>.Refused>(outcome).Why;
}
