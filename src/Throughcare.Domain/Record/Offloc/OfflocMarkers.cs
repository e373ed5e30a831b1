using Throughcare.Domain.Protection;

namespace Throughcare.Domain.Record.Offloc;

/// <summary>What the prison notes for public protection: nothing is written of somebody of whom it only says that they are no sex offender.</summary>
internal static class OfflocMarkers
{
    public static void Decide(Deciding d)
    {
        var was = d.Was.Markers.Where(m => m.ValidTo is null).MaxBy(m => m.ValidFrom);
        var (mappa, sex) = (d.Row.Text(OfflocField.MappaOrSchedule1, 120), d.YesOrNo(OfflocField.SexOffender));
        var next = new PrisonMarkers
        {
            Id = d.NewId(),
            PersonId = d.PersonId,
            ValidFrom = d.Day,
            Recorded = d.Entry,
            MappaOrSchedule1 = d.FillGapsOnly ? was?.MappaOrSchedule1 ?? mappa : mappa ?? was?.MappaOrSchedule1,
            SexOffender = d.FillGapsOnly ? was?.SexOffender ?? sex : sex ?? was?.SexOffender,
        };
        if (was is null)
        {
            if (next.MappaOrSchedule1 is not null || next.SexOffender is not (null or { Code: "N" }))
            {
                d.Put("Public protection", null, next);
            }
        }
        else if (was.MappaOrSchedule1 == next.MappaOrSchedule1 && was.SexOffender == next.SexOffender)
        {
            return;
        }
        else if (was.Recorded.Source is SourceSystem.Throughcare)
        {
            d.Conflict("Public protection", Words(was), Words(next));
        }
        else
        {
            d.Put("Public protection", d.FillGapsOnly
                ? [new Write(was, was.Next(d.Entry) with { MappaOrSchedule1 = next.MappaOrSchedule1, SexOffender = next.SexOffender })]
                : Succession.Of(was, next));
        }
    }

    private static string Words(PrisonMarkers m) => $"{m.MappaOrSchedule1 ?? "-"}; sex offender: {m.SexOffender?.Text ?? "-"}";
}
