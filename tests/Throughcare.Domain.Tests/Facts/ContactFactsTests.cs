using Throughcare.Domain.Access;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Xunit;

namespace Throughcare.Domain.Tests.Facts;

public sealed class ContactFactsTests
{
    private static readonly PersonId Person = new(new Guid("00000000-0000-7000-8000-00000000aaaa"));
    private static readonly DateTimeOffset Known = new(2026, 12, 31, 9, 0, 0, TimeSpan.Zero);

    private int _ids;

    [Fact]
    public void Failures_of_twelve_months_end_with_the_day_and_begin_a_year_and_a_day_before()
    {
        var history = With(Failure("2009-06-10"), Failure("2010-06-09"));

        Assert.Equal(2, history.At(new(2010, 6, 9), Known).FailuresLast12Months.Value);
        Assert.Equal(1, history.At(new(2010, 6, 10), Known).FailuresLast12Months.Value);
        Assert.Equal(1, history.At(new(2010, 6, 8), Known).FailuresLast12Months.Value);
        Assert.Equal(1, With(Failure("2009-06-09"), Failure("2010-06-09")).At(new(2010, 6, 9), Known).FailuresLast12Months.Value);
        Assert.Equal(0, history.At(new(2011, 6, 9), Known).FailuresLast12Months.Value);
    }

    [Fact]
    public void At_most_one_failure_counts_a_day_and_only_outcomes_that_count()
    {
        var history = With(
            Failure("2026-03-02"), Failure("2026-03-02") with { AttendanceCode = "AFTC" }, Failure("2026-03-03") with { AttendanceCode = "AAME" },
            Failure("2026-03-04") with { AttendanceCode = "AFTA" }, Failure("2026-03-05") with { AttendanceCode = null }, Failure("2026-03-06") with { AttendanceCode = "ZZZ" });

        Assert.Equal(1, history.At(new(2026, 3, 31), Known).FailuresLast12Months.Value);
    }

    [Fact]
    public void A_failure_that_was_re_classified_or_withdrawn_counts_until_then()
    {
        var failure = Failure("2026-03-02");
        var changed = At("2026-03-20");
        var excused = failure with { Version = 2, AttendanceCode = "AAME", RecordedAt = changed };
        var history = With(failure with { ReplacedAt = changed }, excused, Failure("2026-03-09") with { Withdrawn = true, RecordedAt = changed });

        Assert.Equal(1, history.At(new(2026, 3, 19), At("2026-03-19")).FailuresLast12Months.Value);
        Assert.Equal(0, history.At(new(2026, 3, 20), changed).FailuresLast12Months.Value);
    }

    [Fact]
    public void A_day_is_that_of_london()
    {
        var summer = Failure("2026-06-30") with { HappenedAt = new(2026, 6, 30, 23, 30, 0, TimeSpan.Zero) };

        Assert.Equal(0, With(summer).At(new(2026, 6, 30), Known).FailuresLast12Months.Value);
        Assert.Equal(1, With(summer).At(new(2026, 7, 1), Known).FailuresLast12Months.Value);
    }

    [Fact]
    public void Failures_on_licence_are_those_since_it_began()
    {
        var history = new CaseHistory(Person)
        {
            Sentences = [new() { Id = Id(), PersonId = Person, Type = Coded.Of("ADIMP"), ValidFrom = new(2025, 1, 6), Years = 3, Recorded = Entry("2025-01-06") }],
            KeyDates = [new() { Id = Id(), PersonId = Person, Crd = new(2026, 3, 6), Sled = new(2028, 1, 5), ValidFrom = new(2025, 1, 6), Recorded = Entry("2025-01-06") }],
            Movements = [new() { Id = Id(), PersonId = Person, Type = "REL", Reason = "L-CRD", HappenedAt = At("2026-03-06"), From = new("LHI"), ValidFrom = new(2026, 3, 6), Recorded = Entry("2026-03-06") }],
            Contacts = [Failure("2026-02-02"), Failure("2026-03-09"), Failure("2026-04-09")],
        };

        Assert.Equal((SupervisionKind.Licence, 2, 3), history.At(new(2026, 5, 1), Known) is var facts
            ? (facts.SupervisionKind.Value, facts.FailuresOnLicence.Value, facts.FailuresLast12Months.Value) : default);
        Assert.Equal(0, history.At(new(2026, 2, 5), Known).FailuresOnLicence.Value);
    }

