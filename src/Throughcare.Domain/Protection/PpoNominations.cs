using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Protection;

/// <summary>What a row of the list writes to the record of the person whom it means.</summary>
public static class PpoNominations
{
    /// <summary>Working days in which a probable link should be confirmed.</summary>
    public const int DaysToConfirm = 5;

    /// <param name="was">The nomination as it stands on the person's record.</param>
    /// <param name="row">The row of a person who is known.</param>
    /// <param name="day">The day of the list.</param>
    /// <returns><see langword="null"/> where the record says it already.</returns>
    public static Write? Decide(PpoNomination? was, PpoListing row, DateOnly day, Entry entry, Func<FactId> newId)
    {
        var person = row.PersonId ?? throw new ArgumentException("Nobody is known to be meant.", nameof(row));
        var (link, confirmBy) = row.Match switch
        {
            PpoMatchState.Probable => (PpoLink.Probable, was?.ConfirmBy ?? day.AddWorkingDays(DaysToConfirm)),
            PpoMatchState.ByHand => (PpoLink.ByHand, null),
            _ => (PpoLink.Confirmed, (DateOnly?)null),
        };
        var removedOn = row.Status is PpoStatus.Removed ? row.RemovedOn ?? day : (DateOnly?)null;
        var now = new PpoNomination
        {
            Id = was?.Id ?? newId(),
            Version = was?.Version ?? 1,
            Recorded = was?.Recorded ?? entry,
            PersonId = was?.PersonId ?? person,
            ValidFrom = row.RegisteredOn,
            ValidTo = removedOn < row.RegisteredOn ? row.RegisteredOn : removedOn,
            SourceId = row.Key,
            Scheme = row.Scheme,
            Area = row.Area,
            ForceCode = row.ForceCode,
            ListRef = row.ListRef,
            Status = row.Status,
            Strand = row.Strand,
            Reason = row.Reason,
            LeadAgency = row.LeadAgency,
            PriorityNote = row.PriorityNote,
            IsCovert = row.IsCovert,
            Link = link,
            ConfirmBy = confirmBy,
        };
        return was is null ? new Write(null, now) : now == was ? null : new Write(was, now.Next(entry));
    }
}
