using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Ndelius;
using Throughcare.Exchange.Record;

namespace Throughcare.Exchange.Ndelius;

/// <summary>Reads a probation extract line by line: fixed width, one offender in memory at a time.</summary>
/// <remarks>A line that no layout has is passed over with a warning; a file that is not whole is refused.</remarks>
/// <param name="content">Read once, from its beginning.</param>
/// <param name="day">The day that the file's name says.</param>
internal sealed class NdeliusReader(Stream content, DateOnly day)
{
    /// <summary>The part of a row that is no line: the number of the offender, the mode, and what tells rows without a key apart.</summary>
    public const byte HeadPart = 0;

    private const int Prefix = 2;
    private const int HeaderLength = 40;
    private const int SectionLength = 37;
    private const int OffenderLength = 40;
    private const int FooterLength = 2;
    private const int LongestLine = 1 << 16;
    private const int MostWarnings = 10_000;

    private static readonly SearchValues<char> Paddings = SearchValues.Create("~|\t  \u00a0");

    private readonly List<FilePart> _parts = [];
    private readonly List<RowError> _warnings = [];
    private int _warned;
    private int _line;
    private int _begunAt;
    private string? _offender;
    private string? _crn;
    private string _section = "";
    private int _items;
    private int _itemsFound;
    private bool _isInSection;
    private int _outermost;
    private int _sections;
    private string _stamp = "";
    private bool _isFull;
    private bool _hasFooter;
    private char[] _chars = new char[4096];

    /// <summary>Bytes of lines that were read.</summary>
    public long Bytes { get; private set; }

    /// <summary>Warnings that have not been taken.</summary>
    public int WarningCount => _warnings.Count;

    /// <summary>Gives the warnings since the last time.</summary>
    public IReadOnlyList<RowError> TakeWarnings()
    {
        RowError[] taken = [.. _warnings];
        _warnings.Clear();
        return taken;
    }

    /// <summary>The rows, one an offender.</summary>
    /// <exception cref="ImportFileException">Header or footer are missing, or what the header says is not what stands there.</exception>
    public async IAsyncEnumerable<FileRow> ReadAsync([EnumeratorCancellation] CancellationToken stop)
    {
        var pipe = PipeReader.Create(content, new(bufferSize: 1 << 18, minimumReadSize: 1 << 16, leaveOpen: true));
        try
        {
            while (true)
            {
                var read = await pipe.ReadAsync(stop);
                var rest = read.Buffer;
                while (NextLine(ref rest, read.IsCompleted, out var bytes))
                {
                    if (One(bytes) is { } row)
                    {
                        yield return row;
                    }
                }

                if (read.IsCompleted)
                {
                    break;
                }

                if (rest.Length > LongestLine)
                {
                    throw new ImportFileException("LINE_LENGTH", $"Line {_line + 1} is longer than any line of a probation extract.");
                }

                pipe.AdvanceTo(rest.Start, rest.End);
            }
        }
        finally
        {
            await pipe.CompleteAsync();
        }

        if (_line == 0)
        {
            throw new ImportFileException("EMPTY", "The file has no lines.");
        }

        if (!_hasFooter)
        {
            throw new ImportFileException("FOOTER_MISSING", "The file does not end with the footer of a probation extract: it did not arrive whole.");
        }

        if (_outermost != _sections)
        {
            throw new ImportFileException("SECTION_COUNT", $"The header says {_sections} sections, the file has {_outermost}.");
        }
    }

    private static bool NextLine(ref ReadOnlySequence<byte> rest, bool isLast, out ReadOnlySequence<byte> line)
    {
        if (rest.PositionOf((byte)'\n') is { } end)
        {
            line = rest.Slice(0, end);
            rest = rest.Slice(rest.GetPosition(1, end));
            return true;
        }

        line = rest;
        rest = rest.Slice(rest.End);
        return isLast && line.Length > 0 ? true : Back(ref rest, line);

        static bool Back(ref ReadOnlySequence<byte> rest, ReadOnlySequence<byte> line)
        {
            rest = line;
            return false;
        }
    }

