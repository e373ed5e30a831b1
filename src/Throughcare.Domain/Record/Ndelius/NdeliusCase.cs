using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Sentences;

namespace Throughcare.Domain.Record.Ndelius;

/// <summary>The case: it opens with what probation supervises, takes in what follows without a gap, and closes when neither side has anything left.</summary>
internal static class NdeliusCase
{
    /// <summary>A court report without a result is not waited for longer.</summary>
    private const int DaysAfterReport = 28;

    /// <summary>One period in which probation has something to do.</summary>
    /// <param name="Until">The last day; <see langword="null"/> while it runs.</param>
    private sealed record Spell(DateOnly From, DateOnly? Until, CaseOpening By);

    public static void Decide(NdeliusDeciding d)
    {
        if (d.FillGapsOnly)
        {
            return;
        }

        var spells = Spells(d);
        var running = spells.Where(s => s.Until is null || s.Until > d.Day).OrderBy(s => s.From).ToList();
        var open = d.Was.OpenCase;
        if (running.Count > 0)
        {
            open = Open(d, open, running[0]);
        }
        else if (open is not null && !d.IsInCustody && spells.Count > 0)
        {
            Close(d, open, spells);
        }

        if ((open ?? d.Was.Cases.MaxBy(c => c.ValidFrom)) is { } of)
        {
            d.InCase(of, fact => fact is CourtEvent or Disposal or Offence or Requirement);
        }
    }

    private static PersonCase Open(NdeliusDeciding d, PersonCase? open, Spell first)
    {
        var closed = d.Was.Cases.Where(c => c.ValidTo is not null).OrderBy(c => c.ValidTo).ToList();
        if (open is null && closed.Count > 0 && closed[^1].ValidTo >= first.From.AddDays(-1))
        {
            open = closed[^1];   // what begins by the day after it closed goes on with it
            closed.RemoveAt(closed.Count - 1);
        }

        if (open is null)
        {
            var made = new PersonCase { Id = d.NewId(), PersonId = d.PersonId, ValidFrom = first.From, Recorded = d.Entry, OpenedBy = first.By };
            d.Put("Case", null, made);
            return made;
        }

        // an earlier beginning is the case's own, unless another case lies between
        var isEarlier = first.From < open.ValidFrom && (closed.Count == 0 || first.From > closed[^1].ValidTo!.Value.AddDays(1));
        d.Put("Case", open, open with
        {
            ValidFrom = isEarlier ? first.From : open.ValidFrom,
            OpenedBy = isEarlier ? first.By : open.OpenedBy,
            ValidTo = null,
            ClosedBy = null,
        });
        return open;
    }

    private static void Close(NdeliusDeciding d, PersonCase open, List<Spell> spells)
    {
        var last = spells.MaxBy(s => s.Until)!;
        var held = d.Was.Episodes.Max(e => e.ValidTo);
        var on = held > last.Until ? held.Value : last.Until!.Value;
        d.Put("Case", open, open with { ValidTo = on < open.ValidFrom ? open.ValidFrom : on, ClosedBy = CaseClosing.SupervisionEnded });
    }

    private static List<Spell> Spells(NdeliusDeciding d)
    {
        var disposals = d.After<Disposal>().ToList();
        var ofDisposals = disposals.Select(x => new Spell(x.ValidFrom, x.ValidTo, ByOf(x)));
        var decided = disposals.Select(x => x.Event).ToHashSet(StringComparer.Ordinal);
        var ofEvents = d.After<CourtEvent>().Where(e => !decided.Contains(e.SourceId)).Select(e => new Spell(
            e.ReferredOn ?? e.ValidFrom, e.ValidTo ?? (e.ConvictedOn ?? e.ValidFrom).AddDays(DaysAfterReport), CaseOpening.CourtReport));
        List<Spell> spells = [.. ofDisposals, .. ofEvents];

        // with no sentence on record, somebody who has a manager is supervised all the same
        var isSentenced = disposals.Exists(x => x.ValidTo is null);
        if (!isSentenced)
        {
            spells.AddRange(d.After<ManagerAssignment>().Where(m => m is { Role: Role.Com, Recorded.Source: SourceSystem.Ndelius, ValidTo: null } && disposals.Count == 0)
                .Select(m => new Spell(m.ValidFrom, null, CaseOpening.Licence)));
        }

        return spells;
    }

    private static CaseOpening ByOf(Disposal disposal) => SentenceTypes.Find(disposal.Type?.Code)?.Class switch
    {
        "suspended_sentence" => CaseOpening.SuspendedSentence,
        "custody_determinate" or "custody_indeterminate" => CaseOpening.Reception,
        "post_sentence_supervision" => CaseOpening.Licence,
        _ => CaseOpening.CommunityOrder,
    };
}
