using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <param name="Field">As tables and the API write it, such as <c>high_profile</c>.</param>
/// <param name="Stage">1 the date, 2 what decides alone, 3 what leaves it to the community, 4 the referral, 5 the answer.</param>
public sealed record EarlyAllocationQuestion(string Field, int Stage, string Text)
{
    internal static EarlyAllocationQuestion Read(CsvRow row) => new(row.Required("field"), row.Whole("stage"), row.Required("question"));
}

/// <summary>The questions of an assessment for early allocation, in order.</summary>
public static class EarlyAllocationQuestions
{
    public const string Table = "allocation/early-allocation-questions.csv";

    private static readonly Lazy<IReadOnlyList<EarlyAllocationQuestion>> Rows = new(() => [.. CsvTable.Load(Table).Rows.Select(EarlyAllocationQuestion.Read)]);

    public static IReadOnlyList<EarlyAllocationQuestion> All => Rows.Value;

    public static EarlyAllocationQuestion Of(string field) => All.First(question => question.Field == field);
}
