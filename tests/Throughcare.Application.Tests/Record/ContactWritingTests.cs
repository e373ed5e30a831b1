using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Record;

public abstract class ContactWritingTests(DatabaseKind kind) : RecordTests(kind)
{
    private const string Enough = "Discussed the TSP homework and the kitchen. He agreed to apply for kitchen work by Friday.";

    private ContactForm Form => new() { Type = "TC01", HappenedAt = Now.AddHours(-1), Mode = ContactMode.FaceToFace, Text = Enough, NotAboutThePlan = "There is no plan on the record yet" };

    private Task<Outcome<RecordContact.Recorded>> RecordAsync(RecordContact.Request request, Application.Access.Actor? by = null) =>
        AskAsync((RecordContact r) => r.DoAsync(request, by ?? Pom, default));

    [Fact]
    public async Task A_contact_is_recorded_once_with_exactly_one_event_and_its_case()
    {
        var person = await PersonAsync();
        var before = await EventsAsync(person);
        var token = A.FactId;
        await AskAsync((SaveContactDraft s) => s.DoAsync(new(person, token, "{}"), Pom, default));

        var first = Done(await RecordAsync(new(person, token, Form)));
        var again = Done(await RecordAsync(new(person, token, Form)));

        Assert.Equal(token, first.Id);
        Assert.Equal((first.Id, first.IsBelowFloor), (again.Id, again.IsBelowFloor));
        var events = await EventsAsync(person);
        Assert.Equal("ContactRecorded", Assert.Single(events.Skip(before.Count)).Kind);
        await using var db = Database.Open();
        var contact = await db.Contacts.SingleAsync(c => c.Id == token);
        Assert.NotNull(contact.CaseId);
        Assert.Equal((Pom.StaffId, Role.Pom, false), (contact.AuthorId, contact.AuthorRole, contact.BelowFloor));
        Assert.Empty(await db.ContactDrafts.ToListAsync());
        Assert.Single((await AskAsync((Overview o) => o.OfAsync(person, Pom, default)))!.LastContacts);
    }

    [Fact]
    public async Task Whoever_lacks_the_verb_or_the_reach_is_refused_and_nothing_is_written()
    {
        var person = await PersonAsync();
        var before = await EventsAsync(person);

        Assert.Equal(RefusalKind.Role, Refused(await RecordAsync(new(person, A.FactId, Form), A.Actor(Role.Analyst)))[0].Kind);
        Assert.Equal(RefusalKind.Reach, Refused(await RecordAsync(new(person, A.FactId, Form), Elsewhere))[0].Kind);
        Assert.Equal(RefusalKind.Role, Refused(await RecordAsync(new(person, A.FactId, Form with { Type = "TC04" })))[0].Kind);
        Assert.Equal(before.Count, (await EventsAsync(person)).Count);
    }

    [Fact]
    public async Task What_is_missing_is_said_field_by_field()
    {
        var person = await PersonAsync();
        var wrong = Refused(await RecordAsync(new(person, A.FactId, new ContactForm())));
        Assert.Equal(["Type", "HappenedAt", "Text", "Mode"], wrong.Select(w => w.Field));
        Assert.Contains(Refused(await RecordAsync(new(person, A.FactId, Form with { HappenedAt = Now.AddHours(1) }))), w => w.Message == "Date and time of the contact must be now or in the past");
        Assert.Contains(Refused(await RecordAsync(new(person, A.FactId, Form with { HappenedAt = Now.AddDays(-13) }))), w => w.Field == "LateReason");
        Assert.NotNull(Done(await RecordAsync(new(person, A.FactId, Form with { HappenedAt = Now.AddDays(-13), LateReason = "On leave" }))).LateMark);
    }

    [Fact]
    public async Task A_contact_like_another_is_asked_about()
    {
        var person = await PersonAsync();
        Done(await RecordAsync(new(person, A.FactId, Form)));
        Assert.Equal("A contact like this was recorded at 9am. Record another?", Assert.Single(Refused(await RecordAsync(new(person, A.FactId, Form)))).Message);
        Done(await RecordAsync(new(person, A.FactId, Form) { RecordAnother = true }));
    }

