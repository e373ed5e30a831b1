using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughcare.Domain.Planning;

namespace Throughcare.Storage.Planning;

internal sealed class RecordedObjectiveMapping() : FactMapping<RecordedObjective>("recorded_objectives")
{
    protected override void Rest(EntityTypeBuilder<RecordedObjective> builder)
    {
        builder.Property(o => o.Need).HasMaxLength(30);
        builder.Property(o => o.Text).HasMaxLength(1000);
        builder.Property(o => o.Owner).HasMaxLength(120);
        builder.Property(o => o.Intervention).HasMaxLength(30);
    }
}
