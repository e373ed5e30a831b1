using System.Globalization;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>The scheme of 2021: a letter for protect and a digit for change, such as B2, with S where supervision is suspended.</summary>
/// <remarks>Source: ministryofjustice/hmpps-tier.</remarks>
public static class ProtectAndChangeTier
{
    private const string Source = "ministryofjustice/hmpps-tier, protect and change";

    /// <param name="protect">What the letter rests on.</param>
    /// <param name="change">What the digit rests on.</param>
    /// <param name="isSuspended">Registered at the two-thirds point.</param>
    public static Explained<TierResult> For(ProtectInputs protect, ChangeInputs change, bool isSuspended)
    {
        ArgumentNullException.ThrowIfNull(protect);
        ArgumentNullException.ThrowIfNull(change);

        var (protectPoints, letter, protectParts) = ProtectAxis.Of(protect);
        var (changePoints, digit, changeParts) = ChangeAxis.Of(change);
        List<string> missing = [];
        if (protect.Rosh is null)
        {
            missing.Add("Record the RoSH level");
        }

        if (protect.Rsr is null)
        {
            missing.Add("Calculate RSR");
        }

        if (change is { HasMandate: true, HasAssessment: false })
        {
            missing.Add("Complete an OASys assessment");
        }

        if (change is { HasMandate: true, HasAssessment: true, Ogrs: null })
        {
            missing.Add("Calculate OGRS");
        }

        if (change is { HasMandate: true, HasAssessment: true, HasAllAnswers: false } && digit < 3)
        {
            missing.Add("Record the answers of OASys sections 3 to 12");
        }

        var result = new TierResult(TierScheme.V2, TierState.Tiered, TierOf(letter, digit, isSuspended))
        {
            IsProvisional = missing.Count > 0 && !(letter is 'A' && digit is 0 or 3),
            Parts = [.. protectParts, .. changeParts],
            Missing = missing,
            ProtectPoints = protectPoints,
            ChangePoints = changePoints,
        };
        return new(result, "tier/V2",
            $"Tier {result.Tier}: {TierWords.Points(protectPoints)} to protect give {letter}; "
            + (change switch
            {
                { HasMandate: false } => "there is no mandate for change, so 0.",
                { HasAssessment: false } => "there is a mandate for change but no completed assessment, so 2.",
                _ => $"{TierWords.Points(changePoints)} for change give {digit}.",
            })
            + (isSuspended ? " S, because supervision is suspended at the two-thirds point." : "")
            + (missing.Count > 0 ? $" {string.Join(". ", missing)}." : ""),
            Source,
            [
                new("RSR", TierWords.Percent(protect.Rsr)),
                new("RoSH", TierWords.Rosh(protect.Rosh)),
                new("MAPPA level", protect.MappaLevel is { } mappa ? mappa.ToString(CultureInfo.InvariantCulture) : "None"),
                new("Complexity factors", protect.ComplexityFactors.ToString(CultureInfo.InvariantCulture)),
                new("Points counted for women", protect.WomenPoints.ToString(CultureInfo.InvariantCulture)),
                new("Mandate for change", TierWords.Yes(change.HasMandate)),
                new("Completed assessment", TierWords.Yes(change.HasAssessment)),
                new("Needs", change.Needs.Values.Any(severity => severity is not NeedSeverity.None) ? string.Join(", ", changeParts.Where(part => part.Name.EndsWith("need", StringComparison.Ordinal)).Select(part => part.Name)) : "None scored"),
                new("OGRS", TierWords.Percent(change.Ogrs)),
                new("Integrated Offender Management", TierWords.Yes(change.IsIom)),
                new("Supervision suspended", TierWords.Yes(isSuspended)),
            ]);
    }

    public static string TierOf(char letter, int digit, bool isSuspended) => string.Create(CultureInfo.InvariantCulture, $"{letter}{digit}{(isSuspended ? "S" : "")}");
}
