using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Throughcare.Application.Record.SubjectAccess;
using Throughcare.Domain.Record.SubjectAccess;

namespace Throughcare.Exchange.SubjectAccess;

/// <summary>The answer to a subject access request as JSON, entry by entry; its shape is in <c>docs/subject-access.md</c>.</summary>
public static class SubjectAccessJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static async Task WriteAsync(Stream file, SubjectAccessAnswer.Answer answer, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(answer);

        await using var json = new Utf8JsonWriter(file, Options);
        json.WriteStartObject();
        json.WriteString("format", "throughcare-subject-access");
        json.WriteNumber("version", 1);
        json.WriteString("name", answer.Name);
        Texts(json, "numbers", answer.Numbers);
        json.WriteString("received", Day(answer.ReceivedOn));
        json.WriteString("recordAsAt", answer.CollectedAt);
        json.WriteString("aboutWithholding", SubjectAccessWords.Withholding);
        json.WriteStartArray("entries");
        Dictionary<ExportSection, SortedSet<string>> grounds = [];
        await foreach (var part in answer.Entries.WithCancellation(stop))
        {
            if (part.Ground is { } ground)
            {
                (grounds.TryGetValue(part.Section, out var said) ? said : grounds[part.Section] = new(StringComparer.Ordinal)).Add(ground);
            }
            else if (part.Entry is { } entry)
            {
                Entry(json, part.Section, entry);
                await json.FlushAsync(stop);
            }
        }

        json.WriteEndArray();
        json.WriteStartArray("withheld");
        foreach (var (section, said) in grounds.OrderBy(g => g.Key))
        {
            json.WriteStartObject();
            json.WriteString("section", section.Code);
            json.WriteString("sectionTitle", section.Title);
            Texts(json, "grounds", said);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("glossary");
        foreach (var (term, meaning) in ExportGlossary.Terms)
        {
            json.WriteStartObject();
            json.WriteString("term", term);
            json.WriteString("meaning", meaning);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(stop);
    }

    private static void Entry(Utf8JsonWriter json, ExportSection section, ExportEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("section", section.Code);
        json.WriteString("sectionTitle", section.Title);
        json.WriteString("kind", entry.Kind);
        json.WriteString("title", entry.Title);
        json.WriteString("from", Day(entry.From));
        if (entry.To is { } to)
        {
            json.WriteString("to", Day(to));
        }

        json.WriteString("recordedAt", entry.RecordedAt);
        json.WriteString("recordedBy", entry.RecordedBy);
        Lines(json, entry.Lines);
        json.WriteStartArray("earlier");
        foreach (var earlier in entry.Earlier)
        {
            json.WriteStartObject();
            json.WriteString("recordedAt", earlier.RecordedAt);
            json.WriteString("until", earlier.Until);
            json.WriteString("recordedBy", earlier.RecordedBy);
            Lines(json, earlier.Lines);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Lines(Utf8JsonWriter json, IReadOnlyList<GivenLine> lines)
    {
        json.WriteStartArray("lines");
        foreach (var line in lines)
        {
            json.WriteStartObject();
            json.WriteString("label", line.Label);
            if (line.Value is { } value)
            {
                json.WriteString("value", value);
            }
            else
            {
                json.WriteBoolean("withheld", true);
            }

            if (line.Ground is { } ground)
            {
                json.WriteString("ground", ground);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
