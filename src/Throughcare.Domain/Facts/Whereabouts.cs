using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Facts;

/// <summary>Where a person is: exactly one place at any instant, computed from movements, recall and death.</summary>
/// <param name="Code">A code of <c>case-place.csv</c>.</param>
public sealed record Whereabouts(string Code)
{
    /// <summary>The prison that holds them, or to which they are on their way.</summary>
    public PlaceCode? Prison { get; init; }

    /// <summary>The prison that they left and that still answers for them, while in transit.</summary>
    public PlaceCode? SentBy { get; init; }

    /// <summary>As the prison writes it; <see langword="null"/> where none is recorded.</summary>
    public string? Cell { get; init; }

    /// <summary>The day on which this began.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>When they are due back, on temporary release.</summary>
    public DateOnly? DueBackOn { get; init; }

    /// <summary>The team that supervises them in the community.</summary>
    public PlaceCode? Team { get; init; }

    /// <summary>The team as it was recorded, where no code is known.</summary>
    public string? TeamName { get; init; }

    /// <summary>The entries this rests on.</summary>
    public IReadOnlyList<FactVersion> From { get; init; } = [];

    public CasePlace Place => CasePlaces.Table[Code];

    public RulePlace RulePlace => Place.RulePlace switch
    {
        "custody" => RulePlace.Custody,
        "community" => RulePlace.Community,
        "hospital" => RulePlace.Hospital,
        "unlawfully_at_large" => RulePlace.UnlawfullyAtLarge,
        "immigration_removal" => RulePlace.ImmigrationRemoval,
        _ => RulePlace.Closed,
    };

    /// <summary>The prison that answers for them: also while at court, on temporary release or in transit.</summary>
    public PlaceCode? Establishment => RulePlace is RulePlace.Custody ? SentBy ?? Prison : null;
}

/// <summary>What the place of a case is computed from.</summary>
/// <param name="At">The instant asked about: nothing later counts.</param>
public sealed record WhereaboutsInput(DateTimeOffset At)
{
    /// <summary>Movements that stand, in any order.</summary>
    public IReadOnlyList<Movement> Movements { get; init; } = [];

    /// <summary>Where in a prison the person lives on the day, where that is recorded.</summary>
    public CellLocation? Location { get; init; }

    /// <summary>The day of a recall that stands.</summary>
    public DateOnly? RecalledOn { get; init; }

    public DateOnly? DiedOn { get; init; }

    /// <summary>The last day of licence or post-sentence supervision, where there is one.</summary>
    public DateOnly? SupervisionEndsOn { get; init; }

    /// <summary>The day on which the last order or sentence was terminated, where none runs.</summary>
    public DateOnly? SupervisionEndedOn { get; init; }

    public PlaceCode? Team { get; init; }

    public string? TeamName { get; init; }

    /// <summary>Whether a community offender manager or an order says that the person is supervised.</summary>
    public bool IsSupervised { get; init; }
}

/// <summary>The rule that says where a person is.</summary>
public static class WhereaboutsRule
{
    /// <returns><see langword="null"/> with no movement, no location and no supervision.</returns>
    public static Whereabouts? Of(WhereaboutsInput input)
    {
        var today = input.At.LondonDate;
        if (input.DiedOn is { } died && died <= today)
        {
            return new("died") { Since = died };
        }

        var moves = input.Movements
            .Where(m => m.HappenedAt <= input.At && m.Reason is not ("C-VLC" or "L-ADM"))
            .OrderBy(m => m.HappenedAt).ThenBy(m => m.Recorded.At)
            .ToList();

        var place = moves.Count == 0 ? Unmoved(input) : After(moves, input);
        var isBack = moves.Exists(m => m.Type == "ADM" && m.HappenedAt.LondonDate >= input.RecalledOn);
        if (input.RecalledOn is { } recalled && recalled <= today && !isBack && place is not { RulePlace: RulePlace.Custody })
        {
            return new("recalled_at_large") { Since = recalled, From = [.. moves.TakeLast(1)] };
        }

        return place;
    }

