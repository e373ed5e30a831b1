using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;

namespace Throughcare.Storage.Accounts;

/// <summary>Who looked at what: appended, never changed, apart from the record.</summary>
public sealed class AuditDb(DbContextOptions<AuditDb> options, Dialect dialect) : DbContext(options)
{
    public DbSet<Look> Looks => Set<Look>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.UseSnakeCaseNamingConvention().UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Look>(look =>
    {
        look.ToTable("read_looks");
        look.HasKey(l => l.Id);
        look.Property(l => l.Door).HasMaxLength(20);
        look.Property(l => l.What).HasMaxLength(200);
        look.Property(l => l.Section).HasMaxLength(60);
        look.Property(l => l.Purpose).HasMaxLength(1000);
        look.Property(l => l.SearchText).HasMaxLength(400);
        look.HasIndex(l => new { l.PersonId, l.At });
        look.HasIndex(l => new { l.StaffId, l.At });
        look.HasIndex(l => l.At);
    });

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Converters.Teach(configurationBuilder, dialect);
}

/// <summary>One look: somebody opened a record, a section of it or a list, searched, or downloaded.</summary>
public sealed record Look
{
    public required LookId Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required StaffId StaffId { get; init; }

    public required Role Role { get; init; }

    public required PlaceCode Place { get; init; }

    /// <summary>Page, API, command line.</summary>
    public required string Door { get; init; }

    /// <summary>Whose record; <see langword="null"/> for lists and searches.</summary>
    public PersonId? PersonId { get; init; }

    /// <summary>The address without its values, such as <c>/people/{person}/timeline</c>.</summary>
    public required string What { get; init; }

    /// <summary>The part of the record, where it is one that is held closely.</summary>
    public string? Section { get; init; }

    /// <summary>Why, where the user was asked.</summary>
    public string? Purpose { get; init; }

    /// <summary>What was typed into search.</summary>
    public string? SearchText { get; init; }

    public required LookOutcome Outcome { get; init; }

    /// <summary>The record was open by break-glass.</summary>
    public bool ByBreakGlass { get; init; }
}
