using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Records a key work session as a contact, and tells the prison offender manager of a concern.</summary>
public sealed class RecordKeyWork(ThroughcareDb db, RecordContact record, TimeProvider clock)
{
    /// <summary>What the notice is called.</summary>
    public const string Concern = "key_work_concern";

    private const int LongestConcern = 900;

    /// <param name="Token">The form's own: becomes the contact's id, so that a second post of the same form changes nothing.</param>
    /// <param name="Concern">For the prison offender manager; empty for none.</param>
    public sealed record Request(PersonId PersonId, FactId Token, DateTimeOffset? HappenedAt, int? Minutes, string? Discussed, string? Agreed, string? PersonSaid, string? Concern)
    {
        public string? LateReason { get; init; }

        /// <summary>Why no objective of the plan is linked.</summary>
        public string? NotAboutThePlan { get; init; }

        /// <summary>Said yes to "A contact like this was recorded. Record another?".</summary>
        public bool RecordAnother { get; init; }
    }

    public async Task<Outcome<RecordContact.Recorded>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);

        var concern = ContactForm.Tidy(request.Concern);
        if (concern?.Length > LongestConcern)
        {
            return new Refusal(nameof(request.Concern), "Concern must be 900 characters or fewer");
        }

        var discussed = ContactForm.Tidy(request.Discussed);
        var form = new ContactForm
        {
            Type = KeyWorkBoard.Session,
            HappenedAt = request.HappenedAt,
            Mode = ContactMode.FaceToFace,
            DurationMinutes = request.Minutes,
            Text = concern is null ? discussed : $"{discussed}\nConcern for the prison offender manager: {concern}",
            Agreed = request.Agreed,
            PersonSaid = request.PersonSaid,
            LateReason = request.LateReason,
            NotAboutThePlan = request.NotAboutThePlan,
        };
        var outcome = await record.DoAsync(new(request.PersonId, request.Token, discussed is null ? form with { Text = null } : form) { RecordAnother = request.RecordAnother }, actor, stop);
        if (outcome is Outcome<RecordContact.Recorded>.Done && concern is not null)
        {
            await TellAsync(request, stop);
        }

        return outcome;
    }

    /// <summary>Once: the notice has the id of the session.</summary>
    private async Task TellAsync(Request request, CancellationToken stop)
    {
        var now = clock.GetUtcNow().ToMicrosecond();
        var today = now.LondonDate;
        var id = new NoticeId(request.Token.Value);
        var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
        var pom = await db.Managers.Current().Where(m => records.Contains(m.PersonId) && m.Role == Role.Pom && m.Part == ManagerPart.Primary && m.ValidFrom <= today && (m.ValidTo == null || m.ValidTo >= today) && m.StaffId != null)
            .OrderByDescending(m => m.ValidFrom).Select(m => m.StaffId).FirstOrDefaultAsync(stop);
        if (pom is { } staff && !await db.Notices.AnyAsync(n => n.Id == id, stop))
        {
            db.ChangeTracker.Clear();
            db.Add(new Notice { Id = id, Staff = staff, PersonId = request.PersonId, Code = Concern, Text = "A key worker raised a concern in a session with a person of yours. Read the entry.", At = now });
            await db.SaveChangesAsync(stop);
        }
    }
}
