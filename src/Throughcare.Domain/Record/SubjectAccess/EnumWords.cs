using System.Text;

namespace Throughcare.Domain.Record.SubjectAccess;

/// <summary>Names of enumerations as words.</summary>
public static class EnumWords
{
    /// <summary>"FaceToFace" as "Face to face".</summary>
    public static string Say<TEnum>(TEnum value)
        where TEnum : struct, Enum
    {
        var words = new StringBuilder();
        foreach (var c in value.ToString())
        {
            words.Append(words.Length > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : c);
        }

        return words.ToString();
    }
}
