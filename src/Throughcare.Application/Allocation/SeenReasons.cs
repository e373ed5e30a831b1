using Throughcare.Application.Record;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Rules;

namespace Throughcare.Application.Allocation;

/// <summary>Reasons of who leads as one reader may read them: without the level of MAPPA for those who do not see the entry that gives it.</summary>
internal static class SeenReasons
{
    private const string Level = "MAPPA level";

    private const string Hidden = "The reason rests on an entry that you do not see.";

    /// <summary>The reader sees the entries that the level of MAPPA comes from.</summary>
    public static bool MaySeeLevel(CaseFacts facts, EntryReader reader) => reader.MaySeeAll(facts.MappaLevel.From);

    public static Explained<T> For<T>(Explained<T> why, CaseFacts facts, EntryReader reader) => MaySeeLevel(facts, reader) ? why : why with
    {
        Because = facts.Handover.Value.Reason is HandoverReasons.ParoleMappa && why.Because.Contains("MAPPA", StringComparison.Ordinal) ? Hidden : why.Because,
        Used = [.. why.Used.Where(fact => fact.Name != Level)],
    };

    /// <summary>The same of the rules' own answer, whose code of a reason tells it too.</summary>
    public static Explained<HandoverResult> Of(CaseFacts facts, EntryReader reader)
    {
        var seen = For(facts.Handover, facts, reader);
        return !MaySeeLevel(facts, reader) && seen.Value.Reason is HandoverReasons.ParoleMappa ? seen with { Value = seen.Value with { Reason = null } } : seen;
    }
}
