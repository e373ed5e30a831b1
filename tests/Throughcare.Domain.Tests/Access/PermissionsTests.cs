using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;
using Xunit;

namespace Throughcare.Domain.Tests.Access;

public sealed class PermissionsTests
{
    [Fact]
    public void Every_verb_is_in_the_table_and_every_verb_of_the_table_is_known() =>
        Assert.Equal(Enum.GetNames<Verb>().Order(StringComparer.Ordinal), CsvTable.Load(Permissions.Table).Rows.Select(row => row["verb"]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_role_is_in_the_table_and_every_role_of_the_table_is_known() => Assert.Equal(Enum.GetValues<Role>().Order(), Roles.All.Select(role => role.Role).Order());

    [Fact]
    public void A_role_is_written_in_the_table_as_its_code() => Assert.All(Roles.All, role => Assert.Equal(role.Role.Code, role.Code));

    [Fact]
    public void Staff_is_everybody_but_the_person_and_the_system()
    {
        var searchers = Permissions.RolesThatMay(Verb.SearchNation).Select(role => role.Role).ToList();

        Assert.Equal(Enum.GetValues<Role>().Except([Role.Prisoner, Role.System]).Order(), searchers.Order());
        Assert.True(Permissions.May(Role.Analyst, Verb.SearchNation, WorkRelationship.None));
    }

    [Fact]
    public void Each_row_gives_its_roles_its_verb_and_nothing_else_does()
    {
        var expected = CsvTable.Load(Permissions.Table).Rows
            .SelectMany(row => row["roles"].Split('|').Where(code => code is not ("STAFF" or "AUTHOR")).Select(code => (Role: RoleCodes.Parse(code)!.Value, Verb: Enum.Parse<Verb>(row["verb"]))))
            .ToHashSet();

        var given = Permissions.All.Where(permission => permission.Verb is not (Verb.SearchNation or Verb.RaiseAlert or Verb.ReadDueItems or Verb.RequestAccess or Verb.AmendContact));
        Assert.Equal(expected.OrderBy(pair => pair), given.Select(permission => (permission.Role, permission.Verb)).OrderBy(pair => pair));
    }

    [Theory]
    [InlineData(Role.Pom, Verb.ReadRecord, WorkRelationship.Unit, true)]
    [InlineData(Role.Pom, Verb.ReadRecord, WorkRelationship.None, false)]
    [InlineData(Role.Pom, Verb.ReadRestricted, WorkRelationship.Unit, false)]
    [InlineData(Role.Pom, Verb.ReadRestricted, WorkRelationship.OwnCase, true)]
    [InlineData(Role.Homd, Verb.ReadRestricted, WorkRelationship.Unit, true)]
    [InlineData(Role.MappaCoordinator, Verb.ReadRestricted, WorkRelationship.Area, true)]
    [InlineData(Role.PpStaff, Verb.ReadRestricted, WorkRelationship.Unit, true)]
    [InlineData(Role.PpStaff, Verb.ReadRestricted, WorkRelationship.Area, false)]
    [InlineData(Role.KeyWorker, Verb.ReadSensitive, WorkRelationship.OwnCase, false)]
    [InlineData(Role.Vlo, Verb.ReadVictim, WorkRelationship.VictimCase, true)]
    [InlineData(Role.Vlo, Verb.ReadVictim, WorkRelationship.Unit, false)]
    [InlineData(Role.Vlo, Verb.ReadOwnEntriesAndPlan, WorkRelationship.VictimCase, true)]
    [InlineData(Role.Inspector, Verb.ReadRecord, WorkRelationship.Sample, true)]
    [InlineData(Role.Inspector, Verb.ReadRecord, WorkRelationship.National, false)]
    [InlineData(Role.Ppcs, Verb.ReadRecord, WorkRelationship.National, true)]
    [InlineData(Role.Prisoner, Verb.ReadOwnView, WorkRelationship.Self, true)]
    [InlineData(Role.Prisoner, Verb.ReadRecord, WorkRelationship.Self, false)]
    [InlineData(Role.Pom, Verb.AmendContact, WorkRelationship.Author, true)]
    [InlineData(Role.Pom, Verb.AmendContact, WorkRelationship.OwnCase, false)]
    [InlineData(Role.CaseAdmin, Verb.RunImport, WorkRelationship.Unit, true)]
    [InlineData(Role.CaseAdmin, Verb.RunImport, WorkRelationship.National, false)]
    public void A_role_gives_the_verb_and_a_relationship_the_record(Role role, Verb verb, WorkRelationship held, bool may) =>
        Assert.Equal(may, Permissions.May(role, verb, held));

    [Fact]
    public void The_page_for_the_wrong_role_can_name_the_right_ones() =>
        Assert.Equal(
            ["Head of the offender management unit", "Head of offender management delivery (senior probation officer in the prison)"],
            Permissions.RolesThatMay(Verb.AllocatePom).Select(role => role.Name));

    [Theory]
    [InlineData("NoVerb,Record,POM,unit,,x", "column verb: is 'NoVerb'")]
    [InlineData("ReadRecord,Record,NOBODY,unit,,x", "column roles: names 'NOBODY'")]
    [InlineData("ReadRecord,Record,POM|POM,unit,,x", "column roles: POM has ReadRecord by an earlier row")]
    [InlineData("ReadRecord,Record,POM,friend,,x", "column relationship: is 'friend'")]
    public void A_table_that_says_something_unknown_is_refused(string row, string problem) =>
        Assert.Contains(problem, Assert.Throws<TableException>(() => Permissions.Read(CsvTable.Read("p", $"verb,room,roles,relationship,condition,source\n{row}\n"))).Message);

    [Fact]
    public void Every_role_but_the_system_has_a_home_and_at_most_six_items() => Assert.All(Roles.All, role =>
        Assert.InRange(HomeGroups.Navigation(role.Role).Count, role.Role is Role.System ? 0 : 4, role.Role is Role.System ? 0 : 6));

    [Fact]
    public void The_levels_of_sensitivity_and_their_table_agree() =>
        Assert.Equal(Enum.GetValues<Sensitivity>(), SensitivityLevels.Table.Rows.Select(row => row.Level));

    [Fact]
    public void Every_kind_of_reach_ties_its_holder_to_the_person() =>
        Assert.All(Enum.GetValues<ReachKind>(), kind => Assert.NotEqual(WorkRelationship.None, kind.Relationship));

    [Theory]
    [InlineData(ReachKind.Manager, Role.Pom, true), InlineData(ReachKind.BreakGlass, Role.Pom, true), InlineData(ReachKind.Unit, Role.Pom, false)]
    [InlineData(ReachKind.EarlierUnit, Role.Pom, false), InlineData(ReachKind.Granted, Role.Pom, false), InlineData(ReachKind.Sample, Role.Inspector, false)]
    public void Restricted_entries_are_reached_by_the_allocated_worker(ReachKind kind, Role role, bool may) =>
        Assert.Equal(may, Permissions.May(role, Verb.ReadRestricted, kind.Relationship));
}
