using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Movements;
using Throughcare.Application.Record;
using Throughcare.Application.Record.Handover;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Handover;
using Throughcare.Domain.Rules;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Record.Handover;

public abstract class HandoverPackTests(DatabaseKind kind) : RecordTests(kind)
{
    private static readonly PlaceCode Other = new("LEI");

    private static readonly Actor There = A.Actor(Role.Pom, "LEI");

    [Fact]
    public async Task A_transfer_makes_one_pack_that_the_receiving_prison_acknowledges()
    {
        var person = await PersonAsync();
        Done(await MoveAsync(person, "T-PLAN", Now.AddHours(-3), Other));

        var arriving = Assert.Single((await ListAsync(Other, sent: false, There)).Rows);
        var view = (await OneAsync(person, arriving.Pack.Id, There))!;
        Assert.Equal((HandoverPackKind.Transfer, Prison, Other, "Planned transfer linked to the sentence plan"), (view.Pack.Kind, view.Pack.From!.Value, view.Pack.To!.Value, view.Pack.Reason));
        Assert.True(view is { IsUnchanged: true, MayAcknowledge: true, MayExplain: false });
        Assert.Contains("Photograph", view.Missing);
        Assert.True(view.Pack.PercentComplete is > 0 and < 100);

        Assert.Equal("Only the place that receives the person can acknowledge the pack", Refused(await AckAsync(person, view.Pack, Pom))[0].Message);
        Done(await AckAsync(person, view.Pack, There, "No OASys"));
        Assert.IsType<Outcome<FactId>.Conflict>(await AckAsync(person, view.Pack, There));
        var after = (await OneAsync(person, view.Pack.Id, There))!;
        Assert.Equal(("No OASys", Now, false, view.Pack.Sha256), (after.Pack.Gaps, after.Pack.AcknowledgedAt!.Value, after.MayAcknowledge, after.Pack.Sha256));
        await using var db = Database.Open();
        var contact = await db.Contacts.SingleAsync(c => c.PersonId == person && c.Type == "TC28");
        Assert.Equal("Handover pack 1 from HMP/YOI Lindholme received. Missing: No OASys".Replace("HMP/YOI Lindholme", Places.Name(Prison), StringComparison.Ordinal), contact.Text);

        // the reception is the end of the same transfer
        Done(await MoveAsync(person, "R-TRN", Now.AddHours(-1), Other));
        Assert.Equal(0, await AskAsync((MakeDuePacks m) => m.DoAsync(default)));
        Assert.Equal(1, await db.HandoverPacks.CountAsync(p => p.PersonId == person && p.ReplacedAt == null));
        Assert.Null((await AskAsync((VerifyChains v) => v.DoAsync(null, default))).Broken);
    }

    [Fact]
    public async Task What_is_recorded_after_the_pack_is_not_in_it_and_a_changed_part_is_noticed()
    {
        var person = await PersonAsync();
        Done(await MoveAsync(person, "T-PLAN", Now.AddHours(-3), Other));
        var pack = Assert.Single((await ListAsync(Other, sent: false, There)).Rows).Pack;
        await WriteAsync(person, Now, new Alert { Id = A.FactId, PersonId = person, Code = "HA", Description = "Later words", ValidFrom = Today, Recorded = Written(Now) });

        var view = (await OneAsync(person, pack.Id, There))!;
        Assert.DoesNotContain("Later words", Said(view), StringComparison.Ordinal);
        Assert.True(view.IsUnchanged);

        await using var db = Database.Open();
        await db.HandoverPackParts.Where(p => p.PackId == pack.Id && p.Level == HandoverPackLevel.Standard).ExecuteUpdateAsync(set => set.SetProperty(p => p.Content, "{\"sections\":[]}"u8.ToArray()));
        Assert.False((await OneAsync(person, pack.Id, There))!.IsUnchanged);
    }

