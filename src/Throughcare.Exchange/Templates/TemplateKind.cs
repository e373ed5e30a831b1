using System.Text;
using Throughcare.Domain.Record;
using Throughcare.Exchange.Csv;

namespace Throughcare.Exchange.Templates;

/// <summary>One of our own lists, filled in by hand in a spreadsheet.</summary>
internal abstract class TemplateKind : CsvKind
{
    /// <summary>The name of the list, its word, and how its files' names begin: <c>sentence-plan</c>.</summary>
    public override string Word => Source.ToLowerInvariant();

    public override string Noun => $"list of {Things}";

    public override string NameProblem => $"A list of {Things} is a .csv file whose name begins with {Word}, like {Word}.csv";

    public override SourceSystem System => SourceSystem.Template;

    /// <summary>What stands in the list, in the plural: "staff".</summary>
    public abstract string Things { get; }

    protected override IReadOnlyList<string> Beginnings => [Word];

    /// <summary>The empty list: the header row and one example.</summary>
    public string Empty()
    {
        var text = new StringBuilder();
        text.AppendJoin(',', Shape.Columns.Select(c => c.Name)).Append("\r\n");
        text.AppendJoin(',', Shape.Columns.Select(c => Quoted(c.Example))).Append("\r\n");
        return text.ToString();
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
