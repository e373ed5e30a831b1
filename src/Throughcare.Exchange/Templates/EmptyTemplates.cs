using Throughcare.Domain.Access;
using Throughcare.Exchange.Record;

namespace Throughcare.Exchange.Templates;

/// <summary>The empty lists that people fill in: a header row and one example, to be overwritten.</summary>
public static class EmptyTemplates
{
    /// <param name="Name">The name of the file, without its ending.</param>
    /// <param name="Things">What stands in it, in the plural.</param>
    /// <param name="Columns">Each column: whether it must be filled in, and what it holds.</param>
    public sealed record Template(string Name, string Things, IReadOnlyList<(string Name, bool IsRequired, string About)> Columns);

    /// <summary>Those that a role may send.</summary>
    public static IEnumerable<Template> For(Role role) => ImportKinds.All.OfType<TemplateKind>()
        .Where(k => k.Refuse(role) is null)
        .Select(k => new Template(k.Word, k.Things, [.. k.Shape.Columns.Select(c => (c.Name, c.MustBeFilled, c.About))]));

    /// <returns>The text of the file; <see langword="null"/> where there is no such list, or the role may not send it.</returns>
    public static string? TextOf(string name, Role role) =>
        ImportKinds.All.OfType<TemplateKind>().FirstOrDefault(k => k.Word == name && k.Refuse(role) is null)?.Empty();
}
