using System.Globalization;
using Throughcare.Domain.Movements;

namespace Throughcare.Domain.Record.Offloc;

/// <summary>Activities: where the file lists any, its list is the whole list of those that came from it; an empty list ends none, but
/// leaving the prison does.</summary>
internal static class OfflocActivities
{
    private const int Longest = 120;

    /// <summary>A part that says nothing, as the file writes it.</summary>
    private const string EmptyPart = "|";

    public static void Decide(Deciding d, OfflocCustody.Stay stay, CaseId? open)
    {
        var running = d.Was.Activities.Where(a => a.ValidTo is null).ToList();
        var listed = stay.IsInPrison ? Listed(d, stay.Prison) : [];
        foreach (var one in listed.Where(one => !running.Exists(a => IsSame(a, one))))
        {
            d.Put("Activities", null, new PrisonActivity
            {
                Id = d.NewId(),
                PersonId = d.PersonId,
                CaseId = open,
                ValidFrom = d.Day,
                Recorded = d.Entry,
                Prison = new(one.Prison),
                Activity = one.Activity,
                Place = one.Place,
                StartsAt = one.StartsAt,
                EndsAt = one.EndsAt,
            });
        }

        foreach (var gone in running.Where(a => a.Recorded.Source is SourceSystem.Offloc
            && (a.Prison.Text != stay.Prison || !stay.IsInPrison || (listed.Count > 0 && !listed.Exists(one => IsSame(a, one))))))
        {
            var lastDay = d.Day.AddDays(-1);
            d.Put("Activities", gone, gone.EndedOn(lastDay < gone.ValidFrom ? gone.ValidFrom : lastDay, d.Entry));
        }
    }

    private static List<Given> Listed(Deciding d, string prison)
    {
        List<Given> listed = [];
        foreach (var item in d.Row.Items(OfflocField.Activities))
        {
            var parts = item.Split(OfflocField.PartMark, StringSplitOptions.TrimEntries);
            if (parts.Length != OfflocField.ActivityParts || Words(parts[0]) is not { } activity)
            {
                d.Warn(OfflocField.Activities, item, "ACTIVITY_INVALID", $"An activity has {OfflocField.ActivityParts} parts and a name; it was left out");
                continue;
            }

            var one = new Given(prison, activity, Words(parts[1]), Time(d, item, parts[2], parts[3]), Time(d, item, parts[4], parts[5]));
            if (!listed.Contains(one))
            {
                listed.Add(one);
            }
        }

        return listed;
    }

    private static string? Words(string part) => part is "" or EmptyPart ? null : part.Length <= Longest ? part : part[..Longest];

    private static int? Time(Deciding d, string item, string hour, string minute)
    {
        if (Words(hour) is null && Words(minute) is null)
        {
            return null;
        }

        if (int.TryParse(hour, NumberStyles.None, CultureInfo.InvariantCulture, out var h) && h <= 23
            && int.TryParse(Words(minute) ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var m) && m <= 59)
        {
            return (h * 60) + m;
        }

        d.Warn(OfflocField.Activities, item, "TIME_INVALID", "This is not a time of day; the activity is kept without it");
        return null;
    }

    private static bool IsSame(PrisonActivity a, Given one) =>
        (a.Prison.Text, a.Activity, a.Place, a.StartsAt, a.EndsAt) == (one.Prison, one.Activity, one.Place, one.StartsAt, one.EndsAt);

    private sealed record Given(string Prison, string Activity, string? Place, int? StartsAt, int? EndsAt);
}