    [Fact]
    public void Key_work_is_the_minutes_of_28_days()
    {
        ContactGist Session(string day, int? minutes, string type = "TC02") => Failure(day) with { Type = type, AttendanceCode = null, Minutes = minutes, AuthorRole = Role.KeyWorker };
        var history = With(
            Session("2025-10-12", 60), Session("2025-10-13", 45), Session("2025-10-20", 30), Session("2025-10-28", 60), Session("2025-11-09", 40),
            Session("2025-11-05", 90, "TC03"), Session("2025-11-06", null), Session("2025-11-10", 45));

        Assert.Equal(175, history.At(new(2025, 11, 9), Known).KeyWorkMinutes28Days.Value);
        Assert.Equal(235, history.At(new(2025, 11, 8), Known) is var before ? before.KeyWorkMinutes28Days.Value + 40 : 0);
    }

    [Fact]
    public void The_last_contact_of_a_role_took_place_and_says_enough()
    {
        ContactGist Meeting(string day) => Failure(day) with { AttendanceCode = "ATTC", Mode = ContactMode.Video };
        var history = With(
            Meeting("2026-03-02"), Meeting("2026-03-09") with { BelowFloor = true }, Failure("2026-03-10"), Meeting("2026-03-12") with { AuthorRole = Role.Pom }, Meeting("2026-02-01") with { Mode = ContactMode.Letter });
        var facts = history.At(new(2026, 3, 31), Known);

        Assert.Equal((new DateOnly(2026, 3, 2), ContactMode.Video), (facts.LastContactOn(Role.Com).Value, facts.LastContactMode(Role.Com).Value));
        Assert.Equal(new DateOnly(2026, 3, 12), facts.LastContactOn(Role.Pom).Value);
        Assert.True(facts.LastContactOn(Role.Vlo).IsNone);
        Assert.True(facts.LastContactMode(Role.Vlo).IsNone);
    }

    [Fact]
    public void A_home_visit_counts_where_the_person_was_seen()
    {
        var history = With(Failure("2026-03-02") with { Type = "CHVS", AttendanceCode = "ATTC" }, Failure("2026-03-09") with { Type = "TC40" }, Failure("2026-03-05") with { Type = "COAP", AttendanceCode = null });

        Assert.Equal(new DateOnly(2026, 3, 2), history.At(new(2026, 3, 31), Known).LastHomeVisitOn.Value);
        Assert.True(history.At(new(2026, 3, 1), Known).LastHomeVisitOn.IsNone);
    }

    [Fact]
    public void A_gist_is_all_of_a_contact_but_its_text()
    {
        var contact = new Contact
        {
            Id = Id(),
            PersonId = Person,
            Version = 3,
            Type = "TC02",
            HappenedAt = At("2026-03-02"),
            Mode = ContactMode.FaceToFace,
            DurationMinutes = 45,
            Text = "Talked about work.",
            Sensitivity = Sensitivity.Standard,
            Sharing = Sharing.Yes,
            AuthorId = StaffId.System,
            AuthorRole = Role.KeyWorker,
            FirstRecordedAt = At("2026-03-03"),
            ValidFrom = new(2026, 3, 2),
            Recorded = Entry("2026-03-04"),
            BelowFloor = true,
            Attendance = Coded.Of("ATTC"),
            Enforcement = Coded.Unmapped("told off"),
        };

        var gist = ContactGist.Of(contact);

        Assert.Equal((contact.Id, 3, Person, "TC02", ContactMode.FaceToFace, 45, Role.KeyWorker), (gist.Id, gist.Version, gist.PersonId, gist.Type, gist.Mode, gist.Minutes, gist.AuthorRole));
        Assert.Equal((At("2026-03-02"), At("2026-03-03"), At("2026-03-04")), (gist.HappenedAt, gist.FirstRecordedAt, gist.RecordedAt));
        Assert.Equal(("ATTC", null, true, true, false), (gist.AttendanceCode, gist.EnforcementCode, gist.BelowFloor, gist.IsAttended, gist.IsFailure));
        Assert.Equal((false, true), (gist.IsKnownAt(At("2026-03-03")), gist.IsKnownAt(At("2026-03-04"))));
    }

    private static CaseHistory With(params ContactGist[] contacts) => new(Person) { Contacts = contacts };

    private ContactGist Failure(string day) => new()
    {
        Id = Id(),
        PersonId = Person,
        HappenedAt = At(day),
        RecordedAt = At(day),
        FirstRecordedAt = At(day),
        Type = "COAP",
        Mode = ContactMode.FaceToFace,
        AuthorRole = Role.Com,
        AuthorId = StaffId.System,
        AttendanceCode = "UAAB",
    };

    private FactId Id() => new(new Guid(++_ids, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]));

    private static Entry Entry(string day) => new(At(day), StaffId.System, Role.System, PlaceCode.Nation, "Test");

    private static DateTimeOffset At(string day) => new(DateOnly.Parse(day), new(8, 0), TimeSpan.Zero);
}
