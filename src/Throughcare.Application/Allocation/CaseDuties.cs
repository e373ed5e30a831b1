using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Duties of case administrators in a prison that follow from the record. Those of a case without a case administrator are everybody's of the unit.</summary>
public sealed class CaseDuties(ThroughcareDb db, AccessPolicy access, TimeProvider clock)
{
    private static readonly string[] Assessments = ["initial_oasys", "oasys_review"];

    /// <param name="Kind">One kind alone.</param>
    /// <param name="IsWholeUnit">Those of other case administrators too.</param>
    /// <param name="Number">From 1.</param>
    public sealed record Request(CaseAdminDutyKind? Kind = null, bool IsWholeUnit = false, int Number = 1, int Size = 25);

    /// <param name="CaseAdmin">"Surname, Forename"; <see langword="null"/> where the case has none.</param>
    /// <param name="Missing">Codes of what is missing.</param>
    public sealed record Row(CaseAdminDutyKind Kind, DateOnly? By, bool IsLate, string Address, string LastCommaFirst, string? CaseAdmin, IReadOnlyList<string> Missing);

    /// <param name="Counts">Of each kind.</param>
    public sealed record Page(IReadOnlyList<Row> Rows, IReadOnlyDictionary<CaseAdminDutyKind, int> Counts, int Total);

    /// <summary>Whether somebody in this role does or manages this work.</summary>
    public static bool IsFor(Role role) => role is Role.CaseAdmin or Role.HeadOmu or Role.Homd;

    /// <summary>The duty that is due first comes first; those without a day follow.</summary>
    public async Task<Page> OfAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        var all = IsFor(actor.Role) ? await AllAsync(request.IsWholeUnit || actor.Role is not Role.CaseAdmin, actor, stop) : [];
        var counts = Enum.GetValues<CaseAdminDutyKind>().ToDictionary(kind => kind, kind => all.Count(one => one.Duty.Kind == kind));
        var chosen = all.Where(one => request.Kind is null || one.Duty.Kind == request.Kind)
            .OrderBy(one => one.Duty.By is null).ThenBy(one => one.Duty.By).ThenBy(one => one.Person.Value).ThenBy(one => one.Duty.Kind).ToList();
        var shown = chosen.Skip((request.Number - 1) * request.Size).Take(request.Size).ToList();
        var names = await PeopleNames.OfAsync(db, [.. shown.Select(one => one.Person).Distinct()], stop);
        var today = clock.GetUtcNow().LondonDate;
        return new(
            [
                .. shown.Select(one => new Row(
                    one.Duty.Kind, one.Duty.By, one.Duty.By < today, names[one.Person].Address, names[one.Person].LastCommaFirst, one.CaseAdmin, one.Duty.What.Split('|', StringSplitOptions.RemoveEmptyEntries))),
            ],
            counts, chosen.Count);
    }

    /// <summary>How many of the actor's own, and of nobody's, are open.</summary>
    public async Task<int> CountAsync(Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return IsFor(actor.Role) ? (await AllAsync(isWholeUnit: false, actor, stop)).Count : 0;
    }

    private async Task<List<(PersonId Person, string? CaseAdmin, CaseAdminDuty Duty)>> AllAsync(bool isWholeUnit, Actor actor, CancellationToken stop)
    {
        var (today, place) = (clock.GetUtcNow().LondonDate, actor.Place);
        var people = access.People(actor, Verb.ReadRecord);
        var here = PlaceStanding.Of(db, place).Where(s => people.Contains(s.PersonId));
        var soon = today.AddDays(CaseAdminDuties.AssessmentDays);
        var due = (await db.DueItems.Where(i => i.ReplacedAt == null && i.State == ItemState.Open && i.Place == place && Assessments.Contains(i.Family) && i.EffectiveDueOn <= soon)
            .GroupBy(i => i.PersonId).Select(g => new { g.Key, By = g.Min(i => i.EffectiveDueOn) }).ToListAsync(stop)).ToDictionary(d => d.Key, d => d.By);
        var late = due.Keys.ToList();
        var standings = await here.Where(s => s.IsInScope == null || (s.IsInScope == true && s.PomName == null && s.Missing != null)).ToListAsync(stop);
        var known = standings.Select(s => s.PersonId).ToHashSet();
        foreach (var some in late.Where(person => !known.Contains(person)).Chunk(500))
        {
            standings.AddRange(await here.Where(s => some.Contains(s.PersonId)).ToListAsync(stop));
        }

        var named = (await db.Managers.Current().Where(m => m.Role == Role.CaseAdmin && m.Part == ManagerPart.Primary && m.ValidTo == null && m.Place == place)
            .Select(m => new { m.PersonId, m.StaffId, m.Name, m.ValidFrom }).ToListAsync(stop)).GroupBy(m => m.PersonId).ToDictionary(g => g.Key, g => g.MaxBy(m => m.ValidFrom)!);
        return
        [
            .. standings.Select(s => (Standing: s, Admin: named.GetValueOrDefault(s.PersonId)))
                .Where(one => isWholeUnit || one.Admin is null || one.Admin.StaffId == actor.StaffId)
                .SelectMany(one => CaseAdminDuties.Of(one.Standing, due.TryGetValue(one.Standing.PersonId, out var by) ? by : null, today).Select(duty => (one.Standing.PersonId, one.Admin?.Name, duty))),
        ];
    }
}
