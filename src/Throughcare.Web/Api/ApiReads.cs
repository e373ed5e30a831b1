using System.Globalization;
using Throughcare.Application.Facts;
using Throughcare.Application.Record;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Api;

/// <summary>What can be read: each asks one query, and says what it answers in the words of the API.</summary>
internal static class ApiReads
{
    public static async Task<IResult> SearchAsync(HttpContext http, PersonSearch search)
    {
        var query = new ApiQuery(http);
        var page = query.After("search", 2, SearchPage.Read) ?? new(1, query.Count());
        List<(string Name, string Text)> asked = [.. new[] { "q", "nomisNumber", "crn", "pnc" }.Select(name => (name, Text: query.Text(name)!)).Where(a => a.Text is not null)];
        if (asked.Count != 1)
        {
            query.Refuse("q", "Send one of q, nomisNumber, crn or pnc");
        }

        if (asked is [{ Name: not "q" } number] && NumberProblem(number.Name, number.Text) is { } wrong)
        {
            query.Refuse(number.Name, wrong);
        }

        if (query.Problem is { } problem)
        {
            return ApiAnswer.Problem(problem);
        }

        await http.RecordLookAsync(asked[0].Text);
        var (actor, stop) = (http.Actor, http.RequestAborted);
        switch (await search.OfAsync(new(asked[0].Text, page.Number, page.Size), actor, stop))
        {
            case PersonSearch.Answer.Wrong(var message):
                return ApiAnswer.Problem(ApiProblem.Unread("Put right what is said of each parameter", (asked[0].Name, message)));
            case PersonSearch.Answer.Straight(var person, _):
                var only = await search.OneAsync(person, actor, stop);
                return ApiAnswer.Read(new PageOfItems<FoundPerson>(only is null ? [] : [FoundPerson.Of(only)], null));
            case PersonSearch.Answer.List list:
                var next = list.PageNumber * list.PageSize < list.Total ? ApiCursor.Write("search", new SearchPage(list.PageNumber + 1, list.PageSize).Parts) : null;
                return ApiAnswer.Read(new PageOfItems<FoundPerson>([.. list.Rows.Select(FoundPerson.Of)], next));
            default:
                throw new InvalidOperationException();
        }
    }

    public static async Task<IResult> PersonAsync(HttpContext http, PersonRecord people) =>
        new ApiQuery(http).Problem is { } problem ? ApiAnswer.Problem(problem)
        : await people.OfAsync(http.Person.Id, http.Actor, http.RequestAborted) is { } found ? ApiAnswer.Read(PersonAnswer.Of(found))
        : ApiAnswer.Problem(ApiProblem.NotFound);

    public static async Task<IResult> TimelineAsync(HttpContext http, Timeline timeline)
    {
        var query = new ApiQuery(http);
        var request = new Timeline.Request(http.Person.Id)
        {
            Kind = query.Choice<TimelineKind>("kind"),
            From = query.Day("from"),
            To = query.Day("to"),
            AsAt = query.Day("asAt"),
            KnownAt = query.Instant("knownAt"),
            Count = query.Count(),
            After = query.After("timeline", 1, parts => parts[0]),
            Highest = OpenEntries.Highest(http.WithSensitive),
        };
        if (query.Problem is { } problem)
        {
            return ApiAnswer.Problem(problem);
        }

        var page = await timeline.PageAsync(request, http.Actor, http.RequestAborted);
        return ApiAnswer.Read(new PageOfItems<TimelineLineAnswer>([.. page.Lines.Select(TimelineLineAnswer.Of)], page.Next is null ? null : ApiCursor.Write("timeline", [page.Next])));
    }

    public static async Task<IResult> ContactsAsync(HttpContext http, ContactsAfter contacts)
    {
        var query = new ApiQuery(http);
        var request = new ContactsAfter.Request(http.Person.Id, query.Count(), http.WithSensitive)
        {
            Type = query.Text("type"),
            From = query.Day("from"),
            To = query.Day("to"),
            After = query.After("contacts", 2, Place),
        };
        if (query.Problem is { } problem)
        {
            return ApiAnswer.Problem(problem);
        }

        var page = await contacts.OfAsync(request, http.Actor, http.RequestAborted);
        var next = page.Next is { } place ? ApiCursor.Write("contacts", [place.At.UtcTicks.ToString(CultureInfo.InvariantCulture), place.Id.ToString()]) : null;
        return ApiAnswer.Read(new PageOfItems<ContactAnswer>([.. page.Contacts.Select(ContactAnswer.Of)], next));
    }

