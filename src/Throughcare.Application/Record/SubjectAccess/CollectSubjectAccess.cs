using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.SubjectAccess;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.SubjectAccess;

/// <summary>Gathers the record as it stands now, writes the redaction log, and lines up what somebody has to read. What was decided about
/// the same text before stays decided.</summary>
public sealed class CollectSubjectAccess(ThroughcareDb db, Recorder recorder, AccessPolicy access, IdSource ids)
{
    private const int LongestSigns = 1200;

    /// <param name="MadeFrom">The version that the form showed.</param>
    public sealed record Request(PersonId PersonId, FactId Id, int MadeFrom);

    /// <returns>How many entries wait to be read.</returns>
    public async Task<Outcome<int>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        var found = await SubjectAccessFinding.FindAsync(db, access, request.PersonId, request.Id, actor, stop);
        if (found is not Outcome<SubjectAccessRequest>.Done { Value: var asked })
        {
            return new Outcome<int>.Refused(((Outcome<SubjectAccessRequest>.Refused)found).Why);
        }

        var begun = await recorder.WriteAsync(request.PersonId, Verb.ExportSubjectAccess, actor, entry => BeginAsync(request, entry, stop), stop);
        if (begun is not Outcome<SubjectAccessRequest>.Done { Value: var collecting })
        {
            return begun is Outcome<SubjectAccessRequest>.Refused no ? new Outcome<int>.Refused(no.Why) : new Outcome<int>.Conflict(((Outcome<SubjectAccessRequest>.Conflict)begun).Theirs);
        }

        // what was known at an instant never changes, so the record is read without its lock
        var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
        var log = await GatherAsync(records, asked.Id, collecting.Recorded.At, stop);
        return await recorder.WriteAsync(request.PersonId, Verb.ExportSubjectAccess, actor, entry => FinishAsync(collecting, records, log, entry, stop), stop);
    }

    private async Task<Outcome<Change<SubjectAccessRequest>>> BeginAsync(Request request, Entry entry, CancellationToken stop)
    {
        var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
        if (await SubjectAccessFinding.OfAsync(db, records, request.Id, stop) is not { } running)
        {
            return Refusals.NotFound;
        }

        if (running.Version != request.MadeFrom)
        {
            return new Outcome<Change<SubjectAccessRequest>>.Conflict(running);
        }

        if (!running.MayCollect)
        {
            return new Refusal("", "The record can be collected once the person’s identity has been checked, and until the review begins");
        }

        var next = running.Next(entry) with { State = SubjectAccessState.Collecting, Note = null, CollectedAt = null };
        return new Change<SubjectAccessRequest>(next, new SubjectAccessMoved(next.PersonId, next.Id, next.State), new Write(running, next));
    }

    private async Task<List<SubjectAccessItem>> GatherAsync(List<PersonId> records, FactId request, DateTimeOffset knownAt, CancellationToken stop)
    {
        var (known, own) = await NamesAsync(records, stop);
        List<SubjectAccessItem> log = [];
        var reader = await AnswerReader.OpenAsync(db, records, request, knownAt, stop);
        await foreach (var (export, current, result) in reader.AllAsync(null, stop))
        {
            log.AddRange(result.Log.DistinctBy(line => (line.Label, line.Text)).Select(line => new SubjectAccessItem
            {
                Id = new(ids.Next()),
                RequestId = request,
                PersonId = current.PersonId,
                FactId = current.Id,
                FactType = current.GetType().Name,
                Section = export.Section,
                Label = line.Label,
                TextSha256 = line.Rule is null ? SubjectAccessItem.HashOf(line.Text) : "",
                On = current.ValidFrom,
                Signs = line.Rule is not null ? "" : Short(line.Because ?? ThirdPartySigns.In(line.Text, known, own)),
                Decision = line.Rule is null ? ItemDecision.Waiting : ItemDecision.Withheld,
                Rule = line.Rule,
                Reason = line.Rule is null ? null : "Withheld by rule",
                DecidedBy = line.Rule is null ? null : StaffId.System,
                DecidedAt = line.Rule is null ? null : knownAt,
            }));
        }

        return log;
    }

    private async Task<Outcome<Change<int>>> FinishAsync(
        SubjectAccessRequest collecting, List<PersonId> records, List<SubjectAccessItem> log, Entry entry, CancellationToken stop)
    {
        var running = await SubjectAccessFinding.OfAsync(db, records, collecting.Id, stop);
        if (running?.Version != collecting.Version)
        {
            return running is null ? Refusals.NotFound : new Outcome<Change<int>>.Conflict(running);
        }

        // what people decided stays where the same text is still there; all else is written anew
        var decided = await db.SubjectAccessItems.Where(i => i.RequestId == collecting.Id && i.Decision != ItemDecision.Waiting && i.TextSha256 != "").ToListAsync(stop);
        var before = decided.ToDictionary(i => (i.FactId, i.Label, i.TextSha256));
        foreach (var item in log)
        {
            if (before.TryGetValue((item.FactId, item.Label, item.TextSha256), out var was))
            {
                (item.Decision, item.Rule, item.Reason, item.ReleasedText, item.DecidedBy, item.DecidedAt) = (was.Decision, was.Rule, was.Reason, was.ReleasedText, was.DecidedBy, was.DecidedAt);
            }
        }

        await db.SubjectAccessItems.Where(i => i.RequestId == collecting.Id).ExecuteDeleteAsync(stop);
        await db.Dialect.InsertAsync(db, db.Model.FindEntityType(typeof(SubjectAccessItem))!, [.. log], stop);
        var next = running.Next(entry) with { State = SubjectAccessState.Redacting, CollectedAt = collecting.Recorded.At };
        return new Change<int>(
            log.Count(i => i.Decision is ItemDecision.Waiting), new SubjectAccessMoved(next.PersonId, next.Id, next.State), new Write(running, next));
    }

    /// <summary>Words of names of others on the record, and of the person's own.</summary>
    private async Task<(HashSet<string> Known, HashSet<string> Own)> NamesAsync(List<PersonId> records, CancellationToken stop)
    {
        var own = (await db.Names.Where(n => records.Contains(n.PersonId)).Select(n => new { n.First, n.Middle, n.Last }).ToListAsync(stop))
            .SelectMany(n => WordsOf($"{n.First} {n.Middle} {n.Last}")).ToHashSet();
        var known = (await db.Relationships.Where(r => records.Contains(r.PersonId)).Select(r => r.Name).ToListAsync(stop)).SelectMany(WordsOf).Where(word => !own.Contains(word)).ToHashSet();
        return (known, own);
    }

    private static IEnumerable<string> WordsOf(string name) =>
        name.Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(word => word.Length > 2).Select(word => word.ToUpperInvariant());

    private static string Short(string signs) => signs.Length <= LongestSigns ? signs : signs[..LongestSigns];
}
