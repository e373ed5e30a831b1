using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughcare.Domain.Record;
using Throughcare.Domain.Standards;

namespace Throughcare.Storage.Standards;

/// <summary>A rule set that somebody loaded to see what it would change, before it judges.</summary>
public sealed class RuleTrial
{
    public required FactId Id { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required StaffId StartedBy { get; init; }

    /// <summary>The file.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of the file.</summary>
    public required string Hash { get; init; }

    /// <summary>SHA-256 of the rule set that it is compared with.</summary>
    public required string Against { get; init; }

    public required int Rules { get; init; }

    /// <summary>The day at the end of which both are told.</summary>
    public required DateOnly Day { get; init; }

    public required RuleTrialState State { get; init; }

    /// <summary>Whoever works on it says so now and then; another may go on where nobody does.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>People to go through.</summary>
    public int People { get; init; }

    /// <summary>People gone through.</summary>
    public int Done { get; init; }

    /// <summary>Everybody up to this person, in the order of ids, is done.</summary>
    public PersonId? After { get; init; }

    /// <summary>Changes found.</summary>
    public int Changes { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it failed, or why it was taken into use.</summary>
    public string? Message { get; init; }
}

public enum RuleTrialState
{
    Waiting,
    Running,

    /// <summary>Everybody was gone through.</summary>
    Ready,

    /// <summary>It judges, and what is due is being worked out anew.</summary>
    Taking,
    Taken,
    Abandoned,
    Failed,
}

/// <summary>One thing that a rule set on trial would change of one person.</summary>
public sealed class RuleTrialChange
{
    public required FactId Trial { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required PersonId PersonId { get; init; }

    public required StandardId Rule { get; init; }

    public required string Family { get; init; }

    public required RuleTrialChangeKind Kind { get; init; }

    public StandardId? WasRule { get; init; }

    public DateOnly? WasDueOn { get; init; }

    public DateOnly? IsDueOn { get; init; }

    public ItemState? WasState { get; init; }

    public ItemState? IsState { get; init; }
}

public enum RuleTrialChangeKind
{
    New,
    Superseded,
    DueMoved,

    /// <summary>Another rule, due on the same day.</summary>
    OtherRule,

    /// <summary>Met, missed or required otherwise than before.</summary>
    OtherState,

    /// <summary>Anything else: when evidence counts, whose it is, how it is grouped.</summary>
    Other,
}

internal sealed class RuleTrialMapping : IEntityTypeConfiguration<RuleTrial>
{
    public void Configure(EntityTypeBuilder<RuleTrial> builder)
    {
        builder.ToTable("rule_trials");
        builder.HasKey(trial => trial.Id);
        builder.Property(trial => trial.Hash).HasMaxLength(64);
        builder.Property(trial => trial.Against).HasMaxLength(64);
        builder.Property(trial => trial.Message).HasMaxLength(1000);
    }
}

internal sealed class RuleTrialChangeMapping : IEntityTypeConfiguration<RuleTrialChange>
{
    public void Configure(EntityTypeBuilder<RuleTrialChange> builder)
    {
        builder.ToTable("rule_trial_changes");
        builder.HasKey(change => new { change.Trial, change.Number });
        builder.Property(change => change.Family).HasMaxLength(40);
        builder.HasIndex(change => new { change.Trial, change.Rule, change.Kind });
    }
}
