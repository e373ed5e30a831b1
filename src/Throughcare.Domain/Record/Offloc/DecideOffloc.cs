namespace Throughcare.Domain.Record.Offloc;

/// <summary>Decides what a row of the prison file changes on a person's record. Pure: the same row twice changes nothing the second time.</summary>
/// <remarks>A field that the file leaves empty never blanks what is on record, save release dates, cell and alerts. What
/// somebody corrected here is never overwritten: where the file differs, a data quality item is opened.</remarks>
public static class DecideOffloc
{
    /// <param name="was">The record as it stands; new and empty for somebody who is not on record.</param>
    /// <param name="row">A row that <see cref="OfflocChecks"/> found nothing wrong with.</param>
    public static OfflocDecision Of(PrisonRecord was, OfflocRow row, OfflocContext context)
    {
        var deciding = new Deciding(was, row, context);
        OfflocPerson.Decide(deciding);
        OfflocContacts.Decide(deciding);
        OfflocCustody.Decide(deciding);
        OfflocAlerts.Decide(deciding);
        OfflocMarkers.Decide(deciding);
        Settle(deciding);
        return deciding.Done();
    }

    /// <summary>A name on the list is an answer to the question of where the person is.</summary>
    private static void Settle(Deciding deciding)
    {
        foreach (var item in deciding.Was.DataQuality.Where(i => i is { Kind: DataQualityKind.LeftPrisonList, Settled: null }))
        {
            deciding.Put("Prison list", item, item.Next(deciding.Entry) with { Settled = "The prison list names the person again" });
        }
    }
}
