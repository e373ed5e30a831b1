using System.Collections.Concurrent;

namespace Throughcare.Web.Api;

/// <summary>How fast a client may ask: so many requests in any sixty seconds. Each node of an installation counts its own.</summary>
public sealed class ApiPace(IConfiguration settings, TimeProvider clock)
{
    /// <summary>Where an installation says another number.</summary>
    public const string Setting = "Api:PerMinute";

    public const int PerMinute = 300;

    private const int MostClients = 10_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> _asked = new(StringComparer.Ordinal);
    private readonly int _most = settings.GetValue(Setting, PerMinute);

    /// <summary>Counts a request.</summary>
    /// <returns>Seconds to wait where it is one too many, which is not counted; 0 where it is not.</returns>
    public int Take(string client)
    {
        var now = clock.GetUtcNow();
        if (_asked.Count > MostClients)
        {
            Forget(now);
        }

        var asked = _asked.GetOrAdd(client, _ => new());
        lock (asked)
        {
            while (asked.TryPeek(out var oldest) && now - oldest >= Window)
            {
                asked.Dequeue();
            }

            if (asked.Count >= _most)
            {
                return Math.Max(1, (int)Math.Ceiling((asked.Peek() + Window - now).TotalSeconds));
            }

            asked.Enqueue(now);
            return 0;
        }
    }

    /// <summary>Forgets those who have not asked lately: addresses that tried once are many.</summary>
    private void Forget(DateTimeOffset now)
    {
        foreach (var (client, asked) in _asked)
        {
            lock (asked)
            {
                if (asked.Count == 0 || now - asked.Last() >= Window)
                {
                    _asked.TryRemove(client, out _);
                }
            }
        }
    }
}
