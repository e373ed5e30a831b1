using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughcare.Domain.Interventions;

namespace Throughcare.Storage.Interventions;

internal sealed class RecordedInterventionMapping() : FactMapping<RecordedIntervention>("recorded_interventions")
{
    protected override void Rest(EntityTypeBuilder<RecordedIntervention> builder)
    {
        builder.Property(i => i.Code).HasMaxLength(30);
        builder.Property(i => i.Provider).HasMaxLength(120);
        builder.Property(i => i.Tutor).HasMaxLength(120);
        builder.Property(i => i.Outcome).HasMaxLength(400);
    }
}
