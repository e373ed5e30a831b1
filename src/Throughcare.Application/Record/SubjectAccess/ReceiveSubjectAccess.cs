using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.SubjectAccess;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.SubjectAccess;

/// <summary>Records that a person asked for their record. The clock runs from the day of receipt.</summary>
public sealed class ReceiveSubjectAccess(ThroughcareDb db, Recorder recorder, FindPerson find)
{
    private const int LongestHow = 120;

    /// <param name="Token">The form's own: becomes the request's id.</param>
    /// <param name="Number">Prison number or CRN.</param>
    /// <param name="ReceivedBy">How it came, such as "Letter".</param>
    public sealed record Request(FactId Token, string? Number, DateOnly? ReceivedOn, string? ReceivedBy);

    /// <param name="Address">What stands for the person in addresses.</param>
    public sealed record Received(FactId Id, string Address);

    public async Task<Outcome<Received>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        if (!actor.Has(Verb.ExportSubjectAccess))
        {
            return Refusals.OfRole(Verb.ExportSubjectAccess);
        }

        List<Refusal> wrong = [];
        var found = PersonKey.TryParse(request.Number?.Trim() ?? "", null, out var key) ? await find.DoAsync(key, stop) : null;
        if (string.IsNullOrWhiteSpace(request.Number))
        {
            wrong.Add(new(nameof(request.Number), "Enter the person’s prison number or CRN"));
        }
        else if (found is null)
        {
            wrong.Add(new(nameof(request.Number), "No record has this number. Check it, for example A1234BC or X123456"));
        }

        var how = request.ReceivedBy?.Trim() ?? "";
        if (how.Length is 0 or > LongestHow)
        {
            wrong.Add(new(nameof(request.ReceivedBy), how.Length == 0 ? "Enter how the request came" : $"How the request came must be {LongestHow} characters or fewer"));
        }

        if (request.ReceivedOn is null)
        {
            wrong.Add(new(nameof(request.ReceivedOn), "Enter the date the request was received"));
        }

        if (wrong.Count > 0)
        {
            return new Outcome<Received>.Refused(wrong);
        }

        return await recorder.WriteAsync<Received>(found!.Id, Verb.ExportSubjectAccess, actor, async entry =>
        {
            if (request.ReceivedOn > entry.At.LondonDate)
            {
                return new Refusal(nameof(request.ReceivedOn), "The date of receipt must be today or in the past");
            }

            var result = new Received(request.Token, found.Address);
            var records = await MergedRecords.OfAsync(db, found.Id, stop);
            if (await db.SubjectAccessRequests.AnyAsync(r => r.Id == request.Token, stop))
            {
                return await db.SubjectAccessRequests.AnyAsync(r => r.Id == request.Token && records.Contains(r.PersonId), stop)
                    ? AlreadyDone.With(found.Id, result)
                    : new Refusal("", "This form has been used before. Start again");
            }

            var received = new SubjectAccessRequest
            {
                Id = request.Token,
                PersonId = found.Id,
                State = SubjectAccessState.Received,
                ReceivedBy = how,
                ValidFrom = request.ReceivedOn!.Value,
                Recorded = entry,
            };
            return new Change<Received>(result, new SubjectAccessMoved(found.Id, received.Id, received.State), new Write(null, received));
        }, stop);
    }
}

/// <summary>A request of the person to be given their record was received, or taken a step on.</summary>
public sealed record SubjectAccessMoved(PersonId PersonId, FactId RequestId, SubjectAccessState State) : RecordEvent(PersonId);
