namespace Throughcare.Risk.Recorded;

/// <summary>Asset or AssetPlus of youth justice, carried in when a person is transferred. Read only, and never mixed with bands of adults.</summary>
/// <param name="CompletedOn">By the youth offending team.</param>
/// <param name="TotalScore">The dynamic score, 0 to 64.</param>
/// <param name="LikelihoodOfReoffending">As the team wrote it.</param>
/// <param name="Document">Reference of the document itself.</param>
public sealed record AssetSummary(
    DateOnly CompletedOn, string YouthTeam, int? TotalScore, string? LikelihoodOfReoffending, Screens.HarmLevel? RiskOfSeriousHarm, string? Vulnerability, string? Summary, string? Document)
{
    public const int MostScore = 64;

    /// <summary>What is wrong with it, in words.</summary>
    public IReadOnlyList<string> Problems() =>
    [
        .. TotalScore is < 0 or > MostScore ? new[] { $"The score of Asset must be between 0 and {MostScore}" } : [],
        .. string.IsNullOrWhiteSpace(YouthTeam) ? new[] { "Enter the youth offending team" } : [],
    ];
}
