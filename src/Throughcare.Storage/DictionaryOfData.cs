using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Throughcare.Storage;

/// <summary>Every table and column of the record in words: the mapping and the model's own comments, so that it can't be out of date.</summary>
public static partial class DictionaryOfData
{
    /// <summary>Writes the dictionary as Markdown.</summary>
    /// <param name="model">The mapped model of a context.</param>
    public static string Write(IModel model)
    {
        var comments = new Comments();
        var text = new StringBuilder()
            .AppendLine("# Data dictionary")
            .AppendLine()
            .AppendLine("Made by `./throughcare data-dictionary` from the model; a test holds the two together. Types are the model's: ids are `uuid` on")
            .AppendLine("PostgreSQL and 16 bytes on SQLite, instants `timestamptz` and 64-bit microseconds since 1970 (UTC), days `date` and `yyyy-MM-dd`.")
            .AppendLine()
            .AppendLine("Every table of facts holds versions: `(id, version)` is the key (with `person_id` in front on the big tables), `valid_from` and `valid_to`")
            .AppendLine("are the days on which it is true, `recorded_at` and `replaced_at` the instants between which it was believed. These columns are listed")
            .AppendLine("once, here:")
            .AppendLine();

        var facts = model.GetEntityTypes().Where(t => typeof(Domain.Record.FactVersion).IsAssignableFrom(t.ClrType)).ToList();
        var shared = facts.Count == 0 ? [] : Columns(facts[0]).Where(c => IsShared(c.Property)).ToList();
        Table(text, shared, comments);

        foreach (var type in model.GetEntityTypes().OrderBy(t => t.GetTableName(), StringComparer.Ordinal))
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"## {type.GetTableName()}").AppendLine();
            if (comments.Of(type.ClrType) is { Length: > 0 } what)
            {
                text.AppendLine(what).AppendLine();
            }

            var isFact = facts.Contains(type);
            text.AppendLine(CultureInfo.InvariantCulture, $"Key: {string.Join(", ", type.FindPrimaryKey()!.Properties.Select(Name))}.{(isFact ? " Versions of a fact." : "")}").AppendLine();
            Table(text, [.. Columns(type).Where(c => !isFact || !IsShared(c.Property))], comments);
        }

        return text.Replace("\r\n", "\n").ToString();
    }

    private static void Table(StringBuilder text, List<(string Name, IProperty Property)> columns, Comments comments)
    {
        if (columns.Count == 0)
        {
            return;
        }

        text.AppendLine("| Column | Type | May be empty | Meaning |").AppendLine("|---|---|---|---|");
        foreach (var (name, property) in columns)
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            var length = property.GetMaxLength() is { } max && type == typeof(string) ? $" ({max})" : "";
            var values = type.IsEnum && type.GetEnumValues().Length <= 20 ? $" One of {string.Join(", ", type.GetEnumNames())}." : "";
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {name} | {Word(type)}{length} | {(property.IsNullable ? "yes" : "no")} | {comments.Of(property.PropertyInfo)}{values} |");
        }
    }

    private static bool IsShared(IProperty property) =>
        property.DeclaringType is IComplexType || property.PropertyInfo?.DeclaringType == typeof(Domain.Record.FactVersion);

    private static IEnumerable<(string Name, IProperty Property)> Columns(IEntityType type) =>
        type.GetFlattenedProperties().Select(p => (Name(p), p));

    private static string Name(IProperty property) =>
        property.GetColumnName(StoreObjectIdentifier.Table(property.DeclaringType.ContainingEntityType.GetTableName()!, null)) ?? property.Name;

    private static string Word(Type type) => type switch
    {
        _ when type.IsEnum => "code",
        _ when type == typeof(DateTimeOffset) => "instant",
        _ when type == typeof(DateOnly) => "day",
        _ when type == typeof(string) => "text",
        _ when type == typeof(bool) => "yes or no",
        _ when type == typeof(int) || type == typeof(long) || type == typeof(decimal) || type == typeof(double) => "number",
        _ when type == typeof(byte[]) => "bytes",
        { IsGenericType: true } => "JSON",
        _ => type.Name,
    };

    /// <summary>Summaries of the assemblies' XML documentation, which stands beside them.</summary>
    private sealed partial class Comments
    {
        private readonly Dictionary<Assembly, Dictionary<string, string>> _read = [];

        public string? Of(Type type) => Find(type.Assembly, $"T:{type.FullName}");

        public string? Of(PropertyInfo? property) => property?.DeclaringType is not { } owner ? null
            : Find(owner.Assembly, $"P:{owner.FullName}.{property.Name}") ?? Parameter(owner, property.Name);

        private string? Parameter(Type owner, string name) => Find(owner.Assembly, $"T:{owner.FullName}#{name}");

        private string? Find(Assembly assembly, string member)
        {
            if (!_read.TryGetValue(assembly, out var comments))
            {
                _read[assembly] = comments = Read(Path.ChangeExtension(assembly.Location, ".xml"));
            }

            return comments.GetValueOrDefault(member);
        }

        private static Dictionary<string, string> Read(string file)
        {
            Dictionary<string, string> comments = [];
            if (!File.Exists(file))
            {
                return comments;
            }

            foreach (var member in XDocument.Load(file).Descendants("member"))
            {
                var name = member.Attribute("name")!.Value;
                comments[name] = Plain(member.Element("summary"));
                foreach (var parameter in member.Elements("param"))
                {
                    comments[$"{name}#{parameter.Attribute("name")!.Value}"] = Plain(parameter);
                }
            }

            return comments;
        }

        private static string Plain(XElement? element)
        {
            if (element is null)
            {
                return "";
            }

            var words = string.Concat(element.Nodes().Select(node => node switch
            {
                XElement { Name.LocalName: "see" } see => (see.Attribute("langword") ?? see.Attribute("cref"))?.Value.Split('.')[^1].Split(':')[^1] ?? "",
                XElement other => other.Value,
                _ => node.ToString(),
            }));
            return Spaces().Replace(words, " ").Trim().Replace("|", "\\|", StringComparison.Ordinal).Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal);
        }

        [GeneratedRegex(@"\s+")]
        private static partial Regex Spaces();
    }
}
