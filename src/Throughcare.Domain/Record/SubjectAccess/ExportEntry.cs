namespace Throughcare.Domain.Record.SubjectAccess;

/// <summary>One entry as the person is given it.</summary>
/// <param name="Kind">The kind of entry, such as "Address".</param>
/// <param name="Title">What it is.</param>
/// <param name="From">First day on which it was true.</param>
/// <param name="To">Last day; <see langword="null"/> while it is.</param>
public sealed record ExportEntry(FactId Id, string Kind, string Title, DateOnly From, DateOnly? To)
{
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Role and name, or the source that it came from.</summary>
    public required string RecordedBy { get; init; }

    public IReadOnlyList<GivenLine> Lines { get; init; } = [];

    /// <summary>What it said before, the latest first: only lines that changed.</summary>
    public IReadOnlyList<EarlierEntry> Earlier { get; init; } = [];
}

/// <param name="Until">When the next version took over.</param>
public sealed record EarlierEntry(DateTimeOffset RecordedAt, DateTimeOffset Until, string RecordedBy, IReadOnlyList<GivenLine> Lines);

/// <param name="Value">What is given; <see langword="null"/> where all of it is withheld.</param>
/// <param name="Ground">The law that allows the withholding, where that may be said.</param>
public sealed record GivenLine(string Label, string? Value, string? Ground = null);
