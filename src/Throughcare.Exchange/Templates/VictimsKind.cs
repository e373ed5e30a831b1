using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Exchange.Csv;
using Throughcare.Exchange.Record;

namespace Throughcare.Exchange.Templates;

/// <summary>Victim contact of cases. What it says of a victim is sealed under a random name; the record says only that there is contact.</summary>
internal sealed class VictimsKind : FactTemplate<VictimContact>
{
    private static readonly CsvShape Columns = new(
        CsvColumns.Crn("X123456").Required,
        CsvColumns.Text("victim_ref", 60, "the victim unit’s reference, never a name", "VU-2026-0041").Required,
        CsvColumns.Word<VictimCaseStatus>("status", "whether contact is wanted", "OPTED_IN").Required,
        CsvColumns.Text("liaison_officer", 120, "who looks after the victim", "Vera Lindqvist"),
        CsvColumns.Text("preference", 400, "what the victim wants to be told, and how", "Letter; release and open conditions"));

    /// <summary>Sealed entries as they stand, and those to be written.</summary>
    private sealed record Sealed(Dictionary<FactId, SealedVictim> There, List<SealedVictim> New);

    public override string Source => ImportSource.Victims;

    public override string Things => "victim contacts";

    public override string UseCase => "ImportVictims";

    public override CsvShape Shape => Columns;

    protected override string What => "Victim contact";

    /// <summary>The victim liaison manager's alone.</summary>
    public override Refusal? Refuse(Role role) => role is Role.VloManager or Role.System
        ? null
        : new Refusal("", "Your role does not let you import victim contacts", RefusalKind.Role);

    /// <summary>The reference itself stands nowhere but in the sealed entry.</summary>
    protected override string KeyOf(CsvValues values) => values["victim_ref"].Length == 0
        ? values["crn"]
        : $"{values["crn"]}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(values["victim_ref"])))[..24]}";

    protected override IEnumerable<string?> Numbers(CsvValues values) => [values.Text("crn")];

    protected override (PersonId? Person, Domain.Record.Offloc.RowProblem? Problem) Find(Application.Record.PeopleByNumber people, CsvValues values) =>
        FoundPerson.Of(people, values.Text("crn"), null);

    protected override async Task LoadAsync(RowBatch batch, IReadOnlyList<VictimContact> known, CancellationToken stop)
    {
        var pointers = known.Select(k => k.Pointer).ToArray();
        batch.Loaded = new Sealed(await batch.Db.SealedVictims.Where(v => pointers.Contains(v.Pointer)).ToDictionaryAsync(v => v.Pointer, stop), []);
    }

    protected override VictimContact Make(CsvValues values, PersonId person, VictimContact? was, RowBatch batch)
    {
        var known = (Sealed)batch.Loaded!;
        var entry = new SealedVictim
        {
            Pointer = new(RandomGuid()),
            Reference = values["victim_ref"],
            LiaisonOfficer = values.Text("liaison_officer"),
            Preference = values.Text("preference"),
        };
        var isSame = was is not null && known.There.TryGetValue(was.Pointer, out var there)
            && (there.Reference, there.LiaisonOfficer, there.Preference) == (entry.Reference, entry.LiaisonOfficer, entry.Preference);
        if (!isSame)
        {
            known.New.Add(entry);
        }

        return new VictimContact
        {
            Id = batch.NewId(),
            PersonId = person,
            Recorded = batch.Entry,
            ValidFrom = was?.ValidFrom ?? batch.Day,
            Pointer = isSame ? was!.Pointer : entry.Pointer,
            Status = values.Word<VictimCaseStatus>("status")!.Value,
        };
    }

    protected override Task AfterAsync(RowBatch batch, CancellationToken stop) =>
        batch.Db.Dialect.InsertAsync(batch.Db, batch.Db.Model.FindEntityType(typeof(SealedVictim))!, [.. ((Sealed)batch.Loaded!).New], stop);

    /// <summary>A name that says nothing, not even when it was given.</summary>
    private static Guid RandomGuid() => new(RandomNumberGenerator.GetBytes(16));
}
