using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughcare.Domain.Sentences;

namespace Throughcare.Storage.Sentences;

internal sealed class ListedSentenceMapping() : FactMapping<ListedSentence>("listed_sentences")
{
    protected override void Rest(EntityTypeBuilder<ListedSentence> builder)
    {
        builder.Property(s => s.BookingNumber).HasMaxLength(10);
        builder.Property(s => s.OffenceCode).HasMaxLength(10);
        builder.Property(s => s.Exclusions).HasMaxLength(240);
    }
}

internal sealed class SentenceAdjustmentMapping() : FactMapping<SentenceAdjustment>("sentence_adjustments")
{
    protected override void Rest(EntityTypeBuilder<SentenceAdjustment> builder) => builder.Property(a => a.BookingNumber).HasMaxLength(10);
}
