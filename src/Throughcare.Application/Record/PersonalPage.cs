using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Who a person is: names, numbers, details, needs, addresses and the people in their life.</summary>
public sealed class PersonalPage(ThroughcareDb db, TimeProvider clock)
{
    public sealed record Page
    {
        /// <summary>The current name first, then the others by kind.</summary>
        public IReadOnlyList<NameLine> Names { get; init; } = [];

        public IReadOnlyList<NumberLine> Numbers { get; init; } = [];

        /// <summary><see langword="null"/> where nothing is recorded.</summary>
        public PersonDetails? Details { get; init; }

        /// <summary>The details that said something else before.</summary>
        public IReadOnlySet<DetailKind> Changed { get; init; } = new HashSet<DetailKind>();

        /// <summary>Where the details come from: "Prison file of 4 January 2026", or who changed them last.</summary>
        public string? DetailsFrom { get; init; }

        /// <summary>Whether the person is in work now, as the prison says; <see langword="null"/> where it says nothing or no longer holds them.</summary>
        public string? InWork { get; init; }

        /// <summary>What the prison notes for public protection; <see langword="null"/> where the reader may not read it.</summary>
        public MarkersLine? Markers { get; init; }

        public IReadOnlyList<AddressLine> Addresses { get; init; } = [];

        public IReadOnlyList<NeedLine> Needs { get; init; } = [];

        /// <summary>Work, home, family: those that are over too, last.</summary>
        public IReadOnlyList<CircumstanceLine> Circumstances { get; init; } = [];

        /// <summary>Disabilities, and what is provided; <see langword="null"/> where the reader may not read them.</summary>
        public IReadOnlyList<CircumstanceLine>? Disabilities { get; init; }

        /// <summary><see langword="null"/> where the reader may not read what others have told.</summary>
        public IReadOnlyList<RelationLine>? Relations { get; init; }
    }

    /// <param name="Version">A change posts it back.</param>
    public sealed record NameLine(FactId Id, int Version, NameType Type, string Name, DateOnly From, DateOnly? To, DateOnly? DateOfBirth);

    /// <param name="Number">As it is compared, such as 2004/0712343W.</param>
    /// <param name="IsWrong">It does not keep the rule of its kind and is never used to find anybody.</param>
    public sealed record NumberLine(IdentifierKind Kind, string Number, bool IsWrong);

    /// <param name="Status">What the source calls it, such as "Main" or "Postal"; <see langword="null"/> where it says nothing.</param>
    public sealed record AddressLine(
        AddressUse Use, string Lines, string? Postcode, string? Relationship, DateOnly From, DateOnly? To, string? Status, bool NoFixedAbode, string By);

    public sealed record CircumstanceLine(CircumstanceKind Kind, string Type, string? SubType, DateOnly From, DateOnly? To, string By);

    public sealed record NeedLine(NeedCategory Category, string Detail, NeedSource Source, string? Adjustment, bool NoneRequired, DateOnly From, DateOnly ReviewOn);

    /// <param name="MappaOrSchedule1">As the prison writes it; <see langword="null"/> where it notes nothing.</param>
    /// <param name="Since"><see langword="null"/> where nothing is noted.</param>
    public sealed record MarkersLine(string? MappaOrSchedule1, string? SexOffender, DateOnly? Since);

    public sealed record RelationLine(string Name, string? Relationship, string? Address, bool IsNextOfKin);