    private static Whereabouts? Unmoved(WhereaboutsInput input) => input.Location switch
    {
        { } location when location.Prison.Text is "OUT" => Outside(input, location.ValidFrom, []),
        { } location when location.Prison.Text is "TRN" => new("in_transit") { Since = location.ValidFrom, From = [location] },
        { } location => Held(location.Prison, location.ValidFrom, input, [location]),
        null when input.IsSupervised => Outside(input, null, []),
        null when input.SupervisionEndedOn is { } ended => new("ended") { Since = ended },
        null => null,
    };

    private static Whereabouts After(List<Movement> moves, WhereaboutsInput input)
    {
        var last = moves[^1];
        var day = last.HappenedAt.LondonDate;
        var held = last.From ?? moves.SkipLast(1).LastOrDefault(m => m.Type == "ADM")?.To ?? input.Location?.Prison;
        FactVersion[] from = [last];

        switch (last.Type)
        {
            case "ADM" or "TRN" when input.Location is { } location && IsReceived(location, last, day):
                return Held(location.Prison, day, input, [last, location]);

            case "ADM":
                return Held(last.To ?? input.Location?.Prison, day, input, from);

            case "TRN":
                return new("in_transit") { Prison = last.To, SentBy = held, Since = day, From = from };

            case "CRT":
                return new("at_court") { Prison = held, Since = day, From = from };

            case "TAP" when last.DueBackAt is { } due && due < input.At:
                return new("unlawfully_at_large") { Since = due.LondonDate, From = from };

            case "TAP":
                return new("temporary_release") { Prison = held, Since = day, DueBackOn = last.DueBackAt?.LondonDate, From = from };

            default:
                return Released(last, day, input);
        }
    }

    private static Whereabouts Released(Movement last, DateOnly day, WhereaboutsInput input) => last.Reason switch
    {
        "X-ESC" or "X-ABS" or "X-TRF" or "L-ERR" => new("unlawfully_at_large") { Since = day, From = [last] },
        "D-CUS" => new("died") { Since = day, From = [last] },
        "L-IRC" or "L-DEP" or "L-REP" => new("immigration_removal") { Since = day, From = [last] },
        "L-HOSP" => new("hospital") { Prison = last.To, Since = day, From = [last] },
        "L-CRD" or "L-HDC" or "L-PAR" or "L-ISP" or "L-FTR" or "L-RRD" or "L-COMP" => Outside(input with { IsSupervised = true }, day, [last]),
        _ => Outside(input, day, [last]),
    };

    /// <summary>Out of prison for good: supervised until the last day, then ended.</summary>
    private static Whereabouts Outside(WhereaboutsInput input, DateOnly? since, IReadOnlyList<FactVersion> from)
    {
        if (input.SupervisionEndsOn is { } end && end < input.At.LondonDate && (since is null || since <= end))
        {
            return new("ended") { Since = end, From = from };
        }

        return input.IsSupervised || input.SupervisionEndsOn >= input.At.LondonDate
            ? new("community") { Since = since, Team = input.Team, TeamName = input.TeamName, From = from }
            : new("ended") { Since = since, From = from };
    }

    private static Whereabouts Held(PlaceCode? prison, DateOnly since, WhereaboutsInput input, IReadOnlyList<FactVersion> from) =>
        new("custody")
        {
            Prison = prison,
            Since = since,
            Cell = input.Location is { } location && location.Prison == prison ? location.Cell : null,
            From = from,
        };

    /// <summary>A cell recorded since the movement says that they arrived: where they were sent, or at a prison that no movement names.</summary>
    private static bool IsReceived(CellLocation location, Movement last, DateOnly day) => location.Prison.Text is not ("OUT" or "TRN")
        && (location.Prison == last.To ? location.ValidFrom >= day : location.ValidFrom > day);
}
