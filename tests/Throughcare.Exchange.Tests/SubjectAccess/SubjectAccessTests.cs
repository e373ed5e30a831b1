using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application.Access;
using Throughcare.Application.Record.SubjectAccess;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Documents;
using Throughcare.Domain.Record.SubjectAccess;
using Throughcare.Domain.Rules;
using Throughcare.Exchange.SubjectAccess;
using Throughcare.Storage;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Exchange.Tests.SubjectAccess;

/// <summary>A record with secrets planted wherever something must not be given, through the whole of a request.</summary>
public abstract class SubjectAccessTests(DatabaseKind kind) : IAsyncLifetime
{
    private const string Number = "A1234BC";

    private static readonly DateOnly Day = new(2026, 1, 5);

    private readonly PersonId _person = A.PersonId;
    private readonly PersonId _merged = A.PersonId;
    private readonly List<string> _secrets = [];
    private readonly List<string> _given = [];
    private int _marks;

    private TestDatabase _database = null!;

    private static Actor Officer { get; } = new(new(A.IdSource.Next()), Role.RecordsOfficer, PlaceCode.Nation, Door.Page);

    private static Actor OtherOfficer { get; } = new(new(A.IdSource.Next()), Role.RecordsOfficer, PlaceCode.Nation, Door.Page);

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(kind, services => services.AddExchange());
        await using var db = _database.Open();
        db.AddRange(
            new Person { Id = _person, CreatedAt = A.Monday }, new Person { Id = _merged, CreatedAt = A.Monday, SurvivorId = _person },
            new PersonName { Id = A.FactId, PersonId = _person, Type = NameType.Current, First = "Ada", Last = "Zabrake", ValidFrom = new(2025, 1, 1), Recorded = A.Entry },
            new PersonIdentifier { Id = A.FactId, PersonId = _person, Kind = IdentifierKind.Noms, Canonical = Number, Check = IdentifierCheck.Valid, ValidFrom = new(2025, 1, 1), Recorded = A.Entry });
        foreach (var record in new[] { _person, _merged })
        {
            Plant(db, record);
        }

        await db.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task No_secret_leaves_and_everything_that_must_be_given_does()
    {
        var request = await CollectedAsync();
        await ReadEverythingAsync(request);
        await ApproveAsync(request);

        var (html, json) = (await HtmlAsync(request), await JsonAsync(request));

        Assert.All(_secrets, secret => Assert.DoesNotContain(secret, html, StringComparison.OrdinalIgnoreCase));
        Assert.All(_secrets, secret => Assert.DoesNotContain(secret, json, StringComparison.OrdinalIgnoreCase));
        Assert.All(_given, text => Assert.Contains(text, html, StringComparison.Ordinal));
        Assert.All(_given, text => Assert.Contains(text, json, StringComparison.Ordinal));
        Assert.True(_secrets.Count > 40 && _given.Count > 15, $"{_secrets.Count} secrets and {_given.Count} texts are too few to prove anything");
    }

