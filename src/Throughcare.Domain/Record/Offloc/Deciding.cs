using Throughcare.Domain.Movements;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record.Offloc;

/// <summary>What a decision about a row needs besides the row and the record.</summary>
/// <param name="Day">The day that the file is about.</param>
/// <param name="NewId">Gives ids for new facts.</param>
/// <param name="FillGapsOnly">A newer file has been applied: nothing that is on record may be changed.</param>
public sealed record OfflocContext(DateOnly Day, Entry Entry, Func<FactId> NewId, bool FillGapsOnly = false);

/// <summary>What a row comes to.</summary>
/// <param name="Change">What to write; <see langword="null"/> where the record says it all already.</param>
public sealed record OfflocDecision(Change<PersonId>? Change, IReadOnlyList<RowProblem> Problems);

/// <summary>One row on its way to a decision: the record as it was, and what has been decided so far.</summary>
internal sealed class Deciding(PrisonRecord was, OfflocRow row, OfflocContext context)
{
    private readonly List<Write> _rows = [];
    private readonly List<string> _changed = [];
    private readonly List<RowProblem> _problems = [];

    public PrisonRecord Was => was;

    public OfflocRow Row => row;

    /// <summary>The day that the file is about.</summary>
    public DateOnly Day => context.Day;

    public Entry Entry => context.Entry;

    public PersonId PersonId => was.PersonId;

    /// <summary>Only what is missing may be written.</summary>
    public bool FillGapsOnly => context.FillGapsOnly && !was.IsNew;

    /// <summary>The prison whose task it is to look at what is wrong.</summary>
    public PlaceCode Owner => was.Location?.Prison ?? new(row[OfflocField.PrisonCode]);

    public FactId NewId() => context.NewId();

    public OfflocDecision Done() => new(
        _rows.Count == 0 ? null : new Change<PersonId>(was.PersonId, new PrisonRecordImported(was.PersonId, Day, [.. _changed.Distinct()]), _rows),
        _problems);

    public void Put(string what, FactVersion? before, FactVersion after)
    {
        _rows.Add(new Write(before, after));
        _changed.Add(what);
    }

    public void Put(string what, IEnumerable<Write> writes)
    {
        foreach (var write in writes)
        {
            Put(what, write.Before, write.After);
        }
    }

    public void Warn(int field, string value, string code, string message) => _problems.Add(RowProblem.Warning(field, value, code, message));

    /// <summary>The date in a field. One that can not be true gets a warning and is left out.</summary>
    /// <param name="isUnreadable">Something stands there, but no date: what is on record stays as it is.</param>
    public DateOnly? Date(int field, out bool isUnreadable)
    {
        var text = row[field];
        var day = text.Length == 0 ? null : OfflocDates.ReadPossible(text, Day);
        isUnreadable = day is null && text.Length > 0;
        if (isUnreadable)
        {
            Warn(field, text, "DATE_INVALID", "This is not a date between 1900 and 100 years from now; it was left out");
        }

        return day;
    }

    public DateOnly? Date(int field) => Date(field, out _);

    /// <summary>A whole number of 0 or more.</summary>
    public int? Number(int field)
    {
        if (row.Text(field) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Warn(field, text, "NUMBER_INVALID", "This is not a whole number; it was left out");
        return null;
    }

    /// <summary>The code for the words of a field. Words that no list knows are kept, with a warning.</summary>
    public Coded? Code<TRow>(int field, CodeTable<TRow> list)
        where TRow : class, ICode => Known(field, list.Read(row.Text(field, 230)));

    public Coded? Known(int field, Coded? coded)
    {
        if (coded is { IsUnmapped: true, Raw: { } raw })
        {
            Warn(field, raw, "UNKNOWN_CODE", "No list has this; it is kept as it came");
        }

        return coded;
    }

    /// <summary><c>Y</c> or <c>N</c>; other words are kept as they came, with a warning.</summary>
    public Coded? YesOrNo(int field) => row.Text(field, 230) is not { } text ? null : text.ToUpperInvariant() switch
    {
        "Y" or "YES" => Coded.Of("Y"),
        "N" or "NO" => Coded.Of("N"),
        _ => Known(field, Coded.Unmapped(text)),
    };

    /// <summary>A national reason for a movement, by code or words: its code; else the words, with a warning.</summary>
    public string? ReasonCode(int field)
    {
        if (row.Text(field, 120) is not { } text)
        {
            return null;
        }

        if ((MovementReasons.FindByCode(text) ?? MovementReasons.FindByText(text)) is { } reason)
        {
            return reason.ReasonCode;
        }

        Warn(field, text, "UNKNOWN_CODE", "No list has this; it is kept as it came");
        return text;
    }

    /// <summary>The file differs from what somebody entered here: a person decides, not the file.</summary>
    public void Conflict(string field, string? here, string there) => Item(DataQualityKind.SourceConflict, "Source conflict", field, here, there);

    /// <summary>Probation says something else of a field that is the prison's while it holds the person.</summary>
    public void Disagreement(string field, string? here, string there) => Item(DataQualityKind.SourceDisagreement, "Source disagreement", field, here, there);

    private void Item(DataQualityKind kind, string what, string field, string? here, string there)
    {
        var (cutHere, cutThere) = (Cut(here), Cut(there)!);
        var items = was.DataQuality.Where(i => i.Kind == kind && i.Field == field).ToList();
        if (items.Exists(i => i.There == cutThere && (i.Settled is not null || i.Here == cutHere)))
        {
            return;
        }

        if (items.Find(i => i.Settled is null) is { } open)
        {
            Put(what, open, open.Next(Entry) with { Here = cutHere, There = cutThere });
            return;
        }

        Put(what, null, new DataQualityItem
        {
            Id = NewId(),
            PersonId = PersonId,
            ValidFrom = Day,
            Recorded = Entry,
            Kind = kind,
            Field = field,
            Here = cutHere,
            There = cutThere,
            Owner = Owner,
        });

        static string? Cut(string? text) => text is { Length: > 240 } ? text[..240] : text;
    }
}
