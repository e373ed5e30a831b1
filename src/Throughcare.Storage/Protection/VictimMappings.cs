using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughcare.Domain.Protection;

namespace Throughcare.Storage.Protection;

internal sealed class VictimContactMapping() : FactMapping<VictimContact>("victim_contacts");

internal sealed class SealedVictimMapping : IEntityTypeConfiguration<SealedVictim>
{
    public void Configure(EntityTypeBuilder<SealedVictim> builder)
    {
        builder.ToTable("sealed_victims");
        builder.HasKey(v => v.Pointer);
        builder.Property(v => v.Reference).HasMaxLength(60);
        builder.Property(v => v.LiaisonOfficer).HasMaxLength(120);
        builder.Property(v => v.Preference).HasMaxLength(400);
    }
}
