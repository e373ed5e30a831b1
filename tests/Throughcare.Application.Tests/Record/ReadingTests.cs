using Throughcare.Application.Movements;
using Throughcare.Application.Record;
using Throughcare.Application.Sentences;
using Throughcare.Domain.Access;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Record;

public abstract class ReadingTests(DatabaseKind kind) : RecordTests(kind)
{
    [Fact]
    public async Task The_banner_says_who_where_and_what_comes_next()
    {
        var person = await PersonAsync();
        var banner = await AskAsync((PersonBanner b) => b.OfAsync(person, Pom, default));

        Assert.NotNull(banner);
        Assert.Equal("Abelmarsh, Ada", banner.LastCommaFirst);
        Assert.Equal("A1234BC", banner.Address);
        Assert.Equal($"In custody: {Places.Name(Prison)}, B2-14", banner.Where);
        Assert.Equal((new DateOnly(1990, 3, 12), 35, "Male"), (banner.BornOn, banner.AgeYears, banner.Sex));
        Assert.Equal(("Conditional release date", new DateOnly(2026, 3, 27)), (banner.NextDate!.Value.Name, banner.NextDate.Value.On));
        Assert.Equal(["POM Omond, Petra", "COM ", "Key worker "], banner.Staff.Select(s => $"{s.Job} {s.Name}"));
        Assert.Equal([PersonBanner.TagKind.Determinate], banner.Tags.Select(t => t.Kind));
        Assert.Empty(banner.Notices);
    }

    [Fact]
    public async Task The_banner_leaves_out_an_alert_that_the_reader_may_not_see()
    {
        var restricted = AlertCodes.Table.Rows.First(a => a is { WhoMaySee: AlertAudience.Security, IsActive: true }).Code;
        var person = await PersonAsync(more: p => [Alert(p, "HA"), Alert(p, restricted)]);

        var pom = await AskAsync((PersonBanner b) => b.OfAsync(person, Pom, default));
        var security = await AskAsync((PersonBanner b) => b.OfAsync(person, A.Actor(Role.Security), default));

        Assert.Equal(["Determinate", "Self-harm: ACCT open"], pom!.Tags.Select(t => t.Text));
        Assert.Contains(AlertCodes.Table[restricted].Description, security!.Tags.Select(t => t.Text));
        Assert.Equal([restricted, "HA"], (await AskAsync((AlertsPage p) => p.OfAsync(person, A.Actor(Role.Security), default))).Active.Select(a => a.Code).OrderByDescending(c => c == restricted));
        Assert.Equal(["HA"], (await AskAsync((AlertsPage p) => p.OfAsync(person, Pom, default))).Active.Select(a => a.Code));
    }

    [Fact]
    public async Task The_overview_has_the_sentence_the_people_and_where_each_card_leads()
    {
        var person = await PersonAsync();
        var page = await AskAsync((Overview o) => o.OfAsync(person, Pom, default));

        Assert.NotNull(page);
        Assert.Equal("3 years 6 months", page.Sentence.Length);
        Assert.Equal("Burglary", page.Sentence.MainOffence);
        Assert.Equal(["CRD", "SLED"], page.Sentence.Dates.Select(d => d.Code));
        Assert.Equal(new DateOnly(2026, 3, 27), page.Sentence.ReleaseReferenceDate);
        Assert.Equal("/people/A1234BC/alerts", page.Links.Alerts);
        Assert.Empty(page.LastContacts);
    }

    [Fact]
    public async Task The_sentence_page_lists_every_date_with_its_source()
    {
        var person = await PersonAsync();
        var page = await AskAsync((SentencePage p) => p.OfAsync(person, default));

        Assert.NotNull(page);
        Assert.Equal(KeyDateKind.All.Count, page.Dates.Count);
        var crd = page.Dates.Single(d => d.Code == "CRD");
        Assert.Equal((new DateOnly(2026, 3, 27), "Prison file of 1 December 2025", false), (crd.On, crd.Source, crd.IsCorrectedHere));
        Assert.Null(page.Dates.Single(d => d.Code == "ARD").Source);
        Assert.Equal(1, page.DatesVersion);
        Assert.True(Assert.Single(page.Sentences).IsGoverning);
        Assert.Equal("Theft offences", Assert.Single(page.Offences).Group);
    }

