using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Throughcare.Web.Api;

namespace Throughcare.Web.Pages.Api;

/// <summary>The document of the API as a page: made of the document itself, so that the two can't differ.</summary>
[AllowAnonymous]
public sealed class DocsModel([FromKeyedServices(ApiDocument.Name)] IOpenApiDocumentProvider documents) : PageModel
{
    private static readonly JsonSerializerOptions Indented = new(ApiJson.Options) { WriteIndented = true };

    public sealed record Operation(
        string Id, string Method, string Path, string Summary, string Description, string Scope, IReadOnlyList<Parameter> Parameters, string? Body, string? Answer,
        IReadOnlyList<(string Status, string Description)> Responses);

    public sealed record Parameter(string Name, string Where, string Description, bool IsRequired);

    public sealed record Shape(string Name, string Description, IReadOnlyList<Field> Fields);

    public sealed record Field(string Name, string Kind, string Description);

    public OpenApiDocument Document { get; private set; } = null!;

    public IReadOnlyList<(string Name, string Description)> Scopes { get; private set; } = [];

    public IReadOnlyList<Operation> Operations { get; private set; } = [];

    public IReadOnlyList<Shape> Shapes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Document = await documents.GetOpenApiDocumentAsync(stop);
        Scopes = [.. Document.Components!.SecuritySchemes!.Values.Select(s => s.Flows?.ClientCredentials?.Scopes).OfType<IDictionary<string, string>>().SelectMany(s => s).Select(s => (s.Key, s.Value))];
        Operations = [.. Document.Paths.SelectMany(path => (path.Value.Operations ?? []).Select(operation => Of(path.Key, operation.Key, operation.Value)))];
        Shapes = [.. (Document.Components.Schemas ?? new Dictionary<string, IOpenApiSchema>()).Where(s => s.Value.Properties is { Count: > 0 }).Select(s => new Shape(
            s.Key, s.Value.Description ?? "", [.. s.Value.Properties!.Select(p => new Field(p.Key, KindOf(p.Value), p.Value.Description ?? ""))]))];
    }

    private static Operation Of(string path, HttpMethod method, OpenApiOperation operation) => new(
        operation.OperationId ?? path,
        method.Method,
        path,
        operation.Summary ?? "",
        operation.Description ?? "",
        operation.Security?.SelectMany(s => s.Values).SelectMany(s => s).FirstOrDefault() ?? "",
        [.. (operation.Parameters ?? []).Select(p => new Parameter(p.Name ?? "", p.In switch { ParameterLocation.Path => "address", ParameterLocation.Query => "query", _ => "header" }, p.Description ?? "", p.Required))],
        Show(operation.RequestBody?.Content),
        Show(operation.Responses?.Values.Select(r => r.Content).FirstOrDefault(c => c?.ContainsKey("application/json") is true)),
        [.. (operation.Responses ?? []).Select(r => (r.Key, r.Value.Description ?? ""))]);

    private static string? Show(IDictionary<string, OpenApiMediaType>? content) =>
        content is not null && content.TryGetValue("application/json", out var media) && media.Example is JsonNode example ? example.ToJsonString(Indented) : null;

    private static string KindOf(IOpenApiSchema schema)
    {
        var reference = (schema as OpenApiSchemaReference)?.Reference.Id ?? schema.OneOf?.OfType<OpenApiSchemaReference>().FirstOrDefault()?.Reference.Id;
        var target = reference is null ? schema : (schema as OpenApiSchemaReference)?.Target ?? schema.OneOf?.OfType<OpenApiSchemaReference>().FirstOrDefault()?.Target ?? schema;
        return target.Enum is { Count: > 0 } choices ? string.Join(", ", choices.OfType<JsonValue>().Select(c => c.ToString()))
            : reference is not null ? reference
            : target.Items is { } items ? $"list of {KindOf(items)}"
            : target.Format ?? target.Type switch
            {
                { } type when type.HasFlag(JsonSchemaType.Integer) => "whole number",
                { } type when type.HasFlag(JsonSchemaType.Number) => "number",
                { } type when type.HasFlag(JsonSchemaType.Boolean) => "true or false",
                { } type when type.HasFlag(JsonSchemaType.Object) => "object",
                { } type when type.HasFlag(JsonSchemaType.String) => "text",
                _ => "any",
            };
    }
}
