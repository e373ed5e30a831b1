using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>What a movement, or leaving scope, ends of an allocation: the record, the spells of both POMs, and at release what belongs to the stay.</summary>
internal static class AllocationEndingsOnRecord
{
    /// <summary>What could end, as it stands.</summary>
    /// <param name="Poms">Spells of POMs that run, of any part.</param>
    public sealed record State(AllocationRecord? Record, IReadOnlyList<ManagerAssignment> Poms)
    {
        /// <summary>The COM, where they are known here: told the same day of a transfer.</summary>
        public StaffId? Com { get; init; }

        /// <summary>Spells of key workers that run, and of those who cover or covered for one.</summary>
        public IReadOnlyList<ManagerAssignment> KeyWorkers { get; init; } = [];

        public IReadOnlyList<ResponsibilityOverride> Overrides { get; init; } = [];

        public IReadOnlyList<HandoverProgress> Progress { get; init; } = [];

        public IReadOnlyList<CaseInformation> Information { get; init; } = [];

        public IReadOnlyList<ComplexityRecord> Complexities { get; init; } = [];

        /// <summary>The prison at which the person is allocated.</summary>
        public PlaceCode? Held => Record is { } record && AllocationMoves.StateOf(record) is not AllocationState.None ? record.Prison : Poms.FirstOrDefault(p => p.Part is ManagerPart.Primary)?.Place;

        public static async Task<State> LoadAsync(ThroughcareDb db, List<PersonId> records, CancellationToken stop) =>
            new(
                await db.AllocationRecords.Current().Where(a => records.Contains(a.PersonId)).FirstOrDefaultAsync(stop),
                await db.Managers.Current().Where(m => records.Contains(m.PersonId) && m.Role == Role.Pom && m.ValidTo == null).ToListAsync(stop))
            {
                KeyWorkers = await db.Managers.Current()
                    .Where(m => records.Contains(m.PersonId) && m.Role == Role.KeyWorker && (m.ValidTo == null || m.Part == ManagerPart.Cover)).ToListAsync(stop),
                Com = await db.Managers.Current().Where(m => records.Contains(m.PersonId) && m.Role == Role.Com && m.Part == ManagerPart.Primary && m.ValidTo == null).Select(m => m.StaffId).FirstOrDefaultAsync(stop),
                Overrides = await db.ResponsibilityOverrides.Current().Where(o => records.Contains(o.PersonId) && o.ValidTo == null).ToListAsync(stop),
                Progress = await db.HandoverProgress.Current().Where(o => records.Contains(o.PersonId) && o.ValidTo == null).ToListAsync(stop),
                Information = await db.CaseInformation.Current().Where(o => records.Contains(o.PersonId) && o.ValidTo == null).ToListAsync(stop),
                Complexities = await db.ComplexityRecords.Current().Where(o => records.Contains(o.PersonId) && o.ValidTo == null).ToListAsync(stop),
            };
    }

    /// <param name="day">The last day of the allocation.</param>
    /// <param name="keeps">A prison whose spells go on: an allocation there exists already.</param>
    public static List<Write> Of(State state, AllocationEnding ending, DateOnly day, Entry entry, PlaceCode? keeps = null)
    {
        List<Write> rows = [];
        if (state.Record is { } record && record.Prison != keeps && AllocationMoves.End(record, ending, entry) is { } ended)
        {
            rows.Add(new(record, ended));
        }

        rows.AddRange(PomSpells.EndOn(state.Poms.Where(p => keeps is null || p.Place != keeps), day, entry, ending.Reason));
        if (ending.ClosesStay)
        {
            rows.AddRange(End(state.Overrides));
            rows.AddRange(End(state.Progress));
            rows.AddRange(End(state.Information));
            rows.AddRange(End(state.Complexities));
        }

        return rows;

        IEnumerable<Write> End<T>(IReadOnlyList<T> running)
            where T : FactVersion => running.Select(fact => new Write(fact, fact.EndedOn(fact.ValidFrom > day ? fact.ValidFrom : day, entry)));
    }

    /// <summary>Ends the work of key workers, each for the reason that is given for their prison.</summary>
    /// <param name="reasonAt">Code of <c>allocation-end-reasons.csv</c> by the prison of the key worker; <see langword="null"/> where the work goes on.</param>
    /// <param name="day">The last day of it.</param>
    public static IEnumerable<Write> KeyWorkers(State state, Func<PlaceCode?, string?> reasonAt, DateOnly day, Entry entry) =>
        state.KeyWorkers.Where(worker => worker.ValidTo is null || worker.ValidTo > day).SelectMany(worker => reasonAt(worker.Place) is { } reason ? PomSpells.EndOn([worker], day, entry, reason) : []);

    /// <summary>Tells those who had the case.</summary>
    public static IEnumerable<Notice> Notices(State state, PersonId person, AllocationEnding ending, Entry entry, IdSource ids)
    {
        var text = ending.Trigger switch
        {
            AllocationTrigger.OffenderReleased => "A case of yours ended: the person was released.",
            AllocationTrigger.OffenderTransferred => "A case of yours ended: the person was transferred to another prison.",
            _ => "A case of yours ended: the person is no longer in scope.",
        };
        List<Notice> notices = [.. state.Poms.Select(p => p.StaffId).OfType<StaffId>().Distinct().Select(staff => NoticeWords.To(staff, person, NoticeWords.Deallocated, text, entry.At, ids))];
        if (ending.Trigger is AllocationTrigger.OffenderTransferred && state.Com is { } com)
        {
            notices.Add(NoticeWords.To(com, person, NoticeWords.Deallocated, "A person of yours was transferred to another prison, and has no POM there yet.", entry.At, ids));
        }

        return notices;
    }
}
