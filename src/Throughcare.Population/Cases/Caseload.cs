using System.Globalization;
using Throughcare.Population.People;
using Throughcare.Population.Streams;

namespace Throughcare.Population.Cases;

/// <summary>Everyone in the files of one population: in prison, on licence and on orders.</summary>
/// <remarks>The number of cases is the same on every day; who they are and how they stand follows from seed and day alone.</remarks>
internal sealed class Caseload
{
    /// <summary>The share of people who have two CRNs by mistake.</summary>
    public const double ShareOfDuplicates = 0.003;

    private readonly CaseloadOptions _options;
    private readonly int _orders;
    private readonly bool _lastIsSingle;

    private Caseload(CaseloadOptions options, StreamRoot root, int orders, bool lastIsSingle)
    {
        _options = options;
        Root = root;
        _orders = orders;
        _lastIsSingle = lastIsSingle;
    }

    public StreamRoot Root { get; }

    /// <exception cref="ArgumentException">The options name no such caseload; the message says why.</exception>
    public static Caseload Of(CaseloadOptions options)
    {
        CaseloadOptions.Check(options);
        var root = new StreamRoot(options.Seed, "offloc");
        var left = options.People;
        foreach (var (bed, homes) in Beds.Of(options.Prison, root))
        {
            var source = BedCases.Of(root, bed, homes);
            left -= source.Open * source.Records;
            if (bed.FirstPerson + bed.People > CasePerson.FirstLeaver)
            {
                throw new ArgumentException("There are not enough numbers for so many people in these prisons");
            }
        }

        if (left < 0)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"{options.PrisonersOrDefault} people in prison give {options.People - left} probation cases: ask for so many or more"));
        }

        var (orders, lastIsSingle) = (0, false);
        while (left > 0)
        {
            orders++;
            var records = OrderCases.RecordsOf(root, orders);
            lastIsSingle = records > left;
            left -= Math.Min(records, left);
        }

        return 2 * orders <= CasePerson.MostOnOrders
            ? new Caseload(options, root, orders, lastIsSingle)
            : throw new ArgumentException("There are not enough numbers for so many people who are not in prison: ask for more who are");
    }

    /// <summary>Those of the prison first, in the order of its file, then the others.</summary>
    public IEnumerable<CaseSource> Sources()
    {
        foreach (var (bed, homes) in Beds.Of(_options.Prison, Root))
        {
            yield return BedCases.Of(Root, bed, homes);
        }

        for (var number = 1; number <= _orders; number++)
        {
            var records = number == _orders && _lastIsSingle ? 1 : OrderCases.RecordsOf(Root, number);
            yield return new OrderCases(Root, number) { Records = records };
        }
    }
}
