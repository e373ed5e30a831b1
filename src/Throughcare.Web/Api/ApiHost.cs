using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Throughcare.Application.Access;
using Throughcare.Web.Access;

namespace Throughcare.Web.Api;

/// <summary>What the API needs of the host: tokens for clients, the gate, the operations and their document.</summary>
public static class ApiHost
{
    public const string Root = "/api";

    public const string TokenAddress = "/connect/token";

    public const string DocumentAddress = "/api/openapi.json";

    /// <summary>The client's stamp, in its tokens.</summary>
    public const string Stamp = "stamp";

    /// <summary>How long a token is good for, unless its client changes before.</summary>
    public static TimeSpan TokenLife { get; } = TimeSpan.FromMinutes(15);

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);

        services.AddSingleton<ApiPace>();
        services.ConfigureHttpJsonOptions(json => ApiJson.Settle(json.SerializerOptions));
        services.AddOpenIddict()
            .AddServer(server =>
            {
                server.SetTokenEndpointUris(TokenAddress).SetConfigurationEndpointUris(Array.Empty<Uri>()).SetJsonWebKeySetEndpointUris(Array.Empty<Uri>());
                server.AllowClientCredentialsFlow();
                server.RegisterScopes([.. ApiScopes.All.Select(scope => scope.Name)]);
                server.SetAccessTokenLifetime(TokenLife);

                // a token is a sealed note of the data-protection keys that all nodes share, and its client is looked up with each request: no token is kept
                server.UseDataProtection();
                server.DisableTokenStorage().DisableAuthorizationStorage();

                // asked for at the start and used for nothing: tokens are not JWTs
                server.AddSigningKey(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)));
                server.AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)));

                // as for pages: whoever puts it on a network puts TLS in front
                server.UseAspNetCore().EnableTokenEndpointPassthrough().DisableTransportSecurityRequirement();
            })
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                validation.UseDataProtection();
                validation.UseAspNetCore();
            });
        return services.AddApiDocument();
    }

    /// <summary>After routing, before the gate of the pages.</summary>
    public static WebApplication UseApi(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);

        app.Use(ApiGate.PaceTokensAsync);
        app.UseAuthentication();   // OpenIddict reads tokens here, and answers requests for one that it refuses
        app.UseMiddleware<ApiGate>();
        return app;
    }

    public static WebApplication MapApi(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);

        app.MapPost(TokenAddress, (Delegate)TokenAsync).WithMetadata(ForMachines.Mark).ExcludeFromDescription();
        app.MapOpenApi(DocumentAddress).WithMetadata(ForMachines.Mark).ExcludeFromDescription();
        ApiOperations.Map(app.MapGroup("/api/v1").WithMetadata(ForMachines.Mark));
        ApiOperations.MapRisk(app.MapGroup(Root).WithMetadata(ForMachines.Mark));
        app.Map(Root + "/{**rest}", (Delegate)NothingHereAsync).WithMetadata(ForMachines.Mark).ExcludeFromDescription();
        return app;
    }

    private static async Task<IResult> TokenAsync(HttpContext http, ApiClients clients)
    {
        var request = http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict has read no request.");
        if (await clients.FindAsync(request.ClientId!, http.RequestAborted) is not { } client)
        {
            return Results.Forbid(
                new(new Dictionary<string, string?>
                {
                    [OpenIddictServerAspNetCoreConstants.Properties.Error] = OpenIddictConstants.Errors.InvalidClient,
                    [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = "This client is disabled. Ask an administrator.",
                }),
                [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        }

        var asked = request.GetScopes();
        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType, OpenIddictConstants.Claims.Name, OpenIddictConstants.Claims.Role);
        identity.SetClaim(OpenIddictConstants.Claims.Subject, client.ClientId);
        identity.SetClaim(Stamp, client.Stamp);
        identity.SetScopes(asked.IsEmpty ? client.Scopes : client.Scopes.Where(scope => asked.Contains(scope)));
        identity.SetDestinations(_ => [OpenIddictConstants.Destinations.AccessToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    /// <summary>Whatever is asked of the API that no operation answers: another address, another method, or a body that is not JSON.</summary>
    private static Task NothingHereAsync(HttpContext http, EndpointDataSource endpoints)
    {
        var methods = endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ApiOperation>() is not null
                && new TemplateMatcher(TemplateParser.Parse(endpoint.RoutePattern.RawText!.TrimStart('/')), []).TryMatch(http.Request.Path, []))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods).Distinct().Order(StringComparer.Ordinal).ToList();
        if (methods.Count == 0)
        {
            return ApiProblem.NoSuchAddress.WriteAsync(http);
        }

        if (methods.Contains(http.Request.Method))
        {
            return ApiProblem.NotJson.WriteAsync(http);
        }

        http.Response.Headers.Allow = string.Join(", ", methods);
        return ApiProblem.WrongMethod(string.Join(" or ", methods)).WriteAsync(http);
    }
}
