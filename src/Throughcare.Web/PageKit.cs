using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Throughcare.Web.Binding;

namespace Throughcare.Web;

/// <summary>What pages need of the host: how forms are read, how files are served, which headers every answer carries.</summary>
public static class PageKit
{
    public static WebApplicationBuilder AddPageKit(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        if (!builder.Environment.IsDevelopment())
        {
            // Run from a build and not from a published folder, the files would otherwise be kept by no browser, and their
            // compressed forms, which a build leaves outside wwwroot, would not be found.
            builder.WebHost.UseStaticWebAssets();
            builder.Configuration["EnableStaticAssetsDevelopmentCaching"] = "true";
            builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        }

        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton<ServedAddresses>();
        builder.Services.AddRazorPages();
        builder.Services.AddOptions<MvcOptions>().Configure<TimeProvider>((mvc, clock) =>
        {
            mvc.ModelBinderProviders.Insert(0, new DatesAndTimesBinderProvider(clock));
            mvc.ModelMetadataDetailsProviders.Add(new RequiredWords());
            mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            SayInOurWords(mvc.ModelBindingMessageProvider);
        });
        builder.Services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);

        return builder;
    }

    /// <summary>Comes first in the pipeline: headers, error pages and files. Signing in and access follow it, then the pages:
    /// <see cref="MapPageKit"/>.</summary>
    public static WebApplication UsePageKit(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);

        app.UseSecurityHeaders(new HeaderPolicyCollection()
            .AddFrameOptionsDeny()
            .AddContentTypeOptionsNoSniff()
            .AddReferrerPolicyNoReferrer()
            .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
            .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
            .AddStrictTransportSecurityMaxAgeIncludeSubDomains()
            .AddContentSecurityPolicy(policy =>
            {
                policy.AddDefaultSrc().Self();
                policy.AddImgSrc().Self().Data();
                policy.AddObjectSrc().None();
                policy.AddFrameAncestors().None();
                policy.AddBaseUri().None();
                policy.AddFormAction().Self();
            }));
        app.Use(NeverKeepPagesAsync);
        app.UseExceptionHandler("/errors/500");
        app.UseStatusCodePagesWithReExecute("/errors/{0}");
        app.UseRouting();

        return app;
    }

    /// <summary>Serves the files under names that carry a hash of their content, for a year, and the pages.</summary>
    public static WebApplication MapPageKit(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);

        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        return app;
    }

    private static Task NeverKeepPagesAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            if (http.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) is true)
            {
                http.Response.Headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(http);
    }

    private static void SayInOurWords(Microsoft.AspNetCore.Mvc.ModelBinding.Metadata.DefaultModelBindingMessageProvider words)
    {
        words.SetAttemptedValueIsInvalidAccessor((_, field) => $"Check {FieldWords.InSentence(FieldWords.Separate(field))}");
        words.SetMissingBindRequiredValueAccessor(field => $"Enter {FieldWords.InSentence(FieldWords.Separate(field))}");
        words.SetMissingKeyOrValueAccessor(() => "Enter an answer");
        words.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "Check this answer");
        words.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Check this answer");
        words.SetNonPropertyValueMustBeANumberAccessor(() => "Enter a number");
        words.SetUnknownValueIsInvalidAccessor(field => $"Check {FieldWords.InSentence(FieldWords.Separate(field))}");
        words.SetValueIsInvalidAccessor(_ => "Check this answer");
        words.SetValueMustBeANumberAccessor(field => $"{FieldWords.Separate(field)} must be a number");
        words.SetValueMustNotBeNullAccessor(_ => "Enter an answer");
    }
}
