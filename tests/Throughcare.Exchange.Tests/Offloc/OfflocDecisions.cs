using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Offloc;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Exchange.Tests.Offloc;

/// <summary>Decides rows and keeps what is decided as a database would.</summary>
internal static class OfflocDecisions
{
    public static PrisonRecord After(params (OfflocLine Line, DateOnly Day)[] files)
    {
        var record = new PrisonRecord { PersonId = A.PersonId, IsNew = true };
        foreach (var (line, day) in files)
        {
            Apply(record, Decide(record, line, day));
            Assert.Null(Decide(record, line, day).Change);
        }

        return record;
    }

    public static OfflocDecision Decide(PrisonRecord record, OfflocLine line, DateOnly day) => Decide(record, Row(line), day);

    public static OfflocDecision Decide(PrisonRecord record, OfflocRow row, DateOnly day) =>
        DecideOffloc.Of(record, row, new(day, A.Entry with { Source = SourceSystem.Offloc, Role = Role.System }, () => A.FactId));

    public static OfflocRow Row(OfflocLine line) => new(1, [.. OfflocField.Imported.Select(f => string.Join(' ', line[f].Split(' ', StringSplitOptions.RemoveEmptyEntries)))]);

    /// <summary>Writes a decision into the record as a database would.</summary>
    public static void Apply(PrisonRecord record, OfflocDecision decision)
    {
        foreach (var (before, after) in decision.Change?.Rows ?? [])
        {
            if (before is not null)
            {
                Assert.Equal((before.Id, before.Version + 1), (after.Id, after.Version));
                Remove(record, before);
            }

            Assert.True(after.ValidTo is null || after.ValidTo >= after.ValidFrom, $"{after} ends before it begins");
            record.Add(after);
        }
    }

    private static void Remove(PrisonRecord r, FactVersion fact)
    {
        var gone = (r.Details == fact ? 1 : 0)
            + r.Identifiers.RemoveAll(f => f == fact) + r.Names.RemoveAll(f => f == fact) + r.Addresses.RemoveAll(f => f == fact) + r.Relationships.RemoveAll(f => f == fact)
            + r.Cases.RemoveAll(f => f == fact) + r.Episodes.RemoveAll(f => f == fact) + r.Locations.RemoveAll(f => f == fact) + r.Statuses.RemoveAll(f => f == fact)
            + r.Sentences.RemoveAll(f => f == fact) + r.Offences.RemoveAll(f => f == fact) + r.KeyDates.RemoveAll(f => f == fact) + r.Movements.RemoveAll(f => f == fact)
            + r.Activities.RemoveAll(f => f == fact) + r.Markers.RemoveAll(f => f == fact)
            + r.Alerts.RemoveAll(f => f == fact) + r.Managers.RemoveAll(f => f == fact) + r.DataQuality.RemoveAll(f => f == fact);
        Assert.Equal(1, gone);
    }
}
