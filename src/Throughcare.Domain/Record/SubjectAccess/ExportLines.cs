using System.Globalization;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record.SubjectAccess;

/// <summary>The lines of one entry, as they are put together; what is not recorded makes no line.</summary>
internal sealed class ExportLines
{
    private readonly List<ExportLine> _lines = [];

    public ExportLines Add(string label, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            _lines.Add(new(label, value));
        }

        return this;
    }

    /// <summary>Free text: given once somebody has read it.</summary>
    public ExportLines Text(string label, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            _lines.Add(new(label, value, NeedsReading: true));
        }

        return this;
    }

    public ExportLines Add(string label, DateOnly? on) => Add(label, on is { } day ? Words.LongDate(day) : null);

    public ExportLines Add(string label, int? number) => Add(label, number?.ToString(CultureInfo.InvariantCulture));

    public ExportLines Percent(string label, decimal? percent) => Add(label, percent is { } p ? string.Create(CultureInfo.InvariantCulture, $"{p:0.##}%") : null);

    public ExportLines Add(string label, bool? answer) => Add(label, answer switch { true => "Yes", false => "No", _ => null });

    public ExportLines Add(string label, Coded? code, ICodes list) => Add(label, code?.Describe(list));

    public ExportLines Add(string label, PlaceCode? place) => Add(label, place is { } known ? Places.Name(known) : null);

    public ExportLines Add<TEnum>(string label, TEnum? value)
        where TEnum : struct, Enum => Add(label, value is { } known ? EnumWords.Say(known) : null);

    /// <param name="because">Why somebody has to decide about the whole entry; <see langword="null"/> where its kind may be given.</param>
    public Treatment.Released Under(string title, string? because = null) => new(title, _lines) { DecideBecause = because };
}
