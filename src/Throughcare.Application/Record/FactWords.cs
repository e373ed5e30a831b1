using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Interventions;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Domain.Standards;
using Throughcare.Risk;

namespace Throughcare.Application.Record;

/// <summary>Facts of the record as lines of text.</summary>
internal static class FactWords
{
    public static string Title(TimelineKind kind, FactVersion fact) => (kind, fact) switch
    {
        (_, Movement movement) => Of(movement),
        (TimelineKind.AlertClosed, Alert alert) => $"Alert closed: {Of(alert)}",
        (_, Alert alert) => $"Alert: {Of(alert)}",
        (_, SentenceRecord sentence) => $"Sentenced: {sentence.LegalStatus?.Describe(ImprisonmentStatuses.Table) ?? sentence.Type?.Text ?? "type not recorded"}",
        (_, KeyDates) => "Key dates changed",
        (_, CustodyStatus status) => $"Custody status: {status.LegalStatus?.Describe(ImprisonmentStatuses.Table) ?? status.Status ?? "not recorded"}",
        (_, CellLocation location) => $"Location: {Places.Name(location.Prison)}, {location.Cell ?? "cell not recorded"}",
        (_, ManagerAssignment manager) => $"{Roles.Of(manager.Role).Name}: {manager.Name}",
        (_, AccessRestriction) => "Record limited to named users",
        (TimelineKind.RegistrationEnded, Registration registration) => $"Registration ended: {registration.Describe()}",
        (_, Registration registration) => $"Registered: {registration.Describe()}",
        (_, RoshRecord level) => $"Risk of serious harm: {Of(level.Level)}",
        (_, Disposal disposal) => $"Sentenced: {disposal.Detail ?? disposal.Type?.Describe(SentenceTypes.Table) ?? "type not recorded"}",
        (_, AreaTransfer transfer) => transfer.Status is { } status ? $"Area transfer: {status}" : "Area transfer asked for",
        (_, Deferral deferral) => $"Deferral {Of(deferral.State)}: {StandardNames.TitleOf(deferral.Rule)}",
        (_, StandardExemption exemption) => $"{(exemption.ValidTo is null ? "Exempt from a standard" : "Exemption from a standard ended")}: {StandardNames.FamilyOf(exemption.Family)}",
        (_, ResponsibilityOverride { ValidTo: not null }) => "Who leads is as worked out again",
        (_, ResponsibilityOverride set) => $"Who leads was set by hand: {(set.Side is ResponsibilitySide.Probation ? "community offender manager" : "prison offender manager")}",
        (_, EarlyAllocationAssessment { CommunityAccepted: { } yes }) => $"Early allocation {(yes ? "accepted" : "not accepted")} by the community",
        (_, EarlyAllocationAssessment assessment) => $"Early allocation assessed: {assessment.Outcome.ToString().ToLowerInvariant()}",
        (_, ComplexityRecord level) => $"Complexity of need: {level.Level.ToString().ToLowerInvariant()}",
        (_, TierChoice choice) => $"Tier {choice.Tier} chosen",
        (_, ScopeExtension taken) => taken.ValidTo is null ? "Managed here though outside the national phases" : "No longer managed here outside the national phases",
        (_, PersonCase) => "Case opened",
        (_, AssessmentSummary assessment) => $"OASys completed: {Of(assessment.Type)}",
        (_, RiskScoring scoring) => $"Risk scores {(scoring.Kind is ScoringKind.Original ? "kept" : "kept again")} with the assessment of {Words.LongDate(scoring.ValidFrom)}",
        (_, PpoNomination nomination) => $"{(nomination.IsPpo ? "PPO" : "IOM")}: {Of(nomination.Status)}",
        (_, VictimContact contact) => $"Victim contact: {Of(contact.Status)}",
        (_, RecordedIntervention step) => $"{step.Code}: {Of(step.Status)}",
        _ => kind.ToString(),
    };

    /// <summary>"Transferred out of HMP Leeds to HMP Lowdham Grange: Planned transfer linked to the sentence plan".</summary>
    public static string Of(Movement movement)
    {
        var (from, to) = (movement.From is { } left ? Places.Name(left) : null, movement.To is { } reached ? Places.Name(reached) : null);
        var what = movement.Type switch
        {
            "ADM" => to is null ? "Received" : $"Received at {to}",
            "TRN" => (from, to) switch { (null, null) => "Transferred", (null, _) => $"Transferred to {to}", (_, null) => $"Transferred out of {from}", _ => $"Transferred from {from} to {to}" },
            "CRT" => from is null ? "Out to court" : $"Out to court from {from}",
            "TAP" => from is null ? "Temporary absence" : $"Temporary absence from {from}",
            _ => from is null ? "Released" : $"Left {from}",
        };
        var why = MovementEffects.Find(movement.Reason)?.Description ?? (movement.NationalCode is { } code ? MovementReasons.Find(movement.Type, code)?.Description : null);
        return why is null ? what : $"{what}: {why}";
    }

