using Throughcare.Domain.Facts;

namespace Throughcare.Domain.Standards;

/// <summary>The facts of a case for one occurrence of a trigger.</summary>
/// <param name="atTrigger">As they were on the day of the trigger.</param>
/// <param name="live">As they are on the day asked about: for the facts that are read live.</param>
public sealed class CaseStandardFacts(CaseFacts atTrigger, CaseFacts live) : IStandardFacts
{
    public Known<FactValue> Read(FactWord word) => word.From(word.IsLive ? live : atTrigger);
}
