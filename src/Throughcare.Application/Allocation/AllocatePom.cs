using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Gives a person a POM of the prison that holds them, or another in place of the one they have.</summary>
public sealed class AllocatePom(ThroughcareDb db, Recorder recorder, CaseHistories histories, IdSource ids)
{
    public const string NotAvailable = "Choose a POM from the available list";

    /// <param name="Seen">The version of the allocation that the form showed; 0 where there was none.</param>
    public sealed record Request(PersonId PersonId, StaffId Pom, int Seen)
    {
        /// <summary>Codes of <c>override-reasons.csv</c>, where the POM is not of the recommended type.</summary>
        public IReadOnlyList<string> Reasons { get; init; } = [];

        public string? SuitabilityText { get; init; }

        public string? OtherText { get; init; }

        /// <summary>To the POM; at most 1,000 characters.</summary>
        public string? Message { get; init; }

        /// <summary>One of many: both POMs are told of all of them together.</summary>
        internal bool TellsNobody { get; init; }
    }

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        return recorder.WriteAsync(request.PersonId, Verb.AllocatePom, actor, async entry =>
        {
            if (await AllocationNow.LoadAsync(histories, request.PersonId, entry.At, stop) is not { } now)
            {
                return Refusals.NotFound;
            }

            var chosen = await db.PomProfiles.Where(p => p.Staff == request.Pom && p.Place == actor.Place && p.ReplacedAt == null).SingleOrDefaultAsync(stop);
            var name = await db.Staff.Where(s => s.Id == request.Pom).Select(s => s.Name).SingleOrDefaultAsync(stop);
            var standing = await db.Standings.SingleOrDefaultAsync(s => s.PersonId == now.PersonId, stop);
            var strategy = await AllocationNow.StrategyAsync(db, entry.At.LondonDate, stop);
            var decided = Decide(now, chosen, name, standing, strategy, request, actor.Place, () => new FactId(ids.Next()), entry);
            if (decided is Outcome<Change<FactId>>.Done { Value.Happened: PomAllocated happened } && !request.TellsNobody)
            {
                db.AddRange(await NoticesAsync(now, happened, request.Message, entry, stop));
            }

            return decided;
        }, stop);
    }

    /// <param name="chosen">What the chosen one is at this prison; <see langword="null"/> for somebody who is no POM here.</param>
    internal static Outcome<Change<FactId>> Decide(
        AllocationNow now, PomProfile? chosen, string? name, Standing? standing, RecommendationStrategy strategy, Request request, PlaceCode place, Func<FactId> newId, Entry entry)
    {
        if (now.Version != request.Seen)
        {
            return now.Record!.Pom == request.Pom && now.Record.Recorded.By == entry.By
                ? AlreadyDone.With(request.PersonId, now.Record.Id)
                : new Outcome<Change<FactId>>.Conflict(now.Record);
        }

        if (now.Prison != place)
        {
            return new Refusal("", $"This person is not held at {Places.Name(place)}");
        }

        if (now.Facts.MissingForAllocation(strategy) is { Count: > 0 } missing)
        {
            return new Refusal("", $"Add what is missing before allocating: {string.Join(", ", missing.Select(AllocationNeeds.Caption))}");
        }

        var isCurrent = now.Pom?.StaffId == request.Pom;
        if (chosen is not { Status: PomStatus.Active } || name is null || isCurrent)
        {
            return new Refusal(nameof(Request.Pom), NotAvailable);
        }

        if (request.Message?.Trim().Length > 1000)
        {
            return new Refusal(nameof(Request.Message), "Message must be 1,000 characters or fewer");
        }

        var recommended = PomRecommendation.For(now.ToRecommend(standing), strategy).Value;
        OverrideOfRecommendation? because = null;
        if (PomRecommendation.NeedsOverride(recommended.Type, chosen.Type))
        {
            switch (OverrideOfRecommendation.From(request.Reasons, request.SuitabilityText, request.OtherText))
            {
                case Outcome<OverrideOfRecommendation>.Done { Value: var given }:
                    because = given;
                    break;
                case Outcome<OverrideOfRecommendation>.Refused no:
                    return new Outcome<Change<FactId>>.Refused(no.Why);
            }
        }

        var given_ = new NewAllocation(place, request.Pom, PomSpells.LastFirst(name), now.Facts.AllocationTier.Value!)
        {
            Rosh = now.Facts.AllocationRosh.HasValue ? now.Facts.AllocationRosh.Value : null,
            Recommended = recommended,
            Override = because,
            Message = request.Message,
        };
        return AllocationMoves.Allocate(now.Record, given_, request.PersonId, newId(), entry) switch
        {
            Outcome<AllocationRecord>.Refused no => new Outcome<Change<FactId>>.Refused(no.Why),
            Outcome<AllocationRecord>.Done { Value: var record } => new Change<FactId>(
                record.Id,
                new PomAllocated(request.PersonId, request.Pom, place, record.Event, record.Trigger),
                [new Write(now.Record, record), .. Spells(now, record, newId(), entry)]),
            _ => throw new InvalidOperationException(),
        };
    }

    private static IEnumerable<Write> Spells(AllocationNow now, AllocationRecord record, FactId id, Entry entry)
    {
        var poms = now.Running.Where(m => m.Role == Role.Pom).ToList();
        var spell = new ManagerAssignment
        {
            Id = id,
            PersonId = now.PersonId,
            CaseId = now.Facts.Case?.AsCase,
            ValidFrom = entry.At.LondonDate,
            Recorded = entry,
            Role = Role.Pom,
            StaffId = record.Pom,
            Name = record.PomName!,
            Place = record.Prison,
        };
        return PomSpells.Succeed(poms.Where(m => m.Part is ManagerPart.Primary), spell)
            .Concat(poms.Where(m => m.Part is ManagerPart.Cover || (m.Part is ManagerPart.CoWorking && m.StaffId != record.CoWorker)).Select(m => PomSpells.End(m, spell.ValidFrom, entry, PomSpells.Overridden)));
    }

    private async Task<List<Notice>> NoticesAsync(AllocationNow now, PomAllocated happened, string? message, Entry entry, CancellationToken stop)
    {
        List<Notice> notices = [NoticeWords.To(happened.Pom, now.PersonId, NoticeWords.Allocated, string.IsNullOrWhiteSpace(message) ? "A case was allocated to you." : $"A case was allocated to you. {message.Trim()}", entry.At, ids)];
        if (now.Pom?.StaffId is { } previous && previous != happened.Pom)
        {
            notices.Add(NoticeWords.To(previous, now.PersonId, NoticeWords.Allocated, "A case of yours was allocated to another POM.", entry.At, ids));
        }

        if (now.Facts.HasDomesticAbuse.Value)
        {
            var today = entry.At.LondonDate;
            var leads = await db.PomSpecialisms.Where(s => s.Place == happened.Prison && s.Specialism == PomSpecialism.DomesticAbuseSpoc && s.From <= today && (s.To == null || s.To >= today)).Select(s => s.Staff).ToListAsync(stop);
            notices.AddRange(leads.Where(lead => lead != happened.Pom).Select(lead => NoticeWords.To(lead, now.PersonId, NoticeWords.DomesticAbuse, "A case with domestic abuse was allocated. You are told as the domestic abuse lead.", entry.At, ids)));
        }

        return notices;
    }
}

/// <summary>Somebody became the POM of a person.</summary>
public sealed record PomAllocated(PersonId PersonId, StaffId Pom, PlaceCode Prison, AllocationEvent Event, AllocationTrigger Trigger) : RecordEvent(PersonId);
