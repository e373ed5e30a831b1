using Throughcare.Domain.Movements;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Offloc;
using Throughcare.Domain.Sentences;
using Throughcare.Testing;
using Xunit;
using static Throughcare.Exchange.Tests.Offloc.OfflocDecisions;

namespace Throughcare.Exchange.Tests.Offloc;

/// <summary>No field that is read may be forgotten: what changes in it changes the record.</summary>
public sealed class EveryFieldTests
{
    private const string Kitchen = "Kitchen work\",\"Kitchen\",\"8\",\"30\",\"11\",\"45";
    private const string Library = "Library orderly\",\"Library\",\"13\",\"30\",\"16\",\"0";

    /// <summary>They belong to the file and not to the person: the day of the file, and the prison's name beside its code.</summary>
    private static readonly int[] OfTheFile = [OfflocField.SystemDate, 1];

    private static readonly DateOnly Day1 = OfflocFiles.Day1;
    private static readonly DateOnly Day2 = Day1.AddDays(1);
    private static readonly DateOnly Day3 = Day1.AddDays(2);

    /// <summary>Fields that not any words will do for: what stands there, and what else can. Every other field holds words.</summary>
    private static readonly Dictionary<int, (string One, string Other)> Values = Known();

    public static TheoryData<int> Fields => [.. OfflocField.Imported.Except(OfTheFile)];

    private static OfflocLine Ada => new("A1234BC");

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_change_of_any_field_that_is_read_changes_the_record_once(int field)
    {
        var full = Full();
        var record = After((full, Day1));

        var changed = full.With(field, Values.TryGetValue(field, out var value) ? value.Other : "Other words");
        var decision = Decide(record, changed, Day2);

        Assert.True(decision.Change is not null, $"{OfflocField.NameOf(field)} is read and lost");
        Apply(record, decision);
        Assert.Null(Decide(record, changed, Day2).Change);
    }

    [Fact]
    public void What_belongs_to_the_file_changes_nothing()
    {
        var full = Full();
        var record = After((full, Day1));

        Assert.All(OfTheFile, field => Assert.Null(Decide(record, full.With(field, "02/02/2026"), Day2).Change));
        Assert.Equal(OfTheFile, OfflocField.Imported.Where(f => !OfflocField.IsInHash(f)));
    }

    [Fact]
    public void A_row_that_says_less_takes_away_only_what_an_empty_field_clears()
    {
        var record = After((Full(), Day1));
        var bare = OfflocField.Imported.Except([.. OfTheFile, OfflocField.PrisonCode, OfflocField.PrisonNumber]).Aggregate(Full(), (line, field) => line.With(field, ""));

        var decision = Decide(record, bare, Day2);

        Assert.Equal([typeof(KeyDates), typeof(CellLocation), typeof(Alert)], decision.Change!.Rows.Select(row => row.After.GetType()).Distinct());
        var dates = decision.Change.Rows.Select(row => row.After).OfType<KeyDates>().Single();
        Assert.Equal((null, "Words", "Words"), (dates.Crd, dates.EmploymentAtDischarge, dates.SupervisingService));
    }

    [Fact]
    public void Work_is_known_day_by_day_and_empty_says_nothing()
    {
        var record = After((Ada.With(OfflocField.Employed, "Y"), Day1), (Ada.With(OfflocField.Employed, "N"), Day2), (Ada, Day3));

        Assert.Equal("Y", record.Statuses.Single(s => s.ValidTo == Day1).Employed!.Value.Code);
        Assert.Equal("N", record.Status!.Employed!.Value.Code);
    }

    [Fact]
    public void The_court_is_kept_for_somebody_without_a_sentence_too()
    {
        var remand = Ada.With(OfflocField.LegalStatus, ImprisonmentStatuses.Find("TRL")!.Description).With(OfflocField.FirstSentencedOn, "")
            .With(OfflocField.CourtCode, "ZZ1").With(OfflocField.CourtName, "No such court").With(OfflocField.CourtOutcome, "Remanded in custody");

        var record = After((remand, Day1));

        Assert.Empty(record.Sentences);
        Assert.Equal(("ZZ1", "No such court", "Remanded in custody"), (record.Status!.CourtCode, record.Status.CourtName, record.Status.CourtOutcome));
    }

    [Fact]
    public void A_reason_for_a_transfer_goes_with_the_prison_and_not_with_the_cell()
    {
        var came = Ada.With(OfflocField.TransferReason, "Overcrowding Draft");

        var record = After((came, Day1), (came.With(OfflocField.Cell, "B2").With(OfflocField.TransferReason, ""), Day2), (Ada.With(OfflocField.PrisonCode, "BXI"), Day3));

        Assert.Equal(["OVCROW", "OVCROW", null], record.Locations.OrderBy(l => l.ValidFrom).Select(l => l.TransferReason));
    }

