using System.Collections.Frozen;
using Throughcare.Domain.Facts;

namespace Throughcare.Domain.Standards;

/// <summary>The days on which what is true of a case can change.</summary>
internal static class ChangePoints
{
    /// <summary>Days on which what is true changes for everybody: key work began, and one provider took over.</summary>
    private static readonly DateOnly[] Policy =
        [new(2018, 4, 1), new(2019, 2, 4), new(2019, 10, 1), new(2020, 10, 19), new(2021, 3, 31), new(2021, 4, 30), new(2021, 6, 26), new(2023, 4, 1), new(2023, 11, 8), new(2024, 10, 16)];

    /// <summary>Facts that can change on any day: by age, by counting months or contacts, or by a policy's own dates.</summary>
    private static readonly FrozenSet<string> Creeping = FrozenSet.Create(
        StringComparer.Ordinal,
        "case.omm_scope", "case.omic_policy", "case.responsible", "case.early_allocation", "case.handover_type", "case.provider", "case.open_move_planned",
        "custody.months_left", "tier.nom", "parole.pre_tariff_eligible", "parole.review_open", "parole.hearing_held", "parole.outcome",
        "contact.failures_12m", "contact.failures_licence", "hdc.eligible", "licence.required", "person.young_adult", "plan.exists", "plan.programme_required",
        "programme.completed", "report.kind", "inspection.kind", "oasys.countersign_required");

    /// <summary>Whether what a fact says can change only on one of the days.</summary>
    public static bool Holds(FactWord word) => !Creeping.Contains(word.Name);

    public static DateOnly[] Of(CaseHistory history, DateTimeOffset knownAt) => [.. history.ChangeDaysKnownAt(knownAt).Concat(Policy).Distinct().Order()];
}
