using System.ComponentModel;
using Throughcare.Application.Facts;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;

namespace Throughcare.Web.Api;

/// <summary>One page of a list.</summary>
/// <param name="Items">In the order of the list.</param>
/// <param name="NextCursor">Send it as cursor for the next page; null on the last.</param>
public sealed record PageOfItems<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>A place by its code.</summary>
/// <param name="Code">Of a prison, a delivery unit, a team or a region.</param>
public sealed record PlaceAnswer(string Code, string Name)
{
    public static PlaceAnswer? Of(PlaceCode? place) => place is { } code ? new(code.Text, Places.Name(code)) : null;
}

/// <summary>Somebody found by a search: name, numbers and where for anybody; the rest for those whom the client reaches.</summary>
public sealed record FoundPerson
{
    [Description("Their id here. It stays, through every merge")]
    public required Guid Id { get; init; }

    [Description("What stands for them in addresses: prison number, else CRN, else id")]
    public required string Key { get; init; }

    [Description("Surname, Forename. For a limited record: whom to ask")]
    public required string Name { get; init; }

    public string? PrisonNumber { get; init; }

    public string? Crn { get; init; }

    public string? Pnc { get; init; }

    [Description("Where they are, in words")]
    public required string Where { get; init; }

    [Description("The record is limited to named users: only the number and whom to ask are given")]
    public bool IsLimited { get; init; }

    [Description("The client may read the record")]
    public bool IsReached { get; init; }

    public DateOnly? DateOfBirth { get; init; }

    [Description("The name by which they were found, where it is not the current one")]
    public string? FoundAs { get; init; }

    [Description("How well it fits, 0 to 100; null where they were found by number or date of birth")]
    public int? Score { get; init; }

    public static FoundPerson Of(PersonSearch.Row row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new()
        {
            Id = row.PersonId.Value,
            Key = row.Address,
            Name = row.LastCommaFirst,
            PrisonNumber = row.PrisonNumber,
            Crn = row.Crn,
            Pnc = row.Pnc,
            Where = row.Where,
            IsLimited = row.IsRestricted,
            IsReached = row.IsReached,
            DateOfBirth = row.BornOn,
            FoundAs = row.FoundAs,
            Score = row.Score,
        };
    }
}

/// <summary>Who a person is, where they are, who works with them, their sentences and key dates.</summary>
public sealed record PersonAnswer
{
    [Description("Their id here. It stays, through every merge")]
    public required Guid Id { get; init; }

    [Description("What stands for them in addresses: prison number, else CRN, else id")]
    public required string Key { get; init; }

    public required IReadOnlyList<IdentifierAnswer> Identifiers { get; init; }

    [Description("The current name first")]
    public required IReadOnlyList<NameAnswer> Names { get; init; }

    public DateOnly? DateOfBirth { get; init; }

    public Sex? Sex { get; init; }

    public required WhereAnswer Where { get; init; }

    [Description("Those who work with the person today")]
    public required IReadOnlyList<ManagerAnswer> Managers { get; init; }

    [Description("In force first, the latest first")]
    public required IReadOnlyList<SentenceAnswer> Sentences { get; init; }

    [Description("Official dates that are recorded")]
    public required IReadOnlyList<KeyDateAnswer> KeyDates { get; init; }

