namespace Throughcare.Domain.Sentences;

/// <summary>One of the official dates: what it is called and where it is kept.</summary>
public sealed class KeyDateKind
{
    private readonly Func<KeyDates, DateOnly?> _read;
    private readonly Func<KeyDates, DateOnly?, KeyDates> _write;

    private KeyDateKind(KeyDateFields field, string code, string name, Func<KeyDates, DateOnly?> read, Func<KeyDates, DateOnly?, KeyDates> write) =>
        (Field, Code, Name, _read, _write) = (field, code, name, read, write);

    public static KeyDateKind ConfirmedRelease { get; } = new(KeyDateFields.ConfirmedRelease, "Confirmed", "Confirmed release date", d => d.ConfirmedRelease, (d, on) => d with { ConfirmedRelease = on });

    public static KeyDateKind Hdcad { get; } = new(KeyDateFields.Hdcad, "HDCAD", "Home detention curfew actual date", d => d.Hdcad, (d, on) => d with { Hdcad = on });

    public static KeyDateKind Hdced { get; } = new(KeyDateFields.Hdced, "HDCED", "Home detention curfew eligibility date", d => d.Hdced, (d, on) => d with { Hdced = on });

    public static KeyDateKind Ped { get; } = new(KeyDateFields.Ped, "PED", "Parole eligibility date", d => d.Ped, (d, on) => d with { Ped = on });

    public static KeyDateKind Ted { get; } = new(KeyDateFields.Ted, "TED", "Tariff expiry date", d => d.Ted, (d, on) => d with { Ted = on });

    public static KeyDateKind Thd { get; } = new(KeyDateFields.Thd, "THD", "Target hearing date", d => d.Thd, (d, on) => d with { Thd = on });

    public static KeyDateKind Crd { get; } = new(KeyDateFields.Crd, "CRD", "Conditional release date", d => d.Crd, (d, on) => d with { Crd = on });

    public static KeyDateKind Ard { get; } = new(KeyDateFields.Ard, "ARD", "Automatic release date", d => d.Ard, (d, on) => d with { Ard = on });

    public static KeyDateKind Npd { get; } = new(KeyDateFields.Npd, "NPD", "Non-parole date", d => d.Npd, (d, on) => d with { Npd = on });

    public static KeyDateKind Prrd { get; } = new(KeyDateFields.Prrd, "PRRD", "Post-recall release date", d => d.Prrd, (d, on) => d with { Prrd = on });

    public static KeyDateKind Led { get; } = new(KeyDateFields.Led, "LED", "Licence expiry date", d => d.Led, (d, on) => d with { Led = on });

    public static KeyDateKind Sled { get; } = new(KeyDateFields.Sled, "SLED", "Sentence and licence expiry date", d => d.Sled, (d, on) => d with { Sled = on });

    public static KeyDateKind Sed { get; } = new(KeyDateFields.Sed, "SED", "Sentence expiry date", d => d.Sed, (d, on) => d with { Sed = on });

    public static KeyDateKind Tused { get; } = new(KeyDateFields.Tused, "TUSED", "Top-up supervision expiry date", d => d.Tused, (d, on) => d with { Tused = on });

    /// <summary>All of them, release first, in the order in which pages list them.</summary>
    public static IReadOnlyList<KeyDateKind> All { get; } =
        [ConfirmedRelease, Hdcad, Hdced, Ped, Ted, Thd, Crd, Ard, Npd, Prrd, Led, Sled, Sed, Tused];

    /// <summary>The flag by which a correction of it is marked.</summary>
    public KeyDateFields Field { get; }

    /// <summary>As the prison service abbreviates it.</summary>
    public string Code { get; }

    /// <summary>In full, at the beginning of a sentence.</summary>
    public string Name { get; }

    public static KeyDateKind? Find(string? code) => All.FirstOrDefault(kind => kind.Code == code);

    public DateOnly? Of(KeyDates dates) => _read(dates);

    public KeyDates Set(KeyDates dates, DateOnly? on) => _write(dates, on);

    public override string ToString() => Code;
}
