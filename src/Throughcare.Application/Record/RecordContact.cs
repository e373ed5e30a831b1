using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Records something that was done or said.</summary>
public sealed class RecordContact(ThroughcareDb db, Recorder recorder)
{
    private const int EntriesCompared = 20;

    private const int BehaviourDays = 28;

    /// <param name="Token">The form's own: becomes the contact's id, so that a second post of the same form changes nothing.</param>
    public sealed record Request(PersonId PersonId, FactId Token, ContactForm Form)
    {
        /// <summary>Said yes to "A contact like this was recorded. Record another?".</summary>
        public bool RecordAnother { get; init; }
    }

    /// <param name="IsBelowFloor">It was saved, and satisfies no standard.</param>
    /// <param name="Nudges">What could be better; none stops the saving.</param>
    public sealed record Recorded(FactId Id, bool IsBelowFloor, IReadOnlyList<Nudge> Nudges)
    {
        /// <summary>"Recorded 3 working days later"; <see langword="null"/> on time.</summary>
        public string? LateMark { get; init; }

        /// <summary>About harm, self-harm or child protection, and more than four hours late: said in red.</summary>
        public bool IsUrgentAndSlow { get; init; }

        /// <summary>No case was open: it belongs to the latest closed one.</summary>
        public bool IsAfterTheCase { get; init; }
    }

    /// <summary>What a decision needs to know of the record.</summary>
    internal sealed record State
    {
        public Contact? Earlier { get; init; }

        public Contact? Alike { get; init; }

        public DateOnly? BornOn { get; init; }

        public PersonCase? Case { get; init; }

        public IReadOnlyList<string> AuthorsLast { get; init; } = [];

        public bool HasSupervisor { get; init; }

        public bool HasActiveNeed { get; init; }

        public IReadOnlyList<bool> BehaviourNegative { get; init; } = [];
    }

    public Task<Outcome<Recorded>> DoAsync(Request request, Actor actor, CancellationToken stop) =>
        recorder.WriteAsync(request.PersonId, Verb.RecordContact, actor, async entry =>
        {
            var outcome = Decide(await StateAsync(request, entry, stop), request, entry);
            if (outcome is Outcome<Change<Recorded>>.Done)
            {
                await db.ContactDrafts.Where(d => d.Id == request.Token && d.AuthorId == actor.StaffId).ExecuteDeleteAsync(stop);
            }

            return outcome;
        }, stop, ContactForm.Tidy(request.Form.LateReason));

    internal static Outcome<Change<Recorded>> Decide(State state, Request request, Entry entry)
    {
        var form = request.Form;
        if (state.Earlier is { } earlier)
        {
            return earlier.AuthorId == entry.By
                ? AlreadyDone.With(request.PersonId, new Recorded(earlier.Id, earlier.BelowFloor, []) { LateMark = RecordingDelay.Of(earlier.HappenedAt, earlier.FirstRecordedAt).Mark })
                : new Refusal("", "This form has been used before. Start again");
        }

        if (form.Check(entry.Role, entry.At, state.BornOn) is { Count: > 0 } wrong)
        {
            return new Outcome<Change<Recorded>>.Refused(wrong);
        }

        if (state.Alike is { } alike && !request.RecordAnother)
        {
            return new Refusal(nameof(request.RecordAnother), $"A contact like this was recorded at {TimeText.Format(alike.FirstRecordedAt.LondonTime)}. Record another?");
        }

        var (type, happened) = (form.ContactType!, form.HappenedAt!.Value.ToMicrosecond());
        var quality = NoteQuality.Of(form.ToCheck(type) with
        {
            AuthorsLast = state.AuthorsLast,
            HasSupervisor = state.HasSupervisor,
            HasActiveNeed = state.HasActiveNeed,
            BehaviourNegative = type.Code is "TC05" or "TC06" ? [.. state.BehaviourNegative, type.Code == "TC06"] : state.BehaviourNegative,
        });
        var contact = new Contact
        {
            Id = request.Token,
            PersonId = request.PersonId,
            CaseId = state.Case?.AsCase,
            Type = type.Code,
            HappenedAt = happened,
            Mode = form.Mode!.Value,
            With = ContactForm.Tidy(form.With),
            DurationMinutes = form.DurationMinutes,
            Text = form.WholeText,
            Sensitivity = ContactRules.LevelOf(type, form.Sensitivity, form.IsThirdParty),
            ThirdPartySource = form.IsThirdParty ? ContactForm.Tidy(form.ThirdPartySource) : null,
            Sharing = form.Sharing,
            ShareFrom = form.Sharing is Sharing.Later ? form.ShareFrom : null,
            NotSharedBecause = form.Sharing is Sharing.No ? ContactForm.Tidy(form.NotSharedBecause) : null,
            NotAboutThePlan = ContactForm.Tidy(form.NotAboutThePlan),
            LateReason = ContactForm.Tidy(form.LateReason),
            BelowFloor = quality.IsBelowFloor,
            AuthorId = entry.By,
            AuthorRole = entry.Role,
            FirstRecordedAt = entry.At,
            ValidFrom = happened.LondonDate,
            Recorded = entry,
        };
        var delay = RecordingDelay.Of(happened, entry.At);
        return new Change<Recorded>(
            new Recorded(contact.Id, quality.IsBelowFloor, quality.Nudges)
            {
                LateMark = delay.Mark,
                IsUrgentAndSlow = delay.IsUrgentAndSlow(type),
                IsAfterTheCase = state.Case?.ValidTo < happened.LondonDate,
            },
            new ContactRecorded(request.PersonId, contact.Id, contact.Type, contact.HappenedAt, contact.Sensitivity), new Write(null, contact));
    }

