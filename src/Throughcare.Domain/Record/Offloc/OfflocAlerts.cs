namespace Throughcare.Domain.Record.Offloc;

/// <summary>Alerts: the list of the file is the whole list, of those that came from it.</summary>
internal static class OfflocAlerts
{
    public const string Unknown = "UNK";

    public static void Decide(Deciding d)
    {
        if (d.FillGapsOnly)
        {
            return;
        }

        HashSet<(string Code, string? Unmapped)> listed = [];
        foreach (var text in d.Row.Items(OfflocField.Alerts))
        {
            var alert = AlertCodes.Table.FindByText(text) ?? AlertCodes.Find(text);
            var unmapped = alert is null ? text.Length <= 240 ? text : text[..240] : null;
            if (alert is null)
            {
                d.Warn(OfflocField.Alerts, text, "UNKNOWN_CODE", "No list has this alert; it is kept as it came");
            }

            var code = alert?.Code ?? Unknown;
            if (listed.Add((code, unmapped)) && !d.Was.Alerts.Exists(a => a.ValidTo is null && a.Code == code && a.Unmapped == unmapped))
            {
                d.Put("Alerts", null, new Alert
                {
                    Id = d.NewId(),
                    PersonId = d.PersonId,
                    ValidFrom = d.Day,
                    Recorded = d.Entry,
                    Code = code,
                    Unmapped = unmapped,
                    Description = alert?.PublishedDescription ?? text,
                });
            }
        }

        foreach (var gone in d.Was.Alerts.Where(a => a.ValidTo is null && a.Recorded.Source is SourceSystem.Offloc && !listed.Contains((a.Code, a.Unmapped))))
        {
            var lastDay = d.Day.AddDays(-1);
            d.Put("Alerts", gone, gone.EndedOn(lastDay < gone.ValidFrom ? gone.ValidFrom : lastDay, d.Entry));
        }
    }
}
