using System.Diagnostics.CodeAnalysis;
using Throughcare.Domain.Rules;

namespace Throughcare.Web;

/// <summary>Which of the forms of a date a place takes.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "Long and short are the words for lengths of a date, not for types.")]
public enum DateForm
{
    /// <summary>27 March 2026: in text and cards.</summary>
    Long,

    /// <summary>27 Mar 2026: in tables.</summary>
    Short,

    /// <summary>Friday 27 March 2026: for appointments.</summary>
    Day,
}

public static class DateWords
{
    extension(DateOnly date)
    {
        public string In(DateForm form) => form switch
        {
            DateForm.Short => Words.ShortDate(date),
            DateForm.Day => Words.WeekdayDate(date),
            _ => Words.LongDate(date),
        };
    }
}