    private FileRow? One(in ReadOnlySequence<byte> bytes)
    {
        Bytes += bytes.Length + 1;
        _line++;
        if (bytes.Length > LongestLine)
        {
            throw new ImportFileException("LINE_LENGTH", $"Line {_line} is longer than any line of a probation extract.");
        }

        var line = bytes.IsSingleSegment ? Decode(bytes.FirstSpan) : Decode(bytes.ToArray());
        if (line.IsEmpty)
        {
            return null;
        }

        if (_line == 1)
        {
            Header(line);
            return null;
        }

        if (_hasFooter)
        {
            throw new ImportFileException("FOOTER_MISSING", $"Line {_line} stands after the footer.");
        }

        switch (line.Length < Prefix ? "" : line[..Prefix])
        {
            case "LD" when _offender is not null && NdeliusLineType.Find(line.Length, _section) is { } type:
                Data(type, line);
                return null;
            case "SS" when line.Length == OffenderLength:
                return Begin(line);
            case "SE" when line.Length == OffenderLength:
                return End(line);
            case "DS" when line.Length == SectionLength:
                Section(line);
                return null;
            case "DE" when line.Length == SectionLength:
                EndSection();
                return null;
            case "FO" when line.Length == FooterLength:
                Footer();
                return null;
            case "LD":
                _itemsFound++;
                Unknown(line);
                return null;
            default:
                Unknown(line);
                return null;
        }
    }

