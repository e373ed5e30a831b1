using System.Text.Json;
using System.Text.Json.Serialization;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Api;

/// <summary>Why a request was not answered (RFC 9457): what kind of problem, and what to do about it.</summary>
/// <param name="Type">Names the kind of problem, and never changes.</param>
/// <param name="Title">The kind of problem in words.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Detail">What to do about it.</param>
public sealed record ApiProblem(string Type, string Title, int Status, string Detail)
{
    /// <summary>What is wrong with each field, by its name; what is nobody's field stands under an empty name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors { get; init; }

    /// <summary>What to tell the help desk, where something broke.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reference { get; init; }

    public const string ContentType = "application/problem+json";

    public static ApiProblem NoToken { get; } = Of("no-token", "Not signed in", 401, "Send a token that is in date: Authorization: Bearer TOKEN. Ask for one at /connect/token");

    public static ApiProblem NotFound { get; } = Of("not-found", "There is no such record", 404, "Check the number or the address");

    public static ApiProblem NoSuchAddress { get; } = Of("no-such-address", "There is no such address", 404, "See /api/docs for the addresses that there are");

    public static ApiProblem OutOfReach { get; } = Of("out-of-reach", "You do not have access to this record", 403, "The client’s role and place do not reach this person");

    public static ApiProblem NotRecorded { get; } = Of("not-recorded", "Throughcare is not available", 503, "Nothing was shown, because the look could not be recorded. Try again in a few minutes");

    public static ApiProblem NotJson { get; } = Of("not-json", "The body is not JSON", 415, "Send JSON in UTF-8, and say so: Content-Type: application/json");

    public static ApiProblem KeyReused { get; } = Of("key-reused", "This key was used for another request", 422, "Send a new Idempotency-Key with a new request; send the same key only with the very same request");

    public static ApiProblem Changed { get; } = Of("changed", "Somebody else changed it first", 412, "Nothing was changed. Read it again, and send its new ETag as If-Match");

    public static ApiProblem NoScope(string scope) => Of("no-scope", "This client does not have this dataset", 403, $"The token does not have {scope}. Ask for it at /connect/token, or ask an administrator to give it to the client");

    public static ApiProblem NoRole(Refusal refusal) => Of("no-role", "Your role cannot do this", 403, refusal.Message);

    public static ApiProblem Limited(Refusal refusal) => Of("limited", "Limited access", 403, refusal.Message);

    public static ApiProblem ReasonNeeded(Refusal refusal) => Of("reason-needed", "Say why", 403, $"This record is limited to named users, of whom the client is one. Send why it looks: Purpose: REASON. {refusal.Message}");

    public static ApiProblem TooMany(int seconds) => Of("too-many", "Too many requests", 429, $"Wait {seconds} {(seconds == 1 ? "second" : "seconds")}, then go on");

    public static ApiProblem WrongMethod(string methods) => Of("wrong-method", "This address does not answer this method", 405, $"Use {methods}");

    public static ApiProblem Broken(string reference) => Of("broken", "Something went wrong", 500, "Try again, and tell the help desk the reference if it happens again") with { Reference = reference };

    /// <summary>What was sent can't be read.</summary>
    public static ApiProblem Unread(string detail, params IEnumerable<(string Field, string Message)> errors) => Of("unread", "The request cannot be read", 400, detail) with { Errors = ByField(errors) };

    /// <summary>What was sent was read, and is refused.</summary>
    public static ApiProblem Refused(IEnumerable<Refusal> why) =>
        Of("refused", "The request was refused", 422, "Put right what is said of each field, and send it again with a new Idempotency-Key") with { Errors = ByField(why.Select(refusal => (Camel(refusal.Field), refusal.Message))) };

    public static ApiProblem Of(string type, string title, int status, string detail) => new("urn:throughcare:problem:" + type, title, status, detail);

    /// <summary>What a field of a use case is called in JSON.</summary>
    public static string Camel(string field) => JsonNamingPolicy.CamelCase.ConvertName(field);

    public Task WriteAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);

        http.Response.StatusCode = Status;
        http.Response.ContentType = ContentType;
        http.Response.Headers.CacheControl = "no-store";
        return JsonSerializer.SerializeAsync(http.Response.Body, this, ApiJson.Options, http.RequestAborted);
    }

    private static Dictionary<string, IReadOnlyList<string>> ByField(IEnumerable<(string Field, string Message)> errors) =>
        errors.GroupBy(e => e.Field, e => e.Message).ToDictionary(g => g.Key, IReadOnlyList<string> (g) => [.. g]);
}
