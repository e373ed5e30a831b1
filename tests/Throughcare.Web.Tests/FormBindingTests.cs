using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Throughcare.Web.Binding;
using Xunit;

namespace Throughcare.Web.Tests;

/// <summary>Forms as the host reads them, on Monday 5 January 2026.</summary>
public class FormBindingTests
{
    private sealed class Form
    {
        [Display(Name = "Start date")]
        [Required(ErrorMessage = "Enter the date the allocation starts")]
        public DateOnly? From { get; set; }

        [DateOfBirth]
        public DateOnly? DateOfBirth { get; set; }

        [TodayOrPast]
        public DateOnly? HeardOn { get; set; }

        [InFuture]
        public DateOnly? TargetDate { get; set; }

        public TimeOnly? At { get; set; }

        [Required]
        public string? Surname { get; set; } = "Ashdown";
    }

    [Theory]
    [InlineData("27", "3", "2026", "2026-03-27")]
    [InlineData("27", "March", "26", "2026-03-27")]
    [InlineData(" 29 ", "2", "2024", "2024-02-29")]
    public async Task Three_boxes_make_a_date(string day, string month, string year, string date)
    {
        var (form, state) = await BindAsync(("From.Day", day), ("From.Month", month), ("From.Year", year));

        Assert.Equal(DateOnly.Parse(date), form.From);
        Assert.True(state.IsValid);
    }

    [Theory]
    [InlineData("27/3/2026")]
    [InlineData("27 March 2026")]
    [InlineData("27 mar 26")]
    [InlineData(" 27-03-2026 ")]
    [InlineData("2026-03-27")]
    public async Task One_text_makes_a_date(string text) =>
        Assert.Equal(new DateOnly(2026, 3, 27), (await BindAsync(("From", text))).Form.From);

    [Theory]
    [InlineData("29", "2", "2026", "Start date must be a real date", "From")]
    [InlineData("31", "4", "2026", "Start date must be a real date", "From")]
    [InlineData("27", "", "2026", "Start date must include a month", "From.Month")]
    [InlineData("", "", "", "Enter the date the allocation starts", "From")]
    public async Task What_is_not_a_date_is_said_once_and_stays_as_it_was_typed(string day, string month, string year, string message, string key)
    {
        var (form, state) = await BindAsync(("From.Day", day), ("From.Month", month), ("From.Year", year));

        Assert.Null(form.From);
        Assert.Equal(message, state.FirstError(key));
        Assert.Equal([message], state["From"]!.Errors.Select(error => error.ErrorMessage));
        Assert.Equal([day, month, year], new[] { "Day", "Month", "Year" }.Select(part => state[$"From.{part}"]!.AttemptedValue ?? ""));
    }

    [Theory]
    [InlineData("HeardOn", "6/1/2026", "Heard on must be today or in the past")]
    [InlineData("TargetDate", "5/1/2026", "Target date must be in the future")]
    [InlineData("DateOfBirth", "5/1/1825", "Date of birth must be in the last 120 years")]
    [InlineData("DateOfBirth", "27/3/84", "Year must include 4 numbers")]
    [InlineData("At", "2:75pm", "Enter a time, like 2:30pm or 14:30")]
    [InlineData("At", "noonish", "Enter a time, like 2:30pm or 14:30")]
    [InlineData("Surname", "", "Enter surname")]
    public async Task A_field_says_what_to_do(string key, string typed, string message)
    {
        var (_, state) = await BindAsync(("From", "27/3/2026"), (key, typed));

        Assert.Equal(message, state.FirstError(key));
    }

    [Theory]
    [InlineData("HeardOn", "5/1/2026")]
    [InlineData("TargetDate", "6/1/2026")]
    [InlineData("DateOfBirth", "12/5/1984")]
    [InlineData("At", "2.30 PM")]
    [InlineData("At", "")]
    public async Task What_is_right_is_not_complained_of(string key, string typed) =>
        Assert.True((await BindAsync(("From", "27/3/2026"), (key, typed))).State.IsValid);

    [Fact]
    public async Task A_time_is_read_as_people_write_it() =>
        Assert.Equal(new TimeOnly(14, 30), (await BindAsync(("From", "27/3/2026"), ("At", "2:30pm"))).Form.At);

    private static async Task<(Form Form, ModelStateDictionary State)> BindAsync(params (string Key, string Value)[] typed)
    {
        await using var host = await KitHost.StartAsync();
        var services = host.Services;
        var metadata = services.GetRequiredService<IModelMetadataProvider>().GetMetadataForType(typeof(Form));
        var binder = services.GetRequiredService<IModelBinderFactory>().CreateBinder(new() { Metadata = metadata });
        var values = new FormValueProvider(
            BindingSource.Form,
            new FormCollection(typed.GroupBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => new StringValues(pair.Last().Value))),
            System.Globalization.CultureInfo.InvariantCulture);
        var action = new ActionContext(new DefaultHttpContext { RequestServices = services }, new RouteData(), new ActionDescriptor());

        var result = await services.GetRequiredService<ParameterBinder>().BindModelAsync(
            action, binder, values, new ParameterDescriptor { Name = "", ParameterType = typeof(Form), BindingInfo = new() { BinderModelName = "" } }, metadata, value: null);
        return ((Form)result.Model!, action.ModelState);
    }
}