    public static string Of(OasysType type) => type switch
    {
        OasysType.Layer1 => "layer 1",
        OasysType.Layer3 => "layer 3",
        OasysType.Rsr => "RSR only",
        _ => "full",
    };

    /// <summary>"2026 family: ARP 79.34% (high), CSRP 8.21% (very high)": what is shown of it.</summary>
    public static string Of(RiskScoring scoring)
    {
        var shown = scoring.Scores.Where(score => score.IsShown).Select(score => $"{score.Instrument.Name} {score.Words}{(score.BandWords is { } band ? $" ({band.ToLowerInvariant()})" : "")}").ToList();
        return $"{(scoring.Family is RiskFamily.Previous ? "Previous" : "2026")} family: {(shown.Count == 0 ? "nothing to show" : string.Join(", ", shown))}";
    }

    public static string Of(PpoStatus status) => status switch
    {
        PpoStatus.Nominated => "nominated",
        PpoStatus.Active => "active",
        PpoStatus.Suspended => "suspended",
        _ => "removed from the list",
    };

    public static string Of(PpoScheme scheme) => scheme switch
    {
        PpoScheme.Ppo => "Prolific and other priority offender",
        PpoScheme.IomFixed => "Integrated offender management, fixed",
        PpoScheme.IomFlex => "Integrated offender management, flex",
        _ => "Integrated offender management, free",
    };

    public static string Of(VictimCaseStatus status) => status switch
    {
        VictimCaseStatus.OptedIn => "opted in",
        VictimCaseStatus.OptedOut => "opted out",
        VictimCaseStatus.NoReply => "no reply",
        _ => status.ToString().ToLowerInvariant(),
    };

    public static string Of(InterventionStatus status) => status is InterventionStatus.NotSuitable ? "not suitable" : status.ToString().ToLowerInvariant();

    /// <summary>"MAPPA category M2, MAPPA level M1": category and register where they are given.</summary>
    /// <summary>Category and register as the source names them; <see langword="null"/> where there are none, or the description says both.</summary>
    public static string? RegistrationWords(Registration registration)
    {
        if (registration is { MappaCategory: not null, MappaLevel: not null })
        {
            return null;
        }

        var parts = new[] { registration.Category ?? registration.CategoryCode, registration.Register ?? registration.RegisterCode }.OfType<string>().ToList();
        return parts.Count == 0 ? null : string.Join(", ", parts);
    }

    public static string Of(RoshLevel level) => level switch
    {
        RoshLevel.NotAnalysed => "low (screening only)",
        RoshLevel.VeryHigh => "very high",
        _ => level.ToString().ToLowerInvariant(),
    };

    public static string Of(Alert alert) => AlertCodes.Find(alert.Code)?.Description ?? alert.Unmapped ?? alert.Code;

    public static string Of(DeferralState state) => state switch
    {
        DeferralState.Requested => "asked for",
        DeferralState.Approved => "approved",
        DeferralState.Refused => "refused",
        _ => "taken back",
    };

    /// <summary>What stands under the title; <see langword="null"/> for nothing.</summary>
    public static string? Text(TimelineKind kind, FactVersion fact, IReadOnlyList<FactVersion> versions) => (kind, fact) switch
    {
        (_, Movement movement) => movement.Comment,
        (_, Deferral deferral) => $"From {Words.LongDate(deferral.OriginalDueOn)} to {Words.LongDate(deferral.NewDueOn)}. {DeferralReasons.Find(deferral.Reason)?.Description ?? deferral.Reason}. {(deferral.State is DeferralState.Refused ? deferral.DecisionText : deferral.Text)}",
        (_, StandardExemption exemption) => $"{exemption.Reason.Words}. {exemption.Text}",
        (TimelineKind.AlertClosed, Alert alert) => alert.ClosingComment,
        (_, Alert alert) => alert.Description,
        (_, KeyDates dates) => versions.OfType<KeyDates>().LastOrDefault(v => v.Version < dates.Version) is { } before ? Changes(before, dates) : null,
        (_, SentenceRecord { Years: null, Months: null, Days: null }) => null,
        (_, SentenceRecord sentence) => SentenceWords.Length(sentence),
        (_, Registration registration) => RegistrationWords(registration),
        (_, Disposal { Length: { } length, Unit: { } unit }) => LengthUnitText.Words(length, unit),
        (_, AreaTransfer transfer) => transfer.Reason,
        (_, ManagerAssignment manager) => manager.Team,
        (_, AssessmentSummary { Community: { } level }) => $"RoSH {RoshSources.LevelWords(level).ToLowerInvariant()}",
        (_, RiskScoring scoring) => Of(scoring),
        (_, PpoNomination nomination) => nomination.Reason ?? $"{Of(nomination.Scheme)}, {PoliceAreas.OfForce(nomination.Area)?.Name ?? nomination.Area}",
        (_, RecordedIntervention step) => step.Outcome,
        (_, ResponsibilityOverride set) => set.ValidTo is null ? set.Text : set.RemovalReason,
        (_, ComplexityRecord level) => level.Reason,
        (_, TierChoice choice) => choice.Reason,
        (_, ScopeExtension taken) => $"Decided by {taken.DecidedBy}",
        _ => null,
    };

