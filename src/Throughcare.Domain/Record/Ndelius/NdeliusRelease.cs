using Throughcare.Domain.Sentences;

namespace Throughcare.Domain.Record.Ndelius;

/// <summary>Compares what probation says of the end of custody with the release date that the prison has confirmed.</summary>
internal static class NdeliusRelease
{
    public static void Follow(NdeliusDeciding d)
    {
        if (d.FillGapsOnly)
        {
            return;
        }

        var dates = d.After<KeyDates>().Where(k => k.ValidTo is null).MaxBy(k => k.ValidFrom);
        var heldSince = d.Was.Episodes.Where(e => e.ValidTo is null).Select(e => (DateOnly?)e.ValidFrom).Max();
        var over = ReleaseSources.Contradicting(dates, d.After<Disposal>(), heldSince);
        (string, string)? said = over is null ? null : ReleaseSources.Words(dates!, over);
        if (SourceDisagreements.Item(ReleaseSources.Field, said, d.After<DataQualityItem>(), d.PersonId, d.Owner, d.Day, d.Entry, d.NewId) is { } item)
        {
            d.Put("Sources disagree", item.Before, item.After);
        }
    }
}
