using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;

namespace Throughcare.Application.Allocation;

/// <summary>Makes notices: to a member of staff, or to the mailbox of an office.</summary>
public static class NoticeWords
{
    public const string Allocated = "allocated";

    public const string CoWorking = "coworking";

    public const string Deallocated = "deallocated";

    public const string ComChanged = "com_changed";

    public const string DomesticAbuse = "domestic_abuse_case";

    public const string BulkMove = "bulk_move";

    /// <param name="person">Whom it is about; <see langword="null"/> for a summary.</param>
    /// <param name="text">Without the person's name.</param>
    public static Notice To(StaffId staff, PersonId? person, string code, string text, DateTimeOffset at, IdSource ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return new() { Id = new(ids.Next()), Staff = staff, PersonId = person, Code = code, Text = text, At = at };
    }

    /// <inheritdoc cref="To(StaffId, PersonId?, string, string, DateTimeOffset, IdSource)"/>
    public static Notice ToMailbox(PlaceCode office, PersonId? person, string code, string text, DateTimeOffset at, IdSource ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return new() { Id = new(ids.Next()), Mailbox = office, PersonId = person, Code = code, Text = text, At = at };
    }
}
