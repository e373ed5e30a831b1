using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Sentences;

namespace Throughcare.Domain.Facts;

/// <content>What the person was sentenced to.</content>
public sealed partial class CaseFacts
{
    /// <summary>Sentences in force on the day, the latest first: the prison's, and the orders that probation supervises. Probation's own
    /// record of a sentence of custody counts where the prison has none.</summary>
    public IReadOnlyList<SentenceRecord> ActiveSentences => LastingKept(() =>
    {
        var ofPrison = InForce(_history.Sentences);
        return ofPrison.Concat(ActiveDisposals.Where(d => !d.IsCustodial || ofPrison.Count == 0).Select(AsSentence)).OrderByDescending(s => s.ValidFrom).ToList();
    });

    /// <summary>What courts decided, in force on the day as probation records it, the latest first.</summary>
    public IReadOnlyList<Disposal> ActiveDisposals => LastingKept(() => InForce(_history.Disposals));

    /// <summary>Community orders, suspended sentence orders and others that are served in the community, the one that ends last first.</summary>
    public IReadOnlyList<Disposal> ActiveOrders => LastingKept(() => ActiveDisposals
        .Where(d => SentenceTypes.Find(d.Type?.Code)?.Class is "community_order" or "suspended_sentence" or "post_sentence_supervision")
        .OrderByDescending(d => d.ExpectedEnd ?? DateOnly.MaxValue).ThenBy(d => d.ValidFrom).ToList());

    /// <summary>Requirements of orders in force, the latest first.</summary>
    public IReadOnlyList<Requirement> ActiveRequirements => LastingKept(() => InForce(_history.Requirements));

    /// <summary>Codes of the requirements in force, as the source has them; their words where it gives no code.</summary>
    public Known<IReadOnlyList<string>> RequirementCodes => Lasting(() => Known<IReadOnlyList<string>>.Of(
        [.. ActiveRequirements.Select(r => r.CategoryCode ?? r.Category).Distinct(StringComparer.Ordinal)], [.. ActiveRequirements]));

    public Known<bool> HasUnpaidWork => Lasting(() => AnyRequirement(r => r.IsUnpaidWork));

    /// <summary>Unpaid work is the only requirement in force.</summary>
    public Known<bool> IsStandaloneUnpaidWork => Lasting(() =>
        Known<bool>.Of(ActiveRequirements.Count > 0 && ActiveRequirements.All(r => r.IsUnpaidWork), [.. ActiveRequirements]));

    /// <summary>A requirement of curfew, exclusion, prohibited activity or residence is in force.</summary>
    public Known<bool> HasRestrictiveOrderRequirement => Lasting(() => AnyRequirement(r => r.IsRestrictive));

    /// <summary>A sentence or an order is in force.</summary>
    public Known<bool> HasActiveEvent => Lasting(() => Known<bool>.Of(ActiveSentences.Count > 0, [.. ActiveSentences.Select(Source)]));

    /// <summary>Any indeterminate sentence governs, the latest of several; otherwise the one that expires last, and of two that
    /// expire together the one imposed first.</summary>
    public Known<SentenceRecord> GoverningSentence => Lasting(() =>
    {
        var governing = ActiveSentences.Where(IsIndeterminateSentence).MaxBy(s => s.ValidFrom)
            ?? ActiveSentences.Where(IsOfSentencedPerson).OrderByDescending(s => EndOf(s)).ThenBy(s => s.ValidFrom).FirstOrDefault();
        return governing is null ? Known<SentenceRecord>.None() : Known<SentenceRecord>.Of(governing, Source(governing));
    });

    public Known<FactId> GoverningSentenceId => Lasting(() => GoverningSentence.Then(sentence => sentence.Id));

    /// <summary>Class of the governing sentence; unknown for a code that the list does not have, none without a sentence.</summary>
    public Known<SentenceClass> SentenceClass => Lasting(() =>
        GoverningSentence.Value is { } sentence ? ClassOf(sentence).OrUnknown(sentence) : Known<SentenceClass>.None());

    /// <summary>Column <c>subtype</c> of <c>sentence-types.csv</c>, such as SDS or EDS.</summary>
    public Known<string> SentenceSubtype => Lasting(() =>
        GoverningSentence.Value is { } sentence ? TypeOf(sentence)?.Subtype.OrUnknown(sentence) ?? Known<string>.Unknown(sentence) : Known<string>.None());

