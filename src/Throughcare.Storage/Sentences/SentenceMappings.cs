using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughcare.Domain.Sentences;

namespace Throughcare.Storage.Sentences;

internal sealed class SentenceMapping() : FactMapping<SentenceRecord>("sentences")
{
    protected override void Rest(EntityTypeBuilder<SentenceRecord> builder) =>
        builder.Property(s => s.CourtOutcome).HasMaxLength(120);
}

internal sealed class OffenceMapping() : FactMapping<Offence>("offences")
{
    protected override void Rest(EntityTypeBuilder<Offence> builder)
    {
        builder.Property(o => o.Description).HasMaxLength(400);
        builder.Property(o => o.GroupCode).HasMaxLength(6);
        builder.Property(o => o.Event).HasMaxLength(60);
    }
}

internal sealed class CourtEventMapping() : FactMapping<CourtEvent>("court_events")
{
    protected override void Rest(EntityTypeBuilder<CourtEvent> builder) => builder.Property(e => e.Cohort).HasMaxLength(11);
}

internal sealed class DisposalMapping() : FactMapping<Disposal>("disposals")
{
    protected override void Rest(EntityTypeBuilder<Disposal> builder)
    {
        builder.Property(d => d.Event).HasMaxLength(60);
        builder.Property(d => d.Detail).HasMaxLength(128);
        builder.Property(d => d.Termination).HasMaxLength(240);
        builder.Ignore(d => d.IsCustodial);
        builder.Ignore(d => d.ExpectedEnd);
    }
}

internal sealed class RequirementMapping() : FactMapping<Requirement>("requirements")
{
    protected override void Rest(EntityTypeBuilder<Requirement> builder)
    {
        builder.Property(r => r.Disposal).HasMaxLength(60);
        builder.Property(r => r.CategoryCode).HasMaxLength(20);
        builder.Property(r => r.Category).HasMaxLength(200);
        builder.Property(r => r.SubCategoryCode).HasMaxLength(40);
        builder.Property(r => r.SubCategory).HasMaxLength(240);
        builder.Property(r => r.Termination).HasMaxLength(240);
        builder.Ignore(r => r.IsUnpaidWork);
        builder.Ignore(r => r.IsRestrictive);
    }
}

internal sealed class KeyDatesMapping() : FactMapping<KeyDates>("key_dates")
{
    protected override void Rest(EntityTypeBuilder<KeyDates> builder)
    {
        builder.Property(k => k.ReleaseReason).HasMaxLength(120);
        builder.Property(k => k.LicenceType).HasMaxLength(60);
        builder.Property(k => k.EmploymentAtDischarge).HasMaxLength(60);
        builder.Property(k => k.SupervisingService).HasMaxLength(240);
        builder.HasIndex(k => k.ConfirmedRelease).OfCurrentRows();
        builder.HasIndex(k => k.Crd).OfCurrentRows();
    }
}
