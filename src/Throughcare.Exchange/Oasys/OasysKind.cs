using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Offloc;
using Throughcare.Exchange.Csv;
using Throughcare.Exchange.Record;

namespace Throughcare.Exchange.Oasys;

/// <summary>The summary extract of OASys: one row an assessment, of people who are on record already.</summary>
internal sealed class OasysKind : CsvKind
{
    private const int LongestId = 36;

    private static readonly string[] Percents =
        ["ogrs3_1yr", "ogrs3_2yr", "ogp_1yr", "ogp_2yr", "ovp_1yr", "ovp_2yr", "rsr_static", "rsr_dynamic", "osp_dc", "osp_iic"];

    private static readonly string[] Levels = ["LOW", "MEDIUM", "HIGH", "VERY_HIGH"];

    private static readonly CsvShape Columns = new(
    [
        CsvColumns.Text("oasys_id", LongestId, "the assessment’s id").Required,
        CsvColumns.Crn().Required,
        CsvColumns.Noms(),
        CsvColumns.Word<OasysType>("assessment_type").Required,
        CsvColumns.Date("initiation_date").Required,
        CsvColumns.Date("completed_date").Strict,
        CsvColumns.Word<OasysStatus>("status").Required,
        CsvColumns.Text("assessor_name", 120),
        CsvColumns.Text("assessor_unit", 120),
        .. Percents.Select(p => CsvColumns.Percent(p).Strict),
        .. Cells().Select(c => CsvColumns.Word(c.Column, Levels).Strict),
        CsvColumns.Word("rosh_overall", Levels).Strict,
        CsvColumns.YesNo("risk_management_plan"),
        CsvColumns.Date("rmp_date"),
        CsvColumns.Date("sentence_plan_date"),
        CsvColumns.Text("sections_completed", 400),
    ]);

    public override string Source => ImportSource.Oasys;

    public override string Word => "oasys";

    public override string Noun => "OASys summary";

    public override string NameProblem => "An OASys summary is a .csv file whose name begins with oasys, with its day like oasys-20260105.csv";

    public override string UseCase => "ImportOasys";

    public override SourceSystem System => SourceSystem.Oasys;

    public override CsvShape Shape => Columns;

    protected override IReadOnlyList<string> Beginnings => ["oasys"];

    protected override string KeyOf(CsvValues values) => values["oasys_id"];

    protected override RowProblem? Look(CsvValues values) => values["status"] == "COMPLETE" && values.Text("completed_date") is null
        ? FoundPerson.Error("completed_date", "", MissingValue, "Fill in completed_date: the assessment is complete")
        : values.Date("completed_date") < values.Date("initiation_date")
            ? FoundPerson.Error("completed_date", values["completed_date"], CsvColumns.DateInvalid, "Enter a completed_date on or after initiation_date")
            : null;

    protected override async Task ApplyAsync(RowBatch batch, CancellationToken stop)
    {
        var db = batch.Db;
        var rows = batch.Rows.Select(r => (Row: r, Values: Shape.Values(r.Row))).ToList();
        var numbers = await PeopleByNumber.OfAsync(db, rows.SelectMany(r => new[] { r.Values.Text("crn"), r.Values.Text("nomis_number") }), stop);
        List<(NewsRow Row, CsvValues Values, PersonId Person)> found = [];
        foreach (var (row, values) in rows)
        {
            var (person, problem) = FoundPerson.Of(numbers, values.Text("crn"), values.Text("nomis_number"));
            if (problem is not null)
            {
                batch.Reject(row, problem);
            }
            else
            {
                found.Add((row, values, person!.Value));
            }
        }

        if (batch.Run.Unit is { } unit)
        {
            var own = await PeopleByNumber.OfUnitAsync(db, unit, [.. found.Select(f => f.Person).Distinct()], stop);
            foreach (var other in found.Where(f => !own.Contains(f.Person)))
            {
                batch.Reject(other.Row, FoundPerson.Error("crn", other.Values["crn"], OfflocChecks.NotOwnUnit, $"You may import rows of people of {unit} only"));
            }

            found.RemoveAll(f => !own.Contains(f.Person));
        }

        await WriteAsync(batch, found, stop);
    }

