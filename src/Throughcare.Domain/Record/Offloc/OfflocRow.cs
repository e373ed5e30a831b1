namespace Throughcare.Domain.Record.Offloc;

/// <summary>One prisoner of the prison file: the fields that are kept, trimmed, with single spaces.</summary>
public sealed class OfflocRow
{
    private readonly string[] _texts;

    /// <param name="line">Line of the file on which the row begins, from 1.</param>
    /// <param name="texts">One text for each field of <see cref="OfflocField.Imported"/>.</param>
    public OfflocRow(int line, string[] texts)
    {
        if (texts.Length != OfflocField.Imported.Length)
        {
            throw new ArgumentException($"A row has {OfflocField.Imported.Length} fields that are kept, not {texts.Length}.", nameof(texts));
        }

        Line = line;
        _texts = texts;
    }

    public int Line { get; }

    /// <summary>The text of a field; empty where it says nothing.</summary>
    public string this[int field] => _texts[OfflocField.SlotOf(field)];

    /// <summary>The text of a field, cut to <paramref name="most"/> characters; <see langword="null"/> where it says nothing.</summary>
    public string? Text(int field, int most = 4000) => this[field] switch
    {
        "" => null,
        var text => text.Length <= most ? text : text[..most],
    };

    /// <summary>The items of a list, each once; in the order of the file.</summary>
    public IEnumerable<string> Items(int field) => this[field]
        .Split(OfflocField.ItemMark, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Distinct(StringComparer.Ordinal);

    /// <summary>The lines of an address that say something.</summary>
    public IReadOnlyList<string> Lines(int first) =>
        [.. Enumerable.Range(first, OfflocField.AddressLines).Select(field => this[field]).Where(line => line.Length > 0)];
}