    /// <summary>What scope and handover ask: any indeterminate sentence wins.</summary>
    public Known<SentenceKind> SentenceKind => Lasting(() =>
    {
        if (GoverningSentence.Value is not { } sentence)
        {
            return Known<SentenceKind>.Of(Facts.SentenceKind.None);
        }

        var kind = (TypeOf(sentence)?.Subtype, ClassOf(sentence)) switch
        {
            ("IPP" or "DPP", _) => Facts.SentenceKind.Ipp,
            ("LIFE" or "HMP_DETENTION", _) => Facts.SentenceKind.Life,
            (_, Facts.SentenceClass.CustodyIndeterminate) => Facts.SentenceKind.OtherIndeterminate,
            ("EDS" or "LASPO_AR" or "EPP" or "EXT", _) => Facts.SentenceKind.Extended,
            (_, Facts.SentenceClass.Civil) => Facts.SentenceKind.Civil,
            (_, Facts.SentenceClass.CustodyDeterminate) => Facts.SentenceKind.Determinate,
            (_, null) => (SentenceKind?)null,
            _ => Facts.SentenceKind.None,
        };
        return kind.OrUnknown(sentence);
    });

    /// <summary>Code of <c>imprisonment-statuses.csv</c>: that of the custody status in force, else that of the governing sentence.</summary>
    public Known<string> ImprisonmentStatusCode => Lasting(() =>
        Status?.LegalStatus?.Code is { } held ? Known<string>.Of(held, Status)
        : GoverningSentence.Value?.LegalStatus?.Code is { } under ? Known<string>.Of(under, GoverningSentence.From)
        : Known<string>.Unknown());

    /// <summary>By the imprisonment status, else derived from the sentences.</summary>
    public Known<LegalStatus> LegalStatus => Lasting(() =>
        ImprisonmentStatuses.Find(ImprisonmentStatusCode.Value)?.LegalStatus is { } status ? Known<LegalStatus>.Of(status, ImprisonmentStatusCode.From)
        : SentenceClass.HasValue ? Known<LegalStatus>.Of(SentenceClass.Value switch
        {
            Facts.SentenceClass.CustodyIndeterminate => Sentences.LegalStatus.Indeterminate,
            Facts.SentenceClass.CustodyDeterminate => Sentences.LegalStatus.Sentenced,
            Facts.SentenceClass.Remand => Sentences.LegalStatus.Remand,
            Facts.SentenceClass.Immigration => Sentences.LegalStatus.Immigration,
            Facts.SentenceClass.Civil => Sentences.LegalStatus.Civil,
            _ => Sentences.LegalStatus.SentencedNonCustodial,
        }, SentenceClass.From)
        : Known<LegalStatus>.Unknown());

    /// <summary>A sentence start and at least one of: release date, parole or curfew eligibility, tariff, or no fixed end.</summary>
    public Known<bool> IsSentenced => Lasting(() => Known<bool>.Of(
        SentenceStartDate.HasValue && (IsIndeterminate.Value || Crd.HasValue || Ard.HasValue || Ped.HasValue || Hdced.HasValue || Ted.HasValue),
        [.. SentenceStartDate.From, .. KeyDatesSource]));

    /// <summary>Any sentence in force has no fixed end.</summary>
    public Known<bool> IsIndeterminate => Lasting(() =>
        ActiveSentences.Where(IsIndeterminateSentence).ToList() is { Count: > 0 } life ? Known<bool>.Of(true, [.. life]) : Known<bool>.Of(false));

    /// <summary>Any sentence in force is an EDS, LASPO_AR, EPP or EXT.</summary>
    public Known<bool> IsExtended => Lasting(() =>
        ActiveSentences.Where(s => TypeOf(s)?.Subtype is "EDS" or "LASPO_AR" or "EPP" or "EXT").ToList() is { Count: > 0 } extended
            ? Known<bool>.Of(true, [.. extended]) : Known<bool>.Of(false));

    /// <summary>Held under a civil power, with no criminal sentence in force.</summary>
    public Known<bool> IsCivil => Lasting(() => Known<bool>.Of(
        LegalStatus is { HasValue: true, Value: Sentences.LegalStatus.Civil }
        && !ActiveSentences.Any(s => ClassOf(s) is Facts.SentenceClass.CustodyDeterminate or Facts.SentenceClass.CustodyIndeterminate),
        LegalStatus.From));