    [Fact]
    public async Task Nothing_that_nobody_read_leaves_even_after_approval()
    {
        var request = await CollectedAsync();
        await using (var db = _database.Open())
        {
            // past every rule: the state says approved, and nobody has decided about anything
            await db.SubjectAccessRequests.Where(r => r.Id == request && r.ReplacedAt == null).ExecuteUpdateAsync(set => set
                .SetProperty(r => r.ApprovedBy, Officer.StaffId).SetProperty(r => r.ApprovedAlsoBy, OtherOfficer.StaffId));
        }

        var html = await HtmlAsync(request);

        Assert.All(_secrets, secret => Assert.DoesNotContain(secret, html, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("NOTE-", html, StringComparison.Ordinal);
        Assert.Contains("Zabrake", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_says_what_each_rule_withholds_who_decided_and_why()
    {
        var request = await CollectedAsync();
        await ReadEverythingAsync(request);

        await using var db = _database.Open();
        var items = await db.SubjectAccessItems.Where(i => i.RequestId == request).ToListAsync();

        Assert.All(items, item => Assert.True(item.DecidedBy is not null && item.DecidedAt is not null && (item.Decision is ItemDecision.Released || (item.Rule is not null && item.Reason is not null))));
        Assert.Superset(
            new HashSet<WithholdingRule>
            {
                WithholdingRule.ThirdParty, WithholdingRule.Victim, WithholdingRule.Security, WithholdingRule.PublicProtection, WithholdingRule.Covert,
                WithholdingRule.MappaMinutes, WithholdingRule.Extremism, WithholdingRule.LimitedAccess, WithholdingRule.RecordedInError, WithholdingRule.Unclassified,
            },
            items.Select(i => i.Rule).OfType<WithholdingRule>().ToHashSet());
        Assert.Contains(items, item => item.DecidedBy == StaffId.System && item.Rule is WithholdingRule.Victim);
        Assert.Contains(items, item => item.DecidedBy == Officer.StaffId && item.Decision is ItemDecision.Redacted);
        // the log names entries and rules; of a text it keeps the hash alone, and what is given of a redacted one
        Assert.DoesNotContain(items, item => _secrets.Exists(secret => $"{item.Label}{item.Signs}{item.ReleasedText}".Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task What_it_said_before_is_given_too_and_a_later_change_is_not_in_the_answer()
    {
        FactId details;
        await using (var db = _database.Open())
        {
            var first = new PersonDetails { Id = A.FactId, PersonId = _person, DateOfBirth = new(1985, 3, 12), Ethnicity = Coded.Unmapped("EARLIER-WORD"), ValidFrom = new(2025, 1, 1), Recorded = A.Entry };
            var second = first.Next(A.Entry with { At = A.Monday.AddMinutes(1) }) with { Ethnicity = Coded.Unmapped("LATER-WORD") };
            db.AddRange(first, second);
            await db.SaveChangesAsync();
            await db.Details.Where(d => d.Id == first.Id && d.Version == 1).ExecuteUpdateAsync(set => set.SetProperty(d => d.ReplacedAt, second.Recorded.At));
            details = first.Id;
        }

        var request = await CollectedAsync();
        await using (var db = _database.Open())
        {
            var last = await db.Details.SingleAsync(d => d.Id == details && d.Version == 2);
            db.Add(last.Next(A.Entry with { At = A.Monday.AddDays(3) }) with { Ethnicity = Coded.Unmapped("TOO-LATE-WORD") });
            await db.SaveChangesAsync();
        }

        await ReadEverythingAsync(request);
        await ApproveAsync(request);
        var json = JsonDocument.Parse(await JsonAsync(request)).RootElement;

        var entry = json.GetProperty("entries").EnumerateArray().Single(e => e.GetProperty("kind").GetString() == "Personal details");
        Assert.Contains("LATER-WORD", entry.GetProperty("lines").ToString(), StringComparison.Ordinal);
        var earlier = Assert.Single(entry.GetProperty("earlier").EnumerateArray());
        Assert.Equal("Unmapped: EARLIER-WORD", Assert.Single(earlier.GetProperty("lines").EnumerateArray()).GetProperty("value").GetString());
        Assert.DoesNotContain("TOO-LATE-WORD", json.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_table_of_facts_is_read_and_a_new_one_is_withheld_until_it_is_classified()
    {
        await using var db = _database.Open();
        var mapped = db.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => t.IsSubclassOf(typeof(FactVersion))).ToList();

        Assert.Equal([], mapped.Where(type => !FactExports.All.ContainsKey(type)).Select(type => type.Name));
        Assert.True(mapped.Count > 40);
    }

    [Fact]
    public async Task The_answer_is_downloaded_after_two_people_approved_it_by_records_officers_alone_and_each_look_is_recorded()
    {
        var request = await CollectedAsync();
        await ReadEverythingAsync(request);
        Assert.IsType<Outcome<SubjectAccessAnswer.Answer>.Refused>(await OpenAsync(request, Officer));
        await MoveAsync(request, SubjectAccessStep.SendToReview, Officer);
        await MoveAsync(request, SubjectAccessStep.Approve, Officer);
        Assert.IsType<Outcome<SubjectAccessAnswer.Answer>.Refused>(await OpenAsync(request, Officer));
        await MoveAsync(request, SubjectAccessStep.Approve, OtherOfficer);

        Assert.IsType<Outcome<SubjectAccessAnswer.Answer>.Done>(await OpenAsync(request, Officer));
        var refused = Assert.IsType<Outcome<SubjectAccessAnswer.Answer>.Refused>(await OpenAsync(request, A.Actor(Role.HeadOmu)));
        Assert.Equal(RefusalKind.Role, refused.Why[0].Kind);
        await using var scope = _database.Services.CreateAsyncScope();
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<Throughcare.Storage.Accounts.AuditDb>().Looks.CountAsync(l => l.What == "subject access export HTML" && l.PersonId == _person));
    }

    [Fact]
    public async Task Collecting_again_keeps_what_was_decided_about_the_same_words_and_asks_about_new_ones()
    {
        var request = await CollectedAsync();
        await ReadEverythingAsync(request);
        await using (var db = _database.Open())
        {
            db.Add(Contact(_person, "TC01", "NOTE-ADDED"));
            await db.SaveChangesAsync();
        }

        _database.Clock.Advance(TimeSpan.FromHours(1));
        var waiting = await CollectAsync(request);

        Assert.Equal(1, waiting);
    }

    [Fact]
    public async Task A_long_record_is_written_a_few_entries_at_a_time()
    {
        await using (var db = _database.Open())
        {
            db.AddRange(Enumerable.Range(0, 1500).Select(i => Contact(_person, "TC04", $"NOTE-LONG-{i} calm on the wing") with { HappenedAt = A.Monday.AddHours(-i), Recorded = A.Entry }));
            await db.SaveChangesAsync();
        }

        var request = await CollectedAsync();
        Assert.IsType<Outcome<int>.Refused>(await AskAsync((ReleaseUnflagged r) => r.DoAsync(new(_person, request, HasRead: false), Officer, default)));
        Assert.IsType<Outcome<int>.Done>(await AskAsync((ReleaseUnflagged r) => r.DoAsync(new(_person, request, HasRead: true), Officer, default)));
        await ReadEverythingAsync(request);
        await ApproveAsync(request);
        var html = await HtmlAsync(request);

        Assert.Equal(1500, Enumerable.Range(0, 1500).Count(i => html.Contains($"NOTE-LONG-{i} calm", StringComparison.Ordinal)));
    }

    /// <summary>Puts a secret into every field that must not leave, and words that must.</summary>
    private void Plant(ThroughcareDb db, PersonId record)
    {
        // third parties
        db.AddRange(
            new PersonRelationship { Id = A.FactId, PersonId = record, Name = Secret("kin"), AddressLines = Secret("kinaddress"), Relationship = Coded.Unmapped(Secret("kinword")), ValidFrom = Day, Recorded = A.Entry },
            new PersonIdentifier { Id = A.FactId, PersonId = record, Kind = IdentifierKind.Booking, Canonical = Secret("no"), Check = IdentifierCheck.Disputed, ValidFrom = Day, Recorded = A.Entry },
            Contact(record, "TC01", Secret("third")) with { ThirdPartySource = Secret("source"), Sensitivity = Sensitivity.Restricted },
            Contact(record, "TC01", $"NOTE-{Given("kept")} and then {Secret("taken")} came") with { With = Secret("with"), NotSharedBecause = Secret("why") },
            new PersonAddress { Id = A.FactId, PersonId = record, Use = AddressUse.Home, Lines = Given("home"), ValidFrom = Day, Recorded = A.Entry },
            new PersonAddress { Id = A.FactId, PersonId = record, Use = AddressUse.Discharge, Lines = Secret("motherhome"), Relationship = Secret("mother"), ValidFrom = Day, Recorded = A.Entry });

        // victims
        db.AddRange(
            new VictimContact { Id = A.FactId, PersonId = record, Pointer = A.FactId, Status = VictimCaseStatus.OptedIn, SourceId = Secret("victimrow"), ValidFrom = Day, Recorded = A.Entry },
            new SealedVictim { Pointer = A.FactId, Reference = Secret("victimref"), LiaisonOfficer = Secret("vlo"), Preference = Secret("pref") },
            Contact(record, "TC34", Secret("victimtext")) with { Sensitivity = Sensitivity.Victim },
            Contact(record, "CVIC", Secret("victimlow")),
            Document(record, "VPS", Secret("statement")) with { Sensitivity = Sensitivity.Victim },
            Document(record, "VLO_LET", Secret("vlolow")),
            Alert(record, "OVI", Secret("victimalert")),
            new ManagerAssignment { Id = A.FactId, PersonId = record, Role = Role.Vlo, Name = Secret("vloname"), Team = Secret("vloteam"), ValidFrom = Day, Recorded = A.Entry },
            Registration(record, "TC-SVC", Secret("victimflag")));

        // security, public protection, covert, extremism
        db.AddRange(
            Contact(record, "TC33", Secret("intel")) with { Sensitivity = Sensitivity.Restricted },
            Contact(record, "C515", Secret("police")) with { Sensitivity = Sensitivity.Sensitive },
            Contact(record, "TC30", Secret("monitoring")) with { Sensitivity = Sensitivity.Restricted },
            Contact(record, "CCMM", Secret("mappa")),
            Contact(record, "PREVENT", Secret("prevent")) with { Sensitivity = Sensitivity.Sensitive },
            Contact(record, "TC01", Secret("raised")) with { Sensitivity = Sensitivity.Restricted },
            Contact(record, "TC32", Secret("sensitive")) with { Sensitivity = Sensitivity.Sensitive },
            Contact(record, "TC01", Secret("kept-from")) with { Sharing = Sharing.No, NotSharedBecause = Secret("reason") },
            Contact(record, "TC01", Secret("error")) with { Withdrawn = true },
            Alert(record, "DOCGM", Secret("gang")), Alert(record, "XEL", Secret("escape")), Alert(record, "XTACT", Secret("terror")), Alert(record, "OIOM", Secret("covertalert")),
            Alert(record, "UNK", Secret("unknown")) with { Unmapped = Secret("unmapped") },
            Alert(record, "HA", $"NOTE-{Given("acct")}"),
            Registration(record, "RTAO", Secret("extremism")), Registration(record, "TC-CON", Secret("monitor")), Registration(record, "IIOM", Secret("iomflag")),
            new PrisonMarkers { Id = A.FactId, PersonId = record, MappaOrSchedule1 = Secret("marker"), ValidFrom = Day, Recorded = A.Entry },
            new PpoNomination
            {
                Id = A.FactId,
                PersonId = record,
                Scheme = PpoScheme.IomFixed,
                Area = "99",
                ForceCode = "99",
                ListRef = Secret("ref"),
                Status = PpoStatus.Active,
                Reason = Secret("nomination"),
                LeadAgency = Secret("agency"),
                PriorityNote = Secret("priority"),
                IsCovert = true,
                Link = PpoLink.Confirmed,
                ValidFrom = Day,
                Recorded = A.Entry,
            },
            Document(record, "MAPPA_MIN", Secret("minutes")) with { Sensitivity = Sensitivity.Restricted },
            Document(record, "PSR", Secret("report")) with { Sensitivity = Sensitivity.Sensitive, IsThirdParty = true });

        // who may open the record
        db.AddRange(
            new AccessRestriction { Id = A.FactId, PersonId = record, AskTeam = Secret("team"), Reason = Secret("limit"), ReviewOn = Day.AddMonths(1), ValidFrom = Day.AddYears(-1), ValidTo = Day.AddDays(-1), Recorded = A.Entry },
            new AccessListing { Id = A.FactId, PersonId = record, StaffId = Officer.StaffId, Kind = ListingKind.Allowed, Reason = Secret("listing"), ValidFrom = Day, Recorded = A.Entry },
            new AccessRequest
            {
                Id = A.FactId,
                PersonId = record,
                AskedBy = Officer.StaffId,
                AskedRole = Role.Com,
                AskedPlace = new("LHI"),
                Why = Secret("asked"),
                AskedAt = A.Monday,
                DecidedAt = new("LHI"),
                Answer = Secret("answer"),
                ValidFrom = Day,
                Recorded = A.Entry,
            },
            new GlassBreak
            {
                Id = A.FactId,
                PersonId = record,
                BrokenBy = Officer.StaffId,
                BrokenRole = Role.Com,
                BrokenPlace = new("LHI"),
                Reason = Secret("glass"),
                EndsAt = A.Monday.AddHours(4),
                ToldAt = new("LHI"),
                ReviewOn = Day,
                Review = Secret("review"),
                ValidFrom = Day,
                Recorded = A.Entry,
            });

        // what must be given
        db.AddRange(
            new PersonName { Id = A.FactId, PersonId = record, Type = NameType.Alias, First = "Adeline", Last = Given("Alias"), ValidFrom = Day, Recorded = A.Entry },
            new IndividualNeed { Id = A.FactId, PersonId = record, Category = NeedCategory.Literacy, Detail = $"NOTE-{Given("need")}", Source = NeedSource.Self, ReviewOn = Day.AddYears(1), ValidFrom = Day, Recorded = A.Entry },
            new ManagerAssignment { Id = A.FactId, PersonId = record, Role = Role.Pom, Name = Given("Pom"), Team = Given("team"), ValidFrom = Day, Recorded = A.Entry },
            new Throughcare.Domain.Movements.CellLocation { Id = A.FactId, PersonId = record, Prison = new("LHI"), Cell = Given("cell"), ValidFrom = Day, Recorded = A.Entry },
            new Throughcare.Domain.Sentences.Offence { Id = A.FactId, PersonId = record, Description = Given("offence"), GroupCode = "UNK", IsMain = true, ValidFrom = Day, Recorded = A.Entry },
            Document(record, "LETTER", $"NOTE-{Given("letter")}"),
            Contact(record, "TC02", $"NOTE-{Given("session")} calm"));
        var told = Contact(record, "TC01", $"NOTE-{Given("first")}");
        var hidden = Contact(record, "TC34", Secret("hidden"));
        db.AddRange(
            told, new Addendum { Id = A.FactId, PersonId = record, ContactId = told.Id, Kind = AddendumKind.Adds, Text = $"NOTE-{Given("more")}", ValidFrom = Day, Recorded = A.Entry },
            hidden, new Addendum { Id = A.FactId, PersonId = record, ContactId = hidden.Id, Kind = AddendumKind.Adds, Text = Secret("hiddenmore"), ValidFrom = Day, Recorded = A.Entry });
    }

    /// <summary>A mark that must not leave.</summary>
    private string Secret(string what) => Mark(_secrets, "zq", what);

    /// <summary>A mark that must be given.</summary>
    private string Given(string what) => Mark(_given, "ok", what);

    private string Mark(List<string> marks, string kind, string what)
    {
        var mark = string.Create(CultureInfo.InvariantCulture, $"{kind}{++_marks}x{what}");
        mark = mark.Length > 20 ? mark[..20] : mark;
        marks.Add(mark);
        return mark;
    }

    private static Contact Contact(PersonId person, string type, string text) => new()
    {
        Id = A.FactId,
        PersonId = person,
        Type = type,
        HappenedAt = A.Monday,
        Mode = ContactMode.FaceToFace,
        Text = text,
        Sensitivity = Sensitivity.Standard,
        Sharing = Sharing.Yes,
        AuthorId = A.Entry.By,
        AuthorRole = Role.Pom,
        FirstRecordedAt = A.Monday,
        ValidFrom = Day,
        Recorded = A.Entry,
    };

    private static Alert Alert(PersonId person, string code, string text) => new() { Id = A.FactId, PersonId = person, Code = code, Description = text, ValidFrom = Day, Recorded = A.Entry };

    private static Registration Registration(PersonId person, string code, string text) =>
        new() { Id = A.FactId, PersonId = person, Code = code, Category = text, Register = text, ValidFrom = Day, Recorded = A.Entry };

    private static PersonDocument Document(PersonId person, string type, string title) => new()
    {
        Id = A.FactId,
        PersonId = person,
        Type = type,
        Title = title,
        ReceivedOn = Day,
        FileId = A.FactId,
        FileName = "file.pdf",
        Format = DocumentFormat.Pdf,
        Size = 5,
        Sha256 = "",
        Sensitivity = Sensitivity.Standard,
        AuthorId = A.Entry.By,
        ValidFrom = Day,
        Recorded = A.Entry,
    };

    private async Task<FactId> CollectedAsync()
    {
        _database.Clock.Advance(TimeSpan.FromHours(1));
        var received = Assert.IsType<Outcome<ReceiveSubjectAccess.Received>.Done>(await AskAsync((ReceiveSubjectAccess r) => r.DoAsync(new(A.FactId, Number, Day, "Letter"), Officer, default))).Value;
        await MoveAsync(received.Id, SubjectAccessStep.CheckIdentity, Officer, "Photograph and prison number");
        await CollectAsync(received.Id);
        return received.Id;
    }

    private async Task<int> CollectAsync(FactId request) =>
        Assert.IsType<Outcome<int>.Done>(await AskAsync(async (CollectSubjectAccess c) => await c.DoAsync(new(_person, request, await VersionAsync(request)), Officer, default))).Value;

    /// <summary>What a careful officer does: gives what is marked to be given, takes secrets out, withholds the rest.</summary>
    private async Task ReadEverythingAsync(FactId request)
    {
        while (await AskAsync((SubjectAccessQueue q) => q.NextAsync(request, default)) is { } item)
        {
            var row = Assert.IsType<Outcome<SubjectAccessQueue.Row>.Done>(await AskAsync((SubjectAccessQueue q) => q.OneAsync(_person, request, item, Officer, default))).Value;
            var secrets = _secrets.Where(secret => row.Text!.Contains(secret, StringComparison.OrdinalIgnoreCase)).ToList();
            var isGiven = _given.Exists(text => row.Text!.Contains(text, StringComparison.Ordinal)) || secrets.Count == 0;
            var (decision, rule) = (isGiven, secrets.Count, row.Item.IsWholeEntry) switch
            {
                (true, 0, _) => (ItemDecision.Released, (WithholdingRule?)null),
                (true, _, false) => (ItemDecision.Redacted, WithholdingRule.ThirdParty),
                _ => (ItemDecision.Withheld, WithholdingRule.ThirdParty),
            };
            Assert.IsType<Outcome<int>.Done>(await AskAsync((DecideSubjectAccessItem d) => d.DoAsync(
                new(_person, request, item, decision, rule, "It names somebody else", string.Join('\n', secrets)), Officer, default)));
        }
    }

    private async Task ApproveAsync(FactId request)
    {
        await MoveAsync(request, SubjectAccessStep.SendToReview, Officer);
        await MoveAsync(request, SubjectAccessStep.Approve, Officer);
        await MoveAsync(request, SubjectAccessStep.Approve, OtherOfficer);
    }

    private async Task MoveAsync(FactId request, SubjectAccessStep step, Actor actor, string? note = null) =>
        Assert.IsType<Outcome<FactId>.Done>(await AskAsync(async (MoveSubjectAccess m) => await m.DoAsync(new(_person, request, await VersionAsync(request), step, note), actor, default)));

    private async Task<int> VersionAsync(FactId request)
    {
        await using var db = _database.Open();
        return await db.SubjectAccessRequests.Where(r => r.Id == request).MaxAsync(r => r.Version);
    }

    private Task<Outcome<SubjectAccessAnswer.Answer>> OpenAsync(FactId request, Actor actor) => AskAsync((SubjectAccessAnswer a) => a.OpenAsync(_person, request, "HTML", actor, default));

    private async Task<string> HtmlAsync(FactId request) => WebUtility.HtmlDecode(await FileAsync(request, SubjectAccessHtml.WriteAsync));

    private Task<string> JsonAsync(FactId request) => FileAsync(request, SubjectAccessJson.WriteAsync);

    private async Task<string> FileAsync(FactId request, Func<Stream, SubjectAccessAnswer.Answer, CancellationToken, Task> write)
    {
        await using var scope = _database.Services.CreateAsyncScope();
        var answer = Assert.IsType<Outcome<SubjectAccessAnswer.Answer>.Done>(await scope.ServiceProvider.GetRequiredService<SubjectAccessAnswer>().OpenAsync(_person, request, "HTML", Officer, default)).Value;
        using var file = new MemoryStream();
        await write(file, answer, default);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    private async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> ask)
        where TService : notnull
    {
        await using var scope = _database.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }
}

public sealed class SqliteSubjectAccessTests() : SubjectAccessTests(DatabaseKind.Sqlite);

public sealed class PostgresSubjectAccessTests() : SubjectAccessTests(DatabaseKind.Postgres);
