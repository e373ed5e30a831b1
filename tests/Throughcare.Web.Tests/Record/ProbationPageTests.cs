using AngleSharp.Dom;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests.Record;

/// <summary>What the probation extract brought, as pages show it.</summary>
public sealed class ProbationPageTests
{
    private static readonly DateOnly Since = new(2025, 11, 3);

    private static readonly Entry Entry = new(A.Monday, StaffId.System, Role.System, PlaceCode.Nation, "ImportNdelius", SourceSystem.Ndelius);

    [Fact]
    public async Task Risk_flags_stand_with_alerts_with_since_when_by_whom_and_when_to_review()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        await app.SaveAsync(Flag(person.Id, "TC-RTS"), Flag(person.Id, "MAPP") with { CategoryCode = "M2", Category = "MAPPA category 2", RegisterCode = "M1", Register = "MAPPA level 1" },
            Flag(person.Id, "TC-ARS") with { ValidTo = new(2025, 12, 1) });

        var page = await (await app.SignInAsAsync(Role.CaseAdmin)).PageAsync($"/people/{person.Address}/alerts");

        var row = Row(page, "Risk to staff");
        Assert.Contains("3 Nov 2025", row, StringComparison.Ordinal);
        Assert.Contains("Probation extract", row, StringComparison.Ordinal);
        Assert.Contains("3 May 2026", row, StringComparison.Ordinal);
        Assert.Contains("MAPPA category 2, level 1", Row(page, "MAPPA"), StringComparison.Ordinal);
        Assert.DoesNotContain("MAPPA level 1", Row(page, "MAPPA"), StringComparison.Ordinal);
        Assert.Contains("1 Dec 2025", Row(page, "Arson"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sensitive_flag_is_shown_to_those_who_may_read_it_and_its_existence_to_others()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        await app.SaveAsync(Flag(person.Id, "RCCO"));

        var admin = await (await app.SignInAsAsync(Role.CaseAdmin)).PageAsync($"/people/{person.Address}/alerts");
        var head = await (await app.SignInAsAsync(Role.HeadOmu)).PageAsync($"/people/{person.Address}/alerts");

        Assert.DoesNotContain("Child concerns", admin.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Risk to children", admin.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("There are other risk flags", admin.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Child concerns", Row(head, "Child concerns"), StringComparison.Ordinal);
        Assert.Contains("Risk to children", head.QuerySelector(".tc-banner")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_circumstances_and_disabilities_stand_on_the_personal_page()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        await app.SaveAsync(
            new PersonAddress { Id = A.FactId, PersonId = person.Id, Recorded = Entry, ValidFrom = Since, Use = AddressUse.Probation, Lines = "No fixed abode", Status = Coded.Of("MA"), NoFixedAbode = true },
            Circumstance(person.Id, CircumstanceKind.Circumstance, "Employment", "Part-time employed"), Circumstance(person.Id, CircumstanceKind.Disability, "Reduced mobility", null),
            Circumstance(person.Id, CircumstanceKind.Provision, "Large print", null));

        var admin = await (await app.SignInAsAsync(Role.CaseAdmin)).PageAsync($"/people/{person.Address}/personal");
        var head = await (await app.SignInAsAsync(Role.HeadOmu)).PageAsync($"/people/{person.Address}/personal");

        Assert.Contains("Postal, no fixed abode", Row(head, "No fixed abode"), StringComparison.Ordinal);
        Assert.Contains("Part-time employed", Row(head, "Employment"), StringComparison.Ordinal);
        Assert.Contains("Disability", Row(head, "Reduced mobility"), StringComparison.Ordinal);
        Assert.Contains("What is provided", Row(head, "Large print"), StringComparison.Ordinal);
        Assert.DoesNotContain("Reduced mobility", admin.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_stands_with_its_requirements_on_the_sentence_page_and_the_overview_says_where_and_who()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync("N50P01");
        await app.SaveAsync(
            new Disposal { Id = A.FactId, PersonId = person.Id, Recorded = Entry, ValidFrom = Since, Type = Coded.Of("CO"), Detail = "Community order", Length = 12, Unit = LengthUnit.Months, SourceId = "DSP:1@7" },
            new Requirement { Id = A.FactId, PersonId = person.Id, Recorded = Entry, ValidFrom = Since, Category = "Unpaid work", Length = 80, Unit = LengthUnit.Hours, Disposal = "DSP:1@7" },
            new ManagerAssignment { Id = A.FactId, PersonId = person.Id, Recorded = Entry, ValidFrom = Since, Role = Role.Com, Name = "Quill, Petra", Place = new("N50P01") },
            new RoshRecord { Id = A.FactId, PersonId = person.Id, Recorded = Entry, ValidFrom = Since, Level = RoshLevel.High });
        var user = await app.SignInAsAsync(Role.Com, "N50P01");

        var sentence = await user.PageAsync($"/people/{person.Address}/sentence");
        var overview = await user.PageAsync($"/people/{person.Address}");

        Assert.Contains("80 hours", Row(sentence, "Unpaid work"), StringComparison.Ordinal);
        Assert.Contains("12 months", sentence.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2 November 2026", sentence.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Community order", overview.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Quill, Petra", overview.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("High", overview.QuerySelector(".tc-banner")!.TextContent, StringComparison.Ordinal);
    }

    private static string Row(IParentNode page, string begins) =>
        page.QuerySelectorAll("main tr").First(tr => tr.TextContent.Trim().StartsWith(begins, StringComparison.Ordinal)).TextContent;

    private static Registration Flag(PersonId person, string code) => new() { Id = A.FactId, PersonId = person, Recorded = Entry, ValidFrom = Since, Code = code };

    private static PersonalCircumstance Circumstance(PersonId person, CircumstanceKind kind, string type, string? sub) =>
        new() { Id = A.FactId, PersonId = person, Recorded = Entry, ValidFrom = Since, Kind = kind, Type = type, SubType = sub };
}
