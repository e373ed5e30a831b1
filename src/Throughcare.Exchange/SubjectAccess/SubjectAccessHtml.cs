using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Throughcare.Application.Record.SubjectAccess;
using Throughcare.Domain.Record.SubjectAccess;
using Throughcare.Domain.Rules;

namespace Throughcare.Exchange.SubjectAccess;

/// <summary>The answer to a subject access request as one HTML file that needs nothing else: readable by a screen reader, on a small screen and on
/// paper. Written entry by entry.</summary>
public static class SubjectAccessHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Style = """
        body{font:1rem/1.5 Arial,Helvetica,sans-serif;color:#0b0c0c;background:#fff;max-width:46rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}
        h1{font-size:2rem;line-height:1.2}h2{font-size:1.5rem;border-top:4px solid #0b0c0c;padding-top:.5rem;margin-top:2.5rem}h3{font-size:1.15rem;margin:1.5rem 0 .25rem}h4{font-size:1rem;margin:.75rem 0 0}
        dl{margin:0}dl>div{display:flex;flex-wrap:wrap;gap:0 1rem;border-bottom:1px solid #b1b4b6;padding:.25rem 0}dt{font-weight:700;flex:0 0 13rem}dd{margin:0;flex:1 1 16rem;white-space:pre-line}
        .meta{margin:.25rem 0;color:#383f43}.withheld{border-left:6px solid #0b0c0c;padding-left:.75rem}a{color:#1a65a6}a:focus{outline:3px solid #0b0c0c;background:#fd0}.earlier{margin:.5rem 0 0 1rem}
        @media print{body{max-width:none;padding:0;font-size:11pt}h3,h4{break-after:avoid}dl>div{break-inside:avoid}nav,.skip{display:none}@page{margin:18mm}}
        """;

    public static async Task WriteAsync(Stream file, SubjectAccessAnswer.Answer answer, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(answer);

        await using var html = new StreamWriter(file, new UTF8Encoding(false), leaveOpen: true);
        await html.WriteAsync($"""
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>What we hold about you – Throughcare</title>
            <style>{Style}</style>
            </head>
            <body>
            <p class="skip"><a href="#record">Skip to the record</a></p>
            <header>
            <h1>What we hold about you</h1>
            <dl>
            {Row("Name", answer.Name)}{Row("Your numbers", string.Join(", ", answer.Numbers))}{Row("You asked on", Words.LongDate(answer.ReceivedOn))}{Row("The record as it stood", Words.DateAndTime(answer.CollectedAt))}
            </dl>
            <p>This is your record in prison and probation as Throughcare holds it, with what it said before where that changed. Words that may be new to you are explained at the end.</p>
            <h2 id="about-withholding">What is withheld</h2>
            <p>{Text(SubjectAccessWords.Withholding)}</p>
            <p>{Text(SubjectAccessWords.Rights)}</p>
            </header>
            <nav aria-label="Contents">
            <h2>Contents</h2>
            <ul>
            {string.Concat(Enum.GetValues<ExportSection>().Select(section => $"<li><a href=\"#{section.Code}\">{Text(section.Title)}</a></li>"))}<li><a href="#glossary">Words we use</a></li>
            </ul>
            </nav>
            <main id="record">

            """);

        var next = 0;
        HashSet<string> grounds = [];
        var entries = 0;
        await foreach (var part in answer.Entries.WithCancellation(stop))
        {
            while (next <= (int)part.Section)
            {
                await EndAsync();
                await BeginAsync();
            }

            if (part.Entry is { } entry)
            {
                entries++;
                await html.WriteAsync(Entry(entry));
                await html.FlushAsync(stop);
            }
            else if (part.Ground is { } ground)
            {
                grounds.Add(ground);
            }
        }

        while (next < Enum.GetValues<ExportSection>().Length)
        {
            await EndAsync();
            await BeginAsync();
        }

        await EndAsync();
        await html.WriteAsync($"""
            <section aria-labelledby="glossary">
            <h2 id="glossary">Words we use</h2>
            <dl>
            {string.Concat(ExportGlossary.Terms.Select(term => Row(term.Term, term.Meaning)))}
            </dl>
            </section>
            </main>
            </body>
            </html>

            """);
        await html.FlushAsync(stop);

        async Task BeginAsync()
        {
            var section = (ExportSection)next++;
            (entries, grounds) = (0, []);
            await html.WriteAsync($"<section aria-labelledby=\"{section.Code}\">\n<h2 id=\"{section.Code}\">{Text(section.Title)}</h2>\n");
        }

        async Task EndAsync()
        {
            if (next == 0)
            {
                return;
            }

            foreach (var ground in grounds)
            {
                await html.WriteAsync($"<p class=\"withheld\">Some information is withheld. {Text(ground)}.</p>\n");
            }

            if (entries == 0 && grounds.Count == 0)
            {
                await html.WriteAsync("<p>Nothing to show here.</p>\n");
            }

            await html.WriteAsync("</section>\n");
        }
    }

    private static string Entry(ExportEntry entry)
    {
        var html = new StringBuilder();
        var when = entry.To is { } to && to != entry.From ? $"{Words.LongDate(entry.From)} to {Words.LongDate(to)}" : Words.LongDate(entry.From);
        html.Append("<article>\n<h3>").Append(Text(entry.Title)).Append(", ").Append(Text(when)).Append("</h3>\n<dl>");
        Lines(html, entry.Lines);
        html.Append("</dl>\n<p class=\"meta\">Recorded ").Append(Text(Words.DateAndTime(entry.RecordedAt))).Append(" – ").Append(Text(entry.RecordedBy)).Append("</p>\n");
        foreach (var earlier in entry.Earlier)
        {
            html.Append("<div class=\"earlier\"><h4>Before ").Append(Text(Words.DateAndTime(earlier.Until))).Append(" it said</h4>\n<dl>");
            Lines(html, earlier.Lines);
            html.Append("</dl>\n<p class=\"meta\">").Append(Text(earlier.RecordedBy)).Append("</p></div>\n");
        }

        return html.Append("</article>\n").ToString();
    }

    private static void Lines(StringBuilder html, IReadOnlyList<GivenLine> lines)
    {
        foreach (var line in lines)
        {
            var value = (line.Value, line.Ground) switch
            {
                (null, null) => "Some information is withheld.",
                (null, { } ground) => $"Some information is withheld. {ground}.",
                ({ } given, null) => given,
                var (given, ground) => $"{given}\nSome information is withheld. {ground}.",
            };
            html.Append(Row(line.Label, value));
        }
    }

    private static string Row(string label, string value) => $"<div><dt>{Text(label)}</dt><dd>{Text(value)}</dd></div>\n";

    private static string Text(string text) => Encoder.Encode(text);
}
