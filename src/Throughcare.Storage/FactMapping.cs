using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughcare.Domain.Record;

namespace Throughcare.Storage;

/// <summary>What every table of facts has: the key, who recorded what when, and the index by which pages read a person.</summary>
internal abstract class FactMapping<T>(string table) : IEntityTypeConfiguration<T>
    where T : FactVersion
{
    public void Configure(EntityTypeBuilder<T> builder)
    {
        builder.ToTable(table);
        Key(builder);
        builder.ComplexProperty(fact => fact.Recorded, entry =>
        {
            entry.Property(e => e.UseCase).HasMaxLength(60);
            entry.Property(e => e.Reason).HasMaxLength(1000);
        });
        builder.Property(fact => fact.SourceId).HasMaxLength(60);
        Rest(builder);
    }

    /// <summary>The key is the concurrency check: two version 4s can't both land.</summary>
    protected virtual void Key(EntityTypeBuilder<T> builder)
    {
        builder.HasKey(fact => new { fact.Id, fact.Version });
        builder.HasIndex(fact => fact.PersonId);   // all versions: facts are read as known at any instant
    }

    protected virtual void Rest(EntityTypeBuilder<T> builder)
    {
    }
}
