using Microsoft.Extensions.Time.Testing;
using Throughcare.Application;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;

namespace Throughcare.Testing;

/// <summary>Starts a sensible, fictional thing; the test then says what is special about it.</summary>
public static class A
{
    private static ulong _tail;

    public static DateTimeOffset Monday { get; } = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Ids in order, the same on every run.</summary>
    public static IdSource IdSource { get; } = new(new FakeTimeProvider(Monday), () => Interlocked.Increment(ref _tail));

    public static Entry Entry { get; } = new(Monday, new(IdSource.Next()), Role.HeadOmu, new("LHI"), "Test");

    public static FactId FactId => new(IdSource.Next());

    public static PersonId PersonId => new(IdSource.Next());

    public static Actor Actor(Role role, string place = "LHI") => new(new(IdSource.Next()), role, new(place), Door.Page);
}
