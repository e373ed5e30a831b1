using System.Text;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Offloc;
using Throughcare.Domain.Sentences;
using Throughcare.Exchange.Offloc;
using Throughcare.Population.Offloc;
using Throughcare.Testing;
using Xunit;
using static Throughcare.Exchange.Tests.Offloc.OfflocDecisions;

namespace Throughcare.Exchange.Tests.Offloc;

public sealed class DecideOfflocTests
{
    private static readonly DateOnly Day1 = OfflocFiles.Day1;
    private static readonly DateOnly Day2 = Day1.AddDays(1);
    private static readonly DateOnly Day3 = Day1.AddDays(2);

    private static OfflocLine Ada => new("A1234BC");

    private static string Status(string code) => ImprisonmentStatuses.Find(code)!.Description;

    [Fact]
    public void A_changed_surname_makes_the_old_one_an_alias()
    {
        var record = After((Ada, Day1), (Ada.With(OfflocField.LastName, "Newname"), Day2));

        Assert.Equal("Newname", record.Names.Single(n => n.Type is NameType.Current).Last);
        Assert.Equal("Zabrake", record.Names.Single(n => n.Type is NameType.Alias).Last);
    }

    [Fact]
    public void A_change_of_prison_is_a_movement_and_a_new_location()
    {
        var record = After((Ada, Day1), (Ada.With(OfflocField.PrisonCode, "BXI").With(OfflocField.Cell, "B1"), Day2));

        var movement = record.Movements.MaxBy(m => m.HappenedAt)!;
        Assert.Equal(("TRN", "LHI", "BXI"), (movement.Type, movement.From?.Text, movement.To?.Text));
        Assert.Equal(("BXI", Day2), (record.Location!.Prison.Text, record.Location.ValidFrom));
        Assert.Equal(Day1, record.Locations.Single(l => l.Prison.Text == "LHI").ValidTo);
    }

    [Fact]
    public void A_transfer_that_the_row_gives_is_written_once()
    {
        var moved = Ada.With(OfflocField.PrisonCode, "BXI").With(OfflocField.MovementOn, "02/03/2026").With(OfflocField.MovementHour, "14").With(OfflocField.MovementCode, "INT");

        var record = After((Ada, Day1.AddDays(-1)), (moved, Day1), (moved.With(OfflocField.Cell, "another"), Day2));

        var movement = Assert.Single(record.Movements, m => m.NationalCode == "INT");
        Assert.Equal(("ADM", "R-TRN", "LHI", "BXI"), (movement.Type, movement.Reason, movement.From?.Text, movement.To?.Text));
        Assert.Equal(2, record.Movements.Count);
    }

    [Fact]
    public void In_transit_nobody_is_in_a_cell_and_custody_goes_on()
    {
        var record = After((Ada, Day1), (Ada.With(OfflocField.PrisonCode, "TRN"), Day2));

        Assert.Null(record.Location);
        Assert.Null(Assert.Single(record.Episodes).ValidTo);
        Assert.NotNull(record.OpenCase);
    }

    [Fact]
    public void Release_with_a_licence_to_come_ends_custody_and_leaves_the_case_open()
    {
        var record = After((Ada, Day1), (Out(Ada), Day2));

        Assert.Equal(Day2, Assert.Single(record.Episodes).ValidTo);
        Assert.Null(record.Location);
        Assert.Equal("INACTIVE OUT", record.Status!.Status);
        Assert.NotNull(record.OpenCase);
    }

    [Fact]
    public void Release_of_somebody_on_remand_closes_the_case()
    {
        var remand = Unsentenced(Ada, "TRL");

        var record = After((remand, Day1), (Out(remand), Day2));

        Assert.Equal((CaseClosing.ReleasedWithNothingToSupervise, Day2), (Assert.Single(record.Cases).ClosedBy, record.Cases[0].ValidTo));
    }

    [Fact]
    public void Release_of_a_life_sentenced_prisoner_never_closes_the_case()
    {
        var life = Ada.With(OfflocField.LegalStatus, Status("MLP")).With(OfflocField.Sed, "").With(OfflocField.Crd, "");

        Assert.NotNull(After((life, Day1), (Out(life), Day2)).OpenCase);
    }

