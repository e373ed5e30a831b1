using Microsoft.AspNetCore.Mvc.ModelBinding;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Binding;

/// <summary>Binds a date from three boxes (<c>From.Day</c>, <c>From.Month</c>, <c>From.Year</c>) or from one text.</summary>
/// <remarks>What was typed stays in the model state. An empty date is no error here: whether it is required is said by the form.</remarks>
public sealed class DateModelBinder(TimeProvider clock) : IModelBinder
{
    private static readonly DateParts[] Boxes = [DateParts.Day, DateParts.Month, DateParts.Year];

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);

        var key = bindingContext.ModelName;
        var field = bindingContext.ModelMetadata;
        var rules = new DateRules(FieldWords.InSentence(field.NameInWords), clock.GetUtcNow().LondonDate)
        {
            IsRequired = false,
            IsBirth = field.ValidatorMetadata.Any(rule => rule is DateOfBirthAttribute),
        };

        DateReading read;
        if (Typed(bindingContext, key) is { } text)
        {
            read = DateText.Read(text, rules) with { Wrong = DateParts.All };
        }
        else
        {
            var typed = Boxes.Select(box => Typed(bindingContext, $"{key}.{box}")).ToList();
            if (typed.TrueForAll(box => box is null))
            {
                return Task.CompletedTask;
            }

            read = DateText.Read(typed[0], typed[1], typed[2], rules);
        }

        if (read.Problem is not { } problem)
        {
            bindingContext.Result = ModelBindingResult.Success(read.Date);
            MarkRead(bindingContext, key);
            return Task.CompletedTask;
        }

        // The whole date has the error too, so that nothing else is said of a date that was not read.
        bindingContext.ModelState.TryAddModelError(key, problem);
        foreach (var box in Boxes.Where(box => read.Wrong is not DateParts.All && read.Wrong.HasFlag(box)))
        {
            bindingContext.ModelState.TryAddModelError($"{key}.{box}", problem);
        }

        MarkRead(bindingContext, key);
        return Task.CompletedTask;
    }

    /// <summary>Boxes are no properties, so nobody else would say that they were looked at; and a form is not valid while one
    /// of its entries was not.</summary>
    private static void MarkRead(ModelBindingContext context, string key)
    {
        foreach (var box in Boxes)
        {
            if (context.ModelState.GetFieldValidationState($"{key}.{box}") is ModelValidationState.Unvalidated
                && context.ModelState.ContainsKey($"{key}.{box}"))
            {
                context.ModelState.MarkFieldValid($"{key}.{box}");
            }
        }
    }

    private static string? Typed(ModelBindingContext context, string key)
    {
        var value = context.ValueProvider.GetValue(key);
        if (value == ValueProviderResult.None)
        {
            return null;
        }

        context.ModelState.SetModelValue(key, value);
        return value.FirstValue ?? "";
    }
}
