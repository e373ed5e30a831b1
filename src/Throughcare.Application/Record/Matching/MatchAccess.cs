using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Application.Record.Matching;

/// <summary>Who may decide about two records. A prison works with the one and a delivery unit with the other: whoever reaches one
/// of them may, unless the other is closed to them.</summary>
internal static class MatchAccess
{
    public static async Task<Refusal?> RefusalAsync(AccessPolicy access, Verb verb, PersonId one, PersonId other, Actor actor, CancellationToken stop)
    {
        var (first, second) = (await access.RefusalAsync(verb, one, actor, stop), await access.RefusalAsync(verb, other, actor, stop));
        return (first?.Kind, second?.Kind) switch
        {
            (null, null or RefusalKind.Reach) or (RefusalKind.Reach, null) => null,
            (null or RefusalKind.Reach, _) => second,
            _ => first,
        };
    }
}
