using System.Collections.Concurrent;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Population.Files;

namespace Throughcare.Population.Nation;

/// <summary>One written file of a population.</summary>
/// <param name="Sha256">In lower-case hexadecimal.</param>
public sealed record NationFile(string Name, long Rows, string Sha256);

/// <summary>Writes a population as CSV files, one for each kind of fact: every version of every fact, by person number and then in the
/// order in which it was recorded.</summary>
/// <remarks>UTF-8, comma, quotes doubled, CRLF; days as 2026-09-30, instants in UTC to the microsecond. The same options give the same bytes.</remarks>
public static class NationCsv
{
    private static readonly ConcurrentDictionary<Type, Columns> Known = new();

    /// <returns>The files in order of their names, and the hash of them all: that of the list which <c>sha256sum</c> prints for them.</returns>
    public static async Task<(IReadOnlyList<NationFile> Files, string Sha256)> WriteAsync(
        NationGenerator generator, string directory, IProgress<int>? written = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(generator);
        Directory.CreateDirectory(directory);
        var files = new SortedDictionary<string, Open>(StringComparer.Ordinal);
        try
        {
            foreach (var staff in generator.Staff)
            {
                FileOf(typeof(StaffMember)).Add(staff);
            }

            var people = 0;
            await foreach (var (_, batch) in generator.MakeAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
            {
                foreach (var person in batch)
                {
                    foreach (var write in person.Acts.SelectMany(act => act.Writes))
                    {
                        FileOf(write.After.GetType()).Add(write.After);
                    }

                    foreach (var victim in person.Sealed)
                    {
                        FileOf(victim.GetType()).Add(victim);
                    }
                }

                people += batch.Count;
                written?.Report(people);
                foreach (var file in files.Values.Where(file => file.Output.IsFull))
                {
                    await file.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
                }
            }

            var list = new List<NationFile>();
            foreach (var (name, file) in files)
            {
                list.Add(new NationFile(name, file.Rows, await file.Output.EndAsync(cancellationToken).ConfigureAwait(false)));
            }

            var listing = string.Concat(list.Select(file => $"{file.Sha256}  {file.Name}\n"));
            return (list, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(listing))));
        }
        finally
        {
            foreach (var file in files.Values)
            {
                await file.DisposeAsync().ConfigureAwait(false);
            }
        }

        Open FileOf(Type type)
        {
            var columns = Known.GetOrAdd(type, of => new Columns(of));
            if (!files.TryGetValue(columns.FileName, out var file))
            {
                files.Add(columns.FileName, file = new Open(Path.Combine(directory, columns.FileName), columns));
            }

            return file;
        }
    }

    private sealed class Open : IAsyncDisposable
    {
        private readonly FileStream _stream;
        private readonly Columns _columns;

        public Open(string path, Columns columns)
        {
            (_stream, _columns) = (File.Create(path), columns);
            Output = new HashedOutput(_stream);
            Output.Add(columns.Header);
        }

        public HashedOutput Output { get; }

        public long Rows { get; private set; }

        public void Add(object row)
        {
            Rows++;
            Output.Add(_columns.Line(row));
        }

        public async ValueTask DisposeAsync()
        {
            Output.Dispose();
            await _stream.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The columns of one kind of row: its properties, those of the entry that wrote it spelled out.</summary>
    private sealed class Columns
    {
        private readonly Func<object, object?>[] _read;

        public Columns(Type type)
        {
            var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.GetIndexParameters().Length == 0 && property.SetMethod is not null && property.Name != nameof(FactVersion.ReplacedAt))
                .OrderBy(property => property.DeclaringType == type).ThenBy(property => property.MetadataToken).ToList();
            var names = new List<string>();
            var read = new List<Func<object, object?>>();
            foreach (var property in properties)
            {
                if (property.PropertyType != typeof(Entry))
                {
                    names.Add(Snake(property.Name));
                    read.Add(Getter(property));
                    continue;
                }

                var entry = Getter(property);
                names.AddRange(["recorded_at", "recorded_by", "recorded_role", "recorded_place", "use_case", "source"]);
                read.AddRange([row => Of(row).At, row => Of(row).By, row => Of(row).Role.Code, row => Of(row).Place, row => Of(row).UseCase, row => Of(row).Source]);

                Entry Of(object row) => (Entry)entry(row)!;
            }

            _read = [.. read];
            Header = string.Join(',', names) + "\r\n";
            FileName = Snake(type.Name) + ".csv";
        }

        public string Header { get; }

        public string FileName { get; }

        public string Line(object row)
        {
            var line = new StringBuilder();
            for (var at = 0; at < _read.Length; at++)
            {
                if (at > 0)
                {
                    line.Append(',');
                }

                var text = Text(_read[at](row));
                line.Append(text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text);
            }

            return line.Append("\r\n").ToString();
        }

        private static Func<object, object?> Getter(PropertyInfo property)
        {
            var row = Expression.Parameter(typeof(object));
            return Expression.Lambda<Func<object, object?>>(
                Expression.Convert(Expression.Property(Expression.Convert(row, property.DeclaringType!), property), typeof(object)), row).Compile();
        }

        private static string Text(object? value) => value switch
        {
            null => "",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            bool flag => flag ? "true" : "false",
            Role role => role.Code,
            Coded coded => coded.Text,
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };

        private static string Snake(string name) => string.Concat(name.Select((letter, at) => char.IsUpper(letter) ? (at > 0 ? "_" : "") + char.ToLowerInvariant(letter) : letter.ToString()));
    }
}
