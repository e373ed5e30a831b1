using System.Text;
using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Interventions;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Planning;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Exchange.Record;
using Throughcare.Exchange.Templates;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Exchange.Tests.Lists;

public abstract class TemplateTests(DatabaseKind kind) : ListFixture(kind)
{
    private const string Cases = "surname,forename,date_of_birth,sex,nomis_number,crn,pnc,prison_code,pdu_code,com_username,pom_username,tier,rosh_level,booking_number";
    private const string Sentences = "nomis_number,crn,booking_number,sentence_no,sentence_type,offence_date,sentence_date,years,months,weeks,days,consecutive_to,sds_plus,court_code";
    private const string Contacts = "crn,nomis_number,contact_datetime,type_code,staff_username,duration_minutes,attended,notes,enforcement";
    private const string Victims = "crn,victim_ref,status,liaison_officer,preference";
    private const string Staff = "username,full_name,role,unit_code,email,grade,caseload_capacity,line_manager";

    [Fact]
    public async Task A_case_that_no_number_finds_becomes_a_person_with_all_that_the_row_says()
    {
        var staff = await StaffAsync();

        var run = await ImportAsync("cases", Csv(Cases, "Zabrake,Adan,02/04/1990,M,A1234BC,,1999/1234567B,LHI,,,petra.omond,B2,HIGH,38479A"));

        Assert.Equal((ImportStatus.Completed, 1, 0), (run.Status, run.Created, run.Warnings));
        var name = Assert.Single(await CurrentAsync<PersonName>());
        Assert.Equal(("Zabrake", "Adan"), (name.Last, name.First));
        Assert.Equal(["1999/1234567B", "38479A", "A1234BC"], (await CurrentAsync<PersonIdentifier>()).Select(i => i.Canonical).Order(StringComparer.Ordinal));
        Assert.Equal((new DateOnly(1990, 4, 2), "M"), (Assert.Single(await CurrentAsync<PersonDetails>()) is var details ? (details.DateOfBirth!.Value, details.Sex!.Value.Code) : default));
        Assert.Equal("LHI", Assert.Single(await CurrentAsync<CellLocation>()).Prison.Text);
        var pom = Assert.Single(await CurrentAsync<ManagerAssignment>());
        Assert.Equal((Role.Pom, staff.Id, "Omond, Petra"), (pom.Role, pom.StaffId, pom.Name));
        Assert.Equal("B2", Assert.Single(await CurrentAsync<RecordedTier>()).Tier);
        Assert.Equal(RoshLevel.High, Assert.Single(await CurrentAsync<RoshRecord>()).Level);
        await using var db = Database.Open();
        Assert.True(await db.Reach.AnyAsync(r => r.Holder == ReachHolder.Of(new PlaceCode("LHI")) && r.Kind == ReachKind.Unit));
        Assert.True(await db.NameKeys.AnyAsync());
    }

    [Fact]
    public async Task A_case_in_the_community_is_its_delivery_units_even_before_anybody_holds_it()
    {
        await ImportAsync("cases", Csv(Cases, "Zabrake,Adan,1990-04-02,M,,X123456,,,N55P07,,,,,"));

        var com = Assert.Single(await CurrentAsync<ManagerAssignment>());
        Assert.Equal((Role.Com, "Unallocated", "N55P07"), (com.Role, com.Name, com.Place!.Value.Text));
    }

    [Fact]
    public async Task A_known_person_keeps_what_the_record_says_and_gains_what_it_lacks()
    {
        var person = await PersonAsync(noms: "A1234BC");

        var run = await ImportAsync("cases", Csv(Cases, "Zabrak,Adan,1991-05-05,M,A1234BC,X123456,,,,,,C1,,"));

        Assert.Equal(1, run.Merged);
        var details = Assert.Single(await CurrentAsync<PersonDetails>());
        Assert.Equal((new DateOnly(1990, 4, 2), "M"), (details.DateOfBirth!.Value, details.Sex!.Value.Code));
        Assert.Equal([("Zabrake", NameType.Current), ("Zabrak", NameType.Alias)], (await CurrentAsync<PersonName>()).OrderBy(n => n.Type).Select(n => (n.Last, n.Type)));
        Assert.All(await CurrentAsync<PersonIdentifier>(), i => Assert.Equal(person, i.PersonId));
    }

