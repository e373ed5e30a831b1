using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Xunit;

namespace Throughcare.Domain.Tests.Access;

public sealed class EntryReadingTests
{
    /// <summary>Each role at its usual tie to a person; standard, sensitive, restricted, victim, limited: W whole, e existence, - hidden.</summary>
    public static TheoryData<Role, WorkRelationship, string> Matrix => new()
    {
        { Role.Pom, WorkRelationship.OwnCase, "WWW--" },
        { Role.Pom, WorkRelationship.Unit, "WWe--" },
        { Role.Com, WorkRelationship.OwnCase, "WWW--" },
        { Role.Com, WorkRelationship.Unit, "WWe--" },
        { Role.KeyWorker, WorkRelationship.OwnCase, "Wee--" },
        { Role.CaseAdmin, WorkRelationship.Unit, "Wee--" },
        { Role.HeadOmu, WorkRelationship.Unit, "WWe--" },
        { Role.Homd, WorkRelationship.Unit, "WWW--" },
        { Role.Spo, WorkRelationship.Unit, "WWW--" },
        { Role.HeadPdu, WorkRelationship.Unit, "WWW--" },
        { Role.ProgrammeTutor, WorkRelationship.OwnCase, "-----" },
        { Role.TreatmentManager, WorkRelationship.OwnCase, "WWe--" },
        { Role.TreatmentManager, WorkRelationship.Unit, "-----" },
        { Role.PpStaff, WorkRelationship.Unit, "WWW--" },
        { Role.Censor, WorkRelationship.Unit, "-----" },
        { Role.MappaCoordinator, WorkRelationship.Area, "WWW--" },
        { Role.MappChair, WorkRelationship.Meeting, "-----" },
        { Role.DaSpoc, WorkRelationship.Unit, "WWe--" },
        { Role.PpoTracker, WorkRelationship.Area, "Wee--" },
        { Role.Vlo, WorkRelationship.VictimCase, "---W-" },
        { Role.VloManager, WorkRelationship.VictimCase, "---W-" },
        { Role.PartnerLinkWorker, WorkRelationship.VictimCase, "-----" },
        { Role.Oca, WorkRelationship.Unit, "Wee--" },
        { Role.PopulationManager, WorkRelationship.National, "-----" },
        { Role.Reception, WorkRelationship.Unit, "Wee--" },
        { Role.Residential, WorkRelationship.Unit, "Wee--" },
        { Role.Security, WorkRelationship.Unit, "WWe--" },
        { Role.Governor, WorkRelationship.Unit, "Wee--" },
        { Role.Education, WorkRelationship.Unit, "-----" },
        { Role.Health, WorkRelationship.Unit, "-----" },
        { Role.SubstanceMisuse, WorkRelationship.Unit, "-----" },
        { Role.Chaplaincy, WorkRelationship.Unit, "-----" },
        { Role.Psychology, WorkRelationship.Unit, "-----" },
        { Role.ApKeyWorker, WorkRelationship.OwnCase, "WWe--" },
        { Role.ApKeyWorker, WorkRelationship.Unit, "-----" },
        { Role.Ppcs, WorkRelationship.National, "Wee--" },
        { Role.RegionalManager, WorkRelationship.Region, "Wee--" },
        { Role.NationalManager, WorkRelationship.National, "Wee--" },
        { Role.Analyst, WorkRelationship.National, "-----" },
        { Role.Inspector, WorkRelationship.Sample, "WWWe-" },
        { Role.Inspector, WorkRelationship.National, "-----" },
        { Role.Prisoner, WorkRelationship.Self, "-----" },
        { Role.System, WorkRelationship.National, "-----" },
        { Role.RecordsOfficer, WorkRelationship.National, "Wee--" },
        { Role.Admin, WorkRelationship.National, "-----" },
    };

    [Theory, MemberData(nameof(Matrix))]
    public void A_role_reads_each_level_as_the_table_of_the_record_says(Role role, WorkRelationship held, string levels) => Assert.Equal(
        levels,
        string.Concat(Enum.GetValues<Sensitivity>().Select(level => EntryReading.Of(role, held, new(level)) switch
        {
            Reading.Whole => 'W',
            Reading.ExistenceOnly => 'e',
            _ => '-',
        })));

    [Fact]
    public void No_role_is_forgotten() => Assert.Equal(Enum.GetValues<Role>(), Matrix.Select(row => row.Data.Item1).Distinct().Order());

