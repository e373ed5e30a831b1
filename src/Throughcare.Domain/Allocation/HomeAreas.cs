using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>What a home area was taken from.</summary>
public enum HomeAreaSource
{
    /// <summary>The main address when the sentence began.</summary>
    Address,

    /// <summary>The last settled address of the twelve months before.</summary>
    PreviousAddress,

    /// <summary>The delivery unit that took the case on in this sentence: no table places the address.</summary>
    Probation,

    /// <summary>The court that passed the sentence.</summary>
    Court,
}

/// <param name="Pdu">The delivery unit; <see langword="null"/> where nothing on record says it.</param>
public sealed record HomeArea(PlaceCode? Pdu, HomeAreaSource? From);

/// <summary>What a home area is worked out from.</summary>
public sealed record HomeAreaInput
{
    /// <summary>The day on which the sentence began; the day asked about where there is no sentence.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Addresses on record, whatever they are used for.</summary>
    public IReadOnlyList<PersonAddress> Addresses { get; init; } = [];

    /// <summary>The court of the sentence, by its code or name.</summary>
    public string? Court { get; init; }

    /// <summary>The delivery unit of the first COM of this sentence.</summary>
    public PlaceCode? Unit { get; init; }
}

/// <summary>From which delivery unit somebody comes: by the main address at sentence, else the last settled address of the year before, else the
/// court. Where an address is on record that no table places, the unit that took the case on comes before the court.</summary>
/// <remarks>Source: inferred from PC 09/2006 and PI 07/2014. Somebody of no fixed abode, or without an address, goes by the court.</remarks>
public static class HomeAreas
{
    /// <summary>An address that ended longer before the sentence does not count.</summary>
    public const int PreviousMonths = 12;

    private const string Rule = "home-area";

    private const string Source = "Probation Circular 09/2006 and Probation Instruction 07/2014; how it follows is inferred";

    /// <summary>Status of a main address: main, and main as well as postal.</summary>
    private static readonly string[] Main = ["M", "PM"];

    /// <summary>Status of an address at which somebody lives or lived settled.</summary>
    private static readonly string[] Settled = [.. Main, "S", "P"];

    public static Explained<HomeArea> For(HomeAreaInput input)
    {
        ArgumentNullException.ThrowIfNull(input);

        var main = MainAt(input);
        if (main is { NoFixedAbode: false } && HomeAreaTable.OfAddress(main.Lines, main.Postcode) is { } byAddress)
        {
            return Say(byAddress, HomeAreaSource.Address, $"The main address when the sentence began lies in {byAddress.Description}.");
        }

        if (PreviousBefore(input) is { } previous)
        {
            return Say(previous, HomeAreaSource.PreviousAddress, $"The last settled address in the {PreviousMonths} months before the sentence lies in {previous.Description}.");
        }

        var unit = input.Unit is { } took && ProbationPlaces.Find(took.Text) is { Level: ProbationLevel.Pdu, IsActive: true } open ? open : null;
        var hasAddress = main is { NoFixedAbode: false };
        if (hasAddress && unit is not null)
        {
            return OfUnit(unit);
        }

        return HomeAreaTable.OfCourt(input.Court) is { } court
                ? Say(court, HomeAreaSource.Court, $"Home area taken from sentencing court: {(hasAddress ? "no table says which delivery unit the address belongs to" : main is null ? "no address is on record" : "the person had no fixed abode")}, and the court is in {court.Description}.")
            : unit is not null ? OfUnit(unit)
            : new(new(null, null), Rule, "No address on record can be placed, no delivery unit took the case on, and the court is not known.", Source, Used());

        Explained<HomeArea> OfUnit(ProbationPlace of) => Say(
            of, HomeAreaSource.Probation, $"{(hasAddress ? "No table says which delivery unit the address belongs to" : "Neither an address nor the court can be placed")}: {of.Description} took the case on in this sentence.");

        Explained<HomeArea> Say(ProbationPlace of, HomeAreaSource from, string because) => new(new(new(of.Code), from), Rule, because, Source, Used());

        Fact[] Used() =>
        [
            new("Sentence began", Words.LongDate(input.On)),
            new("Main address then", main is null ? "Not recorded" : main.NoFixedAbode ? "No fixed abode" : $"Recorded from {Words.LongDate(main.ValidFrom)}"),
            new("Court", input.Court ?? "Not recorded"),
            new("Delivery unit that took the case on", input.Unit is { } on ? Places.Name(on) : "Not recorded"),
        ];
    }

    /// <summary>The main address on the day; where none is recorded so far back, the first that is recorded after it.</summary>
    private static PersonAddress? MainAt(HomeAreaInput input)
    {
        var main = input.Addresses.Where(a => a.Use is AddressUse.Home || (a.Use is AddressUse.Probation && Main.Contains(a.Status?.Code))).ToList();
        return main.Where(a => a.IsTrueOn(input.On)).OrderByDescending(a => a.ValidFrom).ThenBy(a => a.Use).FirstOrDefault()
            ?? main.Where(a => a.ValidFrom > input.On).OrderBy(a => a.ValidFrom).ThenBy(a => a.Use).FirstOrDefault();
    }

    private static ProbationPlace? PreviousBefore(HomeAreaInput input) => input.Addresses
        .Where(a => !a.NoFixedAbode && a.ValidTo < input.On && a.ValidTo >= input.On.AddMonths(-PreviousMonths) && (a.Use is AddressUse.Home || (a.Use is AddressUse.Probation && Settled.Contains(a.Status?.Code))))
        .OrderByDescending(a => a.ValidTo)
        .Select(a => HomeAreaTable.OfAddress(a.Lines, a.Postcode)).FirstOrDefault(unit => unit is not null);
}
