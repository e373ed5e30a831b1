using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Application.Sentences;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Storage;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Record;

public abstract class FactWritingTests(DatabaseKind kind) : RecordTests(kind)
{
    [Fact]
    public async Task An_alert_is_raised_once_and_leaves_an_automatic_entry()
    {
        var person = await PersonAsync();
        RaiseAlert.Request raise = new(person, A.FactId, "XA", "He set a fire in his cell", Today);

        Done(await AskAsync((RaiseAlert r) => r.DoAsync(raise, Pom, default)));
        Done(await AskAsync((RaiseAlert r) => r.DoAsync(raise, Pom, default)));
        Assert.Equal(["Made", "AlertRaised"], (await EventsAsync(person)).Select(e => e.Kind));
        Assert.EndsWith("is already active, since 5 January 2026", Assert.Single(Refused(await AskAsync((RaiseAlert r) => r.DoAsync(raise with { Token = A.FactId }, Pom, default)))).Message, StringComparison.Ordinal);
        await using var db = Database.Open();
        Assert.Equal(("TC44", StaffId.System), await db.Contacts.Where(c => c.PersonId == person).Select(c => new ValueTuple<string, StaffId>(c.Type, c.AuthorId)).SingleAsync());
    }

    [Fact]
    public async Task What_is_wrong_with_an_alert_is_said_and_nobody_without_verb_or_reach_raises_one()
    {
        var person = await PersonAsync();
        var wrong = Refused(await AskAsync((RaiseAlert r) => r.DoAsync(new(person, A.FactId, "D1", " ", Today.AddDays(1)), Pom, default)));
        Assert.Equal([("Code", "Select an alert"), ("Description", "Enter what staff need to know"), ("From", "Date the alert starts must be today or in the past")], wrong.Select(w => (w.Field, w.Message)));
        Assert.Equal("LateReason", Refused(await AskAsync((RaiseAlert r) => r.DoAsync(new(person, A.FactId, "XA", "x", Today.AddDays(-9)), Pom, default)))[0].Field);
        Done(await AskAsync((RaiseAlert r) => r.DoAsync(new(person, A.FactId, "XA", "x", Today.AddDays(-8)), Pom, default)));

        var security = AlertCodes.Table.Rows.First(a => a is { IsRestricted: true, IsActive: true, WhoMaySee: AlertAudience.Security }).Code;
        Assert.Equal(RefusalKind.Role, Refused(await AskAsync((RaiseAlert r) => r.DoAsync(new(person, A.FactId, security, "x", Today), Pom, default)))[0].Kind);
        Assert.Equal(RefusalKind.Reach, Refused(await AskAsync((RaiseAlert r) => r.DoAsync(new(person, A.FactId, "HA", "x", Today), Elsewhere, default)))[0].Kind);
        Assert.Equal(RefusalKind.Role, Refused(await AskAsync((CloseAlert c) => c.DoAsync(new(person, A.FactId, 1, Today, "x"), A.Actor(Role.Residential), default)))[0].Kind);
    }

    [Fact]
    public async Task An_alert_is_closed_with_a_comment_and_a_stale_form_is_shown_theirs()
    {
        var person = await PersonAsync();
        var alert = Done(await AskAsync((RaiseAlert r) => r.DoAsync(new(person, A.FactId, "HA", "ACCT opened", Today), Pom, default)));
        CloseAlert.Request close = new(person, alert, 1, Today, "Reviewed and closed");

        Assert.Equal(["On", "Comment"], Refused(await AskAsync((CloseAlert c) => c.DoAsync(close with { On = Today.AddDays(-1), Comment = "" }, Pom, default))).Select(w => w.Field));
        Assert.Equal(2, Done(await AskAsync((CloseAlert c) => c.DoAsync(close, Pom, default))));
        Assert.Equal(2, Done(await AskAsync((CloseAlert c) => c.DoAsync(close, Pom, default))));
        Assert.Equal(3, (await EventsAsync(person)).Count);
        Assert.IsType<Outcome<int>.Conflict>(await AskAsync((CloseAlert c) => c.DoAsync(close with { Comment = "Otherwise" }, Pom, default)));

        Database.Clock.Advance(TimeSpan.FromDays(1));
        var page = await AskAsync((AlertsPage p) => p.OfAsync(person, Pom, default));
        Assert.Empty(page.Active);
        Assert.Equal(("Reviewed and closed", "Petra Omond"), (Assert.Single(page.Closed).ClosingComment, page.Closed[0].ClosedBy));
    }

