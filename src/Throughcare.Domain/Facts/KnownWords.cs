using Throughcare.Domain.Record;

namespace Throughcare.Domain.Facts;

/// <summary>Short ways to say what a missing entry means.</summary>
internal static class KnownWords
{
    public static Known<T> OrUnknown<T>(this T? value, params IReadOnlyList<FactVersion> from)
        where T : struct => value is { } there ? Known<T>.Of(there, from) : Known<T>.Unknown(from);

    public static Known<T> OrNone<T>(this T? value, params IReadOnlyList<FactVersion> from)
        where T : struct => value is { } there ? Known<T>.Of(there, from) : Known<T>.None(from);

    public static Known<T> OrUnknown<T>(this T? value, params IReadOnlyList<FactVersion> from)
        where T : class => value is not null ? Known<T>.Of(value, from) : Known<T>.Unknown(from);

    public static Known<T> OrNone<T>(this T? value, params IReadOnlyList<FactVersion> from)
        where T : class => value is not null ? Known<T>.Of(value, from) : Known<T>.None(from);
}