    [Fact]
    public async Task A_pnc_number_finds_a_person_of_the_same_date_of_birth_alone()
    {
        var person = await PersonAsync(pnc: "1999/1234567B");

        await ImportAsync("cases", Csv(Cases, "Zabrake,Adan,1990-04-02,M,,X123456,99/1234567B,,,,,,,", "Other,Bo,1970-01-01,M,,X654321,99/1234567B,,,,,,,"));

        await using var db = Database.Open();
        Assert.Equal(2, await db.People.CountAsync());
        Assert.Equal(person, (await db.Identifiers.SingleAsync(i => i.Canonical == "X123456")).PersonId);
    }

    [Fact]
    public async Task Rows_of_cases_that_can_not_be_right_are_rejected_and_said()
    {
        await PersonAsync(noms: "A1111AA");
        await PersonAsync(crn: "X111111");
        var good = Enumerable.Range(100, 80).Select(n => $"Nobody,Bo,1990-04-02,M,,X000{n},,,,,,,,");

        var run = await ImportAsync("cases", Csv(Cases,
        [
            .. good, "Zabrake,Adan,1990-04-02,M,,,,,,,,,,", "Zabrake,,1990-04-02,M,A1234BC,,,,,,,,,", "Zabrake,Adan,2024-01-01,M,A1234BD,,,,,,,,,",
            "Zabrake,Adan,1990-04-02,M,A1111AA,X111111,,,,,,,,", "Zabrake,Adan,1990-04-02,M,A1234BE,,,ZZQ,,,,,,",
        ]));

        Assert.Equal(
            [("MISSING_VALUE", "nomis_number"), ("MISSING_VALUE", "forename"), ("DATE_OF_BIRTH_INVALID", "date_of_birth"), ("KEY_PERSON_DISAGREES", "crn"), ("UNKNOWN_CODE", "prison_code")],
            (await ErrorsAsync(run)).Where(e => e.Severity is ImportSeverity.Error).Select(e => (e.Code, e.Column)).OrderBy(e => Array.IndexOf(Order, e.Code)).ThenByDescending(e => e.Column));
    }

    private static readonly string[] Order = ["MISSING_VALUE", "DATE_OF_BIRTH_INVALID", "KEY_PERSON_DISAGREES", "UNKNOWN_CODE"];

    [Fact]
    public async Task Sentences_adjustments_objectives_and_interventions_are_kept_whole()
    {
        await PersonAsync(noms: "A1234BC", crn: "X123456", booking: "38479A");

        await ImportAsync("sentences", Csv(Sentences, "A1234BC,,38479A,1,ADIMP_ORA,2025-03-02,2025-12-01,3,6,0,0,,N,AYLECC"));
        await ImportAsync("adjustments", Csv("booking_number,type,days,from_date,to_date,applies_from", "38479A,REMAND,41,2025-10-21,2025-11-30,2025-12-01"));
        await ImportAsync("sentence-plan", Csv("crn,nomis_number,objective_no,need_code,objective_text,status,target_date,owner", "X123456,,1,ACCOMMODATION,\"Find a place, \"\"settled\"\"\",ACTIVE,2026-06-30,POM"));
        await ImportAsync("interventions", Csv("crn,nomis_number,intervention_code,status,date,provider", "X123456,,tsp,STARTED,2026-01-02,Prison"));

        var sentence = Assert.Single(await CurrentAsync<ListedSentence>());
        Assert.Equal((1, "ADIMP_ORA", 3, 6, "AYLECC"), (sentence.Number, sentence.Type.Code, sentence.Years, sentence.Months, sentence.Court!.Value.Code));
        var adjustment = Assert.Single(await CurrentAsync<SentenceAdjustment>());
        Assert.Equal((AdjustmentType.Remand, 41, new DateOnly(2025, 12, 1)), (adjustment.Type, adjustment.Days, adjustment.ValidFrom));
        Assert.Equal("Find a place, \"settled\"", Assert.Single(await CurrentAsync<RecordedObjective>()).Text);
        Assert.Equal(("TSP", InterventionStatus.Started), (Assert.Single(await CurrentAsync<RecordedIntervention>()) is var step ? (step.Code, step.Status) : default));
    }

