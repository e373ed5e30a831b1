using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughcare.Domain.Allocation;

namespace Throughcare.Storage.Allocation;

internal sealed class AllocationRecordMapping() : FactMapping<AllocationRecord>("allocations")
{
    protected override void Rest(EntityTypeBuilder<AllocationRecord> builder)
    {
        builder.Property(a => a.PomName).HasMaxLength(120);
        builder.Property(a => a.CoWorkerName).HasMaxLength(120);
        builder.Property(a => a.Tier).HasMaxLength(4);
        builder.Property(a => a.RecommendedBecause).HasMaxLength(40);
        builder.Property(a => a.OverrideReasons).HasMaxLength(120);
        builder.Property(a => a.SuitabilityText).HasMaxLength(175);
        builder.Property(a => a.OtherText).HasMaxLength(175);
        builder.Property(a => a.Message).HasMaxLength(1000);
    }
}

internal sealed class ResponsibilityOverrideMapping() : FactMapping<ResponsibilityOverride>("responsibility_overrides")
{
    protected override void Rest(EntityTypeBuilder<ResponsibilityOverride> builder)
    {
        builder.Property(o => o.ReasonCode).HasMaxLength(60);
        builder.Property(o => o.Text).HasMaxLength(1000);
        builder.Property(o => o.RemovalReason).HasMaxLength(1000);
    }
}

internal sealed class EarlyAllocationMapping() : FactMapping<EarlyAllocationAssessment>("early_allocations")
{
    protected override void Rest(EntityTypeBuilder<EarlyAllocationAssessment> builder) => builder.Property(a => a.Reason).HasMaxLength(1000);
}

internal sealed class HandoverProgressMapping() : FactMapping<HandoverProgress>("handover_progress");

internal sealed class CaseInformationMapping() : FactMapping<CaseInformation>("case_information")
{
    protected override void Rest(EntityTypeBuilder<CaseInformation> builder) => builder.Property(c => c.Tier).HasMaxLength(4);
}

internal sealed class ComplexityRecordMapping() : FactMapping<ComplexityRecord>("complexity_of_need")
{
    protected override void Rest(EntityTypeBuilder<ComplexityRecord> builder) => builder.Property(c => c.Reason).HasMaxLength(1000);
}

internal sealed class ScopeExtensionMapping() : FactMapping<ScopeExtension>("scope_extensions")
{
    protected override void Rest(EntityTypeBuilder<ScopeExtension> builder) => builder.Property(s => s.DecidedBy).HasMaxLength(120);
}

internal sealed class VloContactMapping() : FactMapping<VloContact>("vlo_contacts")
{
    protected override void Rest(EntityTypeBuilder<VloContact> builder)
    {
        builder.Property(v => v.FirstName).HasMaxLength(60);
        builder.Property(v => v.LastName).HasMaxLength(60);
        builder.Property(v => v.Email).HasMaxLength(254);
    }
}

internal sealed class TierChoiceMapping() : FactMapping<TierChoice>("tier_choices")
{
    protected override void Rest(EntityTypeBuilder<TierChoice> builder) => builder.Property(t => t.Reason).HasMaxLength(1000);
}

/// <summary>Where cases stand is worked out, not recorded: the last answer stands, and what changed stands beside it.</summary>
internal sealed class StandingMapping : IEntityTypeConfiguration<Standing>
{
    public void Configure(EntityTypeBuilder<Standing> builder)
    {
        builder.ToTable("standings");
        builder.HasKey(s => s.PersonId);
        builder.Ignore(s => s.ShownTier);
        builder.Ignore(s => s.UnitToTell);
        builder.Property(s => s.ScopeReason).HasMaxLength(24);
        builder.Property(s => s.HandoverReason).HasMaxLength(40);
        builder.Property(s => s.HandoverVersion).HasMaxLength(4);
        builder.Property(s => s.EarliestReleaseCode).HasMaxLength(8);
        builder.Property(s => s.Tier).HasMaxLength(4);
        builder.Property(s => s.TierV3).HasMaxLength(16);
        builder.Property(s => s.Where).HasMaxLength(Standings.MostWhere);
        builder.Property(s => s.PomName).HasMaxLength(120);
        builder.Property(s => s.ComName).HasMaxLength(120);
        builder.Property(s => s.Missing).HasMaxLength(60);
        builder.HasIndex(s => s.Pom);
        builder.HasIndex(s => s.CoWorker);
        builder.HasIndex(s => s.Com);
        builder.HasIndex(s => s.KeyWorker);
        builder.HasIndex(s => new { s.Prison, s.Pom });
        builder.HasIndex(s => new { s.Prison, s.Handover });
        builder.HasIndex(s => new { s.Pdu, s.Handover });
        builder.HasIndex(s => new { s.HomeArea, s.Handover });
    }
}

internal sealed class StandingChangeMapping : IEntityTypeConfiguration<StandingChange>
{
    public void Configure(EntityTypeBuilder<StandingChange> builder)
    {
        builder.ToTable("standing_changes");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Before).HasMaxLength(120);
        builder.Property(c => c.After).HasMaxLength(120);
        builder.Property(c => c.Rule).HasMaxLength(60);
        builder.Property(c => c.Because).HasMaxLength(400);
        builder.HasIndex(c => new { c.PersonId, c.At });
        builder.HasIndex(c => c.At);
    }
}
