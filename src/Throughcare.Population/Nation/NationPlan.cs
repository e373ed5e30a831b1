namespace Throughcare.Population.Nation;

/// <summary>What somebody of the population is, by their number alone.</summary>
/// <param name="Number">From 1.</param>
/// <param name="InCustody">In prison on the day.</param>
/// <param name="OnProbation">Probation has a case of them.</param>
/// <param name="Rank">Which one of those in prison, or of those who are not; from 1.</param>
internal sealed record Part(int Number, bool InCustody, bool OnProbation, int Rank)
{
    /// <summary>The place that the demo gives; <see langword="null"/> where it is drawn.</summary>
    public string? Place { get; init; }

    /// <summary>The sex that the place decides; <see langword="null"/> where it is drawn.</summary>
    public char? Sex { get; init; }

    /// <summary>Which one of the people of this place, from 1; 0 without a place.</summary>
    public int RankAtPlace { get; init; }
}

/// <summary>Who is in prison and who is on probation: exact counts, spread evenly over the numbers.</summary>
internal sealed class NationPlan(PopulationSize size)
{
    private const int MenInPrison = 230;

    private readonly bool _isDemo = size.Name == PopulationSize.Demo.Name;

    public int People => size.People;

    public Part Of(int number)
    {
        var custody = Count(number, size.InCustody, size.People);
        var inCustody = custody > Count(number - 1, size.InCustody, size.People);
        if (!inCustody)
        {
            var rank = number - custody;
            return _isDemo ? InDemoCommunity(number, rank) : new Part(number, false, true, rank);
        }

        var both = Count(custody, size.Both, size.InCustody) > Count(custody - 1, size.Both, size.InCustody);
        var part = new Part(number, true, both, custody);
        if (!_isDemo)
        {
            return part;
        }

        var men = Count(custody, MenInPrison, size.InCustody);
        return men > Count(custody - 1, MenInPrison, size.InCustody)
            ? part with { Place = "LHI", Sex = 'M', RankAtPlace = men }
            : part with { Place = "LNI", Sex = 'F', RankAtPlace = custody - men };
    }

    private static Part InDemoCommunity(int number, int rank)
    {
        var first = Count(rank, 160, 290);
        var inFirst = first > Count(rank - 1, 160, 290);
        var (place, at, all, women) = inFirst ? ("N55P07", first, 160, 15) : ("N54P05", rank - first, 130, 12);
        var isWoman = Count(at, women, all) > Count(at - 1, women, all);
        return new Part(number, false, true, rank) { Place = place, Sex = isWoman ? 'F' : 'M', RankAtPlace = at };
    }

    /// <summary>How many of the first <paramref name="number"/> are chosen where <paramref name="chosen"/> of <paramref name="all"/> are.</summary>
    private static int Count(int number, int chosen, int all) => (int)((long)number * chosen / all);
}