    [Fact]
    public void A_reason_that_no_list_has_is_kept_with_a_warning()
    {
        var decision = Decide(New(), Ada.With(OfflocField.TransferReason, "Of the Spoon").With(OfflocField.ReleaseReason, "Of the Fork"), Day1);

        Assert.Equal(["UNKNOWN_CODE", "UNKNOWN_CODE"], decision.Problems.Select(p => p.Code));
        Assert.Equal("Of the Spoon", decision.Change!.Rows.Select(r => r.After).OfType<CellLocation>().Single().TransferReason);
        Assert.Equal("Of the Fork", decision.Change.Rows.Select(r => r.After).OfType<KeyDates>().Single().ReleaseReason);
    }

    [Fact]
    public void What_is_said_later_of_a_movement_is_a_version_of_it_and_no_second_movement()
    {
        var record = After((Ada, Day1), (Ada.With(OfflocField.Escort, "Court escort").With(OfflocField.MovementEstablishment, "HMP LEEDS").With(OfflocField.MovementTransferReason, "NOTR"), Day2), (Ada, Day3));

        var movement = Assert.Single(record.Movements);
        Assert.Equal((2, "Court escort", "HMP LEEDS", "NOTR"), (movement.Version, movement.Escort, movement.EstablishmentName, movement.TransferReason));
    }

    [Fact]
    public void A_movement_that_somebody_corrected_is_not_overwritten()
    {
        var record = After((Ada.With(OfflocField.Escort, "Court escort"), Day1));
        var imported = Assert.Single(record.Movements);
        Apply(record, new(new(record.PersonId, new PrisonRecordImported(record.PersonId, Day1, []), new Write(imported, imported.Next(A.Entry) with { Escort = "Two officers" })), []));

        var decision = Decide(record, Ada.With(OfflocField.Escort, "Prison transport"), Day2);

        Assert.Equal(DataQualityKind.SourceConflict, Assert.IsType<DataQualityItem>(Assert.Single(decision.Change!.Rows).After).Kind);
    }

    [Fact]
    public void Activities_begin_and_end_with_the_list_and_an_empty_list_ends_none()
    {
        var record = After((Ada.With(OfflocField.Activities, $"{Kitchen}\"~\"{Library}"), Day1), (Ada.With(OfflocField.Activities, Library), Day2), (Ada, Day3));

        Assert.Equal(Day1, record.Activities.Single(a => a.Activity == "Kitchen work").ValidTo);
        var running = Assert.Single(record.Activities, a => a.ValidTo is null);
        Assert.Equal(("Library orderly", "Library", (int?)810, (int?)960, "LHI"), (running.Activity, running.Place, running.StartsAt, running.EndsAt, running.Prison.Text));
    }

    [Theory]
    [InlineData("BXI"), InlineData("OUT"), InlineData("TRN")]
    public void Activities_end_with_the_stay_in_the_prison(string prison)
    {
        var record = After((Ada.With(OfflocField.Activities, Kitchen), Day1), (Ada.With(OfflocField.PrisonCode, prison), Day2));

        Assert.Equal(Day1, Assert.Single(record.Activities).ValidTo);
    }

    [Theory]
    [InlineData("Kitchen work\",\"Kitchen\",\"8", 0, "ACTIVITY_INVALID")]
    [InlineData("\",\"Kitchen\",\"8\",\"30\",\"11\",\"45", 0, "ACTIVITY_INVALID")]
    [InlineData("Kitchen work\",\"Kitchen\",\"8\",\"30\",\"11\",\"45\",\"7", 0, "ACTIVITY_INVALID")]
    [InlineData("Kitchen work\",\"Kitchen\",\"8\",\"30\",\"25\",\"45", 1, "TIME_INVALID")]
    [InlineData("Kitchen work\",\"|\",\"8\",\"\",\"\",\"", 1, null)]
    public void An_activity_without_its_six_parts_is_left_out_with_a_warning(string item, int kept, string? warning)
    {
        var decision = Decide(New(), Ada.With(OfflocField.Activities, item), Day1);

        Assert.Equal(kept, decision.Change!.Rows.Count(r => r.After is PrisonActivity));
        Assert.Equal(warning, decision.Problems.SingleOrDefault()?.Code);
    }

    [Fact]
    public void An_activity_whose_place_and_times_are_empty_has_none()
    {
        var activity = Assert.Single(After((Ada.With(OfflocField.Activities, "Kitchen work\",\"|\",\"8\",\"\",\"\",\""), Day1)).Activities);

        Assert.Equal((null, (int?)480, null), (activity.Place, activity.StartsAt, activity.EndsAt));
    }

    [Fact]
    public void What_the_prison_notes_for_public_protection_has_its_days_and_nobody_else_has_an_entry()
    {
        var noted = Ada.With(OfflocField.MappaOrSchedule1, "MAPPA Level 1").With(OfflocField.SexOffender, "Y");

        var record = After((noted, Day1), (noted.With(OfflocField.MappaOrSchedule1, "MAPPA Level 2"), Day2), (Ada, Day3));

        Assert.Equal([("MAPPA Level 1", (DateOnly?)Day1), ("MAPPA Level 2", null)], record.Markers.OrderBy(m => m.ValidFrom).Select(m => (m.MappaOrSchedule1!, m.ValidTo)));
        Assert.All(record.Markers, m => Assert.Equal("Y", m.SexOffender!.Value.Code));
        Assert.Empty(After((Ada.With(OfflocField.SexOffender, "N"), Day1)).Markers);
    }

