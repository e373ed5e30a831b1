using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughcare.Domain.Record;
using Throughcare.Domain.Standards;

namespace Throughcare.Storage.Standards;

/// <summary>What is due is worked out, not recorded: it has versions of its own and leaves no event in the chain.</summary>
internal sealed class DueItemMapping : IEntityTypeConfiguration<DueItem>
{
    public void Configure(EntityTypeBuilder<DueItem> builder)
    {
        builder.ToTable("due_items");
        builder.HasKey(item => new { item.Id, item.Version });
        builder.Property(item => item.Key).HasMaxLength(160);
        builder.Property(item => item.Family).HasMaxLength(40);
        builder.Property(item => item.MeasureGroup).HasMaxLength(40);
        builder.Property(item => item.RuleSet).HasMaxLength(12);
        builder.Property(item => item.Note).HasMaxLength(400);
        builder.Ignore(item => item.ActBy);
        builder.Ignore(item => item.IsFinal);
        builder.HasIndex(item => item.PersonId);   // all versions: what was due is read as known at any instant
        builder.HasIndex(item => new { item.ResponsibleStaff, item.Place, item.State, item.EffectiveDueOn }).OfCurrentRows();   // without staff: what is nobody's of a place
        builder.HasIndex(item => new { item.Place, item.Responsible, item.State, item.EffectiveDueOn }).OfCurrentRows();
        builder.HasIndex(item => new { item.EffectiveDueOn, item.Family }).OfCurrentRows();
    }
}

internal sealed class DeferralMapping() : FactMapping<Deferral>("deferrals")
{
    protected override void Rest(EntityTypeBuilder<Deferral> builder)
    {
        builder.Property(d => d.ItemKey).HasMaxLength(160);
        builder.Property(d => d.Reason).HasMaxLength(40);
        builder.Property(d => d.Text).HasMaxLength(1000);
        builder.Property(d => d.DecisionText).HasMaxLength(1000);
        builder.HasIndex(d => d.State).OfCurrentRows();
    }
}

internal sealed class StandardExemptionMapping() : FactMapping<StandardExemption>("standard_exemptions")
{
    protected override void Rest(EntityTypeBuilder<StandardExemption> builder)
    {
        builder.Property(e => e.Family).HasMaxLength(40);
        builder.Property(e => e.Text).HasMaxLength(1000);
    }
}

internal sealed class StalePersonMapping : IEntityTypeConfiguration<StalePerson>
{
    public void Configure(EntityTypeBuilder<StalePerson> builder)
    {
        builder.ToTable("stale_people");
        builder.HasKey(stale => stale.PersonId);
        builder.HasIndex(stale => stale.Since);
    }
}

/// <summary>Somebody whose record changed in bulk, so that what is due of them has to be worked out.</summary>
public sealed class StalePerson
{
    public required PersonId PersonId { get; init; }

    public required DateTimeOffset Since { get; init; }
}

internal sealed class RecomputeRunMapping : IEntityTypeConfiguration<RecomputeRun>
{
    public void Configure(EntityTypeBuilder<RecomputeRun> builder)
    {
        builder.ToTable("recompute_runs");
        builder.HasKey(run => run.Scope);
        builder.Property(run => run.Scope).HasMaxLength(10);
        builder.Property(run => run.RuleSet).HasMaxLength(12);
    }
}

/// <summary>How far a computation of everybody has come, so that it can go on after a stop.</summary>
public sealed class RecomputeRun
{
    /// <summary>The code of a place; empty for everywhere.</summary>
    public required string Scope { get; init; }

    public required DateOnly Day { get; init; }

    public required string RuleSet { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Everybody up to this person, in the order of ids, is done.</summary>
    public PersonId? After { get; init; }
}
