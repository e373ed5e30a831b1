using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>The three kinds of prison that scope and handover tell apart.</summary>
public enum PrisonType
{
    MensClosed,
    MensOpen,
    Womens,
}

/// <summary>A prison as the start of offender management in custody tells it apart.</summary>
/// <param name="IsPrivateForCutoff">English, run privately: a later cutoff.</param>
/// <param name="IsHubForCutoff">An English hub: a later cutoff.</param>
public sealed record EstatePrison(string Code, string Description, bool IsWelsh, PrisonType Type, bool IsPrivateForCutoff, bool IsHubForCutoff) : ICode
{
    public bool IsActive => true;

    internal static EstatePrison Read(CsvRow row) => new(
        row.Required("prison_code"), row.Required("name"), row.OneOf("country", ("wales", true), ("england", false)), row.Member<PrisonType>("prison_type"),
        row.OneOf("english_private_for_omic_cutoff", ("yes", true), ("no", false)), row.OneOf("english_hub_for_omic_cutoff", ("yes", true), ("no", false)));
}

/// <summary>The estate at the start of offender management in custody.</summary>
/// <remarks>Source: offender-management-allocation-manager (ministryofjustice), prison information.</remarks>
public static class PrisonEstate
{
    public static CodeTable<EstatePrison> Table { get; } = new("allocation/prison-estate.csv", EstatePrison.Read);

    public static EstatePrison? Find(string? code) => Table.Find(code);
}
