using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Access.Administration;

/// <summary>Loads a version of a reference table, to be in force from a day.</summary>
/// <remarks>A version that is to come later gets the same change, so that it does not undo it on its day; where it has changed the same
/// row itself, what it says stands.</remarks>
public sealed class LoadTable(AccessDb db, TablesInUse inUse, IdSource ids, TimeProvider clock)
{
    /// <summary>A version is loaded at most this many days ahead.</summary>
    private const int MostDaysAhead = 2 * 366;

    /// <param name="Seen">The version that it was compared with, as the reader saw it; 0 for the product's own.</param>
    /// <param name="MeansFewer">The reader has said that more than a tenth of the rows are to go.</param>
    public sealed record Request(ReferenceTable Table, string Text, DateOnly From, string? Reason, int Seen, bool MeansFewer)
    {
        /// <summary>A place whose change this is, so that its own history has it too.</summary>
        public string? Place { get; init; }

        /// <summary>What is taken down as done to the place.</summary>
        public string? What { get; init; }
    }

    /// <returns>The number of the version.</returns>
    public async Task<Outcome<int>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        if (!Permissions.Has(actor.Role, Verb.ManageReferenceTables))
        {
            return Refusals.OfRole(Verb.ManageReferenceTables);
        }

        if (!request.Table.CanChange)
        {
            return new Refusal("", "This table changes with a release of Throughcare");
        }

        if (Wrong(request) is { } wrong)
        {
            return wrong;
        }

        var loaded = await db.TableVersions.AsNoTracking().Where(v => v.Table == request.Table.Table).OrderBy(v => v.From).ThenBy(v => v.Number).ToListAsync(stop);
        var before = loaded.LastOrDefault(v => v.From <= request.From);
        if ((before?.Number ?? 0) != request.Seen)
        {
            return new Refusal("", "Somebody else has changed this table since you looked. Check your version against it again");
        }

        var standing = before is null ? request.Table.Own : CsvTable.Read(request.Table.Table, before.Content);
        var revision = TableRevision.Of(request.Table, standing, request.Text);
        if (revision.Version is not { } version)
        {
            return new Outcome<int>.Refused([.. revision.Wrong.Select(error => new Refusal("Input.File", error.Message))]);
        }

        if (revision.ChangesNothing)
        {
            return new Refusal("Input.File", "This is the same as the version that is in force then. There is nothing to load");
        }

        if (revision.IsShrunk && !request.MeansFewer)
        {
            return new Refusal("Input.MeansFewer", "The new version has more than a tenth fewer rows. Say that you mean it");
        }

        var number = loaded.Select(v => v.Number).DefaultIfEmpty().Max() + 1;
        Add(number, request.From, version, request, actor);
        var later = loaded.Where(v => v.From > request.From).GroupBy(v => v.From).Select(g => g.MaxBy(v => v.Number)!).OrderBy(v => v.From).ToList();
        foreach (var (i, next) in later.Index())
        {
            Add(number + 1 + i, next.From, revision.CarriedInto(request.Table, standing, CsvTable.Read(request.Table.Table, next.Content)), request, actor);
        }

        Note(request, actor, revision, number, later.Count);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            return new Refusal("", "Somebody else has changed this table since you looked. Check your version against it again");
        }

        await inUse.RefreshAsync(stop);
        return number;
    }

    private Refusal? Wrong(Request request)
    {
        var today = clock.GetUtcNow().LondonDate;
        return request.From < today ? new Refusal("Input.From", "The date from which it is in force must be today or later")
            : request.From > today.AddDays(MostDaysAhead) ? new Refusal("Input.From", "The date from which it is in force must be in the next 2 years")
            : ReasonRule.TooShort("Input.Reason", request.Reason ?? "");
    }

    private void Add(int number, DateOnly from, CsvTable version, Request request, Actor actor) => db.Add(new TableVersion
    {
        Table = request.Table.Table,
        Number = number,
        From = from,
        Content = version.ToText(),
        Rows = version.Rows.Count,
        OwnHash = TablesInUse.HashOf(request.Table),
        LoadedAt = clock.GetUtcNow(),
        LoadedBy = actor.StaffId,
        Reason = request.Reason!.Trim(),
    });

    private void Note(Request request, Actor actor, TableRevision revision, int number, int later)
    {
        var what = string.Create(CultureInfo.InvariantCulture,
            $"Version {number} loaded, in force from {Words.LongDate(request.From)}: {revision.Added.Count} added, {revision.Changed.Count} changed, {revision.Ended.Count} ended{(later > 0 ? $"; the same in {Words.Count(later, "version")} to come" : "")}");
        db.Note(ids, clock, actor, AdminSubject.Table, request.Table.Name, what, request.Reason);
        if (request is { Place: { } place, What: { } done })
        {
            db.Note(ids, clock, actor, AdminSubject.Place, place, done, request.Reason);
        }
    }
}