    [Fact]
    public void Death_in_custody_closes_the_case()
    {
        var died = Out(Ada).With(OfflocField.MovementOn, "03/03/2026").With(OfflocField.MovementCode, DeathCode());

        Assert.Equal(CaseClosing.Died, Assert.Single(After((Ada, Day1), (died, Day2)).Cases).ClosedBy);
    }

    [Fact]
    public void Somebody_who_returns_has_a_new_custody_and_a_new_case_where_the_old_one_is_closed()
    {
        var remand = Unsentenced(Ada, "TRL");
        var later = Day2.AddDays(90);

        var record = After((remand, Day1), (Out(remand), Day2), (remand.With(OfflocField.BookingNumber, "B99999").With(OfflocField.ReceivedOn, $"{later:dd/MM/yyyy}"), later));

        Assert.Equal(2, record.Episodes.Count);
        Assert.Equal(2, record.Cases.Count);
        Assert.Equal(later, record.OpenCase!.ValidFrom);
        Assert.Equal("B99999", record.Episodes.Single(e => e.ValidTo is null).BookingNumber);
    }

    [Fact]
    public void A_return_on_the_day_after_the_case_closed_goes_on_with_it()
    {
        var remand = Unsentenced(Ada, "TRL");

        var record = After((remand, Day1), (Out(remand), Day2), (remand.With(OfflocField.BookingNumber, "B99999").With(OfflocField.ReceivedOn, $"{Day3:dd/MM/yyyy}"), Day3));

        Assert.Null(Assert.Single(record.Cases).ValidTo);
        Assert.Equal(2, record.Episodes.Count);
    }

    [Fact]
    public void Alerts_open_and_close_with_the_list()
    {
        var record = After((Ada.With(OfflocField.Alerts, "Arsonist\"~\"No such alert"), Day1), (Ada.With(OfflocField.Alerts, "No such alert"), Day2));

        Assert.Equal(Day1, record.Alerts.Single(a => a.Code == "XA").ValidTo);
        Assert.Equal(("UNK", (DateOnly?)null), (record.Alerts.Single(a => a.Unmapped == "No such alert").Code, record.Alerts.Single(a => a.Unmapped is not null).ValidTo));
    }

    [Fact]
    public void A_release_date_that_is_gone_is_cleared_and_a_name_that_is_gone_is_not()
    {
        var record = After((Ada.With(OfflocField.Nationality, "British"), Day1), (Ada.With(OfflocField.Crd, "").With(OfflocField.FirstName, "").With(OfflocField.Nationality, ""), Day2));

        Assert.Equal(((DateOnly?)null, Day2), (Assert.Single(record.KeyDates).Crd, record.KeyDates[0].AsOf));
        Assert.Equal("Adan", Assert.Single(record.Names).First);
        Assert.NotNull(record.Details!.Nationality);
    }

    [Fact]
    public void A_date_that_can_not_be_true_is_left_out_with_a_warning_and_clears_nothing()
    {
        var record = After((Ada, Day1));

        var decision = Decide(record, Ada.With(OfflocField.Crd, "31/02/2027").With(OfflocField.Sed, "01/01/2199"), Day2);

        Assert.Equal(["DATE_INVALID", "DATE_INVALID"], decision.Problems.Select(p => p.Code));
        Assert.Null(decision.Change);
    }

    [Theory]
    [InlineData("qx12ab", "QX1 2AB", 0), InlineData("QX1  2AB", "QX1 2AB", 0), InlineData("nonsense", null, 1)]
    public void A_postcode_is_tidied_or_told(string given, string? kept, int warnings)
    {
        var decision = Decide(new PrisonRecord { PersonId = A.PersonId, IsNew = true }, Ada.With(93, "1 Weir Road").With(99, given), Day1);

        Assert.Equal(kept, decision.Change!.Rows.Select(r => r.After).OfType<PersonAddress>().Single().Postcode);
        Assert.Equal(warnings, decision.Problems.Count(p => p.Code == "POSTCODE_INVALID"));
    }

