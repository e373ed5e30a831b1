using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Throughcare.Storage;

/// <summary>One column of a table as the model maps it: how to get its value from an entity, converted as the provider keeps it.</summary>
/// <remarks>The bulk writers are made of these, so that a mapping is said once and both ways of writing obey it.</remarks>
/// <param name="Name">The column, in quotes: some are reserved words.</param>
/// <param name="ProviderType">What the provider is given: never nullable.</param>
/// <param name="Value">From the entity (typed as the entity) to the provider's value, boxed or not; nullable where it can be null.</param>
public sealed record BulkColumn(string Name, Type ProviderType, Func<Expression, Expression> Value)
{
    /// <summary>All columns of the table of <paramref name="type"/>, in the model's order.</summary>
    public static IReadOnlyList<BulkColumn> Of(IEntityType type)
    {
        var table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
        return [.. type.GetFlattenedProperties().Select(property => Of(property, table))];
    }

    private static BulkColumn Of(IProperty property, StoreObjectIdentifier table)
    {
        var name = property.GetColumnName(table) ?? throw new InvalidOperationException($"{property.Name} has no column.");
        var converter = property.GetTypeMapping().Converter;
        var provider = converter?.ProviderClrType ?? property.ClrType;
        provider = Nullable.GetUnderlyingType(provider) ?? provider;
        return new BulkColumn($"\"{name}\"", provider, entity => Convert(Member(entity, property), converter, provider));
    }

    private static MemberExpression Member(Expression entity, IPropertyBase property)
    {
        Expression owner = property.DeclaringType is IComplexType complex ? Member(entity, complex.ComplexProperty) : entity;
        return Expression.Property(owner, property.PropertyInfo ?? throw new InvalidOperationException($"{property.Name} is not a property."));
    }

    /// <returns>The provider's value: of type <paramref name="provider"/>, or its nullable form.</returns>
    private static Expression Convert(Expression value, ValueConverter? converter, Type provider)
    {
        if (converter is null)
        {
            return value;
        }

        var inner = Nullable.GetUnderlyingType(value.Type);
        if (inner is null)
        {
            return Call(converter, value);
        }

        var nullable = provider.IsValueType ? typeof(Nullable<>).MakeGenericType(provider) : provider;
        return Expression.Condition(
            Expression.Property(value, nameof(Nullable<>.HasValue)),
            Expression.Convert(Call(converter, Expression.Property(value, nameof(Nullable<>.Value))), nullable),
            Expression.Constant(null, nullable));
    }

    private static Expression Call(ValueConverter converter, Expression value)
    {
        var lambda = converter.ConvertToProviderExpression;
        var parameter = lambda.Parameters[0];
        Expression argument = value.Type == parameter.Type ? value : Expression.Convert(value, parameter.Type);
        return new Replace(parameter, argument).Visit(lambda.Body);
    }

    private sealed class Replace(ParameterExpression parameter, Expression by) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? by : base.VisitParameter(node);
    }
}
