using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;

namespace Throughcare.Web;

/// <summary>Puts the whole banner above every page of a record that is shown, unless the page has put it there itself.</summary>
/// <remarks>It is asked for after the page's own work, so that a page that loads the banner with its content loads it once, and
/// a POST that redirects not at all.</remarks>
public sealed class BannerOfRecord(PersonBanner banners) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);

        var executed = await next();
        var http = context.HttpContext;
        if (executed.Result is PageResult && http.Features.Get<CurrentPerson>() is { } person && http.Features.Get<BannerShown>() is null
            && Permissions.Has(http.Actor.Role, Verb.ReadRecord)
            && await banners.OfAsync(person.Id, http.Actor, http.RequestAborted) is { } banner)
        {
            http.ShowBanner(banner);
        }
    }
}

/// <summary>The banner of this request is the whole one.</summary>
internal sealed record BannerShown;

public static class BannerWords
{
    extension(HttpContext http)
    {
        /// <summary>Puts a banner above the page.</summary>
        public void ShowBanner(PersonBanner.Banner banner)
        {
            http.Features.Set(Of(banner, http.Actor.Role));
            http.Features.Set(new BannerShown());
        }

        /// <summary>Whether the user's role has the verb; whether for this person is asked when it is done.</summary>
        public bool May(Verb verb) => http.Actor.Has(verb);
    }

    private static PersonBannerModel Of(PersonBanner.Banner banner, Role reader) => new(banner.Address, banner.Surname, banner.Forename ?? "", banner.Where)
    {
        PreferredName = banner.PreferredName,
        PrisonNumber = banner.PrisonNumber,
        Crn = banner.Crn,
        Pnc = banner.Pnc,
        BornOn = banner.BornOn,
        Sex = banner.Sex,
        Needs = banner.Needs,
        Rosh = banner.Rosh,
        Mappa = banner.MappaCategory is { } category ? new MappaModel(category, banner.MappaLevel) : null,
        Tags = [.. banner.Tags.Select(tag => new TagModel(tag.Text, ColourOf(tag.Kind)))],
        Staff = [.. banner.Staff.Select(worker => new BannerStaff(worker.Job, worker.Name))],
        NextDateName = banner.NextDate?.Name,
        NextDateOn = banner.NextDate?.On,
        NextDue = banner.NextDue is { } due ? new BannerDue(due.What, due.On, $"/people/{banner.Address}/due/{due.ItemId}") : null,
        Strips = [.. banner.Notices.Select(notice => new Strip(KindOf(notice.Kind), notice.Sentence))],
        Scores = [.. banner.Scores.Select(s => new ScoreModel(s.Instrument, s.Band, s.Percent, s.Kind))],
        ShowsProtection = Permissions.Has(reader, Verb.ReadProtection),
    };

    private static TagColour ColourOf(PersonBanner.TagKind kind) => kind switch
    {
        PersonBanner.TagKind.Determinate => TagColour.Blue,
        PersonBanner.TagKind.Indeterminate => TagColour.Purple,
        PersonBanner.TagKind.Recalled => TagColour.Orange,
        PersonBanner.TagKind.LimitedAccess or PersonBanner.TagKind.SelfHarm or PersonBanner.TagKind.RiskToStaff
            or PersonBanner.TagKind.RiskToChildren => TagColour.Red,
        PersonBanner.TagKind.VictimContact => TagColour.Magenta,
        PersonBanner.TagKind.PpoOrIom => TagColour.Teal,
        _ => TagColour.Grey,
    };

    private static StripKind KindOf(PersonBanner.NoticeKind kind) => kind switch
    {
        PersonBanner.NoticeKind.BeingTransferred => StripKind.BeingTransferred,
        PersonBanner.NoticeKind.Released => StripKind.Released,
        PersonBanner.NoticeKind.ArrivedLately => StripKind.ArrivedLately,
        PersonBanner.NoticeKind.LimitedAccess => StripKind.LimitedAccess,
        _ => StripKind.NotInYourPlace,
    };
}
