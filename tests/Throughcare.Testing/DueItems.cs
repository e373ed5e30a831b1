using Throughcare.Domain.Record;
using Throughcare.Domain.Standards;

namespace Throughcare.Testing;

/// <summary>Due items for tests of what reads them.</summary>
public static class DueItems
{
    /// <summary>An item of the first assessment, due on a day of a person.</summary>
    public static DueItem Of(PersonId person, DateOnly due, ItemState state = ItemState.Open, string place = "LHI", string family = "initial_oasys") => new()
    {
        Id = new(A.IdSource.Next()),
        PersonId = person,
        Key = $"{family}|sentence|{A.FactId}|0",
        Rule = new("PL-010"),
        Family = family,
        MeasureGroup = "assessment",
        Confidence = Confidence.A,
        RuleSet = "0123456789ab",
        TriggerOn = due.AddDays(-70),
        DueOn = due,
        EffectiveDueOn = due,
        WindowFrom = due.AddDays(-100),
        DueSoonFrom = due.AddDays(-14),
        State = state,
        StateSince = state is ItemState.Open ? null : due,
        EvidenceOn = state is ItemState.MetOnTime ? due : state is ItemState.MetLate ? due.AddDays(3) : null,
        Place = new(place),
        Establishment = new(place),
        InScope = true,
        RecordedAt = A.Monday.AddDays(-30),
    };
}
