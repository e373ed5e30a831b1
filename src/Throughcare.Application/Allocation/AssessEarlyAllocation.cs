using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Records an assessment of whether the community is to lead 15 months before release.</summary>
/// <remarks>Within 18 months of the earliest date an eligible case takes effect at once and a discretionary one is referred; before that the
/// assessment is kept and has no effect.</remarks>
public sealed class AssessEarlyAllocation(ThroughcareDb db, Recorder recorder, CaseHistories histories, IdSource ids)
{
    private const int LongestReason = 4_000;

    /// <param name="Token">The form's own: becomes the assessment's id.</param>
    /// <param name="OasysOn">Of the last OASys risk assessment.</param>
    /// <param name="Reason">Why a discretionary case is referred.</param>
    /// <param name="IsApproved">The head of offender management delivery approved the referral.</param>
    public sealed record Request(PersonId PersonId, FactId Token, DateOnly? OasysOn, EarlyAllocationAnswers Answers, string? Reason = null, bool IsApproved = false);

    public Task<Outcome<EarlyAllocationOutcome>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        return recorder.WriteAsync(request.PersonId, Verb.AssessEarlyAllocation, actor, async entry =>
        {
            if (await db.EarlyAllocations.Current().FirstOrDefaultAsync(a => a.Id == request.Token, stop) is { } done)
            {
                return AlreadyDone.With(request.PersonId, done.Outcome);
            }

            if (await histories.LoadAsync(request.PersonId, stop) is not { } history)
            {
                return Refusals.NotFound;
            }

            var facts = history.At(entry.At.LondonDate, entry.At);
            var decided = Decide(facts, request, entry);
            if (decided is Outcome<Change<EarlyAllocationOutcome>>.Done { Value.Happened: EarlyAllocationAssessed { WasInWindow: true, Outcome: not EarlyAllocationOutcome.Ineligible } made } && facts.UnitToTell is { } unit)
            {
                db.Add(made.Outcome is EarlyAllocationOutcome.Eligible
                    ? NoticeWords.ToMailbox(unit, request.PersonId, HandoverNotices.EarlyEligible, "A case was assessed as eligible for early allocation: the community offender manager leads from 15 months before release.", entry.At, ids)
                    : NoticeWords.ToMailbox(unit, request.PersonId, HandoverNotices.EarlyReferral, "A case was referred for early allocation. Answer on its page whether the community accepts it.", entry.At, ids));
            }

            return decided;
        }, stop);
    }

    /// <summary>Decides, knowing the case as it stands.</summary>
    public static Outcome<Change<EarlyAllocationOutcome>> Decide(CaseFacts facts, Request request, Entry entry)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(entry);

        if (Closed(facts) is { } closed)
        {
            return new Refusal("", closed);
        }

        var today = entry.At.LondonDate;
        List<Refusal> wrong = [];
        if (EarlyAllocationRules.Message(EarlyAllocationRules.CheckOasysDate(request.OasysOn, today), today) is { } message)
        {
            wrong.Add(new(nameof(request.OasysOn), message));
        }

        wrong.AddRange(EarlyAllocationRules.Missing(request.Answers).Select(field => new Refusal(field, $"Select yes or no: {EarlyAllocationQuestions.Of(field).Text.TrimEnd('?')}")));
        var outcome = EarlyAllocationRules.OutcomeOf(request.Answers);
        var reason = ContactForm.Tidy(request.Reason);
        if (outcome is EarlyAllocationOutcome.Discretionary)
        {
            AlertRules.CheckText(reason, nameof(request.Reason), "Enter why the case should be referred", "Why the case should be referred", LongestReason, wrong);
            if (!request.IsApproved)
            {
                wrong.Add(new(nameof(request.IsApproved), "Confirm that the head of offender management delivery has approved the referral"));
            }
        }

        if (wrong.Count > 0 || outcome is not { } came)
        {
            return new Outcome<Change<EarlyAllocationOutcome>>.Refused(wrong);
        }

        var answers = request.Answers;
        var isReferred = came is EarlyAllocationOutcome.Discretionary;
        var made = new EarlyAllocationAssessment
        {
            Id = request.Token,
            PersonId = request.PersonId,
            ValidFrom = today,
            Recorded = entry,
            OasysOn = request.OasysOn!.Value,
            ConvictedUnderTerrorismAct = answers.ConvictedUnderTerrorismAct,
            HighProfile = answers.HighProfile,
            SeriousCrimePreventionOrder = answers.SeriousCrimePreventionOrder,
            MappaLevel3 = answers.MappaLevel3,
            CppcCase = answers.CppcCase,
            ExtremismSeparation = answers.ExtremismSeparation,
            DueForReleaseInLessThan24Months = answers.DueForReleaseInLessThan24Months,
            HighRiskOfSeriousHarm = answers.HighRiskOfSeriousHarm,
            MappaLevel2 = answers.MappaLevel2,
            PathfinderProcess = answers.PathfinderProcess,
            OtherReason = answers.OtherReason,
            Outcome = came,
            Reason = isReferred ? reason : null,
            IsApproved = isReferred && request.IsApproved,
            WasInWindow = EarlyAllocationRules.IsInWindow(facts.ReleaseDates, today),
        };
        return new Change<EarlyAllocationOutcome>(came, new EarlyAllocationAssessed(request.PersonId, made.Id, came, made.WasInWindow), new Write(null, made));
    }

    /// <summary>Why no assessment can be made now, in words; <see langword="null"/> where one can.</summary>
    public static string? Closed(CaseFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Scope.Value is not { InScope: true } || facts.Handover.Value.Problem is HandoverProblem.NotInCustody
            ? "Early allocation is for people in prison who are in scope of offender management in custody"
            : facts.UnitToTell is null ? "The probation delivery unit of this case is not recorded, so a referral could not be sent. Record the community offender manager first"
            : null;
    }
}

/// <summary>A case was assessed for early allocation.</summary>
public sealed record EarlyAllocationAssessed(PersonId PersonId, FactId AssessmentId, EarlyAllocationOutcome Outcome, bool WasInWindow) : RecordEvent(PersonId);
