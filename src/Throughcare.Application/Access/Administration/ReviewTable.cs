using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;

namespace Throughcare.Application.Access.Administration;

/// <summary>Says what another version of a reference table would change, and what is wrong with it, before anything is loaded.</summary>
public sealed class ReviewTable(TableVersions versions)
{
    /// <param name="Number">The version it was compared with; 0 for the product's own.</param>
    public sealed record Review(TableRevision Revision, int Number);

    /// <param name="from">The day from which it is to be in force: it is compared with what stands then.</param>
    public async Task<Outcome<Review>> DoAsync(ReferenceTable table, string text, DateOnly from, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(actor);

        if (!Permissions.Has(actor.Role, Verb.ManageReferenceTables))
        {
            return Refusals.OfRole(Verb.ManageReferenceTables);
        }

        if (!table.CanChange)
        {
            return new Refusal("", "This table changes with a release of Throughcare");
        }

        var standing = await versions.AsAtAsync(table, from, stop);
        return new Review(TableRevision.Of(table, standing.Rows, text), standing.Number);
    }
}