    /// <summary>Imprisonment status DET, with or without a sentence.</summary>
    public Known<bool> IsImmigrationDetainee => Lasting(() => Known<bool>.Of(ImprisonmentStatusCode.Value == "DET", ImprisonmentStatusCode.From));

    /// <summary>The day on which the governing sentence was imposed.</summary>
    public Known<DateOnly> SentenceDate => Lasting(() => GoverningSentence.Then(sentence => sentence.ValidFrom));

    /// <summary>The day on which the governing term starts to run: the day it was imposed, since no chain of terms is recorded.</summary>
    public Known<DateOnly> SentenceStartDate => Lasting(() => SentenceDate);

    /// <summary>Custodial term of the governing sentence in months, with a half for any days beyond the whole ones; none for an
    /// indeterminate sentence.</summary>
    public Known<decimal> SentenceLengthMonths => Lasting(() => GoverningSentence.Value switch
    {
        null => Known<decimal>.None(),
        { } sentence when IsIndeterminate.Value => Known<decimal>.None(sentence),
        { Years: null, Months: null, Days: null } sentence => Known<decimal>.Unknown(sentence),
        { } sentence => Known<decimal>.Of(HalfMonths.Between(sentence.ValidFrom, EndOf(sentence)!.Value), sentence),
    });

    /// <summary>Sentence date to the earliest release or tariff expiry, in months with a half for any days beyond.</summary>
    public Known<decimal> MonthsToReleaseAtSentence => Lasting(() => MonthsFromSentence(IsIndeterminate.Value ? Ted : Earliest(Ped, Crd, Ard)));

    /// <summary>Sentence date to the release date that handover counts from; more than 10 exactly when ten months after the
    /// sentence date come before it.</summary>
    public Known<decimal> CustodyMonthsAtSentence => Once(() => MonthsFromSentence(HandoverReleaseDate));

    /// <summary>Whole months from the day to the release date that handover counts from.</summary>
    public Known<int> CustodyMonthsLeft => Once(() =>
        HandoverReleaseDate.HasValue ? HandoverReleaseDate.Then(date => HalfMonths.Whole(AsAt, date)) : Known<int>.Unknown());

    /// <summary>More than one indeterminate sentence, and the last starts later than the first; until 14 August 2024 more than one.</summary>
    public Known<bool> HasAdditionalIndeterminateSentence => Once(() =>
    {
        var life = ActiveSentences.Where(IsIndeterminateSentence).ToList();
        return Known<bool>.Of(ParoleRules.HasAdditionalIndeterminateSentence([.. life.Select(sentence => sentence.ValidFrom)], AsAt), [.. life]);
    });

    /// <summary>A parole eligibility date on a determinate sentence, past or future.</summary>
    public Known<bool> IsParoleEligibleDeterminate => Lasting(() => Known<bool>.Of(!IsIndeterminate.Value && Ped.HasValue, Ped.From));

    /// <summary>Offences in force, those that the prison records first while it holds the person and last otherwise; unknown where none is recorded.</summary>
    public Known<IReadOnlyList<Offence>> Offences => Lasting(() =>
        InForce(_history.Offences).OrderByDescending(o => o.IsMain).ThenByDescending(o => IsOwnersWord(o.Recorded.Source)).ToList() is { Count: > 0 } offences
            ? Known<IReadOnlyList<Offence>>.Of(offences, [.. offences]) : Known<IReadOnlyList<Offence>>.Unknown());

    public Known<Offence> MainOffence => Lasting(() => Offences.Then(offences => offences[0]));

    /// <summary>Published group of the main offence; unknown where its words are in no group.</summary>
    public Known<string> OffenceGroup => Lasting(() =>
        MainOffence.Value is { GroupCode: not OffenceGrouping.NotGrouped } main ? Known<string>.Of(main.GroupCode, main) : Known<string>.Unknown());

    /// <summary>Any offence, past or present, of the sexual group; its absence proves nothing.</summary>
    public Known<bool> HasSexualOffenceEver => Lasting(() =>
        Believed(_history.Offences).Where(o => o.GroupCode == "SEX").ToList() is { Count: > 0 } sexual
            ? Known<bool>.Of(true, [.. sexual]) : Known<bool>.Unknown());

