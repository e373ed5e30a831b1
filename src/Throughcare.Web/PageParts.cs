using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Throughcare.Web;

/// <summary>What a page has said about itself while it was rendered, for the layout, which is rendered after it.</summary>
public sealed class PageParts
{
    private readonly List<Field> _fields = [];

    /// <summary>Breadcrumbs or a back link; the layout puts it before the main part.</summary>
    public IHtmlContent? WayBack { get; private set; }

    /// <summary>Whether the page has a form whose errors are to be summed up.</summary>
    public bool SumsUpErrors { get; set; }

    /// <summary>Whether a select is to be made into an autocomplete, so that its script is needed.</summary>
    public bool UsesAutocomplete { get; set; }

    /// <exception cref="InvalidOperationException">The page has one already: a page has breadcrumbs or a back link, never both.</exception>
    public void LeadBack(IHtmlContent content) => WayBack = WayBack is null
        ? content
        : throw new InvalidOperationException("A page has breadcrumbs or a back link, not both.");

    /// <summary>Says that a field stands here, so that its errors can be listed in the order of the page.</summary>
    /// <param name="key">The key of the field in the model state.</param>
    /// <param name="target">The id of the input to which a link in the error summary leads.</param>
    /// <param name="group">The field that this input is a part of, where it is; a group has one error in the summary.</param>
    public void AddField(string key, string target, string? group = null) => _fields.Add(new(key, target, group ?? key));

    /// <summary>The first error of every field, in the order in which the fields stand on the page; then those of no field.</summary>
    /// <returns>Target is <see langword="null"/> where no field shows the error.</returns>
    public IReadOnlyList<PageError> Errors(ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(state);

        var errors = new List<PageError>();
        var groups = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

        foreach (var field in _fields)
        {
            keys.Add(field.Key);
            if (state.FirstError(field.Key) is { } message && groups.Add(field.Group))
            {
                errors.Add(new(message, field.Target));
            }
        }

        foreach (var (key, _) in state)
        {
            if (!keys.Contains(key) && state.FirstError(key) is { } message)
            {
                errors.Add(new(message, null));
            }
        }

        return errors;
    }

    private readonly record struct Field(string Key, string Target, string Group);
}

/// <param name="Message">The words, the same as by the field.</param>
/// <param name="Target">The id of the input to put right.</param>
public sealed record PageError(string Message, string? Target);

public static class PagePartsWords
{
    private static readonly object Key = new();

    extension(HttpContext http)
    {
        public PageParts PageParts
        {
            get
            {
                if (http.Items[Key] is not PageParts parts)
                {
                    http.Items[Key] = parts = new();
                }

                return parts;
            }
        }
    }

    extension(ModelStateDictionary state)
    {
        /// <summary>The message that the field and the summary both show; <see langword="null"/> where there is none.</summary>
        public string? FirstError(string key) =>
            state.TryGetValue(key, out var entry) && entry.Errors.Count > 0
                ? entry.Errors[0].ErrorMessage is { Length: > 0 } message ? message : "Check this answer"
                : null;
    }
}
