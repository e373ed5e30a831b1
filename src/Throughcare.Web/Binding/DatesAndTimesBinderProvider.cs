using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Throughcare.Web.Binding;

/// <summary>Gives every date and time of every form to the binders that read what people type.</summary>
public sealed class DatesAndTimesBinderProvider(TimeProvider clock) : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var type = context.Metadata.UnderlyingOrModelType;
        return type == typeof(DateOnly) ? new DateModelBinder(clock)
            : type == typeof(TimeOnly) ? new TimeModelBinder()
            : null;
    }
}
