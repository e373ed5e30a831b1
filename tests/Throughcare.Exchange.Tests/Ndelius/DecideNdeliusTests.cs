using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Ndelius;
using Throughcare.Domain.Record.Offloc;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Testing;
using Xunit;
using static Throughcare.Exchange.Tests.Ndelius.NdeliusText;

namespace Throughcare.Exchange.Tests.Ndelius;

public sealed class DecideNdeliusTests
{
    private static readonly DateOnly Day2 = Day1.AddDays(1);
    private static readonly DateOnly Day3 = Day1.AddDays(2);

    private static NdeliusTextLine Address(int id = 1, string status = "M") => new(NdeliusLineKind.OffenderAddress, id)
    {
        ["StatusCode"] = status,
        ["HouseNumber"] = "4",
        ["StreetName"] = "Fuller Row",
        ["Town"] = "Bolton",
        ["Postcode"] = "qx11aa",
        ["StartDate"] = "20250601",
        ["NoFixedAbode"] = "N",
    };

    [Fact]
    public void Numbers_are_normalised_and_a_wrong_check_letter_is_kept_and_marked()
    {
        var line = Offender().With("PNCNumber", "99/1234567C").With("CRO", "75715/06M").With("NOMISNumber", "A1234BC").With("NINO", "ZZ123456C").With("ImmigrationNumber", "H0001");

        var (record, problems) = After((Row(true, line), Day1));

        Assert.Equal(("1999/1234567C", IdentifierCheck.CheckFailed), Number(record, IdentifierKind.Pnc));
        Assert.Equal(("075715/06M", IdentifierCheck.Valid), Number(record, IdentifierKind.Cro));
        Assert.Equal(("A1234BC", IdentifierCheck.Valid), Number(record, IdentifierKind.Noms));
        Assert.Equal(("X123456", IdentifierCheck.Valid), Number(record, IdentifierKind.Crn));
        Assert.Equal(IdentifierCheck.CheckFailed, Number(record, IdentifierKind.Nino).Check);
        Assert.Equal("H0001", Number(record, IdentifierKind.Immigration).Canonical);
        Assert.Equal(2, problems.Count(p => p.Code == "CHECK_FAILED" && p.Severity is ImportSeverity.Warning));
    }

    [Theory]
    [InlineData("A9999AA", "")]
    [InlineData("", "2033/0993399H")]
    public void Placeholders_count_as_no_number(string noms, string pnc)
    {
        var (record, _) = After((Row(true, Offender().With("NOMISNumber", noms).With("PNCNumber", pnc)), Day1));

        Assert.Equal(IdentifierKind.Crn, Assert.Single(record.Identifiers).Kind);
    }

    [Fact]
    public void Further_numbers_have_a_line_of_their_own_that_can_be_withdrawn()
    {
        var more = new NdeliusTextLine(NdeliusLineKind.AdditionalIdentifier, 3) { ["PNC"] = "04/712343W", ["MilitaryServiceNumber"] = "q22" };

        var (record, _) = After((Row(true, Offender(), more), Day1));
        var (without, _) = After((Row(true, Offender(), more), Day1), (Row(false, Offender(), more.With("MilitaryServiceNumber", "").Deleted), Day2));

        Assert.Equal("2004/0712343W", Number(record, IdentifierKind.Pnc).Canonical);
        Assert.Equal("Q22", Number(record, IdentifierKind.MilitaryService).Canonical);
        Assert.DoesNotContain(without.Identifiers, i => i.Kind is IdentifierKind.Pnc);
    }

    [Fact]
    public void Outside_prison_probations_name_is_the_current_one_and_the_old_one_an_alias()
    {
        var (record, _) = After((Row(true, Offender()), Day1), (Row(true, Offender().With("Surname", "Newname")), Day2));

        Assert.Equal("Newname", record.Names.Single(n => n.Type is NameType.Current).Last);
        Assert.Equal("Zabrake", record.Names.Single(n => n.Type is NameType.Alias).Last);
        Assert.Empty(record.DataQuality);
    }

