using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Access.Administration;

/// <summary>Prisons, probation regions and delivery units, and the teams that belong to them.</summary>
public sealed class PlaceList(ThroughcareDb db)
{
    /// <param name="IsOpen">People can be held or supervised there now.</param>
    /// <param name="PartOf">The region of a delivery unit; the published region of a prison.</param>
    public sealed record Row(string Code, string Name, PlaceKind Kind, bool IsOpen, string? PartOf);

    /// <param name="Text">Words of the name, or a code.</param>
    public sealed record Filter(string? Text = null, PlaceKind? Kind = null, bool? IsOpen = null);

    /// <summary>A team that a probation file names and no table knows.</summary>
    /// <param name="Region">The region that has it, as far as it is known.</param>
    /// <param name="People">How many wait for it.</param>
    public sealed record UnknownTeam(string Code, string? Description, PlaceCode Region, int People);

    /// <summary>Every place that fits, by name.</summary>
    public static IReadOnlyList<Row> Of(Filter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);

        var words = filter.Text?.Trim() ?? "";
        return [.. All()
            .Where(place => filter.Kind is null || place.Kind == filter.Kind)
            .Where(place => filter.IsOpen is null || place.IsOpen == filter.IsOpen)
            .Where(place => words.Length == 0 || place.Name.Contains(words, StringComparison.OrdinalIgnoreCase) || place.Code.StartsWith(words, StringComparison.OrdinalIgnoreCase))
            .OrderBy(place => place.Name, StringComparer.OrdinalIgnoreCase).ThenBy(place => place.Code, StringComparer.Ordinal)];
    }

    public static Row? Find(string? code) => All().FirstOrDefault(place => place.Code == code);

    /// <summary>Teams that files name and nobody has put anywhere, those first for whom most people wait.</summary>
    public async Task<IReadOnlyList<UnknownTeam>> UnknownTeamsAsync(CancellationToken stop)
    {
        var items = await db.DataQuality.Current().Where(i => i.Kind == DataQualityKind.TeamNotMapped && i.Settled == null && i.There != null)
            .GroupBy(i => new { i.There, i.Owner }).Select(g => new { g.Key.There, g.Key.Owner, Count = g.Count() }).ToListAsync(stop);
        return [.. items.GroupBy(i => i.There!.Split(' ')[0], StringComparer.Ordinal).Where(team => team.Key.Length > 0)
            .Select(team => new UnknownTeam(
                team.Key, team.Select(i => i.There![team.Key.Length..].Trim()).FirstOrDefault(words => words.Length > 0), team.First().Owner, team.Sum(i => i.Count)))
            .OrderByDescending(team => team.People).ThenBy(team => team.Code, StringComparer.Ordinal)];
    }

    private static IEnumerable<Row> All() =>
        Establishments.Table.Rows.Where(e => e.IsPrison).Select(e => new Row(e.Code, e.Description, PlaceKind.Prison, e.IsActive, e.Region))
            .Concat(ProbationPlaces.Table.Rows.Select(p => new Row(
                p.Code, p.Description, p.Level is ProbationLevel.Region ? PlaceKind.Region : PlaceKind.Pdu, p.IsActive,
                p.ParentCode is { } region ? ProbationPlaces.Find(region)?.Description ?? region : null)));
}

public enum PlaceKind
{
    Prison,
    Pdu,
    Region,
}