    [Fact]
    public async Task A_row_that_changed_is_the_next_version_of_the_same_fact()
    {
        await PersonAsync(booking: "38479A");
        const string header = "booking_number,type,days,from_date,to_date,applies_from";
        await ImportAsync("adjustments", Csv(header, "38479A,ADA,14,,,2025-12-01"));

        var run = await ImportAsync("adjustments", Csv(header, "38479A,ADA,21,,,2025-12-01"), Day2);

        Assert.Equal((1, 0), (run.Updated, run.Created));
        Assert.Equal((21, 2), (Assert.Single(await CurrentAsync<SentenceAdjustment>()) is var now ? (now.Days, now.Version) : default));
    }

    [Theory]
    [InlineData("sentences", Sentences, "A1234BC,,38479A,1,ADIMP_ORA,2026-03-02,2025-12-01,3,6,0,0,,N,", "DATE_INVALID", "sentence_date")]
    [InlineData("sentences", Sentences, "A1234BC,,38479A,1,ADIMP_ORA,2025-03-02,2025-12-01,3,6,0,0,1,N,", "VALUE_INVALID", "consecutive_to")]
    [InlineData("sentences", Sentences, "A1234BC,,38479A,x,ADIMP_ORA,2025-03-02,2025-12-01,3,6,0,0,,N,", "NUMBER_INVALID", "sentence_no")]
    [InlineData("sentences", Sentences, ",,38479A,1,ADIMP_ORA,2025-03-02,2025-12-01,3,6,0,0,,N,", "MISSING_VALUE", "crn")]
    [InlineData("adjustments", "booking_number,type,days,from_date,to_date", "38479A,REMAND,41,2025-12-21,2025-11-30", "ADJUSTMENT_INVALID_DATE_RANGE", "to_date")]
    [InlineData("adjustments", "booking_number,type,days,from_date,to_date", "38479A,REMAND,99,2025-10-21,2025-11-30", "NUMBER_INVALID", "days")]
    [InlineData("adjustments", "booking_number,type,days", "38479A,LEAP,4", "VALUE_INVALID", "type")]
    [InlineData("contacts", Contacts, "X123456,,2026-01-05 09:30,NOPE,petra.omond,,,,", "UNKNOWN_CODE", "type_code")]
    [InlineData("contacts", Contacts, "X123456,,2027-01-05 09:30,TC01,petra.omond,,,,", "DATE_INVALID", "contact_datetime")]
    [InlineData("sentence-plan", "crn,nomis_number,objective_no,need_code,objective_text,status", "X123456,,1,ETE,Work,DONE", "VALUE_INVALID", "status")]
    [InlineData("interventions", "crn,nomis_number,intervention_code,status,date", "X123456,,TSP,STARTED,soon", "DATE_INVALID", "date")]
    [InlineData("staff", Staff, "a.b,Ann Bee,WIZARD,LHI,a@b.uk,,,", "UNKNOWN_CODE", "role")]
    [InlineData("staff", Staff, "a.b,Ann Bee,POM,QQQ,a@b.uk,,,", "UNKNOWN_CODE", "unit_code")]
    [InlineData("staff", Staff, "a.b,Ann Bee,POM,LHI,nowhere,,,", "VALUE_INVALID", "email")]
    [InlineData("victims", Victims, "X123456,VU1,MAYBE,,", "VALUE_INVALID", "status")]
    public async Task A_wrong_field_is_named_with_what_to_do(string word, string header, string row, string code, string column)
    {
        await PersonAsync(noms: "A1234BC", crn: "X123456", booking: "38479A");
        await StaffAsync();

        var id = await ReceiveAsync(word, Encoding.UTF8.GetBytes(Csv(header, row)), Day1);
        var run = await ImportAsync(word, Csv(header, row, row), Day2);

        Assert.True((await RunAsync(id)).Rows == 1);
        Assert.Equal((code, column, ImportSeverity.Error), (await ErrorsAsync(run))[0]);
        Assert.Equal(ImportStatus.Failed, run.Status);
    }

