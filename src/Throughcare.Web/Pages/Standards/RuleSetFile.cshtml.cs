using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Standards.Rules;
using Throughcare.Domain.Access;

namespace Throughcare.Web.Pages.Standards;

/// <summary>One version of the rule set as it was loaded, byte for byte: its hash is that of the file.</summary>
[May(Verb.LoadRules)]
public sealed class RuleSetFileModel(RuleSetVersions versions) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int version, CancellationToken stop) =>
        await versions.TextAsync(version, stop) is { } text ? File(Encoding.UTF8.GetBytes(text), "text/csv; charset=utf-8", "standards.csv") : NotFound();
}
