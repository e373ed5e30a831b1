using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record.SubjectAccess;

/// <summary>Who the person is, and their life.</summary>
public static partial class FactExports
{
    private static IEnumerable<FactExport> Identity() =>
    [
        FactExport.Giving<PersonName>(ExportSection.Identity, "Name", name => new ExportLines()
            .Add("Kind of name", (NameType?)name.Type).Add("Title", name.Title).Add("First name", name.First).Add("Middle names", name.Middle)
            .Add("Last name", name.Last).Add("Suffix", name.Suffix).Add("Date of birth given with it", name.DateOfBirth)),
        FactExport.Giving<PersonDetails>(ExportSection.Identity, "Personal details", Details),
        FactExport.For<PersonIdentifier>(ExportSection.Identity, "Number or reference", (number, _) => number.Check is IdentifierCheck.Disputed
            ? new Treatment.Withheld(WithholdingRule.ThirdParty)   // it may be somebody else's
            : new ExportLines().Add("Kind", KindOf(number.Kind)).Add("Number", number.Canonical).Add("As it was given", number.AsGiven).Under("Number or reference")),
        FactExport.Giving<PersonAddress>(ExportSection.Circumstances, "Address", Address),
        FactExport.Never<PersonRelationship>(ExportSection.Circumstances, "Somebody in your life", WithholdingRule.ThirdParty),
        FactExport.Giving<IndividualNeed>(ExportSection.Circumstances, "Need", need => new ExportLines()
            .Add("Kind of need", (NeedCategory?)need.Category).Text("What it is", need.Detail).Add("Who told us", (NeedSource?)need.Source)
            .Text("What was agreed", need.Adjustment).Add("No adjustment is needed", need.NoneRequired ? true : null).Add("To be looked at again", need.ReviewOn)),
        FactExport.Giving<PersonalCircumstance>(ExportSection.Circumstances, "Circumstance", told => new ExportLines()
            .Add("Kind", (CircumstanceKind?)told.Kind).Text("What it is", told.Type).Text("More exactly", told.SubType)),
    ];

    private static ExportLines Details(PersonDetails details)
    {
        var lines = new ExportLines();
        foreach (var kind in DetailKind.All)
        {
            lines.Add(kind.Name, kind.Words(details));
        }

        return lines.Add("Second nationality", details.SecondNationality, CodeLists.Nationality).Add("Immigration status", details.ImmigrationStatus);
    }

    /// <remarks>An address that is said to be somebody's is read first: it may tell where somebody else lives.</remarks>
    private static ExportLines Address(PersonAddress address)
    {
        var lines = new ExportLines()
            .Add("Used for", (AddressUse?)address.Use).Add("Status", address.Status, CodeLists.AddressStatus).Add("No fixed abode", address.NoFixedAbode ? true : null);
        return address.Relationship is null
            ? lines.Add("Address", address.Lines).Add("Postcode", address.Postcode)
            : lines.Text("Whose it is", address.Relationship).Text("Address", address.Lines).Text("Postcode", address.Postcode);
    }

    private static string KindOf(IdentifierKind kind) => kind switch
    {
        IdentifierKind.Noms => "Prison number",
        IdentifierKind.Crn => "Case reference number (CRN)",
        IdentifierKind.Booking => "Booking number",
        IdentifierKind.Pnc => "Police national computer (PNC) number",
        IdentifierKind.Cro => "Criminal records office (CRO) number",
        IdentifierKind.Nino => "National Insurance number",
        IdentifierKind.Immigration => "Home Office reference",
        IdentifierKind.YouthOffending => "Number of the youth offending team",
        _ => "Service number",
    };
}
