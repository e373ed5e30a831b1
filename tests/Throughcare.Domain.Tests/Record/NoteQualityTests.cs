using Throughcare.Domain.Record;
using Xunit;

namespace Throughcare.Domain.Tests.Record;

public sealed class NoteQualityTests
{
    private const string Enough = "No issues with cell. Discussed TSP homework; agreed to apply for kitchen work by Friday.";

    private static readonly ContactType Supervision = ContactTypes.Table["TC01"];

    [Theory]
    [InlineData("no issues"), InlineData("No issues."), InlineData(" NTR "), InlineData("n/a"), InlineData("All OK!"), InlineData("Seen on wing")]
    public void A_stop_phrase_is_below_the_floor_and_says_so(string text)
    {
        var quality = NoteQuality.Of(new(Supervision, text));

        Assert.True(quality.IsBelowFloor);
        Assert.Equal([new(NudgeKind.SaysNothing, "Say what was discussed, what was agreed, and which objective it served")], quality.Nudges);
    }

    [Fact]
    public void An_addendum_can_lift_an_entry_over_the_floor()
    {
        var note = new NoteToCheck(Supervision, "no issues")
        {
            Addenda = ["discussed relapse plan, agreed weekly diary, next meeting 3 June, objective 2 on track, he said he feels ready"],
        };

        Assert.False(NoteQuality.Of(note).IsBelowFloor);
    }

    [Fact]
    public void A_stop_phrase_in_a_longer_sentence_takes_nothing_away()
    {
        Assert.InRange(Enough.Length, Supervision.MinNoteChars, 88);
        Assert.False(NoteQuality.Of(new(Supervision, Enough)).IsBelowFloor);
    }

    [Fact]
    public void Sentences_that_say_nothing_are_not_counted()
    {
        var padded = string.Concat(Enumerable.Repeat("No issues. No change. ", 10));

        Assert.Equal([NudgeKind.TooShort], NoteQuality.Of(new(Supervision, padded)).Nudges.Select(nudge => nudge.Kind));
    }

    [Theory, InlineData(40, false), InlineData(30, false), InlineData(29, true)]
    public void A_wing_entry_needs_thirty_characters(int length, bool below) =>
        Assert.Equal(below, NoteQuality.Of(new(ContactTypes.Table["TC04"], new string('a', length))).IsBelowFloor);

    [Fact]
    public void A_text_pasted_again_is_noticed_the_second_time()
    {
        Assert.Empty(NoteQuality.Of(new(Supervision, Enough)).Nudges);
        Assert.Equal([NudgeKind.Copied], NoteQuality.Of(new(Supervision, Enough) { AuthorsLast = [Enough.ToUpperInvariant()] }).Nudges.Select(nudge => nudge.Kind));
    }

    [Fact]
    public void Only_the_last_twenty_entries_are_compared() => Assert.Empty(
        NoteQuality.Of(new(Supervision, Enough) { AuthorsLast = [.. Enumerable.Repeat("something else", 20), Enough] }).Nudges);

    [Theory, InlineData("a b c d e f g h i j", "a b c d e f g h i x", 0.9), InlineData("a a a", "a", 1.0 / 3), InlineData("a", "b", 0), InlineData("", "", 0)]
    public void Likeness_is_the_share_of_words_in_common(string one, string other, double share) => Assert.Equal(share, NoteQuality.Overlap(one, other), 6);

    [Fact]
    public void A_session_says_what_was_discussed_and_agreed_and_what_comes_next()
    {
        var session = new NoteToCheck(ContactTypes.Table["TC02"], Enough) { Discussed = "homework", Agreed = "kitchen work" };

        Assert.Equal([NudgeKind.MissingParts], NoteQuality.Of(session).Nudges.Select(nudge => nudge.Kind));
        Assert.Empty(NoteQuality.Of(session with { NextContact = "3 June" }).Nudges);
    }

    [Fact]
    public void A_planning_entry_has_the_persons_voice_and_the_adjustment()
    {
        var board = new NoteToCheck(ContactTypes.Table["TC18"], Enough) { HasActiveNeed = true };

        Assert.Equal([NudgeKind.PersonsVoice, NudgeKind.Diversity], NoteQuality.Of(board).Nudges.Select(nudge => nudge.Kind));
        Assert.Empty(NoteQuality.Of(board with { PersonSaid = "I want to be a cook.", Text = Enough + " Adjustment: large print." }).Nudges);
    }

    [Fact]
    public void An_unknown_supervisor_is_said() =>
        Assert.Equal([NudgeKind.SupervisorUnknown], NoteQuality.Of(new(Supervision, Enough) { HasSupervisor = false }).Nudges.Select(nudge => nudge.Kind));

    [Fact]
    public void Three_negative_entries_without_a_positive_one_ask_for_balance()
    {
        var negative = new NoteToCheck(ContactTypes.Table["TC06"], Enough);

        Assert.Equal([NudgeKind.BehaviourBalance], NoteQuality.Of(negative with { BehaviourNegative = [true, true, true] }).Nudges.Select(nudge => nudge.Kind));
        Assert.Empty(NoteQuality.Of(negative with { BehaviourNegative = [true, true, true, false] }).Nudges);
    }
}