    public async Task<Page> OfAsync(PersonId person, Actor actor, CancellationToken stop)
    {
        var today = clock.GetUtcNow().LondonDate;
        var records = await MergedRecords.OfAsync(db, person, stop);
        var reader = await EntryReaders.OfAsync(db, records, actor, today, stop);
        var names = await db.Names.Current().Where(n => records.Contains(n.PersonId)).ToListAsync(stop);
        var numbers = await db.Identifiers.Current().Where(i => records.Contains(i.PersonId)).ToListAsync(stop);
        var said = await db.Details.Where(d => d.PersonId == person).ToListAsync(stop);
        var details = said.Where(d => d is { ReplacedAt: null, Withdrawn: false, ValidTo: null }).MaxBy(d => d.ValidFrom);
        var addresses = await db.Addresses.Current().Where(a => records.Contains(a.PersonId)).ToListAsync(stop);
        var needs = await db.Needs.Current().TrueOn(today).Where(n => records.Contains(n.PersonId)).ToListAsync(stop);
        var circumstances = await db.Circumstances.Current().Where(c => records.Contains(c.PersonId)).ToListAsync(stop);
        var relations = reader.Of(Sensitivity.Restricted) is Reading.Whole
            ? await db.Relationships.Current().TrueOn(today).Where(r => records.Contains(r.PersonId)).ToListAsync(stop)
            : null;
        var status = await db.CustodyStatuses.Current().Where(s => s.PersonId == person && s.ValidTo == null).OrderByDescending(s => s.ValidFrom).FirstOrDefaultAsync(stop);
        var markers = relations is null
            ? null
            : await db.PrisonMarkers.Current().TrueOn(today).Where(m => records.Contains(m.PersonId)).OrderByDescending(m => m.ValidFrom).ToListAsync(stop);
        var staff = await StaffNames.OfAsync(db, [.. circumstances.Select(c => c.Recorded.By), .. addresses.Select(a => a.Recorded.By), .. details is null ? [] : new[] { details.Recorded.By }], stop);

        return new Page
        {
            Names = [.. names.OrderBy(n => n.Type).ThenBy(n => n.ValidTo is not null).ThenByDescending(n => n.ValidFrom)
                .Select(n => new NameLine(n.Id, n.Version, n.Type, Whole(n), n.ValidFrom, n.ValidTo, n.DateOfBirth))],
            Numbers = [.. numbers.OrderBy(i => i.Kind).ThenByDescending(i => i.ValidFrom)
                .Select(i => new NumberLine(i.Kind, i.Canonical, i.Check is not IdentifierCheck.Valid))],
            Details = details,
            Changed = DetailKind.All.Where(kind => DetailHistory.Values(kind, said).Count > 1).ToHashSet(),
            DetailsFrom = details is null ? null
                : SourceWords.Name(details.Recorded.Source) is { } source ? $"{source}, {Words.LongDate(details.Recorded.At.LondonDate)}"
                : $"{staff[details.Recorded.By]}, {Words.LongDate(details.Recorded.At.LondonDate)}",
            InWork = status is { Status: "ACTIVE IN" or "ACTIVE OUT", Employed: { } employed } ? YesOrNo.Words(employed) : null,
            Markers = markers is null ? null
                : markers is [var marked, ..] ? new(marked.MappaOrSchedule1, marked.SexOffender is { } offender ? YesOrNo.Words(offender) : null, marked.ValidFrom)
                : new(null, null, null),
            Addresses = [.. addresses.OrderBy(a => a.ValidTo is not null).ThenBy(a => a.Use).ThenByDescending(a => a.ValidFrom)
                .Select(a => new AddressLine(a.Use, a.Lines, a.Postcode, a.Relationship, a.ValidFrom, a.ValidTo, a.Status?.Describe(CodeLists.AddressStatus), a.NoFixedAbode, SourceWords.Name(a.Recorded.Source) ?? staff[a.Recorded.By]))],
            Circumstances = Lines(circumstances.Where(c => c.Kind is CircumstanceKind.Circumstance)),
            Disabilities = reader.Of(Sensitivity.Sensitive) is Reading.Whole ? Lines(circumstances.Where(c => c.Kind is not CircumstanceKind.Circumstance)) : null,
            Needs = [.. needs.OrderByDescending(n => n.ValidFrom)
                .Select(n => new NeedLine(n.Category, n.Detail, n.Source, n.Adjustment, n.NoneRequired, n.ValidFrom, n.ReviewOn))],
            Relations = relations is null ? null : [.. relations.OrderByDescending(r => r.IsNextOfKin).ThenBy(r => r.Name, StringComparer.Ordinal)
                .Select(r => new RelationLine(r.Name, r.Relationship?.Describe(CodeLists.Relationship), r.AddressLines, r.IsNextOfKin))],
        };

        IReadOnlyList<CircumstanceLine> Lines(IEnumerable<PersonalCircumstance> all) =>
            [.. all.OrderBy(c => c.ValidTo < today).ThenBy(c => c.Kind).ThenByDescending(c => c.ValidFrom)
                .Select(c => new CircumstanceLine(c.Kind, c.Type, c.SubType, c.ValidFrom, c.ValidTo, SourceWords.Name(c.Recorded.Source) ?? staff[c.Recorded.By]))];
    }

    private static string Whole(PersonName name) =>
        name.Last + (name.Suffix is { } suffix ? $" {suffix}" : "") + (name.First is null ? "" : $", {name.First}") + (name.Middle is null ? "" : $" {name.Middle}");
}
