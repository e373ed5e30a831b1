using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application.Access;
using Throughcare.Application.Protection;
using Throughcare.Domain.Access;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Exchange.Tests.Lists;

public abstract class PpoTests(DatabaseKind kind) : ListFixture(kind)
{
    private const string Header = "force_code,list_ref,scheme,pnc,cro,surname,forename,date_of_birth,ppo_status,strand,registered_date,deregistered_date,reason,lead_agency,priority_note,covert";

    private static string Row(
        string reference = "W1", string force = "13", string scheme = "", string pnc = "", string last = "ZABRAKE", string first = "ADAN", string born = "1990-04-02",
        string status = "ACTIVE", string covert = "N", string reason = "") =>
        $"{force},{reference},{scheme},{pnc},,{last},{first},{born},{status},,2025-06-01,,{reason},Police,,{covert}";

    [Fact]
    public async Task A_right_pnc_number_links_the_row_to_its_person()
    {
        var person = await PersonAsync(pnc: "1999/1234567B");

        var run = await ImportAsync("ppo", Csv(Header, Row(pnc: "99/1234567B")));

        var nomination = Assert.Single(await CurrentAsync<PpoNomination>());
        Assert.Equal((ImportStatus.Completed, 1, 1), (run.Status, run.Read, run.Merged));
        Assert.Equal((person, PpoScheme.Ppo, PpoStatus.Active, PpoLink.Confirmed), (nomination.PersonId, nomination.Scheme, nomination.Status, nomination.Link));
        Assert.Equal(("13", new DateOnly(2025, 6, 1), SourceSystem.PpoList), (nomination.Area, nomination.ValidFrom, nomination.Recorded.Source));
        await using var db = Database.Open();
        Assert.Equal(1, await db.RecordEvents.CountAsync(e => e.PersonId == person && e.UseCase == "ImportPpoList"));
        Assert.Equal(1, await db.Timeline.CountAsync(t => t.PersonId == person && t.Kind == TimelineKind.Nomination));
    }

    [Fact]
    public async Task The_same_name_and_date_of_birth_link_the_row_to_be_confirmed_in_five_working_days()
    {
        await PersonAsync("O’Brien", "Sean", born: new(1988, 4, 2));

        await ImportAsync("ppo", Csv(Header, Row(last: "O'BRIEN", first: "SEAN", born: "1988-04-02", scheme: "IOM_FLEX")));

        var nomination = Assert.Single(await CurrentAsync<PpoNomination>());
        Assert.Equal((PpoLink.Probable, new DateOnly(2026, 1, 12), PpoScheme.IomFlex), (nomination.Link, nomination.ConfirmBy, nomination.Scheme));
    }

    [Fact]
    public async Task A_row_that_only_may_mean_somebody_waits_with_its_candidate_and_writes_nothing_to_the_record()
    {
        var person = await PersonAsync("O’Brien", "Sean", born: new(1988, 4, 2));

        var run = await ImportAsync("ppo", Csv(Header, Row(last: "O'BRIEN", first: "SEAN", born: "1988-02-04")));

        Assert.Empty(await CurrentAsync<PpoNomination>());
        Assert.Equal(1, run.Queued);
        await using var db = Database.Open();
        Assert.Equal(PpoMatchState.Possible, (await db.PpoListings.SingleAsync()).Match);
        Assert.Equal(person, (await db.PpoCandidates.SingleAsync()).PersonId);
        Assert.Null((await db.SourceRows.SingleAsync()).PersonId);
        Assert.Equal(0, await db.RecordEvents.CountAsync());
    }

    [Fact]
    public async Task Two_people_who_fit_are_ambiguous_and_nobody_is_made_for_one_who_is_not_on_record()
    {
        await PersonAsync();
        await PersonAsync();

        await ImportAsync("ppo", Csv(Header, Row(), Row("W2", last: "Nobody")));

        await using var db = Database.Open();
        Assert.Equal([PpoMatchState.Ambiguous, PpoMatchState.Unmatched], (await db.PpoListings.OrderBy(l => l.ListRef).ToListAsync()).Select(l => l.Match));
        Assert.Equal(2, await db.PpoCandidates.CountAsync());
        Assert.Equal(2, await db.People.CountAsync());
    }

    [Fact]
    public async Task The_same_rows_under_another_name_change_nothing()
    {
        await PersonAsync(pnc: "1999/1234567B");
        var rows = Csv(Header, Row(pnc: "99/1234567B"), Row("W2", last: "Nobody"));
        await ImportAsync("ppo", rows);
        var before = await WrittenAsync();

        var next = await ImportAsync("ppo", rows + "\r\n", Day2);
        var again = await ImportAsync("ppo", rows, Day2, more: "-again");

        Assert.Equal((2, 2), (next.Read, next.Unchanged));
        Assert.Equal(ImportStatus.DuplicateFile, again.Status);
        Assert.Equal(before, await WrittenAsync());
    }

