using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Records something that makes it harder for a person to take part, and what was agreed about it.</summary>
public sealed class AddNeed(ThroughcareDb db, Recorder recorder)
{
    private const int ReviewMonths = 12;

    /// <param name="Token">The form's own: becomes the need's id.</param>
    /// <param name="From">The first day on which it is true.</param>
    public sealed record Request(PersonId PersonId, FactId Token, NeedCategory? Category, string? Detail, NeedSource? Source, DateOnly? From)
    {
        /// <summary>What was agreed; may be left out, and is then work to do.</summary>
        public string? Adjustment { get; init; }

        /// <summary>It was decided that no adjustment is required.</summary>
        public bool NoneRequired { get; init; }

        /// <summary>12 months after the start unless said otherwise.</summary>
        public DateOnly? ReviewOn { get; init; }
    }

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop) =>
        recorder.WriteAsync(request.PersonId, Verb.ChangePersonDetails, actor, async entry =>
            Decide(await db.Needs.AnyAsync(n => n.Id == request.Token && n.PersonId == request.PersonId, stop), request, entry), stop);

    internal static Outcome<Change<FactId>> Decide(bool isThere, Request request, Entry entry)
    {
        if (isThere)
        {
            return AlreadyDone.With(request.PersonId, request.Token);
        }

        List<Refusal> wrong = [];
        if (request.Category is null)
        {
            wrong.Add(new(nameof(request.Category), "Select the kind of need"));
        }

        AlertRules.CheckText(request.Detail, nameof(request.Detail), "Enter what the need is", "Detail", 4_000, wrong);
        if (request.Source is null)
        {
            wrong.Add(new(nameof(request.Source), "Select who told us"));
        }

        if (request.Adjustment?.Trim().Length > 4_000)
        {
            wrong.Add(new(nameof(request.Adjustment), "Adjustment must be 4,000 characters or fewer"));
        }
        else if (request.NoneRequired && !string.IsNullOrWhiteSpace(request.Adjustment))
        {
            wrong.Add(new(nameof(request.NoneRequired), "Enter an adjustment, or say that none is required"));
        }

        if (request.From is not { } from)
        {
            wrong.Add(new(nameof(request.From), "Enter the date the need started"));
        }
        else if (from > entry.At.LondonDate)
        {
            wrong.Add(new(nameof(request.From), "Date the need started must be today or in the past"));
        }
        else if (request.ReviewOn <= from)
        {
            wrong.Add(new(nameof(request.ReviewOn), "Review date must be after the need started"));
        }

        if (wrong.Count > 0)
        {
            return new Outcome<Change<FactId>>.Refused(wrong);
        }

        var need = new IndividualNeed
        {
            Id = request.Token,
            PersonId = request.PersonId,
            Category = request.Category!.Value,
            Detail = request.Detail!.Trim(),
            Source = request.Source!.Value,
            Adjustment = ContactForm.Tidy(request.Adjustment),
            NoneRequired = request.NoneRequired,
            ReviewOn = request.ReviewOn ?? request.From!.Value.AddMonths(ReviewMonths),
            ValidFrom = request.From!.Value,
            Recorded = entry,
        };
        return new Change<FactId>(need.Id, new NeedAdded(request.PersonId, need.Id, need.Category), new Write(null, need));
    }
}

/// <summary>An individual need was recorded.</summary>
public sealed record NeedAdded(PersonId PersonId, FactId NeedId, NeedCategory Category) : RecordEvent(PersonId);
