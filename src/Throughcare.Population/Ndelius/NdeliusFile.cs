using System.Globalization;
using Throughcare.Population.Cases;
using Throughcare.Population.Files;
using Throughcare.Population.People;

namespace Throughcare.Population.Ndelius;

/// <summary>Which of the two extracts.</summary>
public enum NdeliusMode
{
    /// <summary>Every record whose case is open.</summary>
    Full,

    /// <summary>Every record that is not as it was on the day before, with all its lines.</summary>
    Diff,
}

/// <summary>Writes the probation extract of people who do not exist.</summary>
/// <remarks>
/// <para>A full file has as many records as there are cases. A diff has those that changed: new cases, other managers, addresses, registrations,
/// risk, releases and ended cases, about 1.5% a day. A changed record stands in the diff with all its lines; a line that the source has withdrawn
/// stands there once more with its flag Deleted Y. So the full file of a day is that of the day before with the records of the diff in
/// place of theirs, without the withdrawn lines and without the records whose managers have all ended: those cases are over.</para>
/// <para>The same options give the same bytes on every machine. One record is in memory at a time.</para>
/// </remarks>
public static class NdeliusFile
{
    /// <summary><c>cfoextract_272_full_20260930010000.txt</c>: the number of the day since the end of 2025, and the time of the extract.</summary>
    public static string NameOf(CaseloadOptions options, NdeliusMode mode) => string.Create(
        CultureInfo.InvariantCulture, $"cfoextract_{Sequence(options.Day)}_{(mode == NdeliusMode.Full ? "full" : "diff")}_{At(options.Day):yyyyMMddHHmmss}.txt");

    /// <summary>Writes the file to <paramref name="output"/>, which stays open.</summary>
    /// <param name="written">Told the number of records looked at so far, every few hundred.</param>
    /// <exception cref="ArgumentException">The options name no such file; the message says why.</exception>
    public static async Task<FileReport> WriteAsync(
        Stream output, CaseloadOptions options, NdeliusMode mode, IProgress<int>? written = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        var caseload = Caseload.Of(options);
        if (mode == NdeliusMode.Diff && options.Day == Bed.FirstDay)
        {
            throw new ArgumentException("The first day has no day before: ask for its full file");
        }

        var writer = new NdeliusRecord(caseload.Root, At(options.Day));
        var changed = mode == NdeliusMode.Full ? [] : Changed(caseload, writer, options.Day, written, cancellationToken);
        var count = mode == NdeliusMode.Full ? options.People : changed.Count;
        var blocks = mode == NdeliusMode.Full ? Open(caseload, writer, options.Day) : Again(caseload, writer, options.Day, changed);

        using var file = new HashedOutput(output);
        AddHeader(file, options.Day, mode, count);
        var records = 0;
        foreach (var block in blocks)
        {
            block.WriteTo(file);
            records++;
            if (file.IsFull)
            {
                await file.FlushAsync(cancellationToken).ConfigureAwait(false);
                written?.Report(mode == NdeliusMode.Full ? records : options.People);
            }
        }

        file.Add("FO\r\n"u8);
        var hash = await file.EndAsync(cancellationToken).ConfigureAwait(false);
        written?.Report(options.People);
        return new FileReport(NameOf(options, mode), options.Day, records, file.Bytes, hash);
    }

    private static int Sequence(DateOnly day) => day.DayNumber - Bed.FirstDay.DayNumber + 1;

    private static DateTime At(DateOnly day) => day.ToDateTime(new TimeOnly(1, 0), DateTimeKind.Unspecified);

    private static void AddHeader(HashedOutput file, DateOnly day, NdeliusMode mode, int count)
    {
        var line = NdeliusLayout.Shared["Header"];
        Span<byte> bytes = stackalloc byte[line.Length];
        var header = NdeliusBlock.Mark(bytes, "HE"u8, line);
        header["FileType"] = mode == NdeliusMode.Full ? "FULL" : "DIFF";
        header.Set("Sequence", Sequence(day));
        header["RunDate"] = At(day).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        header.Set("SectionCount", count);
        file.Add(bytes);
        file.Add("\r\n"u8);
    }

    private static IEnumerable<NdeliusBlock> Open(Caseload caseload, NdeliusRecord writer, DateOnly day)
    {
        var block = new NdeliusBlock();
        foreach (var source in caseload.Sources())
        {
            foreach (var (member, _) in source.On(day).Where(person => person.IsOpen))
            {
                var person = source.Case(member, day);
                for (var record = 0; record < person.Records; record++)
                {
                    writer.Fill(block, person, record, day);
                    yield return block;
                }
            }
        }
    }

    /// <summary>Place of the source, its member and the record, for all that changed.</summary>
    private static List<(int Source, int Member, int Record)> Changed(
        Caseload caseload, NdeliusRecord writer, DateOnly day, IProgress<int>? looked, CancellationToken cancellationToken)
    {
        var changed = new List<(int Source, int Member, int Record)>();
        var (seen, now, before) = (0, new NdeliusBlock(), new NdeliusBlock());
        foreach (var (at, source) in caseload.Sources().Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var member in MembersOf(source, day))
            {
                for (var record = 0; record < source.Records; record++)
                {
                    if (Differs(source, member, record, writer, day, now, before))
                    {
                        changed.Add((at, member, record));
                    }

                    seen++;
                }
            }

            if (at % 500 == 0)
            {
                looked?.Report(seen);
            }
        }

        return changed;
    }

    private static IEnumerable<NdeliusBlock> Again(
        Caseload caseload, NdeliusRecord writer, DateOnly day, List<(int Source, int Member, int Record)> changed)
    {
        var (next, now, before) = (0, new NdeliusBlock(), new NdeliusBlock());
        foreach (var (at, source) in caseload.Sources().Index())
        {
            for (; next < changed.Count && changed[next].Source == at; next++)
            {
                Differs(source, changed[next].Member, changed[next].Record, writer, day, now, before);
                now.Withdraw(before);
                yield return now;
            }
        }
    }

    /// <summary>Who is on probation on the day or was on the day before.</summary>
    private static IEnumerable<int> MembersOf(CaseSource source, DateOnly day) =>
        source.On(day).Concat(source.On(day.AddDays(-1))).Where(person => person.IsOpen).Select(person => person.Member).Distinct();

    /// <summary>Fills both blocks and says whether they differ.</summary>
    private static bool Differs(
        CaseSource source, int member, int record, NdeliusRecord writer, DateOnly day, NdeliusBlock now, NdeliusBlock before)
    {
        var yesterday = day.AddDays(-1);
        var then = source.Case(member, yesterday);
        writer.Fill(now, source.Case(member, day), record, day);
        if (then.IsOpenOn(yesterday))
        {
            writer.Fill(before, then, record, yesterday);
        }
        else
        {
            before.Begin(now.OffenderId);
        }

        return !now.IsSameAs(before);
    }
}
