using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Interventions;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record.Documents;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Domain.Standards;

namespace Throughcare.Domain.Record;

/// <summary>Which lines of the timeline a written version makes, and which it takes away.</summary>
public static class TimelineLines
{
    /// <summary>The lines to add for one write.</summary>
    public static IEnumerable<TimelineEntry> For(Write write)
    {
        var (before, after) = write;
        if (after is Contact { Withdrawn: true } stub)
        {
            return [Line(stub, TimelineKind.Contact, stub.HappenedAt, stub.Sensitivity)];   // it says that there was one, and who withdrew it
        }

        if (after.Withdrawn)
        {
            return [];
        }

        return after switch
        {
            Contact contact when before is null => [Line(contact, TimelineKind.Contact, contact.HappenedAt, contact.Sensitivity)],
            Contact contact when ((Contact)before).Sensitivity != contact.Sensitivity =>
                [Line(contact, TimelineKind.Contact, contact.HappenedAt, contact.Sensitivity)],
            Movement movement when before is null || before.Withdrawn || ((Movement)before).HappenedAt != movement.HappenedAt =>
                [Line(movement, TimelineKind.Movement, movement.HappenedAt)],
            Alert alert when before is null && alert.ValidTo is null => [Line(alert, TimelineKind.AlertRaised, DayStart(alert.ValidFrom))],
            Alert { ValidTo: { } closed } alert when (before as Alert)?.ValidTo is null =>
                [Line(alert, TimelineKind.AlertClosed, DayStart(closed))],
            SentenceRecord sentence when before is null => [Line(sentence, TimelineKind.Sentence, DayStart(sentence.ValidFrom))],
            KeyDates dates when before is not null => [Line(dates, TimelineKind.KeyDates, dates.Recorded.At)],
            CustodyStatus status when before is null && status.ValidTo is null => [Line(status, TimelineKind.Custody, DayStart(status.ValidFrom))],
            ManagerAssignment manager when before is null => [Line(manager, TimelineKind.Manager, DayStart(manager.ValidFrom))],
            AccessRestriction restriction when before is null =>
                [Line(restriction, TimelineKind.Access, restriction.Recorded.At, Sensitivity.Restricted)],
            AssessmentSummary { IsComplete: true } assessment when before is not AssessmentSummary { IsComplete: true } =>
                [Line(assessment, TimelineKind.Assessment, DayStart(assessment.CompletedOn!.Value))],
            RiskScoring scoring when before is null => [Line(scoring, TimelineKind.RiskScores, scoring.CalculatedAt)],
            PpoNomination nomination when before is null || ((PpoNomination)before).Status != nomination.Status || ((PpoNomination)before).IsCovert != nomination.IsCovert =>
                [Line(nomination, TimelineKind.Nomination, DayStart(nomination.ValidTo ?? (before is null ? nomination.ValidFrom : nomination.Recorded.At.LondonDate)), nomination.IsCovert ? Sensitivity.Restricted : Sensitivity.Standard)],
            VictimContact contact when before is null => [Line(contact, TimelineKind.Victim, DayStart(contact.ValidFrom), Sensitivity.Victim)],
            RecordedIntervention step when before is null => [Line(step, TimelineKind.Intervention, DayStart(step.ValidFrom))],
            Registration made when before is null && made.ValidTo is null => [Line(made, TimelineKind.RegistrationMade, DayStart(made.ValidFrom), made.Sensitivity)],
            Registration { ValidTo: { } ended } over when before is Registration { ValidTo: null } =>
                [Line(over, TimelineKind.RegistrationEnded, DayStart(ended), over.Sensitivity)],
            RoshRecord level when before is null => [Line(level, TimelineKind.Rosh, DayStart(level.ValidFrom))],
            Disposal disposal when before is null => [Line(disposal, TimelineKind.Disposal, DayStart(disposal.ValidFrom))],
            AreaTransfer transfer when before is null => [Line(transfer, TimelineKind.AreaTransfer, DayStart(transfer.ValidFrom))],
            PersonDocument document when before is null || ((PersonDocument)before).FileNumber != document.FileNumber || ((PersonDocument)before).Sensitivity != document.Sensitivity =>
                [Line(document, TimelineKind.Document, document.Recorded.At, document.Sensitivity)],
            Deferral deferral when before is not Deferral was || was.State != deferral.State => [Line(deferral, TimelineKind.Deferral, deferral.Recorded.At, LevelOf(StandardRuleSet.InUse.Find(deferral.Rule)))],
            StandardExemption exemption when before is not StandardExemption had || had.ValidTo is null != exemption.ValidTo is null =>
                [Line(exemption, TimelineKind.Exemption, exemption.Recorded.At, LevelOf(StandardRuleSet.InUse.FirstIn(exemption.Family)))],
            ResponsibilityOverride change when before is not ResponsibilityOverride over || over.ValidTo is null != change.ValidTo is null =>
                [Line(change, TimelineKind.Responsibility, change.Recorded.At)],
            EarlyAllocationAssessment made when before is not EarlyAllocationAssessment earlier || earlier.CommunityAccepted != made.CommunityAccepted =>
                [Line(made, TimelineKind.EarlyAllocation, made.Recorded.At)],
            ComplexityRecord level when before is null => [Line(level, TimelineKind.Complexity, DayStart(level.ValidFrom))],
            TierChoice choice when before is null => [Line(choice, TimelineKind.TierChoice, DayStart(choice.ValidFrom))],
            ScopeExtension taken when before is not ScopeExtension had || had.ValidTo is null != taken.ValidTo is null => [Line(taken, TimelineKind.ScopeExtension, taken.Recorded.At)],
            PersonCase opened when before is null => [Line(opened, TimelineKind.Case, DayStart(opened.ValidFrom))],
            _ => [],
        };
    }

    /// <summary>Whether the lines that the entry already has no longer stand: it was withdrawn, or its line is written anew.</summary>
    public static bool Replaces(Write write) => write switch
    {
        { Before: null } => false,
        { After.Withdrawn: true } => true,
        { Before: Contact was, After: Contact now } => was.Sensitivity != now.Sensitivity,
        { Before: PpoNomination was, After: PpoNomination now } => was.IsCovert != now.IsCovert,
        { Before: PersonDocument was, After: PersonDocument now } => was.Sensitivity != now.Sensitivity,
        { Before: Movement was, After: Movement now } => was.HappenedAt != now.HappenedAt,
        _ => false,
    };

    private static TimelineEntry Line(FactVersion fact, TimelineKind kind, DateTimeOffset at, Sensitivity sensitivity = Sensitivity.Standard) => new()
    {
        PersonId = fact.PersonId,
        HappenedAt = at,
        Id = LineId(fact, kind),
        Kind = kind,
        EntryId = fact.Id,
        Sensitivity = sensitivity,
        RecordedAt = fact.Recorded.At,
    };

    /// <summary>An id of the line's own, the same every time: the entry's, with version and kind mixed into its tail.</summary>
    private static FactId LineId(FactVersion fact, TimelineKind kind)
    {
        Span<byte> bytes = stackalloc byte[16];
        fact.Id.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[15] ^= (byte)((int)kind + 1);
        bytes[14] ^= (byte)fact.Version;
        return new FactId(new Guid(bytes, bigEndian: true));
    }

    /// <summary>What stands for victims is shown to those alone who read about them.</summary>
    private static Sensitivity LevelOf(StandardRule? rule) => rule is { MeasureGroup: StandardGroups.Victim } ? Sensitivity.Victim : Sensitivity.Standard;

    private static DateTimeOffset DayStart(DateOnly day) => London.At(day, TimeOnly.MinValue);
}
