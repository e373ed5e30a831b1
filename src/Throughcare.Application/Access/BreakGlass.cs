using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Application.Access;

/// <summary>Opens a closed record to somebody with a duty, for four hours; the unit that holds the person is told and reviews it.</summary>
public sealed class BreakGlass(Recorder recorder, FindPerson find, IdSource ids)
{
    public sealed record Request(PersonId PersonId, string Reason);

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        return recorder.WriteAsync(request.PersonId, Verb.BreakGlass, actor, async entry =>
            Decide((await find.DoAsync(new PersonKey.ById(request.PersonId), stop))?.Place ?? PlaceCode.Nation, request, new(ids.Next()), entry), stop, request.Reason);
    }

    /// <param name="unit">Who holds or supervises the person.</param>
    public static Outcome<Change<FactId>> Decide(PlaceCode unit, Request request, FactId id, Entry entry)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(entry);

        var today = entry.At.LondonDate;
        return ReasonRule.TooShort(nameof(request.Reason), request.Reason) is { } tooShort ? tooShort
            : new Change<FactId>(id, new GlassBroken(request.PersonId, entry.By, entry.At + GlassBreak.Lasts, unit), new Write(null, new GlassBreak
            {
                Id = id,
                PersonId = request.PersonId,
                ValidFrom = today,
                Recorded = entry,
                BrokenBy = entry.By,
                BrokenRole = entry.Role,
                BrokenPlace = entry.Place,
                Reason = request.Reason,
                EndsAt = entry.At + GlassBreak.Lasts,
                ToldAt = unit,
                ReviewOn = today.AddWorkingDays(GlassBreak.ReviewDays),
            }));
    }
}

/// <summary>A closed record was opened for four hours.</summary>
public sealed record GlassBroken(PersonId PersonId, StaffId By, DateTimeOffset EndsAt, PlaceCode ToldAt) : RecordEvent(PersonId);
