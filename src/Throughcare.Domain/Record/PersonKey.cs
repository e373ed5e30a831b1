using System.Diagnostics.CodeAnalysis;

namespace Throughcare.Domain.Record;

/// <summary>What an address calls a person: prison number, CRN, or the record's own id for those who have neither.</summary>
public abstract record PersonKey : IParsable<PersonKey>
{
    private PersonKey() { }

    public sealed record ByPrisonNumber(PrisonNumber Number) : PersonKey;

    public sealed record ByCrn(Crn Number) : PersonKey;

    public sealed record ById(PersonId Id) : PersonKey;

    /// <summary>The key that a person's address uses: the prison number where there is one, else the CRN, else the id.</summary>
    public static PersonKey For(PersonId id, PrisonNumber? prisonNumber, Crn? crn) =>
        prisonNumber is not null ? new ByPrisonNumber(prisonNumber) : crn is not null ? new ByCrn(crn) : new ById(id);

    /// <summary>The key of the person whose own numbers these are: not those of a record that was merged into theirs. A number that
    /// leads to somebody else's record is none.</summary>
    public static PersonKey For(PersonId id, IReadOnlyCollection<PersonIdentifier> numbers)
    {
        var own = numbers.Where(n => n.Check is not IdentifierCheck.Disputed).ToList();
        return For(
            id,
            PrisonNumber.TryParse(own.Standing(IdentifierKind.Noms)?.Canonical, null, out var prisonNumber) ? prisonNumber : null,
            Record.Crn.TryParse(own.Standing(IdentifierKind.Crn)?.Canonical, null, out var crn) ? crn : null);
    }

    public static PersonKey Parse(string s) => Parse(s, null);

    public static PersonKey Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var key) ? key : throw new FormatException($"'{s}' does not name a person.");

    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out PersonKey? result)
    {
        result = PrisonNumber.TryParse(s, provider, out var number) ? new ByPrisonNumber(number)
            : Crn.TryParse(s, provider, out var crn) ? new ByCrn(crn)
            : Guid.TryParse(s, provider, out var id) ? new ById(new(id))
            : null;
        return result is not null;
    }

    /// <summary>The text of the address.</summary>
    public sealed override string ToString() => this switch
    {
        ByPrisonNumber by => by.Number.ToString(),
        ByCrn by => by.Number.ToString(),
        ById by => by.Id.ToString(),
        _ => throw new InvalidOperationException($"Unknown key {GetType().Name}."),
    };
}
