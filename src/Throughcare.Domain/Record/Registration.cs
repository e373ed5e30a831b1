using Throughcare.Domain.Access;

namespace Throughcare.Domain.Record;

/// <summary>A flag that a register of probation puts on a person. <see cref="FactVersion.ValidFrom"/> is the day it was registered;
/// it ends when it is de-registered.</summary>
public sealed record Registration : FactVersion
{
    /// <summary>The code of a registration that no list knows.</summary>
    public const string Unknown = "UNK";

    /// <summary>Code of <c>risk-flags.csv</c>; <c>UNK</c> for one that no list knows.</summary>
    public required string Code { get; init; }

    /// <summary>The words of an unknown registration as they came.</summary>
    public string? Unmapped { get; init; }

    /// <summary>Within the type, such as <c>M2</c> for a MAPPA category.</summary>
    public string? CategoryCode { get; init; }

    public string? Category { get; init; }

    /// <summary>The register it stands in; for MAPPA the level, such as <c>M1</c>.</summary>
    public string? RegisterCode { get; init; }

    public string? Register { get; init; }

    /// <summary>What pages show.</summary>
    public string Describe() => Code == RegistrationRules.Mappa ? MappaWords() : RiskFlags.Find(Code)?.Description ?? (Unmapped is { } words ? $"Unmapped: {words}" : Code);

    /// <summary>"MAPPA category 2, level 1"; its list describes what the flag can hold, not what this one does.</summary>
    private string MappaWords() => (this.MappaCategory, this.MappaLevel) switch
    {
        ({ } category, { } level) => $"MAPPA category {category}, level {level}",
        ({ } category, null) => $"MAPPA category {category}, level to be set",
        (null, { } level) => $"MAPPA level {level}, category to be set",
        _ => "MAPPA, category and level to be set",
    };
}

/// <summary>What follows from a registration.</summary>
public static class RegistrationRules
{
    /// <summary>The flag of multi-agency public protection arrangements.</summary>
    public const string Mappa = "MAPP";

    extension(Registration registration)
    {
        /// <summary>The level it is held at; a registration that no list knows is sensitive.</summary>
        public Sensitivity Sensitivity => RiskFlags.Find(registration.Code)?.DefaultSensitivity ?? Sensitivity.Sensitive;

        /// <summary>When it is to be looked at again: the first whole period of its flag after <paramref name="today"/>;
        /// <see langword="null"/> for one that no list knows.</summary>
        public DateOnly? ReviewOn(DateOnly today)
        {
            if (RiskFlags.Find(registration.Code) is not { ReviewMonths: > 0 and var months })
            {
                return null;
            }

            var elapsed = Math.Max(0, ((today.Year - registration.ValidFrom.Year) * 12) + today.Month - registration.ValidFrom.Month);
            var periods = Math.Max(1, elapsed / months);
            while (registration.ValidFrom.AddMonths(periods * months) < today)
            {
                periods++;
            }

            return registration.ValidFrom.AddMonths(periods * months);
        }

        /// <summary>1 to 4 of a MAPPA registration; <see langword="null"/> for any other and where none is given.</summary>
        public int? MappaCategory => registration.Code == Mappa ? Digit(registration.CategoryCode, registration.Category, 4) : null;

        /// <summary>1 to 3 of a MAPPA registration; <see langword="null"/> for any other and while it is to be set.</summary>
        public int? MappaLevel => registration.Code == Mappa ? Digit(registration.RegisterCode, registration.Register, 3) : null;
    }

    private static int? Digit(string? code, string? words, int most)
    {
        var digit = (code ?? words)?.FirstOrDefault(char.IsAsciiDigit) ?? '\0';
        return digit is >= '1' and <= '9' && digit - '0' <= most ? digit - '0' : null;
    }
}
