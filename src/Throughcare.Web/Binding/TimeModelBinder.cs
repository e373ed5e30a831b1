using Microsoft.AspNetCore.Mvc.ModelBinding;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Binding;

/// <summary>Binds a time of day from one text.</summary>
public sealed class TimeModelBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);

        var key = bindingContext.ModelName;
        var value = bindingContext.ValueProvider.GetValue(key);
        if (value == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(key, value);
        if (string.IsNullOrWhiteSpace(value.FirstValue))
        {
            bindingContext.Result = ModelBindingResult.Success(null);
        }
        else if (TimeText.TryParse(value.FirstValue, out var time))
        {
            bindingContext.Result = ModelBindingResult.Success(time);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(key, TimeText.Problem);
        }

        return Task.CompletedTask;
    }
}
