using System.ComponentModel.DataAnnotations;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Binding;

/// <summary>A date that cannot be after today in London.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public class TodayOrPastAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is DateOnly date && date > TodayIn(validationContext)
            ? new(ErrorMessage ?? $"{NameIn(validationContext)} must be today or in the past")
            : ValidationResult.Success;

    internal static DateOnly TodayIn(ValidationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ((TimeProvider?)context.GetService(typeof(TimeProvider)) ?? TimeProvider.System).GetUtcNow().LondonDate;
    }

    internal static string NameIn(ValidationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.DisplayName == context.MemberName ? FieldWords.Separate(context.DisplayName) : context.DisplayName;
    }
}

/// <summary>A date that has to be after today in London.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class InFutureAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is DateOnly date && date <= TodayOrPastAttribute.TodayIn(validationContext)
            ? new(ErrorMessage ?? $"{TodayOrPastAttribute.NameIn(validationContext)} must be in the future")
            : ValidationResult.Success;
}

/// <summary>A date of birth: its year has four figures, and it is today or in the 120 years before. The binder reads it so.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class DateOfBirthAttribute : TodayOrPastAttribute;
