using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Access.Administration;
using Throughcare.Application.Tests.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage.Accounts;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Access;

public abstract class AccountTests(DatabaseKind kind) : RecordTests(kind)
{
    private const string Why = "Left the service at the end of last week";

    private Actor _admin = null!;
    private AccountId _adminId;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _adminId = await AccountAsync("first.admin", Role.Admin, "NAT");
        _admin = new((await OneAsync(_adminId)).StaffId, Role.Admin, new("NAT"), Door.Page);
    }

    [Fact]
    public async Task Nobody_ends_the_last_administrator_or_changes_their_own_roles()
    {
        var other = await AccountAsync("other.admin", Role.Admin, "NAT");
        var second = new Actor((await OneAsync(other)).StaffId, Role.Admin, new("NAT"), Door.Page);

        Assert.Contains("own account", Refused(await ChangeAsync(new(_adminId, ChangeAccount.What.End) { Reason = Why }))[0].Message, StringComparison.Ordinal);
        Assert.Contains("own account", Refused(await ChangeAsync(new(_adminId, ChangeAccount.What.SetRole, Role.Homd, "LHI")))[0].Message, StringComparison.Ordinal);
        Done(await ChangeAsync(new(other, ChangeAccount.What.Lock) { Reason = Why }));
        Assert.Contains("Nobody else", Refused(await ChangeAsync(new(_adminId, ChangeAccount.What.End) { Reason = Why }, second))[0].Message, StringComparison.Ordinal);
        Assert.Contains("Nobody else", Refused(await ChangeAsync(new(_adminId, ChangeAccount.What.SetRole, Role.Admin, "NAT") { Until = Today }, second))[0].Message, StringComparison.Ordinal);
        Done(await ChangeAsync(new(other, ChangeAccount.What.Unlock)));
        Done(await ChangeAsync(new(_adminId, ChangeAccount.What.End) { Reason = Why }, second));
        Assert.Equal(AccountState.Ended, (await OneAsync(_adminId)).State);
        Assert.Contains("ended", Refused(await ChangeAsync(new(_adminId, ChangeAccount.What.Unlock), second))[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_is_held_from_its_first_day_to_its_last()
    {
        var id = await AccountAsync("b.quickthorn", Role.Pom, "LHI");
        Done(await ChangeAsync(new(id, ChangeAccount.What.SetRole, Role.Homd, "LHI") { From = Today.AddDays(2), Until = Today.AddDays(3) }));

        var held = new List<string>();
        for (var day = 0; day < 5; day++)
        {
            held.Add(string.Join(" ", (await StandingAsync(id))!.Roles.Select(r => RoleCodes.ToCode(r.Role))));
            Database.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(["POM", "POM", "POM HOMD", "POM HOMD", "POM"], held.Select(h => string.Join(" ", h.Split(' ').OrderBy(c => c != "POM"))));
    }

    [Fact]
    public async Task What_is_taken_away_ends_sessions_at_once_and_every_change_is_in_the_history_without_the_password()
    {
        var id = await AccountAsync("b.quickthorn", Role.Pom, "LHI");
        var before = await StampAsync(id);

        Done(await ChangeAsync(new(id, ChangeAccount.What.SetRole, Role.KeyWorker, "LHI")));
        Assert.Equal(before, await StampAsync(id));
        var password = Done(await ChangeAsync(new(id, ChangeAccount.What.ResetPassword)));
        Assert.NotEqual(before, await StampAsync(id));
        Done(await ChangeAsync(new(id, ChangeAccount.What.SetRole, Role.KeyWorker, "LHI") { Until = Today.AddDays(-1) }));
        Assert.Null(await StandingAsync(id, before));
        Done(await ChangeAsync(new(id, ChangeAccount.What.Lock) { Reason = Why }));
        Assert.Null(await StandingAsync(id));

        var history = await AskAsync((AdminLog l) => l.OfAsync(AdminSubject.Account, id.ToString(), default));
        Assert.Equal(
            ["Locked", "Role changed: Key worker, HMP Lindholme, taken away", "Password reset", $"Role added: Key worker, HMP Lindholme, from {Words.LongDate(Today)}", "Account made: Prison offender manager, HMP Lindholme"],
            history.Select(h => h.What));
        Assert.Equal(Why, history[0].Reason);
        Assert.All(history, h => Assert.DoesNotContain(password, h.What, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ChangeAccount.What.Lock, null, "Enter a reason")]
    [InlineData(ChangeAccount.What.End, "short", "Reason must be 20 characters or more")]
    public async Task Locking_and_ending_ask_why(ChangeAccount.What what, string? reason, string message)
    {
        var id = await AccountAsync("b.quickthorn", Role.Pom, "LHI");

        Assert.Equal(message, Refused(await ChangeAsync(new(id, what) { Reason = reason }))[0].Message);
    }

    [Fact]
    public async Task A_role_is_given_only_at_a_place_that_is_open()
    {
        var id = await AccountAsync("b.quickthorn", Role.Pom, "LHI");
        var closed = Establishments.Table.Rows.First(e => e is { IsPrison: true, IsActive: false }).Code;

        Assert.Contains("closed", Refused(await ChangeAsync(new(id, ChangeAccount.What.SetRole, Role.Pom, closed)))[0].Message, StringComparison.Ordinal);
        Assert.Contains("Enter the code", Refused(await ChangeAsync(new(id, ChangeAccount.What.SetRole, Role.Pom, "ZZQ")))[0].Message, StringComparison.Ordinal);
        Assert.Equal("From", Refused(await ChangeAsync(new(id, ChangeAccount.What.SetRole, Role.Homd, "LHI") { From = Today.AddDays(-1) }))[0].Field);
        Assert.Equal("Until", Refused(await ChangeAsync(new(id, ChangeAccount.What.SetRole, Role.Homd, "LHI") { From = Today.AddDays(5), Until = Today.AddDays(4) }))[0].Field);
        Assert.Equal(RefusalKind.Role, Refused(await ChangeAsync(new(id, ChangeAccount.What.Unlock), A.Actor(Role.Homd)))[0].Kind);
    }

    [Fact]
    public async Task Accounts_are_found_by_name_role_place_and_state()
    {
        await AccountAsync("b.quickthorn", Role.Pom, "LHI");
        var gone = await AccountAsync("c.larkrise", Role.Com, "N55P07");
        Done(await ChangeAsync(new(gone, ChangeAccount.What.End) { Reason = Why }));

        Assert.Equal(["b.quickthorn"], await FindAsync(new("QUICK")));
        Assert.Equal(["b.quickthorn"], await FindAsync(new("Of B.Quick")));
        Assert.Equal(["b.quickthorn"], await FindAsync(new(Role: Role.Pom, Place: "lhi")));
        Assert.Equal(["c.larkrise"], await FindAsync(new(State: AccountState.Ended)));
        Assert.Equal(["b.quickthorn", "first.admin"], await FindAsync(new(State: AccountState.NotUsedYet)));
        Assert.Empty(await FindAsync(new("nobody")));
    }

    private async Task<IEnumerable<string>> FindAsync(AccountList.Filter filter) =>
        (await AskAsync((AccountList l) => l.ReadAsync(filter, 0, 25, default))).Rows.Select(r => r.UserName);

    private Task<Outcome<string>> ChangeAsync(ChangeAccount.Request request, Actor? by = null) => AskAsync((ChangeAccount c) => c.DoAsync(request, by ?? _admin, default));

    private async Task<AccountId> AccountAsync(string userName, Role role, string place) =>
        Done(await AskAsync((CreateAccount c) => c.DoAsync(new(userName, $"Name of {userName}", role, place), A.Actor(Role.Admin, "NAT"), default))).Id;

    private async Task<AccountList.Row> OneAsync(AccountId id) => (await AskAsync((AccountList l) => l.OneAsync(id, default)))!;

    private Task<string> StampAsync(AccountId id) => AskAsync((AccessDb db) => db.Accounts.Where(a => a.Id == id).Select(a => a.Stamp).SingleAsync());

    private async Task<SessionAccounts.Standing?> StandingAsync(AccountId id, string? stamp = null)
    {
        stamp ??= await StampAsync(id);
        return await AskAsync((SessionAccounts s) => s.FindAsync(id, stamp, default));
    }
}

public sealed class AccountSqliteTests() : AccountTests(DatabaseKind.Sqlite);

public sealed class AccountPostgresTests() : AccountTests(DatabaseKind.Postgres);
