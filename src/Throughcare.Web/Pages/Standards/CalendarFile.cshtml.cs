using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access;
using Throughcare.Application.Standards;

namespace Throughcare.Web.Pages.Standards;

/// <summary>The tasks of one account as iCalendar (RFC 5545), under its private key. Every reading is recorded.</summary>
[AllowAnonymous]
public sealed class CalendarFileModel(TaskCalendar calendar, LookWriter looks, TimeProvider clock) : PageModel
{
    /// <summary>Octets of a line, its end not counted.</summary>
    private const int LongestLine = 75;

    public async Task<IActionResult> OnGetAsync(string? key, CancellationToken stop)
    {
        if (await calendar.OfAsync(key, stop) is not { } feed)
        {
            return NotFound();
        }

        await looks.WriteAsync(looks.Make(feed.Actor, "/tasks/calendar.ics"));
        Response.Headers.CacheControl = "private, no-store";
        return File(Encoding.UTF8.GetBytes(Text(feed.Entries)), "text/calendar; charset=utf-8", "tasks.ics");
    }

    private string Text(IReadOnlyList<TaskCalendar.Entry> entries)
    {
        var text = new StringBuilder();
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//Throughcare//Tasks//EN");
        Line("METHOD:PUBLISH");
        Line("X-WR-CALNAME:Tasks");
        foreach (var entry in entries)
        {
            Line("BEGIN:VEVENT");
            Line($"UID:{entry.Id}@throughcare");
            Line($"DTSTAMP:{clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
            Line($"LAST-MODIFIED:{entry.ChangedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
            Line($"DTSTART;VALUE=DATE:{entry.On.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
            Line($"DTEND;VALUE=DATE:{entry.On.AddDays(1).ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
            Line($"SUMMARY:{Escaped(entry.Words)}");
            Line($"URL:{Request.Scheme}://{Request.Host}{entry.Address}");
            Line("TRANSP:TRANSPARENT");
            Line("CLASS:PRIVATE");
            Line("END:VEVENT");
        }

        Line("END:VCALENDAR");
        return text.ToString();

        void Line(string line)
        {
            var octets = 0;
            foreach (var rune in line.EnumerateRunes())
            {
                if (octets + rune.Utf8SequenceLength > LongestLine)
                {
                    text.Append("\r\n ");
                    octets = 1;
                }

                text.Append(rune);
                octets += rune.Utf8SequenceLength;
            }

            text.Append("\r\n");
        }
    }

    private static string Escaped(string words) => words
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
