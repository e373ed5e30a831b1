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
using Throughcare.Population.Ndelius;
using Throughcare.Population.Oasys;
using Throughcare.Population.Offloc;
using Throughcare.Population.PpoList;
using Throughcare.Population.Streams;
using Throughcare.Storage;

namespace Throughcare.Web.Host.Demo;

/// <summary>Makes the demo by doing the main job: a fortnight of nightly prison files is written and imported day by day, and demo
/// staff record what they do, each at their own time.</summary>
/// <remarks>Deterministic for a day: the same people, files and notes. It goes through the product's own use cases, so that nothing
/// in the demo could not have been made by its users.</remarks>
public sealed class DemoMaker(Action<IServiceCollection> storage, ILogger<DemoMaker> log)
{
    private const int Days = 14;
    private const int ContactsADay = 12;

    /// <summary>Open probation cases: three in four of the people in the two prisons, and those in the community.</summary>
    private const int Cases = 600;

    private readonly StreamRoot _root = new(42, "demo");

    /// <summary>Makes the demo as at <paramref name="now"/>, unless something was imported before.</summary>
    public async Task MakeAsync(DateTimeOffset now, CancellationToken stop)
    {
        var today = now.LondonDate;
        var first = today.AddDays(1 - Days);
        var clock = new DemoClock(London.At(first, new TimeOnly(5, 0)));
        await using var services = Build(clock);
        await using (var scope = services.CreateAsyncScope())
        {
            if (await scope.ServiceProvider.GetRequiredService<ThroughcareDb>().ImportRuns.AnyAsync(stop))
            {
                return;
            }
        }

        log.LogInformation("Making the demo: {Days} days of the life of two prisons and their probation offices", Days);
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
    }

    /// <summary>The files that come in by night: that of the prisons, and probation's, whole on the first day and changes after it.</summary>
    private static async Task ImportAsync(ServiceProvider services, DateOnly day, bool isFirst, CancellationToken stop)
    {
        // the file of a day is made in the night before it, and says how things stood then
        var options = OfflocFileOptions.Demo(day.AddDays(-1));
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

    private static CaseloadOptions CasesOn(DateOnly day) => new() { People = Cases, Day = day.AddDays(-1), Places = OfflocFileOptions.Demo(day).Places };

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
        var people = await PeopleAsync(services, "LHI", stop);
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
            new(men[60], HidesExistence: false, "HMP Lindholme OMU", "Related to a member of staff of this prison", today.AddMonths(3), [ActorOf(Role.HeadOmu).StaffId]),
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

    private static async Task<List<PersonId>> PeopleAsync(ServiceProvider services, string prison, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughcareDb>();
        var here = new PlaceCode(prison);
        return await db.Locations.Current().Where(l => l.Prison == here && l.ValidTo == null)
            .Join(db.Identifiers.Current().Where(i => i.Kind == IdentifierKind.Noms), l => l.PersonId, i => i.PersonId, (l, i) => new { i.Canonical, l.PersonId })
            .OrderBy(p => p.Canonical).Select(p => p.PersonId).ToListAsync(stop);
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
