namespace Throughcare.Domain.Rules;

public static class DateOnlyWords
{
    extension(DateOnly date)
    {
        public DateOnly AddWeeks(int weeks) => date.AddDays(7 * weeks);

        /// <summary>Completed years of age of someone born on this date, as at <paramref name="asAt"/>.
        /// A person born on 29 February is a year older on 1 March in a common year.</summary>
        public int AgeAsAt(DateOnly asAt) =>
            asAt.Year - date.Year - ((asAt.Month, asAt.Day).CompareTo((date.Month, date.Day)) < 0 ? 1 : 0);
    }
}
