using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Xunit;

namespace Throughcare.Domain.Tests.Record;

public sealed class ContactRulesTests
{
    private const string GoodText = "Talked about the plan and what comes next; agreed to ask about kitchen work before Friday of this week.";

    private static readonly DateTimeOffset Now = new(2026, 1, 6, 12, 0, 0, TimeSpan.Zero);

    private static readonly ContactToCheck Good = new(Role.Pom, ContactTypes.Table["TC01"], Now.AddHours(-1), GoodText) { Objectives = 1 };

    [Fact]
    public void A_full_contact_is_saved() => Assert.Empty(ContactRules.Check(Good, Now, new(1985, 3, 12)));

    [Fact]
    public void A_key_work_session_without_an_objective_waits_for_one_or_for_a_reason()
    {
        var session = Good with { Role = Role.KeyWorker, Type = ContactTypes.Table["TC02"], DurationMinutes = 45, Objectives = 0 };

        Assert.Equal([new("Objectives", "Select an objective, or say why this is not about the plan")], Check(session));
        Assert.Equal([new("NotAboutThePlan", "Reason must be 15 characters or more")], Check(session with { NotAboutThePlan = " fourteen chars" }));
        Assert.Empty(Check(session with { NotAboutThePlan = "fifteen charact" }));
        Assert.Empty(Check(session with { Objectives = 1 }));
    }

    [Fact]
    public void Each_field_has_its_message() => Assert.Equal(
        [
            new("Type", "Select the kind of contact"), new("HappenedAt", "Enter when the contact happened"), new("Text", "Enter what happened"),
            new("DurationMinutes", "Length must be between 1 and 480 minutes"), new("AchievementEvidence", "Say what shows that the objective is achieved, in 20 characters or more"),
            new("ThirdPartySource", "Enter who supplied the information"), new("NotSharedBecause", "Enter why this is not shared"),
        ],
        Check(new(Role.Pom, null, null, " ") { DurationMinutes = 481, IsObjectiveAchieved = true, IsThirdParty = true, Sharing = Sharing.No }));

    [Theory]
    [InlineData(1, null), InlineData(2, "Date and time of the contact must be now or in the past")]
    public void A_contact_may_not_lie_more_than_a_minute_ahead(int minutes, string? message) =>
        Assert.Equal(message, Check(Good with { HappenedAt = Now.AddMinutes(minutes) }).SingleOrDefault()?.Message);

    [Fact]
    public void A_contact_may_not_come_before_the_persons_birth() =>
        Assert.Equal("HappenedAt", Assert.Single(ContactRules.Check(Good, Now, new(2026, 1, 7))).Field);

    [Theory, InlineData(4000, true), InlineData(4001, false)]
    public void A_text_has_at_most_4000_characters(int length, bool good) => Assert.Equal(good, Check(Good with { Text = new string('a', length) }).Count == 0);

    [Theory, InlineData(null, false), InlineData(0, false), InlineData(1, true), InlineData(480, true), InlineData(481, false)]
    public void A_session_has_a_length(int? minutes, bool good) => Assert.Equal(
        good, Check(Good with { Role = Role.KeyWorker, Type = ContactTypes.Table["TC02"], DurationMinutes = minutes }).Count == 0);

    [Fact]
    public void A_contact_of_Christmas_Eve_recorded_on_Epiphany_is_six_working_days_late_and_needs_a_reason()
    {
        var happened = London.At(new(2025, 12, 24), new(10, 0));
        var delay = RecordingDelay.Of(happened, Now);

        Assert.Equal((6, Timeliness.Late, "Late: recorded 6 working days later"), (delay.WorkingDays, delay.Timeliness, delay.Mark));
        Assert.Equal([new("LateReason", "Enter why this is recorded late")], Check(Good with { HappenedAt = happened }));
        Assert.Empty(Check(Good with { HappenedAt = happened, LateReason = "On leave" }));
    }

    [Theory]
    [InlineData("2026-01-05", "2026-01-06", Timeliness.OnTime, null), InlineData("2026-01-02", "2026-01-05", Timeliness.OnTime, null)]
    [InlineData("2026-01-05", "2026-01-07", Timeliness.Noted, "Recorded 2 working days later"), InlineData("2026-01-05", "2026-01-12", Timeliness.Noted, "Recorded 5 working days later")]
    [InlineData("2026-01-05", "2026-01-13", Timeliness.Late, "Late: recorded 6 working days later")]
    public void The_delay_is_counted_in_working_days(string happened, string recorded, Timeliness timeliness, string? mark)
    {
        var delay = RecordingDelay.Of(London.At(DateOnly.Parse(happened), new(9, 0)), London.At(DateOnly.Parse(recorded), new(23, 59)));

        Assert.Equal((timeliness, mark), (delay.Timeliness, delay.Mark));
    }

