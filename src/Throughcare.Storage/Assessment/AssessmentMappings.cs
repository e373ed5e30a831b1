using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughcare.Domain.Assessment;

namespace Throughcare.Storage.Assessment;

internal sealed class AssessmentSummaryMapping() : FactMapping<AssessmentSummary>("assessment_summaries")
{
    protected override void Rest(EntityTypeBuilder<AssessmentSummary> builder)
    {
        builder.Property(a => a.Assessor).HasMaxLength(120);
        builder.Property(a => a.AssessorUnit).HasMaxLength(120);
        builder.Property(a => a.Sections).HasMaxLength(400);
        foreach (var percent in typeof(AssessmentSummary).GetProperties().Where(p => p.PropertyType == typeof(decimal?)))
        {
            builder.Property(percent.Name).HasPrecision(5, 2);
        }

        builder.Ignore(a => a.IsComplete);
        builder.Ignore(a => a.HasRosh);
        builder.Ignore(a => a.Community);
        builder.Ignore(a => a.Custody);
        builder.Ignore(a => a.Overall);
        builder.HasIndex(a => a.SourceId).OfCurrentRows();
    }
}
