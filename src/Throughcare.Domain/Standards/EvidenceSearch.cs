using System.Collections.Frozen;
using Throughcare.Domain.Access;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Standards;

/// <summary>Finds what on record shows that a rule was met. Source: standards.md 6.</summary>
/// <remarks>Deadlines are tested on the day something happened; what was entered too thinly, by the wrong role, without the person
/// or before the window is refused, with the reason.</remarks>
public sealed class EvidenceSearch(CaseHistory history, Occurrences occurrences, DateTimeOffset knownAt, DateOnly today)
{
    /// <summary>Kinds whose entries the record keeps. A rule that asks for another waits until its room exists.</summary>
    private static readonly FrozenSet<EvidenceKind> Kept = FrozenSet.Create(
        EvidenceKind.Allocation, EvidenceKind.Contact, EvidenceKind.Count, EvidenceKind.Minutes, EvidenceKind.Oasys, EvidenceKind.Plan, EvidenceKind.Rmp,
        EvidenceKind.Document, EvidenceKind.Outcome, EvidenceKind.Movement, EvidenceKind.Flag, EvidenceKind.Victim, EvidenceKind.Enforcement);

    /// <summary>Whether at least one way of meeting the rule can be recorded today.</summary>
    public static bool CanBeMet(EvidenceExpression asked) => asked.Clauses.Any(clause => clause.Items.All(CanBeMet));

    private static bool CanBeMet(EvidenceItem item) => Kept.Contains(item.Kind)
        && !(item.Kind is EvidenceKind.Flag && item.Find("code") is null)
        && !(item.Kind is EvidenceKind.Plan && item.Find("kind") is { Values: [var kind] } && kind is not ("initial" or "review"))
        && item.Find("objective") is null;   // entries are not tied to a plan yet

    /// <summary>The earliest evidence on or after <paramref name="from"/>, of the clause that was met first.</summary>
    /// <param name="after">Not this entry: what started the clock is no evidence of what follows it.</param>
    /// <param name="refused">What looked like it and is none; <see langword="null"/> where nobody asks.</param>
    public Evidence? Find(EvidenceExpression asked, Occurrence occurrence, DateOnly from, FactId? after, List<RefusedEvidence>? refused)
    {
        Evidence? earliest = null;
        foreach (var clause in asked.Clauses)
        {
            if (All(clause, occurrence, from, after, refused) is { } met && !(earliest?.On <= met.On))
            {
                earliest = met;
            }
        }

        return earliest;
    }

    private Evidence? All(EvidenceClause clause, Occurrence occurrence, DateOnly from, FactId? after, List<RefusedEvidence>? refused)
    {
        Evidence? latest = null;
        foreach (var item in clause.Items)
        {
            if (One(item, occurrence, from, after, refused) is not { } met)
            {
                return null;
            }

            latest = latest?.On > met.On ? latest : met;
        }

        return latest;
    }

    private Evidence? One(EvidenceItem item, Occurrence occurrence, DateOnly from, FactId? after, List<RefusedEvidence>? refused) => item.Kind switch
    {
        EvidenceKind.Allocation => Allocated(item, from),
        EvidenceKind.Contact => occurrence.Contact is { } contact && item.Find("recorded") is not null ? Recorded(contact) : Contacted(item, from, after, refused),
        EvidenceKind.Count => Counted(item, from),
        EvidenceKind.Minutes => null,   // summed by the engine over the part of the window in which the rule applied
        EvidenceKind.Oasys => Assessed(item, from, after, refused),
        EvidenceKind.Plan => Planned(item, from, after),
        EvidenceKind.Rmp => RiskPlanned(from),
        EvidenceKind.Document => Filed(item, from),
        EvidenceKind.Outcome => occurrence.Contact is { } kept ? Outcome(item, kept) : null,
        EvidenceKind.Enforcement => Enforced(item, occurrence, from),
        EvidenceKind.Movement => Moved(item, occurrence, from),
        EvidenceKind.Flag => Flagged(item, from),
        EvidenceKind.Victim => Referred(from),
        _ => null,
    };

