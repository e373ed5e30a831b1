using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;

namespace Throughcare.Domain.Facts;

/// <content>Where the person is and was.</content>
public sealed partial class CaseFacts
{
    private static readonly DateOnly KeyWorkBegan = new(2018, 4, 1);

    private static readonly DateOnly OneProvider = new(2021, 6, 26);

    /// <summary>Where the person is on the day; unknown only with no movement, no location and no supervision.</summary>
    public Known<Whereabouts> Where => Lasting(() =>
    {
        var location = LatestInForce(_history.Locations);
        var com = Com.Value;
        var where = WhereaboutsRule.Of(new WhereaboutsInput(Instant)
        {
            Movements = [.. Moves],
            Location = location,
            RecalledOn = null,
            DiedOn = DateOfDeath.HasValue ? DateOfDeath.Value : null,
            SupervisionEndsOn = ActiveOrders.Count > 0 ? null : LastOf(Led, Sled, Tused),
            SupervisionEndedOn = ActiveDisposals.Count > 0 ? null : Begun(_history.Disposals).Max(d => d.ValidTo),
            Team = com?.Place,
            TeamName = com?.Team,
            IsSupervised = (com is not null || ActiveOrders.Count > 0) && EstablishmentOf(location) is null,
        });
        return where is null ? Known<Whereabouts>.Unknown() : Known<Whereabouts>.Of(where, where.From);
    });

    /// <summary>Row of <c>case-place.csv</c>.</summary>
    public Known<CasePlace> Place => Lasting(() => Where.Then(where => where.Place));

    /// <summary>Where rules say the case is: court, temporary release and transit are custody.</summary>
    public Known<RulePlace> RulePlace => Lasting(() => Where.Then(where => where.RulePlace));

    /// <summary>The line of the banner.</summary>
    public string WhereWords => WhereLine.Of(Where.Value);

    /// <summary>The prison that answers for the person: also while at court, on temporary release or in transit.</summary>
    public Known<PlaceCode> EstablishmentCode => Lasting(() => Where.Value?.Establishment.OrNone(Where.From) ?? Known<PlaceCode>.None());

    /// <summary>England or Wales.</summary>
    public Known<string> EstablishmentCountry => Lasting(() =>
        EstablishmentCode.HasValue ? Prison?.Country.OrUnknown(EstablishmentCode.From) ?? Known<string>.Unknown() : Known<string>.None());

    /// <summary>The prison is a women's prison; a prison that no table knows is not.</summary>
    public Known<bool> IsInWomensPrison => Lasting(() => Known<bool>.Of(Prison?.Sex == "F", EstablishmentCode.From));

    /// <summary>An open prison for men, or category T in the women's estate; a prison that no table knows is closed.</summary>
    public Known<bool> IsInOpenConditions => Lasting(() => Known<bool>.Of(
        Prison is { } prison && (prison.Sex == "F" ? SecurityCategory.Value == "T" : prison.IsOpenConditions),
        [.. EstablishmentCode.From, .. SecurityCategory.From]));

    /// <summary>A men's open prison and arrival on or after 31 March 2021; Prescoed, a Welsh case and arrival on or after
    /// 19 October 2020; or a women's prison and category T.</summary>
    public Known<bool> OpenPrisonRulesApply => Lasting(() =>
    {
        var applies = IsInWomensPrison.Value
            ? SecurityCategory.Value == "T"
            : IsInOpenConditions.Value && ArrivedOn.HasValue
                && (ArrivedOn.Value >= new DateOnly(2021, 3, 31)
                    || (Prison?.ShortName == "Prescoed" && IsWelshCase.Value && ArrivedOn.Value >= new DateOnly(2020, 10, 19)));
        return Known<bool>.Of(applies, [.. EstablishmentCode.From, .. ArrivedOn.From]);
    });

    /// <summary>The prison has key work: adult prisons from 1 April 2018.</summary>
    public Known<bool> PrisonUsesKeyWork => Once(() =>
        Known<bool>.Of(AsAt >= KeyWorkBegan && Prison?.Type is "HMP" or "HMP/YOI", EstablishmentCode.From));

