using System.Net;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests;

public sealed class SignInTests
{
    private static Dictionary<string, string> Demo(string password = DemoAccounts.Password, string user = "head-omu@demo") =>
        new() { ["Input.UserName"] = user, ["Input.Password"] = password };

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_demo_account_signs_in_with_the_password_that_the_page_shows(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var user = app.Anyone();

        Assert.Contains(DemoAccounts.Password, (await user.PageAsync("/sign-in")).Body!.TextContent, StringComparison.Ordinal);
        var signedIn = await user.SubmitAsync("/sign-in", Demo());
        var role = await user.PageAsync("/change-role");

        Assert.Equal(HttpStatusCode.SeeOther, signedIn.StatusCode);
        Assert.Equal("/", signedIn.Headers.Location!.ToString());
        Assert.Equal("Change place or role", role.QuerySelector("h1")!.TextContent.Trim());
        Assert.Contains("Training data", role.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_fifteen_minutes_and_the_answer_never_says_so()
    {
        await using var app = await App.StartAsync();
        var user = app.Anyone();
        var answers = new HashSet<string>();

        for (var i = 0; i < SignIn.MaxAttempts; i++)
        {
            answers.Add(await ErrorAsync(Demo("wrong")));
        }

        answers.Add(await ErrorAsync(Demo()));
        answers.Add(await ErrorAsync(Demo(user: "nobody")));
        app.Clock.Advance(SignIn.Lock + TimeSpan.FromSeconds(1));
        var later = await user.SubmitAsync("/sign-in", Demo());

        Assert.Single(answers);
        Assert.Equal(HttpStatusCode.SeeOther, later.StatusCode);

        async Task<string> ErrorAsync(Dictionary<string, string> fields) =>
            (await User.ReadAsync(await user.SubmitAsync("/sign-in", fields))).QuerySelector(".govuk-error-summary")!.TextContent;
    }

    [Fact]
    public async Task Where_data_is_real_no_demo_account_signs_in_and_none_is_shown()
    {
        await using var app = await App.StartAsync(settings: new Dictionary<string, string> { ["Data:Fictional"] = "false" });
        var user = app.Anyone();

        Assert.DoesNotContain("@demo", (await user.PageAsync("/sign-in")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await user.SubmitAsync("/sign-in", Demo())).StatusCode);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_asked_to_and_then_goes_where_they_were_going()
    {
        await using var app = await App.StartAsync();
        var user = app.Anyone();

        var asked = await user.GetAsync("/change-role");
        var signedIn = await user.SubmitAsync(asked.Headers.Location!.ToString(), Demo());

        Assert.Equal("/sign-in?return=%2Fchange-role", asked.Headers.Location!.ToString());
        Assert.Equal("/change-role", signedIn.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("//elsewhere.example")]
    [InlineData("https://elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    public async Task Signing_in_never_leads_to_another_site(string address)
    {
        await using var app = await App.StartAsync();

        var signedIn = await app.Anyone().SubmitAsync("/sign-in?return=" + Uri.EscapeDataString(address), Demo());

        Assert.Equal("/", signedIn.Headers.Location!.ToString());
    }
}

public sealed class SessionTests
{
    [Fact]
    public async Task A_session_lasts_thirty_minutes_without_a_request_and_twelve_hours_with()
    {
        await using var app = await App.StartAsync();
        var user = await app.SignInAsAsync(Role.Pom);

        for (var hour = 0.45; hour < 12; hour += 0.45)
        {
            app.Clock.Advance(TimeSpan.FromHours(0.45));
            Assert.Equal(HttpStatusCode.NoContent, (await user.GetAsync("/stay")).StatusCode);
        }

        app.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(HttpStatusCode.Redirect, (await user.GetAsync("/stay")).StatusCode);
    }

    [Theory]
    [InlineData(Role.Pom, 29, true)]
    [InlineData(Role.Pom, 31, false)]
    [InlineData(Role.Prisoner, 9, true)]
    [InlineData(Role.Prisoner, 11, false)]
    public async Task An_idle_session_ends(Role role, int minutes, bool lasts)
    {
        await using var app = await App.StartAsync();
        var user = await app.SignInAsAsync(role);

        app.Clock.Advance(TimeSpan.FromMinutes(minutes));

        Assert.Equal(lasts ? HttpStatusCode.NoContent : HttpStatusCode.Redirect, (await user.GetAsync("/stay")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_clears_the_browser()
    {
        await using var app = await App.StartAsync();
        var user = await app.SignInAsAsync(Role.Pom);

        var signedOut = await user.Client.PostAsync("/sign-out", null);

        Assert.Contains("storage", string.Join(',', signedOut.Headers.GetValues("Clear-Site-Data")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await user.GetAsync("/stay")).StatusCode);
    }
}
