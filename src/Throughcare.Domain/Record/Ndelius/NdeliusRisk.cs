using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;

namespace Throughcare.Domain.Record.Ndelius;

/// <summary>Registrations and levels of risk of serious harm.</summary>
internal static class NdeliusRisk
{
    public static void Decide(NdeliusDeciding d)
    {
        foreach (var line in d.Row.Of(NdeliusLineKind.RegistrationDetails))
        {
            d.Fact<Registration>("Registrations", line, "REG", running => Of(d, line, running));
        }

        foreach (var line in d.Row.Of(NdeliusLineKind.OAS))
        {
            d.Fact<RoshRecord>("Risk of serious harm", line, "OAS", running =>
            {
                if (RoshLevelText.Read(line["ROSHScore"]) is not { } level)
                {
                    if (line["ROSHScore"].Length > 0)
                    {
                        d.Warn(line, "ROSHScore", "UNKNOWN_CODE", "This is not a level of risk of serious harm; it was left out");
                    }

                    return null;
                }

                return new RoshRecord { Id = default, PersonId = d.PersonId, Recorded = d.Entry, ValidFrom = d.Date(line, "AssesmentDate") ?? running?.ValidFrom ?? d.Day, Level = level };
            });
        }
    }

    /// <summary>One level is in force: each ends the day before the next assessment.</summary>
    public static void Follow(NdeliusDeciding d)
    {
        if (d.FillGapsOnly)
        {
            return;
        }

        var named = d.After<RoshRecord>().Where(r => d.Row.IsSourceOf(r)).OrderBy(r => r.ValidFrom).ThenBy(r => r.SourceId!.Length).ThenBy(r => r.SourceId, StringComparer.Ordinal).ToList();
        foreach (var (level, next) in named.Zip(named.Skip(1)))
        {
            var lastDay = next.ValidFrom.AddDays(-1);
            d.Put("Risk of serious harm", level, level with { ValidTo = lastDay < level.ValidFrom ? level.ValidFrom : lastDay });
        }
    }

    /// <summary>A level that somebody typed gives way to one that probation gives. Where probation gives none it outlives this update, unless it has outlived one before.</summary>
    /// <remarks>Source: ministryofjustice/offender-management-allocation-manager, case information.</remarks>
    public static void TypedLevel(NdeliusDeciding d)
    {
        if (d.FillGapsOnly)
        {
            return;
        }

        var isGiven = d.After<RoshRecord>().Any(r => r.Recorded.Source is SourceSystem.Ndelius && r.ValidTo is null);
        foreach (var typed in d.Was.Of<CaseInformation>().Where(c => c is { ValidTo: null, Rosh: not null }))
        {
            d.Put("Case information", typed, isGiven || typed.RoshOutlivedUpdate ? typed with { Rosh = null, RoshOutlivedUpdate = false } : typed with { RoshOutlivedUpdate = true });
        }
    }

    private static Registration? Of(NdeliusDeciding d, NdeliusLine line, Registration? running)
    {
        var words = line.Text("TypeDescription", 240) ?? line.Text("TypeCode", 240);
        if (words is null)
        {
            return null;
        }

        var flag = RiskFlags.Find(line["TypeCode"].ToUpperInvariant());
        if (flag is null)
        {
            d.Warn(line, "TypeCode", "UNKNOWN_CODE", "No list has this registration; it is kept as it came");
        }

        var from = d.Date(line, "Date") ?? running?.ValidFrom ?? d.Day;
        return new Registration
        {
            Id = default,
            PersonId = d.PersonId,
            Recorded = d.Entry,
            ValidFrom = from,
            ValidTo = line["DeRegistered"] == "Y" ? running?.ValidTo ?? d.LastDay(from) : null,
            Code = flag?.Code ?? Registration.Unknown,
            Unmapped = flag is null ? words : null,
            CategoryCode = line.Text("CategoryCode", 40),
            Category = line.Text("CategoryDescription", 240),
            RegisterCode = line.Text("RegisterCode", 40),
            Register = line.Text("RegisterDescription", 240),
        };
    }
}