    /// <summary>The characters of a line, without its end. Lengths are in characters: what is not UTF-8 is read as Windows-1252's Latin part.</summary>
    private ReadOnlySpan<char> Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [.., (byte)'\r'])
        {
            bytes = bytes[..^1];
        }

        if (_line == 1 && bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[3..];
        }

        if (_chars.Length < bytes.Length)
        {
            _chars = new char[bytes.Length * 2];
        }

        var status = System.Text.Unicode.Utf8.ToUtf16(bytes, _chars, out _, out var written, replaceInvalidSequences: false);
        return status is OperationStatus.Done ? _chars.AsSpan(0, written) : _chars.AsSpan(0, Encoding.Latin1.GetChars(bytes, _chars));
    }

    private void Header(ReadOnlySpan<char> line)
    {
        if (line.Length != HeaderLength || !line.StartsWith("HE"))
        {
            throw new ImportFileException("HEADER_MISSING", "The file does not begin with the header of a probation extract.");
        }

        _stamp = Clean(line.Slice(6, 10)) + "/" + Clean(line.Slice(16, 14));
        if (!DateOnly.TryParseExact(Clean(line.Slice(16, 14)) is { Length: >= 8 } at ? at[..8] : "", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) || on != day)
        {
            throw new ImportFileException("RUN_DATE", $"The header gives {Clean(line.Slice(16, 14))} as the day of the extract, and the name of the file {day:yyyyMMdd}.");
        }

        var mode = Clean(line.Slice(2, 4));
        if (mode.Length > 0 && !mode.StartsWith("FULL", StringComparison.OrdinalIgnoreCase) && !mode.StartsWith("DIFF", StringComparison.OrdinalIgnoreCase))
        {
            throw new ImportFileException("FILE_TYPE", $"The header says that this is a file of type {mode}.");
        }

        HeaderMode = mode.Length == 0 ? null : mode.StartsWith("FULL", StringComparison.OrdinalIgnoreCase) ? ImportMode.Full : ImportMode.Diff;
        _sections = Whole(line.Slice(30, 10));
    }

    /// <summary>What the header says; <see langword="null"/> where it says nothing.</summary>
    public ImportMode? HeaderMode { get; private set; }

    /// <summary>What the name says; it is part of what a row says.</summary>
    public required ImportMode Mode { get; init; }

    private FileRow? Begin(ReadOnlySpan<char> line)
    {
        if (HeaderMode is { } said && said != Mode)
        {
            throw new ImportFileException("FILE_TYPE", $"The header and the name of the file do not agree on whether it is the full list.");
        }

        if (_offender is not null)
        {
            throw new ImportFileException("SECTION_COUNT", $"On line {_line} an offender begins before the one before has ended.");
        }

        _outermost += _isInSection ? 0 : 1;
        (_offender, _crn, _begunAt) = (Clean(line[Prefix..]), null, _line);
        _isFull = Mode is ImportMode.Full;
        _parts.Clear();
        return null;
    }

    private FileRow End(ReadOnlySpan<char> line)
    {
        if (_offender is not { } offender || Clean(line[Prefix..]) != offender)
        {
            throw new ImportFileException("SECTION_COUNT", $"On line {_line} an offender ends who did not begin.");
        }

        // rows without a CRN are never taken for one that was read before: another file may have said otherwise in between
        var key = Crn.TryParse(_crn, null, out var crn) ? crn.ToString() : _crn is { Length: > 0 } ? Cut(_crn) : $"OFF:{Cut(offender)}";
        _parts.Add(new FilePart(HeadPart, [offender, _isFull ? "FULL" : "DIFF", _crn is null ? _stamp : ""]));
        FilePart[] parts = [.. _parts];
        _offender = null;
        return new FileRow(_begunAt, key, parts, FileRows.HashOf(parts));
    }

    private void Section(ReadOnlySpan<char> line)
    {
        if (_isInSection)
        {
            throw new ImportFileException("SECTION_COUNT", $"On line {_line} a section begins before the one before has ended.");
        }

        _outermost += _offender is null ? 1 : 0;
        (_section, _items, _itemsFound, _isInSection) = (Clean(line.Slice(2, 30)), Whole(line.Slice(32, 5)), 0, true);
    }

    private void EndSection()
    {
        if (!_isInSection || _itemsFound != _items)
        {
            throw new ImportFileException("SECTION_COUNT", _isInSection
                ? $"The section {_section} that ends on line {_line} says {_items} lines and has {_itemsFound}."
                : $"On line {_line} a section ends that did not begin.");
        }

        _isInSection = false;
    }

    private void Footer()
    {
        if (_offender is not null || _isInSection)
        {
            throw new ImportFileException("SECTION_COUNT", "The file ends within a section.");
        }

        _hasFooter = true;
    }

    private void Data(NdeliusLineType type, ReadOnlySpan<char> line)
    {
        _itemsFound++;
        if (type.Kind is not { } kind)
        {
            return;
        }

        var values = new string[type.Fields.Length];
        for (var slot = 0; slot < values.Length; slot++)
        {
            var field = type.Fields[slot];
            values[slot] = Clean(line.Slice(field.Offset, field.Length));
        }

        if (kind is NdeliusLineKind.Offenders)
        {
            _crn ??= values[type.SlotOf("CRN")];
        }

        _parts.Add(new FilePart((byte)kind, values));
    }

    private void Unknown(ReadOnlySpan<char> line)
    {
        if (_warned++ < MostWarnings)
        {
            var problem = NdeliusChecks.Warning("", line.Length <= 20 ? line.ToString() : line[..20].ToString(), NdeliusChecks.UnknownLine,
                $"No layout has a line like this ({line.Length} characters); it was passed over");
            _warnings.Add(new RowError(_line, _offender is null ? null : $"OFF:{Cut(_offender)}", problem));
        }
    }

    private static string Cut(string text) => text.Length <= 36 ? text : text[..36];

    private static int Whole(ReadOnlySpan<char> text) =>
        int.TryParse(Clean(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Without padding, a bar as a space, with single spaces and none at the ends.</summary>
    internal static string Clean(ReadOnlySpan<char> field)
    {
        var end = field.Length;
        while (end > 0 && field[end - 1] is '~' or ' ')
        {
            end--;
        }

        field = field[..end];
        if (field.IsEmpty)
        {
            return "";
        }

        if (field.IndexOfAny(Paddings) < 0)
        {
            return field.ToString();
        }

        Span<char> clean = field.Length <= 1024 ? stackalloc char[field.Length] : new char[field.Length];
        var length = 0;
        var isSpace = true;
        foreach (var c in field)
        {
            if (c == '~')
            {
                continue;
            }

            var isBlank = c == '|' || char.IsWhiteSpace(c);
            if (isBlank && isSpace)
            {
                continue;
            }

            clean[length++] = isBlank ? ' ' : c;
            isSpace = isBlank;
        }

        return clean[..length].TrimEnd(' ').ToString();
    }
}
