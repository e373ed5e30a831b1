using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughcare.Domain.Protection;

namespace Throughcare.Storage.Protection;

internal sealed class PpoNominationMapping() : FactMapping<PpoNomination>("ppo_nominations")
{
    protected override void Rest(EntityTypeBuilder<PpoNomination> builder)
    {
        builder.Property(n => n.Area).HasMaxLength(4);
        builder.Property(n => n.ForceCode).HasMaxLength(4);
        builder.Property(n => n.ListRef).HasMaxLength(30);
        builder.Property(n => n.Reason).HasMaxLength(1000);
        builder.Property(n => n.LeadAgency).HasMaxLength(120);
        builder.Property(n => n.PriorityNote).HasMaxLength(1000);
        builder.Ignore(n => n.IsPpo);
        builder.Ignore(n => n.IsActive);
        builder.HasIndex(n => n.SourceId).OfCurrentRows();
    }
}

internal sealed class PpoListingMapping : IEntityTypeConfiguration<PpoListing>
{
    public void Configure(EntityTypeBuilder<PpoListing> builder)
    {
        builder.ToTable("ppo_listings");
        builder.HasKey(l => new { l.ForceCode, l.ListRef });
        builder.Property(l => l.ForceCode).HasMaxLength(4);
        builder.Property(l => l.ListRef).HasMaxLength(30);
        builder.Property(l => l.Area).HasMaxLength(4);
        builder.Property(l => l.Surname).HasMaxLength(35);
        builder.Property(l => l.Forename).HasMaxLength(35);
        builder.Property(l => l.Pnc).HasMaxLength(20);
        builder.Property(l => l.Cro).HasMaxLength(20);
        builder.Property(l => l.Reason).HasMaxLength(1000);
        builder.Property(l => l.LeadAgency).HasMaxLength(120);
        builder.Property(l => l.PriorityNote).HasMaxLength(1000);
        builder.Ignore(l => l.Key);
        builder.HasIndex(l => new { l.Area, l.Status });
        builder.HasIndex(l => l.Match);
        builder.HasIndex(l => l.PersonId);
    }
}

internal sealed class PpoCandidateMapping : IEntityTypeConfiguration<PpoCandidate>
{
    public void Configure(EntityTypeBuilder<PpoCandidate> builder)
    {
        builder.ToTable("ppo_candidates");
        builder.HasKey(c => new { c.ForceCode, c.ListRef, c.PersonId });
        builder.Property(c => c.ForceCode).HasMaxLength(4);
        builder.Property(c => c.ListRef).HasMaxLength(30);
        builder.Property(c => c.Because).HasMaxLength(240);
        builder.Property(c => c.DeferReason).HasMaxLength(1000);
        builder.HasIndex(c => c.PersonId);
    }
}
