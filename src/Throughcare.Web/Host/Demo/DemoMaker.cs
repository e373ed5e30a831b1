using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughcare.Application;
using Throughcare.Application.Access;
using Throughcare.Application.Movements;
using Throughcare.Application.Record;
using Throughcare.Application.Record.Documents;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Exchange;
using Throughcare.Exchange.Record;
using Throughcare.Population.Cases;
using Throughcare.Population.Nation;
using Throughcare.Population.Ndelius;
using Throughcare.Population.Oasys;
using Throughcare.Population.Offloc;
using Throughcare.Population.People;
using Throughcare.Population.PpoList;
using Throughcare.Population.Streams;
using Throughcare.Storage;
using Throughcare.Storage.Accounts;

namespace Throughcare.Web.Host.Demo;

/// <summary>Makes the demo: its population of 600 as it stands today, and beside it the main job. A fortnight of nightly files about a few other
/// people is written and imported day by day, and demo staff record what they do, each at their own time.</summary>
/// <remarks>Deterministic for a day: the same people, files and notes. Imports and staff go through the product's own use cases.</remarks>
public sealed class DemoMaker(Action<IServiceCollection> storage, ILogger<DemoMaker> log)
{
    /// <summary>The setting that says when the demo was made; <see cref="Making"/> until it is whole.</summary>
    internal const string MadeSetting = "Data:DemoMade";

    private const string Making = "making";

    /// <summary>An older demo is made anew: its appointments and releases lie in the past.</summary>
    private const int FreshDays = 28;

    private const int Days = 14;
    private const int ContactsADay = 12;

    /// <summary>Open probation cases in the nightly files: three in four of their people in prison, and others in the community.</summary>
    private const int Cases = 170;

    private readonly StreamRoot _root = new(42, "demo");

    /// <summary>Makes the demo as at <paramref name="now"/>, unless there is something on record that is not an old demo in which nobody has written.</summary>
    public async Task MakeAsync(DateTimeOffset now, CancellationToken stop)
    {
        var today = now.LondonDate;
        var first = today.AddDays(1 - Days);
        var clock = new DemoClock(London.At(first, new TimeOnly(5, 0)));
        await using var services = Build(clock);
        if (!await IsWantedAsync(services, now, stop))
        {
            return;
        }

        await SayAsync(services, Making, stop);
        log.LogInformation("Making the demo: 600 people of two prisons and two probation offices, and {Days} days of nightly files", Days);
        await PopulationAsync(services, today, stop);
        for (var day = first; day <= today; day = day.AddDays(1))
        {
            clock.MoveTo(London.At(day, new TimeOnly(5, 10)));
            await ImportAsync(services, day, isFirst: day == first, stop);
            await WorkAsync(services, clock, day, now, stop);
        }

        await ListsAsync(services, today, stop);

        clock.MoveTo(now);
        await DemoManagers.AddAsync(services, today, stop);
        await SpecialCasesAsync(services, today, now, stop);
        await DemoStandards.AddAsync(services, today, stop);
        await DemoAllocation.AddAsync(services, today, stop);
        await SayAsync(services, now.ToString("O", CultureInfo.InvariantCulture), stop);
    }

    private async Task<bool> IsWantedAsync(ServiceProvider services, DateTimeOffset now, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughcareDb>();
        var access = scope.ServiceProvider.GetRequiredService<AccessDb>();
        var said = await access.Settings.Where(s => s.Name == MadeSetting).Select(s => s.Value).SingleOrDefaultAsync(stop);
        if (said is null)
        {
            return !await db.People.AnyAsync(stop) && !await db.ImportRuns.AnyAsync(stop);
        }

        if (said != Making)
        {
            var made = DateTimeOffset.Parse(said, CultureInfo.InvariantCulture);
            if (now - made <= TimeSpan.FromDays(FreshDays))
            {
                return false;
            }

            if (await db.RecordEvents.AnyAsync(e => e.At > made && e.Role != Role.System, stop) || await db.ImportRuns.AnyAsync(r => r.StartedAt > made, stop))
            {
                log.LogWarning(
                    "This demo was made on {Made:d MMMM yyyy} and somebody has written in it since, so it is kept as it is, though its dates grow old. "
                    + "For a new one stop, remove the data directory (or begin with an empty database) and start again", made.LondonDate);
                return false;
            }

            log.LogInformation("The demo of {Made:d MMMM yyyy} is more than {Days} days old and nobody has written in it: a new one takes its place", made.LondonDate, FreshDays);
        }

        await ClearAsync(db, access, stop);
        return true;
    }

