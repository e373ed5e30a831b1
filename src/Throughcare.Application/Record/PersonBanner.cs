using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Application.Standards;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Everything that the banner above every page of a record says.</summary>
public sealed class PersonBanner(ThroughcareDb db, CaseHistories histories, TimeProvider clock)
{
    /// <param name="Address">What stands for the person in addresses.</param>
    /// <param name="Where">The one line of where the person is.</param>
    public sealed record Banner(PersonId PersonId, string Address, string Surname, string? Forename, string Where)
    {
        /// <summary>Where it differs from the forename.</summary>
        public string? PreferredName { get; init; }

        public string? PrisonNumber { get; init; }

        public string? Crn { get; init; }

        public string? Pnc { get; init; }

        public DateOnly? BornOn { get; init; }

        public int? AgeYears { get; init; }

        /// <summary>Sex at record, in words.</summary>
        public string? Sex { get; init; }

        /// <summary>"Welsh speaker", "Interpreter needed": only those that are true.</summary>
        public IReadOnlyList<string> Needs { get; init; } = [];

        /// <summary><see langword="null"/> where it is not assessed.</summary>
        public RoshLevel? Rosh { get; init; }

        /// <summary>Predictors of the latest assessment that have a band, in the order in which they are shown.</summary>
        public IReadOnlyList<Predictor> Scores { get; init; } = [];

        /// <summary>1 to 4; <see langword="null"/> where the person is not a MAPPA case.</summary>
        public int? MappaCategory { get; init; }

        /// <summary>1 to 3; <see langword="null"/> while it is to be set.</summary>
        public int? MappaLevel { get; init; }

        /// <summary>In the order in which they are shown.</summary>
        public IReadOnlyList<Tag> Tags { get; init; } = [];

        /// <summary>POM, COM and key worker, in that order; those that the person has or should have.</summary>
        public IReadOnlyList<Worker> Staff { get; init; } = [];

        public NamedDate? NextDate { get; init; }

        /// <summary>What is to be done next, overdue first; <see langword="null"/> where nothing is.</summary>
        public DueLine? NextDue { get; init; }

        /// <summary>In the order in which they stand above the banner.</summary>
        public IReadOnlyList<Notice> Notices { get; init; } = [];

        /// <summary>"Surname, Forename", or the surname alone.</summary>
        public string LastCommaFirst => Forename is null ? Surname : $"{Surname}, {Forename}";

        /// <summary>The number that titles show.</summary>
        public string? Number => PrisonNumber ?? Crn;
    }

    /// <param name="Instrument">Such as RSR.</param>
    /// <param name="Percent">0 to 100.</param>
    /// <param name="Kind">"Static" or "Dynamic".</param>
    public sealed record Predictor(string Instrument, string Band, decimal Percent, string? Kind);

    /// <param name="What">The title of the standard.</param>
    public sealed record DueLine(DueItemId ItemId, string What, DateOnly On);

    public sealed record Tag(TagKind Kind, string Text);

    /// <summary>What a tag is about, which decides its colour; in the order in which tags stand.</summary>
    public enum TagKind
    {
        Determinate,
        Indeterminate,
        Recalled,
        ParoleEligible,
        VictimContact,
        LimitedAccess,
        SelfHarm,
        RiskToStaff,
        RiskToChildren,
        PpoOrIom,
        Interpreter,
        OtherAlert,
    }

    /// <param name="Job">"POM", "COM" or "Key worker".</param>
    /// <param name="Name">As recorded; <see langword="null"/> is "Not allocated".</param>
    public sealed record Worker(string Job, string? Name, StaffId? StaffId, DateOnly? Since);

    public sealed record Notice(NoticeKind Kind, string Sentence);

    /// <summary>In the order in which they stand.</summary>
    public enum NoticeKind
    {
        BeingTransferred,
        Released,
        NotInYourPlace,
        ArrivedLately,
        LimitedAccess,
    }

