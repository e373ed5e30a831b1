using System.Runtime.CompilerServices;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Facts;

/// <summary>The facts of one case as at a day, as known at an instant, by name: what a reader outside the product may have of them.</summary>
/// <remarks>A list, not all that there are: a fact that a room adds is given to nobody until it is put here. What rests on victims or on
/// the monitoring of communications is not on it.</remarks>
public sealed class FactsOfCase(ThroughcareDb db, CaseHistories histories, TimeProvider clock)
{
    /// <param name="WithProtection">Facts of risk and protection too, for a reader who reads restricted entries of this person.</param>
    public sealed record Request(PersonId PersonId, DateOnly AsAt, DateTimeOffset KnownAt, bool WithProtection);

    /// <param name="Value">A number, a text, a date, yes or no, or a list of texts; <see langword="null"/> unless it is known.</param>
    public sealed record Fact(string Name, string Group, KnownState State, object? Value);

    /// <returns><see langword="null"/> for somebody who is not on record.</returns>
    public async Task<IReadOnlyList<Fact>?> OfAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);

        if (await histories.LoadAsync(request.PersonId, stop) is not { } history)
        {
            return null;
        }

        var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
        var reader = await EntryReaders.OfAsync(db, records, actor, clock.GetUtcNow().LondonDate, stop);
        var facts = history.At(request.AsAt, request.KnownAt);
        var isProtector = request.WithProtection && reader.Of(Sensitivity.Restricted) is Reading.Whole;
        return [.. All.Where(given => given.Group != Protection || isProtector).Select(given => given.Read(facts, reader))];
    }

    /// <summary>Names and groups of all that are given, in their order.</summary>
    public static IReadOnlyList<(string Name, string Group)> Names => [.. All.Select(given => (given.Name, given.Group))];

    private const string Person = "person";
    private const string Sentence = "sentence";
    private const string Dates = "keyDates";
    private const string Place = "place";
    private const string Managers = "managers";
    private const string Scored = "assessment";
    private const string Protection = "protection";

    private sealed record Given(string Name, string Group, Func<CaseFacts, EntryReader, Fact> Read);

    private static readonly IReadOnlyList<Given> All =
    [
        One(Person, f => f.DateOfBirth), One(Person, f => f.AgeYears), One(Person, f => f.IsAdult), One(Person, f => f.IsYoungAdult), One(Person, f => f.Sex),
        One(Person, f => f.DateOfDeath), One(Person, f => f.Nationality), One(Person, f => f.IsForeignNational), One(Person, f => f.EthnicGroup),
        One(Person, f => f.IsWelshSpeaker), One(Person, f => f.WantsWelshInWriting), One(Person, f => f.InterpreterNeeded), One(Person, f => f.HasIndividualNeed),
        One(Person, f => f.IsEmployed),
        One(Sentence, f => f.HasActiveEvent), One(Sentence, f => f.SentenceClass), One(Sentence, f => f.SentenceSubtype), One(Sentence, f => f.SentenceKind),
        One(Sentence, f => f.ImprisonmentStatusCode), One(Sentence, f => f.LegalStatus), One(Sentence, f => f.IsSentenced), One(Sentence, f => f.IsIndeterminate),
        One(Sentence, f => f.IsExtended), One(Sentence, f => f.IsCivil), One(Sentence, f => f.SentenceDate), One(Sentence, f => f.SentenceStartDate),
        One(Sentence, f => f.SentenceLengthMonths), One(Sentence, f => f.MonthsToReleaseAtSentence), One(Sentence, f => f.CustodyMonthsAtSentence),
        One(Sentence, f => f.CustodyMonthsLeft), One(Sentence, f => f.IsParoleEligibleDeterminate), One(Sentence, f => f.RequirementCodes),
        One(Sentence, f => f.HasUnpaidWork), One(Sentence, f => f.IsStandaloneUnpaidWork), One(Sentence, f => f.OffenceGroup),
        One(Dates, f => f.Sed), One(Dates, f => f.Sled), One(Dates, f => f.Led), One(Dates, f => f.Crd), One(Dates, f => f.Ard), One(Dates, f => f.Ped),
        One(Dates, f => f.Npd), One(Dates, f => f.Hdced), One(Dates, f => f.Hdcad), One(Dates, f => f.Tused), One(Dates, f => f.Ted), One(Dates, f => f.Prrd),
        One(Dates, f => f.ConfirmedReleaseDate), One(Dates, f => f.TargetHearingDate), One(Dates, f => f.HandoverReleaseDate),
        One(Dates, f => f.HandoverReleaseDateName), One(Dates, f => f.EarlyAllocationWindowDate), One(Dates, f => f.ReleaseReferenceDate),
        One(Dates, f => f.DisplayReleaseDate), One(Dates, f => f.NextParoleDate), One(Dates, f => f.LicenceEndDate), One(Dates, f => f.IsTreatedAsReleased),
        One(Place, f => f.RulePlace), One(Place, f => f.EstablishmentCode), One(Place, f => f.EstablishmentCountry), One(Place, f => f.IsInWomensPrison),
        One(Place, f => f.IsInOpenConditions), One(Place, f => f.FirstReceptionAt), One(Place, f => f.ArrivedOn), One(Place, f => f.SentencedArrivalOn),
        One(Place, f => f.HasEarlierStayHere), One(Place, f => f.HasEarlierStayAnywhere), One(Place, f => f.MovedPrisonOn), One(Place, f => f.SecurityCategory),
        One(Place, f => f.SecurityCategorySince), One(Place, f => f.IncentiveLevel), One(Place, f => f.SupervisionKind), One(Place, f => f.SupervisionStartedOn),
        One(Place, f => f.SupervisionEndsOn), One(Place, f => f.Provider), One(Place, f => f.IsRecalled), One(Place, f => f.RecallKind), One(Place, f => f.ReturnedToCustodyOn),
        One(Managers, f => f.HasPom), One(Managers, f => f.HasCom), One(Managers, f => f.HasKeyWorker), One(Managers, f => f.PomAllocatedOn),
        One(Managers, f => f.ComAllocatedOn), One(Managers, f => f.PomChangedOn), One(Managers, f => f.ComChangedOn), One(Managers, f => f.PduCode),
        One(Managers, f => f.RegionCode), One(Managers, f => f.MovedAreaOn), One(Managers, f => f.IsWelshCase),
        One(Scored, f => f.RoshCommunity), One(Scored, f => f.RoshCustody), One(Scored, f => f.RoshOverall), One(Scored, f => f.RoshCurrentSetting),
        One(Scored, f => f.RoshAssessedOn), One(Scored, f => f.RmpCompletedOn), One(Scored, f => f.LastOasysCompletedOn), One(Scored, f => f.LastOasysType),
        One(Scored, f => f.Ogrs3TwoYear), One(Scored, f => f.Ogp), One(Scored, f => f.Ovp), One(Scored, f => f.Rsr),
        One(Scored, f => f.OspDcBand), One(Scored, f => f.OspIicBand), One(Scored, f => f.Arp), One(Scored, f => f.Csrp), One(Scored, f => f.Vrp),
        One(Scored, f => f.Svrp), One(Scored, f => f.DcSrp), One(Scored, f => f.IicSrp),
        One(Protection, f => f.IsMappaEligible), One(Protection, f => f.MappaCategory), One(Protection, f => f.MappaLevel), One(Protection, f => f.IsPpo),
        One(Protection, f => f.IsIom), One(Protection, f => f.PpoArea), One(Protection, f => f.IsRegisteredSexualOffender), One(Protection, f => f.HasChildConcern),
        One(Protection, f => f.PprcStatus), One(Protection, f => f.HasDomesticAbuse), One(Protection, f => f.HasDomesticAbuseHistory), One(Protection, f => f.HasStalkingFlag),
        One(Protection, f => f.AcctState), One(Protection, f => f.IsSelfHarmKnown), One(Protection, f => f.HasRiskToStaff), One(Protection, f => f.IsVulnerable),
        One(Protection, f => f.ActiveHolds), One(Protection, f => f.IsDeportationOrdered),
    ];

    /// <summary>What rests on an entry that the reader may not read is not known to them.</summary>
    private static Given One<T>(string group, Func<CaseFacts, Known<T>> read, [CallerArgumentExpression(nameof(read))] string expression = "")
    {
        var member = expression[(expression.LastIndexOf('.') + 1)..];
        var name = char.ToLowerInvariant(member[0]) + member[1..];
        return new(name, group, (facts, reader) => read(facts) is var known && reader.MaySeeAll(known.From)
            ? new(name, group, known.State, known.HasValue ? Plain(known.Value!) : null)
            : new(name, group, KnownState.Unknown, null));
    }

    private static object Plain(object value) => value switch
    {
        Enum choice => choice.ToString(),
        Coded coded => coded.Text,
        PlaceCode place => place.Text,
        Predicted predicted => predicted.ToString(),
        _ => value,
    };
}