    [Fact]
    public async Task An_entry_below_the_floor_is_saved_and_an_addendum_within_a_day_can_lift_it()
    {
        var person = await PersonAsync();
        var recorded = Done(await RecordAsync(new(person, A.FactId, Form with { Text = "No issues." })));
        Assert.True(recorded.IsBelowFloor);
        Assert.Contains(recorded.Nudges, n => n.Kind is NudgeKind.SaysNothing);

        var token = A.FactId;
        AddAddendum.Request request = new(person, recorded.Id, token, AddendumKind.Adds, "Discussed relapse plan, agreed weekly diary, next meeting 3 June, objective 2 on track, he said he feels ready");
        Assert.False(Done(await AskAsync((AddAddendum a) => a.DoAsync(request, Pom, default))).IsBelowFloor);
        var events = (await EventsAsync(person)).Count;
        Done(await AskAsync((AddAddendum a) => a.DoAsync(request, Pom, default)));
        Assert.Equal(events, (await EventsAsync(person)).Count);
        Assert.Equal("Enter what you want to add", Refused(await AskAsync((AddAddendum a) => a.DoAsync(request with { Token = A.FactId, Text = " " }, Pom, default)))[0].Message);

        var page = await AskAsync((ContactDetail d) => d.OfAsync(person, recorded.Id, Pom, default));
        Assert.Equal("Petra Omond", Assert.Single(page!.Addenda).By);
        Assert.False(page.Summary.BelowFloor);
    }

    [Fact]
    public async Task Third_party_information_is_restricted_and_names_its_source()
    {
        var person = await PersonAsync();
        Assert.Contains(Refused(await RecordAsync(new(person, A.FactId, Form with { IsThirdParty = true }))), w => w.Field == "ThirdPartySource");
        var id = Done(await RecordAsync(new(person, A.FactId, Form with { IsThirdParty = true, ThirdPartySource = "His sister" }))).Id;
        await using var db = Database.Open();
        Assert.Equal(Sensitivity.Restricted, (await db.Contacts.SingleAsync(c => c.Id == id)).Sensitivity);
    }

    [Fact]
    public async Task A_contact_after_the_case_closed_belongs_to_it_and_says_so()
    {
        var person = await PersonAsync();
        await using (var db = Database.Open())
        {
            var open = await db.Cases.Current().SingleAsync(c => c.PersonId == person);
            await using var transaction = await db.Database.BeginTransactionAsync();
            var bulk = new BulkRecorder(db);
            await bulk.WriteAsync(await bulk.LockAsync([person], default), [new(person, new Made(person), new Write(open, open.EndedOn(new(2025, 12, 20), Written(Now.AddDays(-3)))))], Written(Now.AddDays(-3)), default);
            await transaction.CommitAsync();
        }

        var recorded = Done(await RecordAsync(new(person, A.FactId, Form)));
        Assert.True(recorded.IsAfterTheCase);
        Assert.True((await AskAsync((ContactDetail d) => d.OfAsync(person, recorded.Id, Pom, default)))!.IsAfterTheCase);
    }

    [Fact]
    public async Task The_author_may_edit_for_a_day_and_the_version_before_stays_provable()
    {
        var person = await PersonAsync();
        var id = Done(await RecordAsync(new(person, A.FactId, Form))).Id;
        var hour = Now.AddHours(1);
        Database.Clock.Advance(TimeSpan.FromHours(2));
        EditContact.Request edit = new(person, id, 1, Form with { Text = Enough + " He is glad." });

        var other = A.Actor(Role.Pom);
        Assert.Equal(RefusalKind.Role, Refused(await AskAsync((EditContact e) => e.DoAsync(edit, other, default)))[0].Kind);
        Assert.Equal(2, Done(await AskAsync((EditContact e) => e.DoAsync(edit, Pom, default))).Version);
        Assert.Equal(2, Done(await AskAsync((EditContact e) => e.DoAsync(edit, Pom, default))).Version);
        Assert.Equal(3, (await EventsAsync(person)).Count);

        var conflict = Assert.IsType<Outcome<EditContact.Edited>.Conflict>(await AskAsync((EditContact e) => e.DoAsync(edit with { Form = Form with { Text = Enough + " He is sad." } }, Pom, default)));
        Assert.EndsWith("He is glad.", ((Contact)conflict.Theirs).Text, StringComparison.Ordinal);

        var then = await AskAsync((Timeline t) => t.PageAsync(new(person) { Kind = TimelineKind.Contact, KnownAt = hour }, Pom, default));
        Assert.Equal(Enough, Assert.Single(then.Lines).Text);
        var now = Assert.Single((await AskAsync((Timeline t) => t.PageAsync(new(person) { Kind = TimelineKind.Contact }, Pom, default))).Lines);
        Assert.EndsWith("He is glad.", now.Text, StringComparison.Ordinal);
        Assert.Equal("Edited 5 January 2026 at 11am", Assert.Single(now.Corrections).Words);

        Database.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal("This entry was saved more than 24 hours ago. Add an addendum instead", Refused(await AskAsync((EditContact e) => e.DoAsync(edit with { MadeFrom = 2 }, Pom, default)))[0].Message);
    }

