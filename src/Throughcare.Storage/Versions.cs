using Throughcare.Domain.Record;

namespace Throughcare.Storage;

public static class Versions
{
    extension<T>(IQueryable<T> rows)
        where T : FactVersion
    {
        /// <summary>What we believe now; withdrawn entries left out.</summary>
        public IQueryable<T> Current() => rows.Where(row => row.ReplacedAt == null && !row.Withdrawn);

        /// <summary>What we believed at <paramref name="instant"/>: exactly one version of each fact, or none.</summary>
        public IQueryable<T> KnownAt(DateTimeOffset instant) =>
            rows.Where(row => row.Recorded.At <= instant && (row.ReplacedAt == null || row.ReplacedAt > instant) && !row.Withdrawn);

        /// <summary>Facts that are true on a day.</summary>
        public IQueryable<T> TrueOn(DateOnly day) => rows.Where(row => row.ValidFrom <= day && (row.ValidTo == null || row.ValidTo >= day));
    }
}
