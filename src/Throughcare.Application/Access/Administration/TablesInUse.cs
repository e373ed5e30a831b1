using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Access.Administration;

/// <summary>Sees to it that this process reads the versions of the reference tables that are in force: when it starts, when one is
/// loaded here, and from time to time, because another node may have loaded one or a new day may have begun.</summary>
/// <remarks>The rules read tables from memory, so this is the one place that decides which version they find. They find the version of
/// today, whatever day they ask about.</remarks>
public sealed class TablesInUse(IServiceScopeFactory services, TimeProvider clock, ILogger<TablesInUse> log) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Dictionary<string, int> _used = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _problems = new(StringComparer.Ordinal);

    /// <summary>Why the version of a table that is in force could not be taken into use; <see langword="null"/> where it was.</summary>
    public string? ProblemOf(string table) => _problems.GetValueOrDefault(table);

    /// <summary>Takes what is in force now into use.</summary>
    /// <returns>The number of tables that another version was taken of.</returns>
    public async Task<int> RefreshAsync(CancellationToken stop)
    {
        await _one.WaitAsync(stop);
        try
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AccessDb>();
            var today = clock.GetUtcNow().LondonDate;
            var versions = await db.TableVersions.Where(v => v.From <= today).Select(v => new { v.Table, v.Number, v.From }).ToListAsync(stop);
            var wanted = versions.GroupBy(v => v.Table).ToDictionary(g => g.Key, g => g.OrderBy(v => v.From).ThenBy(v => v.Number).Last().Number);

            var changed = 0;
            foreach (var (name, number) in wanted.Where(w => _used.GetValueOrDefault(w.Key) != w.Value))
            {
                var content = await db.TableVersions.Where(v => v.Table == name && v.Number == number).Select(v => v.Content).SingleAsync(stop);
                Use(name, number, content);
                changed++;
            }

            return changed;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>SHA-256 of the product's own version of a table, in hexadecimal figures.</summary>
    public static string HashOf(ReferenceTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(table.Own.ToText())));
    }

    /// <summary>Goes back to the product's own tables.</summary>
    public void Dispose()
    {
        foreach (var name in _used.Keys)
        {
            if (name == StandardRuleSet.Table)
            {
                StandardRuleSet.Use(null);
            }

            ReferenceTables.All.FirstOrDefault(table => table.Table == name && table.CanChange)?.Use(null);
        }

        _one.Dispose();
    }

    /// <remarks>A version that was right when it was loaded may not suit a later release: the product's own is better than none.</remarks>
    private void Use(string name, int number, string content)
    {
        _used[name] = number;
        try
        {
            if (name == StandardRuleSet.Table)
            {
                StandardRuleSet.Use(StandardRuleSet.Read(content));   // checked as a whole, and taken into use by pages of its own
            }
            else if (ReferenceTables.All.FirstOrDefault(t => t.Table == name) is { CanChange: true } table)
            {
                table.Use(CsvTable.Read(name, content));
            }
            else
            {
                throw new TableException(name, 0, "", "the table changes with a release of the product only");
            }

            _problems.TryRemove(name, out _);
            log.LogInformation("Version {Number} of {Table} is in use", number, name);
        }
        catch (TableException error)
        {
            _problems[name] = error.Message;
            log.LogError(error, "Version {Number} of {Table} can not be used; what was in use before stays. Load a version that can, in Reference tables", number, name);
        }
    }
}
