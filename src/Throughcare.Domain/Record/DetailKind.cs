using System.Globalization;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record;

/// <summary>One of the details of a person: what it is called, where it is kept, and whether it can be corrected here.</summary>
public sealed class DetailKind
{
    public const string Yes = "Y";

    public const string No = "N";

    private readonly Func<PersonDetails, string?> _read;
    private readonly Func<PersonDetails, string, PersonDetails>? _write;
    private readonly Func<string, string> _words;

    private DetailKind(string code, string name, DetailFields field, Func<PersonDetails, string?> read, Func<PersonDetails, string, PersonDetails>? write, Func<string, string> words) =>
        (Code, Name, Field, _read, _write, _words) = (code, name, field, read, write, words);

    public static DetailKind DateOfBirth { get; } = OfDate("date-of-birth", "Date of birth", d => d.DateOfBirth, DetailFields.DateOfBirth, (d, on) => d with { DateOfBirth = on });

    /// <summary>All of them, in the order in which pages list them.</summary>
    public static IReadOnlyList<DetailKind> All { get; } =
    [
        DateOfBirth,
        OfList("sex", "Sex at registration", CodeLists.Sex, d => d.Sex, DetailFields.Sex, (d, code) => d with { Sex = code }),
        OfList("ethnic-group", "Ethnic group", CodeLists.Ethnicity, d => d.Ethnicity, DetailFields.Ethnicity, (d, code) => d with { Ethnicity = code }),
        OfList("nationality", "Nationality", CodeLists.Nationality, d => d.Nationality, DetailFields.Nationality, (d, code) => d with { Nationality = code }),
        OfList("religion", "Religion or belief", CodeLists.Religion, d => d.Religion, DetailFields.Religion, (d, code) => d with { Religion = code }),
        OfList("marital-status", "Marital status", CodeLists.MaritalStatus, d => d.MaritalStatus, DetailFields.MaritalStatus, (d, code) => d with { MaritalStatus = code }),
        OfList("gender-identity", "Gender identity", CodeLists.GenderIdentity, d => d.GenderIdentity, DetailFields.GenderIdentity, (d, code) => d with { GenderIdentity = code }),
        OfList("sexual-orientation", "Sexual orientation", CodeLists.SexualOrientation, d => d.SexualOrientation),
        OfList("language", "Main language", CodeLists.Language, d => d.Language, DetailFields.Language, (d, code) => d with { Language = code }),
        OfYesNo("interpreter", "Interpreter needed", d => d.InterpreterNeeded, DetailFields.InterpreterNeeded, (d, yes) => d with { InterpreterNeeded = yes }),
        OfYesNo("spoken-welsh", "Prefers to speak Welsh", d => d.PrefersWelshSpoken, DetailFields.PrefersWelshSpoken, (d, yes) => d with { PrefersWelshSpoken = yes }),
        OfYesNo("written-welsh", "Prefers letters in Welsh", d => d.PrefersWelshInWriting, DetailFields.PrefersWelshInWriting, (d, yes) => d with { PrefersWelshInWriting = yes }),
        OfYesNo("care", "Has been in care", d => d.CareExperienced),
        OfText("maternity", "Pregnancy or maternity", d => d.MaternityStatus),
        OfText("employment", "Work before prison", d => d.EmploymentAtReception),
        OfDate("first-convicted", "First convicted on", d => d.FirstConvictedOn),
        OfDate("died", "Died", d => d.DateOfDeath),
    ];

    /// <summary>Its part of an address.</summary>
    public string Code { get; }

    /// <summary>What pages call it, at the beginning of a sentence.</summary>
    public string Name { get; }

    /// <summary>The flag by which a correction of it is marked; none for one that can't be corrected here.</summary>
    public DetailFields Field { get; }

    public bool CanChange => _write is not null;

    /// <summary>Its choices; <see langword="null"/> where it is not one of a list.</summary>
    public CodeList? List { get; private init; }

    public bool IsYesNo { get; private init; }

    public static DetailKind? Find(string? code) => All.FirstOrDefault(kind => kind.Code == code);

    /// <returns><see langword="null"/> for no field, for several and for one that can't be corrected.</returns>
    public static DetailKind? Find(DetailFields field) => field is DetailFields.None ? null : All.FirstOrDefault(kind => kind.Field == field);

    /// <summary>What is recorded: a code, Y or N, a day as 1985-04-30, or words; <see langword="null"/> where nothing is.</summary>
    public string? Of(PersonDetails details) => _read(details);

    /// <summary>What pages show; <see langword="null"/> where nothing is recorded.</summary>
    public string? Words(PersonDetails? details) => details is null || Of(details) is not { } value ? null : _words(value);

    /// <param name="value">As <see cref="Of"/> writes it.</param>
    /// <exception cref="InvalidOperationException">It can't be corrected here.</exception>
    public PersonDetails Set(PersonDetails details, string value) =>
        (_write ?? throw new InvalidOperationException($"{Name} is not corrected here."))(details, value) with { EditedHere = details.EditedHere | Field };

    /// <summary>A day as <see cref="Of"/> writes it.</summary>
    public static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    public override string ToString() => Code;

    private static DetailKind OfDate(
        string code, string name, Func<PersonDetails, DateOnly?> read, DetailFields field = DetailFields.None, Func<PersonDetails, DateOnly, PersonDetails>? write = null) =>
        new(code, name, field, d => read(d) is { } on ? Text(on) : null, write is null ? null : (d, text) => write(d, Day(text)), text => Rules.Words.LongDate(Day(text)));

    private static DetailKind OfList(
        string code, string name, CodeList list, Func<PersonDetails, Coded?> read, DetailFields field = DetailFields.None, Func<PersonDetails, Coded, PersonDetails>? write = null) =>
        new(code, name, field, d => read(d)?.Text, write is null ? null : (d, text) => write(d, Coded.Of(text)), text => new Coded(text).Describe(list)) { List = list };

    private static DetailKind OfYesNo(
        string code, string name, Func<PersonDetails, bool?> read, DetailFields field = DetailFields.None, Func<PersonDetails, bool, PersonDetails>? write = null) =>
        new(code, name, field, d => read(d) is { } yes ? yes ? Yes : No : null, write is null ? null : (d, text) => write(d, text == Yes), text => text == Yes ? "Yes" : "No") { IsYesNo = true };

    private static DetailKind OfText(string code, string name, Func<PersonDetails, string?> read) => new(code, name, DetailFields.None, read, null, text => text);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
