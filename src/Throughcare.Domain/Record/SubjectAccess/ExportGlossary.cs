namespace Throughcare.Domain.Record.SubjectAccess;

/// <summary>Words of the service, in plain ones, for the end of an export.</summary>
public static class ExportGlossary
{
    public static IReadOnlyList<(string Term, string Meaning)> Terms { get; } =
    [
        ("Alert", "Something that staff must know at once."),
        ("Approved premises", "A supervised hostel where some people live after prison."),
        ("COM", "Community offender manager: the probation officer who works with you outside prison."),
        ("Conditional release date", "The day you should be let out, on licence."),
        ("CRN", "Case reference number: your number in probation."),
        ("Handover pack", "A copy of the main facts that goes to the next prison or probation office."),
        ("Incentive level", "How much you may have or do in prison, earned by behaviour."),
        ("IOM", "Integrated offender management: police, probation and others working together with some people."),
        ("Key worker", "The prison officer who meets you regularly."),
        ("Licence", "The rules you keep after prison."),
        ("MAPPA", "Multi-agency public protection arrangements: how police, prison and probation manage certain risks together."),
        ("OASys", "The assessment of risks and needs that prison and probation use."),
        ("OGRS, OGP, OVP, OSP, RSR", "Calculations of how likely somebody is to offend again, from facts such as age and earlier offences. They are about groups of people, not a prediction for you."),
        ("PNC number", "Your number on the police national computer."),
        ("POM", "Prison offender manager: the member of staff who plans your sentence with you in prison."),
        ("Requirement", "Something that a court order asks you to do."),
        ("Risk of serious harm", "How likely it is that somebody is badly hurt, from low to very high."),
        ("Tier", "How much probation contact a case needs."),
        ("Transfer", "A move to another prison or area."),
    ];
}
