using System.Globalization;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Exchange.Record;

namespace Throughcare.Web;

/// <summary>What the pages call the closed lists of the record.</summary>
public static class RecordWords
{
    /// <summary>"Prison file": a source of imports, as a heading.</summary>
    public static string SourceName(string source)
    {
        var noun = ImportKinds.Of(source).Noun;
        return char.ToUpperInvariant(noun[0]) + noun[1..];
    }

    extension(ContactMode mode)
    {
        public string Words => mode switch
        {
            ContactMode.FaceToFace => "Face to face",
            ContactMode.EmailOrText => "Email or text",
            ContactMode.RecordOnly => "Record only, nobody was spoken to",
            _ => mode.ToString(),
        };
    }

    extension(TimelineKind kind)
    {
        /// <summary>In the plural, for a filter.</summary>
        public string Words => kind switch
        {
            TimelineKind.Contact => "Contacts",
            TimelineKind.Movement => "Movements",
            TimelineKind.AlertRaised => "Alerts added",
            TimelineKind.AlertClosed => "Alerts closed",
            TimelineKind.Sentence => "Sentences",
            TimelineKind.KeyDates => "Changes of key dates",
            TimelineKind.Location => "Cell moves",
            TimelineKind.Custody => "Changes of category and status",
            TimelineKind.Manager => "Changes of manager",
            TimelineKind.Access => "Limits on access",
            TimelineKind.RegistrationMade => "Registrations",
            TimelineKind.RegistrationEnded => "Registrations ended",
            TimelineKind.Rosh => "Levels of risk of serious harm",
            TimelineKind.Disposal => "Sentences recorded by probation",
            TimelineKind.AreaTransfer => "Transfers between areas",
            TimelineKind.Case => "Cases opened and closed",
            TimelineKind.Assessment => "Assessments",
            TimelineKind.Nomination => "PPO and IOM",
            TimelineKind.Victim => "Victim contact",
            TimelineKind.Intervention => "Interventions",
            TimelineKind.Document => "Documents",
            TimelineKind.RiskScores => "Risk scores kept",
            TimelineKind.Deferral => "Deferrals of what is due",
            TimelineKind.Exemption => "Exemptions from standards",
            TimelineKind.Responsibility => "Who leads, set by hand",
            TimelineKind.EarlyAllocation => "Early allocation",
            TimelineKind.Complexity => "Complexity of need",
            TimelineKind.TierChoice => "Tiers chosen by hand",
            TimelineKind.ScopeExtension => "Cases taken on locally",
            TimelineKind.DueItem => "What was due, done and missed",
            _ => kind.ToString(),
        };
    }

    extension(Sensitivity level)
    {
        /// <summary>The tag of an entry; none for an ordinary one.</summary>
        /// <param name="isThirdParty">Whether somebody else supplied what it says.</param>
        public TagModel? Tag(bool isThirdParty) => level switch
        {
            _ when isThirdParty => new("Third party", TagColour.Yellow),
            Sensitivity.Sensitive => new("Sensitive", TagColour.Yellow),
            Sensitivity.Restricted => new("Intelligence", TagColour.Purple),
            Sensitivity.Victim => new("Victim", TagColour.Magenta),
            _ => null,
        };
    }

    extension(ImportRun run)
    {
        public bool IsOver => run.Status is ImportStatus.Completed or ImportStatus.CompletedWithErrors or ImportStatus.Failed
            or ImportStatus.Cancelled or ImportStatus.DuplicateFile or ImportStatus.OutOfOrder;
    }

    extension(ImportStatus status)
    {
        public TagModel Tag => status switch
        {
            ImportStatus.Received => new("Waiting to start", TagColour.Grey),
            ImportStatus.Validating => new("Checking the file", TagColour.Teal),
            ImportStatus.Staged or ImportStatus.Matching => new("Matching people", TagColour.Teal),
            ImportStatus.Applying => new("Importing", TagColour.Teal),
            ImportStatus.Completed => new("Completed", TagColour.Green),
            ImportStatus.CompletedWithErrors => new("Completed with errors", TagColour.Orange),
            ImportStatus.Failed => new("Failed", TagColour.Red),
            ImportStatus.Cancelled => new("Cancelled", TagColour.Grey),
            ImportStatus.Resumable => new("Stopped, can go on", TagColour.Yellow),
            ImportStatus.DuplicateFile => new("Imported before", TagColour.Grey),
            ImportStatus.OutOfOrder => new("Older than the last file", TagColour.Orange),
            _ => new(status.ToString(), TagColour.Grey),
        };
    }

    extension(NameType type)
    {
        public string Words => type switch
        {
            NameType.Current => "Current name",
            NameType.Alias => "Also known as",
            NameType.Maiden => "Maiden name",
            NameType.Preferred => "Likes to be called",
            _ => type.ToString(),
        };
    }

    extension(IdentifierKind kind)
    {
        public string Words => kind switch
        {
            IdentifierKind.Noms => "Prison number",
            IdentifierKind.Crn => "CRN",
            IdentifierKind.Booking => "Booking number",
            IdentifierKind.Pnc => "PNC number",
            IdentifierKind.Cro => "CRO number",
            IdentifierKind.Nino => "National Insurance number",
            IdentifierKind.Immigration => "Home Office reference",
            IdentifierKind.YouthOffending => "Youth offending number",
            IdentifierKind.MilitaryService => "Service number",
            _ => kind.ToString(),
        };
    }

    extension(AddressUse use)
    {
        public string Words => use switch
        {
            AddressUse.Home => "Home address",
            AddressUse.Reception => "Address on reception",
            AddressUse.Discharge => "Address on release",
            AddressUse.ProbationOffice => "Probation office",
            AddressUse.Probation => "Known to probation",
            _ => use.ToString(),
        };
    }

    extension(CircumstanceKind kind)
    {
        public string Words => kind switch
        {
            CircumstanceKind.Disability => "Disability",
            CircumstanceKind.Provision => "What is provided",
            _ => "Circumstance",
        };
    }

    extension(NeedCategory category)
    {
        public string Words => category switch
        {
            NeedCategory.PregnancyOrMaternity => "Pregnancy or maternity",
            NeedCategory.AgeRelated => "Age",
            NeedCategory.GenderRelated => "Gender",
            NeedCategory.FaithPractice => "Faith",
            NeedCategory.Caring => "Caring for someone",
            _ => Separate(category.ToString()),
        };
    }

    extension(NeedSource source)
    {
        public string Words => source switch
        {
            NeedSource.Self => "Said by the person",
            NeedSource.Screening => "Found by screening",
            _ => "Said by a professional",
        };
    }

    /// <summary>"A file of 34.6 MB": bytes as people say them.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1_000 => Words.Count((int)bytes, "byte"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000m:0.#} KB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000m:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000_000m:0.#} GB"),
    };

    private static string Separate(string name) => string.Concat(name.Select((c, i) =>
        i > 0 && char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString()));
}