    private async Task<State> StateAsync(Request request, Entry entry, CancellationToken stop)
    {
        var (person, form, today) = (request.PersonId, request.Form, entry.At.LondonDate);
        var records = await MergedRecords.OfAsync(db, person, stop);
        var happened = (form.HappenedAt ?? entry.At).ToMicrosecond();
        var day = happened.LondonDate;
        var since = happened.AddDays(-BehaviourDays);
        var cases = await db.Cases.Current().Where(c => records.Contains(c.PersonId)).ToListAsync(stop);
        return new State
        {
            Earlier = await db.Contacts.Where(c => c.PersonId == person && c.Id == request.Token).OrderByDescending(c => c.Version).FirstOrDefaultAsync(stop),
            Alike = await db.Contacts.Current().FirstOrDefaultAsync(c => c.PersonId == person && c.HappenedAt == happened && c.Type == form.Type, stop),
            BornOn = await db.Details.Current().Where(d => d.PersonId == person).OrderByDescending(d => d.ValidFrom).Select(d => d.DateOfBirth).FirstOrDefaultAsync(stop),
            Case = cases.Where(c => c.IsTrueOn(day)).MaxBy(c => c.ValidFrom) ?? cases.Where(c => c.ValidFrom <= day).MaxBy(c => c.ValidFrom) ?? cases.MinBy(c => c.ValidFrom),
            AuthorsLast = await db.Contacts.Current().Where(c => c.AuthorId == entry.By).OrderByDescending(c => c.FirstRecordedAt).Take(EntriesCompared).Select(c => c.Text).ToListAsync(stop),
            HasSupervisor = await db.Managers.Current().TrueOn(today).AnyAsync(m => records.Contains(m.PersonId) && m.Role == Role.Pom, stop),
            HasActiveNeed = await db.Needs.Current().TrueOn(today).AnyAsync(n => records.Contains(n.PersonId), stop),
            BehaviourNegative = await db.Contacts.Current()
                .Where(c => records.Contains(c.PersonId) && (c.Type == "TC05" || c.Type == "TC06") && c.HappenedAt >= since && c.HappenedAt <= happened)
                .OrderBy(c => c.HappenedAt).Select(c => c.Type == "TC06").ToListAsync(stop),
        };
    }
}

/// <summary>A contact was recorded.</summary>
public sealed record ContactRecorded(PersonId PersonId, FactId ContactId, string Type, DateTimeOffset HappenedAt, Sensitivity Sensitivity) : RecordEvent(PersonId);
