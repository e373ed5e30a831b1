using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Gives a person another current name; the one before it stays as an alias.</summary>
public sealed class ChangeName(ThroughcareDb db, Recorder recorder)
{
    /// <param name="Token">The form's own: becomes the new name's id.</param>
    /// <param name="MadeFrom">The current name that the form showed, and its version; <see langword="null"/> where there was none.</param>
    /// <param name="From">The first day of the new name.</param>
    public sealed record Request(PersonId PersonId, FactId Token, (FactId Id, int Version)? MadeFrom, TypedName Name, DateOnly? From, string? Reason);

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop) =>
        recorder.WriteAsync(request.PersonId, Verb.ChangePersonDetails, actor, async entry =>
        {
            var running = await db.Names.Current().Where(n => n.PersonId == request.PersonId && n.Type == NameType.Current && n.ValidTo == null)
                .OrderByDescending(n => n.ValidFrom).FirstOrDefaultAsync(stop);
            return Decide(running, request, entry);
        }, stop, ContactForm.Tidy(request.Reason));

    internal static Outcome<Change<FactId>> Decide(PersonName? running, Request request, Entry entry)
    {
        if (running?.Id == request.Token)
        {
            return AlreadyDone.With(request.PersonId, request.Token);
        }

        if (running is not null && request.MadeFrom != (running.Id, running.Version))
        {
            return new Outcome<Change<FactId>>.Conflict(running);
        }

        var wrong = request.Name.Check();
        if (request.From is not { } from)
        {
            wrong.Add(new(nameof(request.From), "Enter the date the name changed"));
        }
        else if (from > entry.At.LondonDate)
        {
            wrong.Add(new(nameof(request.From), "Date the name changed must be today or in the past"));
        }
        else if (from < running?.ValidFrom)
        {
            wrong.Add(new(nameof(request.From), $"Date the name changed must be on or after {Words.LongDate(running.ValidFrom)}, when the name before it began"));
        }

        AlertRules.CheckText(request.Reason, nameof(request.Reason), "Enter why the name is changed", "Reason", 1_000, wrong);
        if (wrong.Count == 0 && running is not null && request.Name.Says(running))
        {
            wrong.Add(new(nameof(TypedName.Last), "This is already the person’s name"));
        }

        if (wrong.Count > 0)
        {
            return new Outcome<Change<FactId>>.Refused(wrong);
        }

        var name = request.Name.Of(request.Token, request.PersonId, NameType.Current, request.From!.Value, entry);
        return running is null
            ? new Change<FactId>(name.Id, new NameChanged(request.PersonId, name.Id), new Write(null, name))
            : new Change<FactId>(name.Id, new NameChanged(request.PersonId, name.Id), new Write(running, running.Next(entry) with { Type = NameType.Alias }), new Write(null, name));
    }
}

/// <summary>The person's current name changed; the one before it became an alias.</summary>
public sealed record NameChanged(PersonId PersonId, FactId NameId) : RecordEvent(PersonId);
