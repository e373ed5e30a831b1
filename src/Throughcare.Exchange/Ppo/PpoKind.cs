using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Protection;
using Throughcare.Application.Record;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Offloc;
using Throughcare.Exchange.Csv;
using Throughcare.Exchange.Record;
using Throughcare.Storage;

namespace Throughcare.Exchange.Ppo;

/// <summary>The list of prolific and other priority offenders, national or an area's own. A file replaces whole areas.</summary>
internal sealed class PpoKind : CsvKind
{
    public const string UnknownForce = "UNKNOWN_FORCE";

    /// <summary>A PNC or CRO number with a wrong check letter.</summary>
    public const string WrongLetter = "PPO-601";

    public const string ImportUseCase = "ImportPpoList";

    private static readonly CsvShape Columns = new(
        CsvColumns.Known("force_code", code => PoliceAreas.OfForce(code) is not null, "Enter the two-figure code of a police force, like 05", "police force") with { MustBeThere = true, MustBeFilled = true, RejectsRow = true },
        CsvColumns.Text("list_ref", 30, "the partnership’s reference").Required,
        CsvColumns.Word("scheme", ["PPO", "IOM_FIXED", "IOM_FLEX", "IOM_FREE"]).Strict,
        CsvColumns.Pnc(WrongLetter),
        CsvColumns.Cro(WrongLetter),
        CsvColumns.Text("surname", 35).Required,
        CsvColumns.Text("forename", 35).Required,
        CsvColumns.Birth("date_of_birth").Required,
        CsvColumns.Word("ppo_status", ["NOMINATED", "ACTIVE", "SUSPENDED", "DEREGISTERED"]).Required,
        CsvColumns.Word("strand", ["CATCH_CONVICT", "REHABILITATE_RESETTLE", "PREVENT_DETER"]),
        CsvColumns.Date("registered_date").Required,
        CsvColumns.Date("deregistered_date"),
        CsvColumns.Text("reason", 1000),
        CsvColumns.Text("lead_agency", 120),
        CsvColumns.Text("priority_note", 1000),
        CsvColumns.YesNo("covert").Strict);

    public override string Source => ImportSource.PpoList;

    public override string Word => "ppo";

    public override string Noun => "PPO or IOM list";

    public override string NameProblem => "A PPO or IOM list is a .csv file whose name begins with ppo, iom or jtrack, with its day like ppo-20260105.csv";

    public override string UseCase => ImportUseCase;

    public override SourceSystem System => SourceSystem.PpoList;

    public override CsvShape Shape => Columns;

    protected override IReadOnlyList<string> Beginnings => ["ppo", "iom", "jtrack"];

    protected override string KeyOf(CsvValues values) => PpoListing.KeyOf(Force(values), values["list_ref"]);

    protected override async Task ApplyAsync(RowBatch batch, CancellationToken stop)
    {
        var db = batch.Db;
        var read = batch.Rows.Select(r => (Row: r, Listing: Read(Shape.Values(r.Row), batch.Day))).ToList();
        var known = await KnownAsync(db, read, stop);
        var candidates = await CandidatesAsync(db, read, stop);
        var people = await PpoPeople.OfAsync(db, [.. read.Where(r => !known.TryGetValue(r.Listing.Key, out var was) || was.PersonId is null).Select(r => r.Listing)], stop);
        var births = people.SelectMany(p => p.Births.Select(b => (b, p))).ToLookup(p => p.b, p => p.p);
        var numbers = people.SelectMany(p => p.Numbers.Select(n => (n.Canonical, p))).ToLookup(p => p.Canonical, p => p.p);

        List<(NewsRow Row, PpoListing Was, PpoListing Now, PpoMatch? Match)> decided = [];
        foreach (var (row, listing) in read)
        {
            var was = known.GetValueOrDefault(listing.Key);
            if (was?.PersonId is not null)
            {
                decided.Add((row, was, listing with { PersonId = was.PersonId, Match = was.Match, FirstListedOn = was.FirstListedOn }, null));
                continue;
            }

            var refused = candidates[listing.Key].Where(c => c.IsRefused).Select(c => c.PersonId).ToHashSet();
            var match = PpoMatching.Of(listing, Near(listing), refused);
            decided.Add((row, was!, listing with { PersonId = match.Person, Match = match.State, FirstListedOn = was?.FirstListedOn ?? batch.Day }, match));
        }

        if (batch.Run.Unit is { } unit)
        {
            var own = await PeopleByNumber.OfUnitAsync(db, unit, [.. decided.Select(d => d.Now.PersonId).OfType<PersonId>()], stop);
            foreach (var other in decided.Where(d => d.Now.PersonId is not { } person || !own.Contains(person)))
            {
                batch.Reject(other.Row, new("list_ref", other.Now.ListRef, OfflocChecks.NotOwnUnit, $"You may import rows of people of {unit} only", ImportSeverity.Error));
            }

            decided.RemoveAll(d => d.Now.PersonId is not { } person || !own.Contains(person));
        }

        await WriteAsync(batch, decided, stop);

        IEnumerable<PpoPerson> Near(PpoListing l) => births[l.DateOfBirth]
            .Concat(PpoMatching.Swapped(l.DateOfBirth) is { } swapped ? births[swapped] : [])
            .Concat(l.Pnc is { } pnc ? numbers[pnc] : []).Concat(l.Cro is { } cro ? numbers[cro] : []).Distinct();
    }

