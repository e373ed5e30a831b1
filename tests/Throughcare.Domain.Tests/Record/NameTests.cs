using CsCheck;
using Throughcare.Domain.Record;
using Xunit;

namespace Throughcare.Domain.Tests.Record;

public sealed class NameTests
{
    private static readonly Gen<string> Upper = Gen.Char['A', 'Z'].Array[1, 12].Select(letters => new string(letters));

    [Theory]
    [InlineData("O'Neill", "ONEILL"), InlineData("O’NEILL", "ONEILL"), InlineData("o neill", "O NEILL"), InlineData(" Smith - Jones ", "SMITH JONES")]
    [InlineData("Zoë", "ZOE"), InlineData("Łukasz Grøn", "LUKASZ GRON"), InlineData("Weiß", "WEISS"), InlineData("Mac  Donald Jr.", "MAC DONALD JR")]
    [InlineData("Χρήστος", "ΧΡΗΣΤΟΣ"), InlineData("R2D2", "RD"), InlineData("'-.", ""), InlineData(null, ""), InlineData("SMITH", "SMITH")]
    public void Names_are_compared_without_case_accents_and_punctuation(string? name, string normal) => Assert.Equal(normal, NameText.Normalise(name));

    [Fact]
    public void Normalising_twice_is_normalising_once() => Gen.String.Sample(text => NameText.Normalise(NameText.Normalise(text)) == NameText.Normalise(text));

    [Theory]
    [InlineData("MARTHA", "MARHTA", 0.9611), InlineData("DWAYNE", "DUANE", 0.8400), InlineData("DIXON", "DICKSONX", 0.8133), InlineData("SMITH", "SMYTH", 0.8933)]
    [InlineData("JOHN", "JON", 0.9333), InlineData("WILLIAMSON", "WILLIAMS", 0.9600), InlineData("BRAMBLE", "BRAMLEY", 0.9429), InlineData("JONES", "JOHNSON", 0.8324)]
    [InlineData("CRATE", "TRACE", 0.7333), InlineData("ABC", "XYZ", 0), InlineData("OWEN", "OWEN", 1), InlineData("BILLY", "WILLIAM", 0.676), InlineData("", "A", 0)]
    public void Spellings_are_as_alike_as_published(string one, string other, double similarity)
    {
        Assert.Equal(similarity, JaroWinkler.Similarity(one, other), similarity == 0.676 ? 3 : 4);
    }

    [Fact]
    public void Likeness_lies_between_nothing_and_all_and_is_all_for_equal_names_alone() => Gen.Select(Upper, Upper).Sample((one, other) =>
        JaroWinkler.Similarity(one, other) is >= 0 and <= 1 && (JaroWinkler.Similarity(one, other) < 1 || one == other) && JaroWinkler.Similarity(one, one) == 1);

    [Theory]
    [InlineData("SMT", "SMITH", "SMYTHE"), InlineData("XMT", "SCHMIDT"), InlineData("NT", "KNIGHT", "NIGHT"), InlineData("RT", "WRIGHT", "REID", "REED")]
    [InlineData("STFN", "STEPHEN", "STEVEN"), InlineData("FLP", "PHILIP", "FILIP"), InlineData("MMT", "MOHAMMED", "MUHAMMAD", "MAHMOOD")]
    [InlineData("KTRN", "CATHERINE", "KATHRYN"), InlineData("KRSTN", "CHRISTINE"), InlineData("KLRK", "CLARKE"), InlineData("HS", "HUGHES", "HEWS")]
    [InlineData("SNK", "SINGH", "SING"), InlineData("YSF", "YUSUF", "YOUSSEF"), InlineData("AN", "OWEN"), InlineData("ANL", "ONEIL")]
    [InlineData("MKNS", "MACKENZIE", "MCKENZIE"), InlineData("MKTNLT", "MACDONALD", "MCDONALD"), InlineData("PRS", "PIERCE", "PEARCE")]
    [InlineData("TMS", "THOMAS"), InlineData("TMX", "TOMASZ"), InlineData("LLN", "LLEWELLYN"), InlineData("SN", "ZAIN", "ZAYN"), InlineData("SFR", "XAVIER")]
    [InlineData("AFNS", "EVANS", "IFANS"), InlineData("KRX", "QURESHI", "KURESHI")]
    public void Names_that_sound_alike_have_one_key(string key, params string[] names) =>
        Assert.All(names, name => Assert.Equal(key, SoundKey.Of(name)));

    [Theory, InlineData(""), InlineData("ΧΡΗΣΤΟΣ"), InlineData("123")]
    public void A_name_without_letters_a_to_z_has_no_sound_key(string name) => Assert.Null(SoundKey.Of(name));

    [Fact]
    public void A_sound_key_has_at_most_six_letters() => Upper.Array[1, 4].Sample(parts => (SoundKey.Of(string.Concat(parts))?.Length ?? 0) <= 6);

    [Theory]
    [InlineData("BOB", "ROB", true), InlineData("BILLY", "WILLIAM", true), InlineData("WILLIAM", "BILLY", true), InlineData("ALEX", "ALEXANDER", true)]
    [InlineData("ALEX", "ALEXANDRA", true), InlineData("ALEXANDER", "ALEXANDRA", false), InlineData("BOB", "NOBODY", false), InlineData("XYZZY", "XYZZY", false)]
    public void Short_forms_stand_for_a_name_one_step_and_no_further(string one, string other, bool synonyms)
    {
        Assert.Equal(synonyms, NameSynonyms.Are(one, other));
        Assert.Equal(synonyms, NameSynonyms.Are(other, one));
        Assert.Equal(synonyms, NameSynonyms.Of(one).Contains(other));
    }

    [Fact]
    public void A_person_is_indexed_once_by_each_word_joined_surname_and_sound()
    {
        var keys = NameKeys.For([("O'Neil", "Seán Paul"), ("O Neil", "Sean"), (null, null)]);

        Assert.Equal(["NEIL", "O", "ONEIL", "PAUL", "SEAN"], Of(NameKeyKind.Token));
        Assert.Equal(["A", "ANL", "NL", "PL", "SN"], Of(NameKeyKind.Sound));
        Assert.Equal(keys.Count, keys.Distinct().Count());

        IEnumerable<string> Of(NameKeyKind kind) => keys.Where(key => key.Kind == kind).Select(key => key.Key).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Candidates_are_fetched_by_exact_word_then_beginning_then_sound_then_synonym()
    {
        var find = NameKeys.ToFind([new("O"), new("NEIL"), new("BIL", IsBeginning: true)]);

        Assert.Equal(["O", "NEIL", "ONEIL"], find.Exact);
        Assert.Equal(["NEIL", "BIL", "ONEIL"], find.Beginnings);
        Assert.Equal(["NL", "ANL"], find.Sounds);
        Assert.All(find.Synonyms, synonym => Assert.True(NameSynonyms.Are("NEIL", synonym)));
        Assert.NotEmpty(NameKeys.ToFind([new("BILLY")]).Synonyms);
    }
}
