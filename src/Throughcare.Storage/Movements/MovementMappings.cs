using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughcare.Domain.Movements;

namespace Throughcare.Storage.Movements;

internal sealed class EpisodeMapping() : FactMapping<CustodyEpisode>("custody_episodes")
{
    protected override void Rest(EntityTypeBuilder<CustodyEpisode> builder) =>
        builder.Property(e => e.BookingNumber).HasMaxLength(12);
}

internal sealed class LocationMapping() : FactMapping<CellLocation>("cell_locations")
{
    protected override void Rest(EntityTypeBuilder<CellLocation> builder)
    {
        builder.Property(l => l.Cell).HasMaxLength(60);
        builder.Property(l => l.TransferReason).HasMaxLength(120);
        builder.HasIndex(l => l.Prison).OfCurrentRows();
    }
}

internal sealed class CustodyStatusMapping() : FactMapping<CustodyStatus>("custody_statuses")
{
    protected override void Rest(EntityTypeBuilder<CustodyStatus> builder)
    {
        builder.Property(s => s.Status).HasMaxLength(20);
        builder.Property(s => s.AdultOrYoungPerson).HasMaxLength(20);
        builder.Property(s => s.CourtCode).HasMaxLength(60);
        builder.Property(s => s.CourtName).HasMaxLength(230);
        builder.Property(s => s.CourtName2).HasMaxLength(230);
        builder.Property(s => s.CourtOutcome).HasMaxLength(120);
    }
}

internal sealed class MovementMapping() : FactMapping<Movement>("movements")
{
    protected override void Rest(EntityTypeBuilder<Movement> builder)
    {
        builder.Property(m => m.Type).HasMaxLength(4);
        builder.Property(m => m.Reason).HasMaxLength(12);
        builder.Property(m => m.NationalCode).HasMaxLength(12);
        builder.Property(m => m.Escort).HasMaxLength(60);
        builder.Property(m => m.EstablishmentName).HasMaxLength(120);
        builder.Property(m => m.TransferReason).HasMaxLength(120);
        builder.Property(m => m.Comment).HasMaxLength(1000);
        builder.HasIndex(m => new { m.To, m.HappenedAt }).OfCurrentRows();
        builder.HasIndex(m => new { m.From, m.HappenedAt }).OfCurrentRows();
    }
}

internal sealed class TransferBookingMapping() : FactMapping<TransferBooking>("transfer_bookings")
{
    protected override void Rest(EntityTypeBuilder<TransferBooking> builder)
    {
        builder.Property(b => b.Reason).HasMaxLength(12);
        builder.Property(b => b.Comment).HasMaxLength(TransferBooking.LongestComment);
        builder.Property(b => b.EndReason).HasMaxLength(1000);
        builder.Ignore(b => b.LapsesOn);
        builder.HasIndex(b => b.MoveOn).OfCurrentRows();
    }
}

internal sealed class ActivityMapping() : FactMapping<PrisonActivity>("prison_activities")
{
    protected override void Rest(EntityTypeBuilder<PrisonActivity> builder)
    {
        builder.Property(a => a.Activity).HasMaxLength(120);
        builder.Property(a => a.Place).HasMaxLength(120);
    }
}