    [Fact]
    public void In_prison_the_prisons_name_and_details_stay_and_probations_are_kept_to_be_looked_at()
    {
        var held = Held();
        var (record, _) = After(held, (Row(true, Offender().With("Surname", "Other").With("DateOfBirth", "19910313").With("EthnicityCode", "A1")), Day1));

        Assert.Equal("Prisonname", record.Names.Single(n => n.Type is NameType.Current).Last);
        Assert.Equal("Other", record.Names.Single(n => n.Type is NameType.Alias).Last);
        Assert.Equal((new DateOnly(1990, 3, 12), "A1"), (record.Details!.DateOfBirth, record.Details.Ethnicity!.Value.Code));
        Assert.Equal(["Date of birth", "Name"], record.DataQuality.Where(i => i.Kind is DataQualityKind.SourceDisagreement).Select(i => i.Field).Order());
        Assert.Equal(("12 March 1990", "13 March 1991"), record.DataQuality.Where(i => i.Field == "Date of birth").Select(i => (i.Here, i.There)).Single());
    }

    [Fact]
    public void Custody_that_probation_ended_before_the_confirmed_release_becomes_an_item_until_they_agree()
    {
        var held = Held();
        held.Add(new KeyDates { Id = A.FactId, PersonId = held.PersonId, ValidFrom = new(2025, 12, 1), Recorded = Offloc, ConfirmedRelease = new(2026, 3, 27) });
        held.Add(new CellLocation { Id = A.FactId, PersonId = held.PersonId, ValidFrom = new(2025, 12, 1), Recorded = Offloc, Prison = new("LHI") });
        var type = SentenceTypes.Table.Rows.First(t => t.Class is "custody_determinate");
        var custody = Disposal(code: type.Code, detail: type.Description, on: "20251201");

        var (record, _) = After(held, (Row(true, Offender(), Event(), custody.With("TerminationDate", "20260301")), Day1));
        var (again, _) = After(record, (Row(true, Offender(), Event(), custody), Day2));

        var item = Assert.Single(record.DataQuality, i => i.Field == ReleaseSources.Field);
        Assert.Equal(("27 March 2026, prison", "Custodial sentence over on 1 March 2026, probation record", "LHI"), (item.Here, item.There, item.Owner.Text));
        Assert.Equal(SourceDisagreements.AgreeAgain, Assert.Single(again.DataQuality, i => i.Field == ReleaseSources.Field).Settled);
    }

    [Fact]
    public void After_release_probations_name_and_details_are_in_force_and_the_prisons_are_not_lost()
    {
        var held = Held(until: Day1.AddDays(-3));
        var (record, _) = After(held, (Row(true, Offender().With("Surname", "Other").With("DateOfBirth", "19910313")), Day1));

        Assert.Equal("Other", record.Names.Single(n => n.Type is NameType.Current).Last);
        Assert.Equal("Prisonname", record.Names.Single(n => n.Type is NameType.Alias).Last);
        Assert.Equal(new DateOnly(1991, 3, 13), record.Details!.DateOfBirth);
        Assert.Equal(2, record.DataQuality.Count(i => i.Kind is DataQualityKind.SourceDisagreement));
    }

    [Fact]
    public void What_somebody_corrected_here_is_never_overwritten()
    {
        var was = Held(until: Day1.AddDays(-3));
        var details = was.Details!;
        var corrected = Copy(was, fact => fact == details ? details with { EditedHere = DetailFields.DateOfBirth } : fact);

        var (record, _) = After(corrected, (Row(true, Offender().With("DateOfBirth", "19910313")), Day1));

        Assert.Equal(new DateOnly(1990, 3, 12), record.Details!.DateOfBirth);
        Assert.Equal(DataQualityKind.SourceConflict, record.DataQuality.Single(i => i.Field == "Date of birth").Kind);
    }

    [Fact]
    public void Previous_surname_and_aliases_are_other_names()
    {
        var alias = new NdeliusTextLine(NdeliusLineKind.AliasDetails, 9) { ["FirstName"] = "Ade", ["Surname"] = "Zebra", ["DateOfBirth"] = "19900401" };

        var (record, _) = After((Row(true, Offender().With("PreviousSurname", "Oldname"), alias), Day1));

        Assert.Equal([("Oldname", "Adan"), ("Zebra", "Ade")], record.Names.Where(n => n.Type is NameType.Alias).OrderBy(n => n.Last).Select(n => (n.Last, n.First!)));
        Assert.Equal(new DateOnly(1990, 4, 1), record.Names.Single(n => n.Last == "Zebra").DateOfBirth);
    }

