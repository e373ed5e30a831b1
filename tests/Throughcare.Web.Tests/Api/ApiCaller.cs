using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests.Api;

/// <summary>A program that asks the API, with a token of its own.</summary>
public sealed class ApiCaller(App app, HttpClient client, string clientId, string secret)
{
    public static readonly string[] Ordinary = ["persons.read", "timeline.read", "contacts.read", "contacts.write", "facts.read", "events.read"];

    private static int _keys;

    public App App => app;

    public HttpClient Client => client;

    public string ClientId => clientId;

    public string Secret => secret;

    public ApiClientId Id { get; private init; }

    /// <summary>A client made by an administrator, with a token for all that it was given.</summary>
    public static async Task<ApiCaller> OfAsync(App app, Role role = Role.HeadOmu, string place = "LHI", params string[] scopes)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var clientId = $"link-{Interlocked.Increment(ref _keys)}";
        var outcome = await scope.ServiceProvider.GetRequiredService<CreateApiClient>()
            .DoAsync(new(clientId, "Northfield link", role, place, scopes.Length == 0 ? Ordinary : scopes), A.Actor(Role.Admin), default);
        var made = Assert.IsType<Outcome<CreateApiClient.Made>.Done>(outcome).Value;
        var caller = new ApiCaller(app, app.Anyone().Client, clientId, made.Secret) { Id = made.Id };
        await caller.SignInAsync();
        return caller;
    }

    /// <summary>Asks for a new token.</summary>
    public async Task SignInAsync(string? scope = null)
    {
        using var answer = await AskTokenAsync(client, clientId, secret, scope);
        Assert.True(answer.StatusCode is HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public static async Task<HttpResponseMessage> AskTokenAsync(HttpClient client, string clientId, string secret, string? scope = null)
    {
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = clientId, ["client_secret"] = secret }.Concat(scope is null ? [] : [new("scope", scope)]));
        return await client.PostAsync("/connect/token", form);
    }

    public Task<HttpResponseMessage> GetAsync(string address, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, address, null, headers);

    public Task<HttpResponseMessage> PostAsync(string address, object body, string? key = null) =>
        SendAsync(HttpMethod.Post, address, body as string ?? JsonSerializer.Serialize(body), ("Idempotency-Key", key ?? NewKey()));

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return await client.SendAsync(request);
    }

    /// <summary>What a good read answers.</summary>
    public async Task<JsonElement> ReadAsync(string address)
    {
        using var answer = await GetAsync(address);
        Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{address}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Checks that an answer is a problem of a kind, told as problems are.</summary>
    public static async Task<JsonElement> ProblemAsync(HttpResponseMessage answer, int status, string type)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, $"{(int)answer.StatusCode}, not {status}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal("urn:throughcare:problem:" + type, problem.GetProperty("type").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        return problem;
    }

    public static string NewKey() => $"key-{Interlocked.Increment(ref _keys)}";

    /// <summary>A contact that every rule lets pass.</summary>
    public static Dictionary<string, object?> Note(string text = "Came to the wing office to ask about the bricklaying course. Has the form and will bring it back on Friday.", string at = "2026-01-05T08:30:00Z") => new()
    {
        ["type"] = "C201",
        ["happenedAt"] = at,
        ["mode"] = "faceToFace",
        ["text"] = text,
        ["sharing"] = "yes",
    };
}
