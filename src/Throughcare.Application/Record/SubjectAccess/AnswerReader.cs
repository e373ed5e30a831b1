using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.SubjectAccess;
using Throughcare.Storage;

namespace Throughcare.Application.Record.SubjectAccess;

/// <summary>Puts a record through the rules of subject access, a few facts at a time.</summary>
internal sealed class AnswerReader
{
    private readonly ThroughcareDb _db;
    private readonly List<PersonId> _records;
    private readonly FactId _request;
    private readonly DateTimeOffset _knownAt;
    private readonly FactsOfRecord _facts;
    private readonly Dictionary<StaffId, string> _names = [];
    private readonly Dictionary<FactId, Contact> _contacts = [];
    private readonly ExportContext _context;

    private AnswerReader(ThroughcareDb db, List<PersonId> records, FactId request, DateTimeOffset knownAt, bool isCovert)
    {
        (_db, _records, _request, _knownAt, _facts) = (db, records, request, knownAt, new(db));
        _context = new()
        {
            HasCovertNomination = isCovert,
            ContactOf = id => _contacts.GetValueOrDefault(id),
            NameOf = id => _names.GetValueOrDefault(id),
        };
    }

    /// <param name="Current">The fact as it stands.</param>
    public readonly record struct Read(FactExport Export, FactVersion Current, ExportedFact.Result Result);

    public static async Task<AnswerReader> OpenAsync(ThroughcareDb db, List<PersonId> records, FactId request, DateTimeOffset knownAt, CancellationToken stop)
    {
        var nominations = await db.PpoNominations.Where(n => records.Contains(n.PersonId)).KnownAt(knownAt).ToListAsync(stop);
        return new(db, records, request, knownAt, nominations.Exists(n => n.IsCovert) && !nominations.Exists(n => n is { IsCovert: false, IsActive: true }));
    }

    /// <summary>Everything of one section, or of all; in the order of the export.</summary>
    public async IAsyncEnumerable<Read> AllAsync(ExportSection? section, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var type in FactsOfRecord.TypesOf(_db))
        {
            var export = FactExports.For(type);
            if (section is not null && export.Section != section)
            {
                continue;
            }

            await foreach (var facts in _facts.OfTypeAsync(type, _records, _knownAt, stop))
            {
                foreach (var read in await ReadAsync(export, facts, stop))
                {
                    yield return read;
                }
            }
        }
    }

    /// <summary>Some facts of one type.</summary>
    public async Task<IReadOnlyList<Read>> SomeAsync(string factType, IReadOnlyList<FactId> ids, CancellationToken stop)
    {
        if (FactsOfRecord.TypesOf(_db).FirstOrDefault(type => type.Name == factType) is not { } type)
        {
            return [];
        }

        var versions = (await _facts.VersionsOfAsync(type, ids, _records, _knownAt, stop)).GroupBy(fact => fact.Id);
        return await ReadAsync(FactExports.For(type), [.. versions.Select(fact => (IReadOnlyList<FactVersion>)[.. fact.OrderBy(f => f.Version)])], stop);
    }

    private async Task<IReadOnlyList<Read>> ReadAsync(FactExport export, IReadOnlyList<IReadOnlyList<FactVersion>> facts, CancellationToken stop)
    {
        var ids = facts.Select(fact => fact[^1].Id).ToList();
        var decided = (await _db.SubjectAccessItems.Where(i => i.RequestId == _request && ids.Contains(i.FactId) && i.Decision != ItemDecision.Waiting)
                .Select(i => new { i.FactId, i.Label, i.TextSha256, i.Decision, i.Rule, i.ReleasedText }).ToListAsync(stop))
            .ToDictionary(i => (i.FactId, i.Label, i.TextSha256), i => new ExportedFact.Decided(i.Decision, i.Rule, i.ReleasedText));
        await NamesAsync(facts, stop);
        await ContactsAsync(facts, stop);
        return
        [
            .. facts.Select(fact => new Read(export, fact[^1], ExportedFact.Of(fact, _context,
                (label, text) => decided.TryGetValue((fact[^1].Id, label, SubjectAccessItem.HashOf(text)), out var found) ? found : null))),
        ];
    }

    private async Task NamesAsync(IReadOnlyList<IReadOnlyList<FactVersion>> facts, CancellationToken stop)
    {
        var staff = facts.SelectMany(fact => fact).SelectMany(v => v is Contact contact ? new[] { v.Recorded.By, contact.AuthorId } : [v.Recorded.By])
            .Where(id => id != StaffId.System && !_names.ContainsKey(id)).Distinct().ToList();
        foreach (var known in staff.Count == 0 ? [] : await _db.Staff.Where(s => staff.Contains(s.Id)).Select(s => new { s.Id, s.Name }).ToListAsync(stop))
        {
            _names[known.Id] = known.Name;
        }
    }

    private async Task ContactsAsync(IReadOnlyList<IReadOnlyList<FactVersion>> facts, CancellationToken stop)
    {
        _contacts.Clear();
        var ids = facts.SelectMany(fact => fact).OfType<Addendum>().Select(a => a.ContactId).Distinct().ToList();
        foreach (var contact in ids.Count == 0 ? [] : await _db.Contacts
            .Where(c => _records.Contains(c.PersonId) && ids.Contains(c.Id) && c.Recorded.At <= _knownAt && (c.ReplacedAt == null || c.ReplacedAt > _knownAt)).ToListAsync(stop))
        {
            _contacts[contact.Id] = contact;
        }
    }
}
