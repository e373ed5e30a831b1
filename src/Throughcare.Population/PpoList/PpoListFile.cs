using System.Globalization;
using Throughcare.Population.Cases;
using Throughcare.Population.Files;

namespace Throughcare.Population.PpoList;

/// <summary>Writes the list of prolific and priority offenders of every police force, with people who do not exist.</summary>
/// <remarks>0.8% of all in prison or on probation are on it: most with their PNC number, some by CRO number, by name and date of birth alone,
/// with day and month of birth swapped, with another forename or with a wrong check letter. One line in 26 is somebody whom no other
/// file knows. A nomination stands as removed for 90 days before it leaves the list.</remarks>
public static class PpoListFile
{
    private const int PeopleForEachStranger = 25;

    private static readonly string[] Columns =
    [
        "force_code", "list_ref", "scheme", "pnc", "cro", "surname", "forename", "date_of_birth", "ppo_status", "strand", "registered_date",
        "deregistered_date", "reason", "lead_agency", "priority_note", "covert",
    ];

    /// <summary><c>jtrack_20260930_FICTIONAL.csv</c></summary>
    public static string NameOf(CaseloadOptions options) =>
        string.Create(CultureInfo.InvariantCulture, $"jtrack_{options.Day:yyyyMMdd}_FICTIONAL.csv");

    /// <summary>Writes the list to <paramref name="output"/>, which stays open.</summary>
    /// <param name="written">Told the number of rows so far.</param>
    /// <exception cref="ArgumentException">The options name no such file; the message says why.</exception>
    public static Task<FileReport> WriteAsync(
        Stream output, CaseloadOptions options, IProgress<int>? written = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        var caseload = Caseload.Of(options);
        return CsvOutput.WriteAsync(
            output, NameOf(options), options.Day, Columns, Entries(caseload, options.Day).Select(Row), written, cancellationToken);
    }

    internal static PpoEntry? EntryOf(Caseload caseload, CaseSource source, int member, int person, DateOnly day)
    {
        if (!PpoEntry.IsListed(caseload.Root, person))
        {
            return null;
        }

        var of = source.Case(member, day);
        return PpoEntry.Of(caseload.Root, of.Person, of.Episodes.Count > 0 ? of.Episodes[^1].Unit.RegionCode : null, day);
    }

    private static IEnumerable<PpoEntry> Entries(Caseload caseload, DateOnly day)
    {
        var count = 0;
        foreach (var source in caseload.Sources())
        {
            foreach (var (member, _) in source.On(day))
            {
                if (EntryOf(caseload, source, member, source.NumberOf(member), day) is not { } entry)
                {
                    continue;
                }

                yield return entry;
                count++;
                if (count % PeopleForEachStranger == 0)
                {
                    yield return PpoEntry.OfStranger(caseload.Root, count / PeopleForEachStranger, day);
                }
            }
        }
    }

    private static string[] Row(PpoEntry entry) =>
    [
        entry.Force, entry.Reference, entry.Scheme, entry.Pnc, entry.Cro, entry.Surname, entry.Forename, CsvOutput.Date(entry.BornOn),
        entry.Status, entry.Strand, CsvOutput.Date(entry.RegisteredOn), CsvOutput.Date(entry.DeregisteredOn),
        entry.DeregisteredOn is null ? "" : "No longer meets the criteria", "Police", "", entry.IsCovert ? "Y" : "N",
    ];
}
