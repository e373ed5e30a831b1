using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access.Administration;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Access;

/// <summary>Takes another version of a reference table: the file is checked row by row, what it changes is shown, then it is loaded.</summary>
/// <remarks>Nothing is kept between the two steps but in the form itself; what comes back with it is checked anew.</remarks>
[May(Verb.ManageReferenceTables)]
public sealed class NewTableVersionModel(ReviewTable review, LoadTable load, TimeProvider clock) : PageModel
{
    /// <summary>Lines of a list; a table may have thousands.</summary>
    public const int LinesShown = 200;

    private const int MostBytes = 1024 * 1024;

    public sealed class Form
    {
        public IFormFile? File { get; set; }

        public DateOnly? From { get; set; }

        public string? Reason { get; set; }

        /// <summary>The file that was checked.</summary>
        public string? Kept { get; set; }

        /// <summary>The version that it was compared with.</summary>
        public int Seen { get; set; }

        public bool MeansFewer { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>check or load.</summary>
    [BindProperty]
    public string? What { get; set; }

    public static IReadOnlyList<Choice> Fewer { get; } = [new("true", "I mean it")];

    public ReferenceTable Table { get; private set; } = null!;

    /// <summary>What would change; <see langword="null"/> until a file was checked.</summary>
    public ReviewTable.Review? Review { get; private set; }

    public IReadOnlyList<TableException> Wrong { get; private set; } = [];

    /// <summary>The file that was checked, to be sent with the form again.</summary>
    public string Kept { get; private set; } = "";

    public IActionResult OnGet(string name)
    {
        if (!Find(name))
        {
            return NotFound();
        }

        Input.From = clock.GetUtcNow().LondonDate;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string name, CancellationToken stop)
    {
        if (!Find(name))
        {
            return NotFound();
        }

        var text = await TextAsync(stop);
        if (Input.From is null && ModelState["Input.From"]?.Errors.Count is null or 0)
        {
            ModelState.AddModelError("Input.From", "Enter the date from which it is in force");
        }

        if (text is null || Input.From is not { } from)
        {
            return Page();
        }

        if (await review.DoAsync(Table, text, from, HttpContext.Actor, stop) is not Outcome<ReviewTable.Review>.Done { Value: var seen })
        {
            return Forbid();
        }

        Wrong = seen.Revision.Wrong;
        if (Wrong.Count > 0)
        {
            ModelState.AddModelError("Input.File", $"{Words.Count(Wrong.Count, "thing")} in the file must be put right: {Wrong[0].Message}");
            return Page();
        }

        if (seen.Revision.ChangesNothing)
        {
            ModelState.AddModelError("Input.File", "This is the same as the version that is in force then. There is nothing to load");
            return Page();
        }

        (Review, Kept) = (seen, Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));
        return What is not "load" ? Page()
            : await load.DoAsync(new(Table, text, from, Input.Reason, Input.Seen, Input.MeansFewer), HttpContext.Actor, stop) switch
            {
                Outcome<int>.Refused refused => this.Refuse(refused.Why, field => field) ?? Page(),
                Outcome<int>.Done done => this.Done($"/admin/tables/{Table.Name}", $"Version {done.Value} is in force from {from.In(DateForm.Long)}"),
                _ => Page(),
            };
    }

    private bool Find(string name)
    {
        Table = ReferenceTables.Find(name)!;
        return Table is { CanChange: true };
    }

    /// <summary>The text of the file that was chosen, or of the one that was checked before.</summary>
    private async Task<string?> TextAsync(CancellationToken stop)
    {
        if (Input.File is null && Input.Kept is { Length: > 0 } kept)
        {
            var bytes = new byte[kept.Length];
            return Convert.TryFromBase64String(kept, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : Problem("Select the file again");
        }

        if (Input.File is not { Length: > 0 } file)
        {
            return Problem(Input.File is null ? "Select a file" : "The selected file is empty");
        }

        if (file.Length > MostBytes)
        {
            return Problem("The selected file must be smaller than 1 MB");
        }

        try
        {
            using var reader = new StreamReader(file.OpenReadStream(), new UTF8Encoding(false, throwOnInvalidBytes: true));
            return await reader.ReadToEndAsync(stop);
        }
        catch (DecoderFallbackException)
        {
            return Problem("The selected file must be saved as CSV UTF-8");
        }
    }

    private string? Problem(string message)
    {
        ModelState.AddModelError("Input.File", message);
        return null;
    }
}