    /// <summary>"Conditional release date changed from 1 April 2026 to 2 April 2026", one sentence a date.</summary>
    public static string? Changes(KeyDates before, KeyDates after)
    {
        var changes = KeyDateKind.All.Where(kind => kind.Of(before) != kind.Of(after)).Select(kind => (kind.Of(before), kind.Of(after)) switch
        {
            (null, { } now) => $"{kind.Name} set to {Words.LongDate(now)}",
            ({ } was, null) => $"{kind.Name} removed: it was {Words.LongDate(was)}",
            ({ } was, { } now) => $"{kind.Name} changed from {Words.LongDate(was)} to {Words.LongDate(now)}",
            _ => "",
        }).ToList();
        Say("Reason for release", MovementReasons.Words("REL", before.ReleaseReason), MovementReasons.Words("REL", after.ReleaseReason));
        Say("Licence type", before.LicenceType, after.LicenceType);
        Say("Work after release", before.EmploymentAtDischarge, after.EmploymentAtDischarge);
        Say("Supervising service", before.SupervisingService, after.SupervisingService);
        return changes.Count == 0 ? null : string.Join(". ", changes) + (after.Recorded.Reason is { } reason ? $" – {reason}" : "");

        void Say(string what, string? was, string? now)
        {
            if (was != now)
            {
                changes.Add((was, now) switch
                {
                    (null, _) => $"{what} set to {now}",
                    (_, null) => $"{what} removed: it was {was}",
                    _ => $"{what} changed from {was} to {now}",
                });
            }
        }
    }

    /// <summary>"Corrected 3 April 2026: date changed from 1 April 2026 at 9am to 2 April 2026 at 9am – typing mistake".</summary>
    public static string Correction(FactVersion before, FactVersion after)
    {
        var on = Words.LongDate(after.Recorded.At.LondonDate);
        var reason = after.Recorded.Reason is { } why ? $" – {why}" : "";
        return (before, after) switch
        {
            (_, { Withdrawn: true }) => $"Withdrawn {on}{reason}",
            (Contact, Contact) => $"Edited {Words.DateAndTime(after.Recorded.At)}",
            (Movement was, Movement now) => $"Corrected {on}: {Differences(was, now)}{reason}",
            _ => $"Changed {on}{reason}",
        };
    }

    private static string Differences(Movement was, Movement now)
    {
        List<string> all = [];
        Say("date changed", was.HappenedAt, now.HappenedAt, Words.DateAndTime);
        Say("type changed", was.Type, now.Type, type => CodeLists.MovementTypes.Find(type)?.Description ?? type);
        Say("reason changed", was.Reason, now.Reason, reason => MovementEffects.Find(reason)?.Description ?? reason);
        Say("from changed", was.From, now.From, place => place is { } known ? Places.Name(known) : "not recorded");
        Say("to changed", was.To, now.To, place => place is { } known ? Places.Name(known) : "not recorded");
        Say("escort changed", was.Escort, now.Escort, escort => escort ?? "none");
        Say("establishment changed", was.EstablishmentName, now.EstablishmentName, name => name ?? "not recorded");
        Say("transfer reason changed", was.TransferReason, now.TransferReason, why => MovementReasons.Words("TRN", why) ?? "not recorded");
        Say("comment changed", was.Comment, now.Comment, comment => comment ?? "none");
        return all.Count == 0 ? "no field changed" : string.Join(", ", all);

        void Say<T>(string what, T one, T other, Func<T, string> words)
        {
            if (!EqualityComparer<T>.Default.Equals(one, other))
            {
                all.Add($"{what} from {words(one)} to {words(other)}");
            }
        }
    }
}
