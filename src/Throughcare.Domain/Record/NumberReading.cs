namespace Throughcare.Domain.Record;

/// <summary>A number as a file gives it, read by the rule of its kind.</summary>
/// <param name="Canonical">The form in which equal numbers are equal; the text itself, in upper case and cut to 20 characters, where the rule does not fit.</param>
/// <param name="Check"><see cref="IdentifierCheck.Valid"/> or <see cref="IdentifierCheck.CheckFailed"/>.</param>
/// <param name="AsGiven">The text as it came, at most 40 characters; <see langword="null"/> where that is <paramref name="Canonical"/>.</param>
/// <param name="Warnings">What is wrong, as code and words; the number is kept whatever they say.</param>
/// <remarks>Source of the rules: ministryofjustice/hmpps-person-record (forms, check letters) and
/// ministryofjustice/CFO-ExternalDataIntegrationSystem (placeholders, centuries).</remarks>
public sealed record NumberReading(string Canonical, IdentifierCheck Check, string? AsGiven, IReadOnlyList<(string Code, string Message)> Warnings)
{
    private const int LongestCanonical = 20;
    private const int LongestGiven = 40;

    /// <summary>The number where it may be used to find or match a person; else <see langword="null"/>.</summary>
    public string? ToMatch => Check is IdentifierCheck.Valid ? Canonical : null;

    /// <param name="text">As the file gives it.</param>
    /// <param name="today">The day of the file: it decides the century of short PNC numbers.</param>
    /// <returns><see langword="null"/> for an empty text, and for a dummy or placeholder.</returns>
    public static NumberReading? Of(IdentifierKind kind, string text, DateOnly today)
    {
        if (text.Length == 0 || (kind is IdentifierKind.Noms && PrisonNumber.IsMissing(text)) || (kind is IdentifierKind.Pnc && PncNumber.IsMissing(text)))
        {
            return null;
        }

        var (canonical, isRight, problem) = kind switch
        {
            IdentifierKind.Noms => (PrisonNumber.TryParse(text, null, out var noms) ? noms.ToString() : null, true, PrisonNumber.Problem),
            IdentifierKind.Crn => (Crn.TryParse(text, null, out var crn) ? crn.ToString() : null, true, Crn.Problem),
            IdentifierKind.Pnc => PncNumber.TryParse(text, today, out var pnc) ? (pnc.ToString(), pnc.HasValidCheckLetter, "") : (null, false, PncNumber.Problem),
            IdentifierKind.Cro => CroNumber.TryParse(text, null, out var cro) ? (cro.ToString(), cro.HasValidCheckLetter, "") : (null, false, CroNumber.Problem),
            IdentifierKind.Nino => (Nino.TryParse(text, null, out var nino) ? nino.ToString() : null, true, Nino.Problem),
            IdentifierKind.Booking => (BookingNumber.TryParse(text, null, out var booking) ? booking.ToString() : null, true, BookingNumber.Problem),
            _ => (Cut(text.ToUpperInvariant(), LongestCanonical), true, ""),
        };
        List<(string, string)> warnings = [];
        if (kind is IdentifierKind.Pnc && !text.Contains('/', StringComparison.Ordinal))
        {
            warnings.Add(("PNC_NO_SLASH", "The PNC number has no stroke; it was read by its length"));
        }

        if (canonical is null || !isRight)
        {
            warnings.Add(("CHECK_FAILED", canonical is null ? $"{problem}; it is kept and never used to match" : "The check letter is wrong; the number is kept and never used to match"));
        }

        var kept = canonical ?? Cut(text.ToUpperInvariant(), LongestCanonical);
        return new(kept, canonical is not null && isRight ? IdentifierCheck.Valid : IdentifierCheck.CheckFailed, text == kept ? null : Cut(text, LongestGiven), warnings);
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
