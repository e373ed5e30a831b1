using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Says who the victim liaison officer of a case is; the person never sees it.</summary>
public sealed class SetVloContact(ThroughcareDb db, Recorder recorder, IdSource ids)
{
    private const int LongestName = 60;

    private const int LongestEmail = 254;

    public sealed record Request(PersonId PersonId, string? FirstName, string? LastName, string? Email);

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        return recorder.WriteAsync(request.PersonId, Verb.RecordContact, actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            var running = await db.VloContacts.Current().Where(v => records.Contains(v.PersonId) && v.ValidTo == null).OrderByDescending(v => v.ValidFrom).FirstOrDefaultAsync(stop);
            return Decide(running, request, new(ids.Next()), entry);
        }, stop);
    }

    public static Outcome<Change<FactId>> Decide(VloContact? running, Request request, FactId id, Entry entry)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(entry);

        var (first, last, email) = (request.FirstName?.Trim() ?? "", request.LastName?.Trim() ?? "", request.Email?.Trim() ?? "");
        List<Refusal> wrong = [];
        Check(first, nameof(Request.FirstName), "Enter a first name", "First name", LongestName);
        Check(last, nameof(Request.LastName), "Enter a last name", "Last name", LongestName);
        Check(email, nameof(Request.Email), "Enter an email address", "Email address", LongestEmail);
        if (email.Length is > 0 and <= LongestEmail && !(MailAddress.TryCreate(email, out var read) && read.Address == email && read.Host.Contains('.', StringComparison.Ordinal)))
        {
            wrong.Add(new(nameof(Request.Email), "Enter an email address in the correct format, like name@example.com"));
        }

        if (wrong.Count > 0)
        {
            return new Outcome<Change<FactId>>.Refused([.. wrong]);
        }

        if (running is not null && (running.FirstName, running.LastName, running.Email) == (first, last, email))
        {
            return AlreadyDone.With(request.PersonId, running.Id);
        }

        var next = new VloContact { Id = id, PersonId = request.PersonId, ValidFrom = entry.At.LondonDate, Recorded = entry, FirstName = first, LastName = last, Email = email };
        return new Change<FactId>(id, new VloContactSet(request.PersonId), [.. Succession.Of(running, next)]);

        void Check(string text, string field, string missing, string caption, int most)
        {
            if (text.Length == 0)
            {
                wrong.Add(new(field, missing));
            }
            else if (text.Length > most)
            {
                wrong.Add(new(field, $"{caption} must be {most} characters or fewer"));
            }
        }
    }
}

/// <summary>The victim liaison officer of a case was named.</summary>
public sealed record VloContactSet(PersonId PersonId) : RecordEvent(PersonId);
