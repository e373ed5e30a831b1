using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Domain.Record;
using Throughcare.Storage;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Exchange.Tests.Record;

/// <summary>All that a database says, without ids and instants: two that were filled differently can be compared.</summary>
internal sealed partial record Content(IReadOnlyList<string> Facts, IReadOnlyList<string> Events, IReadOnlyList<string> Rest)
{
    private static readonly MethodInfo OneTable = typeof(Content).GetMethod(nameof(TableAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static async Task<Content> OfAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var names = (await db.Identifiers.Where(i => (i.Kind == IdentifierKind.Noms || i.Kind == IdentifierKind.Crn) && i.ReplacedAt == null).ToListAsync())
            .GroupBy(i => i.PersonId).ToDictionary(g => g.Key, g => g.OrderBy(i => i.Kind).First().Canonical);
        List<string> facts = [];
        foreach (var type in db.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => t.IsSubclassOf(typeof(FactVersion))))
        {
            facts.AddRange(await (Task<List<string>>)OneTable.MakeGenericMethod(type).Invoke(null, [db, names])!);
        }

        facts.Sort(StringComparer.Ordinal);
        var events = (await db.RecordEvents.ToListAsync())
            .Select(e => $"{names[e.PersonId]} {e.Seq} {e.Kind} {e.UseCase} {Ids().Replace(e.Content ?? "", "")}").Order(StringComparer.Ordinal).ToList();
        var rest = (await db.SourceRows.ToListAsync()).Select(r => $"source {r.Key} {names[r.PersonId!.Value]} {Convert.ToHexString(r.Hash)} {r.LastSeenOn} {r.Missed} {r.MissedOn} {r.Left}")
            .Concat((await db.NameKeys.ToListAsync()).Select(k => $"key {names[k.PersonId]} {k.Kind} {k.Key}"))
            .Concat((await db.Reach.ToListAsync()).Select(r => $"reach {names[r.PersonId]} {r.Holder} {r.Kind} {r.From} {r.Until}"))
            .Concat((await db.Timeline.ToListAsync()).Select(t => $"line {names[t.PersonId]} {t.Kind} {(t.Kind is TimelineKind.KeyDates ? null : t.HappenedAt)} {t.ReplacedAt is null}"))
            .Concat((await db.ImportErrors.ToListAsync()).Select(e => $"error {e.Row} {e.Code} {e.Column} {e.Value} {e.PersonKey}"))
            .Concat((await db.ImportRuns.Where(r => r.Sha256 != "" && r.Status != ImportStatus.DuplicateFile).ToListAsync()).Select(r => $"run {r.FileName} {r.Status} {r.Sha256} {r.Counters with { LastBatch = 0 }} {r.Rows}"))
            .Order(StringComparer.Ordinal).ToList();
        return new(facts, events, rest);
    }

    /// <summary>Every person's chain holds, and everybody has as many events as their head says.</summary>
    public static async Task CheckChainsAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var heads = await db.RecordHeads.ToDictionaryAsync(h => h.PersonId);
        var events = (await db.RecordEvents.ToListAsync()).GroupBy(e => e.PersonId).ToList();
        Assert.Equal(heads.Count, events.Count);
        foreach (var chain in events)
        {
            RecordEventRow? before = null;
            foreach (var row in chain.OrderBy(e => e.Seq))
            {
                Assert.Null(RecordChain.Fault(before, row));
                before = row;
            }

            Assert.Equal((heads[chain.Key].Seq, Convert.ToHexString(heads[chain.Key].Hash)), (before!.Seq, Convert.ToHexString(before.Hash)));
        }
    }

    private static async Task<List<string>> TableAsync<T>(ThroughcareDb db, Dictionary<PersonId, string> names)
        where T : FactVersion
    {
        var properties = typeof(T).GetProperties().Where(p => p.Name is not (nameof(FactVersion.Id) or nameof(FactVersion.PersonId) or nameof(FactVersion.CaseId)
            or nameof(FactVersion.Recorded) or nameof(FactVersion.ReplacedAt) or nameof(PersonCase.AsCase))).OrderBy(p => p.Name, StringComparer.Ordinal).ToList();
        var rows = await db.Set<T>().ToListAsync();
        return rows.ConvertAll(row =>
            $"{typeof(T).Name} {names[row.PersonId]} {string.Join("; ", properties.Select(p => $"{p.Name}={p.GetValue(row)}"))}; case={row.CaseId is not null}; current={row.ReplacedAt is null}; {row.Recorded.Role} {row.Recorded.Source} {row.Recorded.UseCase}");
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Ids();
}
