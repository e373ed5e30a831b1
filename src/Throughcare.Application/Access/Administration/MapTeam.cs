using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Access.Administration;

/// <summary>Says to which delivery unit the teams belong whose code begins so, or that they belong to none. The next probation file puts
/// the people of such a team there, and settles what waited for it.</summary>
public sealed class MapTeam(ThroughcareDb db, TableVersions versions, LoadTable load, TimeProvider clock)
{
    private const int HashLength = 32;

    /// <param name="Team">A team's code, or how the codes of several begin.</param>
    /// <param name="Pdu">The unit; <see langword="null"/> to take the row away.</param>
    public sealed record Request(string Team, string? Pdu, string? Reason);

    /// <returns>How many rows of files are to be read anew.</returns>
    public async Task<Outcome<int>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);

        var team = request.Team.Trim().ToUpperInvariant();
        if (team.Length is < 3 or > 10 || !team.All(char.IsAsciiLetterOrDigit))
        {
            return new Refusal("Team", "Team must be 3 to 10 letters and numbers, like N55P07");
        }

        if (request.Pdu is not null && ProbationPlaces.Find(request.Pdu) is not { Level: ProbationLevel.Pdu })
        {
            return new Refusal("Pdu", "Select a delivery unit");
        }

        var table = ReferenceTables.Find("team-to-pdu")!;
        var today = clock.GetUtcNow().LondonDate;
        var standing = await versions.AsAtAsync(table, today, stop);
        var columns = standing.Rows.Columns;
        var rows = standing.Rows.Rows.Where(row => row["team_code_prefix"] != team).Select(row => row.Cells.ToArray())
            .Concat(request.Pdu is { } pdu ? [[.. columns.Select(column => column switch { "team_code_prefix" => team, "pdu_code" => pdu, _ => "added by an administrator" })]] : Array.Empty<string[]>());
        var outcome = await load.DoAsync(new(table, CsvTable.Write(columns, rows), today, request.Reason, standing.Number, MeansFewer: true)
        {
            Place = request.Pdu ?? standing.Rows.Rows.FirstOrDefault(row => row["team_code_prefix"] == team)?["pdu_code"],
            What = request.Pdu is null ? $"Teams {team} belong here no more" : $"Teams {team} belong here",
        }, actor, stop);
        return outcome switch
        {
            Outcome<int>.Refused refused => new Outcome<int>.Refused([.. refused.Why.Select(why => why with { Field = why.Field is "Input.Reason" ? "Reason" : "", Message = why.Message.StartsWith("This is the same", StringComparison.Ordinal) ? "The team belongs there already" : why.Message })]),
            _ => await ReadAgainAsync(team, stop),
        };
    }

    /// <summary>The next file is to write these people's rows again, although nothing in it has changed.</summary>
    private async Task<int> ReadAgainAsync(string team, CancellationToken stop)
    {
        var none = new byte[HashLength];
        var waiting = db.DataQuality.Current().Where(i => i.Kind == DataQualityKind.TeamNotMapped && i.Settled == null && i.There != null && i.There.StartsWith(team)).Select(i => (PersonId?)i.PersonId);
        return await db.SourceRows.Where(r => r.Source == ImportSource.Ndelius && waiting.Contains(r.PersonId)).ExecuteUpdateAsync(set => set.SetProperty(r => r.Hash, none), stop);
    }
}
