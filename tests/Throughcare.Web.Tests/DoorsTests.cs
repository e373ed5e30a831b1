using Microsoft.AspNetCore.Mvc.RazorPages;
using NetArchTest.Rules;
using Throughcare.Web.Access;
using Xunit;

namespace Throughcare.Web.Tests;

/// <summary>What pages may touch: use cases and queries, which ask the policy; never a database.</summary>
public sealed class DoorsTests
{
    private static readonly string[] Databases =
        ["Throughcare.Storage.ThroughcareDb", "Throughcare.Storage.Accounts.AccessDb", "Throughcare.Storage.Accounts.AuditDb", "Microsoft.EntityFrameworkCore.DbContext"];

    [Fact]
    public void No_page_and_no_endpoint_touches_a_database()
    {
        var touching = Types.InAssembly(typeof(AccessGate).Assembly)
            .That().DoNotResideInNamespace("Throughcare.Web.Host")
            .Should().NotHaveDependencyOnAny(Databases).GetResult();

        Assert.True(touching.IsSuccessful, string.Join(", ", touching.FailingTypeNames ?? []));
    }

    [Fact]
    public void The_search_for_pages_that_touch_a_database_would_find_one()
    {
        var touching = Types.InAssembly(typeof(Application.Access.ReachPolicy).Assembly).Should().NotHaveDependencyOnAny(Databases).GetResult();

        Assert.False(touching.IsSuccessful);
    }

    [Fact]
    public void Every_page_model_says_what_it_needs_by_an_attribute_of_its_own()
    {
        var silent = typeof(AccessGate).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(PageModel)) && !type.IsAbstract && type.Namespace != "Throughcare.Web.Pages.Errors")
            .Where(type => !type.GetCustomAttributes(inherit: true).Any(a => a is MayAttribute or AnyStaffAttribute or AnyUserAttribute
                or Microsoft.AspNetCore.Authorization.AllowAnonymousAttribute));

        Assert.Empty(silent.Select(type => type.Name));
    }
}