    private async Task WriteAsync(RowBatch batch, List<(NewsRow Row, CsvValues Values, PersonId Person)> found, CancellationToken stop)
    {
        var db = batch.Db;
        var people = found.Select(f => f.Person).Distinct().ToArray();
        var bulk = new BulkRecorder(db);
        var heads = await bulk.LockAsync(people, stop);
        var ids = found.Select(f => f.Row.Row.Key).ToArray();
        var known = (await db.AssessmentSummaries.Where(a => a.ReplacedAt == null && ids.Contains(a.SourceId)).ToListAsync(stop)).ToDictionary(a => a.SourceId!);
        var survivors = await PeopleByNumber.SurvivorsAsync(db, [.. known.Values.Select(k => k.PersonId)], stop);
        var others = known.Values.Select(k => k.PersonId).Where(id => !heads.ContainsKey(id)).Distinct().ToList();
        foreach (var (id, head) in others.Count > 0 ? await bulk.LockAsync(others, stop) : [])
        {
            heads[id] = head;
        }

        var writes = new PersonWrites(Source, batch.Day);
        foreach (var (row, values, person) in found)
        {
            batch.Warn(row, CsvShape.Warnings(row.Row));
            var was = known.GetValueOrDefault(row.Row.Key);
            if (was is not null && survivors[was.PersonId] != person)
            {
                batch.Reject(row, FoundPerson.Error("oasys_id", row.Row.Key, FoundPerson.PersonsDiffer, "This assessment was imported for another person; check its CRN"));
                continue;
            }

            var now = Summary(values, was, person, batch);
            if ((was is null && now.Withdrawn) || now == was || (batch.FillGaps && was is not null))
            {
                batch.Bind(row, person, RowEffect.Unchanged);
                continue;
            }

            writes.Put(now.PersonId, "OASys assessment", was is null ? new Write(null, now) : new Write(was, now.Next(batch.Entry)));
            batch.Bind(row, person, was is null ? RowEffect.Created : RowEffect.Updated);
        }

        await RoshCheck.PutAsync(batch, people, writes, stop);
        await writes.WriteAsync(db, heads, batch.Entry, stop);
    }

    private static AssessmentSummary Summary(CsvValues v, AssessmentSummary? was, PersonId person, RowBatch batch)
    {
        var status = v.Word<OasysStatus>("status")!.Value;
        var (begun, done) = (v.Date("initiation_date")!.Value, v.Date("completed_date"));
        return new AssessmentSummary
        {
            Id = was?.Id ?? batch.NewId(),
            Version = was?.Version ?? 1,
            Recorded = was?.Recorded ?? batch.Entry,
            PersonId = was?.PersonId ?? person,
            ValidFrom = done ?? begun,
            SourceId = v["oasys_id"],
            Withdrawn = status is OasysStatus.Deleted,
            Type = v.Word<OasysType>("assessment_type")!.Value,
            InitiatedOn = begun,
            CompletedOn = done,
            Status = status,
            Assessor = v.Text("assessor_name"),
            AssessorUnit = v.Text("assessor_unit"),
            Ogrs3OneYear = v.Amount("ogrs3_1yr"),
            Ogrs3TwoYear = v.Amount("ogrs3_2yr"),
            OgpOneYear = v.Amount("ogp_1yr"),
            OgpTwoYear = v.Amount("ogp_2yr"),
            OvpOneYear = v.Amount("ovp_1yr"),
            OvpTwoYear = v.Amount("ovp_2yr"),
            RsrStatic = v.Amount("rsr_static"),
            RsrDynamic = v.Amount("rsr_dynamic"),
            OspDc = v.Amount("osp_dc"),
            OspIic = v.Amount("osp_iic"),
            ChildrenCommunity = Level(RoshGroup.Children, RoshSetting.Community),
            ChildrenCustody = Level(RoshGroup.Children, RoshSetting.Custody),
            PublicCommunity = Level(RoshGroup.Public, RoshSetting.Community),
            PublicCustody = Level(RoshGroup.Public, RoshSetting.Custody),
            KnownAdultCommunity = Level(RoshGroup.KnownAdult, RoshSetting.Community),
            KnownAdultCustody = Level(RoshGroup.KnownAdult, RoshSetting.Custody),
            StaffCommunity = Level(RoshGroup.Staff, RoshSetting.Community),
            StaffCustody = Level(RoshGroup.Staff, RoshSetting.Custody),
            PrisonersCustody = Level(RoshGroup.Prisoners, RoshSetting.Custody),
            OverallGiven = v.Word<RoshLevel>("rosh_overall"),
            HasRiskManagementPlan = v.Flag("risk_management_plan"),
            RiskManagementPlanOn = v.Date("rmp_date"),
            SentencePlanOn = v.Date("sentence_plan_date"),
            Sections = v.Text("sections_completed"),
        };

        RoshLevel? Level(RoshGroup group, RoshSetting setting) => v.Word<RoshLevel>(ColumnOf(group, setting));
    }

    private static IEnumerable<(RoshGroup Group, RoshSetting Setting, string Column)> Cells() =>
        from setting in Enum.GetValues<RoshSetting>()
        from toWhom in Enum.GetValues<RoshGroup>()
        where toWhom is not RoshGroup.Prisoners || setting is RoshSetting.Custody
        select (toWhom, setting, ColumnOf(toWhom, setting));

    private static string ColumnOf(RoshGroup group, RoshSetting setting) =>
        $"rosh_{CsvColumns.Spell(group.ToString()).ToLowerInvariant()}_{setting.ToString().ToLowerInvariant()}";
}
