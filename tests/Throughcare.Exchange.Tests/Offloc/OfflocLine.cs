using Throughcare.Domain.Record.Offloc;
using Throughcare.Domain.Sentences;

namespace Throughcare.Exchange.Tests.Offloc;

/// <summary>One line of a prison file; a test says what is special about it.</summary>
internal sealed class OfflocLine
{
    private readonly string[] _fields = [.. Enumerable.Repeat("", OfflocField.Count)];

    public OfflocLine(string number, DateOnly? day = null)
    {
        this[OfflocField.SystemDate] = $"{day ?? OfflocFiles.Day1:dd/MM/yyyy}";
        this[OfflocField.PrisonCode] = "LHI";
        this[OfflocField.PrisonNumber] = number;
        this[OfflocField.Sex] = "Male";
        this[OfflocField.BookingNumber] = "A" + number[1..5] + "1";
        this[OfflocField.LastName] = "Zabrake";
        this[OfflocField.FirstName] = "Adan";
        this[OfflocField.DateOfBirth] = "01/02/1990";
        this[OfflocField.Cell] = "LHI-A-1-001";
        this[OfflocField.ReceivedOn] = "01/12/2025";
        this[OfflocField.CustodyStatus] = "ACTIVE IN";
        this[OfflocField.LegalStatus] = ImprisonmentStatuses.Find("ADIMP_ORA")!.Description;
        this[OfflocField.FirstSentencedOn] = "01/12/2025";
        this[OfflocField.MainOffence] = "Robbery";
        this[OfflocField.Crd] = "01/12/2027";
        this[OfflocField.Sed] = "01/12/2029";
        this[OfflocField.MovementOn] = "01/12/2025";
        this[OfflocField.MovementHour] = "10";
        this[OfflocField.MovementCode] = "I";
    }

    public string this[int field]
    {
        get => _fields[field];
        init => _fields[field] = value;
    }

    public OfflocLine With(int field, string text)
    {
        var copy = (string[])_fields.Clone();
        copy[field] = text;
        return new OfflocLine(copy);
    }

    public OfflocLine On(DateOnly day) => With(OfflocField.SystemDate, $"{day:dd/MM/yyyy}");

    public override string ToString() => $"\"{string.Join("\"|\"", _fields)}\"";

    private OfflocLine(string[] fields) => _fields = fields;
}

internal static class OfflocFiles
{
    public static DateOnly Day1 { get; } = new(2026, 3, 2);

    public static string NameOn(DateOnly day, string suffix = "X") => $"C_NOMIS_OFFENDER_{day:ddMMyyyy}_{suffix}.dat";

    /// <summary>People with nothing special about them: A2000AA, A2001AA...</summary>
    public static IEnumerable<OfflocLine> Crowd(int people) => Enumerable.Range(2000, people).Select(n => new OfflocLine($"A{n}AA"));

    public static string Text(IEnumerable<OfflocLine> lines) => string.Concat(lines.Select(l => l + "\r\n"));
}
