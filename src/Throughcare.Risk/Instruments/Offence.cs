using Throughcare.Risk.Tables;

namespace Throughcare.Risk.Instruments;

/// <summary>The category of the current offence, as one instrument groups offences.</summary>
internal static class Offence
{
    private static readonly FieldSet CodeField = FieldSet.Of(RiskField.OffenceCode);

    /// <summary>The answers of an instrument that needs an offence: the code is not missed where its category is given.</summary>
    public static FieldSet Needed(RiskInput input, FieldSet needed, RiskField category) => input.Has(category) || input.NotUnderstood.Contains(category) ? needed.Without(RiskField.OffenceCode).With(category) : needed;

    /// <summary>The category; 0 with a problem, or where nothing is given.</summary>
    /// <param name="byCode">The categories of all codes.</param>
    public static byte Category(RiskInput input, byte[] byCode, RiskField category, RiskFamily family, ref Problems problems)
    {
        if (input.Has(category))
        {
            return (byte)input[category];
        }

        if (!input.Has(RiskField.OffenceCode) || input.NotUnderstood.Contains(category))
        {
            return 0;
        }

        if (input.Code is not { } code)
        {
            // the previous family looked at the length alone
            problems.Add(family is RiskFamily.Previous && input.HasFiveCharacters ? RiskProblemType.OffenceCodeMappingNotFound : RiskProblemType.OffenceCodeIncorrectFormat, CodeField);
            return 0;
        }

        var found = byCode[code];
        problems.AddIf(found == 0, RiskProblemType.OffenceCodeMappingNotFound, CodeField);
        problems.AddIf(found == OffenceCodes.NeedExact, RiskProblemType.NeedDetailsOfExactOffence, CodeField);
        return found == OffenceCodes.NeedExact ? (byte)0 : found;
    }
}
