using Throughcare.Domain.Assessment;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Population.Nation;
using Throughcare.Population.Tables;
using Xunit;

namespace Throughcare.Population.Tests.Nation;

[Trait("Speed", "Slow")]
public sealed class NationTests
{
    private static readonly DateOnly AsOf = new(2026, 9, 30);

    [Theory]
    [InlineData("demo", "2026-09-30")]
    [InlineData("demo", "2026-12-28")]
    [InlineData("demo", "2027-02-28")]
    [InlineData("region", "2026-09-30")]
    public async Task A_population_has_the_shape_it_should_have(string size, string asOf)
    {
        var options = Options(size) with { AsOf = DateOnly.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture) };
        var checks = new NationChecks(options);
        await foreach (var (_, people) in new NationGenerator(options).MakeAsync(cancellationToken: TestContext.Current.CancellationToken))
        {
            foreach (var person in people)
            {
                checks.Add(person);
            }
        }

        var report = checks.Report();
        Assert.Empty(report.Where(check => check.Passed is false).Select(check => $"{check.Name}: {check.Found}; wanted {check.Target}"));
        Assert.Contains(report, check => check.Passed is null);   // what looks at rooms to come is named, not passed
        Assert.True(report.Count(check => check.Passed is true) >= 25);
    }

    [Fact]
    public async Task The_same_options_give_the_same_bytes_however_many_threads()
    {
        var once = await WrittenAsync(Options("demo") with { Threads = 1 });
        var again = await WrittenAsync(Options("demo") with { Threads = 4 });

        Assert.Equal(once.Files, again.Files);
        Assert.Equal(once.Sha256, again.Sha256);
        Assert.Equal(600, once.Files.Single(file => file.Name == "person_case.csv").Rows);
    }

    [Fact]
    public async Task Another_seed_gives_other_people()
    {
        var one = await WrittenAsync(Options("demo"));
        var other = await WrittenAsync(Options("demo") with { Seed = 43 });

        Assert.NotEqual(one.Sha256, other.Sha256);
        Assert.Equal(600, other.Files.Single(file => file.Name == "person_case.csv").Rows);
    }

    [Fact]
    public void A_person_is_the_same_whatever_is_made_before_them()
    {
        var first = new NationGenerator(Options("demo")).Person(77);
        var all = new NationGenerator(Options("demo")).Batch(0);

        Assert.Equal(first.Acts.SelectMany(act => act.Writes.Select(write => write.After)), all[76].Acts.SelectMany(act => act.Writes.Select(write => write.After)));
    }

    [Fact]
    public void On_another_day_the_people_are_the_same_and_their_dates_move()
    {
        var (then, later) = (new NationGenerator(Options("demo")), new NationGenerator(Options("demo") with { AsOf = AsOf.AddDays(40) }));
        foreach (var number in new[] { 1, 20, 117, 300, 599 })
        {
            var (one, other) = (then.Person(number), later.Person(number));
            Assert.Equal(NameOf(one), NameOf(other));
            Assert.Equal(WholeRecord.TailOf(one.PersonId), WholeRecord.TailOf(other.PersonId));
            Assert.NotEqual(one.PersonId, other.PersonId);
        }
    }

    [Fact]
    public void Every_id_is_of_version_7_and_carries_the_instant_at_which_its_entry_was_recorded()
    {
        var ids = new HashSet<FactId>();
        foreach (var person in new NationGenerator(Options("demo")).Batch(0))
        {
            Assert.Equal(person.Acts[0].Entry.At, InstantOf(person.PersonId.Value));
            foreach (var (act, write) in person.Acts.SelectMany(act => act.Writes.Where(write => write.Before is null).Select(write => (act, write))))
            {
                Assert.Equal(7, write.After.Id.Value.Version);
                Assert.Equal(act.Entry.At, InstantOf(write.After.Id.Value));
                Assert.True(ids.Add(write.After.Id), "An id was given twice.");
            }
        }
    }

    [Fact]
    public void Acts_follow_each_other_in_time_and_none_is_later_than_the_day()
    {
        foreach (var person in new NationGenerator(Options("demo")).Batch(0))
        {
            Assert.Equal(person.Acts.Select(act => act.Entry.At).Order(), person.Acts.Select(act => act.Entry.At));
            Assert.True(person.Acts[^1].Entry.At <= London.At(AsOf, TimeOnly.MinValue));
            Assert.IsType<FictionalPersonMade>(person.Acts[0].Happened);
            Assert.All(person.Acts.Skip(1), act => Assert.IsNotType<FictionalPersonMade>(act.Happened));
        }
    }

    [Fact]
    public void A_version_follows_the_one_before_it()
    {
        var replaced = 0;
        foreach (var write in new NationGenerator(Options("demo")).Batch(0).SelectMany(person => person.Acts).SelectMany(act => act.Writes))
        {
            Assert.Equal((write.Before?.Version ?? 0) + 1, write.After.Version);
            Assert.True(write.After.ValidTo is null || write.After.ValidTo >= write.After.ValidFrom, $"{write.After.GetType().Name} of {write.After.ValidFrom} ends on {write.After.ValidTo}.");
            if (write.Before is { } before)
            {
                Assert.Equal(before.Id, write.After.Id);
                Assert.True(before.Recorded.At <= write.After.Recorded.At);
                replaced++;
            }
        }

        Assert.True(replaced > 100);
    }

    [Fact]
    public void Contacts_are_of_working_days_of_the_last_twelve_months_and_of_kinds_that_there_are()
    {
        var contacts = new NationGenerator(Options("demo")).Batch(0).SelectMany(person => person.Acts).Where(act => act.Happened is null)
            .Select(act => Assert.IsType<Contact>(Assert.Single(act.Writes).After)).ToList();

        Assert.True(contacts.Count > 5_000);
        foreach (var contact in contacts)
        {
            Assert.True(contact.ValidFrom.IsWorkingDay && contact.ValidFrom >= AsOf.AddMonths(-12) && contact.ValidFrom < AsOf);
            Assert.InRange(contact.HappenedAt.LondonTime, new TimeOnly(9, 0), new TimeOnly(17, 30));
            Assert.True(ContactTypes.Find(contact.Type) is not null || AppointmentTypes.Find(contact.Type) is not null, contact.Type);
            Assert.InRange(contact.Text.Length, 1, ContactRules.LongestText);
            Assert.DoesNotContain("{", contact.Text, StringComparison.Ordinal);
            Assert.False(ContactTypes.Find(contact.Type) is { } type && ContactRules.IsSession(type) && contact.DurationMinutes is null);
        }
    }

    [Fact]
    public void What_is_below_the_floor_is_what_the_page_would_have_said()
    {
        foreach (var contact in new NationGenerator(Options("demo")).Batch(0).SelectMany(person => person.Acts).Where(act => act.Happened is null).Select(act => (Contact)act.Writes[0].After).Take(2_000))
        {
            if (ContactTypes.Find(contact.Type) is { } type)
            {
                Assert.Equal(NoteQuality.Of(new NoteToCheck(type, contact.Text)).IsBelowFloor, contact.BelowFloor);
            }
        }
    }

    [Fact]
    public void With_failures_off_nobody_in_prison_is_without_a_community_manager_and_no_note_says_nothing()
    {
        var people = new NationGenerator(Options("demo") with { Failures = FailureMode.Off }).Batch(0);
        var inPrison = people.Where(person => Current(person).OfType<Domain.Movements.CellLocation>().Any(location => location.ValidTo is null)).ToList();

        Assert.NotEmpty(inPrison);
        Assert.All(inPrison, person => Assert.Contains(Current(person).OfType<Domain.Allocation.ManagerAssignment>(), manager => manager.Role is Domain.Access.Role.Com));
        Assert.DoesNotContain(people.SelectMany(Current).OfType<Contact>(), contact => contact.Text.Contains("No issues", StringComparison.Ordinal));
    }

    [Fact]
    public void Sentences_of_several_counts_add_up_to_the_term_and_a_part_that_follows_names_what_it_follows()
    {
        var people = new NationGenerator(Options("region") with { Threads = 1 });
        var (sentenced, consecutive, concurrent) = (0, 0, 0);
        foreach (var person in Enumerable.Range(0, 6).SelectMany(people.Batch))
        {
            var facts = Current(person).ToList();
            if (facts.OfType<SentenceRecord>().SingleOrDefault() is not { Type.Code: "ADIMP_ORA" } sentence || !facts.OfType<CellLocation>().Any(location => location.ValidTo is null))
            {
                continue;
            }

            sentenced++;
            var counts = facts.OfType<ListedSentence>().OrderBy(count => count.Number).ToList();
            if (counts.Count == 0)
            {
                continue;
            }

            Assert.Equal(Enumerable.Range(1, counts.Count), counts.Select(count => count.Number));
            Assert.All(counts, count => Assert.Equal((sentence.ValidFrom, true), (count.ValidFrom, count.ConsecutiveTo < count.Number || count.ConsecutiveTo is null)));
            var chain = counts.Where(count => count.ConsecutiveTo is not null || count.Number == 1).Sum(count => 12 * count.Years + count.Months);
            Assert.Equal(12 * (sentence.Years ?? 0) + (sentence.Months ?? 0), chain);
            consecutive += counts.Any(count => count.ConsecutiveTo is not null) ? 1 : 0;
            concurrent += counts.Count(count => count.ConsecutiveTo is null) > 1 ? 1 : 0;
        }

        Assert.True(sentenced > 200, $"{sentenced}");
        Assert.InRange((double)consecutive / sentenced, 0.07, 0.19);
        Assert.InRange((double)concurrent / sentenced, 0.12, 0.26);
    }

    [Fact]
    public void The_likelihood_of_reconviction_goes_with_age_convictions_and_offence_and_keeps_its_shares()
    {
        var people = new NationGenerator(Options("region") with { Threads = 1 });
        var scored = Enumerable.Range(0, 8).SelectMany(people.Batch).Select(person => Current(person).ToList())
            .Select(facts => (
                Score: facts.OfType<AssessmentSummary>().SingleOrDefault()?.Ogrs3TwoYear,
                Age: facts.OfType<PersonDetails>().First().DateOfBirth?.AgeAsAt(AsOf),
                Group: facts.OfType<Offence>().First(offence => offence.IsMain).GroupCode))
            .Where(person => person is { Score: not null, Age: not null }).ToList();

        Assert.True(scored.Count > 1_000, $"{scored.Count}");
        Assert.True(Mean(p => p.Age < 26) > Mean(p => p.Age > 49) + 15, $"{Mean(p => p.Age < 26)} and {Mean(p => p.Age > 49)}");
        Assert.True(Mean(p => p.Group is "THE" or "ROB") > Mean(p => p.Group is "SEX" or "FRA") + 10, $"{Mean(p => p.Group is "THE" or "ROB")} and {Mean(p => p.Group is "SEX" or "FRA")}");
        var low = PrisonTables.Shared.Marginal("ALL_SENTENCED", "ogrs3_2yr_band");
        var share = Enumerable.Range(0, 10_000).Count(i => low.At(i / 10_000.0) == "Low 0-49") / 10_000.0;
        Assert.InRange((double)scored.Count(p => p.Score < 50) / scored.Count, share - 0.06, share + 0.06);

        decimal Mean(Func<(decimal? Score, int? Age, string Group), bool> which) => scored.Where(which).Average(p => p.Score!.Value);
    }

    [Fact]
    public void Risk_management_plans_are_missing_more_often_in_2025_than_in_2011_and_never_where_all_is_done()
    {
        double Share(FailureMode mode)
        {
            var people = new NationGenerator(Options("region") with { Threads = 1, Failures = mode });
            var wanted = Enumerable.Range(0, 4).SelectMany(people.Batch).SelectMany(Current).OfType<AssessmentSummary>().Where(a => a is { CompletedOn: not null, OverallGiven: not RoshLevel.Low }).ToList();
            Assert.True(wanted.Count > 300);
            return (double)wanted.Count(a => a.HasRiskManagementPlan is true) / wanted.Count;
        }

        var (all, then, now) = (Share(FailureMode.Off), Share(FailureMode.Of2011), Share(FailureMode.Of2025));

        Assert.Equal(1, all);
        Assert.InRange(then, 0.70, 0.97);
        Assert.InRange(now, then * 0.70, then * 0.90);
    }

    [Fact]
    public void Without_history_there_are_no_movements_and_everybody_is_still_somewhere()
    {
        var people = new NationGenerator(Options("demo") with { HistoryMonths = 0 }).Batch(0);

        Assert.Empty(people.SelectMany(Current).OfType<Domain.Movements.Movement>());
        Assert.All(people, person => Assert.True(
            Current(person).OfType<Domain.Movements.CellLocation>().Any(location => location.ValidTo is null)
            || Current(person).OfType<Domain.Allocation.ManagerAssignment>().Any(manager => manager.Role is Domain.Access.Role.Com)));
    }

    private static NationOptions Options(string size) => new() { Size = PopulationSize.Of(size), AsOf = AsOf, Threads = 2 };

    private static IEnumerable<FactVersion> Current(WholeRecord person) =>
        person.Acts.SelectMany(act => act.Writes).GroupBy(write => write.After.Id).Select(versions => versions.Last().After);

    private static (string?, string) NameOf(WholeRecord person) =>
        person.Acts[0].Writes.Select(write => write.After).OfType<PersonName>().Where(name => name.Type is NameType.Current).Select(name => (name.First, name.Last)).Single();

    private static DateTimeOffset InstantOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return DateTimeOffset.FromUnixTimeMilliseconds((long)(System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 16));
    }

    private static async Task<(IReadOnlyList<NationFile> Files, string Sha256)> WrittenAsync(NationOptions options)
    {
        var directory = Directory.CreateTempSubdirectory("throughcare-population-");
        try
        {
            return await NationCsv.WriteAsync(new NationGenerator(options), directory.FullName, cancellationToken: TestContext.Current.CancellationToken);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