    [Fact]
    public void Codes_that_no_list_has_are_kept_as_they_came_with_a_warning()
    {
        var decision = Decide(new PrisonRecord { PersonId = A.PersonId, IsNew = true }, Ada.With(OfflocField.Religion, "Of the Spoon").With(OfflocField.Pnc, "991234567B"), Day1);

        Assert.Equal("?Of the Spoon", decision.Change!.Rows.Select(r => r.After).OfType<PersonDetails>().Single().Religion?.Text);
        Assert.Equal(["PNC_NO_SLASH", "UNKNOWN_CODE"], decision.Problems.Select(p => p.Code));
    }

    [Fact]
    public void The_event_says_what_changed_and_never_the_values()
    {
        var record = After((Ada.With(OfflocField.Religion, "Atheist"), Day1));

        var decision = Decide(record, Ada.With(OfflocField.Religion, "Agnostic").With(OfflocField.Cell, "B2"), Day2);

        Assert.Equal(["Details", "Cell"], Assert.IsType<PrisonRecordImported>(decision.Change!.Happened).Changed);
    }

    [Fact]
    public async Task Whoever_is_in_the_file_the_same_row_twice_changes_nothing_and_two_days_lead_where_the_second_alone_does()
    {
        var (first, second) = (await RowsAsync(Day1), await RowsAsync(Day1.AddDays(30)));
        foreach (var (number, row) in first)
        {
            var record = New();
            Apply(record, Decide(record, row, Day1));
            Assert.Null(Decide(record, row, Day1).Change);
            Assert.Null(Decide(record, row, Day2).Change);

            if (second.TryGetValue(number, out var later))
            {
                var alone = New();
                Apply(alone, Decide(alone, later, Day1.AddDays(30)));
                Apply(record, Decide(record, later, Day1.AddDays(30)));
                Assert.Null(Decide(record, later, Day1.AddDays(30)).Change);
                Assert.Equal(Now(alone), Now(record));
            }
        }

        Assert.True(first.Keys.Intersect(second.Keys).Count() > 100);

        static PrisonRecord New() => new() { PersonId = A.PersonId, IsNew = true };
    }

    private static string Now(PrisonRecord r) =>
        $"{r.Location?.Prison} {r.Location?.Cell}; {r.Status! with { Id = default, PersonId = default, CaseId = null, ValidFrom = default, Version = 1, Recorded = A.Entry }}; "
        + $"{r.KeyDates.SingleOrDefault()?.Crd} {r.KeyDates.SingleOrDefault()?.Sed} {r.KeyDates.SingleOrDefault()?.ConfirmedRelease}; "
        + string.Join(',', r.Alerts.Where(a => a.ValidTo is null).Select(a => a.Code).Order());

    private static OfflocLine Out(OfflocLine line) => line.With(OfflocField.PrisonCode, "OUT").With(OfflocField.CustodyStatus, "INACTIVE OUT");

    private static OfflocLine Unsentenced(OfflocLine line, string status) => line
        .With(OfflocField.LegalStatus, Status(status)).With(OfflocField.FirstSentencedOn, "").With(OfflocField.Sed, "").With(OfflocField.Crd, "");

    private static string DeathCode() =>
        Domain.Movements.MovementReasons.Table.Rows.First(r => r.EffectCode == "D-CUS").ReasonCode;

    private static async Task<Dictionary<string, OfflocRow>> RowsAsync(DateOnly day)
    {
        using var file = new MemoryStream();
        await OfflocFile.WriteAsync(file, OfflocFileOptions.Demo(day) with { LeastOfEachQuirk = 0 });
        file.Position = 0;
        var reader = new OfflocReader(file);
        Dictionary<string, OfflocRow> rows = [];
        while (await reader.ReadAsync(default))
        {
            if (reader.Count == OfflocField.Count)
            {
                var row = new OfflocRow(reader.Line, [.. OfflocField.Imported.Select(f => Encoding.UTF8.GetString(reader[f]))]);
                if (OfflocChecks.Check(row[OfflocField.PrisonNumber], row[OfflocField.PrisonCode], row[OfflocField.DateOfBirth], null, day) is null)
                {
                    rows[row[OfflocField.PrisonNumber]] = row;
                }
            }
        }

        return rows;
    }
}