    [Fact]
    public void An_address_has_its_status_its_postcode_and_whether_it_is_none()
    {
        var none = new NdeliusTextLine(NdeliusLineKind.OffenderAddress, 2) { ["StatusCode"] = "S", ["NoFixedAbode"] = "Y", ["Postcode"] = "nowhere" };

        var (record, problems) = After((Row(true, Offender(), Address(), none), Day1));

        var home = record.Addresses.Single(a => a.Use is AddressUse.Home);
        Assert.Equal(("4 Fuller Row\nBolton\nQX11AA", "QX1 1AA", "M", new DateOnly(2025, 6, 1)), (home.Lines, home.Postcode, home.Status!.Value.Code, home.ValidFrom));
        Assert.True(record.Addresses.Single(a => a.Use is AddressUse.Probation).NoFixedAbode);
        Assert.Contains(problems, p => p.Code == "POSTCODE_INVALID");
    }

    [Fact]
    public void An_address_that_becomes_a_previous_one_is_over()
    {
        var (record, _) = After((Row(true, Offender(), Address()), Day1), (Row(false, Offender(), Address(status: "P")), Day2));

        Assert.Equal(Day1, Assert.Single(record.Addresses).ValidTo);
    }

    [Fact]
    public void A_manager_is_of_a_team_and_its_unit_and_ends_when_another_takes_over()
    {
        var (record, _) = After((Row(true, Offender(), Manager()), Day1), (Row(false, Offender(), Manager(2, "20260301", "N50P02", "Vane")), Day2));

        var now = record.Managers.Single(m => m.ValidTo is null);
        Assert.Equal((Role.Com, "Vane, Petra", "N50P02", "N50A001"), (now.Role, now.Name, now.Place?.Text, now.OfficerCode));
        Assert.Equal(new DateOnly(2026, 2, 28), record.Managers.Single(m => m.ValidTo is not null).ValidTo);
    }

    [Theory]
    [InlineData("ZZZZZZ")]
    [InlineData("N51P01")]   // of another region
    public void A_team_that_no_unit_of_its_region_has_is_recorded_by_its_region(string team)
    {
        var (record, problems) = After((Row(true, Offender(), Manager(team: team)), Day1));

        Assert.Equal("N50", Assert.Single(record.Managers).Place?.Text);
        Assert.Equal("TEAM_NOT_MAPPED", Assert.Single(problems).Code);
        Assert.Equal((DataQualityKind.TeamNotMapped, "N50"), (Assert.Single(record.DataQuality).Kind, record.DataQuality[0].Owner.Text));
    }

    [Fact]
    public void A_manager_of_the_prison_file_gives_way_to_probations()
    {
        var was = Held();
        was.Add(new ManagerAssignment { Id = A.FactId, PersonId = was.PersonId, ValidFrom = new(2025, 12, 1), Recorded = Offloc, Role = Role.Com, Name = "Ash, Kim" });

        var (record, _) = After(was, (Row(true, Offender(), Manager()), Day1));

        Assert.Equal(new DateOnly(2025, 12, 31), record.Managers.Single(m => m.Name == "Ash, Kim").ValidTo);
        Assert.Equal("Quill, Petra", record.Managers.Single(m => m.ValidTo is null).Name);
    }

    [Fact]
    public void A_registration_has_its_flag_or_the_words_that_no_list_has()
    {
        var mappa = Registration(5, "MAPP").With("CategoryCode", "M2").With("CategoryDescription", "MAPPA category 2").With("RegisterCode", "M1").With("RegisterDescription", "MAPPA level 1");

        var (record, problems) = After((Row(true, Offender(), mappa, Registration(6, "ZZZZ")), Day1));

        var (flag, other) = (record.Of<Registration>().Single(r => r.Code == "MAPP"), record.Of<Registration>().Single(r => r.Code == "UNK"));
        Assert.Equal((2, 1, new DateOnly(2026, 1, 10)), (flag.MappaCategory, flag.MappaLevel, flag.ValidFrom));
        Assert.Equal(("Unmapped: Words of ZZZZ", Sensitivity.Sensitive), (other.Describe(), other.Sensitivity));
        Assert.Equal("UNKNOWN_CODE", Assert.Single(problems).Code);
        Assert.Equal("REG:5@77", flag.SourceId);
    }

