namespace Throughcare.Domain.Record;

/// <summary>Raises, brings up to date and settles the data quality item of a field of which two sources say different things.</summary>
public static class SourceDisagreements
{
    /// <summary>How an item is settled once the sources say the same.</summary>
    public const string AgreeAgain = "The sources agree again";

    /// <summary>Longest that is kept of what a source says.</summary>
    private const int Longest = 240;

    /// <param name="field">What the field is called, the same every time.</param>
    /// <param name="said">What is in force and what the other source says, in words; <see langword="null"/> where they agree.</param>
    /// <param name="items">Items of the person as they stand.</param>
    /// <returns><see langword="null"/> where nothing changes: what somebody has settled is not raised again until a source says something new.</returns>
    public static Write? Item(
        string field, (string Here, string There)? said, IEnumerable<DataQualityItem> items, PersonId person, PlaceCode owner, DateOnly day, Entry entry, Func<FactId> newId)
    {
        ArgumentNullException.ThrowIfNull(newId);

        var of = items.Where(i => i is { Kind: DataQualityKind.SourceDisagreement, Withdrawn: false } && i.Field == field).ToList();
        var open = of.Find(i => i.Settled is null);
        if (said is not var (here, there))
        {
            return open is null ? null : new Write(open, open.Next(entry) with { Settled = AgreeAgain });
        }

        (here, there) = (Cut(here), Cut(there));
        if (open is not null)
        {
            return open.Here == here && open.There == there ? null : new Write(open, open.Next(entry) with { Here = here, There = there });
        }

        return of.Exists(i => i.Settled is not AgreeAgain && i.Here == here && i.There == there) ? null : new Write(null, new DataQualityItem
        {
            Id = newId(),
            PersonId = person,
            ValidFrom = day,
            Recorded = entry,
            Kind = DataQualityKind.SourceDisagreement,
            Field = field,
            Here = here,
            There = there,
            Owner = owner,
        });
    }

    private static string Cut(string text) => text.Length > Longest ? text[..Longest] : text;
}
