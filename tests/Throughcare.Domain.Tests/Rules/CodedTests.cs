using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Xunit;

namespace Throughcare.Domain.Tests.Rules;

public sealed class CodedTests
{
    [Fact]
    public void A_code_is_shown_by_its_description() => Assert.Equal("Agnostic", Coded.Of("AGNO").Describe(CodeLists.Religion));

    [Fact]
    public void A_code_that_may_no_longer_be_chosen_stays_readable() =>
        Assert.Equal("Adventist (closed)", Coded.Of("ADV").Describe(CodeLists.Religion));

    [Fact]
    public void Words_that_no_list_knows_are_kept_and_shown()
    {
        var coded = Coded.Unmapped(" Followers of the Grey Heron ");

        Assert.Equal(("?Followers of the Grey Heron", true, "Followers of the Grey Heron"), (coded.Text, coded.IsUnmapped, coded.Raw));
        Assert.Equal("Unmapped: Followers of the Grey Heron", coded.Describe(CodeLists.Religion));
    }

    [Fact]
    public void A_code_of_no_list_is_not_dropped() => Assert.Equal("Unmapped: XYZ", Coded.Of("XYZ").Describe(CodeLists.Religion));

    [Theory, InlineData(""), InlineData("  "), InlineData("?X")]
    public void What_is_no_code_can_not_be_stored_as_one(string text) => Assert.Throws<ArgumentException>(() => Coded.Of(text));

    [Theory]
    [InlineData("Agnostic", "AGNO")]
    [InlineData("  agnostic ", "AGNO")]
    [InlineData("AGNO", "AGNO")]
    [InlineData("Heron", "?Heron")]
    public void Words_in_a_file_become_the_code_they_describe(string words, string stored) =>
        Assert.Equal(stored, CodeLists.Religion.Read(words)?.Text);

    [Theory, InlineData(""), InlineData(" "), InlineData(null)]
    public void An_empty_field_becomes_no_code(string? words) => Assert.Null(CodeLists.Religion.Read(words));

    [Fact]
    public void An_alert_is_shown_in_plainer_words_where_there_are_some()
    {
        var plain = AlertCodes.Table.Rows.First(alert => alert.PlainDescription is not null);

        Assert.Equal(plain.PlainDescription, plain.Description);
        Assert.Same(plain, AlertCodes.Table.FindByText(plain.PublishedDescription.ToLowerInvariant()));
    }

    [Fact]
    public void Where_two_rows_have_the_same_words_the_one_in_use_is_meant()
    {
        var twice = AlertCodes.Table.Rows.Where(alert => alert.PublishedDescription.Equals("Staff Assaulter", StringComparison.OrdinalIgnoreCase)).ToList();

        Assert.Equal(2, twice.Count);
        Assert.Equal(twice.FirstOrDefault(alert => alert.IsActive) ?? twice[0], AlertCodes.Table.FindByText("STAFF ASSAULTER"));
    }
}