    [Fact]
    public async Task The_movements_page_says_where_the_person_is_and_was()
    {
        var person = await PersonAsync();
        var page = await AskAsync((MovementsPage p) => p.OfAsync(person, default));

        Assert.NotNull(page);
        Assert.Equal("custody", page.PlaceCode);
        Assert.Equal(Prison, page.Establishment);
        Assert.Equal("38479A", Assert.Single(page.Episodes).BookingNumber);
        Assert.StartsWith("Received at", Assert.Single(page.Movements).Words, StringComparison.Ordinal);
        Assert.Equal("Cat C", SecurityText(Assert.Single(page.Statuses).SecurityCategory));

        static string? SecurityText(string? words) => words?.Replace("Category", "Cat", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_page_says_each_event_in_words()
    {
        var person = await PersonAsync();
        var page = await AskAsync((RecordAudit a) => a.OfAsync(person, 1, default));

        Assert.True(page.IsWhole);
        Assert.Equal(1, page.Total);
        Assert.Equal("Made", Assert.Single(page.Lines).Words);
        Assert.Equal("Key date corrected", RecordAudit.InWords("KeyDateCorrected"));
    }

    [Fact]
    public async Task Arrivals_and_releases_are_those_the_reader_may_see()
    {
        var entry = Written(Now.AddHours(-1));
        var person = await PersonAsync();
        await PersonAsync("Brackwater", "Ben", "A1235BC", p =>
        [
            new Domain.Movements.Movement { Id = A.FactId, PersonId = p, Type = "ADM", Reason = "R-TRN", To = Prison, HappenedAt = Now.AddHours(-2), ValidFrom = Today, Recorded = entry },
        ]);

        var arrivals = await AskAsync((Arrivals a) => a.OnAsync(Today, Prison, Pom, default));
        Assert.Equal("Brackwater, Ben", Assert.Single(arrivals).LastCommaFirst);
        Assert.Empty(await AskAsync((Arrivals a) => a.OnAsync(Today, Prison, Elsewhere, default)));

        Database.Clock.SetUtcNow(new(2026, 3, 20, 9, 0, 0, TimeSpan.Zero));
        var releases = await AskAsync((Releases r) => r.WithinAsync(14, Prison, Pom, default));
        Assert.Equal(["Abelmarsh, Ada", "Brackwater, Ben"], releases.Select(r => r.LastCommaFirst));
        Assert.All(releases, r => Assert.Equal(("Conditional release date", "B2-14"), (r.DateName, r.Cell)));
        Assert.Empty(await AskAsync((Releases r) => r.WithinAsync(6, Prison, Pom, default)));

        var home = await AskAsync((HomeCounts h) => h.OfAsync(Pom, default));
        Assert.Equal((0, 2, 0), (home.Arriving.Count, home.Leaving.Count, home.Mine.Count));
        Assert.NotEqual(default, person);
    }

    [Fact]
    public async Task The_timeline_gives_every_line_once_over_its_pages()
    {
        var person = await PersonAsync(more: p => Enumerable.Range(0, 60).Select(i => Contact(p, Now.AddDays(-1).AddMinutes(-(i / 7)))));
        List<FactId> seen = [];
        string? after = null;
        do
        {
            var asked = after;
            var page = await AskAsync((Timeline t) => t.PageAsync(new(person) { After = asked }, Pom, default));
            Assert.True(page.Lines.Count <= Timeline.PageSize);
            seen.AddRange(page.Lines.Select(l => l.EntryId));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(60, (await AskAsync((Timeline t) => CountAsync(t, person))));
        Assert.True(seen.Count > 62);
    }

    [Fact]
    public async Task The_timeline_as_known_earlier_does_not_show_what_was_recorded_later()
    {
        var person = await PersonAsync(more: p => [Contact(p, Now.AddDays(-3))]);
        Task<Timeline.Page> Known(DateTimeOffset at) => AskAsync((Timeline t) => t.PageAsync(new(person) { Kind = TimelineKind.Contact, KnownAt = at }, Pom, default));

        Assert.Single((await Known(Now)).Lines);
        Assert.Empty((await Known(new(2025, 11, 30, 0, 0, 0, TimeSpan.Zero))).Lines);
        Assert.Empty((await AskAsync((Timeline t) => t.PageAsync(new(person) { Kind = TimelineKind.Contact, AsAt = Today.AddDays(-4) }, Pom, default))).Lines);
    }

    [Fact]
    public async Task A_restricted_entry_is_greyed_for_some_and_a_victim_entry_is_hidden()
    {
        var person = await PersonAsync(more: p => [Contact(p, Now.AddDays(-1), "TC30", Sensitivity.Restricted), Contact(p, Now.AddDays(-2), "TC34", Sensitivity.Victim)]);

        var officer = await AskAsync((Timeline t) => t.PageAsync(new(person) { Kind = TimelineKind.Contact }, A.Actor(Role.Residential), default));
        var line = Assert.Single(officer.Lines);
        Assert.True(line.IsGreyed);
        Assert.Null(line.Text);
        Assert.Equal("Public protection, 4 Jan, ask public protection unit", line.Title);

        var pom = await AskAsync((Timeline t) => t.PageAsync(new(person) { Kind = TimelineKind.Contact }, Pom, default));
        Assert.Equal("Said what was to be said.", Assert.Single(pom.Lines).Text);
        Assert.Null(await AskAsync((ContactDetail d) => d.OfAsync(person, A.FactId, Pom, default)));
    }

    [Fact]
    public async Task The_list_of_contacts_pages_filters_and_searches_in_what_may_be_read()
    {
        var person = await PersonAsync(more: p => Enumerable.Range(1, 30).Select(i => Contact(p, Now.AddHours(-i), i % 2 == 0 ? "TC03" : "TC04", text: i == 7 ? "He asked about the Kitchen." : null)));

        var first = await AskAsync((ContactsList l) => l.OfAsync(new(person), Pom, default));
        var second = await AskAsync((ContactsList l) => l.OfAsync(new(person) { Before = first.Before }, Pom, default));
        Assert.Equal(30, first.Contacts.Concat(second.Contacts).Select(c => c.Id).Distinct().Count());
        Assert.Null(second.Before);
        Assert.Equal(15, (await AskAsync((ContactsList l) => l.OfAsync(new(person) { Family = "wing" }, Pom, default))).Contacts.Count);
        Assert.Single((await AskAsync((ContactsList l) => l.OfAsync(new(person) { Text = "kitchen" }, Pom, default))).Contacts);
    }

    [Fact]
    public async Task Dates_are_as_the_latest_prison_list_that_named_the_person_gave_them()
    {
        var person = await PersonAsync();
        Task<DateOnly?> OverviewAsync() => AskAsync(async (Overview o) => (await o.OfAsync(person, Pom, default))!.Sentence.DatesAsOf);
        Assert.Equal(new DateOnly(2025, 12, 1), await OverviewAsync());

        await using (var db = Database.Open())
        {
            db.AddRange(
                new SourceRow { Source = "OFFLOC", Key = "A1234BC", PersonId = person, Hash = [1], LastSeenOn = Today.AddDays(-1) },
                new SourceRow { Source = "OFFLOC", Key = "A9999ZZ", PersonId = A.PersonId, Hash = [1], LastSeenOn = Today });
            await db.SaveChangesAsync();
        }

        Assert.Equal(Today.AddDays(-1), await OverviewAsync());
        var page = await AskAsync((SentencePage p) => p.OfAsync(person, default));
        Assert.Equal(Today.AddDays(-1), page!.DatesAsOf);
        Assert.Equal($"Prison file of {Words.LongDate(Today.AddDays(-1))}", page.Dates.Single(d => d.On == new DateOnly(2026, 3, 27)).Source);
    }

    [Fact]
    public async Task What_the_prison_file_brought_says_so_and_names_nobody()
    {
        var at = Now.AddHours(-2);
        var person = await PersonAsync(more: p => [new Movement
        {
            Id = A.FactId, PersonId = p, Type = "CRT", Reason = "C-CRT", From = Prison, HappenedAt = at, ValidFrom = Today,
            Recorded = Written(at) with { By = StaffId.System, Role = Role.System, Source = SourceSystem.Offloc },
        }]);

        var lines = (await AskAsync((Timeline t) => t.PageAsync(new(person) { Kind = TimelineKind.Movement }, Pom, default))).Lines;
        Assert.Equal([(null, "the prison’s nightly file"), (lines[1].By, null)], lines.Select(l => (l.By, l.From)));
        Assert.NotNull(lines[1].By);

        // PersonAsync writes as the prison does; the court movement is the file's, and probation wrote nothing
        Task<int> CountByAsync(AuthorService? service) => AskAsync(async (Timeline t) => (await t.PageAsync(new(person) { Kind = TimelineKind.Movement, Service = service }, Pom, default)).Lines.Count);
        Assert.Equal((2, 1, 0, 1), (await CountByAsync(null), await CountByAsync(AuthorService.Prison), await CountByAsync(AuthorService.Probation), await CountByAsync(AuthorService.Automatic)));
    }

    private static async Task<int> CountAsync(Timeline timeline, PersonId person)
    {
        var (count, after) = (0, (string?)null);
        do
        {
            var page = await timeline.PageAsync(new(person) { Kind = TimelineKind.Contact, After = after }, A.Actor(Role.Pom), default);
            (count, after) = (count + page.Lines.Count, page.Next);
        }
        while (after is not null);

        return count;
    }

    private static Alert Alert(PersonId person, string code) =>
        new() { Id = A.FactId, PersonId = person, Code = code, Description = "As recorded", ValidFrom = new(2025, 12, 2), Recorded = Written(new(2025, 12, 1, 12, 0, 0, TimeSpan.Zero)) };

    private static Contact Contact(PersonId person, DateTimeOffset at, string type = "TC03", Sensitivity level = Sensitivity.Standard, string? text = null) => new()
    {
        Id = A.FactId,
        PersonId = person,
        Type = type,
        HappenedAt = at,
        Mode = ContactMode.FaceToFace,
        Text = text ?? "Said what was to be said.",
        Sensitivity = level,
        Sharing = Sharing.Yes,
        AuthorId = A.Entry.By,
        AuthorRole = Role.KeyWorker,
        FirstRecordedAt = at,
        ValidFrom = at.LondonDate,
        Recorded = Written(new(2025, 12, 1, 12, 0, 0, TimeSpan.Zero)),
    };
}

public sealed class ReadingSqliteTests() : ReadingTests(DatabaseKind.Sqlite);

public sealed class ReadingPostgresTests() : ReadingTests(DatabaseKind.Postgres);