    /// <returns><see langword="null"/> for somebody who is not on record.</returns>
    public async Task<Banner?> OfAsync(PersonId person, Actor actor, CancellationToken stop)
    {
        if (await histories.LoadAsync(person, stop) is not { } history)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var facts = history.At(now.LondonDate, now);
        var reader = await EntryReaders.OfAsync(db, [.. history.Names.Select(n => n.PersonId).Append(history.PersonId).Distinct()], actor, now.LondonDate, stop);
        return Of(facts, reader) with { NextDue = await NextDueAsync(db, history.PersonId, actor, stop) };
    }

    internal static async Task<DueLine?> NextDueAsync(ThroughcareDb db, PersonId person, Actor actor, CancellationToken stop)
    {
        var next = await db.DueItems.Where(i => i.PersonId == person && i.ReplacedAt == null && i.State == ItemState.Open).SeenBy(actor)
            .OrderBy(i => i.EffectiveDueOn).ThenBy(i => i.Id).FirstOrDefaultAsync(stop);
        return next is null ? null : new(next.Id, StandardNames.TitleOf(next.Rule), next.EffectiveDueOn);
    }

    internal static Banner Of(CaseFacts facts, EntryReader reader)
    {
        var name = facts.Name.Value;
        var visible = reader.Visible(facts.ActiveAlerts).Select(alert => alert.Code).ToHashSet();
        var flags = reader.Visible(facts.ActiveRegistrations).ToList();
        return new Banner(facts.PersonId, facts.Address, name?.Last ?? "Name not recorded", name?.First, facts.WhereWords)
        {
            PreferredName = facts.PreferredName.Value?.First is { } preferred && preferred != name?.First ? preferred : null,
            PrisonNumber = facts.NumberOf(IdentifierKind.Noms).Value,
            Crn = facts.NumberOf(IdentifierKind.Crn).Value,
            Pnc = facts.NumberOf(IdentifierKind.Pnc).Value,
            BornOn = facts.DateOfBirth.HasValue ? facts.DateOfBirth.Value : null,
            AgeYears = facts.AgeYears.HasValue ? facts.AgeYears.Value : null,
            Sex = facts.Sex switch { { HasValue: false } => null, { Value: Sex.Male } => "Male", { Value: Sex.Female } => "Female", { Value: Sex.NotSpecified } => "Not specified", _ => "Not known" },
            Needs = [.. Needs(facts)],
            Rosh = facts.RoshCommunity.HasValue && reader.MaySeeAll(facts.RoshCommunity.From) ? facts.RoshCommunity.Value : null,
            MappaCategory = facts.MappaCategory is { HasValue: true, Value: not MappaCategory.None } && reader.MaySeeAll(facts.MappaCategory.From) ? (int)facts.MappaCategory.Value : null,
            MappaLevel = facts.MappaLevel.Value is MappaLevel.L1 or MappaLevel.L2 or MappaLevel.L3 && reader.MaySeeAll(facts.MappaLevel.From) ? (int)facts.MappaLevel.Value : null,
            Scores = [.. Scores(facts)],
            Tags = [.. Tags(facts, reader, visible, flags)],
            Staff = [.. Staff(facts)],
            NextDate = facts.NextKeyDate.HasValue ? facts.NextKeyDate.Value : null,
            Notices = [.. Notices(facts, reader)],
        };
    }

    private static IEnumerable<string> Needs(CaseFacts facts)
    {
        if (facts.IsWelshSpeaker.Value)
        {
            yield return "Welsh speaker";
        }

        if (facts.InterpreterNeeded.Value)
        {
            yield return "Interpreter needed";
        }
    }