    /// <summary>First reception of the custody episode.</summary>
    public Known<DateTimeOffset> FirstReceptionAt => Lasting(() =>
    {
        var begun = Episode?.ValidFrom;
        var first = Moves.Where(m => m.Type == "ADM" && (begun is null || m.HappenedAt.LondonDate >= begun)).MinBy(m => m.HappenedAt);
        return first is not null ? Known<DateTimeOffset>.Of(first.HappenedAt, first)
            : Episode is { } episode ? Known<DateTimeOffset>.Of(London.At(episode.ValidFrom, TimeOnly.MinValue), episode)
            : Known<DateTimeOffset>.None();
    });

    /// <summary>Latest reception into this establishment.</summary>
    public Known<DateOnly> ArrivedOn => Lasting(() =>
    {
        if (EstablishmentCode is not { HasValue: true, Value: var prison })
        {
            return Known<DateOnly>.Unknown();
        }

        var received = Moves.Where(m => m.Type == "ADM" && m.To == prison && m.Reason is not ("R-CRT" or "R-TAP")).MaxBy(m => m.HappenedAt);
        if (received is not null)
        {
            return Known<DateOnly>.Of(received.HappenedAt.LondonDate, received);
        }

        // Cells of one stay follow each other without a gap: the stay began with the first of them.
        CellLocation? first = null;
        foreach (var location in Begun(_history.Locations).OrderByDescending(l => l.ValidFrom))
        {
            if (location.Prison != prison || (first is not null && location.ValidTo < first.ValidFrom.AddDays(-1)))
            {
                break;
            }

            first = location;
        }

        return first is null ? Known<DateOnly>.Unknown() : Known<DateOnly>.Of(first.ValidFrom, first);
    });

    /// <summary>The later of the arrival here and the day the sentence began.</summary>
    public Known<DateOnly> SentencedArrivalOn => Lasting(() => ArrivedOn.HasValue && SentenceStartDate.HasValue
        ? Known<DateOnly>.Of(ArrivedOn.Value > SentenceStartDate.Value ? ArrivedOn.Value : SentenceStartDate.Value, [.. ArrivedOn.From, .. SentenceStartDate.From])
        : Known<DateOnly>.Unknown());

    /// <summary>The person was held in this prison before this stay.</summary>
    public Known<bool> HasEarlierStayHere => Lasting(() => EarlierStay(location => location.Prison == Where.Value?.Establishment));

    /// <summary>The person was held in any prison before this stay.</summary>
    public Known<bool> HasEarlierStayAnywhere => Lasting(() => EarlierStay(_ => true));

    /// <summary>Code of <c>security-categories.csv</c>.</summary>
    public Known<string> SecurityCategory => Lasting(() =>
        Status?.SecurityCategory?.Code is { } code && Movements.SecurityCategories.Find(code) is { IsCategory: true }
            ? Known<string>.Of(code, Status) : Known<string>.Unknown());

    /// <summary>1, the highest security, to 4, open.</summary>
    public Known<int> SecurityRank => Lasting(() => SecurityCategory.Then(code => Movements.SecurityCategories.Table[code].Rank!.Value));

    /// <summary>The day on which the category came into force.</summary>
    public Known<DateOnly> SecurityCategorySince => Lasting(() =>
    {
        if (!SecurityCategory.HasValue)
        {
            return Known<DateOnly>.Unknown();
        }

        if (Status!.CategoryChangedOn is { } changed)
        {
            return Known<DateOnly>.Of(changed, Status);
        }

        var first = Begun(_history.Statuses).OrderByDescending(s => s.ValidFrom)
            .TakeWhile(s => s.SecurityCategory?.Code == SecurityCategory.Value).Last();
        return Known<DateOnly>.Of(first.ValidFrom, first);
    });

    public Known<IncentiveLevel> IncentiveLevel => Lasting(() => (Status?.IncentiveLevel?.Code switch
    {
        "ENT" => Facts.IncentiveLevel.Entry,
        "BAS" => Facts.IncentiveLevel.Basic,
        "STD" => Facts.IncentiveLevel.Standard,
        "ENH" => Facts.IncentiveLevel.Enhanced,
        _ => (IncentiveLevel?)null,
    }).OrUnknown(StatusAsSource));

