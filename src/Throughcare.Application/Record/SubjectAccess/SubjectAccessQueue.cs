using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.SubjectAccess;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.SubjectAccess;

/// <summary>The redaction log of a request: what waits to be read, what was decided, what rules withheld.</summary>
public sealed class SubjectAccessQueue(ThroughcareDb db, AccessPolicy access)
{
    public const int PageSize = 25;

    public enum Show
    {
        /// <summary>Those that wait, with what hints at others first.</summary>
        Waiting,

        /// <summary>Decided by people.</summary>
        Decided,

        /// <summary>Withheld by rules.</summary>
        ByRule,
    }

    /// <param name="Kind">The kind of entry, such as "Contact".</param>
    /// <param name="Text">What is decided about; <see langword="null"/> where a rule withheld it: that is nobody's to read here.</param>
    /// <param name="By">Who decided; <see langword="null"/> while nobody has.</param>
    public sealed record Row(SubjectAccessItem Item, string Kind, string? Text, string? By);

    public sealed record Page(SubjectAccessRequest Request, IReadOnlyList<Row> Rows, int Total, int Waiting, int Unflagged, int Decided, int ByRule);

    public async Task<Outcome<Page>> OfAsync(PersonId person, FactId request, Show show, int number, Actor actor, CancellationToken stop)
    {
        var found = await SubjectAccessFinding.FindAsync(db, access, person, request, actor, stop);
        if (found is not Outcome<SubjectAccessRequest>.Done { Value: var asked })
        {
            return new Outcome<Page>.Refused(((Outcome<SubjectAccessRequest>.Refused)found).Why);
        }

        var items = db.SubjectAccessItems.Where(i => i.RequestId == request);
        var waiting = items.Where(i => i.Decision == ItemDecision.Waiting);
        var byRule = items.Where(i => i.TextSha256 == "");
        var decided = items.Where(i => i.Decision != ItemDecision.Waiting && i.TextSha256 != "");
        var (counts, ordered) = ((Waiting: await waiting.CountAsync(stop), Decided: await decided.CountAsync(stop), ByRule: await byRule.CountAsync(stop)), show switch
        {
            Show.Waiting => waiting.OrderByDescending(i => i.Signs != ""),
            Show.Decided => decided.OrderBy(i => i.Section),
            _ => byRule.OrderBy(i => i.Section),
        });
        var shown = await ordered.ThenByDescending(i => i.On).ThenBy(i => i.Id).Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(stop);
        var names = await StaffNames.OfAsync(db, shown.Select(i => i.DecidedBy).OfType<StaffId>(), stop);
        var texts = await TextsAsync(person, asked, shown, stop);
        return new Page(
            asked, [.. shown.Select(i => new Row(i, KindOf(i), texts.GetValueOrDefault(i.Id), i.DecidedBy is { } by ? names[by] : null))],
            show switch { Show.Waiting => counts.Waiting, Show.Decided => counts.Decided, _ => counts.ByRule },
            counts.Waiting, await waiting.CountAsync(i => i.Label != "" && i.Signs == "", stop), counts.Decided, counts.ByRule);
    }

    /// <summary>One line of it that somebody decides about.</summary>
    public async Task<Outcome<Row>> OneAsync(PersonId person, FactId request, FactId item, Actor actor, CancellationToken stop)
    {
        var found = await SubjectAccessFinding.FindAsync(db, access, person, request, actor, stop);
        if (found is not Outcome<SubjectAccessRequest>.Done { Value: var asked })
        {
            return new Outcome<Row>.Refused(((Outcome<SubjectAccessRequest>.Refused)found).Why);
        }

        if (await db.SubjectAccessItems.SingleOrDefaultAsync(i => i.Id == item && i.RequestId == request && i.TextSha256 != "", stop) is not { } line)
        {
            return Refusals.NotFound;
        }

        var names = await StaffNames.OfAsync(db, line.DecidedBy is { } who ? [who] : [], stop);
        return new Row(line, KindOf(line), (await TextsAsync(person, asked, [line], stop)).GetValueOrDefault(line.Id), line.DecidedBy is { } by ? names[by] : null);
    }

    /// <summary>The next one that waits; <see langword="null"/> for none.</summary>
    public async Task<FactId?> NextAsync(FactId request, CancellationToken stop) => await db.SubjectAccessItems
        .Where(i => i.RequestId == request && i.Decision == ItemDecision.Waiting)
        .OrderByDescending(i => i.Signs != "").ThenByDescending(i => i.On).ThenBy(i => i.Id).Select(i => (FactId?)i.Id).FirstOrDefaultAsync(stop);

    /// <summary>The text that an item is about, as the record was collected; <see langword="null"/> where it is not there.</summary>
    internal static string? TextOf(SubjectAccessItem item, IReadOnlyList<AnswerReader.Read> read) => read
        .Where(r => r.Current.Id == item.FactId).SelectMany(r => r.Result.Log)
        .Where(line => line.Rule is null && line.Label == item.Label && SubjectAccessItem.HashOf(line.Text) == item.TextSha256).Select(line => line.Text).FirstOrDefault();

    private async Task<Dictionary<FactId, string>> TextsAsync(PersonId person, SubjectAccessRequest asked, IReadOnlyList<SubjectAccessItem> items, CancellationToken stop)
    {
        Dictionary<FactId, string> texts = [];
        if (asked.CollectedAt is not { } collected)
        {
            return texts;
        }

        var reader = await AnswerReader.OpenAsync(db, await MergedRecords.OfAsync(db, person, stop), asked.Id, collected, stop);
        foreach (var type in items.Where(i => i.TextSha256.Length > 0).GroupBy(i => i.FactType))
        {
            var read = await reader.SomeAsync(type.Key, [.. type.Select(i => i.FactId).Distinct()], stop);
            foreach (var item in type)
            {
                if (TextOf(item, read) is { } text)
                {
                    texts[item.Id] = text;
                }
            }
        }

        return texts;
    }

    private static string KindOf(SubjectAccessItem item) => FactExports.All.Values.FirstOrDefault(e => e.Fact.Name == item.FactType)?.Kind ?? item.FactType;
}
