using Throughcare.Domain.Record.Offloc;

namespace Throughcare.Domain.Record.Ndelius;

/// <summary>What a decision about a row needs besides the row and the record.</summary>
/// <param name="Day">The day that the file is about.</param>
/// <param name="NewId">Gives ids for new facts.</param>
/// <param name="FillGapsOnly">A newer file has been applied: nothing that is on record may be changed.</param>
public sealed record NdeliusContext(DateOnly Day, Entry Entry, Func<FactId> NewId, bool FillGapsOnly = false);

/// <summary>What a row comes to.</summary>
/// <param name="Change">What to write; <see langword="null"/> where the record says it all already.</param>
public sealed record NdeliusDecision(Change<PersonId>? Change, IReadOnlyList<RowProblem> Problems);

/// <summary>Decides what the probation extract changes on a person's record. Pure: the same row twice changes nothing the second time.</summary>
/// <remarks>A line changes the fact that bears its number and no other; one that the source has withdrawn withdraws that fact. What
/// a diff does not name stays as it is; what a full list does not name is over. Fields that prison and probation both give
/// are the prison's while the person is in custody and probation's otherwise; the other's differing value becomes an item to look at.</remarks>
public static class DecideNdelius
{
    /// <summary>The delivery unit, or else the region, of the manager whom a row names last; <see langword="null"/> without one.</summary>
    public static PlaceCode? UnitOf(NdeliusRow row) => row.Of(NdeliusLineKind.OffenderManager)
        .Where(m => !m.IsDeleted && m["EndDate"].Length == 0).OrderByDescending(m => m["AllocatedDate"], StringComparer.Ordinal)
        .Select(m => NdeliusContacts.PlaceOf(m["Orgcode"], m["TeamCode"]).Place).FirstOrDefault(p => p is not null);

    /// <param name="was">The record as it stands; new and empty for somebody who is not on record.</param>
    /// <param name="row">A row that <see cref="NdeliusChecks"/> found nothing wrong with.</param>
    public static NdeliusDecision Of(PrisonRecord was, NdeliusRow row, NdeliusContext context)
    {
        var deciding = new NdeliusDeciding(was, row, context);
        if (row.Offender is { IsDeleted: true })
        {
            deciding.Withdraw("Numbers", row.SourceId(NdeliusPerson.OffenderPrefix, row.OffenderId));
            deciding.EndUnnamed(onlyIfFull: false);
            NdeliusCase.Decide(deciding);
            return deciding.Done();
        }

        NdeliusPerson.Decide(deciding);
        NdeliusContacts.Decide(deciding);
        NdeliusRisk.Decide(deciding);
        NdeliusSentences.Decide(deciding);
        deciding.EndUnnamed(onlyIfFull: true);
        NdeliusRisk.Follow(deciding);
        NdeliusRisk.TypedLevel(deciding);
        NdeliusContacts.Follow(deciding);
        NdeliusSentences.Follow(deciding);
        NdeliusRelease.Follow(deciding);
        NdeliusCase.Decide(deciding);
        return deciding.Done();
    }
}
