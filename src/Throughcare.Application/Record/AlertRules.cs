using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Application.Record;

/// <summary>What raising and closing an alert have in common.</summary>
internal static class AlertRules
{
    public static void CheckText(string? text, string field, string missing, string name, int longest, List<Refusal> wrong)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            wrong.Add(new(field, missing));
        }
        else if (text.Trim().Length > longest)
        {
            wrong.Add(new(field, $"{name} must be {longest:#,0} characters or fewer"));
        }
    }

    /// <summary>The automatic contact that says so in the timeline, as closely held as the alert itself.</summary>
    public static Contact Note(Alert alert, AlertCode? code, FactId id, string text, Entry entry) => new()
    {
        Id = id,
        PersonId = alert.PersonId,
        CaseId = alert.CaseId,
        Type = "TC44",
        HappenedAt = entry.At,
        Mode = ContactMode.RecordOnly,
        Text = text,
        Sensitivity = code?.WhoMaySee switch
        {
            null or AlertAudience.Staff => Sensitivity.Standard,
            AlertAudience.VictimOnly => Sensitivity.Victim,
            _ => Sensitivity.Restricted,
        },
        Sharing = Sharing.No,
        NotSharedBecause = "Automatic entry",
        AuthorId = StaffId.System,
        AuthorRole = Role.System,
        FirstRecordedAt = entry.At,
        ValidFrom = entry.At.LondonDate,
        Recorded = entry,
    };
}
