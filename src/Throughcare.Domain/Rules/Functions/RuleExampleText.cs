namespace Throughcare.Domain.Rules.Functions;

/// <summary>Values as tables of examples write them: <c>rule=PL-010; trigger_date=2025-10-17; as_at=2025-12-15</c>.</summary>
public static class RuleExampleText
{
    /// <returns>Values by name, in their order; <c>-</c> alone and an empty text are none.</returns>
    /// <exception cref="FormatException">A part is no <c>key=value</c>, or a key stands twice.</exception>
    public static IReadOnlyDictionary<string, string> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        var values = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        if (text.Trim() is "" or RuleAnswer.None)
        {
            return values;
        }

        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new FormatException($"'{part}' is not of the form key=value");
            }

            if (!values.TryAdd(part[..equals].TrimEnd(), part[(equals + 1)..].TrimStart()))
            {
                throw new FormatException($"'{part[..equals].TrimEnd()}' stands twice");
            }
        }

        return values;
    }
}