    [Fact]
    public void De_registered_ends_it_and_a_diff_changes_that_line_alone()
    {
        var (record, _) = After(
            (Row(true, Offender(), Registration(5, "RHRH"), Registration(6, "ADVP")), Day1),
            (Row(false, Offender(), Registration(5, "RHRH").With("DeRegistered", "Y")), Day2));

        Assert.Equal(Day1, record.Of<Registration>().Single(r => r.Code == "RHRH").ValidTo);
        Assert.Null(record.Of<Registration>().Single(r => r.Code == "ADVP").ValidTo);
    }

    [Fact]
    public void A_line_that_the_source_has_withdrawn_is_a_withdrawn_version()
    {
        var was = After((Row(true, Offender(), Registration(5, "RHRH")), Day1)).Record;

        var decision = Decide(was, Row(false, Offender(), Registration(5, "RHRH").Deleted), Day2);

        var write = Assert.Single(decision.Change!.Rows);
        Assert.Equal((true, 2, 1), (write.After.Withdrawn, write.After.Version, write.Before!.Version));
    }

    [Fact]
    public void What_a_full_list_no_longer_names_is_over_and_what_a_diff_does_not_name_is_not()
    {
        NdeliusTextLine[] all = [Offender(), Manager(), Registration(5, "RHRH"), Address()];

        var list = After((Row(true, all), Day1), (Row(true, Offender(), Manager()), Day2)).Record;
        var diff = After((Row(true, all), Day1), (Row(false, Offender()), Day2)).Record;

        Assert.Equal((Day1, Day1), (Assert.Single(list.Of<Registration>()).ValidTo, Assert.Single(list.Addresses).ValidTo));
        Assert.Null(Assert.Single(list.Managers).ValidTo);
        Assert.All(diff.All, fact => Assert.Null(fact.ValidTo));
    }

    [Fact]
    public void A_full_list_ends_nothing_of_another_CRN_of_the_same_person()
    {
        var other = new NdeliusRow(1, "99", true, [Offender("Y654321", 99).Read(), Registration(5, "ADVP").Read()]);

        var (record, _) = After((Row(true, Offender(), Registration(5, "RHRH")), Day1), (other, Day2));

        Assert.Equal(["ADVP", "RHRH"], record.Of<Registration>().Where(r => r.ValidTo is null).Select(r => r.Code).Order());
        Assert.Equal(2, record.Identifiers.Count(i => i.Kind is IdentifierKind.Crn && i.ValidTo is null));
    }

    [Theory]
    [InlineData("L", RoshLevel.Low)]
    [InlineData("Medium RoSH", RoshLevel.Medium)]
    [InlineData("HIGH", RoshLevel.High)]
    [InlineData("VERY_HIGH", RoshLevel.VeryHigh)]
    [InlineData("V", RoshLevel.VeryHigh)]
    public void A_level_of_risk_is_read_from_its_words(string words, RoshLevel level) =>
        Assert.Equal(level, Assert.Single(After((Row(true, Offender(), Rosh(1, words, "20260101")), Day1)).Record.Of<RoshRecord>()).Level);

    [Fact]
    public void One_level_of_risk_is_in_force_whatever_the_order_of_the_lines()
    {
        var (record, problems) = After((Row(true, Offender(), Rosh(3, "H", "20260201"), Rosh(2, "M", "20251001"), Rosh(4, "what", "20260202")), Day1));

        var levels = record.Of<RoshRecord>().OrderBy(r => r.ValidFrom).ToList();
        Assert.Equal([(RoshLevel.Medium, new DateOnly(2026, 1, 31)), (RoshLevel.High, (DateOnly?)null)], levels.Select(l => (l.Level, l.ValidTo)));
        Assert.Equal("UNKNOWN_CODE", Assert.Single(problems).Code);
    }