    protected override Task<int> LeaversAsync(ThroughcareDb db, ImportRun run, ImportTools tools, int most, CancellationToken stop) =>
        run.Unit is null ? new PpoLeavers(db, run, tools).SomeAsync(most, stop) : Task.FromResult(0);

    private async Task WriteAsync(RowBatch batch, List<(NewsRow Row, PpoListing Was, PpoListing Now, PpoMatch? Match)> decided, CancellationToken stop)
    {
        var db = batch.Db;
        var linked = decided.Select(d => d.Now.PersonId).OfType<PersonId>().Distinct().ToList();
        var heads = await new BulkRecorder(db).LockAsync(linked, stop);
        var applied = decided.Where(d => !batch.FillGaps || d.Was is null).Select(d => d.Now).ToList();
        var writes = new PersonWrites(Source, batch.Day);
        foreach (var (person, what, write) in await PpoRecording.WritesAsync(db, applied, batch.Day, batch.Entry, batch.NewId, stop))
        {
            writes.Put(person, what, write);
        }

        foreach (var (row, was, now, match) in decided)
        {
            batch.Warn(row, CsvShape.Warnings(row.Row));
            if (batch.FillGaps && was is not null)
            {
                batch.Bind(row, was.PersonId, RowEffect.Unchanged);
                continue;
            }

            await db.PutAsync(was, now, match, stop);
            batch.Run.Queued += now.Match is PpoMatchState.Possible or PpoMatchState.Ambiguous && was?.Match != now.Match ? 1 : 0;
            batch.Bind(row, now.PersonId, was is null ? now.PersonId is null ? RowEffect.Created : RowEffect.Merged : RowEffect.Updated);
        }

        await writes.WriteAsync(db, heads, batch.Entry, stop);
    }

    private static PpoListing Read(CsvValues v, DateOnly day)
    {
        var status = v["ppo_status"] switch
        {
            "ACTIVE" => PpoStatus.Active,
            "SUSPENDED" => PpoStatus.Suspended,
            "DEREGISTERED" => PpoStatus.Removed,
            _ => PpoStatus.Nominated,
        };
        return new PpoListing
        {
            ForceCode = Force(v),
            ListRef = v["list_ref"],
            Area = PoliceAreas.OfForce(v["force_code"])!.Code,
            Scheme = v.Word<PpoScheme>("scheme") ?? PpoScheme.Ppo,
            Surname = v["surname"],
            Forename = v["forename"],
            DateOfBirth = v.Date("date_of_birth")!.Value,
            Pnc = v.RightNumber("pnc"),
            Cro = v.RightNumber("cro"),
            Status = status,
            Strand = v.Word<PpoStrand>("strand"),
            RegisteredOn = v.Date("registered_date")!.Value,
            RemovedOn = status is PpoStatus.Removed ? v.Date("deregistered_date") ?? day : null,
            Reason = v.Text("reason"),
            LeadAgency = v.Text("lead_agency"),
            PriorityNote = v.Text("priority_note"),
            IsCovert = v.Flag("covert") ?? false,
            Match = PpoMatchState.Unmatched,
            FirstListedOn = day,
        };
    }

    private static string Force(CsvValues v) => v["force_code"].PadLeft(2, '0');

    private static async Task<Dictionary<string, PpoListing>> KnownAsync(ThroughcareDb db, List<(NewsRow Row, PpoListing Listing)> read, CancellationToken stop)
    {
        var refs = read.Select(r => r.Listing.ListRef).Distinct().ToArray();
        return (await db.PpoListings.Where(l => refs.Contains(l.ListRef)).ToListAsync(stop)).ToDictionary(l => l.Key);
    }

    private static async Task<ILookup<string, PpoCandidate>> CandidatesAsync(ThroughcareDb db, List<(NewsRow Row, PpoListing Listing)> read, CancellationToken stop)
    {
        var refs = read.Select(r => r.Listing.ListRef).Distinct().ToArray();
        return (await db.PpoCandidates.Where(c => refs.Contains(c.ListRef)).ToListAsync(stop)).ToLookup(c => PpoListing.KeyOf(c.ForceCode, c.ListRef));
    }
}
