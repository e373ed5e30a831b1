using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Api;

/// <summary>Recording a contact, and correcting it: the use cases of the pages, each write under a key of the client's own.</summary>
internal static class ApiContactWrites
{
    public const string KeyHeader = "Idempotency-Key";

    private static readonly ApiProblem NoKey = ApiProblem.Unread(
        $"Send a key of your own with each write, so that sending it twice is the same as sending it once: {KeyHeader}: KEY, 1 to {Storage.Accounts.ApiWrite.LongestKey} letters, numbers and signs without spaces. A random UUID will do");

    private static readonly ApiProblem NoMatch = ApiProblem.Of(
        "no-match", "Say which version is changed", 428, "Read the contact, and send its ETag: If-Match: \"...\"");

    public static Task<IResult> RecordAsync(HttpContext http, RecordContact record, ApiWrites writes) => UnderKeyAsync<ContactToRecord>(http, writes, async (contact, token) =>
    {
        var happenedAt = contact.HappenedAt is { } text ? ApiInstant.Read(text.Trim()) : null;
        if (happenedAt is null && !string.IsNullOrWhiteSpace(contact.HappenedAt))
        {
            return ApiProblem.Unread("Put right what is said of each field", ("happenedAt", ApiInstant.Problem));
        }

        var request = new RecordContact.Request(http.Person.Id, token, contact.ToForm(happenedAt)) { RecordAnother = contact.RecordAnother ?? false };
        return await record.DoAsync(request, http.Actor, http.RequestAborted) switch
        {
            Outcome<RecordContact.Recorded>.Done { Value: var done } => ApiAnswer.Written(
                StatusCodes.Status201Created,
                AddressOf(http, done.Id),
                ApiAnswer.Write(new RecordedContact(done.Id.Value, 1, done.IsBelowFloor, done.LateMark, [.. done.Nudges.Select(nudge => nudge.Message)]))),
            Outcome<RecordContact.Recorded>.Refused refused => Refuse(refused.Why),
            _ => throw new InvalidOperationException(),
        };
    });

    public static Task<IResult> CorrectAsync(HttpContext http, Guid contact, EditContact edit, ContactDetail contacts, ApiWrites writes) => UnderKeyAsync<ContactCorrection>(http, writes, async (typed, _) =>
    {
        if (http.Request.Headers.IfMatch.ToString() is not { Length: > 0 } match)
        {
            return NoMatch;
        }

        if (await ApiReads.OneAsync(http, contact, contacts) is not { Tag: { } tag })
        {
            return ApiProblem.NotFound;
        }

        // a tag of an earlier version goes on: the use case knows whether this very change was made already
        if (VersionOf(match) is not { } version || (match != tag && version == VersionOf(tag)))
        {
            return ApiProblem.Changed;
        }

        return await edit.DoAsync(new(http.Person.Id, new(contact), version, typed.ToEdit()), http.Actor, http.RequestAborted) switch
        {
            Outcome<EditContact.Edited>.Done { Value: var done } => ApiAnswer.Written(
                StatusCodes.Status200OK,
                AddressOf(http, done.Id),
                ApiAnswer.Write(new RecordedContact(done.Id.Value, done.Version, done.IsBelowFloor, null, [.. done.Nudges.Select(nudge => nudge.Message)]))),
            Outcome<EditContact.Edited>.Refused refused => Refuse(refused.Why),
            _ => ApiProblem.Changed,
        };
    });

    /// <summary>Does a write once for each key: whoever sends it again gets the first answer, also when both ask at one time.</summary>
    internal static async Task<IResult> UnderKeyAsync<T>(HttpContext http, ApiWrites writes, Func<T, FactId, Task<ApiAnswer>> write)
        where T : class
    {
        var stop = http.RequestAborted;
        if (new ApiQuery(http).Problem is { } wrong)
        {
            return ApiAnswer.Problem(wrong);
        }

        var key = http.Request.Headers[KeyHeader].ToString();
        if (key.Length is 0 or > Storage.Accounts.ApiWrite.LongestKey || key.Any(c => c is <= ' ' or > '~'))
        {
            return ApiAnswer.Problem(NoKey);
        }

        var (body, unread) = await ApiBody.ReadAsync(http.Request, stop);
        if (unread is not null)
        {
            return ApiAnswer.Problem(unread);
        }

        var (value, unlike) = ApiBody.Parse<T>(body);
        if (value is null)
        {
            return ApiAnswer.Problem(unlike!);
        }

        var client = http.ApiClient.Id;
        switch (await writes.BeginAsync(client, key, HashOf(http.Request, body), stop))
        {
            case ApiWrites.Begun.Other:
                return ApiAnswer.Problem(ApiProblem.KeyReused);
            case ApiWrites.Begun.Done { Answer: var first }:
                return ApiAnswer.Written(first.Status, first.Location, first.Body);
            case ApiWrites.Begun.Open { Token: var token }:
                var answer = await write(value, token);
                if (answer.Done is not { } done)
                {
                    await writes.ForgetAsync(client, key, stop);   // nothing was done: the key stands for nothing
                    return answer;
                }

                var kept = await writes.FinishAsync(client, key, done, stop);
                return ApiAnswer.Written(kept.Status, kept.Location, kept.Body);
            default:
                throw new InvalidOperationException();
        }
    }

    internal static ApiAnswer Refuse(IReadOnlyList<Refusal> why) =>
        why.FirstOrDefault(refusal => refusal.Kind is not (RefusalKind.Form or RefusalKind.Sensitivity)) is { } access ? ApiGate.ProblemOf(access) : ApiProblem.Refused(why);

    private static string AddressOf(HttpContext http, FactId contact) => $"{ApiHost.Root}/v1/persons/{http.Person.Address}/contacts/{contact}";

    /// <summary>The version in an ETag such as <c>"v2-9f86d0"</c>.</summary>
    private static int? VersionOf(string tag) =>
        tag is ['"', 'v', .. var rest] && int.TryParse(rest.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    private static byte[] HashOf(HttpRequest request, byte[] body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path} {request.Headers.IfMatch}\n"));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }
}
