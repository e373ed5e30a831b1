using System.Globalization;
using Throughcare.Population.Offloc;
using Throughcare.Population.People;

namespace Throughcare.Population.Cases;

/// <summary>Whose probation files to write: so many cases beside so many people in prison, on a day.</summary>
/// <remarks>The people in prison are those of the nightly prison file with the same number, seed and places, on every day.</remarks>
public sealed record CaseloadOptions
{
    /// <summary>The most cases that the kept ranges of numbers allow.</summary>
    public const int MostPeople = 250_000;

    /// <summary>How many cases are open on every day, and so the number of CRNs in the full file. 1 to <see cref="MostPeople"/>.</summary>
    public required int People { get; init; }

    /// <summary>The day of the file; 1 January 2026 or later.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>How many people are in prison, 0 to 90,000. <see langword="null"/>: the sum of <see cref="Places"/>, or 36 for
    /// 100 cases as in the whole country.</summary>
    public int? Prisoners { get; init; }

    public long Seed { get; init; } = 42;

    /// <summary>Where the people in prison are, as in <see cref="OfflocFileOptions.Places"/>.</summary>
    public IReadOnlyList<OfflocPlace> Places { get; init; } = [];

    /// <summary>As in <see cref="OfflocFileOptions.FirstPerson"/>.</summary>
    public int FirstPerson { get; init; } = 1;

    /// <summary>The number of people in prison that follows from the others.</summary>
    public int PrisonersOrDefault =>
        Prisoners ?? (Places.Count > 0 ? Places.Sum(place => place.People) : (int)Math.Round(0.36m * People, MidpointRounding.ToEven));

    internal OfflocFileOptions Prison => new() { People = PrisonersOrDefault, Day = Day, Seed = Seed, Places = Places, FirstPerson = FirstPerson };

    /// <summary>Refuses options that name no file, before anything is written.</summary>
    /// <exception cref="ArgumentException">The message says what is wrong.</exception>
    public static void Check(CaseloadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.People is < 1 or > MostPeople)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The number of cases must be between 1 and {MostPeople}"));
        }

        if (options.PrisonersOrDefault is < 0 or > OfflocFileOptions.MostPeople)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture, $"The number of people in prison must be between 0 and {OfflocFileOptions.MostPeople}"));
        }

        if (options.PrisonersOrDefault > 0)
        {
            OfflocFile.Check(options.Prison);
        }
        else if (options.Day < Bed.FirstDay || options.Day.Year > 2099)
        {
            throw new ArgumentException("The day must be 1 January 2026 or later, and before the year 2100");
        }
    }
}
