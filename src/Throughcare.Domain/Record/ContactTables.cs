using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record;

/// <summary>A kind of contact or case note.</summary>
/// <param name="Category">Its family in the list, such as supervision, wing or safeguarding.</param>
/// <param name="Place">Where it happens: custody, community or both.</param>
/// <param name="ObjectiveLink">Whether it must say which objective it served.</param>
/// <param name="DefaultSensitivity">The level below which no entry of the type may be held.</param>
/// <param name="MinNoteChars">Characters of text below which it is no evidence; 0 for no floor.</param>
public sealed record ContactType(
    string Code, string Description, string Category, ContactPlace Place, bool IsAppointment, bool IsCommunication,
    ObjectiveLink ObjectiveLink, Sensitivity DefaultSensitivity, int MinNoteChars)
    : ICode
{
    public bool IsActive => true;

    internal static ContactType Read(CsvRow row) => new(
        row.Required("code"), row.Required("description"), row.Required("category"), row.Member<ContactPlace>("place"),
        row.Flag("is_appointment"), row.Flag("is_communication"), row.Member<ObjectiveLink>("objective_link"),
        row.Member<Sensitivity>("default_sensitivity"), row.Whole("min_note_chars"));
}

public enum ContactPlace
{
    Both,
    Custody,
    Community,
}

/// <summary>Whether a kind of contact is tied to the plan.</summary>
public enum ObjectiveLink
{
    None,
    Optional,

    /// <summary>At least one active objective, or "not about the plan" with a reason.</summary>
    Required,
}

/// <summary>A pair of type and sub-type of the prisons' case notes; imported notes keep theirs.</summary>
/// <param name="Code">Type and sub-type with a stroke between them, such as <c>KA/KS</c>.</param>
/// <param name="IsSensitive">Read only by offender managers and holders of the sensitive-notes permission.</param>
/// <param name="IsRestrictedUse">Added only by offender managers.</param>
/// <param name="IsSelectable">Written by people; the rest are written by systems.</param>
public sealed record CaseNoteType(
    string Code, string TypeCode, string TypeDescription, string SubTypeCode, string SubTypeDescription,
    bool IsActive, bool IsSensitive, bool IsRestrictedUse, bool IsSelectable)
    : ICode
{
    public string Description => $"{TypeDescription}: {SubTypeDescription}";

    internal static CaseNoteType Read(CsvRow row)
    {
        var (type, sub) = (row.Required("type_code"), row.Required("sub_type_code"));
        return new(
            $"{type}/{sub}", type, row.Required("type_description"), sub, row.Required("sub_type_description"),
            row.Flag("active"), row.Flag("sensitive"), row.Flag("restricted_use"), row.Flag("user_selectable"));
    }
}

/// <summary>A kind of appointment.</summary>
/// <param name="CountsAsNationalStandard">Whether keeping it counts as national-standard contact.</param>
public sealed record AppointmentType(
    string Code, string Description, bool CountsAsNationalStandard, ContactPlace Place, string Mode, bool NeedsLocation, bool IsInitial)
    : ICode
{
    public bool IsActive => true;

    internal static AppointmentType Read(CsvRow row) => new(
        row.Required("code"), row.Required("description"), row.Flag("national_standard_contact"), row.Member<ContactPlace>("place"),
        row.Required("mode"), row.Flag("location_required"), row.Flag("is_initial"));
}

/// <summary>What came of an appointment.</summary>
public sealed record AppointmentOutcome(
    string Code, string Description, bool Attended, bool Complied, AbsenceKind Absence, bool CountsAsFailure, bool AwaitsEvidence,
    bool NeedsEnforcement, AttendanceGroup Group, string? Rule)
    : ICode
{
    public bool IsActive => true;

    internal static AppointmentOutcome Read(CsvRow row) => new(
        row.Required("code"), row.Required("description"), row.Flag("attended"), row.Flag("complied"),
        row.Member<AbsenceKind>("absence_kind"), row.Flag("counts_as_failure"), row.Flag("awaiting_evidence"),
        row.OneOf("enforcement_action", ("required", true), ("none", false)), row.Member<AttendanceGroup>("display_group"),
        row.Optional("rule"));
}

public enum AbsenceKind
{
    None,
    Acceptable,
    Unacceptable,
    Pending,
    Rescheduled,
    NotRequired,
}

/// <summary>What the tag of an appointment says.</summary>
public enum AttendanceGroup
{
    Complied,
    AcceptableAbsence,
    WaitingForEvidence,
    UnacceptableAbsence,
    FailedToComply,
    Rescheduled,
    NotRequired,
}

public static class ContactTypes
{
    public static CodeTable<ContactType> Table { get; } = new("codes/contact-types.csv", ContactType.Read);

    public static ContactType? Find(string? code) => Table.Find(code);

    /// <summary>What pages call a contact: the kind of contact, of appointment, or the code that no table knows.</summary>
    public static string Words(string code) => Find(code)?.Description ?? AppointmentTypes.Find(code)?.Description ?? code;
}

public static class CaseNoteTypes
{
    public static CodeTable<CaseNoteType> Table { get; } = new("codes/case-note-types.csv", CaseNoteType.Read);

    public static CaseNoteType? Find(string typeCode, string subTypeCode) => Table.Find($"{typeCode}/{subTypeCode}");
}

public static class AppointmentTypes
{
    public static CodeTable<AppointmentType> Table { get; } = new("codes/appointment-types.csv", AppointmentType.Read);

    public static AppointmentType? Find(string? code) => Table.Find(code);
}

public static class AppointmentOutcomes
{
    public static CodeTable<AppointmentOutcome> Table { get; } = new("codes/appointment-outcomes.csv", AppointmentOutcome.Read);

    public static AppointmentOutcome? Find(string? code) => Table.Find(code);
}

/// <summary>What may follow a failure to comply.</summary>
/// <param name="Kind">Its family, such as letter, proceedings or refer.</param>
/// <param name="StartsProceedings">It begins breach or recall.</param>
public sealed record EnforcementAction(string Code, string Description, string Kind, bool StartsProceedings) : ICode
{
    public bool IsActive => true;

    internal static EnforcementAction Read(CsvRow row) => new(row.Required("code"), row.Required("description"), row.Required("kind"), row.Flag("starts_proceedings"));
}

public static class EnforcementActions
{
    public static CodeTable<EnforcementAction> Table { get; } = new("codes/enforcement-actions.csv", EnforcementAction.Read);

    public static EnforcementAction? Find(string? code) => Table.Find(code);
}
