using Throughcare.Domain.Record;
using Xunit;

namespace Throughcare.Domain.Tests.Record;

public sealed class SearchTests
{
    private static readonly DateOnly Today = new(2026, 1, 5);

    [Theory]
    [InlineData("a1234bc", "A1234BC"), InlineData(" A1234 BC", "A1234BC")]
    public void A_prison_number_is_known_by_its_form(string typed, string number) =>
        Assert.Equal(new SearchText.ByPrisonNumber(PrisonNumber.Parse(number)), SearchText.Read(typed, Today));

    [Fact]
    public void A_crn_is_known_by_its_form() => Assert.Equal(new SearchText.ByCrn(Crn.Parse("X123456")), SearchText.Read("x123456", Today));

    [Theory, InlineData("2001/0123456X"), InlineData("01/123456x"), InlineData("2001/123456X")]
    public void A_pnc_number_is_widened(string typed) =>
        Assert.Equal(new SearchText.ByPnc(PncNumber.Parse("2001/0123456X")), SearchText.Read(typed, Today));

    [Theory]
    [InlineData("265416/85Z", typeof(SearchText.ByCro)), InlineData("SF39/83334K", typeof(SearchText.ByCro)), InlineData("12/99H", typeof(SearchText.ByCro))]
    [InlineData("62/98Z", typeof(SearchText.ByPnc)), InlineData("38479A", typeof(SearchText.ByBooking))]
    public void Other_numbers_are_known_by_their_form_and_where_two_fit_by_the_check_letter(string typed, Type read) =>
        Assert.IsType(read, SearchText.Read(typed, Today));

    [Theory, InlineData("12/05/1984"), InlineData("12 May 1984"), InlineData("12-5-1984")]
    public void A_date_is_a_date_of_birth(string typed) => Assert.Equal(new SearchText.BornOn(new(1984, 5, 12)), SearchText.Read(typed, Today));

    [Theory, InlineData("o'neill"), InlineData("oneill"), InlineData("O’NEILL")]
    public void An_apostrophe_makes_no_difference(string typed) => Assert.Equal(Words(null, null, new SearchWord("ONEILL")), SearchText.Read(typed, Today));

    [Fact]
    public void A_star_asks_for_a_beginning() => Assert.Equal(Words(null, null, new SearchWord("SMI", true)), SearchText.Read("smi*", Today));

    [Theory, InlineData("smith john 12/03/1985"), InlineData("12 March 1985 smith john"), InlineData("smith 12/03/1985 john")]
    public void A_date_of_birth_may_stand_among_the_words(string typed) =>
        Assert.Equal(Words(new(1985, 3, 12), null, new SearchWord("SMITH"), new SearchWord("JOHN")), SearchText.Read(typed, Today));

    [Fact]
    public void A_year_of_birth_may_stand_among_the_words() =>
        Assert.Equal(Words(null, 1985, new SearchWord("SMITH")), SearchText.Read("smith 1985", Today));

    [Theory]
    [InlineData("x", "Enter at least 2 characters"), InlineData("", "Enter at least 2 characters"), InlineData(null, "Enter at least 2 characters")]
    [InlineData("x*", "Enter at least 2 characters"), InlineData("***", "Enter at least 2 characters"), InlineData("1985", "Enter a surname with the year of birth")]
    [InlineData("31/02/1985", "Date of birth must be a real date"), InlineData("smith 31/02/1985", "Date of birth must be a real date")]
    [InlineData("smith 12/03/85", "Year must include 4 numbers")]
    public void What_can_not_be_searched_for_says_what_to_type(string? typed, string message) =>
        Assert.Equal(new SearchText.TooShort(message), SearchText.Read(typed, Today));

    [Fact]
    public void A_misspelt_name_with_a_swapped_date_of_birth_is_shown()
    {
        var score = Score("smith john 12/03/1985", "SMYTH", "Jon", new(1985, 12, 3));

        Assert.Equal(73, score.Value);
        Assert.Equal(
            [("Last name", "alike", 26.8, 35.0), ("First name", "alike", 18.7, 25.0), ("Date of birth", "day and month swapped", 20.0, 30.0)],
            score.Parts.Select(part => (part.Name, part.Because, Math.Round(part.Points, 1), part.Of)));
    }

