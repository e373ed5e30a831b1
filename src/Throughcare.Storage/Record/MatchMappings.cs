using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughcare.Domain.Record.Matching;

namespace Throughcare.Storage.Record;

internal sealed class MatchItemMapping : IEntityTypeConfiguration<MatchItem>
{
    public void Configure(EntityTypeBuilder<MatchItem> builder)
    {
        builder.ToTable("match_items");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Reason).HasMaxLength(1000);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => new { m.AskerId, m.CandidateId }).IsUnique();
        builder.HasIndex(m => m.CandidateId);
        builder.HasIndex(m => m.NominationId);
        builder.HasIndex(m => new { m.Owner, m.Status });
        builder.HasIndex(m => new { m.Status, m.RaisedAt });
    }
}

internal sealed class NotSamePersonMapping : IEntityTypeConfiguration<NotSamePerson>
{
    public void Configure(EntityTypeBuilder<NotSamePerson> builder)
    {
        builder.ToTable("not_same_people");
        builder.HasKey(n => new { n.OneId, n.OtherId });
        builder.Property(n => n.By);
        builder.Property(n => n.At);
        builder.Property(n => n.Reason).HasMaxLength(1000);
        builder.HasIndex(n => n.OtherId);
    }
}

internal sealed class PersonMergeMapping : IEntityTypeConfiguration<PersonMerge>
{
    public void Configure(EntityTypeBuilder<PersonMerge> builder)
    {
        builder.ToTable("person_merges");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.ReasonCode).HasMaxLength(40);
        builder.Property(m => m.Reason).HasMaxLength(1000);
        builder.Property(m => m.Answer).HasMaxLength(1000);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => m.AbsorbedId);
        builder.HasIndex(m => m.SurvivorId);
        builder.HasIndex(m => new { m.Owner, m.Status });
    }
}

internal sealed class DuplicateSearchMapping : IEntityTypeConfiguration<DuplicateSearch>
{
    public void Configure(EntityTypeBuilder<DuplicateSearch> builder)
    {
        builder.ToTable("duplicate_search");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
    }
}
