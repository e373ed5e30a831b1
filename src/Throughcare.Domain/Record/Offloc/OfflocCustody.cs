using Throughcare.Domain.Movements;
using Throughcare.Domain.Sentences;

namespace Throughcare.Domain.Record.Offloc;

/// <summary>Case, custody episode, movement, location, status and sentence: they depend on each other.</summary>
internal static class OfflocCustody
{
    public const string InactiveOut = "INACTIVE OUT";

    public static void Decide(Deciding d)
    {
        var prison = d.Row[OfflocField.PrisonCode];
        var move = OfflocMovement.Read(d);
        var isOut = prison == OfflocChecks.Released || d.Row[OfflocField.CustodyStatus] == InactiveOut;
        var received = d.Date(OfflocField.ReceivedOn) is { } first && first <= d.Day ? first : (DateOnly?)null;
        var stay = new Stay(prison, isOut, received, move);

        var episode = Episode(d, stay);
        var (opened, open) = Case(d, stay, episode);
        var court = OfflocCourt.Read(d);
        var dates = OfflocSentence.Decide(d, open, received ?? d.Day, court);
        Close(d, stay, episode, opened, dates);
        if (d.FillGapsOnly)
        {
            OfflocMovement.Record(d, stay, open);
            return;
        }

        if (episode.Write is { } write)
        {
            d.Put("Custody", write.Before, ((CustodyEpisode)write.After) with { CaseId = open });
        }

        if (episode.Ended is { } ended)
        {
            d.Put("Custody", ended.Before, ended.After);
        }

        OfflocMovement.Record(d, stay, open);
        Location(d, stay, episode, open);
        Status(d, stay, episode, open, court);
        OfflocActivities.Decide(d, stay, open);
    }

    /// <param name="Prison">Code of the prison, OUT or TRN.</param>
    /// <param name="IsOut">Released.</param>
    /// <param name="Received">First reception of this custody.</param>
    /// <param name="Move">The last movement, where the row gives one.</param>
    internal sealed record Stay(string Prison, bool IsOut, DateOnly? Received, OfflocMovement.Given? Move)
    {
        public bool IsInPrison => !IsOut && Prison is not OfflocChecks.InTransit and not OfflocChecks.Released;

        /// <summary>The day on which what the row says began: that of its movement, where it is one that leads there and is not
        /// before <paramref name="earliest"/>; else that of the file.</summary>
        public DateOnly Since(DateOnly earliest, DateOnly day) =>
            Move is { } move && move.On >= earliest && move.On <= day && !(IsOut && move.Effect?.IsIn is true) ? move.On : day;
    }

    /// <param name="From">First day of the running or just closed custody.</param>
    /// <param name="JustClosedOn">Last day, where this row closes it.</param>
    /// <param name="Write">What the row changes about it.</param>
    /// <param name="Ended">An earlier custody that a new one ends.</param>
    private sealed record Spell(DateOnly From, bool Begins, DateOnly? JustClosedOn, Write? Write, Write? Ended);

