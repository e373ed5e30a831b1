using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Documents;
using Throughcare.Domain.Sentences;
using Throughcare.Storage;

namespace Throughcare.Application.Record.Matching;

/// <summary>What was merged into a record, and what has been written to it since: the questions of the page that undoes a merge.</summary>
public sealed class UnmergeOffer(ThroughcareDb db, AccessPolicy access)
{
    /// <param name="What">What it is, in words.</param>
    public sealed record Entry(FactId Id, string What, DateOnly On, string By, DateTimeOffset At);

    /// <param name="Number">A number of the absorbed record.</param>
    public sealed record Page(PersonId Absorbed, string Name, string? Number, DateTimeOffset? MergedAt, IReadOnlyList<Entry> Since);

    /// <summary>Records that were merged into a person's, straight or by way of another.</summary>
    public async Task<IReadOnlyList<Page>> MergedIntoAsync(PersonId person, CancellationToken stop)
    {
        List<Page> pages = [];
        foreach (var record in (await MergedRecords.OfAsync(db, person, stop)).Skip(1))
        {
            pages.Add(await OfRecordAsync(record, [], stop));
        }

        return pages;
    }

    /// <returns><see langword="null"/> where the record is not merged into this person's. An entry that the reader may not read is
    /// offered by what it is alone.</returns>
    public async Task<Page?> OfAsync(PersonId person, PersonId absorbed, Actor actor, CancellationToken stop)
    {
        if (person == absorbed || !(await MergedRecords.OfAsync(db, person, stop)).Contains(absorbed))
        {
            return null;
        }

        var since = await EntriesSinceMerge.OfAsync(db, person, await MergedAt.OfAsync(db, absorbed, stop), stop);
        var staff = await Access.StaffNames.OfAsync(db, [.. since.Select(f => f.Recorded.By)], stop);
        var level = await access.SensitivityOfAsync(person, actor, stop);
        return await OfRecordAsync(absorbed, [.. since.Select(f => new Entry(f.Id, WhatOf(f, level), f.ValidFrom, staff(f.Recorded.By), f.Recorded.At))], stop);
    }

    private async Task<Page> OfRecordAsync(PersonId record, IReadOnlyList<Entry> since, CancellationToken stop)
    {
        var name = await db.Names.Current().Where(n => n.PersonId == record && n.Type == NameType.Current).OrderByDescending(n => n.ValidFrom)
            .Select(n => new { n.Last, n.First }).FirstOrDefaultAsync(stop);
        var number = await db.Identifiers.Current().Where(i => i.PersonId == record && (i.Kind == IdentifierKind.Noms || i.Kind == IdentifierKind.Crn))
            .OrderByDescending(i => i.Kind == IdentifierKind.Noms).Select(i => i.Canonical).FirstOrDefaultAsync(stop);
        var at = await MergedAt.OfAsync(db, record, stop);
        return new(record, name is null ? "Name not recorded" : name.First is null ? name.Last : $"{name.Last}, {name.First}", number, at == DateTimeOffset.MinValue ? null : at, since);
    }

    private static string WhatOf(FactVersion fact, Sensitivity? level) => fact switch
    {
        Contact contact => $"Contact: {ContactTypes.Words(contact.Type)}" + (contact.Sensitivity <= level ? $" – {Beginning(contact.Text)}" : ""),
        Addendum => "Addendum to a contact",
        Movement movement => FactWords.Of(movement),
        Alert => "Alert",
        PersonDocument => "Document",
        RiskScoring scoring => FactWords.Title(TimelineKind.RiskScores, scoring),
        PersonName name => $"Name: {name.Last}, {name.First}",
        PersonIdentifier number => $"Number: {number.Canonical}",
        PersonDetails => "Personal details",
        SentenceRecord => "Sentence",
        KeyDates => "Key dates",
        CellLocation location => FactWords.Title(TimelineKind.Location, location),
        ManagerAssignment manager => $"{Roles.Of(manager.Role).Name}: {manager.Name}",
        PersonCase => "Case",
        CustodyEpisode => "Stay in custody",
        CustodyStatus => "Custody status",
        _ => "Another entry",
    };

    private static string Beginning(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
