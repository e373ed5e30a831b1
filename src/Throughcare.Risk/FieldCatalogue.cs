using System.Globalization;
using Throughcare.Risk.Tables;

namespace Throughcare.Risk;

/// <summary>How an input is written in files and forms.</summary>
public enum FieldKind
{
    /// <summary>Not an input: another instrument's result.</summary>
    None,
    Sex,
    Date,

    /// <summary>Five digits.</summary>
    Code,

    /// <summary>A category of offences.</summary>
    Category,

    /// <summary>A whole number between the bounds of the field.</summary>
    Whole,

    /// <summary>Yes or no: <c>Y</c> or <c>N</c>.</summary>
    Yn,

    /// <summary>0 none, 1 some, 2 significant.</summary>
    Level,
    Supervision,

    /// <summary>Words with spaces between; <c>none</c> for the empty set.</summary>
    Drugs,

    /// <summary>Words with spaces between; <c>none</c> for the empty set.</summary>
    Previous,
}

/// <summary>What each input is called and how it is written.</summary>
/// <remarks>Source of questions and numbers: the OASys form (ministryofjustice/offender-assessments-api, oasys-cypress-test).</remarks>
public static class RiskFields
{
    private static readonly Entry[] Entries = Load();

    /// <summary>Every input that a person or file gives, in order; not the results of other instruments.</summary>
    public static IReadOnlyList<RiskField> Inputs { get; } = [.. Enum.GetValues<RiskField>().Where(field => field.Kind is not FieldKind.None)];

    extension(RiskField answer)
    {
        /// <summary>"violent_sanctions": the name in files and in the API.</summary>
        public string Key => Entries[(int)answer].Key;

        public FieldKind Kind => Entries[(int)answer].Kind;

        /// <summary>"1.40"; <see langword="null"/> for what is not an item of OASys.</summary>
        public string? OasysNumber => Entries[(int)answer].Oasys;

        public string Question => Entries[(int)answer].Question;

        /// <summary>The least that may be given.</summary>
        public int Least => Entries[(int)answer].Least;

        /// <summary>The most that may be given.</summary>
        public int Most => Entries[(int)answer].Most;

        /// <summary>"1.40 How many of the total number of sanctions involved violent offences?"</summary>
        public string Words => answer.OasysNumber is { } number ? $"{number} {answer.Question}" : answer.Question;
    }

    /// <summary>The input of a key, whatever the case of its letters; <see langword="null"/> for anything else.</summary>
    public static RiskField? Find(ReadOnlySpan<char> key)
    {
        foreach (var field in Inputs)
        {
            if (key.Equals(field.Key, StringComparison.OrdinalIgnoreCase))
            {
                return field;
            }
        }

        return null;
    }

    private static Entry[] Load()
    {
        var rows = RiskTable.Load("fields.csv").Rows;
        var fields = Enum.GetNames<RiskField>();
        return rows.Select(row => row["field"]).SequenceEqual(fields, StringComparer.Ordinal)
            ? [.. rows.Select(row => new Entry(
                row["key"], row.Word("kind", Words<FieldKind>.OfNames(upper: true)), row["oasys"] is { Length: > 0 } number ? number : null, row["question"],
                row.OptionalWhole("least") ?? 0, row.OptionalWhole("most") ?? int.MaxValue))]
            : throw new InvalidDataException("fields.csv does not name the inputs in their order");
    }

    private sealed record Entry(string Key, FieldKind Kind, string? Oasys, string Question, int Least, int Most)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Key} {Least}-{Most}");
    }
}