    public static PersonAnswer Of(PersonRecord.Found found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return new()
        {
            Id = found.PersonId.Value,
            Key = found.Address,
            Identifiers = [.. found.Identifiers.Select(i => new IdentifierAnswer(i.Kind, i.Canonical, i.CanMatch, i.ValidFrom, i.ValidTo))],
            Names = [.. found.Names.Select(n => new NameAnswer(n.Type, n.Title, n.First, n.Middle, n.Last, n.Suffix, n.ValidFrom, n.ValidTo))],
            DateOfBirth = found.BornOn,
            Sex = found.Sex,
            Where = new(found.WhereWords, found.Where?.Code, PlaceAnswer.Of(found.Where?.Prison ?? found.Where?.Team), found.Where?.Since),
            Managers = [.. found.Managers.Select(m => new ManagerAnswer(RoleCodes.ToCode(m.Role), Roles.Of(m.Role).Name, m.Name, m.Team, PlaceAnswer.Of(m.Place), m.ValidFrom))],
            Sentences = [.. found.Sentences.Select(s => new SentenceAnswer(s.Id.Value, s.Kind, s.ImposedOn, s.EndedOn, s.Length, s.Court, s.Outcome, s.IsGoverning, s.IsInForce))],
            KeyDates = [.. found.KeyDates.Select(d => new KeyDateAnswer(d.Code, d.Name, d.On!.Value, d.Source, d.IsCorrectedHere))],
        };
    }
}

/// <param name="Value">In the form in which equal numbers are equal.</param>
/// <param name="IsValid">It keeps the rule of its kind.</param>
public sealed record IdentifierAnswer(IdentifierKind Kind, string Value, bool IsValid, DateOnly From, DateOnly? To);

/// <summary>A name that the person has or had.</summary>
public sealed record NameAnswer(NameType Type, string? Title, string? First, string? Middle, string Last, string? Suffix, DateOnly From, DateOnly? To);

/// <param name="Text">In words.</param>
/// <param name="Code">Such as custody, community or in_transit.</param>
/// <param name="Place">The prison, else the team.</param>
/// <param name="Since">The day on which this began.</param>
public sealed record WhereAnswer(string Text, string? Code, PlaceAnswer? Place, DateOnly? Since);

/// <param name="Role">Code of the role.</param>
/// <param name="RoleName">In words.</param>
/// <param name="Name">Surname, Forename, as recorded.</param>
public sealed record ManagerAnswer(string Role, string RoleName, string Name, string? Team, PlaceAnswer? Place, DateOnly Since);

/// <param name="Length">As pronounced.</param>
/// <param name="IsGoverning">It is the one from which release is computed.</param>
public sealed record SentenceAnswer(
    Guid Id, string Kind, DateOnly ImposedOn, DateOnly? EndedOn, string? Length, string? Court, string? Outcome, bool IsGoverning, bool IsInForce);

/// <param name="Code">Such as CRD.</param>
/// <param name="Source">Where it comes from, in words.</param>
/// <param name="IsCorrectedHere">A user corrected it; a file does not overwrite it.</param>
public sealed record KeyDateAnswer(string Code, string Name, DateOnly On, string? Source, bool IsCorrectedHere);

/// <summary>One line of a timeline.</summary>
/// <param name="EntryId">The entry that it is about.</param>
/// <param name="IsWholeDay">Only the day is known, no time.</param>
/// <param name="By">Who recorded it; null where it came from a source.</param>
/// <param name="Source">The source that it came from; null where somebody recorded it here.</param>
public sealed record TimelineLineAnswer(TimelineKind Kind, Guid EntryId, DateTimeOffset HappenedAt, bool IsWholeDay, string Title, string? Text, string? By, string? Source)
{
    public static TimelineLineAnswer Of(Timeline.Line line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return new(line.Kind, line.EntryId.Value, line.HappenedAt, line.IsWholeDay, line.Title, line.Text, line.By, line.From);
    }
}

/// <summary>Something that was done or said.</summary>
public sealed record ContactAnswer
{
    public required Guid Id { get; init; }

    [Description("Code of the kind of contact")]
    public required string Type { get; init; }

    [Description("The kind in words")]
    public required string TypeName { get; init; }

