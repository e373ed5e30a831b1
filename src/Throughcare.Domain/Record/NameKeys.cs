namespace Throughcare.Domain.Record;

/// <summary>The keys by which a person is found under the names they ever held.</summary>
public static class NameKeys
{
    /// <returns>Distinct keys of all the names together.</returns>
    public static IEnumerable<(NameKeyKind Kind, string Key)> For(IEnumerable<PersonName> names) =>
        names.SelectMany(n => new[] { n.Last, n.First, n.Middle })
            .SelectMany(part => (part ?? "").ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Distinct()
            .Select(token => (NameKeyKind.Token, token));
}