    [Fact]
    public void Markers_that_somebody_entered_here_are_not_overwritten()
    {
        var record = After((Ada, Day1));
        record.Add(new PrisonMarkers { Id = A.FactId, PersonId = record.PersonId, ValidFrom = Day1, Recorded = A.Entry, MappaOrSchedule1 = "MAPPA Level 3" });

        var decision = Decide(record, Ada.With(OfflocField.MappaOrSchedule1, "MAPPA Level 1"), Day2);

        Assert.Equal("Public protection", Assert.IsType<DataQualityItem>(Assert.Single(decision.Change!.Rows).After).Field);
    }

    [Fact]
    public void The_supervising_service_needs_no_manager()
    {
        var record = After((Ada.With(OfflocField.SupervisingService, "East Midlands").With(OfflocField.EmploymentAtDischarge, "Employed"), Day1));

        Assert.Empty(record.Managers);
        Assert.Equal(("East Midlands", "Employed"), (Assert.Single(record.KeyDates).SupervisingService, record.KeyDates[0].EmploymentAtDischarge));
    }

    [Fact]
    public void An_older_file_fills_only_what_is_missing()
    {
        var record = new PrisonRecord { PersonId = A.PersonId };
        Apply(record, Decide(record, Ada.With(OfflocField.SupervisingService, "East Midlands"), Day2));

        var decision = DecideOffloc.Of(
            record, Row(Ada.With(OfflocField.SupervisingService, "Wales").With(OfflocField.EmploymentAtDischarge, "Employed").With(OfflocField.Escort, "Court escort").With(OfflocField.SexOffender, "Y").With(OfflocField.Activities, Kitchen)),
            new(Day1, A.Entry with { Source = SourceSystem.Offloc }, () => A.FactId, FillGapsOnly: true));
        Apply(record, decision);

        Assert.Equal(("East Midlands", "Employed"), (Assert.Single(record.KeyDates).SupervisingService, record.KeyDates[0].EmploymentAtDischarge));
        Assert.Equal("Court escort", Assert.Single(record.Movements).Escort);
        Assert.Single(record.Markers);
        Assert.Empty(record.Activities);
    }

    private static PrisonRecord New() => new() { PersonId = A.PersonId, IsNew = true };

    private static OfflocLine Full() => OfflocField.Imported.Except(OfTheFile)
        .Aggregate(Ada, (line, field) => line.With(field, Values.TryGetValue(field, out var value) ? value.One : "Words"));

    private static Dictionary<int, (string One, string Other)> Known()
    {
        Dictionary<int, (string One, string Other)> values = new()
        {
            [OfflocField.PrisonCode] = ("LHI", "BXI"),
            [OfflocField.PrisonNumber] = ("A1234BC", "A1234BD"),
            [OfflocField.Sex] = ("Male", "Female"),
            [OfflocField.BookingNumber] = ("A12341", "A12342"),
            [OfflocField.Cro] = ("123456/07L", "000321/98M"),
            [OfflocField.CustodyStatus] = ("ACTIVE IN", "ACTIVE OUT"),
            [OfflocField.LegalStatus] = (ImprisonmentStatuses.Find("ADIMP_ORA")!.Description, ImprisonmentStatuses.Find("SENT03")!.Description),
            [OfflocField.PreviousBookings] = ("B12341", "B12342"),
            [OfflocField.Pnc] = ("99/1234567B", "2021/0000042P"),
            [OfflocField.SexOffender] = ("Y", "N"),
            [OfflocField.Employed] = ("Y", "N"),
            [OfflocField.MovementCode] = ("I", "N"),
            [OfflocField.MovementHour] = ("10", "11"),
            [OfflocField.MovementMinute] = ("20", "21"),
            [OfflocField.MovementSecond] = ("30", "31"),
            [OfflocField.Activities] = (Kitchen, Library),
        };
        int[] numbers = [OfflocField.Years, OfflocField.Months, OfflocField.Days, OfflocField.EffectiveDays];
        int[] dates =
        [
            OfflocField.DateOfBirth, OfflocField.ReceivedOn, OfflocField.CategoryReviewOn, OfflocField.EarliestRelease, OfflocField.FirstConvictedOn,
            OfflocField.FirstSentencedOn, OfflocField.ConfirmedRelease, OfflocField.Sed, OfflocField.Hdced, OfflocField.Hdcad, OfflocField.Ped, OfflocField.Crd,
            OfflocField.Npd, OfflocField.Led, OfflocField.CategoryChangedOn, OfflocField.MovementOn, OfflocField.Tused,
        ];
        foreach (var number in numbers)
        {
            values.Add(number, ("3", "4"));
        }

        foreach (var date in dates)
        {
            values.Add(date, ("02/12/2010", "03/12/2010"));
        }

        return values;
    }
}
