using System.Collections.Frozen;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Interventions;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Planning;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Documents;
using Throughcare.Domain.Sentences;
using Throughcare.Domain.Standards;

namespace Throughcare.Application.Standards;

/// <summary>Which facts can change what is due.</summary>
internal static class StandardsRead
{
    private static readonly FrozenSet<Type> Kinds = new[]
    {
        typeof(PersonDetails), typeof(PersonAddress), typeof(PersonCase), typeof(SentenceRecord), typeof(Offence), typeof(KeyDates), typeof(CustodyEpisode), typeof(CellLocation),
        typeof(CustodyStatus), typeof(Movement), typeof(ManagerAssignment), typeof(Alert), typeof(AssessmentSummary), typeof(PpoNomination), typeof(VictimContact),
        typeof(Registration), typeof(RoshRecord), typeof(PersonalCircumstance), typeof(Disposal), typeof(Requirement), typeof(AreaTransfer), typeof(Contact),
        typeof(PersonDocument), typeof(Deferral), typeof(StandardExemption), typeof(RecordedTier), typeof(RecordedObjective), typeof(RecordedIntervention),
        typeof(AllocationRecord), typeof(ResponsibilityOverride), typeof(EarlyAllocationAssessment), typeof(HandoverProgress), typeof(CaseInformation), typeof(ComplexityRecord),
        typeof(ScopeExtension), typeof(TierChoice), typeof(RiskScoring),
    }.ToFrozenSet();

    public static bool Reads(FactVersion fact) => Kinds.Contains(fact.GetType());
}
