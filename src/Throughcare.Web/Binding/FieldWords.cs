using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Throughcare.Web.Binding;

/// <summary>What fields are called in messages.</summary>
public static class FieldWords
{
    extension(ModelMetadata metadata)
    {
        /// <summary>The field's display name, else its property's name as words: <c>TargetDate</c> is "Target date".</summary>
        public string NameInWords => metadata.DisplayName ?? Separate(metadata.Name ?? "Date");
    }

    /// <summary>"Date of sentence" in the middle of a sentence; a first word of capitals such as PNC stays as it is.</summary>
    public static string InSentence(string name) => name is [var first, var second, ..] && !char.IsUpper(second)
        ? char.ToLowerInvariant(first) + name[1..]
        : name;

    internal static string Separate(string name) => string.Concat(name.Select((c, i) =>
        i > 0 && char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString()));
}

/// <summary>A required field that says nothing else is asked for in our words: "Enter date of sentence".</summary>
public sealed class RequiredWords : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<RequiredAttribute>())
        {
            if (rule.ErrorMessage is null && rule.ErrorMessageResourceName is null)
            {
                var display = context.Attributes.OfType<DisplayAttribute>().FirstOrDefault()?.GetName();
                rule.ErrorMessage = $"Enter {FieldWords.InSentence(display ?? FieldWords.Separate(context.Key.Name ?? "this"))}";
            }
        }
    }
}
