using Throughcare.Population.Cases;
using Throughcare.Population.Ndelius;
using Xunit;

namespace Throughcare.Population.Tests.Ndelius;

public sealed class NdeliusDiffTests
{
    private static readonly CaseloadOptions Some = new() { People = 2_000, Day = new(2026, 9, 30) };

    [Theory]
    [InlineData("2026-01-02")]
    [InlineData("2026-09-30")]
    [InlineData("2026-12-31")]
    [InlineData("2028-02-29")]
    public async Task The_day_before_with_the_diff_is_the_day(string day)
    {
        var options = Some with { Day = DateOnly.Parse(day) };
        var records = (await WrittenExtract.Of(options with { Day = options.Day.AddDays(-1) })).Records;
        var diff = await WrittenExtract.Of(options, NdeliusMode.Diff);
        foreach (var (offender, lines) in diff.Records)
        {
            Apply(records, offender, lines);
        }

        var today = (await WrittenExtract.Of(options)).Records;
        Assert.NotEmpty(diff.Records);
        Assert.Equal(today.Keys.Order(), records.Keys.Order());
        Assert.All(today, record => Assert.Equal(
            record.Value.Values.OrderBy(line => (line.Type, line["Id"])), records[record.Key].Values.OrderBy(line => (line.Type, line["Id"]))));
    }

    [Fact]
    public async Task A_diff_holds_only_what_is_not_as_it_was()
    {
        var before = (await WrittenExtract.Of(Some with { Day = Some.Day.AddDays(-1) })).Records;
        var diff = await WrittenExtract.Of(Some, NdeliusMode.Diff);

        Assert.All(diff.Records, record => Assert.False(
            before.TryGetValue(record.Key, out var lines) && lines.Count == record.Value.Count && lines.All(l => record.Value[l.Key].Equals(l.Value))));
    }

    [Fact]
    public async Task About_one_record_in_sixty_changes_in_a_day_in_every_way_there_is()
    {
        const int Days = 15;
        var (changed, begun, ended, withdrawn) = (0, 0, 0, 0);
        var types = new HashSet<string>(StringComparer.Ordinal);
        var before = (await WrittenExtract.Of(Some with { Day = Some.Day.AddDays(-1) })).Records;
        for (var day = Some.Day; day < Some.Day.AddDays(Days); day = day.AddDays(1))
        {
            var diff = (await WrittenExtract.Of(Some with { Day = day }, NdeliusMode.Diff)).Records;
            changed += diff.Count;
            begun += diff.Count(record => !before.ContainsKey(record.Key));
            ended += diff.Values.Count(IsOver);
            withdrawn += diff.Values.Sum(lines => lines.Values.Count(line => line.IsWithdrawn));
            types.UnionWith(diff.Where(record => before.ContainsKey(record.Key)).SelectMany(record => record.Value.Values.Where(line =>
                !before[record.Key].TryGetValue((line.Type, line["Id"]), out var then) || !then.Equals(line))).Select(line => line.Type));
            foreach (var (offender, lines) in diff)
            {
                Apply(before, offender, lines);
            }
        }

        Assert.InRange(changed / (double)Days / Some.People, 0.012, 0.020);
        Assert.InRange(begun, 40, 150);
        Assert.Equal(begun, ended);
        Assert.InRange(withdrawn, 1, 30);
        Assert.Superset(
            new HashSet<string>(["OffenderManager", "OffenderAddress", "RegistrationDetails", "OAS", "Release", "Disposal", "PersonalCircumstances"]), types);
    }

    private static bool IsOver(Dictionary<(string Type, string Id), ReadLine> lines) =>
        lines.Values.Where(line => line.Type == "OffenderManager").All(line => line["EndDate"].Length > 0);

    private static void Apply(
        Dictionary<string, Dictionary<(string Type, string Id), ReadLine>> records, string offender, Dictionary<(string Type, string Id), ReadLine> lines)
    {
        var now = records.GetValueOrDefault(offender) ?? [];
        records[offender] = now;
        foreach (var (key, line) in lines)
        {
            now[key] = line;
            if (line.IsWithdrawn)
            {
                now.Remove(key);
            }
        }

        if (IsOver(now))
        {
            records.Remove(offender);
        }
    }
}
