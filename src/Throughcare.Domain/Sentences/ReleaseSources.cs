namespace Throughcare.Domain.Sentences;

/// <summary>Whether probation contradicts the release date that the prison has confirmed. The prison's is in force while it holds the person.</summary>
public static class ReleaseSources
{
    /// <summary>What the field is called in data quality items.</summary>
    public const string Field = "Release date";

    /// <summary>The custodial sentence that probation records as over before the day on which the prison is to release the person.</summary>
    /// <param name="dates">As the prison gives them; <see langword="null"/> where it gives none.</param>
    /// <param name="disposals">What probation records, withdrawn ones left out.</param>
    /// <param name="heldSince">Since when the prison has held the person; <see langword="null"/> for somebody it does not hold.</param>
    /// <returns><see langword="null"/> where they agree: no date is confirmed, another custodial sentence runs on, or what is over
    /// was over before the person came in.</returns>
    public static Disposal? Contradicting(KeyDates? dates, IEnumerable<Disposal> disposals, DateOnly? heldSince)
    {
        if (dates?.ConfirmedRelease is not { } release || heldSince is not { } since)
        {
            return null;
        }

        var custodial = disposals.Where(d => d.IsCustodial).ToList();
        return custodial.Exists(d => d.ValidTo is null || d.ValidTo >= release)
            ? null
            : custodial.Where(d => d.ValidTo >= since).MaxBy(d => d.ValidTo);
    }

    /// <summary>"27 March 2026, prison" and "Custodial sentence over on 1 March 2026, probation record".</summary>
    public static (string Here, string There) Words(KeyDates dates, Disposal over)
    {
        ArgumentNullException.ThrowIfNull(dates);
        ArgumentNullException.ThrowIfNull(over);
        return ($"{Rules.Words.LongDate(dates.ConfirmedRelease!.Value)}, prison", $"Custodial sentence over on {Rules.Words.LongDate(over.ValidTo!.Value)}, probation record");
    }
}
