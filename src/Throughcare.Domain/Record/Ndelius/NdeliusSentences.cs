using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;

namespace Throughcare.Domain.Record.Ndelius;

/// <summary>Court events, offences, disposals and requirements.</summary>
internal static class NdeliusSentences
{
    private const string EventPrefix = "EVT";
    private const string DisposalPrefix = "DSP";

    /// <summary>What stands in the words of a disposal, and the type it is; the first that fits.</summary>
    private static readonly (string Words, string Type)[] Types =
    [
        ("suspended", "SSO"), ("youth rehabilitation", "YRO"), ("community", "CO"), ("post sentence supervision", "PSS"), ("post-sentence supervision", "PSS"),
    ];

    public static void Decide(NdeliusDeciding d)
    {
        foreach (var line in d.Row.Of(NdeliusLineKind.EventDetails))
        {
            d.Fact<CourtEvent>("Court events", line, EventPrefix, running =>
            {
                var (referred, convicted) = (d.Date(line, "ReferralDate"), d.Date(line, "ConvictionDate"));
                return new CourtEvent
                {
                    Id = default,
                    PersonId = d.PersonId,
                    Recorded = d.Entry,
                    ValidFrom = referred ?? convicted ?? running?.ValidFrom ?? d.Day,
                    ReferredOn = referred,
                    ConvictedOn = convicted,
                    Cohort = line.Text("Cohort", 11),
                };
            });
        }

        foreach (var line in d.Row.Of(NdeliusLineKind.Disposal))
        {
            d.Fact<Disposal>("Sentence", line, DisposalPrefix, running => Disposal(d, line, running));
        }

        foreach (var line in d.Row.Of(NdeliusLineKind.MainOffence))
        {
            d.Fact<Offence>("Offences", line, "OFC", running => Offence(d, line, running));
        }

        foreach (var line in d.Row.Of(NdeliusLineKind.Requirement))
        {
            d.Fact<Requirement>("Requirements", line, "REQ", running => Requirement(d, line, running));
        }
    }

    /// <summary>An offence is over when every disposal of its event is.</summary>
    public static void Follow(NdeliusDeciding d)
    {
        if (d.FillGapsOnly)
        {
            return;
        }

        var disposals = d.After<Disposal>().Where(x => x.Event is not null).ToLookup(x => x.Event!, StringComparer.Ordinal);
        foreach (var offence in d.After<Offence>().Where(o => o.Event is not null && d.Row.IsSourceOf(o)).ToList())
        {
            var ends = disposals[offence.Event!].Select(x => x.ValidTo).ToList();
            if (ends.Count > 0 && ends.TrueForAll(end => end is not null))
            {
                var last = ends.Max()!.Value;
                d.Put("Offences", offence, offence with { ValidTo = last < offence.ValidFrom ? offence.ValidFrom : last });
            }
        }
    }

    private static string? Event(NdeliusDeciding d, NdeliusLine line) => NdeliusChecks.IsId(line["EventId"]) ? d.Row.SourceId(EventPrefix, line["EventId"]) : null;

    private static Disposal Disposal(NdeliusDeciding d, NdeliusLine line, Disposal? running)
    {
        var from = d.Date(line, "SentenceDate") ?? running?.ValidFrom ?? d.Day;
        var ended = d.Date(line, "TerminationDate");
        var unit = LengthUnitText.Read(line["UnitCode"]) ?? LengthUnitText.Read(line["UnitDescription"]);
        var length = d.Number(line, "Length");
        if (length is not null && unit is null)
        {
            d.Warn(line, "UnitCode", "UNKNOWN_CODE", "This is not a unit of length; the length was left out");
        }

        return new Disposal
        {
            Id = default,
            PersonId = d.PersonId,
            Recorded = d.Entry,
            ValidFrom = from,
            ValidTo = ended is null && line["DisposalTerminationCode"].Length > 0 ? running?.ValidTo ?? d.LastDay(from) : ended < from ? from : ended,
            Event = Event(d, line),
            Type = TypeOf(d, line),
            Detail = line.Text("DisposalDetail", 128),
            Length = unit is null ? null : length,
            Unit = length is null ? null : unit,
            Termination = line.Text("DisposalTerminationDescription", 240) ?? line.Text("DisposalTerminationCode", 240),
        };
    }

    private static Coded? TypeOf(NdeliusDeciding d, NdeliusLine line)
    {
        if (SentenceTypes.Find(line["DisposalCode"].ToUpperInvariant()) is { } type)
        {
            return Coded.Of(type.Code);
        }

        var words = line.Text("DisposalDetail", 128) ?? line.Text("DisposalCode", 30);
        foreach (var (fits, code) in Types)
        {
            if (words?.Contains(fits, StringComparison.OrdinalIgnoreCase) is true)
            {
                return Coded.Of(code);
            }
        }

        if (words is null)
        {
            return null;
        }

        d.Warn(line, "DisposalCode", "UNKNOWN_CODE", "No list has this sentence; it is kept as it came");
        return Coded.Unmapped(words);
    }

    private static Offence? Offence(NdeliusDeciding d, NdeliusLine line, Offence? running)
    {
        if ((line.Text("OffenceDescription", 300) ?? line.Text("OffenceCode", 5)) is not { } words)
        {
            return null;
        }

        var group = OffenceGrouping.Of(words);
        if (group == OffenceGrouping.NotGrouped && running?.Description != words)
        {
            d.Warn(line, "OffenceDescription", "OFFENCE_NOT_GROUPED", "No group of offences has these words");
        }

        var at = Event(d, line);
        var of = at is null ? null : d.After<CourtEvent>().FirstOrDefault(e => e.SourceId == at);
        var from = of?.ConvictedOn ?? of?.ReferredOn ?? running?.ValidFrom ?? d.Date(line, "OffenceDate") ?? d.Day;
        return new Offence
        {
            Id = default,
            PersonId = d.PersonId,
            Recorded = d.Entry,
            ValidFrom = from,
            Description = words,
            GroupCode = group,
            IsMain = true,
            Event = at,
            CommittedOn = d.Date(line, "OffenceDate"),
        };
    }

    private static Requirement? Requirement(NdeliusDeciding d, NdeliusLine line, Requirement? running)
    {
        if ((line.Text("CategoryDescription", 200) ?? line.Text("CategoryCode", 20)) is not { } words)
        {
            return null;
        }

        var commenced = d.Date(line, "CommencementDate");
        var from = d.Date(line, "StartDate") ?? commenced ?? running?.ValidFrom ?? d.Day;
        var ended = d.Date(line, "Terminationdate");
        var unit = LengthUnitText.Read(line["UnitCode"]) ?? LengthUnitText.Read(line["UnitDescription"]);
        var length = d.Number(line, "Length");
        return new Requirement
        {
            Id = default,
            PersonId = d.PersonId,
            Recorded = d.Entry,
            ValidFrom = from,
            ValidTo = ended < from ? from : ended,
            Disposal = NdeliusChecks.IsId(line["DisposalId"]) ? d.Row.SourceId(DisposalPrefix, line["DisposalId"]) : null,
            CategoryCode = line.Text("CategoryCode", 20),
            Category = words,
            SubCategoryCode = line.Text("SubCategoryCode", 40),
            SubCategory = line.Text("SubCategoryDescription", 240),
            CommencedOn = commenced,
            Length = unit is null ? null : length,
            Unit = length is null ? null : unit,
            Termination = line.Text("TerminationDescription", 240) ?? line.Text("TerminationReasonCode", 240),
        };
    }
}
