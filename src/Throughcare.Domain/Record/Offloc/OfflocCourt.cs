using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;

namespace Throughcare.Domain.Record.Offloc;

/// <summary>The court that last dealt with the person, and what it decided.</summary>
internal static class OfflocCourt
{
    /// <param name="Court">The court that code or names mean; where they mean none, the words as they came.</param>
    /// <param name="Code">As it stands in the row.</param>
    internal readonly record struct Given(Coded? Court, string? Code, string? Name, string? Name2, string? Outcome);

    public static Given Read(Deciding d)
    {
        var (code, name, name2) = (d.Row.Text(OfflocField.CourtCode, 60), d.Row.Text(OfflocField.CourtName, 230), d.Row.Text(OfflocField.CourtName2, 230));
        var known = Courts.Match(code) ?? Courts.Match(name) ?? Courts.Match(name2);
        var raw = name ?? name2 ?? code;
        return new(
            known is not null ? Coded.Of(known.Code) : d.Known(OfflocField.CourtName, raw is null ? null : Coded.Unmapped(raw)),
            code, name, name2, d.Row.Text(OfflocField.CourtOutcome, 120));
    }
}