    [Fact]
    public async Task A_header_without_a_required_column_fails_and_names_it_and_an_unknown_column_is_ignored()
    {
        var failed = await RunAsync(await ReceiveAsync("adjustments", Encoding.UTF8.GetBytes(Csv("booking_number,type", "38479A,ADA")), Day1));
        await PersonAsync(booking: "38479A");
        var warned = await ImportAsync("adjustments", Csv("booking_number,type,days,colour", "38479A,ADA,14,red"));

        Assert.Equal((ImportStatus.Failed, "MISSING_COLUMN: The header lacks the column days."), (failed.Status, failed.Problem));
        Assert.Equal([("UNKNOWN_COLUMN", "colour", ImportSeverity.Warning)], await ErrorsAsync(warned));
        Assert.Equal((ImportStatus.Completed, 1), (warned.Status, warned.Created));
    }

    [Fact]
    public async Task A_file_that_is_not_utf8_is_refused_and_one_with_a_mark_is_read()
    {
        var wrong = await RunAsync(await ReceiveAsync("adjustments", [.. Encoding.UTF8.GetBytes(Csv("booking_number,type,days", "38479A,ADA,14")), 0xFF, 0xFE], Day1));
        await PersonAsync(booking: "38479A");
        var right = await ImportAsync("adjustments", "\uFEFF" + Csv("booking_number,type,days", "38479A,ADA,14"));

        Assert.StartsWith("WRONG_ENCODING", wrong.Problem, StringComparison.Ordinal);
        Assert.Equal(1, right.Created);
    }