    [Fact]
    public async Task A_manager_moves_an_entry_and_a_stub_stays()
    {
        var (wrong, right) = (await PersonAsync(), await PersonAsync("Brackwater", "Ben", "A1235BC"));
        var id = Done(await RecordAsync(new(wrong, A.FactId, Form))).Id;
        var recorded = Now;
        Database.Clock.Advance(TimeSpan.FromHours(1));
        MoveContact.Request move = new(wrong, right, id, A.FactId, 1, "Two men of that name");
        var manager = A.Actor(Role.HeadOmu);

        Assert.Equal(RefusalKind.Role, Refused(await AskAsync((MoveContact m) => m.DoAsync(move, Pom, default)))[0].Kind);
        Assert.Equal("Reason", Refused(await AskAsync((MoveContact m) => m.DoAsync(move with { Reason = "" }, manager, default)))[0].Field);
        Assert.Equal(move.Token, Done(await AskAsync((MoveContact m) => m.DoAsync(move, manager, default))));
        Assert.Equal(move.Token, Done(await AskAsync((MoveContact m) => m.DoAsync(move, manager, default))));

        var stub = Assert.Single((await AskAsync((Timeline t) => t.PageAsync(new(wrong) { Kind = TimelineKind.Contact }, Pom, default))).Lines);
        Assert.StartsWith("Recorded in error", stub.Title, StringComparison.Ordinal);
        Assert.Null(stub.Text);
        var moved = await AskAsync((ContactDetail d) => d.OfAsync(right, move.Token, Pom, default));
        Assert.Equal((Enough, "Petra Omond", recorded), (moved!.Summary.Text, moved.Summary.Author, moved.Summary.RecordedAt));
        Assert.Equal(["ContactWithdrawn", "ContactMovedHere"], [(await EventsAsync(wrong))[^1].Kind, (await EventsAsync(right))[^1].Kind]);
    }

    [Fact]
    public async Task A_draft_is_its_authors_alone_and_goes_after_14_days()
    {
        var person = await PersonAsync();
        var token = A.FactId;
        Done(await AskAsync((SaveContactDraft s) => s.DoAsync(new(person, token, """{"text":"a"}"""), Pom, default)));
        Done(await AskAsync((SaveContactDraft s) => s.DoAsync(new(person, token, """{"text":"b"}"""), Pom, default)));
        Assert.Equal(RefusalKind.NotFound, Refused(await AskAsync((SaveContactDraft s) => s.DoAsync(new(person, token, "{}"), A.Actor(Role.KeyWorker), default)))[0].Kind);
        Assert.Equal(RefusalKind.Reach, Refused(await AskAsync((SaveContactDraft s) => s.DoAsync(new(person, A.FactId, "{}"), Elsewhere, default)))[0].Kind);

        Assert.Equal("""{"text":"b"}""", Assert.Single(await AskAsync((ContactDrafts d) => d.OfAsync(person, Pom, default))).Form);
        Assert.Null(await AskAsync((ContactDrafts d) => d.FindAsync(token, A.Actor(Role.Pom), default)));
        Database.Clock.Advance(TimeSpan.FromDays(14));
        Assert.Equal(0, await AskAsync((PurgeContactDrafts p) => p.DoAsync(default)));
        Database.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await AskAsync((PurgeContactDrafts p) => p.DoAsync(default)));
    }

    [Fact]
    public async Task Two_writers_on_one_entry_give_one_conflict_and_lose_nothing()
    {
        var person = await PersonAsync();
        var id = Done(await RecordAsync(new(person, A.FactId, Form))).Id;
        var outcomes = await Task.WhenAll(new[] { " One.", " Two." }.Select(end => Task.Run(() =>
            AskAsync((EditContact e) => e.DoAsync(new(person, id, 1, Form with { Text = Enough + end }), Pom, default)))));

        Assert.Single(outcomes.OfType<Outcome<EditContact.Edited>.Done>());
        var theirs = (Contact)Assert.Single(outcomes.OfType<Outcome<EditContact.Edited>.Conflict>()).Theirs;
        Assert.Equal(2, theirs.Version);
        await using var db = Database.Open();
        Assert.Equal(2, await db.Contacts.CountAsync(c => c.Id == id));
        Assert.Equal(theirs.Text, (await db.Contacts.Current().SingleAsync(c => c.Id == id)).Text);
    }

    [Fact]
    public async Task Fifty_contacts_on_different_people_at_once_are_all_recorded()
    {
        List<PersonId> people = [];
        for (var i = 0; i < 50; i++)
        {
            people.Add(await PersonAsync("Abelmarsh", "Ada", $"A{1000 + i}BC"));
        }

        var outcomes = await Task.WhenAll(people.Select(person => Task.Run(() => RecordAsync(new(person, A.FactId, Form)))));
        Assert.All(outcomes, outcome => Done(outcome));
        await using var db = Database.Open();
        Assert.Equal(50, await db.Contacts.CountAsync());
        Assert.Equal(100, await db.RecordEvents.Select(e => e.Position).Distinct().CountAsync());
    }
}

public sealed class ContactWritingSqliteTests() : ContactWritingTests(DatabaseKind.Sqlite);

public sealed class ContactWritingPostgresTests() : ContactWritingTests(DatabaseKind.Postgres);