    private Evidence? Allocated(EvidenceItem item, DateOnly from)
    {
        var role = RoleCodes.Parse(item.Find("role")!.Values[0]);
        Evidence? earliest = null;
        foreach (var spell in history.Managers)
        {
            if (spell.Role != role || spell.Withdrawn || !spell.IsKnownAt(knownAt) || spell.ValidFrom > today || spell.ValidTo < from)
            {
                continue;
            }

            // somebody who has the case already has it from the first day on which it counts, unless they have it for another prison
            var on = spell.ValidFrom;
            if (on < from)
            {
                if (role is Role.Pom or Role.KeyWorker && spell.Place is { } prison && history.At(from, knownAt).EstablishmentCode is { HasValue: true, Value: var here } && here != prison)
                {
                    continue;
                }

                on = from;
            }

            if (!(earliest?.On <= on))
            {
                earliest = new(spell.Id, on, null, FirstRecorded(spell), $"{spell.Name} has the case as {RoleCodes.ToCode(spell.Role)}");
            }
        }

        return earliest;
    }

    private static Evidence Recorded(ContactGist contact) => new(contact.Id, contact.FirstRecordedAt.LondonDate, contact.FirstRecordedAt, contact.FirstRecordedAt, "Recorded");

    private Evidence? Contacted(EvidenceItem item, DateOnly from, FactId? after, List<RefusedEvidence>? refused)
    {
        var types = item.Find("type")?.Values;
        if (item.Find("all") is not null)
        {
            return Every(types!, from);
        }

        foreach (var contact in occurrences.Contacts)
        {
            if (contact.Id == after || (types is not null && !types.Contains(contact.Type)))
            {
                continue;
            }

            if (contact.Day < from && refused is null)
            {
                continue;
            }

            if (Unfit(item, contact) is { } because)
            {
                if (types is not null)
                {
                    refused?.Add(new(contact.Id, contact.Day, Words(contact), because));
                }
            }
            else if (contact.Day < from)
            {
                refused?.Add(new(contact.Id, contact.Day, Words(contact), "it was before the day from which it counts"));
            }
            else
            {
                return Of(contact);
            }
        }

        return null;
    }

    /// <summary>Why a contact of the right type is no evidence; <see langword="null"/> where it is.</summary>
    private static string? Unfit(EvidenceItem item, ContactGist contact)
    {
        if (item.Find("appointment") is { } appointment)
        {
            var kind = AppointmentTypes.Find(contact.Type);
            if (kind is null || (appointment.Values.Contains("initial") && !kind.IsInitial))
            {
                return "it is not the appointment that is asked for";
            }
        }

        if (item.Find("role") is { } role && !role.Values.Contains(RoleCodes.ToCode(contact.AuthorRole)))
        {
            return $"it was held by {RoleCodes.ToCode(contact.AuthorRole)}, and {string.Join(" or ", role.Values)} is asked for";
        }

        if (item.Find("mode") is { } mode && !mode.Values.Contains(ModeWord(contact.Mode)))
        {
            return $"it was by {ModeWord(contact.Mode)}, and {string.Join(" or ", mode.Values)} is asked for";
        }

        if ((item.Find("attended") ?? item.Find("outcome.attended")) is not null && !contact.IsAttended)
        {
            return "the person did not attend";
        }

        return contact.BelowFloor ? "too little was written for it to count" : null;
    }

    private Evidence? Every(IReadOnlyList<string> types, DateOnly from)
    {
        Evidence? last = null;
        foreach (var type in types)
        {
            if (occurrences.Contacts.FirstOrDefault(c => c.Type == type && c.Day >= from && !c.BelowFloor) is not { } contact)
            {
                return null;
            }

            last = last?.On > contact.Day ? last : Of(contact);
        }

        return last;
    }

    private Evidence? Counted(EvidenceItem item, DateOnly from)
    {
        var needed = item.Find("n")!.AtLeast!.Value;
        var standard = item.Find("national_standard") is not null;
        var mode = item.Find("mode");
        var days = 0;
        DateOnly? last = null;
        foreach (var contact in occurrences.Contacts)
        {
            if (contact.Day < from || contact.Day == last || contact.BelowFloor || !contact.IsAttended
                || (standard && AppointmentTypes.Find(contact.Type) is not { CountsAsNationalStandard: true })
                || (mode is not null && (!mode.Values.Contains(ModeWord(contact.Mode)) || contact.Mode is ContactMode.RecordOnly)))
            {
                continue;
            }

            last = contact.Day;
            if (++days == needed)
            {
                return Of(contact);
            }
        }

        return null;
    }

