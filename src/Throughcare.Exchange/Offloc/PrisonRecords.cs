using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Offloc;
using Throughcare.Domain.Sentences;
using Throughcare.Storage;

namespace Throughcare.Exchange.Offloc;

/// <summary>Loads what is on record of many people, one query a table. Call it under their locks.</summary>
internal static class PrisonRecords
{
    public static async Task<Dictionary<PersonId, PrisonRecord>> LoadAsync(ThroughcareDb db, IReadOnlyCollection<PersonId> people, CancellationToken stop)
    {
        var records = people.ToDictionary(p => p, p => new PrisonRecord { PersonId = p });
        if (people.Count == 0)
        {
            return records;
        }

        var ids = people.ToArray();
        await AddAsync<PersonIdentifier>();
        await AddAsync<PersonName>();
        await AddAsync<PersonDetails>();
        await AddAsync<PersonAddress>();
        await AddAsync<PersonRelationship>();
        await AddAsync<PersonCase>();
        await AddAsync<CustodyEpisode>();
        await AddAsync<CellLocation>();
        await AddAsync<CustodyStatus>();
        await AddAsync<SentenceRecord>();
        await AddAsync<Offence>();
        await AddAsync<KeyDates>();
        await AddAsync<Movement>();
        await AddAsync<PrisonActivity>();
        await AddAsync<PrisonMarkers>();
        await AddAsync<Alert>();
        await AddAsync<ManagerAssignment>();
        await AddAsync<DataQualityItem>();
        await AddAsync<Registration>();
        await AddAsync<RoshRecord>();
        await AddAsync<PersonalCircumstance>();
        await AddAsync<CourtEvent>();
        await AddAsync<Disposal>();
        await AddAsync<Requirement>();
        await AddAsync<AreaTransfer>();
        return records;

        async Task AddAsync<T>()
            where T : FactVersion
        {
            foreach (var fact in await db.Set<T>().Current().Where(f => ids.Contains(f.PersonId)).ToListAsync(stop))
            {
                records[fact.PersonId].Add(fact);
            }
        }
    }
}
