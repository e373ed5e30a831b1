using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Application.Access.Administration;

/// <summary>Adds a place, gives it another name, or closes or opens it, from a day on: a new version of the table that it stands in.</summary>
public sealed class ChangePlace(TableVersions versions, LoadTable load)
{
    /// <param name="Code">Three letters or so for a prison; N50P01 and the like for a delivery unit.</param>
    /// <param name="Name">As published for a prison, such as "Altcourse (HMP &amp; YOI)".</param>
    public sealed record Request(PlaceKind Kind, string Code, string Name, bool IsOpen, DateOnly From, string? Reason)
    {
        public bool IsNew { get; init; }

        /// <summary>A prison as spoken, such as "Altcourse".</summary>
        public string? ShortName { get; init; }

        /// <summary>Of a prison: a code such as HMP, HMP/YOI or YOI.</summary>
        public string? Type { get; init; }

        /// <summary>Of a prison: what it is for, such as RECEPTION.</summary>
        public string? Function { get; init; }

        /// <summary>The region of a delivery unit.</summary>
        public string? Region { get; init; }
    }

    /// <returns>The number of the version of the table.</returns>
    public async Task<Outcome<int>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);

        if (Wrong(request) is { } wrong)
        {
            return wrong;
        }

        var table = TableOf(request.Kind);
        var standing = await versions.AsAtAsync(table, request.From, stop);
        var was = standing.Rows.Rows.FirstOrDefault(row => row["code"] == request.Code);
        if (request.IsNew == was is not null)
        {
            return request.IsNew ? new Refusal("Code", "Another place has this code") : new Refusal("", "There is no such place on that day", RefusalKind.NotFound);
        }

        IReadOnlyList<string> columns = standing.Rows.Columns.Contains(ReferenceTable.Active) ? standing.Rows.Columns : [.. standing.Rows.Columns, ReferenceTable.Active];
        var set = Values(request, was);
        var rows = standing.Rows.Rows
            .Select(row => row == was ? Cells(columns, row, set) : Cells(columns, row, []))
            .Concat(was is null ? [Cells(columns, null, set)] : []);
        var outcome = await load.DoAsync(
            new(table, CsvTable.Write(columns, rows), request.From, request.Reason, standing.Number, MeansFewer: false) { Place = request.Code, What = Words(request, was) }, actor, stop);
        return outcome is Outcome<int>.Refused refused ? new Outcome<int>.Refused([.. refused.Why.Select(ForPlaces)]) : outcome;
    }

    private static ReferenceTable TableOf(PlaceKind kind) =>
        ReferenceTables.Find(kind is PlaceKind.Prison ? "establishments" : "probation-regions-and-pdus")!;

    private static Refusal? Wrong(Request request) =>
        !System.Text.RegularExpressions.Regex.IsMatch(request.Code, request.Kind switch { PlaceKind.Prison => "^[A-Z0-9]{3,4}$", PlaceKind.Region => "^N[0-9]{2}$", _ => "^N[0-9]{2}P[0-9]{2}$" })
            ? new("Code", request.Kind switch { PlaceKind.Prison => "Code must be 3 or 4 capital letters or numbers, like LHI", PlaceKind.Region => "Code must be N and 2 numbers, like N55", _ => "Code must be like N55P07" })
        : request.Name is not { Length: > 0 and <= 120 } ? new("Name", "Enter the name of the place, of 120 characters or fewer")
        : request is { Kind: PlaceKind.Prison, ShortName: not { Length: > 0 and <= 60 } } ? new("ShortName", "Enter the name as people say it, of 60 characters or fewer")
        : request is { Kind: PlaceKind.Prison, IsNew: true, Type: not ("HMP" or "HMP/YOI" or "YOI" or "YCS" or "STC" or "IRC") } ? new("Type", "Select what kind of establishment it is")
        : request is { Kind: PlaceKind.Prison, IsNew: true, Function: not { Length: > 0 } } ? new("Function", "Select what the prison is for")
        : request.Kind is PlaceKind.Pdu && (ProbationPlaces.Find(request.Region) is not { Level: ProbationLevel.Region } || !request.Code.StartsWith(request.Region!, StringComparison.Ordinal))
            ? new("Region", "Select the region that the code begins with")
        : null;

    private static Dictionary<string, string> Values(Request request, CsvRow? was)
    {
        Dictionary<string, string> set = new() { ["code"] = request.Code, ["name"] = request.Name, [ReferenceTable.Active] = (request.Kind, request.IsOpen) switch { (PlaceKind.Prison, true) => "Y", (PlaceKind.Prison, false) => "N", (_, true) => "true", _ => "false" } };
        if (request.Kind is PlaceKind.Prison)
        {
            set["short_name"] = request.ShortName!;
            if (was is null)
            {
                (set["type"], set["function"], set["open_or_closed"], set["country"]) = (request.Type!, request.Function!, request.Function is "OPEN" ? "open" : "closed", "England");
            }
        }
        else if (was is null)
        {
            (set["level"], set["country"], set["caseload_share_indicative"]) = (request.Kind is PlaceKind.Region ? "REGION" : "PDU", "England", "0");
            if (ProbationPlaces.Find(request.Region) is { } region && request.Kind is PlaceKind.Pdu)
            {
                (set["parent_code"], set["parent_name"], set["country"]) = (region.Code, region.Description, region.Country);
            }
        }

        return set;
    }

    private static string[] Cells(IReadOnlyList<string> columns, CsvRow? row, Dictionary<string, string> set) =>
        [.. columns.Select(column => set.TryGetValue(column, out var value) ? value : row is not null && row.Has(column) ? row[column] : row is not null && column == ReferenceTable.Active ? "true" : "")];

    private static string Words(Request request, CsvRow? was)
    {
        var day = Domain.Rules.Words.LongDate(request.From);
        var wasOpen = was is null || !was.Has(ReferenceTable.Active) || was[ReferenceTable.Active] is "true" or "Y";
        return was is null ? $"Added from {day}: {request.Name}"
            : string.Join("; ", new[]
            {
                was["name"] != request.Name ? $"Name from {day}: {request.Name}" : null,
                wasOpen && !request.IsOpen ? $"Closed from {day}" : null,
                !wasOpen && request.IsOpen ? $"Opened from {day}" : null,
            }.OfType<string>().DefaultIfEmpty($"Changed from {day}"));
    }

    /// <summary>What the form for a place calls the fields of a table.</summary>
    private static Refusal ForPlaces(Refusal refusal) => refusal with
    {
        Field = refusal.Field switch { "Input.From" => "From", "Input.Reason" => "Reason", "Input.File" when refusal.Message.StartsWith("This is the same", StringComparison.Ordinal) => "", _ => "" },
        Message = refusal.Message.StartsWith("This is the same", StringComparison.Ordinal) ? "Nothing has changed. Change something, or go back" : refusal.Message,
    };
}