    /// <summary>Empties the record. Accounts stay, and the staff whose accounts they are.</summary>
    private static async Task ClearAsync(ThroughcareDb db, AccessDb access, CancellationToken stop)
    {
        var staff = await access.Accounts.Select(a => a.StaffId).ToListAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Where(table => table != "staff").Distinct(StringComparer.Ordinal))
        {
#pragma warning disable EF1002 // the names of tables come from the model
            await db.Database.ExecuteSqlRawAsync($"delete from {table}", stop);
#pragma warning restore EF1002
        }

        await db.Staff.Where(s => !staff.Contains(s.Id)).ExecuteDeleteAsync(stop);
        await transaction.CommitAsync(stop);
    }

    private static async Task SayAsync(ServiceProvider services, string value, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var access = scope.ServiceProvider.GetRequiredService<AccessDb>();
        if (await access.Settings.Where(s => s.Name == MadeSetting).ExecuteUpdateAsync(set => set.SetProperty(s => s.Value, value), stop) == 0)
        {
            access.Add(new Setting { Name = MadeSetting, Value = value });
            await access.SaveChangesAsync(stop);
        }
    }

    private static async Task PopulationAsync(ServiceProvider services, DateOnly today, CancellationToken stop)
    {
        var population = new NationGenerator(new NationOptions { Size = PopulationSize.Demo, AsOf = today, KnownStaff = DemoAccounts.Staff });
        if (await new LoadPopulation(services.GetRequiredService<IServiceScopeFactory>()).DoAsync(population, writers: 1, progress: null, stop) is Outcome<LoadPopulation.Loaded>.Refused no)
        {
            throw new InvalidOperationException(no.Why[0].Message);
        }
    }

    /// <summary>The files that come in by night: that of the prisons, and probation's, whole on the first day and changes after it.</summary>
    private static async Task ImportAsync(ServiceProvider services, DateOnly day, bool isFirst, CancellationToken stop)
    {
        // the file of a day is made in the night before it, and says how things stood then
        var options = OfflocFileOptions.NightsOfDemo(day.AddDays(-1));
        await FileAsync(services, ImportSource.Offloc, OfflocFile.NameOf(options), file => OfflocFile.WriteAsync(file, options, cancellationToken: stop), stop);
        var (cases, mode) = (CasesOn(day), isFirst ? NdeliusMode.Full : NdeliusMode.Diff);
        await FileAsync(services, ImportSource.Ndelius, NdeliusFile.NameOf(cases, mode), file => NdeliusFile.WriteAsync(file, cases, mode, cancellationToken: stop), stop);
    }

    /// <summary>The list of the police areas and the summaries of OASys, as they stood last night.</summary>
    private static async Task ListsAsync(ServiceProvider services, DateOnly today, CancellationToken stop)
    {
        var cases = CasesOn(today);
        await FileAsync(services, ImportSource.PpoList, PpoListFile.NameOf(cases), file => PpoListFile.WriteAsync(file, cases, cancellationToken: stop), stop);
        await FileAsync(services, ImportSource.Oasys, OasysFile.NameOf(cases), file => OasysFile.WriteAsync(file, cases, cancellationToken: stop), stop);
    }

    private static CaseloadOptions CasesOn(DateOnly day)
    {
        var prison = OfflocFileOptions.NightsOfDemo(day.AddDays(-1));
        return new() { People = Cases, Day = prison.Day, Places = prison.Places, FirstPerson = prison.FirstPerson };
    }

    private static async Task FileAsync(ServiceProvider services, string source, string name, Func<Stream, Task> write, CancellationToken stop)
    {
        using var file = new MemoryStream();
        await write(file);
        file.Position = 0;

        await using var scope = services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<ReceiveImportFile>().DoAsync(ImportKinds.Of(source), file, name, ActorOf(Role.Admin), stop) is Outcome<FactId>.Done { Value: var run })
        {
            await scope.ServiceProvider.GetRequiredService<ImportRunner>().DoAsync(run, progress: null, stop);
        }
    }

    private async Task WorkAsync(ServiceProvider services, DemoClock clock, DateOnly day, DateTimeOffset now, CancellationToken stop)
    {
        if (!day.IsWorkingDay)
        {
            return;
        }

        var random = _root.Of($"demo|{day:yyyyMMdd}|contacts");
        var people = await PeopleAsync(services, "LHI", stop, FictionalNumbers.PrisonNumber(OfflocFileOptions.NightsOfDemo(day).FirstPerson));
        Role[] authors = [Role.Pom, Role.KeyWorker, Role.KeyWorker, Role.Residential];
        for (var i = 0; i < ContactsADay; i++)
        {
            var person = people[random.Below(Math.Min(people.Count, 40))];
            var role = random.One(authors);
            var (type, mode, minutes, text) = DemoNotes.Write(role, ref random);
            var happened = London.At(day, new TimeOnly(9 + (i / 2), random.Below(60)));
            var recorded = happened.AddMinutes(random.Between(10, 150));
            if (recorded >= now)
            {
                return;
            }

            clock.MoveTo(recorded);
            await using var scope = services.CreateAsyncScope();
            var form = new ContactForm
            {
                Type = type,
                HappenedAt = happened,
                Mode = mode,
                DurationMinutes = minutes,
                Text = text,
                NotAboutThePlan = type is "TC01" or "TC02" ? "There is no plan on the record yet" : null,
            };
            await scope.ServiceProvider.GetRequiredService<RecordContact>()
                .DoAsync(new(person, new(scope.ServiceProvider.GetRequiredService<IdSource>().Next()), form) { RecordAnother = true }, ActorOf(role), stop);
        }
    }

    /// <summary>One of each thing that somebody new should see: a limited record, a request for access, a day at court, a late note.</summary>
    private static async Task SpecialCasesAsync(ServiceProvider services, DateOnly today, DateTimeOffset now, CancellationToken stop)
    {
        var men = await PeopleAsync(services, "LHI", stop);
        var women = await PeopleAsync(services, "LNI", stop);
        await using var scope = services.CreateAsyncScope();
        var give = scope.ServiceProvider;

        await give.GetRequiredService<RestrictPerson>().DoAsync(
            new(men[70], HidesExistence: false, "HMP Lindholme OMU", "Related to a member of staff of this prison", today.AddMonths(3), [ActorOf(Role.HeadOmu).StaffId]),
            ActorOf(Role.Homd), stop);
        await give.GetRequiredService<AskForAccess>().DoAsync(
            new(men[3], "His release address is in our area and the home visit is this week"), ActorOf(Role.Com), stop);
        await give.GetRequiredService<RaiseAlert>().DoAsync(
            new(women[4], New(), "XA", "Two arson incidents in 2019; no matches or lighters in possession", today.AddDays(-1)), ActorOf(Role.Pom, "pom.lni@demo"), stop);
        await give.GetRequiredService<RecordMovement>().DoAsync(
            new(men[7], New(), new MovementForm { Reason = "C-CRT", HappenedAt = now.AddHours(-1), Comment = "Confiscation hearing" }), ActorOf(Role.CaseAdmin), stop);
        await give.GetRequiredService<RecordContact>().DoAsync(
            new(men[1], New(), new ContactForm
            {
                Type = "TC01",
                Mode = ContactMode.FaceToFace,
                DurationMinutes = 30,
                HappenedAt = London.At(today.AddDays(-12), new TimeOnly(14, 0)),
                Text = "Went through the licence conditions that are likely on release, and which of them worry him. Agreed to ask the community manager about the curfew.",
                NotAboutThePlan = "There is no plan on the record yet",
                LateReason = "On leave; written up from the notes made on the day",
            }), ActorOf(Role.Pom), stop);

        await DemoDocuments.AddAsync(give.GetRequiredService<AddDocument>(), men[1], New(), New(), today, ActorOf(Role.CaseAdmin), stop);
        await DemoPacks.AddAsync(give, men, now, stop);

        FactId New() => new(give.GetRequiredService<IdSource>().Next());
    }

    /// <param name="from">The first prison number that is meant; all where it is left out.</param>
    private static async Task<List<PersonId>> PeopleAsync(ServiceProvider services, string prison, CancellationToken stop, string from = "")
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughcareDb>();
        var here = new PlaceCode(prison);
        var people = await db.Locations.Current().Where(l => l.Prison == here && l.ValidTo == null)
            .Join(db.Identifiers.Current().Where(i => i.Kind == IdentifierKind.Noms), l => l.PersonId, i => i.PersonId, (l, i) => new { i.Canonical, l.PersonId })
            .ToListAsync(stop);
        return [.. people.Where(p => string.CompareOrdinal(p.Canonical, from) >= 0).OrderBy(p => p.Canonical, StringComparer.Ordinal).Select(p => p.PersonId)];
    }

    private static Actor ActorOf(Role role, string? userName = null)
    {
        var demo = DemoAccounts.All.First(d => userName is null ? d.Roles.Any(r => r.Role == role) : d.UserName == userName);
        return new Actor(demo.StaffId, role, demo.Roles.First(r => r.Role == role).Place, Door.Job);
    }

    private ServiceProvider Build(DemoClock clock)
    {
        var random = _root.Of("demo|ids");
        var gate = new Lock();
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<TimeProvider>(clock).AddSingleton(new IdSource(clock, Next));
        storage(services);
        services.AddApplication().AddExchange();
        return services.BuildServiceProvider();

        ulong Next()
        {
            lock (gate)
            {
                return random.Next();
            }
        }
    }
}