    /// <summary>The alert of a terrorism conviction, or the flag of terrorism or extremism.</summary>
    public Known<bool> HasTerrorismOffence => Lasting(() => HasAny(["XTACT"], ["RTAO"]));

    private Known<bool> AnyRequirement(Func<Requirement, bool> counts) =>
        ActiveRequirements.Where(counts).ToList() is var found ? Known<bool>.Of(found.Count > 0, [.. found]) : default;

    private bool IsOwnersWord(SourceSystem source) => source is SourceSystem.Offloc == RulePlace is { HasValue: true, Value: Facts.RulePlace.Custody };

    /// <summary>A disposal as rules on sentences read it.</summary>
    private static SentenceRecord AsSentence(Disposal disposal) => new()
    {
        Id = disposal.Id,
        Version = disposal.Version,
        PersonId = disposal.PersonId,
        CaseId = disposal.CaseId,
        ValidFrom = disposal.ValidFrom,
        ValidTo = disposal.ValidTo,
        Recorded = disposal.Recorded,
        SourceId = disposal.SourceId,
        Type = disposal.Type,
        Years = disposal.Unit is LengthUnit.Years ? disposal.Length : null,
        Months = disposal.Unit is LengthUnit.Months ? disposal.Length : null,
        Days = disposal.Unit is LengthUnit.Days ? disposal.Length : disposal.Unit is LengthUnit.Weeks ? 7 * disposal.Length : null,
    };

    /// <summary>The entry that a sentence is: the disposal where it stands for one.</summary>
    private FactVersion Source(SentenceRecord sentence) => ActiveDisposals.FirstOrDefault(d => d.Id == sentence.Id) ?? (FactVersion)sentence;

    private static SentenceType? TypeOf(SentenceRecord sentence) =>
        SentenceTypes.Find(sentence.Type?.Code) ?? SentenceTypes.Find(sentence.LegalStatus?.Code);

    /// <summary>By the sentence's own type, else by the band of the status that the person is held under.</summary>
    private static SentenceClass? ClassOf(SentenceRecord sentence) => TypeOf(sentence)?.Class switch
    {
        "custody_determinate" => Facts.SentenceClass.CustodyDeterminate,
        "custody_indeterminate" => Facts.SentenceClass.CustodyIndeterminate,
        "community_order" => Facts.SentenceClass.CommunityOrder,
        "suspended_sentence" => Facts.SentenceClass.SuspendedSentence,
        "post_sentence_supervision" => Facts.SentenceClass.PostSentenceSupervision,
        "remand" => Facts.SentenceClass.Remand,
        "immigration" => Facts.SentenceClass.Immigration,
        "civil" => Facts.SentenceClass.Civil,
        _ => ImprisonmentStatuses.Find(sentence.LegalStatus?.Code)?.LegalStatus switch
        {
            Sentences.LegalStatus.Indeterminate => Facts.SentenceClass.CustodyIndeterminate,
            Sentences.LegalStatus.Sentenced => Facts.SentenceClass.CustodyDeterminate,
            Sentences.LegalStatus.Remand or Sentences.LegalStatus.ConvictedUnsentenced => Facts.SentenceClass.Remand,
            Sentences.LegalStatus.Immigration => Facts.SentenceClass.Immigration,
            Sentences.LegalStatus.Civil => Facts.SentenceClass.Civil,
            _ => null,
        },
    };

    private static bool IsIndeterminateSentence(SentenceRecord sentence) => ClassOf(sentence) is Facts.SentenceClass.CustodyIndeterminate;

    private static bool IsOfSentencedPerson(SentenceRecord sentence) => ClassOf(sentence) is not Facts.SentenceClass.Remand;

    private static DateOnly? EndOf(SentenceRecord sentence) => sentence is { Years: null, Months: null, Days: null }
        ? null
        : sentence.ValidFrom.AddYears(sentence.Years ?? 0).AddMonths(sentence.Months ?? 0).AddDays(sentence.Days ?? 0);

    private Known<decimal> MonthsFromSentence(Known<DateOnly> date) => SentenceDate.HasValue && date.HasValue
        ? Known<decimal>.Of(HalfMonths.Between(SentenceDate.Value, date.Value), [.. SentenceDate.From, .. date.From])
        : Known<decimal>.Unknown();
}
