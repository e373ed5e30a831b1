using System.Globalization;
using System.Text;
using Throughcare.Domain.Record.Ndelius;

namespace Throughcare.Exchange.Tests.Ndelius;

/// <summary>A data line of the probation extract, built field by field; what is not set is padding.</summary>
internal sealed class NdeliusTextLine(NdeliusLineKind kind, int id)
{
    private readonly Dictionary<string, string> _fields = [];

    public NdeliusLineKind Kind => kind;

    public int Id => id;

    public string Stamp { get; init; } = "20260301010000";

    public string this[string field]
    {
        get => _fields.GetValueOrDefault(field, "");
        init => _fields[field] = value;
    }

    public NdeliusTextLine With(string field, string value) => Copy(field, value, Stamp);

    public NdeliusTextLine Stamped(string stamp) => Copy(null, "", stamp);

    public NdeliusTextLine Deleted => With(NdeliusLineType.Deleted, "Y");

    public string Text => Write();

    /// <summary>As the reader gives it.</summary>
    public NdeliusLine Read()
    {
        var type = NdeliusLineType.Of(Kind);
        var text = Text;
        return new NdeliusLine(type, [.. type.Fields.Select(f => Exchange.Ndelius.NdeliusReader.Clean(text.AsSpan(f.Offset, f.Length)))]);
    }

    private NdeliusTextLine Copy(string? field, string value, string stamp)
    {
        var copy = new NdeliusTextLine(Kind, Id) { Stamp = stamp };
        foreach (var (name, said) in _fields)
        {
            copy._fields[name] = said;
        }

        if (field is not null)
        {
            copy._fields[field] = value;
        }

        return copy;
    }

    private string Write()
    {
        var type = NdeliusLineType.Of(Kind);
        var text = new StringBuilder("LD").Append('~', type.Length - 2);
        Put("Id", $"{Id}");
        Put(NdeliusLineType.Deleted, "N");
        foreach (var (name, value) in _fields)
        {
            Put(name, value);
        }

        text.Remove(type.Length - Stamp.Length, Stamp.Length).Append(Stamp);
        return text.ToString();

        void Put(string name, string value)
        {
            var at = type.Fields[type.SlotOf(name)];
            var cut = value.Length <= at.Length ? value : throw new ArgumentException($"{name} has room for {at.Length} characters.", nameof(value));
            text.Remove(at.Offset, cut.Length).Insert(at.Offset, cut);
        }
    }
}

/// <summary>Lines and whole files of people who do not exist.</summary>
internal static class NdeliusText
{
    public static readonly DateOnly Day1 = new(2026, 3, 2);

    public static NdeliusTextLine Offender(string crn = "X123456", int id = 77) => new(NdeliusLineKind.Offenders, id)
    {
        ["FirstName"] = "Adan",
        ["Surname"] = "Zabrake",
        ["CRN"] = crn,
        ["GenderCode"] = "M",
        ["GenderDescription"] = "Male",
        ["DateOfBirth"] = "19900312",
    };

    public static NdeliusTextLine Manager(int id = 1, string from = "20260101", string team = "N50P01", string surname = "Quill") => new(NdeliusLineKind.OffenderManager, id)
    {
        ["AllocatedDate"] = from,
        ["OmCode"] = "N50A001",
        ["OmForename"] = "Petra",
        ["OmSurname"] = surname,
        ["Orgcode"] = "N50",
        ["TeamCode"] = team,
        ["TeamDescription"] = "Bolton",
    };

    public static NdeliusTextLine Registration(int id, string code, string on = "20260110") => new(NdeliusLineKind.RegistrationDetails, id)
    {
        ["Date"] = on,
        ["TypeCode"] = code,
        ["TypeDescription"] = $"Words of {code}",
        ["DeRegistered"] = "N",
    };

    public static NdeliusTextLine Rosh(int id, string score, string on) => new(NdeliusLineKind.OAS, id) { ["ROSHScore"] = score, ["AssesmentDate"] = on };

