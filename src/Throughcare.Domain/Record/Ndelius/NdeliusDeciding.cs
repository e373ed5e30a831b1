using Throughcare.Domain.Record.Offloc;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record.Ndelius;

/// <summary>One row on its way to a decision: the record as it was, and what has been decided so far.</summary>
internal sealed class NdeliusDeciding(PrisonRecord was, NdeliusRow row, NdeliusContext context)
{
    private readonly Dictionary<FactId, (string What, FactVersion? Before, FactVersion After)> _pending = [];
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);
    private readonly List<RowProblem> _problems = [];

    public PrisonRecord Was => was;

    public NdeliusRow Row => row;

    /// <summary>The day that the file is about.</summary>
    public DateOnly Day => context.Day;

    public Entry Entry => context.Entry;

    public PersonId PersonId => was.PersonId;

    /// <summary>Only what is missing may be written.</summary>
    public bool FillGapsOnly => context.FillGapsOnly && !was.IsNew;

    /// <summary>A prison holds the person: what it says of them is in force.</summary>
    public bool IsInCustody => was.Episodes.Exists(e => e.ValidTo is null);

    /// <summary>The unit whose task it is to look at what is wrong.</summary>
    public PlaceCode Owner =>
        (IsInCustody ? was.Location?.Prison : null)
        ?? After<Allocation.ManagerAssignment>().Where(m => m.Role is Access.Role.Com && m is { ValidTo: null, Place: not null }).MaxBy(m => m.ValidFrom)?.Place
        ?? was.Location?.Prison ?? PlaceCode.Nation;

    public FactId NewId() => context.NewId();

    /// <summary>The facts of a kind as they stand with what has been decided so far; withdrawn ones left out.</summary>
    public IEnumerable<T> After<T>()
        where T : FactVersion =>
        was.Of<T>().Where(fact => !_pending.ContainsKey(fact.Id))
            .Concat(_pending.Values.Select(p => p.After).OfType<T>().Where(fact => !fact.Withdrawn));

    /// <summary>Takes a version down to be written, in place of what was decided about the same fact before.</summary>
    public void Put(string what, FactVersion? before, FactVersion after)
    {
        var first = _pending.TryGetValue(after.Id, out var earlier) ? earlier.Before : before;
        _pending[after.Id] = (what, first, after with { Version = (first?.Version ?? 0) + 1, Recorded = Entry });
    }

    /// <summary>A fact that a line gives: found again by the line's number, new where there is none.</summary>
    /// <param name="make">The fact as the line says it, from the one on record; its id, person and versions are seen to here.</param>
    public void Fact<T>(string what, NdeliusLine line, string prefix, Func<T?, T?> make)
        where T : FactVersion
    {
        if (!NdeliusChecks.IsId(line["Id"]))
        {
            Warn(line, "Id", "ID_INVALID", "The line has no number of its own; it was left out");
            return;
        }

        var sourceId = row.SourceId(prefix, line["Id"]);
        if (line.IsDeleted)
        {
            Withdraw(what, sourceId);
            return;
        }

        _named.Add(sourceId);
        var running = was.Of<T>().FirstOrDefault(fact => fact.SourceId == sourceId);
        if ((running is not null && FillGapsOnly) || make(running) is not { } next)
        {
            return;
        }

        Put(what, running, running is null
            ? next with { Id = NewId(), PersonId = PersonId, SourceId = sourceId }
            : next with { Id = running.Id, PersonId = running.PersonId, CaseId = running.CaseId, SourceId = sourceId });
    }

    /// <summary>A fact that the row names without a line of its own.</summary>
    public void Name(string sourceId) => _named.Add(sourceId);

    /// <summary>The source has withdrawn what it called so: the entry should not have been there.</summary>
    public void Withdraw(string what, string sourceId)
    {
        if (!FillGapsOnly && was.All.FirstOrDefault(fact => fact.SourceId == sourceId) is { } gone)
        {
            Put(what, gone, gone.WithdrawnBy(Entry));
        }
    }

    /// <summary>Ends what came from this offender before and is not named now.</summary>
    public void EndUnnamed(bool onlyIfFull)
    {
        if ((onlyIfFull && !row.IsFull) || FillGapsOnly)
        {
            return;
        }

        foreach (var gone in was.All.Where(fact => fact.ValidTo is null && row.IsSourceOf(fact) && !_named.Contains(fact.SourceId!) && !_pending.ContainsKey(fact.Id)).ToList())
        {
            Put("No longer named", gone, gone.EndedOn(LastDay(gone.ValidFrom), Entry));
        }
    }

    /// <summary>The last day of something that the file of this day no longer says.</summary>
    public DateOnly LastDay(DateOnly from) => Day.AddDays(-1) is var before && before < from ? from : before;

    public void Warn(NdeliusLine line, string field, string code, string message) =>
        _problems.Add(NdeliusChecks.Warning($"{line.Type.Name}.{field}", line[field], code, message));

    /// <summary>The date in a field. One that can not be true gets a warning and is left out.</summary>
    public DateOnly? Date(NdeliusLine line, string field)
    {
        if (line[field].Length == 0 || line[field].Trim('0').Length == 0)
        {
            return null;
        }

        if (line.Date(field) is { } day && OfflocDates.IsPossible(day, Day))
        {
            return day;
        }

        Warn(line, field, "DATE_INVALID", "This is not a date between 1900 and 100 years from now; it was left out");
        return null;
    }

    /// <summary>A whole number of 0 or more, without what follows a point.</summary>
    public int? Number(NdeliusLine line, string field)
    {
        if (line[field].Length == 0)
        {
            return null;
        }

        if (decimal.TryParse(line[field], System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var number) && number <= int.MaxValue)
        {
            return (int)number;
        }

        Warn(line, field, "NUMBER_INVALID", "This is not a whole number; it was left out");
        return null;
    }

    /// <summary>The code that two fields give, by code, then by words. What no list knows is kept, with a warning.</summary>
    public Coded? Code<TRow>(NdeliusLine line, string code, string description, CodeTable<TRow> list)
        where TRow : class, ICode
    {
        if (list.Find(line[code].ToUpperInvariant()) is { } row)
        {
            return Coded.Of(row.Code);
        }

        var words = line.Text(description, 230) ?? line.Text(code, 230);
        var coded = list.Read(words);
        if (coded is { IsUnmapped: true })
        {
            Warn(line, line[description].Length > 0 ? description : code, "UNKNOWN_CODE", "No list has this; it is kept as it came");
        }

        return coded;
    }

    /// <summary>Somebody has to look: what the record says and what the file says differ.</summary>
    /// <param name="kind">A correction made here, or the other source.</param>
    public void Item(DataQualityKind kind, string field, string? here, string there, PlaceCode? owner = null)
    {
        var (cutHere, cutThere) = (Cut(here), Cut(there)!);
        var items = After<DataQualityItem>().Where(i => i.Kind == kind && i.Field == field).ToList();
        if (items.Exists(i => i.There == cutThere && (i.Settled is not null || i.Here == cutHere)))
        {
            return;
        }

        if (items.Find(i => i.Settled is null) is { } open)
        {
            Put("Item to look at", open, open with { Here = cutHere, There = cutThere });
            return;
        }

        Put("Item to look at", null, new DataQualityItem
        {
            Id = NewId(),
            PersonId = PersonId,
            ValidFrom = Day,
            Recorded = Entry,
            Kind = kind,
            Field = field,
            Here = cutHere,
            There = cutThere,
            Owner = owner ?? Owner,
        });

        static string? Cut(string? text) => text is { Length: > 240 } ? text[..240] : text;
    }

    /// <summary>What somebody had to look at is over: the cause has gone.</summary>
    /// <param name="isMeant">Whether what the source said then is what is over.</param>
    /// <param name="because">How it was settled, in words.</param>
    public void Settle(DataQualityKind kind, string field, Func<string, bool> isMeant, string because)
    {
        foreach (var open in After<DataQualityItem>().Where(i => i.Kind == kind && i.Field == field && i.Settled is null && i.There is { } said && isMeant(said)).ToList())
        {
            Put("Item settled", open, open with { Settled = because });
        }
    }

    /// <summary>Gives new facts of sentences and managers the case they fall in, then what is left once changes that change nothing are dropped.</summary>
    public NdeliusDecision Done()
    {
        List<Write> rows = [];
        List<string> changed = [];
        foreach (var (what, before, after) in _pending.Values)
        {
            if (before is null ? after.Withdrawn : after with { Version = before.Version, Recorded = before.Recorded } == before)
            {
                continue;
            }

            rows.Add(new Write(before, after));
            changed.Add(what);
        }

        return new(
            rows.Count == 0 ? null : new Change<PersonId>(PersonId, new ProbationRecordImported(PersonId, Day, [.. changed.Distinct()]), rows),
            _problems);
    }

    /// <summary>Says which case the new facts belong to that <paramref name="belongs"/> picks.</summary>
    public void InCase(PersonCase open, Func<FactVersion, bool> belongs)
    {
        foreach (var (id, (what, before, after)) in _pending.ToList())
        {
            if (before is null && after.CaseId is null && belongs(after) && (after.ValidTo is null || after.ValidTo >= open.ValidFrom))
            {
                _pending[id] = (what, before, after with { CaseId = open.AsCase });
            }
        }
    }
}