    private static Spell Episode(Deciding d, Stay stay)
    {
        var booking = BookingNumber.TryParse(d.Row[OfflocField.BookingNumber], null, out var number) ? number.ToString() : d.Row.Text(OfflocField.BookingNumber, 12);
        var running = d.Was.Episodes.Where(e => e.ValidTo is null).MaxBy(e => e.ValidFrom);
        var last = d.Was.Episodes.Where(e => e.ValidTo is not null).MaxBy(e => e.ValidTo);
        if (stay.IsOut)
        {
            if (running is not null)
            {
                var on = stay.Since(running.ValidFrom, d.Day);
                return new(running.ValidFrom, false, on, new Write(running, running.EndedOn(on, d.Entry)), null);
            }

            if (last is not null)
            {
                return new(last.ValidFrom, false, null, null, null);
            }

            var from = stay.Received ?? d.Day;
            var until = stay.Since(from, d.Day);
            return new(from, true, until, new Write(null, New(from) with { ValidTo = until }), null);
        }

        if (running is null)
        {
            var from = stay.Received ?? d.Day;
            if (last is not null && from <= last.ValidTo)
            {
                from = stay.Move is { } move && move.On > last.ValidTo && move.On <= d.Day ? move.On : d.Day;
            }

            return new(from, true, null, new Write(null, New(from)), null);
        }

        if (running.BookingNumber is { } here && booking is not null && here != booking)
        {
            var from = stay.Received is { } on && on > running.ValidFrom ? on : d.Day;
            var lastDay = from.AddDays(-1) < running.ValidFrom ? running.ValidFrom : from.AddDays(-1);
            return new(from, true, null, new Write(null, New(from)), new Write(running, running.EndedOn(lastDay, d.Entry)));
        }

        var start = stay.Received is { } first && (last is null || first > last.ValidTo) ? first : running.ValidFrom;
        var next = running with { ValidFrom = start, BookingNumber = booking ?? running.BookingNumber };
        return new(start, false, null, next == running ? null : new Write(running, next.Next(d.Entry)), null);

        CustodyEpisode New(DateOnly from) => new()
        {
            Id = d.NewId(),
            PersonId = d.PersonId,
            ValidFrom = from,
            Recorded = d.Entry,
            BookingNumber = booking,
        };
    }

    /// <returns>What is written about the case so far, not yet put: it may be closed again; and the case's id.</returns>
    private static (Write? Opened, CaseId? Case) Case(Deciding d, Stay stay, Spell episode)
    {
        var open = d.Was.OpenCase;
        if (open is not null)
        {
            var earlier = d.Was.Cases.Where(c => c.ValidTo is not null).Max(c => c.ValidTo);
            var isEarlier = episode.From < open.ValidFrom && (earlier is null || episode.From > earlier.Value.AddDays(1));
            return (isEarlier ? new Write(open, open.Next(d.Entry) with { ValidFrom = episode.From }) : null, open.AsCase);
        }

        var last = d.Was.Cases.MaxBy(c => c.ValidTo);
        if (!episode.Begins)
        {
            return (null, last?.AsCase);
        }

        if (last is not null && last.ValidTo >= episode.From.AddDays(-1))
        {
            return (new Write(last, last.Next(d.Entry) with { ValidTo = null, ClosedBy = null }), last.AsCase);
        }

        var made = new PersonCase { Id = d.NewId(), PersonId = d.PersonId, ValidFrom = episode.From, Recorded = d.Entry, OpenedBy = CaseOpening.Reception };
        return (new Write(null, made), made.AsCase);
    }

    /// <summary>Writes what became of the case; closes it where release leaves nothing to supervise.</summary>
    private static void Close(Deciding d, Stay stay, Spell episode, Write? opened, KeyDates? dates)
    {
        if (d.FillGapsOnly)
        {
            return;
        }

        var before = opened is { } write ? write.Before : d.Was.OpenCase;
        var after = opened is { } made ? (PersonCase)made.After : d.Was.OpenCase?.Next(d.Entry);
        if (after is not null && episode.JustClosedOn is { } on && ClosingOf(d, stay, on, dates) is { } why)
        {
            d.Put("Case", before, after with { ValidTo = on < after.ValidFrom ? after.ValidFrom : on, ClosedBy = why });
        }
        else if (opened is not null)
        {
            d.Put("Case", before, after!);
        }
    }

    private static CaseClosing? ClosingOf(Deciding d, Stay stay, DateOnly on, KeyDates? dates)
    {
        if (stay.Move?.Effect?.IsDeath is true)
        {
            return CaseClosing.Died;
        }

        if (stay.Move?.Effect?.IsUnlawfulAbsence is true)
        {
            return null;
        }

        var held = ImprisonmentStatuses.FindByText(d.Row[OfflocField.LegalStatus]) ?? ImprisonmentStatuses.Find(d.Was.Status?.LegalStatus?.Code);
        if (held?.LegalStatus is LegalStatus.Indeterminate)
        {
            return null;
        }

        var last = new[] { dates?.Sed, dates?.Sled, dates?.Led, dates?.Tused }.Max();
        var isOver = last is { } end ? end <= on : held?.LegalStatus is not (null or LegalStatus.Sentenced);
        return !isOver ? null
            : stay.Move?.Effect?.Code == "L-OTH" ? CaseClosing.AcquittedOrDischarged
            : CaseClosing.ReleasedWithNothingToSupervise;
    }

