namespace Throughcare.Domain.Access;

/// <summary>What a row of reach makes of its holder.</summary>
public static class WorkRelationships
{
    extension(ReachKind kind)
    {
        /// <summary>Who was granted access reads as the unit does; who broke the glass reads as the allocated worker does, for
        /// that is what an emergency is for.</summary>
        public WorkRelationship Relationship => kind switch
        {
            ReachKind.Manager or ReachKind.BreakGlass => WorkRelationship.OwnCase,
            ReachKind.Sample => WorkRelationship.Sample,
            ReachKind.Unit or ReachKind.EarlierUnit or ReachKind.ReceivingUnit or ReachKind.Granted => WorkRelationship.Unit,
            _ => WorkRelationship.None,
        };
    }
}
