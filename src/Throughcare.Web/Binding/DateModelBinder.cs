using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Throughcare.Web.Binding;

/// <summary>Binds a date from three boxes (<c>From.Day</c>, <c>From.Month</c>, <c>From.Year</c>) or from one text.</summary>
/// <remarks>What was typed stays in the model state. An empty date is no error here: whether it is required is said by the form.</remarks>
public sealed class DateModelBinder(ITypedDates dates) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);

        var key = bindingContext.ModelName;
        var name = bindingContext.ModelMetadata.NameInWords;
        var fourFigures = bindingContext.ModelMetadata.ValidatorMetadata.Any(rule => rule is DateOfBirthAttribute);

        TypedDate? typed;
        if (Typed(bindingContext, key) is { } text)
        {
            typed = dates.Read(text, name, fourFigures);
        }
        else
        {
            var day = Typed(bindingContext, $"{key}.Day");
            var month = Typed(bindingContext, $"{key}.Month");
            var year = Typed(bindingContext, $"{key}.Year");
            if (day is null && month is null && year is null)
            {
                return Task.CompletedTask;
            }

            typed = dates.Read(day, month, year, name, fourFigures);
        }

        if (typed is null)
        {
            bindingContext.Result = ModelBindingResult.Success(null);
        }
        else if (typed.Problem is { } problem)
        {
            // The whole date has the error too, so that nothing else is said of a date that was not read.
            bindingContext.ModelState.TryAddModelError(key, problem);
            foreach (var part in typed.Parts)
            {
                bindingContext.ModelState.TryAddModelError($"{key}.{part}", problem);
            }
        }
        else
        {
            bindingContext.Result = ModelBindingResult.Success(typed.Date);
        }

        return Task.CompletedTask;
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
