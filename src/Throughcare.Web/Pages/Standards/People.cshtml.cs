using Microsoft.AspNetCore.Mvc;
using Throughcare.Application.Access;
using Throughcare.Application.Standards;
using Throughcare.Domain.Access;
using Throughcare.Domain.Standards;

namespace Throughcare.Web.Pages.Standards;

/// <summary>The people behind a figure, as far as the reader may see who they are.</summary>
[May(Verb.ReadFigures)]
public sealed class FigurePeopleModel(PeopleBehindFigure people, LookWriter looks, TimeProvider clock) : FigurePage(clock)
{
    /// <summary>Which of the items.</summary>
    [BindProperty(SupportsGet = true)]
    public PeopleBehindFigure.Which Which { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Size { get; set; }

    public PeopleBehindFigure.Page Found { get; private set; } = null!;

    public PageOf<PeopleBehindFigure.Row> Rows { get; private set; } = null!;

    public string Heading => Which switch
    {
        PeopleBehindFigure.Which.OnTime => "Done on time",
        PeopleBehindFigure.Which.Late => "Done late",
        PeopleBehindFigure.Which.Missed => "Missed",
        PeopleBehindFigure.Which.Overdue => "Overdue",
        PeopleBehindFigure.Which.Deferred => "Put off, and counted",
        PeopleBehindFigure.Which.Exempt => "Exempt",
        PeopleBehindFigure.Which.Completed => "Done",
        PeopleBehindFigure.Which.RecordedLate => "Done, recorded late",
        _ => "Everything that is counted",
    };

    /// <summary>What became of an item, in words.</summary>
    public static string WhatOf(FigurePart part) => part switch
    {
        FigurePart.OnTime => "On time",
        FigurePart.Late => "Late",
        FigurePart.Missed => "Missed",
        FigurePart.Overdue => "Overdue",
        FigurePart.DeferredCounting => "Put off",
        _ => "Exempt",
    };

    public async Task OnGetAsync(CancellationToken stop)
    {
        var (number, size) = PageRequest.Of(Number, Size);
        await looks.WriteAsync(looks.Make(HttpContext.Actor, "/standards/people"));
        Found = await people.OfAsync(Asked, Which, number, size, HttpContext.Actor, stop);
        Rows = new(Found.Rows, number, size, Found.Total);
    }
}
