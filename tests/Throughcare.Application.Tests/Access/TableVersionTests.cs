using Throughcare.Application.Access;
using Throughcare.Application.Access.Administration;
using Throughcare.Application.Tests.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Access;

public abstract class TableVersionTests(DatabaseKind kind) : RecordTests(kind)
{
    private const string Why = "The department published a new list";

    private readonly Actor _admin = A.Actor(Role.Admin, "NAT");

    /// <summary>A list that no other test reads: versions hold for the whole process.</summary>
    private ReferenceTable Table => ReferenceTables.Find(Database.Kind is DatabaseKind.Sqlite ? "hdc-refusal-reason" : "non-association-type")!;

    private ICodes Codes => Database.Kind is DatabaseKind.Sqlite ? CodeLists.HdcRefusalReason : CodeLists.NonAssociationType;

    [Fact]
    public async Task A_version_is_in_force_from_its_day_and_the_product_s_own_before_it()
    {
        var own = Table.Own.Rows.Count;
        Done(await LoadAsync("ZZA,First,true,x", Today));
        Assert.Equal("First", Codes.Lookup("ZZA")!.Description);

        Done(await LoadAsync("ZZB,Second,true,x", Today.AddDays(10), seen: 1, of: "ZZA,First,true,x"));
        Assert.Null(Codes.Lookup("ZZB"));

        Assert.Equal([own, own + 1, own + 2], new[]
        {
            (await AskAsync((TableVersions v) => v.AsAtAsync(Table, Today.AddDays(-1), default))).Rows.Rows.Count,
            (await AskAsync((TableVersions v) => v.AsAtAsync(Table, Today, default))).Rows.Rows.Count,
            (await AskAsync((TableVersions v) => v.AsAtAsync(Table, Today.AddDays(10), default))).Rows.Rows.Count,
        });
        var row = (await AskAsync((TableVersions v) => v.ListAsync(default))).Single(t => t.Table == Table);
        Assert.Equal((1, Today, Today.AddDays(10)), (row.Number, row.From, row.Next));

        Database.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal(1, await AskAsync((TablesInUse t) => t.RefreshAsync(default)));
        Assert.Equal("Second", Codes.Lookup("ZZB")!.Description);
        Assert.Equal(0, await AskAsync((TablesInUse t) => t.RefreshAsync(default)));
        Assert.Contains("Version 1 loaded", (await AskAsync((AdminLog l) => l.OfAsync(AdminSubject.Table, Table.Name, default)))[^1].What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_for_today_is_carried_into_versions_to_come()
    {
        Done(await LoadAsync("ZZC,Later,true,x", Today.AddDays(30)));
        Done(await LoadAsync("ZZD,Now,true,x", Today));

        var then = await AskAsync((TableVersions v) => v.AsAtAsync(Table, Today.AddDays(30), default));

        Assert.Equal(3, then.Number);
        Assert.Equal(["ZZC", "ZZD"], then.Rows.Rows.Select(r => r["code"]).Where(c => c.StartsWith("ZZ", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task What_cannot_be_loaded_says_why_and_changes_nothing()
    {
        Assert.Equal("Input.From", Refused(await LoadAsync("ZZE,E,true,x", Today.AddDays(-1)))[0].Field);
        Assert.Equal("Input.Reason", Refused(await LoadAsync("ZZE,E,true,x", Today, why: "short"))[0].Field);
        Assert.Contains("Somebody else", Refused(await LoadAsync("ZZE,E,true,x", Today, seen: 7))[0].Message, StringComparison.Ordinal);
        Assert.Contains("active", Refused(await LoadAsync("ZZE,E,maybe,x", Today))[0].Message, StringComparison.Ordinal);
        Assert.Equal("Input.MeansFewer", Refused(await AskAsync((LoadTable l) => l.DoAsync(new(Table, Table.Own.ToText().Split('\n')[0] + "\nZZE,E,true,x\n", Today, Why, 0, false), _admin, default)))[0].Field);
        Assert.Equal(RefusalKind.Role, Refused(await AskAsync((LoadTable l) => l.DoAsync(new(Table, "", Today, Why, 0, false), A.Actor(Role.Homd), default)))[0].Kind);
        Assert.Contains("release", Refused(await AskAsync((LoadTable l) => l.DoAsync(new(ReferenceTables.Find("permissions")!, "", Today, Why, 0, false), _admin, default)))[0].Message, StringComparison.Ordinal);
        Assert.Empty(await AskAsync((TableVersions v) => v.HistoryAsync(Table, default)));
        Assert.Null(Codes.Lookup("ZZE"));
    }

    private Task<Outcome<int>> LoadAsync(string line, DateOnly from, int seen = 0, string? of = null, string why = Why) => AskAsync((LoadTable l) =>
        l.DoAsync(new(Table, $"{Table.Own.ToText()}{(of is null ? "" : of + "\n")}{line}\n", from, why, seen, MeansFewer: false), _admin, default));
}

[Collection(nameof(TableVersionTests))]
public sealed class TableVersionSqliteTests() : TableVersionTests(DatabaseKind.Sqlite);

[Collection(nameof(TableVersionTests))]
public sealed class TableVersionPostgresTests() : TableVersionTests(DatabaseKind.Postgres);
