namespace Throughcare.Domain.Record;

/// <summary>How a name key was made.</summary>
public enum NameKeyKind
{
    /// <summary>A normalised word of a name, or a surname's words joined.</summary>
    Token = 1,

    /// <summary>The sound key of a word.</summary>
    Sound = 2,
}
