using Throughcare.Domain.Sentences;
using Xunit;

namespace Throughcare.Domain.Tests.Sentences;

public sealed class SentenceTablesTests
{
    [Theory]
    [InlineData("Robbery", "ROB")]
    [InlineData("Assault occasioning ABH", "VAP")]
    [InlineData("Assault with intent to rob", "ROB")]
    [InlineData("Racially aggravated common assault", "VAP")]
    [InlineData("Breach of sexual harm prevention order", "MCS")]
    [InlineData("Conspiracy to supply class A drug", "DRU")]
    [InlineData("Burglary dwelling", "THE")]
    [InlineData("Aggravated burglary", "VAP")]
    [InlineData("Driving a motor vehicle with excess alcohol", "SMO")]
    [InlineData("Abstracting electricity", "UNK")]
    [InlineData("", "UNK")]
    [InlineData(null, "UNK")]
    public void An_offence_belongs_to_the_published_group(string? offence, string group) => Assert.Equal(group, OffenceGrouping.Of(offence));

    [Fact]
    public void Part_of_a_word_is_not_the_word() => Assert.Equal("UNK", OffenceGrouping.Of("Robberyish"));

    [Theory]
    [InlineData("LEEDCC", "Leeds Crown Court")]
    [InlineData("leedcc", "Leeds Crown Court")]
    [InlineData("Leeds Crown Court", "Leeds Crown Court")]
    [InlineData("LEEDS", "Leeds Crown Court")]
    [InlineData("stoke on trent crown court", "Stoke-on-Trent Crown Court")]
    [InlineData("Leeds Magistrates' Court", null)]
    [InlineData("Nowhere Crown Court", null)]
    [InlineData(" ", null)]
    public void A_court_is_matched_by_code_then_by_the_bare_name(string text, string? name) => Assert.Equal(name, Courts.Match(text)?.Description);

    [Theory]
    [InlineData("ADIMP_ORA", LegalStatus.Sentenced)]
    [InlineData("IPP", LegalStatus.Indeterminate)]
    public void A_status_gives_the_legal_group(string code, LegalStatus group) => Assert.Equal(group, ImprisonmentStatuses.Find(code)?.LegalStatus);

    [Fact]
    public void Every_band_but_the_empty_one_gives_a_legal_group() =>
        Assert.Equal([0], ImprisonmentStatuses.Table.Rows.Where(row => row.LegalStatus is null).Select(row => row.Band).Distinct());

    [Fact]
    public void A_status_is_found_by_its_words() =>
        Assert.Equal("ADIMP_ORA", ImprisonmentStatuses.FindByText("ora cja03 standard determinate sentence ")?.Code);
}