    [Fact]
    public void A_short_form_and_a_longer_surname_are_shown() => Assert.Equal(78, Score("billy williamson", "WILLIAMS", "William", null).Value);

    [Theory]
    [InlineData("smith john"), InlineData("john smith")]
    public void The_order_of_the_words_makes_no_difference(string typed) => Assert.Equal(100, Score(typed, "Smith", "John Paul", null).Value);

    [Theory, InlineData("o'neil"), InlineData("oneil"), InlineData("o neil"), InlineData("neil")]
    public void A_surname_of_two_words_is_found_joined_and_apart(string typed) => Assert.Equal(100, Score(typed, "O Neil", "Sean", null).Value);

    [Fact]
    public void A_forename_does_not_hide_behind_the_beginning_of_a_surname() => Assert.True(Score("smith john", "Smith", "Peter", null).Value < SearchScore.Shown);

    [Theory]
    [InlineData(1985, 3, 12, 30, "same")]
    [InlineData(1985, 12, 3, 20, "day and month swapped")]
    [InlineData(1986, 3, 12, 18, "one year apart")]
    [InlineData(1988, 3, 12, 15, "one part different")]
    [InlineData(1985, 3, 13, 15, "one part different")]
    [InlineData(1985, 4, 12, 15, "one part different")]
    [InlineData(1985, 4, 13, 0, "different")]
    [InlineData(1986, 12, 3, 0, "different")]
    public void Dates_of_birth_are_worth_what_they_share(int year, int month, int day, double points, string because)
    {
        var part = Score("smith 12/03/1985", "Smith", "", new DateOnly(year, month, day)).Parts.Single(part => part.Name == "Date of birth");

        Assert.Equal((points, because), (part.Points, part.Because));
    }

    [Fact]
    public void A_year_of_birth_counts_as_a_range()
    {
        Assert.Equal(100, Score("smith 1985", "Smith", "John", new(1985, 7, 1)).Value);
        Assert.Equal(81, Score("smith 1985", "Smith", "John", new(1986, 7, 1)).Value);
    }

    [Theory]
    [InlineData("Smith", "same", 35), InlineData("Smithe", "alike", 29), InlineData("Reed", "sounds alike", 15), InlineData("Jones", "different", 0)]
    public void A_last_name_is_the_same_or_alike_or_sounds_alike_or_is_different(string recorded, string because, double points)
    {
        var part = Score(recorded == "Reed" ? "wright" : "smith", recorded, "", null).Parts[0];

        Assert.Equal((because, points), (part.Because, Math.Round(part.Points)));
    }

    [Fact]
    public void Postcode_and_sex_count_only_where_they_are_asked_for()
    {
        var candidate = new SearchCandidate([NameForm.Of("Smith", "John")], [new(1985, 3, 12)], "M", ["zz1 1aa"]);
        static SearchQuery Query(string? sex, string? postcode) => SearchQuery.Of("Smith", "John", sex: sex, postcode: postcode);

        Assert.Equal(100, SearchScore.Of(Query(null, null), candidate).Value);
        Assert.Equal(100, SearchScore.Of(Query("M", "ZZ11AA"), candidate).Value);
        Assert.Equal(86, SearchScore.Of(Query("F", "ZZ9 9ZZ"), candidate).Value);
    }

    [Fact]
    public void The_best_of_all_names_counts()
    {
        var candidate = new SearchCandidate([NameForm.Of("Jones", "Peter"), NameForm.Of("Smith", "John")], []);

        Assert.Equal(100, SearchScore.Of(Read("john smith"), candidate).Value);
    }

    [Fact]
    public void A_beginning_fits_any_name_that_begins_so() => Assert.Equal(100, Score("smi*", "Smithson", "Ann", null).Value);

    private static SearchScore Score(string typed, string surname, string forenames, DateOnly? born) =>
        SearchScore.Of(Read(typed), new([NameForm.Of(surname, forenames)], born is { } day ? [day] : []));

    private static SearchQuery Read(string typed) => SearchQuery.Of(Assert.IsType<SearchText.Words>(SearchText.Read(typed, Today)));

    private static SearchText.Words Words(DateOnly? born, int? bornIn, params SearchWord[] words) => new(words, born, bornIn);
}