    [Fact]
    public void Circumstances_disabilities_and_provisions_are_kept_with_their_days()
    {
        var work = new NdeliusTextLine(NdeliusLineKind.PersonalCircumstances, 1) { ["Type"] = "B", ["TypeDescription"] = "Employment", ["SubType"] = "B02", ["SubTypeDescription"] = "Full-time employed", ["StartDate"] = "20250101", ["EndDate"] = "20250601" };
        var disability = new NdeliusTextLine(NdeliusLineKind.Disability, 1) { ["TypeCode"] = "RM", ["TypeDescription"] = "Reduced mobility", ["StartDate"] = "20240101" };
        var provision = new NdeliusTextLine(NdeliusLineKind.Provision, 1) { ["Code"] = "13", ["Description"] = "Ground floor interview room", ["StartDate"] = "20240101" };

        var (record, _) = After((Row(true, Offender(), work, disability, provision), Day1));

        Assert.Equal(
            [(CircumstanceKind.Circumstance, "Employment", "Full-time employed", new DateOnly(2025, 6, 1)), (CircumstanceKind.Disability, "Reduced mobility", null, null), (CircumstanceKind.Provision, "Ground floor interview room", null, (DateOnly?)null)],
            record.Of<PersonalCircumstance>().OrderBy(c => c.Kind).Select(c => (c.Kind, c.Type, c.SubType, c.ValidTo)));
    }

    [Fact]
    public void An_order_opens_the_case_with_its_offence_and_requirements_and_its_end_closes_it()
    {
        NdeliusTextLine[] lines = [Offender(), Manager(), Event(), Offence(), Disposal(), Requirement(1, "W", "Unpaid work")];
        var ended = Disposal().With("DisposalTerminationCode", "EXP").With("DisposalTerminationDescription", "Expired normally").With("TerminationDate", "20260302");

        var running = After((Row(true, lines), Day1)).Record;
        var over = After((Row(true, lines), Day1), (Row(false, Offender(), ended, Manager().With("EndDate", "20260302")), Day2)).Record;

        var open = Assert.Single(running.Cases);
        Assert.Equal((new DateOnly(2026, 1, 5), CaseOpening.CommunityOrder, null), (open.ValidFrom, open.OpenedBy, open.ValidTo));
        var order = Assert.Single(running.Of<Disposal>());
        Assert.Equal(("CO", 12, LengthUnit.Months, new DateOnly(2027, 1, 4), open.AsCase), (order.Type!.Value.Code, order.Length, order.Unit, order.ExpectedEnd, order.CaseId));
        Assert.Equal(("ROB", true, open.AsCase), (Assert.Single(running.Offences).GroupCode, running.Offences[0].IsMain, running.Offences[0].CaseId));
        Assert.Equal((order.SourceId, true), (Assert.Single(running.Of<Requirement>()).Disposal, running.Of<Requirement>().First().IsUnpaidWork));
        Assert.Equal((Day1, CaseClosing.SupervisionEnded), (Assert.Single(over.Cases).ValidTo, over.Cases[0].ClosedBy));
        Assert.Equal((Day1, Day1), (over.Of<Disposal>().Single().ValidTo, over.Offences[0].ValidTo));
    }

    [Fact]
    public void One_case_serves_both_sides()
    {
        var was = Held();
        was.Add(new PersonCase { Id = A.FactId, PersonId = was.PersonId, ValidFrom = new(2025, 12, 1), Recorded = Offloc, OpenedBy = CaseOpening.Reception });

        var (record, _) = After(was, (Row(true, Offender(), Manager(), Event(), Disposal(code: "ADIMP_ORA", detail: "Standard determinate sentence")), Day1));
        var (over, _) = After(Copy(record, f => f), (Row(false, Offender(), Disposal(code: "ADIMP_ORA", detail: "Standard determinate sentence").With("TerminationDate", "20260302")), Day2));

        Assert.Equal(new DateOnly(2025, 12, 1), Assert.Single(record.Cases).ValidFrom);
        Assert.Null(Assert.Single(over.Cases).ValidTo);   // still in prison
    }

