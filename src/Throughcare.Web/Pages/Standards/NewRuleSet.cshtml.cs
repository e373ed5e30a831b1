using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Standards.Rules;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Standards;

/// <summary>Takes a file of rules, says what is wrong with it, or begins its trial.</summary>
[May(Verb.LoadRules)]
public sealed class NewRuleSetModel(StartRuleTrial start) : PageModel
{
    public const int LinesShown = 200;

    private const int MostBytes = 2 * 1024 * 1024;

    public sealed class Form
    {
        public IFormFile? File { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<TableException> Wrong { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await TextAsync(stop) is not { } text)
        {
            return Page();
        }

        switch (await start.DoAsync(text, HttpContext.Actor, stop))
        {
            case Outcome<StartRuleTrial.Checked>.Done { Value: { Trial: { } trial } found }:
                return this.Done($"/admin/standards/trials/{trial.Id}", found.Warnings.Count == 0 ? "The file is right. What it would change is being worked out"
                    : $"The file can be used. {Words.Count(found.Warnings.Count, "thing")} to look at are listed below");
            case Outcome<StartRuleTrial.Checked>.Done { Value: var found }:
                Wrong = found.Wrong;
                ModelState.AddModelError("Input.File", $"{Words.Count(Wrong.Count, "thing")} in the file must be put right: {Wrong[0].Message}");
                return Page();
            case Outcome<StartRuleTrial.Checked>.Refused refused:
                return this.Refuse(refused.Why, field => field) ?? Page();
            default:
                return Page();
        }
    }

    private async Task<string?> TextAsync(CancellationToken stop)
    {
        if (Input.File is not { Length: > 0 } file)
        {
            return Problem(Input.File is null ? "Select a file" : "The selected file is empty");
        }

        if (file.Length > MostBytes)
        {
            return Problem("The selected file must be smaller than 2 MB");
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
