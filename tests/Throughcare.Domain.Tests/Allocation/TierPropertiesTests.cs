using CsCheck;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Allocation.Functions;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Rules.Functions;
using Xunit;

namespace Throughcare.Domain.Tests.Allocation;

public sealed class TierPropertiesTests
{
    private static readonly Gen<RoshLevel?> Rosh = Gen.Int[0, 4].Select(level => level == 0 ? (RoshLevel?)null : (RoshLevel)level);

    private static readonly Gen<decimal> Percent = Gen.Int[0, 10_000].Select(number => number / 100m);

    private static readonly Gen<ProtectInputs> Protect = Gen.Select(Percent, Rosh, Gen.Int[0, 3], Gen.Int[0, 10], Gen.Int[0, 3]).Select((rsr, rosh, mappa, factors, women) =>
        new ProtectInputs { Rsr = rsr, Rosh = rosh, MappaLevel = mappa, ComplexityFactors = factors, WomenPoints = 2 * women });

    private static readonly Gen<SupervisionTierInputs> Supervision = Gen.Select(Percent, Percent, Rosh, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Int[0, 3]).Select((arp, csrp, rosh, mappa, abuse, stalking, child, types) =>
        new SupervisionTierInputs
        {
            AsAt = new(2026, 6, 9),
            Arp = arp,
            Csrp = csrp / 10,
            Rosh = rosh,
            IsMappa = mappa,
            IsDomesticAbuse = abuse,
            IsStalking = stalking,
            IsChildProtection = child,
            ArpIsStatic = types is 1 or 3,
            CsrpIsStatic = types is 2 or 3,
        });

    [Fact]
    public void Protect_never_falls_when_a_score_a_level_or_a_register_rises() => Gen.Select(Protect, Percent, Gen.Int[0, 5]).Sample((inputs, more, which) =>
    {
        var raised = which switch
        {
            0 => inputs with { Rsr = Math.Min(99.99m, inputs.Rsr!.Value + more) },
            1 => inputs with { Rosh = inputs.Rosh is null ? RoshLevel.Low : inputs.Rosh is RoshLevel.VeryHigh ? RoshLevel.VeryHigh : inputs.Rosh + 1 },
            2 => inputs with { MappaLevel = Math.Min(3, inputs.MappaLevel!.Value + 1) },
            3 => inputs with { ComplexityFactors = inputs.ComplexityFactors + 1 },
            4 => inputs with { WomenPoints = inputs.WomenPoints + 2 },
            _ => inputs with { Rosh = RoshLevel.VeryHigh },
        };
        if (inputs.Rsr > 99.99m)
        {
            return;
        }

        var (before, after) = (ProtectAxis.Of(inputs), ProtectAxis.Of(raised));
        Assert.True(after.Level <= before.Level, $"{before.Level} {before.Points} fell to {after.Level} {after.Points}");
        Assert.True(after.Points >= before.Points);
    });

    [Fact]
    public void Change_never_falls_when_a_need_OGRS_or_a_register_rises() =>
        Gen.Select(Gen.Int[0, 2].Array[10], Percent, Gen.Bool, Gen.Int[0, 9], Percent).Sample((severities, ogrs, isIom, which, more) =>
        {
            var inputs = new ChangeInputs { HasMandate = true, HasAssessment = true, Ogrs = ogrs, IsIom = isIom, Needs = Named(severities) };
            var raised = severities.ToArray();
            raised[which] = Math.Min(2, raised[which] + 1);
            var higher = new ChangeInputs { HasMandate = true, HasAssessment = true, Ogrs = Math.Min(100, ogrs + more), IsIom = true, Needs = Named(raised) };

            Assert.True(ChangeAxis.Of(higher).Level >= ChangeAxis.Of(inputs).Level);
            Assert.True(ChangeAxis.Of(higher).Points >= ChangeAxis.Of(inputs).Points);
        });

