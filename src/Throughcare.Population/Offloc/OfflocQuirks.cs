using Throughcare.Population.People;
using Throughcare.Population.Streams;

namespace Throughcare.Population.Offloc;

/// <summary>Decides which records have which faults: by the person and the stay, so that a fault stays from day to day.</summary>
internal sealed class OfflocQuirks(OfflocFileOptions options, StreamRoot root)
{
    /// <summary>The share of people whose record has a top-up supervision date: only theirs can stand without quotes.</summary>
    private const double ShareWithTopUp = 0.13;

    private const int BedsBetween = 5;

    /// <summary>Those that are forced by bed; the unquoted date needs somebody who has one.</summary>
    private static readonly OfflocQuirk[] ByBed =
    [
        OfflocQuirk.LineBreakInRemark, OfflocQuirk.WrongFieldCount, OfflocQuirk.UnknownPrison, OfflocQuirk.InvalidKey,
        OfflocQuirk.ImpossibleDateOfBirth, OfflocQuirk.EmptyValueInGroup, OfflocQuirk.WrongPncLetter,
    ];

    private readonly Dictionary<OfflocQuirk, int> _written = Enum.GetValues<OfflocQuirk>().ToDictionary(quirk => quirk, _ => 0);

    public IReadOnlyDictionary<OfflocQuirk, int> Written => _written;

    /// <summary>What is wrong with a stay's record before anything else is known of it.</summary>
    public (OfflocQuirk? Line, bool EmptyPlace, bool WrongLetter) Of(PrisonStay stay)
    {
        if (!options.Quirks)
        {
            return default;
        }

        var draw = root.Of(FormattableString.Invariant($"person|{stay.Person.Number}|quirks|{stay.Round}"));
        var line = draw.Uniform() switch
        {
            < 0.0005 => OfflocQuirk.LineBreakInRemark,
            < 0.0007 => OfflocQuirk.WrongFieldCount,
            < 0.0009 => OfflocQuirk.UnknownPrison,
            < 0.0010 => OfflocQuirk.InvalidKey,
            < 0.0010 + 0.0005 / ShareWithTopUp when stay.Dates.Tused is not null => OfflocQuirk.UnquotedTopUpDate,
            _ => (OfflocQuirk?)null,
        };
        var empty = draw.Chance(0.002);
        var forced = Forced(stay.Bed.Number);
        return forced switch
        {
            OfflocQuirk.EmptyValueInGroup => (null, true, false),
            OfflocQuirk.WrongPncLetter => (null, false, true),
            not null => (forced, false, false),
            _ when line is null && stay.Dates.Tused is not null && _written[OfflocQuirk.UnquotedTopUpDate] < options.LeastOfEachQuirk =>
                (OfflocQuirk.UnquotedTopUpDate, empty, false),
            _ => (line, empty, false),
        };
    }

    public void Count(OfflocQuirk quirk) => _written[quirk]++;

    private OfflocQuirk? Forced(int bed)
    {
        var (turn, rest) = Math.DivRem(bed - 2, BedsBetween);
        return rest == 0 && bed >= 2 && turn < ByBed.Length * options.LeastOfEachQuirk ? ByBed[turn % ByBed.Length] : null;
    }
}
