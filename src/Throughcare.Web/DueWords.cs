using Throughcare.Application.Standards;
using Throughcare.Domain.Access;
using Throughcare.Domain.Standards;

namespace Throughcare.Web;

/// <summary>What pages say of due items.</summary>
public static class DueWords
{
    /// <summary>The way to the screen on which what is asked for is recorded.</summary>
    /// <param name="Text">Verb first: "Record a contact".</param>
    public sealed record NextAct(string Text, string Href);

    /// <summary>What somebody can do next about an item.</summary>
    /// <param name="at">The address of the person's record.</param>
    /// <returns><see langword="null"/> where the user can record none of what would meet it.</returns>
    public static NextAct? Next(StandardRule? rule, string at, HttpContext http, ServedAddresses served) => rule?.SatisfiedBy.Clauses
        .SelectMany(clause => clause.Items).Select(item => Next(item, at, http, served)).FirstOrDefault(act => act is not null);

    private static NextAct? Next(EvidenceItem item, string at, HttpContext http, ServedAddresses served)
    {
        switch (item.Kind)
        {
            case EvidenceKind.Contact or EvidenceKind.Count or EvidenceKind.Minutes when item.Find("recorded") is null && http.May(Verb.RecordContact):
                var type = item.Find("type")?.Values[0];
                return new(item.Kind is EvidenceKind.Minutes ? "Record a session" : "Record a contact", $"{at}/contacts/new{(type is null ? "" : $"?type={Uri.EscapeDataString(type)}")}");
            case EvidenceKind.Outcome or EvidenceKind.Enforcement when http.May(Verb.RecordContact):
                return new("Open the contacts", $"{at}/contacts");
            case EvidenceKind.Movement when http.May(Verb.RecordMovement):
                return new("Record a movement", $"{at}/movements/new");
            case EvidenceKind.Document when http.May(Verb.AddDocument):
                return new("Add a document", $"{at}/documents/new");
            case EvidenceKind.Allocation when http.May(Verb.ReadRecord):
                return new("See who has the case", $"{at}/people");
            case EvidenceKind.Oasys when http.May(Verb.ReadRecord):
                return new("See the assessments", served.Serves("/people/{}/assessments") ? $"{at}/assessments" : $"{at}/timeline?kind=Assessment");
            case EvidenceKind.Plan or EvidenceKind.Rmp when served.Serves("/people/{}/plan"):
                return new("Open the plan", $"{at}/plan");
            default:
                return null;
        }
    }

    extension(MyTasks.Standing standing)
    {
        /// <summary>What addresses call it.</summary>
        public string Word => standing.ToString().ToLowerInvariant();

        /// <summary>What tabs call it.</summary>
        public string Words => standing switch
        {
            MyTasks.Standing.Overdue => "Overdue",
            MyTasks.Standing.Week => "Due this week",
            MyTasks.Standing.Soon => "Due soon",
            MyTasks.Standing.Upcoming => "Upcoming",
            MyTasks.Standing.Undecided => "Cannot be decided",
            MyTasks.Standing.Deferred => "Deferred",
            _ => "All",
        };
    }

    extension(DeferralState state)
    {
        public TagModel Tag => state switch
        {
            DeferralState.Requested => new("Waiting for a decision", TagColour.Yellow),
            DeferralState.Approved => new("Approved", TagColour.Green),
            DeferralState.Refused => new("Refused", TagColour.Red),
            _ => new("Taken back", TagColour.Grey),
        };
    }
}
