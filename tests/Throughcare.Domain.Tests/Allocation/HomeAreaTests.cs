using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Xunit;

namespace Throughcare.Domain.Tests.Allocation;

/// <summary>The table of places holds for the whole process: tests that read it and the one that changes it take turns.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class HomeAreaCollection
{
    public const string Name = "Home areas";
}

/// <summary>From which delivery unit somebody comes. Bolton is N50P01, Leeds N55P01, York N55P10.</summary>
[Collection(HomeAreaCollection.Name)]
public sealed class HomeAreaTests
{
    private static readonly PersonId Person = new(new Guid("00000000-0000-7000-8000-00000000cccc"));
    private static readonly DateOnly Sentence = new(2026, 3, 2);
    private static readonly Entry Entry = new(new(2020, 1, 1, 8, 0, 0, TimeSpan.Zero), StaffId.System, Role.System, PlaceCode.Nation, "Test", SourceSystem.Ndelius);

    private int _ids;

    [Fact]
    public void The_main_address_at_sentence_comes_first()
    {
        var found = HomeAreas.For(new() { On = Sentence, Addresses = [Home("1 Elm Road\nBOLTON\nLancashire"), Home("2 Ash Road\nYork", from: Sentence.AddDays(1))], Court = "LEEDCC", Unit = new("N55P10") });

        Assert.Equal(new(new PlaceCode("N50P01"), HomeAreaSource.Address), found.Value);
        Assert.Contains("lies in Bolton", found.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_first_recorded_after_the_sentence_counts_where_there_is_none_before() =>
        Assert.Equal(HomeAreaSource.Address, HomeAreas.For(new() { On = Sentence, Addresses = [Home("2 Ash Road\nYork", from: Sentence.AddDays(30))] }).Value.From);

    [Theory]
    [InlineData("2025-03-02", true)]
    [InlineData("2025-03-01", false)]
    [InlineData("2026-03-01", true)]
    public void A_settled_address_that_ended_in_the_twelve_months_before_comes_next(string ended, bool counts)
    {
        var until = DateOnly.Parse(ended, System.Globalization.CultureInfo.InvariantCulture);
        var found = HomeAreas.For(new() { On = Sentence, Addresses = [Nowhere(), Home("2 Ash Road\nYork", until: until)], Court = "LEEDCC" });

        Assert.Equal(counts ? new(new PlaceCode("N55P10"), HomeAreaSource.PreviousAddress) : new(new PlaceCode("N55P01"), HomeAreaSource.Court), found.Value);
    }

    [Fact]
    public void Somebody_of_no_fixed_abode_or_without_an_address_goes_by_the_court_and_it_is_said()
    {
        var homeless = HomeAreas.For(new() { On = Sentence, Addresses = [Nowhere()], Court = "Leeds Crown Court", Unit = new("N55P10") });
        var none = HomeAreas.For(new() { On = Sentence, Court = "LEEDCC" });

        Assert.Equal(new(new PlaceCode("N55P01"), HomeAreaSource.Court), homeless.Value);
        Assert.StartsWith("Home area taken from sentencing court: the person had no fixed abode", homeless.Because, StringComparison.Ordinal);
        Assert.StartsWith("Home area taken from sentencing court: no address is on record", none.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_table_places_the_address_the_unit_that_took_the_case_on_comes_before_the_court()
    {
        var found = HomeAreas.For(new() { On = Sentence, Addresses = [Home("1 Elm Road\nNetherby-in-the-Marsh\nQX1 1AA")], Court = "LEEDCC", Unit = new("N55P10") });
        var without = HomeAreas.For(new() { On = Sentence, Addresses = [Home("1 Elm Road\nNetherby-in-the-Marsh")], Court = "LEEDCC" });

        Assert.Equal(new(new PlaceCode("N55P10"), HomeAreaSource.Probation), found.Value);
        Assert.Equal(new(new PlaceCode("N55P01"), HomeAreaSource.Court), without.Value);
    }

    [Fact]
    public void Nothing_is_guessed_where_nothing_is_known()
    {
        var found = HomeAreas.For(new() { On = Sentence, Court = "Netherby Magistrates' Court" });

        Assert.Equal(new(null, null), found.Value);
        Assert.StartsWith("No address on record can be placed", found.Because, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AddressUse.Probation, "M", true)]
    [InlineData(AddressUse.Probation, "PM", true)]
    [InlineData(AddressUse.Probation, "B", false)]
    [InlineData(AddressUse.Probation, "PR", false)]
    [InlineData(AddressUse.Probation, null, false)]
    [InlineData(AddressUse.Reception, null, false)]
    [InlineData(AddressUse.Discharge, null, false)]
    public void Only_a_main_address_counts(AddressUse use, string? status, bool counts) =>
        Assert.Equal(counts, HomeAreas.For(new() { On = Sentence, Addresses = [Home("1 Elm Road\nYork") with { Use = use, Status = status is null ? null : Coded.Of(status) }] }).Value.From is HomeAreaSource.Address);

    [Fact]
    public void A_case_takes_it_from_its_facts_and_tells_the_unit_of_the_COM_first()
    {
        var history = new CaseHistory(Person)
        {
            Sentences = [new() { Id = Next(), PersonId = Person, Recorded = Entry, ValidFrom = Sentence, Type = Coded.Of("ADIMP_ORA"), Years = 4, Court = Coded.Of("LEEDCC") }],
            Addresses = [Home("1 Elm Road\nYork")],
        };
        var withCom = new CaseHistory(Person)
        {
            Sentences = history.Sentences,
            Addresses = history.Addresses,
            Managers = [new() { Id = Next(), PersonId = Person, Recorded = Entry, ValidFrom = Sentence, Role = Role.Com, Name = "Quill, Ann", Place = new("N50P01") }],
        };
        var (facts, later) = (history.At(Sentence.AddDays(7), DateTimeOffset.MaxValue), withCom.At(Sentence.AddDays(7), DateTimeOffset.MaxValue));

        Assert.Equal((new PlaceCode("N55P10"), new PlaceCode("N55P10")), (facts.HomeArea.Value.Pdu, facts.UnitToTell));
        Assert.Equal((new PlaceCode("N55P10"), new PlaceCode("N50P01")), (later.HomeArea.Value.Pdu, later.UnitToTell));
        Assert.Null(new CaseHistory(Person).At(Sentence, DateTimeOffset.MaxValue).UnitToTell);
    }

    private FactId Next() => new(new Guid(++_ids, 0, 0, new byte[8]));

    private PersonAddress Home(string lines, DateOnly? from = null, DateOnly? until = null) =>
        new() { Id = Next(), PersonId = Person, Recorded = Entry, ValidFrom = from ?? new(2020, 1, 1), ValidTo = until, Use = AddressUse.Home, Lines = lines };

    private PersonAddress Nowhere() => Home("No fixed abode") with { NoFixedAbode = true, ValidFrom = Sentence.AddDays(-1) };
}

[Collection(HomeAreaCollection.Name)]
public sealed class HomeAreaTableTests
{
    [Fact]
    public void An_administrators_version_places_by_the_smallest_part_of_a_postcode_before_the_town()
    {
        HomeAreaTable.Use(CsvTable.Read(HomeAreaTable.Table, "kind,place,pdu_code,status\nPOSTCODE,LS,N55P01,own\nPOSTCODE,LS29,N55P02,own\nPOSTCODE,LS29 8,N55P11,own\nPOSTCODE,LS2,N55P03,own\nPOSTCODE,Y,N55P04,own\nTOWN,York,N55P10,own\n"));
        try
        {
            Assert.Equal("N55P01", HomeAreaTable.OfAddress("1 Elm Road\nYork", "LS1 4AB")?.Code);
            Assert.Equal("N55P02", HomeAreaTable.OfAddress("1 Elm Road\nYork", "LS29 9AB")?.Code);
            Assert.Equal("N55P11", HomeAreaTable.OfAddress("1 Elm Road\nYork", "LS29 8XY")?.Code);
            Assert.Equal("N55P10", HomeAreaTable.OfAddress("1 Elm Road\nYork", "YO1 7AB")?.Code);
            Assert.Null(HomeAreaTable.OfCourt("LEEDCC"));
        }
        finally
        {
            HomeAreaTable.Use(null);
        }
    }

    [Fact]
    public void Every_row_names_a_delivery_unit_and_every_Crown_Court_is_there()
    {
        Assert.True(ReferenceTables.CheckAll()[HomeAreaTable.Table] > 400);

        Assert.All(Courts.Table.Rows.Where(court => court.CourtType == "CC"), court => Assert.NotNull(HomeAreaTable.OfCourt(court.Code)));
        Assert.Null(HomeAreaTable.OfAddress("1 Elm Road\nLondon", "E8 1AA"));
        Assert.Null(HomeAreaTable.OfAddress("", null));
        Assert.Equal("Leeds", HomeAreaTable.OfAddress("York Street\nLeeds,", null)?.Description);
    }
}