    [Fact]
    public void A_to_G_never_falls_when_RoSH_a_predictor_or_a_register_rises() => Gen.Select(Supervision, Percent, Gen.Int[0, 6]).Sample((inputs, more, which) =>
    {
        var raised = which switch
        {
            0 => inputs with { Arp = inputs.Arp + more },
            1 => inputs with { Csrp = inputs.Csrp + more },
            2 => inputs with { Rosh = inputs.Rosh is null ? RoshLevel.Low : inputs.Rosh is RoshLevel.VeryHigh ? RoshLevel.VeryHigh : inputs.Rosh + 1 },
            3 => inputs with { IsMappa = true },
            4 => inputs with { IsDomesticAbuse = true },
            5 => inputs with { IsStalking = true },
            _ => inputs with { IsChildProtection = true, HasSexualOffence = true },
        };

        Assert.True(Tier(raised).Letter <= Tier(inputs).Letter, $"{Tier(inputs).Words} fell to {Tier(raised).Words}");
    });

    [Fact]
    public void The_tier_is_the_highest_of_its_steps() => Supervision.Sample(inputs =>
    {
        var tier = Tier(inputs);
        Assert.Equal(tier.Tier, tier.Parts.Select(part => part.Value).Append("G").Min(StringComparer.Ordinal));
    });

    [Fact]
    public void Predictors_that_are_dynamic_with_a_known_RoSH_are_never_provisional() => Supervision.Sample(inputs =>
        Assert.False(Tier(inputs with { ArpIsStatic = false, CsrpIsStatic = false, Rosh = inputs.Rosh ?? RoshLevel.Low }).IsProvisional));

    [Fact]
    public void The_tier_of_2006_never_falls_when_something_rises() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[0, 168], Percent, Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[0, 5]).Sample((rosh, oasys, ogrs, factors, mappa, which) =>
        {
            var inputs = new NominalTierInputs { Rosh = (RoshLevel)rosh, OasysTotal = oasys, Ogrs = ogrs, ComplexityFactors = factors, MappaLevel = mappa };
            var raised = which switch
            {
                0 => inputs with { Rosh = (RoshLevel)Math.Min(4, rosh + 1) },
                1 => inputs with { OasysTotal = oasys + 10 },
                2 => inputs with { Ogrs = ogrs + 10 },
                3 => inputs with { ComplexityFactors = factors + 1 },
                4 => inputs with { IsPpo = true },
                _ => inputs with { HasNeed = true, RequiresProgramme = true },
            };

            Assert.True(string.CompareOrdinal(NominalTier.For(raised).Value.Tier, NominalTier.For(inputs).Value.Tier) >= 0);
        });

    [Fact]
    public void The_order_of_registers_and_cases_never_matters() => Gen.Select(Gen.OneOf(((string[])["RMDO", "ALSH", "RVLN", "IIOM", "PRC", "HREG"]).Select(Gen.Const).ToArray()).Array[0, 8], Gen.Int[0, 1000]).Sample((registers, seed) =>
    {
        var turned = registers.OrderBy(register => HashCode.Combine(register, seed)).ToArray();

        Assert.Equal(Of(registers), Of(turned));
    });

    private static string Of(string[] registers)
    {
        var function = new TierV2Function();
        var given = new Dictionary<string, string> { ["rosh"] = "HIGH", ["mandate"] = "yes", ["assessment"] = "yes", ["registers"] = string.Join('|', registers) };
        return Assert.IsType<Outcome<RuleAnswer>.Done>(function.Evaluate(given)).Value.Text(["tier", "protect_points", "change_points"]);
    }

    private static Dictionary<string, NeedSeverity> Named(int[] severities) =>
        CriminogenicNeeds.All.Zip(severities).ToDictionary(pair => pair.First.Name, pair => (NeedSeverity)pair.Second);

    private static TierResult Tier(SupervisionTierInputs inputs) => Assert.IsType<Outcome<Explained<TierResult>>.Done>(SupervisionTier.For(inputs)).Value.Value;
}
