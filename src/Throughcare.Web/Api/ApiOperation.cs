using Throughcare.Domain.Access;

namespace Throughcare.Web.Api;

/// <summary>All that is said of one operation of the API: what it needs, what it takes, what it gives. The gate, the reading of
/// parameters and the document of the API all read this.</summary>
/// <param name="Id">What programs that are made from the document call it.</param>
/// <param name="Scope">The dataset of the client.</param>
/// <param name="Verb">What the client's role must have; where the address has a <c>{person}</c>, for that person.</param>
public sealed record ApiOperation(string Id, string Tag, string Summary, string Scope, Verb Verb)
{
    /// <summary>What it does, as far as the summary does not say it.</summary>
    public string Description { get; init; } = "";

    /// <summary>What may stand in the query; anything else is refused, so that a slip of the pen does not go unseen.</summary>
    public IReadOnlyList<ApiParameter> Query { get; init; } = [];

    /// <summary>The shape of the body that it takes; <see langword="null"/> for a read.</summary>
    public Type? Takes { get; init; }

    /// <summary>The shape of what it answers.</summary>
    public required Type Gives { get; init; }

    /// <summary>The status of a good answer.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Asks for <c>If-Match</c>.</summary>
    public bool IsEdit { get; init; }

    /// <summary>An answer to show.</summary>
    public object? Example { get; init; }

    /// <summary>A body to show.</summary>
    public object? ExampleBody { get; init; }

    /// <summary>Takes a body, and keeps nothing of it: no key is asked for.</summary>
    public bool IsCalculation { get; init; }

    public bool IsWrite => Takes is not null && !IsCalculation;
}

/// <param name="Name">As it stands in the address.</param>
/// <param name="Example">A value to show.</param>
/// <param name="Kind">Text, a whole number, a day or an instant.</param>
public sealed record ApiParameter(string Name, string Description, string Example, ApiParameterKind Kind = ApiParameterKind.Text);

public enum ApiParameterKind
{
    Text,
    Whole,
    Day,
    Instant,
}
