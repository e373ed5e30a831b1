using System.Reflection;
using Throughcare.Domain.Record;
using Throughcare.Domain.Standards;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Domain.Tests.Standards;

public sealed class DueDigestTests
{
    private static readonly DueItem One = DueItems.Of(A.PersonId, new(2026, 3, 2), ItemState.MetLate) with { Note = "A note", CaseId = new(Guid.NewGuid()), Evidence = A.FactId, ResponsibleStaff = new(Guid.NewGuid()) };

    [Fact]
    public void Whatever_tells_two_items_apart_changes_the_fingerprint_and_nothing_else_does()
    {
        var before = DueDigest.Of([One]);
        foreach (var property in typeof(DueItem).GetProperties().Where(p => p.CanWrite))
        {
            var other = One with { };
            property.SetValue(other, Another(property, property.GetValue(One)));

            Assert.True(One.SaysTheSameAs(other) == (DueDigest.Of([other]) == before), property.Name);
        }
    }

    [Fact]
    public void The_order_of_items_does_not_matter_and_none_is_lost()
    {
        var two = One with { Key = "initial_oasys|sentence|other|0" };

        Assert.Equal(DueDigest.Of([One, two]), DueDigest.Of([two, One]));
        Assert.Equal(4, new[] { DueDigest.Of([]), DueDigest.Of([One]), DueDigest.Of([two]), DueDigest.Of([One, two]) }.Distinct().Count());
        Assert.NotEqual(DueDigest.Of([One with { Family = "ab", MeasureGroup = "c" }]), DueDigest.Of([One with { Family = "a", MeasureGroup = "bc" }]));
    }

    private static object? Another(PropertyInfo property, object? value) => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) switch
    {
        var type when type == typeof(string) => $"{value}x",
        var type when type == typeof(int) => (int)value! + 1,
        var type when type == typeof(bool) => value is not true,
        var type when type == typeof(DateOnly) => value is DateOnly day ? day.AddDays(1) : new DateOnly(2020, 1, 1),
        var type when type == typeof(DateTimeOffset) => value is DateTimeOffset at ? at.AddHours(1) : A.Monday,
        { IsEnum: true } type => Enum.GetValues(type).Cast<object>().First(other => !other.Equals(value)),
        var type when type == typeof(StandardId) => new StandardId("PL-011"),
        var type when type == typeof(PlaceCode) => new PlaceCode("MDI"),
        var type => Activator.CreateInstance(type, Guid.NewGuid()),
    };
}