    [Theory, InlineData("C280", 5, true), InlineData("C280", 4, false), InlineData("TC01", 5, false)]
    public void A_risk_that_is_recorded_after_four_hours_is_marked_in_red(string type, int hours, bool slow) =>
        Assert.Equal(slow, RecordingDelay.Of(Now.AddHours(-hours), Now).IsUrgentAndSlow(ContactTypes.Table[type]));

    [Fact]
    public void Nobody_lowers_an_entry_below_the_level_of_its_type()
    {
        var induction = ContactTypes.Table["TC13"];

        Assert.Equal(Sensitivity.Sensitive, ContactRules.LevelOf(induction, Sensitivity.Standard, isThirdParty: false));
        Assert.Equal(Sensitivity.Restricted, ContactRules.LevelOf(induction, Sensitivity.Restricted, isThirdParty: false));
        Assert.Equal(Sensitivity.Restricted, ContactRules.LevelOf(ContactTypes.Table["TC01"], null, isThirdParty: true));
        Assert.Equal("Sensitivity", Assert.Single(Check(Good with { Role = Role.SubstanceMisuse, Type = induction, Sensitivity = Sensitivity.Standard })).Field);
    }

    [Theory]
    [InlineData("TC01", Role.Pom), InlineData("TC22", Role.Com), InlineData("TC02", Role.KeyWorker), InlineData("TC04", Role.Residential)]
    [InlineData("TC07", Role.Reception, Role.Education), InlineData("TC14", Role.Health), InlineData("TC16", Role.Chaplaincy)]
    [InlineData("TC17", Role.Pom, Role.Com), InlineData("TC48", Role.Pom, Role.Com), InlineData("POM4", Role.Pom, Role.Com, Role.CaseAdmin)]
    [InlineData("CCMM", Role.PpStaff, Role.Com, Role.MappaCoordinator), InlineData("TC33", Role.PpStaff, Role.Com, Role.MappaCoordinator, Role.Security)]
    [InlineData("CVIC", Role.Vlo, Role.VloManager), InlineData("TC37", Role.ProgrammeTutor, Role.TreatmentManager), InlineData("CHVS", Role.Com)]
    [InlineData("MO1", Role.HeadOmu, Role.Homd, Role.Spo, Role.HeadPdu), InlineData("TC45", Role.Prisoner), InlineData("TC44", Role.System)]
    public void A_family_is_recorded_by_its_own_roles_alone(string type, params Role[] recorders) =>
        Assert.Equal(recorders.Order(), Enum.GetValues<Role>().Where(role => ContactRecorders.MayRecord(role, ContactTypes.Table[type])));

    [Fact]
    public void Letters_and_calls_are_recorded_by_all_who_record_but_victim_liaison() => Assert.Equal(
        Permissions.RolesThatMay(Verb.RecordContact).Select(role => role.Role).Except([Role.Vlo, Role.VloManager]).Order(),
        Enum.GetValues<Role>().Where(role => ContactRecorders.MayRecord(role, ContactTypes.Table["CTOA"])));

    [Fact]
    public void Every_kind_has_somebody_to_record_it() => Assert.All(
        ContactTypes.Table.Rows, type => Assert.Contains(Enum.GetValues<Role>(), role => ContactRecorders.MayRecord(role, type)));

    [Fact]
    public void The_wrong_role_is_refused_as_a_role() =>
        Assert.Equal(RefusalKind.Role, Assert.Single(Check(Good with { Role = Role.Residential })).Kind);

    [Fact]
    public void Case_notes_of_restricted_use_are_written_by_offender_managers_and_system_notes_by_nobody()
    {
        var restricted = CaseNoteTypes.Table.Rows.First(type => type is { IsRestrictedUse: true, IsActive: true, IsSelectable: true });
        var system = CaseNoteTypes.Table.Rows.First(type => !type.IsSelectable);

        Assert.Equal([Role.Pom, Role.Com], Enum.GetValues<Role>().Where(role => ContactRecorders.MayRecord(role, restricted)));
        Assert.DoesNotContain(Enum.GetValues<Role>(), role => ContactRecorders.MayRecord(role, system));
    }

    [Theory]
    [InlineData(2, true, false, EditDecision.Edit), InlineData(24, true, false, EditDecision.Edit), InlineData(25, true, false, EditDecision.TooLate)]
    [InlineData(2, true, true, EditDecision.ReliedUpon), InlineData(2, false, false, EditDecision.NotTheAuthor)]
    public void The_author_edits_for_24_hours_unless_somebody_relied_on_it(int hours, bool isAuthor, bool isReliedUpon, EditDecision decision)
    {
        Assert.Equal(decision, ContactEditing.Decide(Now.AddHours(-hours), Now, isAuthor, isReliedUpon));
        Assert.Equal(decision is EditDecision.Edit, ContactEditing.Message(decision) is null);
        Assert.True(decision is EditDecision.Edit || ContactEditing.Message(decision)!.EndsWith("Add an addendum instead", StringComparison.Ordinal));
    }

    private static IReadOnlyList<Refusal> Check(ContactToCheck draft) => ContactRules.Check(draft, Now, new(1985, 3, 12));
}
