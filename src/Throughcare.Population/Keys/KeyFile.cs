using System.Globalization;
using Throughcare.Population.Cases;
using Throughcare.Population.Files;
using Throughcare.Population.People;
using Throughcare.Population.PpoList;

namespace Throughcare.Population.Keys;

/// <summary>Writes who is who: which prison number, CRNs and lines of a police list are one person.</summary>
/// <remarks>One row for everyone in the prison file or the full probation file of the day. It says what is true, not what the files say: names and
/// dates are right, and numbers have their right check letters and are given where a file lacks them. A person who is on licence has a
/// prison number too, though the prison file of the day does not; a second PNC number is not given.</remarks>
public static class KeyFile
{
    private static readonly string[] Columns =
        ["person", "nomis_number", "crns", "pnc", "cro", "surname", "forename", "date_of_birth", "list_refs"];

    /// <summary><c>key_20260930_FICTIONAL.csv</c></summary>
    public static string NameOf(CaseloadOptions options) =>
        string.Create(CultureInfo.InvariantCulture, $"key_{options.Day:yyyyMMdd}_FICTIONAL.csv");

    /// <summary>Writes the key to <paramref name="output"/>, which stays open.</summary>
    /// <param name="written">Told the number of rows so far.</param>
    /// <exception cref="ArgumentException">The options name no such files; the message says why.</exception>
    public static Task<FileReport> WriteAsync(
        Stream output, CaseloadOptions options, IProgress<int>? written = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        var caseload = Caseload.Of(options);
        return CsvOutput.WriteAsync(output, NameOf(options), options.Day, Columns, Rows(caseload, options.Day), written, cancellationToken);
    }

    private static IEnumerable<string[]> Rows(Caseload caseload, DateOnly day)
    {
        foreach (var source in caseload.Sources())
        {
            foreach (var (member, isOpen) in source.On(day))
            {
                var person = source.Person(member);
                var crns = Enumerable.Range(0, isOpen ? source.Records : 0).Select(record => FictionalNumbers.Crn(person.Number, record));
                var entry = PpoListFile.EntryOf(caseload, source, member, person.Number, day);
                yield return
                [
                    person.Number.ToString(CultureInfo.InvariantCulture), person.PrisonNumber, string.Join(';', crns), person.Pnc, person.Cro,
                    person.Surname, person.Forename, CsvOutput.Date(person.BornOn), entry is null ? "" : $"{entry.Force}/{entry.Reference}",
                ];
            }
        }
    }
}
