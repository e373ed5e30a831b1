using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Facts;

/// <summary>The one line of the banner that says where a person is.</summary>
public static class WhereLine
{
    /// <summary>Such as "In custody: HMP Lowdham Grange, B2-14" or "Unlawfully at large since 4 January 2026".</summary>
    /// <param name="where"><see langword="null"/> where nothing is recorded.</param>
    public static string Of(Whereabouts? where) => where is null ? "Not recorded" : where.Code switch
    {
        "custody" => $"In custody: {Name(where.Prison)}, {where.Cell ?? "cell not recorded"}",
        "at_court" => $"At court from {Name(where.Prison)}",
        "temporary_release" => where.DueBackOn is { } due
            ? $"On temporary release until {Words.LongDate(due)}"
            : $"On temporary release since {Day(where.Since)}",
        "in_transit" => $"In transit to {Name(where.Prison)}",
        "hospital" => where.Prison is { } hospital ? $"In hospital: {Places.Name(hospital)}" : "In hospital: name not recorded",
        "community" => Community(where),
        "unlawfully_at_large" => $"Unlawfully at large since {Day(where.Since)}",
        "recalled_at_large" => $"Recalled {Day(where.Since)}, not yet in custody",
        "immigration_removal" => $"In immigration detention or removed since {Day(where.Since)}",
        "died" => $"Died {Day(where.Since)}",
        _ => $"Supervision ended {Day(where.Since)}",
    };

    private static string Community(Whereabouts where)
    {
        if (where.Team is not { } team)
        {
            return $"In the community: {where.TeamName ?? "team not recorded"}";
        }

        return ProbationPlaces.Find(team.Text) is { } place ? $"In the community: {Join(place.Description, where.TeamName)}"
            : Places.PduOfTeam(team.Text) is { } pdu ? $"In the community: {Join(pdu.Description, where.TeamName ?? team.Text)}"
            : $"In the community: {where.TeamName ?? Places.Name(team)}";
    }

    private static string Join(string pdu, string? team) => team is null || team == pdu ? pdu : $"{pdu}, {team}";

    private static string Name(PlaceCode? prison) => prison is { } place ? Places.Name(place) : "prison not recorded";

    private static string Day(DateOnly? day) => day is { } known ? Words.LongDate(known) : "a day not recorded";
}