    [Fact]
    public async Task A_contact_has_its_author_and_one_that_is_on_record_is_not_written_again()
    {
        var person = await PersonAsync(crn: "X123456");
        var staff = await StaffAsync();
        await using (var db = Database.Open())
        {
            db.Add(new Contact
            {
                Id = A.FactId,
                PersonId = person,
                Type = "TC01",
                HappenedAt = new(2026, 1, 2, 14, 0, 0, TimeSpan.Zero),
                Mode = ContactMode.FaceToFace,
                Text = "Recorded here",
                ValidFrom = new(2026, 1, 2),
                Sensitivity = Sensitivity.Standard,
                Sharing = Sharing.Yes,
                AuthorId = staff.Id,
                AuthorRole = Role.Pom,
                FirstRecordedAt = A.Monday,
                Recorded = A.Entry,
            });
            await db.SaveChangesAsync();
        }

        var run = await ImportAsync("contacts", Csv(Contacts, "X123456,,2026-01-02 14:00,TC01,Petra.Omond,30,A,Said again,", "X123456,,02/01/2026 15:30,TC01,petra.omond,30,FTA,\"Missed\nit\",NFA", "X123456,,2026-01-02 16:00,TC01,nobody,,,,"));

        Assert.Equal((1, 1, 1), (run.Created, run.Unchanged, run.Errors));
        Assert.Equal(["UNKNOWN_STAFF"], await RejectedAsync(run));
        var imported = (await CurrentAsync<Contact>()).Single(c => c.Recorded.Source is SourceSystem.Template);
        Assert.Equal((staff.Id, "Missed\nit", "NFA", 30), (imported.AuthorId, imported.Text, imported.Enforcement!.Value.Code, imported.DurationMinutes));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 15, 30, 0, TimeSpan.Zero), imported.HappenedAt);
        Assert.False(AppointmentOutcomes.Find(imported.Attendance!.Value.Code)!.Attended);
    }

    [Fact]
    public async Task Staff_are_made_and_brought_up_to_date_by_user_name_and_get_no_account()
    {
        await ImportAsync("staff", Csv(Staff, "Petra.Omond,Petra Omond,POM,LHI,petra@example.gov.uk,Band 4,45,"));

        var run = await ImportAsync("staff", Csv(Staff, "petra.omond,Petra Omond-Lee,POM,LHI,petra@example.gov.uk,,,no.one"), Day2);

        await using var db = Database.Open();
        var staff = await db.Staff.SingleAsync();
        Assert.Equal((1, 1), (run.Updated, run.Warnings));
        Assert.Equal(("petra.omond", "Petra Omond-Lee", 45, "Band 4"), (staff.UserName, staff.Name, staff.CaseloadCapacity, staff.Grade));
        Assert.Equal(0, await db.RecordEvents.CountAsync());
    }

    [Fact]
    public async Task Who_a_victim_is_stands_in_the_sealed_entry_alone()
    {
        await PersonAsync(crn: "X123456");

        var run = await ImportAsync("victims", Csv(Victims, "X123456,VU-2026-0041,OPTED_IN,Vera Lindqvist,Letter"), actor: A.Actor(Role.VloManager, "N55P07"));

        var contact = Assert.Single(await CurrentAsync<VictimContact>());
        await using var db = Database.Open();
        var entry = await db.SealedVictims.SingleAsync();
        Assert.Equal((1, VictimCaseStatus.OptedIn, entry.Pointer), (run.Created, contact.Status, contact.Pointer));
        Assert.Equal(("VU-2026-0041", "Vera Lindqvist"), (entry.Reference, entry.LiaisonOfficer));
        Assert.Equal(Sensitivity.Victim, (await db.Timeline.SingleAsync()).Sensitivity);
        Assert.DoesNotContain("VU-2026", (await db.SourceRows.SingleAsync()).Key, StringComparison.Ordinal);
        Assert.DoesNotContain("VU-2026", (await db.RecordEvents.SingleAsync()).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changes_of_a_victim_is_sealed_anew_and_the_old_entry_stays()
    {
        await PersonAsync(crn: "X123456");
        await ImportAsync("victims", Csv(Victims, "X123456,VU1,OPTED_IN,Vera Lindqvist,Letter"));

        await ImportAsync("victims", Csv(Victims, "X123456,VU1,OPTED_IN,Vera Lindqvist,Telephone"), Day2);

        await using var db = Database.Open();
        Assert.Equal(2, await db.SealedVictims.CountAsync());
        var now = Assert.Single(await CurrentAsync<VictimContact>());
        Assert.Equal((2, "Telephone"), (now.Version, (await db.SealedVictims.SingleAsync(v => v.Pointer == now.Pointer)).Preference));
    }

    [Fact]
    public async Task Victim_contacts_are_the_victim_liaison_managers_alone_and_nothing_else_is_theirs()
    {
        await PersonAsync(crn: "X123456");
        var manager = A.Actor(Role.VloManager, "N55P07");
        await ImportAsync("victims", Csv(Victims, "X123456,VU1,OPTED_IN,,"), actor: manager);
        await ImportAsync("staff", Csv(Staff, "a.b,Ann Bee,POM,LHI,a@b.uk,,,"), actor: A.Actor(Role.Admin, "NAT"));

        var victims = ImportKinds.All.Single(k => k.Word == "victims");
        Assert.All(ImportKinds.All, k => Assert.Equal(k.Word == "victims", k.Refuse(Role.VloManager) is null));
        Assert.All(new[] { Role.Admin, Role.RecordsOfficer, Role.CaseAdmin, Role.Pom, Role.Vlo }, role => Assert.NotNull(victims.Refuse(role)));
        await using var db = Database.Open();
        Assert.Equal(["VICTIMS"], await db.ImportRuns.VisibleTo(manager).Select(r => r.Source).ToListAsync());
        Assert.Equal(["STAFF"], await db.ImportRuns.VisibleTo(A.Actor(Role.Admin, "NAT")).Select(r => r.Source).ToListAsync());
    }

    [Theory]
    [InlineData("cases", Cases, "Zabrake,Adan,1990-04-02,M,A1234BC,X123456,,LHI,,,,,,", "Xander,Bo,1980-04-02,M,A7654BC,X654321,,LEI,,,,,,")]
    [InlineData("sentences", Sentences, "A1234BC,,38479A,1,ADIMP_ORA,2025-03-02,2025-12-01,3,6,0,0,,N,", "A7654BC,,12345B,1,ADIMP_ORA,2025-03-02,2025-12-01,3,6,0,0,,N,")]
    [InlineData("adjustments", "booking_number,type,days", "38479A,ADA,14", "12345B,ADA,14")]
    [InlineData("contacts", Contacts, "X123456,,2026-01-02 14:00,TC01,petra.omond,30,A,Said,", "X654321,,2026-01-02 14:00,TC01,petra.omond,30,A,Said,")]
    [InlineData("sentence-plan", "crn,nomis_number,objective_no,need_code,objective_text,status", "X123456,,1,ETE,Work,ACTIVE", "X654321,,1,ETE,Work,ACTIVE")]
    [InlineData("interventions", "crn,nomis_number,intervention_code,status,date", "X123456,,TSP,STARTED,2026-01-02", "X654321,,TSP,STARTED,2026-01-02")]
    [InlineData("staff", Staff, "a.b,Ann Bee,POM,LHI,a@b.uk,,,", "b.c,Bea Cee,POM,LEI,b@c.uk,,,")]
    public async Task A_case_administrator_imports_the_rows_of_the_own_unit_and_sending_them_again_changes_nothing(string word, string header, string own, string others)
    {
        await PersonAsync(noms: "A1234BC", crn: "X123456", booking: "38479A", unit: "LHI");
        await PersonAsync("Xander", "Bo", noms: "A7654BC", crn: "X654321", booking: "12345B", unit: "LEI", born: new(1980, 4, 2));
        await StaffAsync();
        var admin = A.Actor(Role.CaseAdmin);

        var run = await ImportAsync(word, Csv(header, own, others), actor: admin);
        var before = await WrittenAsync();
        var again = await ImportAsync(word, Csv(header, own), Day2, admin);

        Assert.Equal(["NOT_OWN_UNIT"], await RejectedAsync(run));
        Assert.Equal(1, run.Created + run.Merged);
        Assert.Equal((1, 1), (again.Read, again.Unchanged));
        Assert.Equal(before, await WrittenAsync());
    }

    [Fact]
    public void Every_list_has_an_empty_template_whose_example_its_own_reader_takes()
    {
        var names = EmptyTemplates.For(Role.Admin).Select(t => t.Name).Append("victims").ToList();

        Assert.Equal(["adjustments", "cases", "contacts", "interventions", "sentence-plan", "sentences", "staff", "victims"], names.Order(StringComparer.Ordinal));
        Assert.Null(EmptyTemplates.TextOf("victims", Role.Admin));
        Assert.NotNull(EmptyTemplates.TextOf("victims", Role.VloManager));
        Assert.Null(EmptyTemplates.TextOf("offloc", Role.Admin));
    }

    [Theory]
    [InlineData("cases"), InlineData("sentences"), InlineData("adjustments"), InlineData("contacts"), InlineData("sentence-plan"), InlineData("interventions"), InlineData("staff"), InlineData("victims")]
    public async Task The_example_of_a_template_is_imported_as_it_stands(string word)
    {
        await PersonAsync(noms: "A1234BC", crn: "X123456", booking: "38479A");
        await StaffAsync("pom@demo");
        var text = EmptyTemplates.TextOf(word, word == "victims" ? Role.VloManager : Role.Admin)!;

        var run = await ImportAsync(word, text, new(2026, 1, 20));

        Assert.Empty(await ErrorsAsync(run));
        Assert.Equal((1, ImportStatus.Completed), (run.Created + run.Merged, run.Status));
    }
}

public sealed class TemplatesOnSqlite() : TemplateTests(DatabaseKind.Sqlite);

public sealed class TemplatesOnPostgres() : TemplateTests(DatabaseKind.Postgres);
