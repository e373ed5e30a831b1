using Throughcare.Domain.Record;

namespace Throughcare.Domain.Protection;

/// <summary>The alerts that go with nominations: PPO and IOM. A covert nomination has none.</summary>
public static class PpoAlerts
{
    public const string Ppo = "OPPO";
    public const string Iom = "OIOM";

    /// <param name="nominations">Those of the person as they stand after the list.</param>
    /// <param name="alerts">Alerts of the person that are on record.</param>
    public static IEnumerable<Write> Decide(
        IReadOnlyCollection<PpoNomination> nominations, IReadOnlyCollection<Alert> alerts, PersonId person, DateOnly day, Entry entry, Func<FactId> newId)
    {
        foreach (var (code, isPpo) in new[] { (Ppo, true), (Iom, false) })
        {
            var reason = nominations.Where(n => n is { IsActive: true, IsCovert: false } && n.IsPpo == isPpo).MinBy(n => n.ValidFrom);
            var open = alerts.Where(a => a.Code == code && a is { ValidTo: null, Withdrawn: false }).ToList();
            if (reason is not null && open.Count == 0)
            {
                yield return new Write(null, new Alert
                {
                    Id = newId(),
                    PersonId = person,
                    ValidFrom = day,
                    Recorded = entry,
                    Code = code,
                    Description = $"On the list of {PoliceAreas.OfForce(reason.Area)?.Name ?? reason.Area} since {Rules.Words.LongDate(reason.ValidFrom)}",
                });
            }
            else if (reason is null)
            {
                foreach (var ours in open.Where(a => a.Recorded.Source is SourceSystem.PpoList))
                {
                    var last = day.AddDays(-1);
                    yield return new Write(ours, ours.EndedOn(last < ours.ValidFrom ? ours.ValidFrom : last, entry));
                }
            }
        }
    }
}
