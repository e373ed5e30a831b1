using System.Net;
using Throughcare.Web.Pages.Help;
using Xunit;

namespace Throughcare.Web.Tests.Help;

public sealed class HelpPageTests
{
    [Theory]
    [InlineData("/accessibility", "Accessibility")]
    [InlineData("/privacy", "Privacy")]
    [InlineData("/help", "Help")]
    [InlineData("/help/words", "What the words mean")]
    [InlineData("/whats-new", "What’s new")]
    public async Task Anyone_reads_it_without_signing_in(string address, string heading)
    {
        await using var app = await App.StartAsync();

        var response = await app.Anyone().GetAsync(address);
        var page = await User.ReadAsync(response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(heading, Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        Assert.Equal($"{heading} – Throughcare", page.Title);
    }

    [Fact]
    public void Words_stand_in_the_order_of_the_alphabet_and_once()
    {
        var words = WordsModel.Words.Select(word => word.Word).ToList();

        Assert.Equal(words.Order(StringComparer.OrdinalIgnoreCase), words);
        Assert.Equal(words.Distinct(StringComparer.OrdinalIgnoreCase), words);
    }
}
