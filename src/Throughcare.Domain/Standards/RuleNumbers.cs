using System.Globalization;

namespace Throughcare.Domain.Standards;

/// <summary>Numbers as the rule set writes them: digits, and perhaps a point and more digits; a minus sign before.</summary>
internal static class RuleNumbers
{
    public static bool TryParse(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
}
