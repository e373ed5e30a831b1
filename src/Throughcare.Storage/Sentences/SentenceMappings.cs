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