    [Fact]
    public void A_report_to_a_court_opens_a_case_and_the_order_goes_on_with_it()
    {
        var (report, _) = After((Row(true, Offender(), Event(referred: "20260220", convicted: "20260225")), Day1));
        var (order, _) = After((Row(true, Offender(), Event(referred: "20260220", convicted: "20260225")), Day1), (Row(true, Offender(), Event(referred: "20260220", convicted: "20260225"), Disposal(on: "20260302")), Day2));

        Assert.Equal((new DateOnly(2026, 2, 20), CaseOpening.CourtReport), (Assert.Single(report.Cases).ValidFrom, report.Cases[0].OpenedBy));
        Assert.Equal((new DateOnly(2026, 2, 20), null), (Assert.Single(order.Cases).ValidFrom, order.Cases[0].ValidTo));
    }

    [Fact]
    public void A_transfer_between_areas_is_kept()
    {
        var line = new NdeliusTextLine(NdeliusLineKind.OffenderTransfer, 1) { ["RequestDate"] = "20260201", ["ReasonCode"] = "CHADD", ["ReasonDescription"] = "Change of address", ["StatusCode"] = "TA", ["StatusDescription"] = "Transfer accepted" };

        var transfer = Assert.Single(After((Row(true, Offender(), line), Day1)).Record.Of<AreaTransfer>());

        Assert.Equal((new DateOnly(2026, 2, 1), true), (transfer.ValidFrom, transfer.IsAccepted));
    }

    [Fact]
    public void An_offender_that_the_source_has_withdrawn_loses_its_CRN_and_what_ran_is_over()
    {
        var (record, _) = After((Row(true, Offender(), Registration(5, "RHRH")), Day1), (Row(false, Offender().Deleted), Day2));

        Assert.Empty(record.Identifiers);
        Assert.Equal(Day1, Assert.Single(record.Of<Registration>()).ValidTo);
    }

    [Fact]
    public void An_older_file_fills_gaps_and_changes_nothing()
    {
        var was = After((Row(true, Offender(), Registration(5, "RHRH")), Day2)).Record;

        var decision = Decide(was, Row(true, Offender().With("Surname", "Older").With("EthnicityCode", "A1"), Registration(5, "RHRH").With("DeRegistered", "Y"), Registration(4, "ADVP")), Day1, fillGaps: true);

        var after = Apply(was, decision);
        Assert.Null(after.Of<Registration>().Single(r => r.Code == "RHRH").ValidTo);
        Assert.Single(after.Of<Registration>(), r => r.Code == "ADVP");
        Assert.Equal(("Zabrake", "A1"), (after.Names.Single(n => n.Type is NameType.Current).Last, after.Details!.Ethnicity!.Value.Code));
    }

    [Fact]
    public void A_date_that_can_not_be_true_is_left_out_with_a_warning()
    {
        var (record, problems) = After((Row(true, Offender(), Registration(5, "RHRH", "18991231")), Day1));

        Assert.Equal(Day1, Assert.Single(record.Of<Registration>()).ValidFrom);
        Assert.Equal("DATE_INVALID", Assert.Single(problems).Code);
    }