    private static void Location(Deciding d, Stay stay, Spell episode, CaseId? open)
    {
        var running = d.Was.Location;
        if (!stay.IsInPrison)
        {
            if (running is not null)
            {
                var lastDay = stay.IsOut ? stay.Since(running.ValidFrom, d.Day) : stay.Since(running.ValidFrom.AddDays(1), d.Day).AddDays(-1);
                d.Put("Location", running, running.EndedOn(lastDay < running.ValidFrom ? running.ValidFrom : lastDay, d.Entry));
            }

            return;
        }

        var cell = d.Row.Text(OfflocField.Cell, 60);
        var isSamePrison = running?.Prison.Text == stay.Prison;
        var why = d.ReasonCode(OfflocField.TransferReason) ?? (isSamePrison ? running?.TransferReason : null);
        if (running is not null && isSamePrison && running.Cell == cell)
        {
            if (running.TransferReason != why)
            {
                d.Put("Prison", running, running.Next(d.Entry) with { TransferReason = why });
            }

            return;
        }

        var left = d.Was.Locations.Where(l => l.ValidTo is not null).Max(l => l.ValidTo);
        var from = running is null ? left is { } day ? stay.Since(day, d.Day) : stay.Move is { } move && move.On >= episode.From ? move.On : episode.From
            : !isSamePrison ? stay.Since(running.ValidFrom.AddDays(1), d.Day)
            : d.Day;
        d.Put(!isSamePrison ? "Prison" : "Cell", Succession.Of(running, new CellLocation
        {
            Id = d.NewId(),
            PersonId = d.PersonId,
            CaseId = open,
            ValidFrom = from,
            Recorded = d.Entry,
            Prison = new(stay.Prison),
            Cell = cell,
            TransferReason = why,
        }));
    }

    private static void Status(Deciding d, Stay stay, Spell episode, CaseId? open, OfflocCourt.Given court)
    {
        var was = d.Was.Status;
        var next = new CustodyStatus
        {
            Id = d.NewId(),
            PersonId = d.PersonId,
            CaseId = open,
            Recorded = d.Entry,
            ValidFrom = was is null ? stay.IsOut ? stay.Since(episode.From, d.Day) : episode.From : stay.IsOut ? stay.Since(was.ValidFrom, d.Day) : d.Day,
            Status = stay.IsOut ? InactiveOut : d.Row.Text(OfflocField.CustodyStatus, 20) ?? was?.Status,
            LegalStatus = d.Code(OfflocField.LegalStatus, ImprisonmentStatuses.Table) ?? was?.LegalStatus,
            SecurityCategory = d.Code(OfflocField.SecurityCategory, SecurityCategories.Table) ?? was?.SecurityCategory,
            CategoryChangedOn = d.Date(OfflocField.CategoryChangedOn) ?? was?.CategoryChangedOn,
            CategoryReviewOn = d.Date(OfflocField.CategoryReviewOn) ?? was?.CategoryReviewOn,
            IncentiveLevel = d.Code(OfflocField.IncentiveLevel, Rules.CodeLists.IncentiveLevel) ?? was?.IncentiveLevel,
            AdultOrYoungPerson = d.Row.Text(OfflocField.AdultOrYoungPerson, 20) ?? was?.AdultOrYoungPerson,
            Employed = d.YesOrNo(OfflocField.Employed) ?? was?.Employed,
            CourtCode = court.Code ?? was?.CourtCode,
            CourtName = court.Name ?? was?.CourtName,
            CourtName2 = court.Name2 ?? was?.CourtName2,
            CourtOutcome = court.Outcome ?? was?.CourtOutcome,
        };
        if (was is null || (next with { Id = was.Id, Version = was.Version, ValidFrom = was.ValidFrom, Recorded = was.Recorded, CaseId = was.CaseId }) != was)
        {
            d.Put("Custody status", Succession.Of(was, next));
        }
    }
}