    [Fact]
    public async Task Deregistered_is_removed_and_the_versions_before_stay()
    {
        await PersonAsync(pnc: "1999/1234567B");
        await ImportAsync("ppo", Csv(Header, Row(pnc: "99/1234567B")));

        await ImportAsync("ppo", Csv(Header, Row(pnc: "99/1234567B", status: "DEREGISTERED")), Day2);

        var now = Assert.Single(await CurrentAsync<PpoNomination>());
        Assert.Equal((PpoStatus.Removed, Day2, 2), (now.Status, now.ValidTo, now.Version));
        await using var db = Database.Open();
        Assert.Equal(2, await db.PpoNominations.CountAsync());
    }

    [Fact]
    public async Task Who_is_missing_from_an_area_of_the_file_is_removed_and_other_areas_stay()
    {
        await PersonAsync(pnc: "1999/1234567B");
        var rest = Enumerable.Range(2, 5).Select(n => Row($"W{n}", last: $"Nobody{(char)('A' + n)}")).ToList();
        await ImportAsync("ppo", Csv(Header, [Row(pnc: "99/1234567B"), Row("L1", force: "05", last: "Elsewhere"), .. rest]));

        var run = await ImportAsync("ppo", Csv(Header, rest), Day2);

        Assert.Equal((1, 0), (run.Missing, run.Warnings));
        Assert.Equal((PpoStatus.Removed, Day2), (Assert.Single(await CurrentAsync<PpoNomination>()) is var gone ? (gone.Status, gone.ValidTo!.Value) : default));
        await using var db = Database.Open();
        Assert.Equal(PpoStatus.Active, (await db.PpoListings.SingleAsync(l => l.ListRef == "L1")).Status);

        await ImportAsync("ppo", Csv(Header, [Row(pnc: "99/1234567B"), .. rest]), new(2026, 1, 7));
        Assert.Equal(PpoStatus.Active, Assert.Single(await CurrentAsync<PpoNomination>()).Status);
    }

    [Fact]
    public async Task A_list_with_less_than_four_fifths_of_an_area_takes_nobody_off()   // PPO-603
    {
        await ImportAsync("ppo", Csv(Header, Enumerable.Range(1, 10).Select(n => Row($"W{n}", last: $"Nobody{(char)('A' + n)}"))));

        var run = await ImportAsync("ppo", Csv(Header, Enumerable.Range(1, 7).Select(n => Row($"W{n}", last: $"Nobody{(char)('A' + n)}"))), Day2);
        var enough = await ImportAsync("ppo", Csv(Header, Enumerable.Range(1, 8).Select(n => Row($"W{n}", last: $"Nobody{(char)('A' + n)}"))), new(2026, 1, 7));

        Assert.Equal([("PPO-603", "force_code", ImportSeverity.Warning)], await ErrorsAsync(run));
        Assert.Equal((0, 2), (run.Missing, enough.Missing));
    }

    [Fact]
    public async Task A_wrong_check_letter_is_said_and_the_number_not_used()   // PPO-601
    {
        await PersonAsync("Other", "Person", pnc: "1999/1234567C", born: new(1970, 1, 1));

        var run = await ImportAsync("ppo", Csv(Header, Row(pnc: "99/1234567C")));

        Assert.Equal([("PPO-601", "pnc", ImportSeverity.Warning)], await ErrorsAsync(run));
        Assert.Empty(await CurrentAsync<PpoNomination>());
    }

    [Fact]
    public async Task Every_wrong_field_is_named_and_the_other_rows_are_applied()
    {
        var good = Enumerable.Range(1, 99).Select(n => Row($"G{n}", last: $"Nobody {n}"));

        var run = await ImportAsync("ppo", Csv(Header, [.. good, Row("B1", force: "99"), Row("B2", born: "2020-01-01"), Row("B3", status: "GONE"), Row("B4", scheme: "X")]));

        Assert.Equal(
            [("UNKNOWN_CODE", "force_code"), ("DATE_OF_BIRTH_INVALID", "date_of_birth"), ("VALUE_INVALID", "ppo_status"), ("VALUE_INVALID", "scheme")],
            (await ErrorsAsync(run)).Select(e => (e.Code, e.Column)));
        Assert.Equal((ImportStatus.CompletedWithErrors, 99), (run.Status, run.Created));
    }