    [Fact]
    public async Task A_key_date_is_corrected_with_a_reason_and_keeps_its_history()
    {
        var person = await PersonAsync();
        CorrectKeyDate.Request correct = new(person, 1, "CRD", new(2026, 4, 2), "Remand days were missed");

        Assert.Equal(RefusalKind.Role, Refused(await AskAsync((CorrectKeyDate c) => c.DoAsync(correct, Pom, default)))[0].Kind);
        Assert.Equal(RefusalKind.Reach, Refused(await AskAsync((CorrectKeyDate c) => c.DoAsync(correct, A.Actor(Role.CaseAdmin, "LEI"), default)))[0].Kind);
        Assert.Equal("Reason", Refused(await AskAsync((CorrectKeyDate c) => c.DoAsync(correct with { Reason = null }, CaseAdmin, default)))[0].Field);
        Assert.Equal("Conditional release date is already 27 March 2026", Refused(await AskAsync((CorrectKeyDate c) => c.DoAsync(correct with { On = new(2026, 3, 27) }, CaseAdmin, default)))[0].Message);

        Assert.Equal(2, Done(await AskAsync((CorrectKeyDate c) => c.DoAsync(correct, CaseAdmin, default))));
        Assert.Equal(2, Done(await AskAsync((CorrectKeyDate c) => c.DoAsync(correct, CaseAdmin, default))));
        Assert.Equal("KeyDateCorrected", Assert.Single((await EventsAsync(person)).Skip(1)).Kind);
        var conflict = Assert.IsType<Outcome<int>.Conflict>(await AskAsync((CorrectKeyDate c) => c.DoAsync(correct with { Code = "ARD" }, CaseAdmin, default)));
        Assert.Equal(new DateOnly(2026, 4, 2), ((KeyDates)conflict.Theirs).Crd);

        var line = (await AskAsync((SentencePage p) => p.OfAsync(person, default)))!.Dates.Single(d => d.Code == "CRD");
        Assert.Equal((new DateOnly(2026, 4, 2), true, "Corrected by Cass Admiral, 5 January 2026"), (line.On, line.IsCorrectedHere, line.Source));
        Assert.Equal(new DateOnly(2026, 3, 27), Assert.Single(line.Earlier).On);
        var text = Assert.Single((await AskAsync((Timeline t) => t.PageAsync(new(person) { Kind = TimelineKind.KeyDates }, Pom, default))).Lines).Text;
        Assert.Equal("Conditional release date changed from 27 March 2026 to 2 April 2026 – Remand days were missed", text);
    }

    [Fact]
    public async Task A_field_of_the_person_is_changed_with_a_reason_and_marked_as_edited_here()
    {
        var person = await PersonAsync();
        ChangePersonDetails.Request change = new(person, 1, DetailFields.Nationality, "He showed his passport") { Code = "ALBA" };

        Assert.Equal(RefusalKind.Role, Refused(await AskAsync((ChangePersonDetails c) => c.DoAsync(change, A.Actor(Role.Residential), default)))[0].Kind);
        Assert.Equal(RefusalKind.Reach, Refused(await AskAsync((ChangePersonDetails c) => c.DoAsync(change, Elsewhere, default)))[0].Kind);
        Assert.Equal(["Code", "Reason"], Refused(await AskAsync((ChangePersonDetails c) => c.DoAsync(change with { Code = "NOWHERE", Reason = "" }, Pom, default))).Select(w => w.Field));
        Assert.Equal("This makes the person 6 years old. Is that right?", Refused(await AskAsync((ChangePersonDetails c) => c.DoAsync(change with { Field = DetailFields.DateOfBirth, Date = new(2020, 1, 5) }, Pom, default)))[0].Message);

        Assert.Equal(2, Done(await AskAsync((ChangePersonDetails c) => c.DoAsync(change, Pom, default))));
        Assert.Equal(2, Done(await AskAsync((ChangePersonDetails c) => c.DoAsync(change, Pom, default))));
        Assert.Equal(2, (await EventsAsync(person)).Count);
        Assert.IsType<Outcome<int>.Conflict>(await AskAsync((ChangePersonDetails c) => c.DoAsync(change with { Code = "BRIT" }, Pom, default)));
        await using var db = Database.Open();
        var details = await db.Details.Current().SingleAsync(d => d.PersonId == person);
        Assert.Equal((Coded.Of("ALBA"), DetailFields.Nationality, "He showed his passport"), (details.Nationality, details.EditedHere, details.Recorded.Reason));
    }

