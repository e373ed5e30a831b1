using Throughcare.Domain.Rules;
using Throughcare.Domain.Rules.Functions;
using Throughcare.Risk;

namespace Throughcare.Domain.Allocation.Functions;

/// <summary><c>tier.v3</c>: one letter from A to G.</summary>
public sealed class TierV3Function : TierFunction
{
    private static readonly IReadOnlyList<string> Kinds = ["STATIC", "DYNAMIC"];

    public override string Name => "tier.v3";

    public override string Title => "Tier from A to G";

    public override string Description => "The tier of the scheme of 2026: the highest of what every step gives, and whether it is provisional.";

    public override string Version => "V3";

    public override IReadOnlyList<RuleInput> Inputs { get; } =
    [
        new("evaluation_date", "On", RuleInputKind.Day) { Hint = "Needed for a life sentence or an IPP" },
        YesNo("active_event", "Active event"),
        Number("arp", "ARP", "Per cent"),
        Number("csrp", "CSRP", "Per cent"),
        Word("arp_type", "ARP is", Kinds),
        Word("csrp_type", "CSRP is", Kinds),
        Word("rosh", "RoSH", RoshLevels),
        YesNo("mappa", "MAPPA"),
        Number("dc_srp_score", "DC-SRP", "Per cent"),
        Word("dc_srp_band", "Band of DC-SRP", ["LOW", "MEDIUM", "HIGH", "VERY_HIGH", "NOT_APPLICABLE"]),
        YesNo("life_or_ipp", "Life sentence or IPP"),
        new("latest_release_date", "Latest release", RuleInputKind.Day),
        YesNo("domestic_abuse", "Domestic abuse"),
        YesNo("stalking", "Stalking"),
        YesNo("child_protection", "Child protection"),
        YesNo("sexual_offences", "Has ever committed a sexual offence"),
    ];

    public override IReadOnlyList<RuleOutput> Outputs { get; } = [new("tier", "Tier"), new("provisional", "Provisional")];

    private protected override RuleAnswer? Judge(Reading given)
    {
        var (life, released, on) = (given.IsYes("life_or_ipp"), given.Day("latest_release_date"), given.Day("evaluation_date"));
        if (life && released is not null && on is null)
        {
            given.Refuse("evaluation_date", "Enter the day on which it is to be judged");
        }

        var inputs = new SupervisionTierInputs
        {
            AsAt = on ?? DateOnly.MinValue,
            HasActiveEvent = given.IsYes("active_event", otherwise: true),
            Arp = given.Amount("arp"),
            ArpIsStatic = Static(given.Text("arp_type")),
            Csrp = given.Amount("csrp"),
            CsrpIsStatic = Static(given.Text("csrp_type")),
            DcSrp = given.Amount("dc_srp_score"),
            DcSrpBand = given.Text("dc_srp_band") switch
            {
                "LOW" => PredictorBand.Low,
                "MEDIUM" => PredictorBand.Medium,
                "HIGH" => PredictorBand.High,
                "VERY_HIGH" => PredictorBand.VeryHigh,
                _ => null,
            },
            Rosh = given.Rosh(),
            IsMappa = given.IsYes("mappa"),
            IsLifeOrIpp = life,
            LatestReleaseOn = released,
            IsDomesticAbuse = given.IsYes("domestic_abuse"),
            IsStalking = given.IsYes("stalking"),
            IsChildProtection = given.IsYes("child_protection"),
            HasSexualOffence = given.IsYes("sexual_offences"),
        };
        if (given.HasProblem)
        {
            return null;
        }

        switch (SupervisionTier.For(inputs))
        {
            case Outcome<Explained<TierResult>>.Done { Value: var judged }:
                return Answer(
                    new Dictionary<string, string> { ["tier"] = judged.Value.Code, ["provisional"] = Yes(judged.Value.IsProvisional) }, judged.Because, judged.Source, judged.Used,
                    [.. judged.Value.Parts.Select(part => $"{part.Axis}: {part.Name}: {part.Value}.")], judged.Value.Missing);
            case Outcome<Explained<TierResult>>.Refused refused:
                foreach (var why in refused.Why)
                {
                    given.Refuse(why.Field, why.Message);
                }

                return null;
            default:
                return null;
        }
    }

    private static bool? Static(string? word) => word switch { "STATIC" => true, "DYNAMIC" => false, _ => null };
}
