using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Documents;
using Throughcare.Domain.Record.SubjectAccess;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.SubjectAccess;

/// <summary>Requests of people to be given their record: those that run, those that are answered, and one with its history.</summary>
public sealed class SubjectAccessRequests(ThroughcareDb db, AccessPolicy access)
{
    public const int PageSize = 25;

    public sealed record Row(SubjectAccessRequest Request, string Address, string LastCommaFirst)
    {
        /// <summary>Only those who asked for it to be answered see it: the address of its page.</summary>
        public string Link => $"/people/{Address}/subject-access/{Request.Id}";
    }

    public sealed record List(IReadOnlyList<Row> Rows, int Total);

    /// <param name="By">Who took the step.</param>
    public sealed record Step(SubjectAccessRequest After, string By);

    /// <param name="Steps">Its history, the latest first.</param>
    /// <param name="Waiting">Texts and entries that nobody has decided about.</param>
    /// <param name="Withheld">How many entries and texts each rule withholds, the most first.</param>
    /// <param name="Files">Documents that are given: their files go with the export.</param>
    public sealed record Page(
        SubjectAccessRequest Request, IReadOnlyList<Step> Steps, int Waiting, int Released, int Redacted, IReadOnlyList<(WithholdingRule Rule, int Count)> Withheld, IReadOnlyList<File> Files)
    {
        public string? FirstApprover { get; init; }

        public string? SecondApprover { get; init; }

        /// <summary>The reader is the one who approved it, so somebody else has to be the second.</summary>
        public bool ApprovedByReader { get; init; }
    }

    public sealed record File(FactId DocumentId, int Number, string Title);

    /// <param name="open">Those that run, the one due first on top; else those that are answered or refused, the latest on top.</param>
    public async Task<List> ListAsync(bool open, int number, Actor actor, CancellationToken stop)
    {
        var rows = open
            ? Of(actor).Where(r => r.State != SubjectAccessState.Sent && r.State != SubjectAccessState.Refused).OrderBy(r => r.ExtendedBecause != null).ThenBy(r => r.ValidFrom).ThenBy(r => r.Id)
            : Of(actor).Where(r => r.State == SubjectAccessState.Sent || r.State == SubjectAccessState.Refused).OrderByDescending(r => r.ValidTo).ThenBy(r => r.Id);
        var total = await rows.CountAsync(stop);
        var found = await rows.Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(stop);
        var survivors = await MergedRecords.OfAsync(db, [.. found.Select(r => r.PersonId)], stop);
        var names = await PeopleNames.OfAsync(db, [.. found.Select(r => survivors[r.PersonId][0]).Distinct()], stop);
        return new([.. found.Select(r => new Row(r, names[survivors[r.PersonId][0]].Address, names[survivors[r.PersonId][0]].LastCommaFirst))], total);
    }

    /// <summary>How many run; 0 for a role that does not answer them.</summary>
    public async Task<int> CountAsync(Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Has(Verb.ExportSubjectAccess) ? await Of(actor).CountAsync(r => r.State != SubjectAccessState.Sent && r.State != SubjectAccessState.Refused, stop) : 0;
    }

    public async Task<Outcome<Page>> OfAsync(PersonId person, FactId request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var found = await SubjectAccessFinding.FindAsync(db, access, person, request, actor, stop);
        if (found is not Outcome<SubjectAccessRequest>.Done { Value: var asked })
        {
            return new Outcome<Page>.Refused(((Outcome<SubjectAccessRequest>.Refused)found).Why);
        }

        var versions = await db.SubjectAccessRequests.Where(r => r.PersonId == asked.PersonId && r.Id == request).OrderByDescending(r => r.Version).ToListAsync(stop);
        var staff = versions.SelectMany(v => new[] { v.Recorded.By, v.ApprovedBy, v.ApprovedAlsoBy }).OfType<StaffId>();
        var names = await StaffNames.OfAsync(db, staff, stop);
        var counts = await db.SubjectAccessItems.Where(i => i.RequestId == request).GroupBy(i => new { i.Decision, i.Rule })
            .Select(g => new { g.Key.Decision, g.Key.Rule, Count = g.Count() }).ToListAsync(stop);
        return new Page(
            asked, [.. versions.Select(v => new Step(v, names[v.Recorded.By]))],
            counts.Where(c => c.Decision is ItemDecision.Waiting).Sum(c => c.Count), counts.Where(c => c.Decision is ItemDecision.Released).Sum(c => c.Count),
            counts.Where(c => c.Decision is ItemDecision.Redacted).Sum(c => c.Count),
            [.. counts.Where(c => c is { Decision: ItemDecision.Withheld, Rule: not null }).OrderByDescending(c => c.Count).Select(c => (c.Rule!.Value, c.Count))],
            await FilesAsync(db, person, asked, stop))
        {
            FirstApprover = asked.ApprovedBy is { } first ? names[first] : null,
            SecondApprover = asked.ApprovedAlsoBy is { } second ? names[second] : null,
            ApprovedByReader = asked.ApprovedBy == actor.StaffId && asked.ApprovedAlsoBy is null,
        };
    }

    /// <summary>Documents whose whole entry somebody released.</summary>
    internal static async Task<IReadOnlyList<File>> FilesAsync(ThroughcareDb db, PersonId person, SubjectAccessRequest asked, CancellationToken stop)
    {
        if (asked.CollectedAt is not { } collected)
        {
            return [];
        }

        var released = await db.SubjectAccessItems
            .Where(i => i.RequestId == asked.Id && i.FactType == nameof(PersonDocument) && i.Label == "" && i.Decision == ItemDecision.Released)
            .Select(i => i.FactId).ToListAsync(stop);
        var records = await MergedRecords.OfAsync(db, person, stop);
        var reader = await AnswerReader.OpenAsync(db, records, asked.Id, collected, stop);
        return
        [
            .. (await reader.SomeAsync(nameof(PersonDocument), released, stop))
                .Where(read => read.Result.Entry is not null).Select(read => (PersonDocument)read.Current)
                .OrderBy(d => d.ValidFrom).Select(d => new File(d.Id, d.FileNumber, d.Title)),
        ];
    }

    private IQueryable<SubjectAccessRequest> Of(Actor actor)
    {
        var people = access.People(actor, Verb.ExportSubjectAccess);
        var merged = db.People.Where(p => p.SurvivorId != null);
        return db.SubjectAccessRequests.Current().Where(r => people.Contains(r.PersonId)
            || merged.Any(m => m.Id == r.PersonId && (people.Contains(m.SurvivorId!.Value)
                || merged.Any(n => n.Id == m.SurvivorId && people.Contains(n.SurvivorId!.Value)))));
    }
}
