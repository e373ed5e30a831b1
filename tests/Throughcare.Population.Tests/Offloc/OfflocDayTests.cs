using Throughcare.Population.Offloc;
using Xunit;

namespace Throughcare.Population.Tests.Offloc;

public sealed class OfflocDayTests
{
    private static readonly DateOnly Day = new(2026, 9, 30);

    private static readonly OfflocFileOptions Clean = new() { People = 20_000, Day = Day, Quirks = false };

    [Fact]
    public async Task A_day_changes_the_file_by_a_days_life()
    {
        var (changes, people) = (new double[8], 0.0);
        var before = (await WrittenFile.Of(Clean)).ByNumber();
        for (var i = 1; i <= 5; i++)
        {
            var after = (await WrittenFile.Of(Clean with { Day = Day.AddDays(i) })).ByNumber();
            people += before.Count;
            changes[0] += before.Keys.Except(after.Keys).Count();
            changes[1] += after.Keys.Except(before.Keys).Count();
            foreach (var (was, now) in before.Where(b => after.ContainsKey(b.Key)).Select(b => (b.Value, after[b.Key])))
            {
                changes[2] += was[2] != now[2] ? 1 : 0;
                changes[3] += was[18] != now[18] && was[2] == now[2] ? 1 : 0;
                changes[4] += was[147] != now[147] ? 1 : 0;
                changes[5] += Enumerable.Range(64, 9).Append(152).Any(at => was[at] != now[at]) ? 1 : 0;
                changes[6] += was[151] != now[151] ? 1 : 0;
                changes[7] += was[143] != now[143] ? 1 : 0;
            }

            before = after;
        }

        Assert.InRange(changes[0] / people, 0.0060, 0.0073);
        Assert.InRange(changes[1] / people, 0.0060, 0.0073);
        Assert.InRange(changes[2] / people, 0.0020, 0.0030);
        Assert.InRange(changes[3] / people, 0.0138, 0.0162);
        Assert.InRange(changes[4] / people, 0.0034, 0.0046);
        Assert.InRange(changes[5] / people, 0.0015, 0.0026);
        Assert.InRange(changes[6] / people, 0.0009, 0.0018);
        Assert.InRange(changes[7] / people, 0.0001, 0.0010);
    }

    [Fact]
    public async Task Who_has_left_stays_out_for_many_days()
    {
        var files = new List<Dictionary<string, string[]>>();
        for (var i = 0; i < 12; i++)
        {
            files.Add((await WrittenFile.Of(Clean with { People = 4_000, Day = Day.AddDays(i) })).ByNumber());
        }

        var left = files[0].Keys.Except(files[1].Keys).ToList();
        Assert.NotEmpty(left);
        Assert.All(files.Skip(1), file => Assert.Empty(left.Intersect(file.Keys)));
    }

    [Fact]
    public async Task Who_comes_back_after_years_is_the_same_person_with_another_booking()
    {
        var first = (await WrittenFile.Of(Clean with { People = 2_000, Day = new(2026, 3, 1) })).ByNumber();
        var later = (await WrittenFile.Of(Clean with { People = 2_000, Day = new(2028, 6, 1) })).ByNumber();

        var back = first.Keys.Intersect(later.Keys).Where(number => first[number][5] != later[number][5]).ToList();
        Assert.NotEmpty(back);
        Assert.All(back, number =>
        {
            Assert.Equal([first[number][6], first[number][7], first[number][12]], [later[number][6], later[number][7], later[number][12]]);
            Assert.Contains(first[number][5], later[number][30], StringComparison.Ordinal);
            Assert.True(WrittenFile.Date(later[number][22]) > WrittenFile.Date(first[number][22]));
        });
    }

    [Fact]
    public async Task A_transfer_is_the_last_movement_of_who_was_transferred()
    {
        var before = (await WrittenFile.Of(Clean)).ByNumber();
        var after = (await WrittenFile.Of(Clean with { Day = Day.AddDays(1) })).ByNumber();

        var moved = after.Where(a => before.TryGetValue(a.Key, out var was) && was[2] != a.Value[2]).Select(a => a.Value).ToList();
        Assert.NotEmpty(moved);
        Assert.All(moved, fields =>
        {
            Assert.Equal("INT", fields[139]);
            Assert.Equal("01/10/2026", fields[135]);
            Assert.Equal(fields[1], fields[133]);
            Assert.StartsWith(fields[2], fields[18], StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task An_unchanged_day_differs_in_name_and_system_date_alone()
    {
        var options = Clean with { People = 500, Quirks = true, LeastOfEachQuirk = 1 };
        var was = await WrittenFile.Of(options);
        var now = await WrittenFile.Of(options with { Day = Day.AddDays(1), ContentOf = Day });

        Assert.NotEqual(was.Report.FileName, now.Report.FileName);
        Assert.NotEqual(was.Report.Sha256, now.Report.Sha256);
        Assert.Equal(was.Records.Select(r => string.Join('|', r.Skip(1))), now.Records.Select(r => string.Join('|', r.Skip(1))));
        Assert.All(now.Records, fields => Assert.Equal("01/10/2026", fields[0]));
    }

    [Fact]
    public async Task A_share_of_changes_is_kept_exactly()
    {
        var options = Clean with { People = 5_000, Quirks = true };
        var was = await WrittenFile.Of(options);
        var now = await WrittenFile.Of(options with { Day = Day.AddDays(1), ContentOf = Day, ChangedShare = 0.02m });

        var differing = was.Records.Zip(now.Records).Where(pair => !pair.First.Skip(1).SequenceEqual(pair.Second.Skip(1))).ToList();
        Assert.Equal(100, now.Report.Changed);
        Assert.Equal(100, differing.Count);
        Assert.All(differing, pair => Assert.NotEqual(pair.First[18], pair.Second[18]));
    }
}