    private Evidence? Assessed(EvidenceItem item, DateOnly from, FactId? after, List<RefusedEvidence>? refused)
    {
        var kinds = item.Find("kind")?.Values;
        var rosh = item.Find("part") is not null;
        foreach (var assessment in occurrences.Assessments)
        {
            if (assessment.Id == after || (rosh && !assessment.HasRosh))
            {
                continue;
            }

            var words = $"Assessment completed on {assessment.CompletedOn:d MMMM yyyy}";
            if (kinds is not null && !IsOfKind(assessment, kinds))
            {
                refused?.Add(new(assessment.Id, assessment.CompletedOn!.Value, words, "it is not the kind of assessment that is asked for"));
            }
            else if (assessment.CompletedOn < from)
            {
                refused?.Add(new(assessment.Id, assessment.CompletedOn!.Value, words, $"it counts only from {from:d MMMM yyyy}"));
            }
            else
            {
                return new(assessment.Id, assessment.CompletedOn!.Value, null, FirstRecorded(assessment), words);
            }
        }

        if (refused is not null)
        {
            refused.AddRange(history.Assessments
                .Where(a => !a.Withdrawn && a.IsKnownAt(knownAt) && !a.IsComplete && a.InitiatedOn <= today && a.InitiatedOn >= from)
                .Select(a => new RefusedEvidence(a.Id, a.InitiatedOn, $"Assessment begun on {a.InitiatedOn:d MMMM yyyy}", "it is not complete")));
        }

        return null;
    }

    /// <summary>A full assessment, the standard one, or, after the first, any: each later one is a review.</summary>
    private bool IsOfKind(AssessmentSummary assessment, IReadOnlyList<string> kinds) =>
        (kinds.Contains("full") && assessment.Type is OasysType.Layer3 or OasysType.Full)
        || (kinds.Contains("standard") && assessment.Type is OasysType.Layer1)
        || (kinds.Contains("review") && assessment.Type is not OasysType.Rsr && occurrences.Assessments[0].Id != assessment.Id);

    private Evidence? Planned(EvidenceItem item, DateOnly from, FactId? after)
    {
        var plans = occurrences.Of(new Trigger(TriggerKind.Event, "plan_completed"));
        var review = item.Find("kind") is { Values: ["review"] };
        foreach (var (at, plan) in plans.Index())
        {
            if (plan.On >= from && plan.From!.Id != after && (at > 0 || !review))
            {
                return new(plan.From.Id, plan.On, null, FirstRecorded(plan.From), $"Sentence plan of {plan.On:d MMMM yyyy}");
            }
        }

        return null;
    }

    private Evidence? RiskPlanned(DateOnly from)
    {
        foreach (var assessment in occurrences.Assessments)
        {
            if (assessment.HasRiskManagementPlan is true && (assessment.RiskManagementPlanOn ?? assessment.CompletedOn!.Value) is var on && on >= from && on <= today)
            {
                return new(assessment.Id, on, null, FirstRecorded(assessment), $"Risk management plan of {on:d MMMM yyyy}");
            }
        }

        return null;
    }

    private Evidence? Filed(EvidenceItem item, DateOnly from)
    {
        var types = item.Find("type")!.Values;
        var version = item.Find("version")?.AtLeast ?? 1;
        var filed = history.Documents
            .Where(d => !d.Withdrawn && d.IsKnownAt(knownAt) && types.Contains(d.Type) && d.Version >= version && d.ReceivedOn >= from && d.ReceivedOn <= today)
            .MinBy(d => d.ReceivedOn);
        return filed is null ? null : new(filed.Id, filed.ReceivedOn, null, filed.RecordedAt, $"Document filed on {filed.ReceivedOn:d MMMM yyyy}");
    }

    private static Evidence? Outcome(EvidenceItem item, ContactGist contact)
    {
        var outcome = contact.Outcome;
        var met = item.Find("absence_kind") is null ? contact.AttendanceCode is not null : outcome is { Absence: AbsenceKind.Acceptable or AbsenceKind.Unacceptable };
        return met ? new(contact.Id, contact.RecordedAt.LondonDate, contact.RecordedAt, contact.RecordedAt, $"Outcome recorded: {outcome?.Description ?? contact.AttendanceCode}") : null;
    }

