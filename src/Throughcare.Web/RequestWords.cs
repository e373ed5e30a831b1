using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Throughcare.Application.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web;

/// <summary>Whom the address names, once it is established that the user may be here.</summary>
/// <param name="Address">What stands for the person in addresses: prison number, else CRN, else id.</param>
/// <param name="Number">Prison number, else CRN; empty for somebody who has neither.</param>
public sealed record CurrentPerson(PersonId Id, string Address, string LastCommaFirst, string Number);

/// <summary>What the gate has established before a page runs, read by name.</summary>
public static class RequestWords
{
    extension(HttpContext http)
    {
        public CurrentPerson Person => http.Features.GetRequiredFeature<CurrentPerson>();

        /// <summary>Who is asking, in the role and at the place they act in now.</summary>
        public Actor Actor => http.Features.GetRequiredFeature<Actor>();

        /// <summary>The user's account: their name and the other roles and places they have.</summary>
        public SessionAccounts.Standing Account => http.Features.GetRequiredFeature<SessionAccounts.Standing>();

        /// <summary>Records a search, with what was typed, and returns once that is on disk. Call it before showing results.</summary>
        public Task RecordSearchAsync(string text, string? purpose = null)
        {
            var looks = http.RequestServices.GetRequiredService<LookWriter>();
            return looks.WriteAsync(looks.Make(http.Actor, "/search") with { SearchText = text, Purpose = purpose });
        }
    }

    extension(ModelStateDictionary state)
    {
        /// <summary>Puts refusals where the error summary and the fields will find them.</summary>
        public void AddRefusals(IEnumerable<Refusal> why, string prefix)
        {
            ArgumentNullException.ThrowIfNull(why);
            foreach (var (field, message, _) in why)
            {
                state.AddModelError(field is "" ? "" : $"{prefix}.{field}", message);
            }
        }
    }
}