    public static NdeliusTextLine Event(int id = 1, string referred = "20251201", string convicted = "20260105") =>
        new(NdeliusLineKind.EventDetails, id) { ["ReferralDate"] = referred, ["ConvictionDate"] = convicted, ["Cohort"] = "COMMUNITY" };

    public static NdeliusTextLine Disposal(int id = 1, string code = "CO", string detail = "Community order", string on = "20260105", string months = "12") => new(NdeliusLineKind.Disposal, id)
    {
        ["EventId"] = "1",
        ["SentenceDate"] = on,
        ["Length"] = months,
        ["UnitCode"] = "M",
        ["UnitDescription"] = "Months",
        ["DisposalCode"] = code,
        ["DisposalDetail"] = detail,
    };

    public static NdeliusTextLine Offence(int id = 1, string words = "Robbery") =>
        new(NdeliusLineKind.MainOffence, id) { ["EventId"] = "1", ["OffenceCode"] = "90001", ["OffenceDescription"] = words, ["OffenceDate"] = "20251101" };

    public static NdeliusTextLine Requirement(int id, string code, string words) => new(NdeliusLineKind.Requirement, id)
    {
        ["DisposalId"] = "1",
        ["StartDate"] = "20260105",
        ["CommencementDate"] = "20260106",
        ["CategoryCode"] = code,
        ["CategoryDescription"] = words,
        ["Length"] = "80",
        ["UnitCode"] = "H",
        ["UnitDescription"] = "Hours",
    };

    public static string NameOn(DateOnly day, bool isFull = true) =>
        string.Create(CultureInfo.InvariantCulture, $"cfoextract_{day.DayNumber % 1000}_{(isFull ? "full" : "diff")}_{day:yyyyMMdd}010000.txt");

    public static string Header(DateOnly day, bool isFull, int sections) =>
        string.Create(CultureInfo.InvariantCulture, $"HE{(isFull ? "FULL" : "DIFF")}{$"{day.DayNumber}".PadRight(10, '~')}{day:yyyyMMdd}010000{$"{sections}".PadRight(10, '~')}");

    public static string Bound(string prefix, string number) => prefix + number.PadRight(38, '~');

    public static string Section(string prefix, string name, int items) => prefix + name.PadRight(30, '~') + $"{items}".PadRight(5, '~');

    /// <summary>One offender: sections of lines of one kind, between its start and its end.</summary>
    public static IEnumerable<string> Lines(int offender, IEnumerable<NdeliusTextLine> lines)
    {
        yield return Bound("SS", $"{offender}");
        foreach (var kind in lines.GroupBy(l => l.Kind))
        {
            yield return Section("DS", kind.Key.ToString().ToUpperInvariant(), kind.Count());
            foreach (var line in kind)
            {
                yield return line.Text;
            }

            yield return Section("DE", kind.Key.ToString().ToUpperInvariant(), kind.Count());
        }

        yield return Bound("SE", $"{offender}");
    }

    /// <summary>A whole file.</summary>
    public static string File(DateOnly day, bool isFull, params IReadOnlyList<(int Offender, NdeliusTextLine[] Lines)> people) =>
        string.Join("\r\n", [Header(day, isFull, people.Count), .. people.SelectMany(p => Lines(p.Offender, p.Lines)), "FO", ""]);

    /// <summary>People with nothing special about them.</summary>
    public static IEnumerable<(int Offender, NdeliusTextLine[] Lines)> Crowd(int people) => Enumerable.Range(1, people).Select(n =>
        (1000 + n, new[] { Offender(string.Create(CultureInfo.InvariantCulture, $"C{n:D6}"), 1000 + n).With("Surname", $"Crowd{(char)('a' + (n % 26))}{(char)('a' + (n / 26))}"), Manager(1000 + n) }));

    /// <summary>A row as decisions read it.</summary>
    public static NdeliusRow Row(bool isFull, params NdeliusTextLine[] lines) => new(1, "77", isFull, lines.Select(l => l.Read()));
}