    public required DateTimeOffset HappenedAt { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    [Description("Null where it was withdrawn")]
    public string? Text { get; init; }

    public string? Author { get; init; }

    [Description("Code of the role in which the author recorded it")]
    public string? AuthorRole { get; init; }

    public ContactMode? Mode { get; init; }

    public string? With { get; init; }

    public int? DurationMinutes { get; init; }

    public Sensitivity Sensitivity { get; init; }

    [Description("It says too little to meet a standard")]
    public bool IsBelowFloor { get; init; }

    [Description("It was recorded in error, and withdrawn")]
    public bool IsWithdrawn { get; init; }

    [Description("How many additions it has")]
    public int AddendaCount { get; init; }

    public static ContactAnswer Of(ContactSummary contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return new()
        {
            Id = contact.Id.Value,
            Type = contact.Type,
            TypeName = contact.TypeName,
            HappenedAt = contact.HappenedAt,
            RecordedAt = contact.RecordedAt,
            EditedAt = contact.EditedAt,
            Text = contact.Text,
            Author = contact.Author,
            AuthorRole = contact.IsGreyed ? null : RoleCodes.ToCode(contact.AuthorRole),
            Mode = contact.IsGreyed ? null : contact.Mode,
            With = contact.With,
            DurationMinutes = contact.DurationMinutes,
            Sensitivity = contact.Sensitivity,
            IsBelowFloor = contact.BelowFloor,
            IsWithdrawn = contact.IsInError,
            AddendaCount = contact.Addenda,
        };
    }
}

/// <summary>One contact with what was added to it.</summary>
/// <param name="Version">Goes up with each edit.</param>
/// <param name="IsAuthor">The client recorded it.</param>
public sealed record ContactDetailAnswer(ContactAnswer Contact, int Version, IReadOnlyList<AddendumAnswer> Addenda, bool IsAuthor);

/// <summary>An addition to a contact.</summary>
public sealed record AddendumAnswer(Guid Id, AddendumKind Kind, string Text, DateTimeOffset At, string By);

/// <summary>The facts of a case as at a day, as known at an instant.</summary>
/// <param name="AsAt">The day on which they are true; a day ends at midnight in London.</param>
/// <param name="KnownAt">The instant at which they were known: what was recorded later does not count. Null where none was asked for: as known now.</param>
/// <param name="Facts">By name.</param>
public sealed record FactsAnswer(Guid PersonId, DateOnly AsAt, DateTimeOffset? KnownAt, IReadOnlyDictionary<string, FactAnswer> Facts);

/// <summary>One fact. Unknown means that it was never recorded, or rests on something that was not; it is never a guess.</summary>
/// <param name="State">value, none (it is known that there is none) or unknown.</param>
/// <param name="Value">A number, a text, a day, true or false, or a list of texts; null unless the state is value.</param>
/// <param name="Group">person, sentence, keyDates, place, managers, assessment or protection.</param>
public sealed record FactAnswer(KnownState State, object? Value, string Group)
{
    public static FactAnswer Of(FactsOfCase.Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return new(fact.State, fact.Value, fact.Group);
    }
}

/// <summary>What happened, from a position on.</summary>
/// <param name="Position">Send it as since next time, whether or not there were events.</param>
/// <param name="IsMore">More is there already: ask again at once.</param>
public sealed record EventsAnswer(IReadOnlyList<EventAnswer> Events, long Position, bool IsMore);

/// <summary>Something changed. What the record says now is read from it.</summary>
/// <param name="Position">Goes up; gaps mean nothing.</param>
/// <param name="Kind">What kind of change.</param>
/// <param name="PersonId">Whose record; the surviving one after a merge.</param>
/// <param name="ContactId">Which contact, where it is about one.</param>
public sealed record EventAnswer(long Position, string Kind, DateTimeOffset At, Guid PersonId, Guid? ContactId);

/// <summary>What was recorded.</summary>
/// <param name="IsBelowFloor">It was saved, and says too little to meet a standard.</param>
/// <param name="LateMark">Such as "Recorded 3 working days later"; null on time.</param>
/// <param name="Nudges">What would make it better.</param>
public sealed record RecordedContact(Guid Id, int Version, bool IsBelowFloor, string? LateMark, IReadOnlyList<string> Nudges);
