using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Offloc;
using Throughcare.Domain.Rules;
using Throughcare.Exchange.Record;
using Throughcare.Storage;

namespace Throughcare.Exchange.Offloc;

/// <summary>What a first pass over all rows of a prison file finds.</summary>
/// <param name="Differing">Prison numbers that the file names more than once with different rows.</param>
/// <param name="Repeated">Prison numbers that the file names more than once with the same row.</param>
/// <param name="OtherDay">Rows that say another day than the name of the file.</param>
internal sealed record OfflocValidation(
    int Rows, int Rejected, IReadOnlySet<string> Differing, IReadOnlySet<string> Repeated, IReadOnlyList<RowError> FirstErrors, OtherDays OtherDay)
    : ImportFindings(Rows, Rejected, FirstErrors)
{
    public override string? Refusal(ImportRun run) =>
        base.Refusal(run) ?? (OtherDay.IsRefused ? OtherDay.Refusal(run.SourceDate!.Value) : null);

    public override RowError? Warning(ImportRun run) => OtherDay.Warning(run.SourceDate!.Value);

    public static async Task<OfflocValidation> OfAsync(ThroughcareDb db, ImportRun run, CancellationToken stop)
    {
        var pass = new Pass(run);
        await foreach (var piece in ReceivedPieces.OfAsync(db, run.Id, stop))
        {
            pass.Read(piece);
            stop.ThrowIfCancellationRequested();
        }

        return pass.Result();
    }

    private sealed class Pass(ImportRun run)
    {
        private static readonly int DaySlot = OfflocField.SlotOf(OfflocField.SystemDate);

        private readonly OfflocText _text = new(run.IsWindows1252);
        private readonly OfflocHash _hash = new(new(run.IsWindows1252));
        private readonly Dictionary<string, ulong> _keys = new(StringComparer.Ordinal);
        private readonly HashSet<string> _differing = new(StringComparer.Ordinal);
        private readonly HashSet<string> _repeated = new(StringComparer.Ordinal);
        private readonly List<RowError> _errors = [];
        private readonly OfflocRowChecks _checks = new(run);
        private int _rows;
        private int _rejected;
        private readonly byte[] _day = Encoding.UTF8.GetBytes(run.SourceDate!.Value.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
        private int _dated;
        private int _otherDay;
        private string _firstOther = "";

        public void Read(byte[] piece)
        {
            Span<Range> spans = stackalloc Range[OfflocField.Imported.Length];
            var row = new PackedRowReader(piece, spans);
            while (row.Read())
            {
                _rows++;
                Day(row);
                var (key, problem) = _checks.Check(row, _text);
                if (problem is not null)
                {
                    _rejected += problem.Code == OfflocChecks.NotOwnUnit ? 0 : 1;
                    if (_errors.Count < MostErrors)
                    {
                        _errors.Add(new(row.Line, key, problem));
                    }
                }
                else
                {
                    Remember(key!, BinaryPrimitives.ReadUInt64BigEndian(_hash.Of(row)));
                }
            }
        }

        public OfflocValidation Result() => new(_rows, _rejected, _differing, _repeated, _errors, new(_otherDay, _dated, _firstOther));

        private void Day(in PackedRowReader row)
        {
            if (row.Count != OfflocField.Count)
            {
                return;
            }

            _dated++;
            if (!row[DaySlot].SequenceEqual(_day))
            {
                _firstOther = _otherDay++ == 0 ? _text.Decode(row[DaySlot]) : _firstOther;
            }
        }

        private void Remember(string key, ulong hash)
        {
            if (!_keys.TryAdd(key, hash))
            {
                (_keys[key] == hash ? _repeated : _differing).Add(key);
            }
        }
    }
}

/// <summary>Rows whose System Date is not the day in the name of the file.</summary>
/// <param name="Rows">How many there are.</param>
/// <param name="OfRows">How many rows say a day at all.</param>
/// <param name="First">What the first of them says.</param>
internal readonly record struct OtherDays(int Rows, int OfRows, string First)
{
    public const string Code = "SYSTEM_DATE";

    /// <summary>The file is of another day than its name says, or the name is wrong.</summary>
    public bool IsRefused => Rows > 0 && Rows == OfRows;

    public string Refusal(DateOnly day) =>
        $"{Code}: The file name says {Words.LongDate(day)}, and no row of the file is of that day. The first row says {(First.Length == 0 ? "nothing" : First)}. Check which day the file is of and send it under the right name.";

    /// <summary>What to tell of the whole run; <see langword="null"/> where all rows are of the day.</summary>
    public RowError? Warning(DateOnly day) => Rows == 0 ? null : new RowError(0, null, RowProblem.Warning(
        OfflocField.SystemDate, $"{Rows}", Code, $"{Words.Count(Rows, "row")} of {OfRows:N0} do not say {Words.LongDate(day)}, the day in the file name; the first says {(First.Length == 0 ? "nothing" : First)}. They were applied"));
}

/// <summary>The checks of one row, on its bytes.</summary>
internal sealed class OfflocRowChecks(ImportRun run)
{
    private static readonly int Key = OfflocField.SlotOf(OfflocField.PrisonNumber);
    private static readonly int Prison = OfflocField.SlotOf(OfflocField.PrisonCode);
    private static readonly int Born = OfflocField.SlotOf(OfflocField.DateOfBirth);

    private readonly PlaceCode? _unit = run.Unit;
    private readonly DateOnly _day = run.SourceDate ?? throw new InvalidOperationException("The run has no day.");

    /// <returns>The prison number, as kept where it is one; and why the row is rejected.</returns>
    public (string? Key, RowProblem? Problem) Check(in PackedRowReader row, OfflocText text)
    {
        if (row.Count != OfflocField.Count)
        {
            return (row[0].IsEmpty ? null : text.Decode(row[0]), OfflocChecks.WrongCount(row.Count));
        }

        var key = text.Decode(row[Key]);
        var problem = OfflocChecks.Check(key, text.Decode(row[Prison]), text.Decode(row[Born]), _unit, _day);
        return (PrisonNumber.TryParse(key, null, out var number) ? number.ToString() : key, problem);
    }
}
