using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughcare.Domain.Allocation;

namespace Throughcare.Storage.Allocation;

internal sealed class ManagerMapping() : FactMapping<ManagerAssignment>("manager_assignments")
{
    protected override void Rest(EntityTypeBuilder<ManagerAssignment> builder)
    {
        builder.Property(m => m.Name).HasMaxLength(120);
        builder.Property(m => m.Team).HasMaxLength(240);
        builder.Property(m => m.EndReason).HasMaxLength(40);
        builder.HasIndex(m => m.StaffId).OfCurrentRows();
    }
}

internal sealed class RecordedTierMapping() : FactMapping<RecordedTier>("recorded_tiers")
{
    protected override void Rest(EntityTypeBuilder<RecordedTier> builder) => builder.Property(t => t.Tier).HasMaxLength(4);
}
