using Throughcare.Domain.Record;

namespace Throughcare.Application.Standards;

/// <summary>Somebody asked for a later date for a due item.</summary>
public sealed record DeferralRequested(PersonId PersonId, FactId DeferralId, string Rule, string Reason, DateOnly From, DateOnly To) : RecordEvent(PersonId);

/// <summary>A later date was approved or refused.</summary>
public sealed record DeferralDecided(PersonId PersonId, FactId DeferralId, string Rule, bool Approved) : RecordEvent(PersonId);

/// <summary>Who asked for a later date took that back before it was decided.</summary>
public sealed record DeferralWithdrawn(PersonId PersonId, FactId DeferralId, string Rule) : RecordEvent(PersonId);

/// <summary>A case was freed from a family of standards.</summary>
public sealed record StandardExempted(PersonId PersonId, FactId ExemptionId, string Family, string Reason) : RecordEvent(PersonId);

/// <summary>A family of standards binds a case again.</summary>
public sealed record ExemptionEnded(PersonId PersonId, FactId ExemptionId, string Family) : RecordEvent(PersonId);