    [Fact]
    public async Task A_new_name_leaves_the_old_one_as_an_alias_and_both_are_found()
    {
        var person = await PersonAsync();
        await using var db = Database.Open();
        var current = await db.Names.SingleAsync(n => n.PersonId == person);
        ChangeName.Request change = new(person, A.FactId, (current.Id, 1), new("Quillfeather", "Ada"), Today, "Marriage certificate seen");

        Assert.Equal(["Last", "From", "Reason"], Refused(await AskAsync((ChangeName c) => c.DoAsync(change with { Name = new("R2D2"), From = null, Reason = "" }, Pom, default))).Select(w => w.Field));
        Assert.Equal(RefusalKind.Reach, Refused(await AskAsync((ChangeName c) => c.DoAsync(change, Elsewhere, default)))[0].Kind);
        Done(await AskAsync((ChangeName c) => c.DoAsync(change, Pom, default)));
        Done(await AskAsync((ChangeName c) => c.DoAsync(change, Pom, default)));
        Assert.Equal(2, (await EventsAsync(person)).Count);
        Assert.IsType<Outcome<FactId>.Conflict>(await AskAsync((ChangeName c) => c.DoAsync(change with { Token = A.FactId }, Pom, default)));
        Done(await AskAsync((AddName a) => a.DoAsync(new(person, A.FactId, NameType.Maiden, new("Zabrake", "Ada")), Pom, default)));

        Assert.Equal("Quillfeather, Ada", (await AskAsync((PersonBanner b) => b.OfAsync(person, Pom, default)))!.LastCommaFirst);
        foreach (var (text, found) in new[] { ("abelmarsh", "Abelmarsh, Ada"), ("quillfeather", null), ("zabrake", "Zabrake, Ada") })
        {
            var row = Assert.Single(Assert.IsType<PersonSearch.Answer.List>(await AskAsync((PersonSearch s) => s.OfAsync(new(text), Pom, default))).Rows);
            Assert.Equal((person, found), (row.PersonId, row.FoundAs));
        }
    }

    [Fact]
    public async Task A_need_is_recorded_with_its_review_twelve_months_later()
    {
        var person = await PersonAsync();
        AddNeed.Request add = new(person, A.FactId, NeedCategory.Sensory, "Does not hear with the left ear", NeedSource.Self, Today) { Adjustment = "Sit on his right" };

        Assert.Equal(["Category", "Detail", "Source", "From"], Refused(await AskAsync((AddNeed a) => a.DoAsync(new(person, A.FactId, null, "", null, null), Pom, default))).Select(w => w.Field));
        Assert.Equal(RefusalKind.Reach, Refused(await AskAsync((AddNeed a) => a.DoAsync(add, Elsewhere, default)))[0].Kind);
        Done(await AskAsync((AddNeed a) => a.DoAsync(add, Pom, default)));
        Done(await AskAsync((AddNeed a) => a.DoAsync(add, Pom, default)));
        await using var db = Database.Open();
        Assert.Equal(new DateOnly(2027, 1, 5), (await db.Needs.SingleAsync(n => n.PersonId == person)).ReviewOn);
        Assert.Equal(2, (await EventsAsync(person)).Count);
    }
}

public sealed class FactWritingSqliteTests() : FactWritingTests(DatabaseKind.Sqlite);

public sealed class FactWritingPostgresTests() : FactWritingTests(DatabaseKind.Postgres);
