using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web;

/// <summary>303 to a page of this product: what follows a good POST, so that Back and refresh never send it again.</summary>
public sealed class SeeOtherResult(string address) : ActionResult, Microsoft.AspNetCore.Mvc.ViewFeatures.IKeepTempDataResult
{
    public string Address => address;

    public override void ExecuteResult(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.HttpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.HttpContext.Response.Headers.Location = address;
    }
}

/// <summary>What pages answer after a POST.</summary>
public static class PageAnswers
{
    extension(PageModel page)
    {
        /// <summary>303 to where what was done can be seen, which says so.</summary>
        /// <param name="address">An address of this product.</param>
        /// <param name="success">What was done, such as "Contact recorded".</param>
        public SeeOtherResult Done(string address, string? success = null)
        {
            if (success is not null)
            {
                page.TempData[SuccessTagHelper.Key] = success;
            }

            return new(address);
        }

        /// <summary>Puts what the form can put right by its fields; answers what no form can put right with its own page.</summary>
        /// <param name="why">Why it was refused.</param>
        /// <param name="fieldOf">What the form calls a field of the request; the same word after "Input." unless said.</param>
        /// <returns><see langword="null"/> where the form is to be shown again.</returns>
        public IActionResult? Refuse(IEnumerable<Refusal> why, Func<string, string>? fieldOf = null)
        {
            ArgumentNullException.ThrowIfNull(why);
            foreach (var refusal in why)
            {
                switch (refusal.Kind)
                {
                    case RefusalKind.NotFound:
                        return page.NotFound();
                    case RefusalKind.Reach or RefusalKind.Limited or RefusalKind.Sensitivity:
                        return page.StatusCode(StatusCodes.Status403Forbidden);
                    case RefusalKind.Role when refusal.Field is "":
                        return page.StatusCode(StatusCodes.Status403Forbidden);
                    default:
                        page.ModelState.AddModelError(refusal.Field is "" ? "" : fieldOf?.Invoke(refusal.Field) ?? $"Input.{refusal.Field}", refusal.Message);
                        break;
                }
            }

            return null;
        }
    }
}
