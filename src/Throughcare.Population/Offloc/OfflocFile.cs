using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using Throughcare.Population.People;
using Throughcare.Population.Streams;
using Throughcare.Population.Tables;

namespace Throughcare.Population.Offloc;

/// <summary>Writes the nightly file of everyone in prison, with people who do not exist.</summary>
/// <remarks>
/// <para>Every day can be written directly: who is in prison and how they stand follows from seed and day alone. From one day to the next
/// about 0.67% leave and as many come (so the number of people is the same on every day), 0.25% are transferred, 1.5% change cell,
/// 0.4% have an alert opened or closed, 0.2% have other key dates and 0.14% other activities. Nobody who has left is back before 500 days
/// after the arrival; then it is the same person with a new booking.</para>
/// <para>The same options give the same bytes on every machine. One record is in memory at a time.</para>
/// </remarks>
public static class OfflocFile
{
    private const int FlushAt = 1 << 18;

    /// <summary><c>C_NOMIS_OFFENDER_ddMMyyyy_FICTIONAL.dat</c></summary>
    public static string NameOf(OfflocFileOptions options) => string.Create(
        CultureInfo.InvariantCulture, $"C_NOMIS_OFFENDER_{options.Day:ddMMyyyy}_{options.Suffix}.dat");

    /// <summary>Writes the file to <paramref name="output"/>, which stays open.</summary>
    /// <param name="written">Told the number of records written so far, every few hundred.</param>
    /// <exception cref="ArgumentException">The options name no such file; the message says why.</exception>
    public static async Task<OfflocReport> WriteAsync(
        Stream output, OfflocFileOptions options, IProgress<int>? written = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        Check(options);

        var root = new StreamRoot(options.Seed, "offloc");
        var contentOf = options.ContentOf ?? options.Day;
        var quirks = new OfflocQuirks(options, root);
        var record = new OfflocRecord();
        var buffer = new ArrayBufferWriter<byte>(FlushAt + (1 << 14));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (records, changed, bytes, owed) = (0, 0, 0L, 0m);

        foreach (var (bed, homes) in Beds.Of(options, root))
        {
            var stay = PrisonStay.On(contentOf, root, bed, homes, options.Quirks);
            var line = Fill(record, stay, options, contentOf, quirks);
            owed += options.ChangedShare;
            if (owed >= 1 && line is null)
            {
                record.ChangeCell();
                owed--;
                changed++;
            }

            record.WriteTo(buffer, line);
            records++;
            if (buffer.WrittenCount >= FlushAt)
            {
                bytes += await FlushAsync(output, buffer, hash, cancellationToken).ConfigureAwait(false);
                written?.Report(records);
            }
        }

        bytes += await FlushAsync(output, buffer, hash, cancellationToken).ConfigureAwait(false);
        written?.Report(records);
        return new OfflocReport(
            NameOf(options), options.Day, records, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()), changed, quirks.Written);
    }

    private static OfflocQuirk? Fill(OfflocRecord record, PrisonStay stay, OfflocFileOptions options, DateOnly contentOf, OfflocQuirks quirks)
    {
        var (line, emptyPlace, wrongLetter) = quirks.Of(stay);
        record.Fill(stay, options.Day, contentOf, emptyPlace);
        var person = stay.Person;
        if (wrongLetter)
        {
            record[47] = FictionalNumbers.PncWithWrongLetter(person.Number, person.FirstConvictedOn.Year);
        }

        switch (line)
        {
            case OfflocQuirk.LineBreakInRemark:
                record[118] = person.Number % 2 == 0 ? "FICTIONAL\nFICTIONAL" : "FICTIONAL\r\nFICTIONAL";
                break;
            case OfflocQuirk.UnknownPrison:
                (record[1], record[2]) = ("No such prison", "ZZQ");
                break;
            case OfflocQuirk.InvalidKey:
                record[3] = person.Number % 2 == 0 ? "" : person.PrisonNumber[1..];
                break;
            case OfflocQuirk.ImpossibleDateOfBirth:
                record[12] = person.BornOn.AddYears(100).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
                break;
            default:
                break;
        }

        foreach (var quirk in Counted(line, emptyPlace, wrongLetter || person.PncIsWrong))
        {
            quirks.Count(quirk);
        }

        return line;
    }

    private static IEnumerable<OfflocQuirk> Counted(OfflocQuirk? line, bool emptyPlace, bool wrongLetter)
    {
        if (line is { } quirk)
        {
            yield return quirk;
        }

        if (emptyPlace)
        {
            yield return OfflocQuirk.EmptyValueInGroup;
        }

        if (wrongLetter)
        {
            yield return OfflocQuirk.WrongPncLetter;
        }
    }

    private static async Task<int> FlushAsync(
        Stream output, ArrayBufferWriter<byte> buffer, IncrementalHash hash, CancellationToken cancellationToken)
    {
        var count = buffer.WrittenCount;
        hash.AppendData(buffer.WrittenSpan);
        await output.WriteAsync(buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
        buffer.ResetWrittenCount();
        return count;
    }

    /// <summary>Refuses options that name no file, before anything is written.</summary>
    /// <exception cref="ArgumentException">The message says what is wrong.</exception>
    public static void Check(OfflocFileOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Refuse(options.People is < 1 or > OfflocFileOptions.MostPeople,
            string.Create(CultureInfo.InvariantCulture, $"The number of people must be between 1 and {OfflocFileOptions.MostPeople}"));
        Refuse(options.Day < Bed.FirstDay || options.ContentOf < Bed.FirstDay, "The day must be 1 January 2026 or later");
        Refuse(options.Day.Year > 2099 || options.ContentOf?.Year > 2099, "The day must be before the year 2100");
        Refuse(options.ChangedShare is < 0 or > 1, "The share of changed records must be between 0 and 1");
        Refuse(options.LeastOfEachQuirk is < 0 or > 1000, "The least number of each quirk must be between 0 and 1000");
        Refuse(options.Suffix.Length == 0 || !options.Suffix.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'),
            "The end of the file name must be letters, numbers and hyphens");
        foreach (var place in options.Places)
        {
            Refuse(!PrisonTables.Shared.ByCode.ContainsKey(place.PrisonCode), $"There is no active prison with the code {place.PrisonCode}");
            Refuse(place.People < 1, $"The number of people in {place.PrisonCode} must be 1 or more");
            foreach (var (unitCode, _) in place.HomeAreas)
            {
                Refuse(PrisonTables.Shared.Units.Items.All(unit => unit.Code != unitCode), $"There is no delivery unit with the code {unitCode}");
            }
        }

        Refuse(options.Places.Count > 0 && options.Places.Sum(p => p.People) != options.People,
            "The people of the prisons must sum to the number of people");
    }

    private static void Refuse(bool wrong, string problem)
    {
        if (wrong)
        {
            throw new ArgumentException(problem);
        }
    }
}