    private static IEnumerable<Predictor> Scores(CaseFacts facts)
    {
        switch (facts.Rsr)
        {
            case { HasValue: true, From: [AssessmentSummary assessment, ..] } rsr:
                yield return new("RSR", PredictorBands.OfRsr(rsr.Value), rsr.Value, assessment.RsrDynamic is null ? "Static" : "Dynamic");
                break;
            case { HasValue: true, From: [RiskScoring scoring, ..] } rsr:
                yield return new("RSR", PredictorBands.OfRsr(rsr.Value), rsr.Value, scoring.Of(Risk.RiskInstrument.Rsr)!.IsStatic ? "Static" : "Dynamic");
                break;
        }

        if (facts.Csrp is { HasValue: true, Value: { Percent: > 0, Band: { } band } csrp })
        {
            yield return new("CSRP", PredictorBands.Say(band), csrp.Percent, csrp.IsStatic ? "Static" : "Dynamic");
        }
    }

    private static IEnumerable<Tag> Tags(CaseFacts facts, EntryReader reader, HashSet<string> visible, List<Registration> flags)
    {
        if (facts.IsIndeterminate.Value)
        {
            yield return new(TagKind.Indeterminate, "Indeterminate");
        }
        else if (facts.SentenceClass is { HasValue: true, Value: SentenceClass.CustodyDeterminate })
        {
            yield return new(TagKind.Determinate, "Determinate");
        }

        if (facts.IsRecalled.Value)
        {
            yield return new(TagKind.Recalled, "Recalled");
        }

        if (facts.IsParoleEligibleDeterminate.Value || facts.IsIndeterminate.Value)
        {
            yield return new(TagKind.ParoleEligible, "Parole eligible");
        }

        if (facts.IsVictimStatutory.Value && reader.KnowsOfVictims)
        {
            yield return new(TagKind.VictimContact, facts.IsVictimOptedIn.Value ? "Victim contact: opted in" : "Victim contact");
        }

        if (facts.IsLimitedAccess.Value)
        {
            yield return new(TagKind.LimitedAccess, "Limited access");
        }

        if (Any("HA"))
        {
            yield return new(TagKind.SelfHarm, "Self-harm: ACCT open");
        }
        else if (Any("HA1", "HC", "HS") || Flagged("ALSH"))
        {
            yield return new(TagKind.SelfHarm, "Self-harm");
        }

        if (Any("RSS", "RST", "XSA") || Flagged("TC-RTS"))
        {
            yield return new(TagKind.RiskToStaff, "Risk to staff");
        }

        if (Any("CPRC", "CPC", "RCC", "RCS", "RCP") || Flagged("RCCO", "RCPR", "RCHD"))
        {
            yield return new(TagKind.RiskToChildren, "Risk to children");
        }

        var nominations = facts.ActiveNominations.Where(reader.MaySee).ToList();
        if (Any("OPPO") || Flagged("TC-PPO") || nominations.Exists(n => n.IsPpo))
        {
            yield return new(TagKind.PpoOrIom, "PPO");
        }

        if (Any("OIOM") || Flagged("IIOM") || nominations.Exists(n => !n.IsPpo))
        {
            yield return new(TagKind.PpoOrIom, "IOM");
        }

        if (facts.InterpreterNeeded.Value)
        {
            yield return new(TagKind.Interpreter, "Interpreter");
        }

        foreach (var code in visible.Where(code => !Tagged.Contains(code)))
        {
            if (AlertCodes.Find(code) is { } alert && alert.TypeCode != "P")
            {
                yield return new(TagKind.OtherAlert, alert.Description);
            }
        }

        foreach (var flag in flags.Where(flag => !TaggedFlags.Contains(flag.Code)).Select(flag => flag.Describe()).Distinct(StringComparer.Ordinal))
        {
            yield return new(TagKind.OtherAlert, flag);
        }

        bool Flagged(params string[] codes) => flags.Exists(flag => codes.Contains(flag.Code));

        bool Any(params ReadOnlySpan<string> codes)
        {
            foreach (var code in codes)
            {
                if (visible.Contains(code))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Alerts that have a tag or a badge of their own.</summary>
    private static readonly HashSet<string> Tagged =
        ["HA", "HA1", "HA2", "HC", "HS", "RSS", "RST", "XSA", "CPRC", "CPC", "RCC", "RCS", "RCP", "OPPO", "OIOM", "ROM", "ROH", "ROV"];

    /// <summary>Flags that have a tag or a badge of their own.</summary>
    private static readonly HashSet<string> TaggedFlags =
        ["RVHR", "RHRH", "RMRH", "RLRH", "MAPP", "ALSH", "TC-RTS", "RCCO", "RCPR", "RCHD", "TC-PPO", "IIOM", "TC-LAO"];

    private static IEnumerable<Worker> Staff(CaseFacts facts)
    {
        var isHeld = facts.RulePlace is { HasValue: true, Value: RulePlace.Custody };
        var isOut = facts.RulePlace is { HasValue: true, Value: RulePlace.Community or RulePlace.UnlawfullyAtLarge };
        if (facts.HasPom.Value || isHeld)
        {
            yield return One("POM", facts.Pom.Value);
        }

        if (facts.HasCom.Value || isHeld || isOut)
        {
            yield return One("COM", facts.Com.Value);
        }

        if (facts.HasKeyWorker.Value || (isHeld && facts.PrisonUsesKeyWork.Value))
        {
            yield return One("Key worker", facts.KeyWorker.Value);
        }

        static Worker One(string job, ManagerAssignment? manager) => new(job, manager?.Name, manager?.StaffId, manager?.ValidFrom);
    }

    private static IEnumerable<Notice> Notices(CaseFacts facts, EntryReader reader)
    {
        var where = facts.Where.Value;
        if (where is { Code: "in_transit" })
        {
            yield return new(NoticeKind.BeingTransferred, where.Prison is { } to ? $"Being transferred to {Places.Name(to)}" : "Being transferred");
        }

        if (where is { RulePlace: RulePlace.Community, Since: { } released } && released.AddDays(28) >= facts.AsAt)
        {
            yield return new(NoticeKind.Released, $"Released on {Words.LongDate(released)}");
        }

        if (Why(facts, reader) is { } why)
        {
            yield return new(NoticeKind.NotInYourPlace, why);
        }

        if (where is { Code: "custody" } && facts.ArrivedOn is { HasValue: true, Value: var arrived } && facts.AsAt.DayNumber - arrived.DayNumber is >= 0 and <= 3 and var days)
        {
            yield return new(NoticeKind.ArrivedLately, days == 0
                ? "Arrived today. Some information may not have been entered yet"
                : "Arrived in the last 3 days. Some information may not have been entered yet");
        }

        if (facts.IsLimitedAccess.Value)
        {
            yield return new(NoticeKind.LimitedAccess, "Limited access. Only named people may see this record");
        }
    }

    /// <summary>Why somebody sees a person who is not in their prison or office; <see langword="null"/> where they are.</summary>
    private static string? Why(CaseFacts facts, EntryReader reader) => reader.Kinds switch
    {
        var kinds when kinds.Contains(ReachKind.Unit) || reader.Actor.Role is Role.System => null,
        var kinds when kinds.Contains(ReachKind.Manager) => facts.EstablishmentCode is { HasValue: true, Value: var prison } && prison == reader.Actor.Place
            ? null : "Not in your prison or office. You’re viewing because you are or were allocated to this person",
        var kinds when kinds.Contains(ReachKind.ReceivingUnit) => "Not in your prison or office. You’re viewing because a transfer to you is booked or on its way",
        var kinds when kinds.Contains(ReachKind.EarlierUnit) => "Not in your prison or office. You’re viewing because your prison or office held or supervised this person in the last 12 months",
        var kinds when kinds.Contains(ReachKind.Granted) => "Not in your prison or office. You’re viewing because access was granted on request",
        var kinds when kinds.Contains(ReachKind.BreakGlass) => "Not in your prison or office. You’re viewing because you opened this record in an emergency",
        var kinds when kinds.Contains(ReachKind.Sample) => "Not in your prison or office. You’re viewing because this case is in an inspection sample",
        _ => "Not in your prison or office. You’re viewing because of your role",
    };
}
