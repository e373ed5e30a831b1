using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Protection;
using Throughcare.Storage;

namespace Throughcare.Application.Protection;

/// <summary>How rows of the list and those whom they may mean are kept.</summary>
public static class PpoListingWriting
{
    extension(ThroughcareDb db)
    {
        /// <summary>Keeps a row as it stands now, and between whom somebody has to decide. Refusals stay.</summary>
        /// <param name="was">The row as it stood; <see langword="null"/> for a new one.</param>
        /// <param name="match">What was decided of it just now; <see langword="null"/> where it stays linked.</param>
        public async Task PutAsync(PpoListing? was, PpoListing now, PpoMatch? match, CancellationToken stop)
        {
            if (was != now)
            {
                db.Entry(now).State = was is null ? EntityState.Added : EntityState.Modified;
            }

            if (match is not null)
            {
                var open = await db.PpoCandidates.Where(c => c.ForceCode == now.ForceCode && c.ListRef == now.ListRef).ToListAsync(stop);
                foreach (var gone in open.Where(c => !c.IsRefused && !match.Candidates.Contains(c.PersonId)))
                {
                    db.Entry(gone).State = EntityState.Deleted;
                }

                foreach (var person in match.Candidates.Where(p => !open.Exists(c => c.PersonId == p)))
                {
                    db.Add(new PpoCandidate { ForceCode = now.ForceCode, ListRef = now.ListRef, PersonId = person, Because = match.Because });
                }
            }

            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
        }
    }
}
