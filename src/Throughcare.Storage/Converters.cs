using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;

namespace Throughcare.Storage;

/// <summary>How values are kept, the same in every context.</summary>
internal static class Converters
{
    public static void Teach(ModelConfigurationBuilder conventions, Dialect dialect)
    {
        conventions.Properties<Role>().HaveConversion<RoleConverter>().HaveMaxLength(24);
        conventions.Properties<PlaceCode>().HaveConversion<PlaceCodeConverter>().HaveMaxLength(10);
        conventions.Properties<StandardId>().HaveConversion<StandardIdConverter>().HaveMaxLength(8);
        conventions.Properties<Coded>().HaveConversion<CodedConverter>().HaveMaxLength(240);
        foreach (var type in EnumsByName.All)
        {
            conventions.Properties(type).HaveConversion<string>().HaveMaxLength(40);
        }

        dialect.Teach(conventions);
    }
}

internal sealed class PlaceCodeConverter() : ValueConverter<PlaceCode, string>(place => place.Text, text => new(text));

internal sealed class StandardIdConverter() : ValueConverter<StandardId, string>(id => id.Text, text => new(text));

internal sealed class CodedConverter() : ValueConverter<Coded, string>(coded => coded.Text, text => new(text));

internal sealed class RoleConverter() : ValueConverter<Role, string>(role => RoleCodes.ToCode(role), text => RoleCodes.FromCode(text));

/// <summary>Enumerations that are kept by name, so that a row can be read without the program. Ordered ones
/// (<see cref="Sensitivity"/>), flags and the key kinds stay numbers: they are compared.</summary>
internal static class EnumsByName
{
    private static readonly Type[] Numbers =
        [typeof(Sensitivity), typeof(DetailFields), typeof(Domain.Sentences.KeyDateFields), typeof(NameKeyKind), typeof(Verb), typeof(Role),
            typeof(Domain.Record.Matching.MatchReasons)];

    public static IReadOnlyList<Type> All { get; } =
        [.. typeof(ManagerAssignment).Assembly.GetExportedTypes().Where(type => type.IsEnum && !Numbers.Contains(type))];
}