    /// <summary>Alerts that stand against a transfer.</summary>
    public Known<IReadOnlyList<string>> ActiveHolds => Lasting(() =>
    {
        var holds = AlertsOf("TAP", "TM", "TPR", "TAH", "TG", "TSE", "TCPA");
        return Known<IReadOnlyList<string>>.Of([.. holds.Select(alert => alert.Code)], [.. holds]);
    });

    /// <summary>Supervision that runs on the day: licence while it lasts, else the order that ends last.</summary>
    public Known<SupervisionKind> SupervisionKind => Lasting(() => RulePlace switch
    {
        { IsUnknown: true } => Known<SupervisionKind>.Of(Facts.SupervisionKind.None),
        { Value: not Facts.RulePlace.Community } => Known<SupervisionKind>.Of(Facts.SupervisionKind.None, RulePlace.From),
        _ when SupervisingOrder is { } order => Known<SupervisionKind>.Of(SentenceTypes.Find(order.Type?.Code)?.Class switch
        {
            "suspended_sentence" => Facts.SupervisionKind.SuspendedSentence,
            "post_sentence_supervision" => Facts.SupervisionKind.Pss,
            _ => Facts.SupervisionKind.CommunityOrder,
        }, order),
        _ when !IsLicenceRunning && SentenceClass is { HasValue: true, Value: Facts.SentenceClass.CommunityOrder } => Known<SupervisionKind>.Of(Facts.SupervisionKind.CommunityOrder, SentenceClass.From),
        _ when !IsLicenceRunning && SentenceClass is { HasValue: true, Value: Facts.SentenceClass.SuspendedSentence } => Known<SupervisionKind>.Of(Facts.SupervisionKind.SuspendedSentence, SentenceClass.From),
        _ when LicenceEndDate.HasValue && LicenceEndDate.Value < AsAt && Tused.HasValue && Tused.Value >= AsAt => Known<SupervisionKind>.Of(Facts.SupervisionKind.Pss, Tused.From),
        _ => Known<SupervisionKind>.Of(Facts.SupervisionKind.Licence, RulePlace.From),
    });

    public Known<DateOnly> SupervisionStartedOn => Lasting(() => SupervisionKind.Value switch
    {
        Facts.SupervisionKind.None => Known<DateOnly>.None(),
        _ when SupervisingOrder is { } order => Known<DateOnly>.Of(order.ValidFrom, order),
        Facts.SupervisionKind.Pss => LicenceEndDate.Then(end => end.AddDays(1)),
        Facts.SupervisionKind.Licence => Where.Value!.Since.OrNone(Where.From),
        _ => SentenceStartDate,
    });

    public Known<DateOnly> SupervisionEndsOn => Lasting(() => SupervisionKind.Value switch
    {
        Facts.SupervisionKind.None => Known<DateOnly>.None(),
        _ when SupervisingOrder is { } order => order.ExpectedEnd.OrNone(order),
        Facts.SupervisionKind.Pss => Tused,
        Facts.SupervisionKind.Licence => LicenceEndDate,
        _ => Sed,
    });

    /// <summary>The Probation Service from 26 June 2021; unknown before.</summary>
    public Known<Provider> Provider => AsAt >= OneProvider ? Known<Provider>.Of(Facts.Provider.Ps) : Known<Provider>.Unknown();

    /// <summary>Recalled, and not released since: the status in force is one of a recall, or they were received on recall.</summary>
    public Known<bool> IsRecalled => Lasting(() => RecallEntry() is { } entry ? Known<bool>.Of(true, entry) : Known<bool>.Of(false));

    public Known<RecallKind> RecallKind => Lasting(() => RecallEntry() is not { } entry
        ? Known<RecallKind>.Of(Facts.RecallKind.None)
        : Known<RecallKind>.Of(KindOfRecall(ImprisonmentStatusCode.Value) ?? Facts.RecallKind.Standard, entry));

    /// <summary>The day of the return to custody on recall.</summary>
    public Known<DateOnly> ReturnedToCustodyOn => Lasting(() =>
        LastReception() is { Reason: "R-RCL" } returned ? Known<DateOnly>.Of(returned.HappenedAt.LondonDate, returned) : Known<DateOnly>.None());

