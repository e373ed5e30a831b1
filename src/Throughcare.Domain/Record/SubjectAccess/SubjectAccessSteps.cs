using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record.SubjectAccess;

/// <summary>Which steps a request may take, and what each makes of it.</summary>
public static class SubjectAccessSteps
{
    private const int ShortestReason = 20;

    extension(SubjectAccessState state)
    {
        /// <summary>The code that reports and files use, such as <c>ID_CHECKED</c>.</summary>
        public string Code => state is SubjectAccessState.IdChecked ? "ID_CHECKED" : state.ToString().ToUpperInvariant();

        /// <summary>What pages show.</summary>
        public string Words => state switch
        {
            SubjectAccessState.IdChecked => "Identity checked",
            SubjectAccessState.Collecting => "Collecting the record",
            SubjectAccessState.Redacting => "Reading and redacting",
            SubjectAccessState.Review => "In review",
            _ => state.ToString(),
        };
    }

    extension(SubjectAccessRequest request)
    {
        /// <summary>The record may be gathered, for the first time or again.</summary>
        public bool MayCollect => request.State is SubjectAccessState.IdChecked or SubjectAccessState.Collecting or SubjectAccessState.Redacting;

        public bool May(SubjectAccessStep step) => (step, request.State) switch
        {
            (SubjectAccessStep.CheckIdentity, SubjectAccessState.Received) => true,
            (SubjectAccessStep.Extend, _) => request.IsOpen && request.ExtendedBecause is null,
            (SubjectAccessStep.SendToReview, SubjectAccessState.Redacting) => true,
            (SubjectAccessStep.Approve, SubjectAccessState.Review) => !request.IsApproved,
            (SubjectAccessStep.SendBack, SubjectAccessState.Review) => true,
            (SubjectAccessStep.MarkSent, SubjectAccessState.Review) => request.IsApproved,
            (SubjectAccessStep.Refuse, _) => request.IsOpen,
            _ => false,
        };

        /// <summary>Takes a step.</summary>
        /// <param name="said">How identity was checked, how it was sent, or why; at most 1,000 characters. Approving asks for nothing.</param>
        /// <param name="waiting">Entries that nobody has decided about.</param>
        /// <returns>The next version, or what stands in the way; field <c>Note</c>.</returns>
        public Outcome<SubjectAccessRequest> Take(SubjectAccessStep step, string? said, int waiting, Entry entry)
        {
            var note = said?.Trim() ?? "";
            if (!request.May(step))
            {
                return new Refusal("", $"This request is at “{request.State.Words}”, where that cannot be done. Somebody may have moved it on");
            }

            if (NoteFault(step, note) is { } fault)
            {
                return fault;
            }

            if (step is SubjectAccessStep.SendToReview && waiting > 0)
            {
                return new Refusal("", $"{Words.Count(waiting, "entry waits", "entries wait")} to be read. Decide about every one before the review");
            }

            if (step is SubjectAccessStep.Extend && entry.At.LondonDate > request.DueOn)
            {
                return new Refusal("", "The answer is overdue. It can be extended only before the day on which it is due");
            }

            if (step is SubjectAccessStep.Approve && request.ApprovedBy == entry.By)
            {
                return new Refusal("", "You approved this already, so another records officer has to approve it too");
            }

            var next = request.Next(entry) with { Note = note.Length > 0 ? note : null };
            return step switch
            {
                SubjectAccessStep.CheckIdentity => next with { State = SubjectAccessState.IdChecked, IdentityCheck = note },
                SubjectAccessStep.Extend => next with { ExtendedBecause = note },
                SubjectAccessStep.SendToReview => next with { State = SubjectAccessState.Review, ApprovedBy = null, ApprovedAlsoBy = null },
                SubjectAccessStep.Approve when request.ApprovedBy is null => next with { ApprovedBy = entry.By },
                SubjectAccessStep.Approve => next with { ApprovedAlsoBy = entry.By },
                SubjectAccessStep.SendBack => next with { State = SubjectAccessState.Redacting, ApprovedBy = null, ApprovedAlsoBy = null },
                SubjectAccessStep.MarkSent => next with { State = SubjectAccessState.Sent, ValidTo = entry.At.LondonDate },
                _ => next with { State = SubjectAccessState.Refused, ValidTo = entry.At.LondonDate },
            };
        }
    }

    private static Refusal? NoteFault(SubjectAccessStep step, string note)
    {
        const string Field = nameof(SubjectAccessRequest.Note);
        if (note.Length > SubjectAccessRequest.LongestNote)
        {
            return new(Field, $"What you write must be {SubjectAccessRequest.LongestNote:#,0} characters or fewer");
        }

        return step switch
        {
            SubjectAccessStep.CheckIdentity when note.Length == 0 => new(Field, "Enter how the person’s identity was checked"),
            SubjectAccessStep.MarkSent when note.Length == 0 => new(Field, "Enter how it was sent"),
            SubjectAccessStep.Extend or SubjectAccessStep.SendBack or SubjectAccessStep.Refuse when note.Length < ShortestReason =>
                new(Field, note.Length == 0 ? "Enter a reason" : $"Reason must be {ShortestReason} characters or more"),
            _ => null,
        };
    }
}
