using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Storage;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Access;

/// <summary>A ready account for each role, while data is fictional: everyone knows the password.</summary>
public sealed class DemoAccounts(AccessDb accounts, ThroughcareDb record, Installation installation, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    public const string Password = "Throughcare-demo-1";

    private static readonly string[] Names =
    [
        "Osric Fennimore", "Talia Brackenbury", "Piers Oldcastle", "Nerys Quillfeather", "Rowan Thistlewood", "Ida Marchbanks", "Emlyn Stoddart",
        "Verity Plumtree", "Hollis Greatorex", "Maud Ravensworth", "Corin Ashplant", "Sabina Lockyear", "Jory Penhallow", "Edda Winterbourne",
        "Lowri Maplethorpe", "Silas Dunmore", "Petra Hawksbill", "Gideon Farthing", "Anwen Merriweather", "Tobias Larkspur", "Romilly Cragg",
        "Fergus Whinfell", "Bronte Oakhanger", "Alaric Stonehouse", "Imogen Yarrow", "Caspar Nettlefold", "Delyth Copperwheat", "Ansel Hartgrove",
        "Una Blackmantle", "Leopold Sedgewick", "Mirren Tidewater", "Barnaby Quickthorn", "Isolde Fairweather", "Jago Hollowell", "Thea Rushbrook",
        "Lorcan Wildgoose", "Avis Kestrel", "Evander Moorcroft", "Sunniva Bellweather", "Crispin Oddfellow", "Hester Vane", "Kit Larkrise", "Dara Swanwick",
    ];

    /// <summary>The accounts, in the order of the roles: a second place for those that work in several.</summary>
    public static IReadOnlyList<Demo> All { get; } =
    [
        .. Enum.GetValues<Role>().Where(role => role is not Role.System).Select((role, i) => new Demo(i, UserNameOf(role), Names[i], HomesOf(role))),
        new Demo(40, "pom.lni@demo", Names[40], [(Role.Pom, new("LNI"))]),
        new Demo(41, "com.n54p05@demo", Names[41], [(Role.Com, new("N54P05"))]),
    ];

    /// <summary>The members of staff whose accounts they are, each at the first of their places.</summary>
    public static IReadOnlyList<StaffMember> Staff => [.. All.Select(demo => new StaffMember
    {
        Id = demo.StaffId,
        Name = demo.Name,
        Role = demo.Roles[0].Role,
        Place = demo.Roles[0].Place,
        UserName = demo.UserName.ToLowerInvariant(),
    })];

    /// <summary>Makes those that are missing.</summary>
    public async Task DoAsync(CancellationToken stop)
    {
        if (!await installation.IsFictionalAsync(stop))
        {
            return;
        }

        var there = (await accounts.Accounts.Where(a => a.IsDemo).Select(a => a.NormalName).ToListAsync(stop)).ToHashSet();
        var missing = All.Where(demo => !there.Contains(SignIn.NormalNameOf(demo.UserName))).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        var hash = hasher.HashPassword(null!, Password);
        var known = (await record.Staff.Select(s => s.Id).ToListAsync(stop)).ToHashSet();
        foreach (var demo in missing)
        {
            var id = new AccountId(demo.StaffId.Value);
            accounts.Add(new Account
            {
                Id = id,
                StaffId = demo.StaffId,
                UserName = demo.UserName,
                NormalName = SignIn.NormalNameOf(demo.UserName),
                PasswordHash = hash,
                Stamp = AccountStamp.New(),
                IsDemo = true,
                CreatedAt = clock.GetUtcNow(),
                Roles = [.. demo.Roles.Select(r => new AccountRole { AccountId = id, Role = r.Role, Place = r.Place })],
            });
            if (!known.Contains(demo.StaffId))
            {
                record.Add(Staff.Single(staff => staff.Id == demo.StaffId));
            }
        }

        await record.SaveChangesAsync(stop);
        await accounts.SaveChangesAsync(stop);
    }

    /// <summary>Makes the prisoner's account that of one person in custody: the first by prison number at the prison of the demo who
    /// has a manager and a date of release, and whose record is open. Does nothing where it is somebody's already.</summary>
    public async Task LinkPersonAsync(CancellationToken stop)
    {
        var name = SignIn.NormalNameOf(UserNameOf(Role.Prisoner));
        if (!await installation.IsFictionalAsync(stop)
            || await accounts.Accounts.Where(a => a.NormalName == name && a.IsDemo).Select(a => (StaffId?)a.StaffId).SingleOrDefaultAsync(stop) is not { } holder
            || await record.People.AnyAsync(p => p.Id == new PersonId(holder.Value), stop))
        {
            return;
        }

        var prison = All.Single(demo => demo.UserName == UserNameOf(Role.Prisoner)).Roles[0].Place;
        var person = await record.Locations.Current().Where(l => l.Prison == prison && l.ValidTo == null
                && record.KeyDates.Current().Any(d => d.PersonId == l.PersonId && d.ValidTo == null && (d.Crd != null || d.Ard != null || d.Ped != null))
                && record.Managers.Current().Any(m => m.PersonId == l.PersonId && m.ValidTo == null)
                && !record.Restrictions.Current().Any(r => r.PersonId == l.PersonId))
            .Join(record.Identifiers.Current().Where(i => i.Kind == IdentifierKind.Noms), l => l.PersonId, i => i.PersonId, (l, i) => new { i.Canonical, l.PersonId })
            .OrderBy(p => p.Canonical).Select(p => (PersonId?)p.PersonId).FirstOrDefaultAsync(stop);
        if (person is { } own)
        {
            var staff = new StaffId(own.Value);
            await accounts.Accounts.Where(a => a.NormalName == name && a.IsDemo).ExecuteUpdateAsync(set => set.SetProperty(a => a.StaffId, staff), stop);
        }
    }

    /// <summary>Such as <c>head-omu@demo</c>.</summary>
    public static string UserNameOf(Role role) => role.Code.Replace('_', '-').ToLowerInvariant() + "@demo";

    private static IReadOnlyList<(Role, PlaceCode)> HomesOf(Role role) => role switch
    {
        Role.CaseAdmin => [(role, new("LHI")), (role, new("N55P07"))],
        Role.Homd => [(Role.Homd, new("LHI")), (Role.DaSpoc, new("LHI"))],
        Role.RegionalManager => [(role, new("N55"))],
        Role.MappaCoordinator or Role.PpoTracker or Role.MappChair => [(role, new("N55P07"))],
        Role.Inspector or Role.Analyst => [(role, PlaceCode.Nation)],
        _ when Roles.Of(role).Scope is WorkRelationship.National => [(role, PlaceCode.Nation)],
        _ when Roles.Of(role).Setting == "community" => [(role, new("N55P07"))],
        _ => [(role, new("LHI"))],
    };

    /// <param name="Number">From 0: the staff id follows from it, so that made-up records can name these members of staff.</param>
    public sealed record Demo(int Number, string UserName, string Name, IReadOnlyList<(Role Role, PlaceCode Place)> Roles)
    {
        public StaffId StaffId { get; } = new(new Guid($"00000000-0000-7000-8000-{0x1000 + Number:x12}"));
    }
}