    public static async Task<IResult> ContactAsync(HttpContext http, Guid contact, ContactDetail contacts) =>
        new ApiQuery(http).Problem is { } problem ? ApiAnswer.Problem(problem) : await OneAsync(http, contact, contacts) ?? ApiAnswer.Problem(ApiProblem.NotFound);

    public static async Task<IResult> FactsAsync(HttpContext http, FactsOfCase facts, TimeProvider clock)
    {
        var query = new ApiQuery(http);
        var now = clock.GetUtcNow().ToMicrosecond();
        var knownAt = query.Instant("knownAt") ?? now;
        var asAt = query.Day("asAt") ?? now.LondonDate;
        if (knownAt > now)
        {
            query.Refuse("knownAt", "Must be now or earlier");
        }

        if (query.Problem is { } problem)
        {
            return ApiAnswer.Problem(problem);
        }

        return await facts.OfAsync(new(http.Person.Id, asAt, knownAt, http.WithSensitive), http.Actor, http.RequestAborted) is { } found
            ? ApiAnswer.Read(new FactsAnswer(http.Person.Id.Value, asAt, query.Text("knownAt") is null ? null : knownAt, found.ToDictionary(f => f.Name, FactAnswer.Of)))
            : ApiAnswer.Problem(ApiProblem.NotFound);
    }

    public static async Task<IResult> EventsAsync(HttpContext http, ChangeFeed feed)
    {
        var query = new ApiQuery(http);
        var (since, limit) = (query.Position("since"), query.Count());
        if (query.Problem is { } problem)
        {
            return ApiAnswer.Problem(problem);
        }

        await http.RecordLookAsync();
        var page = await feed.SinceAsync(since ?? 0, limit, http.Actor, http.RequestAborted);
        return ApiAnswer.Read(new EventsAnswer([.. page.Events.Select(e => new EventAnswer(e.Position, e.Kind, e.At, e.PersonId.Value, e.ContactId?.Value))], page.Position, page.IsMore));
    }

    /// <returns><see langword="null"/> where there is no such contact, or none for this client.</returns>
    public static async Task<ApiAnswer?> OneAsync(HttpContext http, Guid contact, ContactDetail contacts)
    {
        if (await contacts.OfAsync(http.Person.Id, new(contact), http.Actor, http.RequestAborted) is not { Entry: { } entry } found || !OpenEntries.MayLeave(entry, http.WithSensitive))
        {
            return null;
        }

        return ApiAnswer.Read(
            new ContactDetailAnswer(
                ContactAnswer.Of(found.Summary), found.Version, [.. found.Addenda.Select(a => new AddendumAnswer(a.Id.Value, a.Kind, a.Text, a.At, a.By))], entry.AuthorId == http.Actor.StaffId),
            prefix: $"v{found.Version.ToString(CultureInfo.InvariantCulture)}-");
    }

    private sealed record SearchPage(int Number, int Size)
    {
        public IReadOnlyList<string> Parts => [Number.ToString(CultureInfo.InvariantCulture), Size.ToString(CultureInfo.InvariantCulture)];

        public static SearchPage? Read(IReadOnlyList<string> parts) =>
            int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 1 and <= ApiQuery.MostLimit
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is > 0 and <= ApiQuery.MostLimit ? new(number, size) : null;
    }

    private static ContactsAfter.Place? Place(IReadOnlyList<string> parts) =>
        long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks && Guid.TryParse(parts[1], out var id)
            ? new(new DateTimeOffset(ticks, TimeSpan.Zero), new(id)) : null;

    private static string? NumberProblem(string name, string text) => name switch
    {
        "nomisNumber" => PrisonNumber.TryParse(text, null, out _) ? null : PrisonNumber.Problem,
        "crn" => Crn.TryParse(text, null, out _) ? null : Crn.Problem,
        _ => PncNumber.TryParse(text, null, out _) ? null : PncNumber.Problem,
    };
}