    [Fact]
    public async Task The_unit_of_a_case_administrator_gets_its_own_people_alone()
    {
        await PersonAsync(pnc: "1999/1234567B", unit: "LHI");
        await PersonAsync("Xander", "Bo", pnc: "2005/8246613K", unit: "LEI");

        var run = await ImportAsync("ppo", Csv(Header, Row(pnc: "99/1234567B"), Row("W2", pnc: "05/8246613K", last: "Xander", first: "Bo"), Row("W3", last: "Nobody")), actor: A.Actor(Role.CaseAdmin));

        Assert.Equal(["NOT_OWN_UNIT", "NOT_OWN_UNIT"], await RejectedAsync(run));
        Assert.Single(await CurrentAsync<PpoNomination>());
    }

    [Fact]
    public async Task An_active_nomination_adds_the_alert_and_takes_it_away_with_itself()
    {
        await PersonAsync(pnc: "1999/1234567B");
        await ImportAsync("ppo", Csv(Header, Row(pnc: "99/1234567B", scheme: "IOM_FIXED")));
        Assert.Equal("OIOM", Assert.Single(await CurrentAsync<Alert>()).Code);

        await ImportAsync("ppo", Csv(Header, Row(pnc: "99/1234567B", scheme: "IOM_FIXED", status: "SUSPENDED")), Day2);

        Assert.Equal(Day1, Assert.Single(await CurrentAsync<Alert>()).ValidTo);
    }

    [Fact]
    public async Task A_person_who_comes_on_record_is_found_by_night_and_gets_the_nomination()
    {
        await ImportAsync("ppo", Csv(Header, Row(), Row("W2", last: "Nobody")));
        var person = await PersonAsync();
        await using var scope = Database.Services.CreateAsyncScope();
        var retry = scope.ServiceProvider.GetRequiredService<RetryPpoMatches>();

        Assert.Equal((1, 0), (await retry.DoAsync(default), await retry.DoAsync(default)));

        Assert.Equal(person, Assert.Single(await CurrentAsync<PpoNomination>()).PersonId);
        await using var db = Database.Open();
        Assert.Equal(person, (await db.SourceRows.SingleAsync(r => r.Key == "13/W1")).PersonId);
    }

    [Fact]
    public async Task Whoever_decides_links_the_row_and_not_the_same_is_kept_for_ever()
    {
        var (one, other) = (await PersonAsync(), await PersonAsync());
        await ImportAsync("ppo", Csv(Header, Row()));
        await using var scope = Database.Services.CreateAsyncScope();
        var decide = scope.ServiceProvider.GetRequiredService<DecidePpoMatch>();
        var open = scope.ServiceProvider.GetRequiredService<PpoMatchList>();
        var system = Actor.System(Door.Page);
        Assert.Equal(2, Assert.Single((await open.OfAsync(1, system, default)).Rows).People.Count);

        var refused = await decide.DoAsync(new("13", "W1", one, IsSame: false), Verb.DecideMatch, Actor.System(Door.Page), default);
        await ImportAsync("ppo", Csv(Header, Row(reason: "Changed")), Day2);
        Assert.Equal(other, Assert.Single(await CurrentAsync<PpoNomination>()).PersonId);
        var linked = await decide.DoAsync(new("13", "W1", other, IsSame: true), Verb.DecideMatch, Actor.System(Door.Page), default);

        Assert.Equal(PpoMatchState.Possible, Assert.IsType<Outcome<PpoMatchState>.Done>(refused).Value);
        Assert.Equal(PpoMatchState.ByHand, Assert.IsType<Outcome<PpoMatchState>.Done>(linked).Value);
        Assert.Equal((PpoLink.ByHand, null), (Assert.Single(await CurrentAsync<PpoNomination>()) is var now ? (now.Link, now.ConfirmBy) : default));
        Assert.IsType<Outcome<PpoMatchState>.Refused>(await decide.DoAsync(new("13", "W1", one, IsSame: true), Verb.DecideMatch, Actor.System(Door.Page), default));
        Assert.Equal(0, (await open.OfAsync(1, system, default)).Total);

        await decide.DoAsync(new("13", "W1", other, IsSame: false), Verb.DecideMatch, Actor.System(Door.Page), default);
        Assert.Empty(await CurrentAsync<PpoNomination>());
        Assert.NotNull(Assert.Single(await CurrentAsync<Alert>()).ValidTo);
    }

    [Fact]
    public async Task A_covert_nomination_has_a_restricted_line_in_the_timeline()
    {
        await PersonAsync(pnc: "1999/1234567B");

        await ImportAsync("ppo", Csv(Header, Row(pnc: "99/1234567B", covert: "Y")));

        await using var db = Database.Open();
        Assert.Equal(Sensitivity.Restricted, (await db.Timeline.SingleAsync()).Sensitivity);
        Assert.Empty(await CurrentAsync<Alert>());
    }
}

public sealed class PpoOnSqlite() : PpoTests(DatabaseKind.Sqlite);

public sealed class PpoOnPostgres() : PpoTests(DatabaseKind.Postgres);
