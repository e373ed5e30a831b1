using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughcare.Domain.Access;

namespace Throughcare.Storage.Access;

internal sealed class RestrictionMapping() : FactMapping<AccessRestriction>("person_restrictions")
{
    protected override void Rest(EntityTypeBuilder<AccessRestriction> builder)
    {
        builder.Property(r => r.AskTeam).HasMaxLength(120);
        builder.Property(r => r.Reason).HasMaxLength(1000);
    }
}

internal sealed class ListingMapping() : FactMapping<AccessListing>("person_access_listings")
{
    protected override void Rest(EntityTypeBuilder<AccessListing> builder)
    {
        builder.Property(l => l.Reason).HasMaxLength(1000);
        builder.HasIndex(l => new { l.StaffId, l.PersonId }).OfCurrentRows();
    }
}

internal sealed class AccessRequestMapping() : FactMapping<AccessRequest>("access_requests")
{
    protected override void Rest(EntityTypeBuilder<AccessRequest> builder)
    {
        builder.Property(r => r.Why).HasMaxLength(1000);
        builder.Property(r => r.Answer).HasMaxLength(1000);
        builder.HasIndex(r => new { r.DecidedAt, r.Decision }).OfCurrentRows();
        builder.HasIndex(r => r.AskedBy).OfCurrentRows();
        builder.HasIndex(r => r.Decision).OfCurrentRows();
    }
}

internal sealed class GlassBreakMapping() : FactMapping<GlassBreak>("glass_breaks")
{
    protected override void Rest(EntityTypeBuilder<GlassBreak> builder)
    {
        builder.Property(g => g.Reason).HasMaxLength(1000);
        builder.Property(g => g.Review).HasMaxLength(1000);
        builder.HasIndex(g => new { g.ToldAt, g.ReviewOn }).OfCurrentRows();
        builder.HasIndex(g => g.ReviewedBy).OfCurrentRows();
    }
}

internal sealed class ReachMapping : IEntityTypeConfiguration<PersonReach>
{
    public void Configure(EntityTypeBuilder<PersonReach> builder)
    {
        builder.ToTable("person_reach");
        builder.HasKey(r => new { r.PersonId, r.Holder, r.Kind });
        builder.Property(r => r.Holder).HasMaxLength(40);
        builder.HasIndex(r => new { r.Holder, r.PersonId });
    }
}