    /// <summary>Whatever lines a file brings, in whatever order and whichever are withdrawn or over: brought again, they change nothing.</summary>
    [Fact]
    public void The_same_row_twice_changes_nothing_the_second_time()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var random = new Random(seed);
            var was = random.Next(3) switch
            {
                0 => New(),
                1 => Held(),
                _ => Held(until: Day1.AddDays(-9)),
            };
            for (var day = 0; day < 4; day++)
            {
                var row = Row(random.Next(2) == 0, [.. AnyLines(random)]);
                var on = Day1.AddDays(day);
                was = Apply(was, Decide(was, row, on));

                Assert.True(Decide(was, row, on).Change is null, $"Seed {seed}, day {day}: {string.Join(", ", Decide(was, row, on).Change?.Rows.Select(r => r.After.ToString()!) ?? [])}");
                Assert.All(Decide(was, row, on.AddDays(30)).Change?.Rows ?? [], r => Assert.IsType<PersonCase>(r.After));   // a court report is not waited for for ever
                Assert.True(was.Of<RoshRecord>().Count(r => r.ValidTo is null) <= 1, $"Seed {seed}");
                Assert.True(was.Managers.Count(m => m is { Role: Role.Com, ValidTo: null }) <= 1, $"Seed {seed}");
                Assert.Single(was.Names, n => n.Type is NameType.Current);
            }
        }
    }

    [Fact]
    public void A_level_typed_by_hand_outlives_one_update_without_a_level_and_not_the_next()
    {
        var was = Typed();

        var once = After(was, (Row(false, Offender()), Day1)).Record;
        var twice = After(once, (Row(false, Offender()), Day2)).Record;

        Assert.Equal((RoshLevel.High, true, "B2"), Assert.Single(once.Of<CaseInformation>()) is var first ? (first.Rosh!.Value, first.RoshOutlivedUpdate, first.Tier) : default);
        Assert.Equal(((RoshLevel?)null, false, "B2", Resourcing.Enhanced), Assert.Single(twice.Of<CaseInformation>()) is var second ? (second.Rosh, second.RoshOutlivedUpdate, second.Tier, second.Resourcing!.Value) : default);
        Assert.Equal(twice.Of<CaseInformation>(), After(twice, (Row(false, Offender()), Day3)).Record.Of<CaseInformation>());
    }

    [Fact]
    public void A_level_that_probation_gives_takes_the_place_of_a_typed_one_at_once()
    {
        var level = new NdeliusTextLine(NdeliusLineKind.OAS, 1) { ["AssesmentDate"] = "20251201", ["ROSHScore"] = "Medium" };

        var (record, _) = After(Typed(), (Row(false, Offender(), level), Day1));

        Assert.Null(Assert.Single(record.Of<CaseInformation>()).Rosh);
        Assert.Equal(RoshLevel.Medium, Assert.Single(record.Of<RoshRecord>()).Level);
    }

    [Fact]
    public void A_file_that_is_behind_a_newer_one_leaves_a_typed_level_alone() =>
        Assert.False(Assert.Single(Apply(Typed(), Decide(Typed(), Row(false, Offender()), Day1, fillGaps: true)).Of<CaseInformation>()).RoshOutlivedUpdate);

    /// <summary>Somebody whom the prison file named, with tier, level and resourcing typed by hand.</summary>
    private static PrisonRecord Typed()
    {
        var record = Held();
        record.Add(new CaseInformation { Id = A.FactId, PersonId = record.PersonId, ValidFrom = new(2025, 12, 2), Recorded = A.Entry, Tier = "B2", Rosh = RoshLevel.High, Resourcing = Resourcing.Enhanced });
        return record;
    }

    private static IEnumerable<NdeliusTextLine> AnyLines(Random random)
    {
        List<NdeliusTextLine> lines = [];
        for (var n = random.Next(14); n > 0; n--)
        {
            var (id, day) = (random.Next(1, 5), $"2026{random.Next(1, 3):D2}{random.Next(1, 29):D2}");
            NdeliusTextLine line = random.Next(11) switch
            {
                0 => Manager(id, day, random.Next(3) == 0 ? "ZZZZZZ" : "N50P01", $"Name{random.Next(3)}").With("EndDate", random.Next(3) == 0 ? day : ""),
                1 => Registration(id, random.Next(2) == 0 ? "RHRH" : "OTHER", day).With("DeRegistered", random.Next(2) == 0 ? "Y" : "N"),
                2 => Rosh(id, random.Next(4) == 0 ? "?" : "LMHV"[random.Next(4)].ToString(), day),
                3 => Event(1, day, random.Next(2) == 0 ? day : ""),
                4 => Disposal(1, random.Next(2) == 0 ? "CO" : "ADIMP_ORA", "Words", day).With("TerminationDate", random.Next(2) == 0 ? "20260301" : ""),
                5 => Offence(id, random.Next(2) == 0 ? "Robbery" : "Something else"),
                6 => Requirement(id, "W", "Unpaid work").With("Terminationdate", random.Next(2) == 0 ? day : ""),
                7 => Address(id, random.Next(2) == 0 ? "M" : "P"),
                8 => new(NdeliusLineKind.AliasDetails, id) { ["FirstName"] = "Adan", ["Surname"] = $"Alias{random.Next(3)}" },
                9 => new(NdeliusLineKind.AdditionalIdentifier, id) { ["PNC"] = "04/712343W", ["YOT"] = $"Y{random.Next(3)}" },
                _ => new(NdeliusLineKind.PersonalCircumstances, id) { ["TypeDescription"] = "Employment", ["SubTypeDescription"] = "Unemployed", ["StartDate"] = day },
            };
            if (!lines.Exists(l => l.Kind == line.Kind && l.Id == line.Id))
            {
                lines.Add(random.Next(6) == 0 ? line.Deleted : line);
            }
        }

        return lines.Prepend(Offender().With("Surname", random.Next(4) == 0 ? "Newname" : "Zabrake").With("EthnicityCode", random.Next(2) == 0 ? "A1" : "W1")
            .With("PreviousSurname", random.Next(2) == 0 ? "Before" : ""));
    }

    private static readonly Entry Offloc = new(A.Monday, StaffId.System, Role.System, PlaceCode.Nation, "ImportOffloc", SourceSystem.Offloc);

    private static readonly Entry Ndelius = Offloc with { UseCase = "ImportNdelius", Source = SourceSystem.Ndelius };

    private static (string Canonical, IdentifierCheck Check) Number(PrisonRecord record, IdentifierKind kind)
    {
        var number = Assert.Single(record.Identifiers, i => i.Kind == kind);
        return (number.Canonical, number.Check);
    }

    private static PrisonRecord New() => new() { PersonId = A.PersonId, IsNew = true };

    /// <summary>Somebody whom the prison file named.</summary>
    private static PrisonRecord Held(DateOnly? until = null)
    {
        var record = new PrisonRecord { PersonId = A.PersonId };
        record.Add(new PersonName { Id = A.FactId, PersonId = record.PersonId, ValidFrom = new(2025, 12, 1), Recorded = Offloc, Type = NameType.Current, Last = "Prisonname", First = "Adan" });
        record.Add(new PersonDetails { Id = A.FactId, PersonId = record.PersonId, ValidFrom = new(2025, 12, 1), Recorded = Offloc, DateOfBirth = new(1990, 3, 12), Sex = Coded.Of("M") });
        record.Add(new CustodyEpisode { Id = A.FactId, PersonId = record.PersonId, ValidFrom = new(2025, 12, 1), ValidTo = until, Recorded = Offloc });
        return record;
    }

    private static (PrisonRecord Record, List<RowProblem> Problems) After(params (NdeliusRow Row, DateOnly Day)[] rows) => After(New(), rows);

    private static (PrisonRecord Record, List<RowProblem> Problems) After(PrisonRecord was, params (NdeliusRow Row, DateOnly Day)[] rows)
    {
        List<RowProblem> problems = [];
        foreach (var (row, day) in rows)
        {
            var decision = Decide(was, row, day);
            problems.AddRange(decision.Problems);
            was = Apply(was, decision);
        }

        return (was, problems);
    }

    private static NdeliusDecision Decide(PrisonRecord was, NdeliusRow row, DateOnly day, bool fillGaps = false) =>
        DecideNdelius.Of(was, row, new(day, Ndelius, () => A.FactId, fillGaps));

    private static PrisonRecord Apply(PrisonRecord was, NdeliusDecision decision)
    {
        var replaced = decision.Change?.Rows.Where(r => r.Before is not null).Select(r => r.Before!.Id).ToHashSet() ?? [];
        Assert.All(decision.Change?.Rows ?? [], r => Assert.Equal((r.Before?.Version ?? 0) + 1, r.After.Version));
        var record = new PrisonRecord { PersonId = was.PersonId };
        foreach (var fact in was.All.Where(f => !replaced.Contains(f.Id)).Concat(decision.Change?.Rows.Select(r => r.After).Where(f => !f.Withdrawn) ?? []))
        {
            record.Add(fact);
        }

        return record;
    }

    private static PrisonRecord Copy(PrisonRecord was, Func<FactVersion, FactVersion> change)
    {
        var record = new PrisonRecord { PersonId = was.PersonId };
        foreach (var fact in was.All)
        {
            record.Add(change(fact));
        }

        return record;
    }
}
