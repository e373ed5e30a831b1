namespace Throughcare.Domain.Facts;

/// <summary>Lengths in months as the standards count them: whole months, and a half for any days that remain.</summary>
public static class HalfMonths
{
    /// <summary>Ten months are 10; ten months and one day are 10.5.</summary>
    public static decimal Between(DateOnly from, DateOnly to)
    {
        var whole = Whole(from, to);
        return from.AddMonths(whole) < to ? whole + 0.5m : whole;
    }

    /// <summary>Whole months from one day to another; 0 where the second is the earlier.</summary>
    public static int Whole(DateOnly from, DateOnly to)
    {
        if (to <= from)
        {
            return 0;
        }

        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        return from.AddMonths(months) > to ? months - 1 : months;
    }
}
