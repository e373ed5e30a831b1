using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Documents;

namespace Throughcare.Domain.Standards;

/// <summary>What shows that a rule was met, in plain English.</summary>
public static class EvidenceWords
{
    /// <summary>One sentence part for each way of meeting it, such as "a home visit, kept by the person".</summary>
    public static IReadOnlyList<string> Of(EvidenceExpression evidence) =>
        [.. evidence.Clauses.Select(clause => string.Join(", and ", clause.Items.Select(Of)))];

    private static string Of(EvidenceItem item) => item.Kind switch
    {
        EvidenceKind.Allocation => $"the allocation of a {RoleOf(item)}",
        EvidenceKind.Contact => Contact(item),
        EvidenceKind.Count => $"at least {Counted(item)}{(Has(item, "national_standard", "true") ? " that count for national standards" : "")}{Mode(item)}, kept by the person",
        EvidenceKind.Minutes => $"key worker sessions of {item.Find("sum")?.AtLeast} minutes together in the four weeks",
        EvidenceKind.Oasys => Oasys(item),
        EvidenceKind.Plan => $"a {(Has(item, "kind", "review") ? "review of the sentence plan" : Has(item, "kind", "resettlement") ? "resettlement plan" : "sentence plan")} that is complete{By(item)}",
        EvidenceKind.Rmp => $"a risk management plan that is complete{By(item)}",
        EvidenceKind.Document => $"the document “{Listed(item, "type", type => DocumentTypes.Find(type)?.Description ?? type)}”{(item.Find("version") is { AtLeast: { } version } ? $", version {version} or later" : "")}",
        EvidenceKind.Outcome => item.Find("recorded") is not null ? "the outcome of the appointment, recorded" : "whether the absence was acceptable, recorded",
        EvidenceKind.Enforcement => item.Find("code") is null ? "an enforcement letter, recorded" : $"an enforcement action: {Listed(item, "code", code => EnforcementActions.Find(code)?.Description ?? code)}",
        EvidenceKind.Movement => "the reception into the prison, recorded",
        EvidenceKind.Location => "a move to a resettlement prison",
        EvidenceKind.Flag => item.Find("code") is not null ? $"the registration “{Listed(item, "code", code => RiskFlags.Find(code)?.Description ?? code)}”" : "a review of the flag, recorded",
        EvidenceKind.Victim => "the referral to the victim contact scheme, recorded",
        EvidenceKind.EarlyAllocation => "an early allocation assessment",
        EvidenceKind.ImprovementPlan => "an improvement plan, received",
        EvidenceKind.Sfo => "the notification of the serious further offence",
        EvidenceKind.Hdc => "a step of home detention curfew, recorded",
        EvidenceKind.Rotl => "an answer about temporary release, recorded",
        var other => $"a step of {other.ToString().ToLowerInvariant()}, recorded",
    };

    private static string Contact(EvidenceItem item)
    {
        if (item.Find("recorded") is not null)
        {
            return "the contact itself, recorded";
        }

        var types = item.Find("type")?.Values ?? [];
        var what = Has(item, "appointment", "initial") ? "the first appointment"
            : types.Count == 0 ? "a contact"
            : item.Find("all") is not null ? $"each of these contacts: {string.Join("; ", types.Select(ContactTypes.Words))}"
            : $"a contact of the kind “{string.Join("”, “", types.Select(ContactTypes.Words))}”";
        var kept = Has(item, "attended", "true") || Has(item, "outcome.attended", "true") ? ", kept by the person" : "";
        var team = Has(item, "team", "receiving") ? ", with the receiving team" : "";
        var plan = Has(item, "objective", "linked") ? ", linked to an objective of the plan" : "";
        return $"{what}{By(item)}{Mode(item)}{kept}{team}{plan}";
    }

    private static string Oasys(EvidenceItem item)
    {
        var kind = item.Find("kind")?.Values ?? [];
        return Has(item, "part", "rosh") ? $"a risk of serious harm assessment that is complete{By(item)}"
            : kind.Contains("full") ? $"a full OASys assessment{(kind.Contains("review") ? " or a review" : kind.Contains("standard") ? " or a standard one" : "")} that is complete{By(item)}"
            : kind.Contains("review") ? $"a review of the OASys assessment that is complete{By(item)}"
            : $"an OASys assessment that is complete{By(item)}";
    }

    private static string Counted(EvidenceItem item) => item.Find("n")?.AtLeast is { } count && count != 1 ? $"{count} contacts" : "1 contact";

    private static string Mode(EvidenceItem item) => item.Find("mode") is { } mode
        ? $", {string.Join(" or ", mode.Values.Select(value => value switch { "face" => "face to face", "video" => "by video", "telephone" => "by telephone", _ => "by letter" }))}"
        : "";

    private static string By(EvidenceItem item) => item.Find("role") is null ? "" : $", by a {RoleOf(item)}";

    private static string RoleOf(EvidenceItem item) =>
        item.Find("role")?.Values is [var code, ..] && RoleCodes.Parse(code) is { } role ? Lower(Roles.Of(role).Name) : "manager";

    private static string Lower(string name) => $"{char.ToLowerInvariant(name[0])}{name[1..]}";

    private static string Listed(EvidenceItem item, string key, Func<string, string> words) => string.Join("”, “", item.Find(key)?.Values.Select(words) ?? []);

    private static bool Has(EvidenceItem item, string key, string value) => item.Find(key)?.Values.Contains(value) is true;
}
