using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughcare.Domain.Allocation;

namespace Throughcare.Storage.Allocation;

internal sealed class ManagerMapping() : FactMapping<ManagerAssignment>("manager_assignments")
{
    protected override void Rest(EntityTypeBuilder<ManagerAssignment> builder)
    {
        builder.Property(m => m.Name).HasMaxLength(120);
        builder.Property(m => m.Team).HasMaxLength(240);
        builder.Property(m => m.OfficerCode).HasMaxLength(12);
        builder.Property(m => m.Email).HasMaxLength(254);
        builder.Property(m => m.OverCapacityReason).HasMaxLength(500);
        builder.Property(m => m.EndReason).HasMaxLength(40);
        builder.HasIndex(m => m.StaffId).OfCurrentRows();
    }
}

internal sealed class RecordedTierMapping() : FactMapping<RecordedTier>("recorded_tiers")
{
    protected override void Rest(EntityTypeBuilder<RecordedTier> builder) => builder.Property(t => t.Tier).HasMaxLength(4);
}

internal sealed class AreaTransferMapping() : FactMapping<AreaTransfer>("area_transfers")
{
    protected override void Rest(EntityTypeBuilder<AreaTransfer> builder)
    {
        builder.Property(t => t.ReasonCode).HasMaxLength(40);
        builder.Property(t => t.Reason).HasMaxLength(240);
        builder.Property(t => t.StatusCode).HasMaxLength(40);
        builder.Property(t => t.Status).HasMaxLength(240);
        builder.Ignore(t => t.IsAccepted);
    }
}
