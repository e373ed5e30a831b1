using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Throughcare.Web.Pages.Access;

/// <summary>What to do when signing in fails: the same for everyone, so that it tells nothing of any account.</summary>
[AllowAnonymous]
public sealed class LockedModel : PageModel;
