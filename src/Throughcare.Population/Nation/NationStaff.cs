using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Population.People;
using Throughcare.Population.Streams;
using Throughcare.Population.Tables;

namespace Throughcare.Population.Nation;

/// <summary>The staff of a population: whoever manages, supervises, sees and writes about its people.</summary>
internal sealed class NationStaff
{
    /// <summary>Cases of one member of staff, on average.</summary>
    private const double CasesOfPom = 55;
    private const double CasesOfCom = 42;
    private const double CasesOfKeyWorker = 6;
    private const double CasesOfResidential = 40;

    /// <summary>Staff were entered this long before the day of the population.</summary>
    private const int DaysBefore = 1000;

    private readonly Dictionary<(string Place, Role Role), Weighted<StaffMember>> _teams = [];

    public NationStaff(StreamRoot root, NationPlaces places, NationOptions options)
    {
        var userNames = options.KnownStaff.Select(staff => staff.UserName).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var prison in places.Prisons.Concat(places.Receptions))
        {
            AddAll(prison.Code, prison.Sex, (Role.Pom, CasesOfPom), (Role.KeyWorker, CasesOfKeyWorker), (Role.Residential, CasesOfResidential), (Role.CaseAdmin, 0), (Role.HeadOmu, 0));
        }

        var unitCodes = places.Size.Name == PopulationSize.Demo.Name ? NationPlaces.HomesOfDemo('M').Items : places.Units;
        foreach (var unit in unitCodes)
        {
            AddAll(unit.Code, 'F', (Role.Com, CasesOfCom), (Role.Spo, 0));
        }

        // later than all others, so that these keep the names that they had
        foreach (var prison in places.Prisons.Concat(places.Receptions))
        {
            var known = options.KnownStaff.FirstOrDefault(staff => staff.Role is Role.Oca && staff.Place.Text == prison.Code);
            var clerk = One(root, options.AsOf, prison.Code, Role.Oca, 9001, known, userNames);
            _teams[(prison.Code, Role.Oca)] = new Weighted<StaffMember>([clerk]);
            Everybody.Add(clerk.Staff);
        }

        void AddAll(string place, char sex, params ReadOnlySpan<(Role Role, double Cases)> roles)
        {
            var next = 1;
            foreach (var (role, cases) in roles)
            {
                var count = cases == 0 ? 1 : Math.Max(1, (int)Math.Round(places.ExpectedPeople(place, role) / cases));
                var team = new List<(StaffMember, double)>(count);
                for (var i = 0; i < count; i++, next++)
                {
                    var known = i == 0 ? options.KnownStaff.FirstOrDefault(staff => staff.Role == role && staff.Place.Text == place) : null;
                    team.Add(One(root, options.AsOf, place, role, next, known, userNames));
                }

                _teams[(place, role)] = new Weighted<StaffMember>(team);
                Everybody.AddRange(team.Select(member => member.Item1));
            }
        }
    }

    /// <summary>All of them, place by place.</summary>
    public List<StaffMember> Everybody { get; } = [];

    public StaffMember Draw(ref SeededNumbers draw, string place, Role role) => _teams[(place, role)].Draw(ref draw);

    /// <summary>The one who does this at the place, where there is only one.</summary>
    public StaffMember The(string place, Role role) => _teams[(place, role)].Items[0];

    /// <summary>"Surname, Forename", as managers' names are recorded.</summary>
    public static string LastFirst(StaffMember staff)
    {
        var at = staff.Name.LastIndexOf(' ');
        return at < 0 ? staff.Name : $"{staff.Name[(at + 1)..]}, {staff.Name[..at]}";
    }

    private static (StaffMember Staff, double Share) One(
        StreamRoot root, DateOnly asOf, string place, Role role, int number, StaffMember? known, HashSet<string> userNames)
    {
        var path = FormattableString.Invariant($"staff|{place}|{number}");
        var draw = root.Of(path);
        var share = draw.LogNormal(0, 0.35);
        if (known is not null)
        {
            return (known, Math.Max(share, 1));
        }

        var tables = PrisonTables.Shared;
        var cluster = tables.NameClusters(tables.Marginal("PROBATION", "ethnic_group").Draw(ref draw)).Draw(ref draw);
        var isWoman = draw.Chance(role is Role.Com or Role.Spo ? 0.75 : 0.5);
        var (forename, surname) = (draw.One(tables.Forenames(cluster, isWoman ? 'F' : 'M')), Surnames.Draw(ref draw, cluster));
        var grade = role is not Role.Pom ? null : draw.Chance(0.7) ? "Prison officer" : "Probation officer";
        var userName = $"{char.ToLowerInvariant(forename[0])}.{surname.ToLowerInvariant()}";
        for (var more = 2; !userNames.Add(userName); more++)
        {
            userName = FormattableString.Invariant($"{char.ToLowerInvariant(forename[0])}.{surname.ToLowerInvariant()}{more}");
        }

        var id = new NationIds(root, path).Next(London.At(asOf.AddDays(-DaysBefore), new TimeOnly(9, 0)));
        return (new StaffMember
        {
            Id = new StaffId(id),
            Name = $"{forename} {surname}",
            Role = role,
            Place = new PlaceCode(place),
            UserName = userName,
            Grade = grade,
        }, share);
    }
}