    [Fact]
    public async Task Each_reader_gets_the_parts_of_their_level_and_no_victim_or_intelligence_is_in_any()
    {
        var person = await PersonAsync(more: id =>
        [
            Contact(id, "TC02", "plain words about the plan and what was agreed for next week"), Contact(id, "TC32", "sensitive words") with { Sensitivity = Sensitivity.Sensitive },
            Contact(id, "TC30", "restricted words") with { Sensitivity = Sensitivity.Restricted },
            Contact(id, "TC01", "third words") with { Sensitivity = Sensitivity.Restricted, ThirdPartySource = "His sister" },
            Contact(id, "TC34", "victim words") with { Sensitivity = Sensitivity.Victim }, Contact(id, "TC33", "intelligence words") with { Sensitivity = Sensitivity.Restricted },
            Alert(id, "HA", "plain alert"), Alert(id, "ONCR", "protected alert"), Alert(id, "DOCGM", "security alert"), Alert(id, "OVI", "victim alert"),
            new VictimContact { Id = A.FactId, PersonId = id, Pointer = A.FactId, Status = VictimCaseStatus.OptedIn, ValidFrom = new(2025, 12, 1), Recorded = A.Entry },
            new PpoNomination
            {
                Id = A.FactId, PersonId = id, Scheme = PpoScheme.IomFixed, Area = "52", ForceCode = "52", ListRef = "1", Status = PpoStatus.Active, IsCovert = true, Link = PpoLink.Confirmed,
                ValidFrom = new(2025, 12, 1), Recorded = A.Entry,
            },
        ]);
        Done(await MoveAsync(person, "T-PLAN", Now.AddHours(-3), Other));
        var pack = Assert.Single((await ListAsync(Other, sent: false, There)).Rows).Pack;

        var keyWorker = Said((await OneAsync(person, pack.Id, A.Actor(Role.KeyWorker, "LEI")))!);
        var pom = Said((await OneAsync(person, pack.Id, A.Actor(Role.Homd, "LEI")))!);
        var security = Said((await OneAsync(person, pack.Id, A.Actor(Role.Security, "LEI")))!);

        Assert.Contains("plain words", keyWorker, StringComparison.Ordinal);
        Assert.All(["sensitive words", "restricted words", "third words", "protected alert", "security alert", "covert", "Victim Contact Scheme"], words => Assert.DoesNotContain(words, keyWorker, StringComparison.OrdinalIgnoreCase));
        Assert.All(["plain words", "sensitive words", "restricted words", "third words", "protected alert", "covert"], words => Assert.Contains(words, pom, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("security alert", security, StringComparison.Ordinal);
        Assert.DoesNotContain("third words", security, StringComparison.Ordinal);
        Assert.All([keyWorker, pom, security], said => Assert.All(["victim words", "victim alert", "intelligence words"], words => Assert.DoesNotContain(words, said, StringComparison.Ordinal)));
        await using var db = Database.Open();
        Assert.All(await db.HandoverPackParts.ToListAsync(), part => Assert.DoesNotContain("victim words", System.Text.Encoding.UTF8.GetString(part.Content), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_booked_transfer_makes_a_first_pack_which_the_receiving_prison_reads_until_it_is_called_off()
    {
        var person = await PersonAsync();
        var oca = A.Actor(Role.Oca);
        BookTransfer.Request good = new(person, A.FactId, "LEI", Today.AddDays(3), "T-PLAN", true, "Place on the bricklaying course");
        Assert.Equal(
            ["To", "MoveOn", "Reason", "IsConsistentWithPlan"],
            Refused(await AskAsync((BookTransfer b) => b.DoAsync(good with { To = "LHI", MoveOn = Today.AddDays(-1), Reason = "L-CRD", IsConsistentWithPlan = null }, oca, default))).Select(w => w.Field));
        Assert.Equal(RefusalKind.Role, Refused(await AskAsync((BookTransfer b) => b.DoAsync(good, CaseAdmin, default)))[0].Kind);
        Assert.Equal(0, (await ListAsync(Other, sent: false, There)).Total);

        var booking = Done(await AskAsync((BookTransfer b) => b.DoAsync(good, oca, default)));
        Assert.Equal(booking, Done(await AskAsync((BookTransfer b) => b.DoAsync(good, oca, default))));
        Assert.Contains("booked already", Refused(await AskAsync((BookTransfer b) => b.DoAsync(good with { Token = A.FactId }, oca, default)))[0].Message, StringComparison.Ordinal);

        var draft = Assert.Single((await ListAsync(Other, sent: false, There)).Rows).Pack;
        Assert.Equal(
            (HandoverPackKind.Booking, Prison, Other, "Planned transfer linked to the sentence plan", true),
            (draft.Kind, draft.From!.Value, draft.To!.Value, draft.Reason, draft.IsConsistentWithPlan!.Value));
        Assert.Equal(0, await AskAsync((MakeDuePacks m) => m.DoAsync(default)));

        Database.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("Reason", Refused(await AskAsync((CallOffTransfer c) => c.DoAsync(new(person, booking, 1, "No"), oca, default)))[0].Field);
        Done(await AskAsync((CallOffTransfer c) => c.DoAsync(new(person, booking, 1, "The course was put off until June"), oca, default)));
        Assert.IsType<Outcome<FactId>.Conflict>(await AskAsync((CallOffTransfer c) => c.DoAsync(new(person, booking, 1, "The course was put off until June"), oca, default)));
        Assert.Equal(0, (await ListAsync(Other, sent: false, There)).Total);
        Done(await AskAsync((BookTransfer b) => b.DoAsync(good with { Token = A.FactId, To = "LNI", MoveOn = Today.AddDays(5) }, oca, default)));
        Assert.Null((await AskAsync((VerifyChains v) => v.DoAsync(null, default))).Broken);
    }

    [Fact]
    public async Task The_movement_ends_the_booking_and_makes_the_pack_that_counts()
    {
        var (person, elsewhere) = (await PersonAsync(), await PersonAsync("Brackwater", "Ben", "A1235BC"));
        var oca = A.Actor(Role.Oca);
        foreach (var one in new[] { person, elsewhere })
        {
            Done(await AskAsync((BookTransfer b) => b.DoAsync(new(one, A.FactId, "LEI", Today, "T-POP", false, null), oca, default)));
        }

        Database.Clock.Advance(TimeSpan.FromHours(4));
        Done(await MoveAsync(person, "T-PLAN", Now.AddHours(-1), Other));
        Done(await MoveAsync(elsewhere, "T-POP", Now.AddHours(-1), new("LNI")));

        await using var db = Database.Open();
        var bookings = await db.TransferBookings.Where(b => b.ReplacedAt == null).ToDictionaryAsync(b => b.PersonId, b => b.End);
        Assert.Equal((BookingEnd.Moved, BookingEnd.MovedElsewhere), (bookings[person], bookings[elsewhere]));
        var packs = (await db.HandoverPacks.Where(p => p.PersonId == person && p.ReplacedAt == null).ToListAsync()).OrderBy(p => p.Number).ToList();
        Assert.Equal([(1, HandoverPackKind.Booking), (2, HandoverPackKind.Transfer)], packs.Select(p => (p.Number, p.Kind)));
        Assert.Equal(2, (await ListAsync(Other, sent: false, There)).Total);   // of the one who is on the way; the other's went to another prison
        Assert.Equal(1, (await ListAsync(new("LNI"), sent: false, A.Actor(Role.Pom, "LNI"))).Total);
    }

    [Fact]
    public async Task Another_area_and_the_community_get_a_pack_when_they_take_over_and_a_new_manager_of_the_same_unit_gets_none()
    {
        static ManagerAssignment Manager(PersonId id, Role role, string place, DateOnly from, DateOnly? to = null, string? end = null) => new()
        {
            Id = A.FactId,
            PersonId = id,
            Role = role,
            Name = "Fennimore, Osric",
            Place = new(place),
            ValidFrom = from,
            ValidTo = to,
            EndReason = end,
            Recorded = A.Entry,
        };
        DateOnly before = new(2025, 12, 1), moved = new(2026, 1, 2);
        var area = await PersonAsync(more: id => [Manager(id, Role.Com, "N50P01", before, moved.AddDays(-1), "MOVED_AREA"), Manager(id, Role.Com, "N54P05", moved)]);
        var same = await PersonAsync("Brackwater", "Ben", "A1235BC", id => [Manager(id, Role.Com, "N50P01", before, moved.AddDays(-1), "STAFF_LEFT"), Manager(id, Role.Com, "N50P01", moved)]);
        var lead = await PersonAsync("Calder", "Cai", "A1236BC", id => [Manager(id, Role.Com, "N50P01", before), Manager(id, Role.Pom, "LHI", before, moved, PackCauses.HandedOver)]);
        var ended = await PersonAsync("Dunmore", "Dai", "A1237BC", id => [Manager(id, Role.Com, "N50P01", before), Manager(id, Role.Pom, "LHI", before, moved, "TRANSFER")]);

        Assert.Equal(2, await AskAsync((MakeDuePacks m) => m.DoAsync(default)));
        Assert.Equal(0, await AskAsync((MakeDuePacks m) => m.DoAsync(default)));

        await using var db = Database.Open();
        var packs = await db.HandoverPacks.Where(p => p.ReplacedAt == null).ToListAsync();
        Assert.Equal((HandoverPackKind.AreaTransfer, "N50P01", "N54P05"), Of(area));
        Assert.Equal((HandoverPackKind.Handover, "LHI", "N50P01"), Of(lead));
        Assert.DoesNotContain(packs, p => p.PersonId == same || p.PersonId == ended);
        Assert.Equal(area, Assert.Single((await ListAsync(new("N54P05"), sent: false, A.Actor(Role.Com, "N54P05"))).Rows).Pack.PersonId);

        (HandoverPackKind, string, string) Of(PersonId person) => packs.Single(p => p.PersonId == person) is var pack ? (pack.Kind, pack.From!.Value.Text, pack.To!.Value.Text) : default;
    }

    [Fact]
    public async Task A_release_makes_a_pack_for_the_community_managers_unit()
    {
        var person = await PersonAsync(more: id =>
        [
            new ManagerAssignment { Id = A.FactId, PersonId = id, Role = Role.Com, Name = "Fennimore, Osric", Place = new("N50P01"), ValidFrom = new(2025, 12, 1), Recorded = A.Entry },
        ]);

        Done(await MoveAsync(person, "L-CRD", Now.AddHours(-1)));

        var pack = Assert.Single((await ListAsync(new("N50P01"), sent: false, A.Actor(Role.Com, "N50P01"))).Rows).Pack;
        Assert.Equal((HandoverPackKind.Release, 1), (pack.Kind, pack.Number));
        Assert.Single((await ListAsync(Prison, sent: true, CaseAdmin)).Rows);
    }

    [Fact]
    public async Task Transfers_that_a_file_brought_get_their_packs_afterwards_set_wise_and_once_and_a_merged_record_is_followed()
    {
        List<PersonId> people = [];
        for (var i = 0; i < 60; i++)
        {
            var person = await PersonAsync(number: $"A{i:0000}BC");
            people.Add(person);
            await WriteAsync(person, Now, new Movement
            {
                Id = A.FactId,
                PersonId = person,
                Type = "TRN",
                Reason = "UNK",
                From = Prison,
                To = Other,
                HappenedAt = Now.AddHours(-5),
                ValidFrom = Today,
                TransferReason = "OVCROW",
                Recorded = Written(Now) with { Source = SourceSystem.Offloc },
            });
        }

        await using (var db = Database.Open())
        {
            await db.People.Where(p => p.Id == people[0]).ExecuteUpdateAsync(set => set.SetProperty(p => p.SurvivorId, people[1]));
        }

        Assert.Equal(59, await AskAsync((MakeDuePacks m) => m.DoAsync(default)));
        Assert.Equal(0, await AskAsync((MakeDuePacks m) => m.DoAsync(default)));
        await using var after = Database.Open();
        Assert.False(await after.HandoverPacks.AnyAsync(p => p.PersonId == people[0]));
        Assert.Equal(59, (await ListAsync(Other, sent: false, There)).Total);
        Assert.Null((await AskAsync((VerifyChains v) => v.DoAsync(null, default))).Broken);
    }

    [Fact]
    public async Task A_reception_that_does_not_say_where_from_names_the_prison_that_was_left()
    {
        var left = new DateOnly(2026, 1, 4);
        var person = await PersonAsync(more: id =>
        [
            new CellLocation { Id = A.FactId, PersonId = id, Prison = new("LNI"), ValidFrom = new(2025, 12, 20), ValidTo = left, Recorded = A.Entry },
            new CellLocation { Id = A.FactId, PersonId = id, Prison = Other, ValidFrom = left.AddDays(1), Recorded = A.Entry },
            new Movement
            {
                Id = A.FactId, PersonId = id, Type = "ADM", Reason = "R-TRN", To = Other, HappenedAt = A.Monday.AddHours(-2), ValidFrom = Today, TransferReason = "OVCROW",
                Recorded = A.Entry with { Source = SourceSystem.Offloc },
            },
        ]);

        Assert.Equal(1, await AskAsync((MakeDuePacks m) => m.OfPersonAsync(person, default)));

        var pack = Assert.Single((await ListAsync(new("LNI"), sent: true, There)).Rows).Pack;
        Assert.Equal((Other, MovementReasons.Words("TRN", "OVCROW")), (pack.To!.Value, pack.Reason));
    }

    [Fact]
    public async Task A_pack_by_hand_asks_why_and_the_senders_message_can_be_added_for_two_working_days()
    {
        var person = await PersonAsync();
        MakeHandoverPack.Request empty = new(person, A.FactId, "ZZZ", null, null, null);
        var full = new MakeHandoverPack.Request(person, A.FactId, "LEI", "A place on a programme", true, "He likes to be called Ade.");

        Assert.Equal(["To", "Reason", "IsConsistentWithPlan"], Refused(await AskAsync((MakeHandoverPack m) => m.DoAsync(empty, CaseAdmin, default))).Select(w => w.Field));
        var pack = Done(await AskAsync((MakeHandoverPack m) => m.DoAsync(full, CaseAdmin, default)));
        Assert.Equal(pack, Done(await AskAsync((MakeHandoverPack m) => m.DoAsync(full, CaseAdmin, default))));
        Assert.Equal(RefusalKind.Role, Refused(await AskAsync((MakeHandoverPack m) => m.DoAsync(full with { Token = A.FactId }, A.Actor(Role.KeyWorker), default)))[0].Kind);
        Assert.Equal(RefusalKind.Reach, Refused(await AskAsync((MakeHandoverPack m) => m.DoAsync(full with { Token = A.FactId }, A.Actor(Role.CaseAdmin, "LNI"), default)))[0].Kind);

        var view = (await OneAsync(person, pack, CaseAdmin))!;
        Assert.Equal(("He likes to be called Ade.", true, "Cass Admiral"), (view.Pack.Message, view.MayExplain, view.MadeBy));
        Done(await AskAsync((ExplainHandoverPack e) => e.DoAsync(new(person, pack, 1, "A place on a programme", true, "Changed."), CaseAdmin, default)));
        Database.Clock.Advance(TimeSpan.FromDays(3));
        Assert.StartsWith("A message could be added until", Refused(await AskAsync((ExplainHandoverPack e) => e.DoAsync(new(person, pack, 2, "A place", true, "Late"), CaseAdmin, default)))[0].Message, StringComparison.Ordinal);
        Assert.Equal("Changed.", (await OneAsync(person, pack, CaseAdmin))!.Pack.Message);
    }

    [Fact]
    public async Task The_list_shows_people_whom_the_reader_reads_alone()
    {
        var person = await PersonAsync();
        Done(await MoveAsync(person, "T-PLAN", Now.AddHours(-3), Other));

        Assert.Equal((1, 1, 0), ((await ListAsync(Other, false, There)).Total, (await ListAsync(Prison, true, Pom)).Total, (await ListAsync(Other, false, A.Actor(Role.Pom, "LNI"))).Total));
        Assert.Equal(1, await AskAsync((HandoverPacks p) => p.CountWaitingAsync(There, default)));
        Database.Clock.Advance(TimeSpan.FromDays(4));
        Assert.True(Assert.Single((await ListAsync(Other, false, There)).Rows).IsOverdue);
    }

    private static Contact Contact(PersonId person, string type, string text) => new()
    {
        Id = A.FactId,
        PersonId = person,
        Type = type,
        HappenedAt = A.Monday.AddDays(-3),
        Mode = ContactMode.FaceToFace,
        Text = text,
        Sensitivity = Sensitivity.Standard,
        Sharing = Sharing.Yes,
        AuthorId = A.Entry.By,
        AuthorRole = Role.Pom,
        FirstRecordedAt = A.Monday,
        ValidFrom = new(2026, 1, 2),
        Recorded = A.Entry,
    };

    private static Alert Alert(PersonId person, string code, string text) =>
        new() { Id = A.FactId, PersonId = person, Code = code, Description = text, ValidFrom = new(2025, 12, 1), Recorded = A.Entry };

    private static string Said(HandoverPacks.View view) => string.Join('\n', view.Sections.SelectMany(s =>
        s.Lines.Select(l => $"{l.Label}: {l.Value}").Concat(s.Entries.Select(e => $"{e.Title} {e.When} {e.By} {e.Text}"))));

    private Task<Outcome<FactId>> MoveAsync(PersonId person, string reason, DateTimeOffset at, PlaceCode? to = null) =>
        AskAsync((RecordMovement r) => r.DoAsync(new(person, A.FactId, new MovementForm { Reason = reason, HappenedAt = at, To = to }), reason.StartsWith('R') ? A.Actor(Role.CaseAdmin, "LEI") : CaseAdmin, default));

    private Task<HandoverPacks.List> ListAsync(PlaceCode place, bool sent, Actor actor) => AskAsync((HandoverPacks p) => p.ListAsync(place, sent, waiting: false, 1, actor, default));

    private Task<HandoverPacks.View?> OneAsync(PersonId person, FactId pack, Actor actor) => AskAsync((HandoverPacks p) => p.OneAsync(person, pack, actor, default));

    private Task<Outcome<FactId>> AckAsync(PersonId person, HandoverPack pack, Actor actor, string? gaps = null) =>
        AskAsync((AcknowledgeHandoverPack a) => a.DoAsync(new(person, pack.Id, pack.Version, gaps), actor, default));
}

public sealed class SqliteHandoverPackTests() : HandoverPackTests(DatabaseKind.Sqlite);

public sealed class PostgresHandoverPackTests() : HandoverPackTests(DatabaseKind.Postgres);
