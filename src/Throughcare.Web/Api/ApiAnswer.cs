using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace Throughcare.Web.Api;

/// <summary>An answer of the API: a value with an ETag, or why there is none. A reader who has it already gets 304.</summary>
public sealed class ApiAnswer : IResult
{
    private readonly ApiProblem? _problem;
    private readonly string _body;
    private readonly int _status;

    private ApiAnswer(ApiProblem? problem, string body, int status) => (_problem, _body, _status) = (problem, body, status);

    private string? Location { get; init; }

    /// <summary>The ETag of a read; writes have none.</summary>
    public string? Tag { get; private init; }

    /// <summary>What a write that was done is answered; <see langword="null"/> for reads and problems.</summary>
    public Application.Access.ApiWrites.Answered? Done => _problem is null && Tag is null ? new(_status, Location, _body) : null;

    /// <param name="prefix">What stands before the hash in the ETag, such as a version.</param>
    public static ApiAnswer Read<T>(T value, string prefix = "")
    {
        var body = Write(value);
        return new(null, body, StatusCodes.Status200OK) { Tag = $"\"{prefix}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)).AsSpan(0, 12))}\"" };
    }

    /// <param name="body">JSON, as it was answered the first time.</param>
    public static ApiAnswer Written(int status, string? location, string body) => new(null, body, status) { Location = location };

    public static ApiAnswer Problem(ApiProblem problem) => new(problem, "", problem.Status);

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, ApiJson.Options);

    public static implicit operator ApiAnswer(ApiProblem problem) => Problem(problem);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);

        if (_problem is not null)
        {
            await _problem.WriteAsync(httpContext);
            return;
        }

        var (request, response) = (httpContext.Request, httpContext.Response);
        response.Headers.CacheControl = Tag is null ? "no-store" : "private, no-cache";
        if (Tag is not null)
        {
            response.Headers.ETag = Tag;
            response.Headers.Vary = "Authorization";
            if (request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(new EntityTagHeaderValue(Tag), useStrongComparison: false)))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        if (Location is not null)
        {
            response.Headers.Location = Location;
        }

        response.StatusCode = _status;
        response.ContentType = "application/json";
        await response.WriteAsync(_body, httpContext.RequestAborted);
    }
}
