using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughcare.Domain.Protection;

namespace Throughcare.Storage.Protection;

internal sealed class MarkersMapping() : FactMapping<PrisonMarkers>("prison_markers")
{
    protected override void Rest(EntityTypeBuilder<PrisonMarkers> builder) =>
        builder.Property(m => m.MappaOrSchedule1).HasMaxLength(120);
}
