using Throughcare.Domain.Access;

namespace Throughcare.Domain.Record.Documents;

/// <summary>A document on a person's record: what it is, and which file holds it. Its content is kept apart, as a <see cref="DocumentFile"/>.</summary>
/// <remarks>True from the date that the document bears. A new file is a new version, with a note of what changed.</remarks>
public sealed record PersonDocument : FactVersion
{
    public const int LongestTitle = 200;

    public const int LongestNote = 1000;

    /// <summary>Code of <c>document-types.csv</c>.</summary>
    public required string Type { get; init; }

    /// <summary>1-200 characters; the type's own words where nobody gave others.</summary>
    public required string Title { get; init; }

    /// <summary>The day on which it was received.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Where the content of this version is.</summary>
    public required FactId FileId { get; init; }

    /// <summary>As it was called when it was chosen, without a folder.</summary>
    public required string FileName { get; init; }

    public required DocumentFormat Format { get; init; }

    /// <summary>Bytes of the content, at most <see cref="DocumentContent.MostBytes"/>.</summary>
    public required int Size { get; init; }

    /// <summary>SHA-256 of the content, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Never lower than the default of its type.</summary>
    public required Sensitivity Sensitivity { get; init; }

    /// <summary>Somebody else supplied it in confidence, or it is about somebody else: restricted, never shown to the person.</summary>
    public bool IsThirdParty { get; init; }

    /// <summary>Staff decided that the person may have it.</summary>
    public bool IsShared { get; init; }

    /// <summary>What is new in this file; required from the second on.</summary>
    public string? VersionNote { get; init; }

    /// <summary>Which file of the document this is, from 1. A withdrawal is a version of the fact and no new file.</summary>
    public int FileNumber { get; init; } = 1;

    /// <summary>Who added the document first.</summary>
    public required StaffId AuthorId { get; init; }

    /// <summary>What decides who reads it.</summary>
    /// <param name="reader">Who reads.</param>
    public EntryToRead ToRead(StaffId reader) => new(Sensitivity)
    {
        IsMine = AuthorId == reader,
        IsPublicProtection = DocumentTypes.Find(Type) is { IsPublicProtection: true },
        IsThirdParty = IsThirdParty,
        IsShared = IsShared,
    };
}

/// <summary>The content of one file of a document. Written once, with the version that names it.</summary>
public sealed class DocumentFile
{
    public required FactId Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required byte[] Content { get; init; }
}
