namespace Throughcare.Domain.Rules;

/// <summary>The lists that hold a code, a description and nothing that a rule reads.</summary>
public static class CodeLists
{
    public static CodeList AccessDenialReasons { get; } = new("codes/access-denial-reasons.csv");

    public static CodeList AddressStatus { get; } = new("codes/address-status.csv");

    public static CodeList AddressType { get; } = new("codes/address-type.csv");

    public static CodeList AllocationEndReasons { get; } = new("codes/allocation-end-reasons.csv");

    public static CodeList ContactMethod { get; } = new("codes/contact-method.csv");

    public static CodeList EstablishmentType { get; } = new("codes/establishment-type.csv");

    public static CodeList Ethnicity { get; } = new("codes/ethnicity.csv");

    public static CodeList GenderIdentity { get; } = new("codes/gender-identity.csv");

    public static CodeList HdcRefusalReason { get; } = new("codes/hdc-refusal-reason.csv");

    public static CodeList HealthProblem { get; } = new("codes/health-problem.csv");

    public static CodeList IncentiveLevel { get; } = new("codes/incentive-level.csv");

    public static CodeList Language { get; } = new("codes/language.csv");

    public static CodeList MaritalStatus { get; } = new("codes/marital-status.csv");

    public static CodeList MergeReasons { get; } = new("codes/merge-reasons.csv");

    public static CodeList MovementTypes { get; } = new("codes/movement-types.csv");

    public static CodeList NameType { get; } = new("codes/name-type.csv");

    public static CodeList Nationality { get; } = new("codes/nationality.csv");

    public static CodeList NonAssociationType { get; } = new("codes/non-association-type.csv");

    public static CodeList ReasonableAdjustment { get; } = new("codes/reasonable-adjustment.csv");

    public static CodeList Relationship { get; } = new("codes/relationship.csv");

    public static CodeList Religion { get; } = new("codes/religion.csv");

    public static CodeList Sex { get; } = new("codes/sex.csv");

    public static CodeList SexualOrientation { get; } = new("codes/sexual-orientation.csv");

    public static CodeList Title { get; } = new("codes/title.csv");
}
