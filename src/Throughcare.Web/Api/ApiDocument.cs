using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Throughcare.Application.Access;

namespace Throughcare.Web.Api;

/// <summary>The document of the API (OpenAPI), made of what the operations say of themselves.</summary>
public static class ApiDocument
{
    /// <summary>The document's name, which is also what stands in its addresses.</summary>
    public const string Name = "v1";

    private const string Scheme = "clientCredentials";
    private const string ProblemSchema = "Problem";

    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi(Name, document =>
    {
        document.ShouldInclude = endpoint => endpoint.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().Any();
        document.AddDocumentTransformer(Introduce);
        document.AddOperationTransformer(DescribeAsync);
    });

    private static Task Introduce(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken stop)
    {
        document.Info = new()
        {
            Title = "Throughcare API",
            Version = "1",
            Description = "One person, one record, for other programs. A client asks for a token at /connect/token with its id and secret (OAuth 2, client credentials), and sends it with each request. "
                + "It acts in one role at one place, as a member of staff would: it reaches the same people, and what it reads is kept in the access log. "
                + $"{ApiPace.PerMinute} requests a minute. Answers to reads have an ETag: send it as If-None-Match. Problems are told as application/problem+json (RFC 9457). See docs/api.md.",
        };
        document.Components ??= new();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.OAuth2,
            Description = "Client credentials: a client’s id and secret for a token that is good for 15 minutes",
            Flows = new()
            {
                ClientCredentials = new()
                {
                    TokenUrl = new Uri(ApiHost.TokenAddress, UriKind.Relative),
                    Scopes = ApiScopes.All.ToDictionary(scope => scope.Name, scope => scope.Description),
                },
            },
        };
        return Task.CompletedTask;
    }

    private static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().FirstOrDefault() is not { } said || context.Document is not { } document)
        {
            return;
        }

        operation.Security = [new() { [new OpenApiSecuritySchemeReference(Scheme, document)] = [said.Scope] }];
        operation.Parameters = [.. ParametersOf(said, context.Description.RelativePath ?? "")];
        if (operation.Responses?[said.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)] is OpenApiResponse good)
        {
            good.Description = said.IsWrite ? "Done" : "As asked";
            Show(good.Content, said.Example);
            good.Headers = said.IsWrite
                ? new Dictionary<string, IOpenApiHeader> { ["Location"] = HeaderOf("Address of the contact") }
                : new Dictionary<string, IOpenApiHeader> { ["ETag"] = HeaderOf("Changes when the answer changes") };
        }

        if (said.ExampleBody is not null && operation.RequestBody is OpenApiRequestBody body)
        {
            body.Required = true;
            Show(body.Content, said.ExampleBody);
        }

        document.AddComponent(ProblemSchema, await context.GetOrCreateSchemaAsync(typeof(ApiProblem), null, stop));
        foreach (var (status, description) in ProblemsOf(said))
        {
            operation.Responses ??= [];
            operation.Responses[status] = new OpenApiResponse
            {
                Description = description,
                Content = status == "304" ? null : new Dictionary<string, OpenApiMediaType> { [ApiProblem.ContentType] = new() { Schema = new OpenApiSchemaReference(ProblemSchema, document) } },
            };
        }
    }

    private static IEnumerable<IOpenApiParameter> ParametersOf(ApiOperation said, string path)
    {
        if (path.Contains("{person}", StringComparison.Ordinal))
        {
            yield return InPath("person", "Prison number, CRN or id of the person", "A1234BC", null);
        }

        if (path.Contains("{contact", StringComparison.Ordinal))
        {
            yield return InPath("contact", "Id of the contact", "0193f2b4-11d0-7c22-9a00-5e7f40c1d822", "uuid");
        }

        foreach (var parameter in said.Query)
        {
            yield return new OpenApiParameter
            {
                Name = parameter.Name,
                In = ParameterLocation.Query,
                Description = parameter.Description,
                Schema = new OpenApiSchema
                {
                    Type = parameter.Kind is ApiParameterKind.Whole ? JsonSchemaType.Integer : JsonSchemaType.String,
                    Format = parameter.Kind switch { ApiParameterKind.Whole => "int64", ApiParameterKind.Day => "date", ApiParameterKind.Instant => "date-time", _ => null },
                },
                Example = parameter.Example.Length == 0 ? null : parameter.Kind is ApiParameterKind.Whole ? JsonNode.Parse(parameter.Example) : JsonValue.Create(parameter.Example),
            };
        }

        yield return InHeader(ApiGate.Purpose, "Why the client looks: kept with the look. Asked for where the record is limited to named users and the client is one", "Booking a place on a course", false);
        if (said.IsWrite)
        {
            yield return InHeader(ApiContactWrites.KeyHeader, "A key of the client’s own: the same key is the same write, for a day", "4f1c7d9e-8a52-4f0e-9d0b-7a61c3a0f1b2", true);
        }

        if (said.IsEdit)
        {
            yield return InHeader("If-Match", "The ETag of what is changed", "\"v1-9f86d081884c7d659a2feaa0\"", true);
        }
        else if (said.Takes is null)
        {
            yield return InHeader("If-None-Match", "An ETag that the client has: 304 where nothing changed", "\"9f86d081884c7d659a2feaa0\"", false);
        }
    }

    private static IEnumerable<(string Status, string Description)> ProblemsOf(ApiOperation said)
    {
        if (said.Takes is null)
        {
            yield return ("304", "The client has it already");
        }

        yield return ("400", "The request cannot be read: errors says what is wrong with each parameter or field");
        yield return ("401", "No token, or one that is out of date or whose client was changed");
        yield return ("403", "The client does not have the dataset, its role may not, or it does not reach the person");
        if (said.IsCalculation)
        {
            yield return ("413", "The body is too large");
            yield return ("415", "The body is not JSON");
        }
        else
        {
            yield return ("404", "There is no such record, or the client may not know of it");
        }

        if (said.IsWrite)
        {
            if (said.IsEdit)
            {
                yield return ("412", "Somebody else changed it first");
            }

            yield return ("415", "The body is not JSON");
            yield return ("422", "Refused: errors says what is wrong with each field; or the key was used for another request");
            if (said.IsEdit)
            {
                yield return ("428", "If-Match is missing");
            }
        }

        yield return ("429", "Too many requests: Retry-After says how many seconds to wait");
    }

    private static OpenApiParameter InPath(string name, string description, string example, string? format) => new()
    {
        Name = name,
        In = ParameterLocation.Path,
        Required = true,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = format },
        Example = JsonValue.Create(example),
    };

    private static OpenApiParameter InHeader(string name, string description, string example, bool isRequired) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = isRequired,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = JsonValue.Create(example),
    };

    private static OpenApiHeader HeaderOf(string description) => new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static void Show(IDictionary<string, OpenApiMediaType>? content, object? example)
    {
        if (content is not null && example is not null && content.TryGetValue("application/json", out var media))
        {
            media.Example = JsonSerializer.SerializeToNode(example, example.GetType(), ApiJson.Options);
        }
    }
}
