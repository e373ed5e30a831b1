using System.Text;

namespace Throughcare.Domain.Record;

/// <summary>What the page says about an entry without stopping it.</summary>
public enum NudgeKind
{
    TooShort,
    SaysNothing,
    Copied,
    MissingParts,
    SupervisorUnknown,
    PersonsVoice,
    Diversity,
    BehaviourBalance,
}

/// <param name="Kind">Which check it comes from.</param>
/// <param name="Message">What to do about it.</param>
public sealed record Nudge(NudgeKind Kind, string Message);

/// <summary>An entry, and what the checks have to know beside it.</summary>
/// <param name="Text">Of the entry.</param>
public sealed record NoteToCheck(ContactType Type, string Text)
{
    /// <summary>Texts added to it since; the floor is tested on all together.</summary>
    public IReadOnlyList<string> Addenda { get; init; } = [];

    /// <summary>The author's last entries on any person, newest first; the first 20 are compared.</summary>
    public IReadOnlyList<string> AuthorsLast { get; init; } = [];

    /// <summary>What was discussed, what was agreed and when the next contact is, each in its own field.</summary>
    public string? Discussed { get; init; }

    public string? Agreed { get; init; }

    public string? NextContact { get; init; }

    /// <summary>What the person said.</summary>
    public string? PersonSaid { get; init; }

    public bool HasSupervisor { get; init; } = true;

    public bool HasActiveNeed { get; init; }

    /// <summary>Wing entries about the person in the last 28 days, this one too: true for negative behaviour, false
    /// for positive.</summary>
    public IReadOnlyList<bool> BehaviourNegative { get; init; } = [];
}

/// <summary>What a note is worth as evidence.</summary>
/// <param name="IsBelowFloor">It satisfies no standard. It may be saved all the same.</param>
/// <param name="Nudges">What could be better.</param>
public sealed record NoteQuality(bool IsBelowFloor, IReadOnlyList<Nudge> Nudges)
{
    private const int LastEntries = 20;

    private const double CopyShare = 0.9;

    private const int VoiceCharacters = 15;

    private const int FewestNegatives = 3;

    private static readonly HashSet<string> StopPhrases = new(
        [.. new[]
        {
            "no issues", "nil", "nothing to report", "ntr", "all ok", "ok", "fine", "no concerns", "no change", "as above", "n/a",
            "spoke to prisoner", "seen on wing", "chat",
        }.Select(Bare)],
        StringComparer.Ordinal);

    public static NoteQuality Of(NoteToCheck note)
    {
        var text = string.Join('\n', [note.Text.Trim(), .. note.Addenda.Select(addendum => addendum.Trim())]);
        var nudges = new List<Nudge>();
        var saysNothing = SaysNothing(text);
        if (saysNothing)
        {
            Add(NudgeKind.SaysNothing, "Say what was discussed, what was agreed, and which objective it served");
        }

        var isShort = CharactersThatSay(text) < note.Type.MinNoteChars;
        if (isShort && !saysNothing)
        {
            Add(NudgeKind.TooShort, $"Write at least {note.Type.MinNoteChars} characters about what happened");
        }

        if (note.AuthorsLast.Take(LastEntries).Any(earlier => Overlap(note.Text, earlier) >= CopyShare))
        {
            Add(NudgeKind.Copied, "This is nearly the same as an entry you wrote before. Say what is particular to this person and this day");
        }

        if (ContactRules.IsSession(note.Type) && (IsBlank(note.Discussed) || IsBlank(note.Agreed) || IsBlank(note.NextContact)))
        {
            Add(NudgeKind.MissingParts, "Say what was discussed, what was agreed and when the next contact is");
        }

        if (!note.HasSupervisor)
        {
            Add(NudgeKind.SupervisorUnknown, "No prison offender manager is recorded for this person");
        }

        AddPlanning(note, text, Add);
        if (note.Type.Code == "TC06" && note.BehaviourNegative.Count >= FewestNegatives && note.BehaviourNegative.All(isNegative => isNegative))
        {
            Add(NudgeKind.BehaviourBalance, "There are 3 negative entries and no positive one in 28 days. Look for positive behaviour to record");
        }

        return new(saysNothing || isShort, nudges);

        void Add(NudgeKind kind, string message) => nudges.Add(new(kind, message));
    }

    /// <summary>Share of words that two texts have in common, 0 to 1, however often each word stands in them.</summary>
    public static double Overlap(string one, string other)
    {
        var (ones, others) = (Counts(one), Counts(other));
        var longer = Math.Max(ones.Values.Sum(), others.Values.Sum());
        return longer == 0 ? 0 : (double)ones.Sum(word => Math.Min(word.Value, others.GetValueOrDefault(word.Key))) / longer;
    }

    private static void AddPlanning(NoteToCheck note, string text, Action<NudgeKind, string> add)
    {
        if (note.Type.Category != "planning" && note.Type.Code != "TC48")
        {
            return;
        }

        if ((note.PersonSaid?.Trim().Length ?? 0) < VoiceCharacters)
        {
            add(NudgeKind.PersonsVoice, "Say what the person said");
        }

        if (note.HasActiveNeed && !text.Contains("adjust", StringComparison.OrdinalIgnoreCase))
        {
            add(NudgeKind.Diversity, "This person has a need on record. Say what adjustment was made");
        }
    }

    /// <summary>The whole text is a stop phrase, whatever its case and punctuation.</summary>
    private static bool SaysNothing(string text) => StopPhrases.Contains(Bare(text));

    /// <summary>Characters of the text without the sentences that are stop phrases.</summary>
    private static int CharactersThatSay(string text)
    {
        var said = new StringBuilder();
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at == text.Length || text[at] is '.' or '!' or '?' or ';' or '\n')
            {
                var sentence = text[start..Math.Min(at + 1, text.Length)];
                start = at + 1;
                said.Append(StopPhrases.Contains(Bare(sentence)) ? "" : sentence);
            }
        }

        return said.ToString().Trim().Length;
    }

    private static Dictionary<string, int> Counts(string text) => Bare(text)
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .GroupBy(word => word, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);

    /// <summary>Lower case, letters and figures only, one space between words.</summary>
    private static string Bare(string text) => string.Join(' ', text
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(word => string.Concat(word.Where(char.IsLetterOrDigit)).ToLowerInvariant())
        .Where(word => word.Length > 0));

    private static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text);
}