    /// <summary>What followed a failure, as it stands with the appointment itself or a later one.</summary>
    private Evidence? Enforced(EvidenceItem item, Occurrence occurrence, DateOnly from)
    {
        var codes = item.Find("code")?.Values;
        var letters = item.Find("kind") is { Values: ["letter"] };
        foreach (var contact in occurrences.Contacts)
        {
            if ((contact.Day < from && contact.Id != occurrence.Contact?.Id) || contact.EnforcementCode is not { } code)
            {
                continue;
            }

            if (codes?.Contains(code) ?? (letters && EnforcementActions.Find(code) is { Kind: "letter" }))
            {
                var on = contact.Id == occurrence.Contact?.Id ? contact.RecordedAt.LondonDate : contact.Day;
                return new(contact.Id, on < from ? from : on, null, contact.RecordedAt, EnforcementActions.Find(code)?.Description ?? code);
            }
        }

        return null;
    }

    private Evidence? Moved(EvidenceItem item, Occurrence occurrence, DateOnly from)
    {
        var types = item.Find("type")!.Values;
        var move = occurrences.Movements.FirstOrDefault(m => types.Contains(m.Type) && (occurrence.At is { } at ? m.HappenedAt >= at : m.HappenedAt.LondonDate >= from));
        return move is null ? null : new(move.Id, move.HappenedAt.LondonDate, move.HappenedAt, FirstRecorded(move), $"Movement of {move.HappenedAt.LondonDate:d MMMM yyyy}");
    }

    private Evidence? Flagged(EvidenceItem item, DateOnly from)
    {
        if (item.Find("code")?.Values is not { } codes)
        {
            return null;   // reviews and screenings of flags are not kept yet
        }

        Evidence? earliest = null;
        foreach (var flag in history.Registrations)
        {
            if (!flag.Withdrawn && flag.IsKnownAt(knownAt) && codes.Contains(flag.Code) && flag.ValidFrom <= today && !(flag.ValidTo < from))
            {
                var on = flag.ValidFrom < from ? from : flag.ValidFrom;   // a flag that stands already counts from the first day
                earliest = earliest?.On <= on ? earliest : new(flag.Id, on, null, FirstRecorded(flag), $"Registered on {flag.ValidFrom:d MMMM yyyy}");
            }
        }

        return earliest;
    }

    private Evidence? Referred(DateOnly from)
    {
        var referral = history.VictimContacts.Where(v => !v.Withdrawn && v.IsKnownAt(knownAt) && v.ValidFrom <= today).MinBy(v => v.ValidFrom);
        return referral is null ? null : new(referral.Id, referral.ValidFrom < from ? from : referral.ValidFrom, null, referral.Recorded.At, "Referred to the victim contact scheme");
    }

    /// <summary>Minutes of sessions on the days of a window on which the rule applied.</summary>
    public int Minutes(EvidenceItem item, DateOnly from, DateOnly to, out ContactGist? last)
    {
        var types = item.Find("type")!.Values;
        var sum = 0;
        last = null;
        foreach (var contact in occurrences.Contacts)
        {
            if (contact.Day >= from && contact.Day <= to && types.Contains(contact.Type) && contact.Minutes is { } minutes && contact.IsAttended)
            {
                sum += minutes;
                last = contact;
            }
        }

        return sum;
    }

    private DateTimeOffset FirstRecorded(FactVersion fact) => fact.Version == 1 ? fact.Recorded.At
        : history.FirstRecordedAt(fact);

    private static Evidence Of(ContactGist contact) => new(contact.Id, contact.Day, contact.HappenedAt, contact.FirstRecordedAt, Words(contact));

    private static string Words(ContactGist contact) => $"{ContactTypes.Find(contact.Type)?.Description ?? AppointmentTypes.Find(contact.Type)?.Description ?? contact.Type} on {contact.Day:d MMMM yyyy}";

    private static string ModeWord(ContactMode mode) => mode switch
    {
        ContactMode.FaceToFace => "face",
        ContactMode.Video => "video",
        ContactMode.Telephone => "telephone",
        ContactMode.Letter => "letter",
        ContactMode.EmailOrText => "message",
        _ => "record",
    };
}
