using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughcare.Domain.Record.Handover;
using Throughcare.Domain.Record.SubjectAccess;

namespace Throughcare.Storage.Record;

internal sealed class SubjectAccessRequestMapping() : FactMapping<SubjectAccessRequest>("subject_access_requests")
{
    protected override void Rest(EntityTypeBuilder<SubjectAccessRequest> builder)
    {
        builder.Property(r => r.ReceivedBy).HasMaxLength(120);
        builder.Property(r => r.IdentityCheck).HasMaxLength(SubjectAccessRequest.LongestNote);
        builder.Property(r => r.ExtendedBecause).HasMaxLength(SubjectAccessRequest.LongestNote);
        builder.Property(r => r.Note).HasMaxLength(SubjectAccessRequest.LongestNote);
        builder.HasIndex(r => new { r.State, r.ValidFrom }).OfCurrentRows();
    }
}

internal sealed class SubjectAccessItemMapping : IEntityTypeConfiguration<SubjectAccessItem>
{
    public void Configure(EntityTypeBuilder<SubjectAccessItem> builder)
    {
        builder.ToTable("subject_access_items");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.FactType).HasMaxLength(60);
        builder.Property(i => i.Label).HasMaxLength(60);
        builder.Property(i => i.TextSha256).HasMaxLength(64);
        builder.Property(i => i.Signs).HasMaxLength(1200);
        builder.Property(i => i.Reason).HasMaxLength(SubjectAccessItem.LongestReason);
        builder.HasIndex(i => new { i.RequestId, i.FactId, i.Label, i.TextSha256 }).IsUnique();
        builder.HasIndex(i => new { i.RequestId, i.Decision, i.On });
    }
}

internal sealed class HandoverPackMapping() : FactMapping<HandoverPack>("handover_packs")
{
    protected override void Rest(EntityTypeBuilder<HandoverPack> builder)
    {
        builder.Property(p => p.Reason).HasMaxLength(HandoverPack.LongestReason);
        builder.Property(p => p.Message).HasMaxLength(HandoverPack.LongestMessage);
        builder.Property(p => p.Sha256).HasMaxLength(64);
        builder.Property(p => p.Gaps).HasMaxLength(HandoverPack.LongestGaps);
        builder.HasIndex(p => new { p.To, p.MadeAt }).OfCurrentRows();
        builder.HasIndex(p => new { p.From, p.MadeAt }).OfCurrentRows();
        builder.HasIndex(p => p.CauseId).OfCurrentRows();
    }
}

internal sealed class HandoverPackPartMapping : IEntityTypeConfiguration<HandoverPackPart>
{
    public void Configure(EntityTypeBuilder<HandoverPackPart> builder)
    {
        builder.ToTable("handover_pack_parts");
        builder.HasKey(p => new { p.PackId, p.Level });
        builder.Property(p => p.Sha256).HasMaxLength(64);
    }
}