    [Fact]
    public void Without_a_relationship_nothing_is_shown() => Assert.All(Enum.GetValues<Role>(), role =>
        Assert.All(Enum.GetValues<Sensitivity>(), level => Assert.Equal(Reading.Hidden, EntryReading.Of(role, WorkRelationship.None, new(level) { IsMine = true }))));

    [Theory, InlineData(Role.ProgrammeTutor), InlineData(Role.Chaplaincy), InlineData(Role.Security), InlineData(Role.Education)]
    public void Whoever_wrote_an_entry_reads_it(Role role) =>
        Assert.Equal(Reading.Whole, EntryReading.Of(role, WorkRelationship.Unit, new(Sensitivity.Restricted) { IsMine = true }));

    [Theory]
    [InlineData(Sensitivity.Standard, true, false, Reading.Whole), InlineData(Sensitivity.Sensitive, true, false, Reading.Whole)]
    [InlineData(Sensitivity.Standard, false, false, Reading.Hidden), InlineData(Sensitivity.Standard, true, true, Reading.Hidden)]
    [InlineData(Sensitivity.Restricted, true, false, Reading.Hidden), InlineData(Sensitivity.Victim, true, false, Reading.Hidden)]
    public void A_person_reads_what_is_shared_and_never_what_others_said_or_restricted_entries(Sensitivity level, bool shared, bool thirdParty, Reading reading) =>
        Assert.Equal(reading, EntryReading.Of(Role.Prisoner, WorkRelationship.Self, new(level) { IsShared = shared, IsThirdParty = thirdParty }));

    [Fact]
    public void Only_named_users_read_a_limited_record()
    {
        var entry = new EntryToRead(Sensitivity.LimitedAccess);

        Assert.Equal(Reading.Hidden, EntryReading.Of(Role.Com, WorkRelationship.OwnCase, entry));
        Assert.Equal(Reading.Whole, EntryReading.Of(Role.Com, WorkRelationship.OwnCase, entry with { IsReaderNamed = true }));
    }

    [Fact]
    public void The_existence_of_intelligence_is_hidden_from_those_who_may_not_read_it()
    {
        var marker = EntryToRead.Of(ContactTypes.Table["TC33"], Sensitivity.Restricted);

        Assert.Equal(Reading.Hidden, EntryReading.Of(Role.KeyWorker, WorkRelationship.OwnCase, marker));
        Assert.Equal(Reading.Whole, EntryReading.Of(Role.Security, WorkRelationship.Unit, marker));
    }

    [Fact]
    public void Security_reads_restricted_entries_of_public_protection_and_no_others()
    {
        Assert.Equal(Reading.Whole, EntryReading.Of(Role.Security, WorkRelationship.Unit, EntryToRead.Of(ContactTypes.Table["TC30"], Sensitivity.Restricted)));
        Assert.Equal(Reading.ExistenceOnly, EntryReading.Of(Role.Security, WorkRelationship.Unit, EntryToRead.Of(ContactTypes.Table["TC01"], Sensitivity.Restricted)));
    }

    [Fact]
    public void A_wing_officer_sees_that_there_are_MAPPA_minutes_and_whom_to_ask()
    {
        var minutes = ContactTypes.Table["CCMM"];

        Assert.Equal(Reading.ExistenceOnly, EntryReading.Of(Role.Residential, WorkRelationship.Unit, EntryToRead.Of(minutes, Sensitivity.Restricted)));
        Assert.Equal("Public protection, 4 Feb, ask public protection unit", EntryReading.Headline(minutes, new(2026, 2, 4), "P Marlow"));
    }

    [Fact]
    public void An_entry_is_never_read_below_the_level_of_its_type() =>
        Assert.Equal(Reading.ExistenceOnly, EntryReading.Of(Role.KeyWorker, WorkRelationship.OwnCase, EntryToRead.Of(ContactTypes.Table["TC13"], Sensitivity.Standard)));

    [Fact]
    public void A_case_note_of_a_sensitive_type_is_read_by_readers_of_sensitive_entries()
    {
        var note = EntryToRead.Of(CaseNoteTypes.Table.Rows.First(type => type.IsSensitive), Sensitivity.Standard);

        Assert.Equal(Reading.Whole, EntryReading.Of(Role.Pom, WorkRelationship.Unit, note));
        Assert.Equal(Reading.ExistenceOnly, EntryReading.Of(Role.Residential, WorkRelationship.Unit, note));
    }
}