    /// <summary>A movement of escape, abscond or failure to return since the sentence began.</summary>
    public Known<bool> EscapedOrAbscondedInSentence => Lasting(() =>
    {
        var escapes = Moves.Where(m => m.Reason is "X-ESC" or "X-ABS" or "X-TRF" && (!SentenceStartDate.HasValue || m.HappenedAt.LondonDate >= SentenceStartDate.Value)).ToList();
        return Known<bool>.Of(escapes.Count > 0, [.. escapes]);
    });

    /// <summary>Last transfer between prisons.</summary>
    public Known<DateOnly> MovedPrisonOn => Lasting(() =>
        Moves.Where(m => m.Type == "ADM" && m.Reason == "R-TRN").MaxBy(m => m.HappenedAt) is { } moved
            ? Known<DateOnly>.Of(moved.HappenedAt.LondonDate, moved) : Known<DateOnly>.None());

    /// <summary>Alert of a deportation order.</summary>
    public Known<bool> IsDeportationOrdered => Lasting(() => HasAlert("XSDEPORT"));

    private bool IsLicenceRunning => LicenceEndDate.HasValue && LicenceEndDate.Value >= AsAt;

    /// <summary>The order under which the person is supervised, where no licence runs.</summary>
    private Disposal? SupervisingOrder => IsLicenceRunning ? null : ActiveOrders is [var last, ..] ? last : null;

    /// <summary>The last moment of the day, or the moment of knowing where that is earlier.</summary>
    private DateTimeOffset Instant => London.At(AsAt.AddDays(1), TimeOnly.MinValue).AddTicks(-TimeSpan.TicksPerMicrosecond) is var end && KnownAt < end ? KnownAt : end;

    private IReadOnlyList<Movement> Moves => LastingKept(() => Believed(_history.Movements).Where(m => m.HappenedAt <= Instant).OrderBy(m => m.HappenedAt).ToList());

    private Establishment? Prison => EstablishmentCode is { HasValue: true, Value: var code } ? Establishments.Find(code.Text) : null;

    private CustodyEpisode? Episode => LatestInForce(_history.Episodes);

    private CustodyStatus? Status => LatestInForce(_history.Statuses);

    private IReadOnlyList<FactVersion> StatusAsSource => Status is { } status ? [status] : [];

    private static PlaceCode? EstablishmentOf(CellLocation? location) => location?.Prison.Text is null or "OUT" ? null : location.Prison;

    private Movement? LastReception() => Moves.LastOrDefault(m => m.Type is "ADM" && m.Reason is not ("R-CRT" or "R-TAP" or "R-TRN" or "R-HOSP"));

    private FactVersion? RecallEntry()
    {
        if (RulePlace is not { HasValue: true, Value: Facts.RulePlace.Custody or Facts.RulePlace.UnlawfullyAtLarge })
        {
            return null;
        }

        return LastReception() is { Reason: "R-RCL" } reception ? reception
            : KindOfRecall(ImprisonmentStatusCode.Value) is not null && ImprisonmentStatusCode.From is [var status, ..] ? status
            : null;
    }

    private static RecallKind? KindOfRecall(string? status) => Sentences.SentenceTypes.Find(status)?.RecallKind switch
    {
        "standard" => Facts.RecallKind.Standard,
        "ftr_14" => Facts.RecallKind.Ftr14,
        "ftr_28" => Facts.RecallKind.Ftr28,
        "ftr_56" => Facts.RecallKind.Ftr56,
        "hdc" => Facts.RecallKind.Hdc,
        _ => null,
    };

    private Known<bool> EarlierStay(Func<CellLocation, bool> counts)
    {
        if (!ArrivedOn.HasValue)
        {
            return Known<bool>.Of(false);
        }

        var stays = Begun(_history.Locations).Where(l => l.ValidFrom < ArrivedOn.Value && counts(l)).ToList();
        return Known<bool>.Of(stays.Count > 0, [.. stays]);
    }

    private static DateOnly? LastOf(params ReadOnlySpan<Known<DateOnly>> dates)
    {
        DateOnly? last = null;
        foreach (var date in dates)
        {
            last = date.HasValue && (last is null || date.Value > last) ? date.Value : last;
        }

        return last;
    }
}
