namespace Throughcare.Risk;

/// <summary>An input of the predictors, in the order of their list; what each is called in files and in OASys stands in <c>fields.csv</c>.</summary>
public enum RiskField
{
    /// <summary>Sex.</summary>
    Sex,

    /// <summary>Date of birth.</summary>
    DateOfBirth,

    /// <summary>Date of the assessment.</summary>
    AssessmentDate,

    /// <summary>Date of current conviction (OASys 1.29).</summary>
    ConvictionDate,

    /// <summary>Date of commencement of community sentence or earliest possible release from custody (OASys 1.38).</summary>
    CommunityDate,

    /// <summary>Home Office code of the current offence.</summary>
    OffenceCode,

    /// <summary>Offence category of OGRS3.</summary>
    Ogrs3Category,

    /// <summary>Offence category of the 2026 family.</summary>
    ArpCategory,

    /// <summary>Age at first sanction (OASys 1.8).</summary>
    AgeAtFirstSanction,

    /// <summary>Total number of sanctions for all offences (OASys 1.32).</summary>
    TotalSanctions,

    /// <summary>How many of the total number of sanctions involved violent offences? (OASys 1.40).</summary>
    ViolentSanctions,

    /// <summary>Have they ever committed a sexual or sexually motivated offence? (OASys 1.30).</summary>
    SexualHistory,

    /// <summary>Does the current offence have a sexual motivation? (OASys 1.41).</summary>
    SexualMotivation,

    /// <summary>Number of sanctions involving contact adult sexual or sexually motivated offences (OASys 1.34).</summary>
    ContactAdult,

    /// <summary>Number of sanctions involving direct contact child sexual or sexually motivated offences (OASys 1.45).</summary>
    ContactChild,

    /// <summary>Number of sanctions involving indecent child image or indirect child contact offences (OASys 1.46).</summary>
    IndecentImage,

    /// <summary>Number of sanctions involving other non-contact sexual offences (OASys 1.37).</summary>
    NonContact,

    /// <summary>Date of most recent sanction involving a sexual or sexually motivated offence (OASys 1.33).</summary>
    LastSexualOffenceDate,

    /// <summary>Does the current offence involve actual or attempted direct contact against a victim who was a stranger? (OASys 1.44).</summary>
    StrangerVictim,

    /// <summary>Date of most recent offence (OASys 1.43).</summary>
    LastOffenceDate,

    /// <summary>Whether in custody or on remand or in the community.</summary>
    Supervision,

    /// <summary>Did the offence involve carrying or using a weapon? (OASys 2.2).</summary>
    Weapon,

    /// <summary>Do they recognise the impact and consequences of offending on others? (OASys 2.6).</summary>
    RecognisesImpact,

    /// <summary>Currently of no fixed abode or in transient accommodation (OASys 3.3).</summary>
    NoFixedAbode,

    /// <summary>Suitability of accommodation (OASys 3.4).</summary>
    Accommodation,

    /// <summary>Is the person unemployed or will be on release? (OASys 4.2).</summary>
    Unemployed,

    /// <summary>Current relationship with partner (OASys 6.4).</summary>
    PartnerRelationship,

    /// <summary>Is there evidence of current or previous domestic abuse by them? (OASys 6.7).</summary>
    DomesticAbuse,

    /// <summary>Perpetrator of domestic abuse against a partner (OASys 6.7).</summary>
    AbuseOfPartner,

    /// <summary>Perpetrator of domestic abuse against a family member (OASys 6.7).</summary>
    AbuseOfFamily,

    /// <summary>Current relationship status (OASys 6.8).</summary>
    RelationshipStatus,

    /// <summary>Regular activities encourage offending (OASys 7.2).</summary>
    RegularActivities,

    /// <summary>Drugs ever misused (OASys 8.1).</summary>
    DrugsEverMisused,

    /// <summary>Current drug misuse (OASys 8.4).</summary>
    CurrentDrugMisuse,

    /// <summary>Motivation to tackle drug misuse (OASys 8.8).</summary>
    DrugMotivation,

    /// <summary>Drugs in current use (OASys 8.2).</summary>
    Drugs,

    /// <summary>Is current use of alcohol a problem? (OASys 9.1).</summary>
    AlcoholNow,

    /// <summary>Binge drinking or excessive use of alcohol in the last 6 months (OASys 9.2).</summary>
    BingeDrinking,

    /// <summary>Current psychiatric treatment or treatment pending (OASys 10.7).</summary>
    PsychiatricTreatment,

    /// <summary>Impulsivity (OASys 11.2).</summary>
    Impulsivity,

    /// <summary>Temper control (OASys 11.4).</summary>
    Temper,

    /// <summary>Problem solving skills (OASys 11.6).</summary>
    ProblemSolving,

    /// <summary>Awareness of consequences (OASys 11.7).</summary>
    AwarenessOfConsequences,

    /// <summary>Understands other people's views (OASys 11.9).</summary>
    OthersViews,

    /// <summary>Pro-criminal attitudes (OASys 12.1).</summary>
    Attitudes,

    /// <summary>Previous convictions for serious offences (OASys R1.2).</summary>
    Previous,

    /// <summary>The two-year percentage of OGRS3.</summary>
    Ogrs3TwoYear,

    /// <summary>The violence component SNSV.</summary>
    ComponentSnsv,

    /// <summary>The contact sexual component OSP/DC.</summary>
    ComponentOspDc,

    /// <summary>The images component OSP/IIC.</summary>
    ComponentOspIic,

    /// <summary>The violence component SVRP.</summary>
    ComponentSvrp,

    /// <summary>The contact sexual component DC-SRP.</summary>
    ComponentDcSrp,

    /// <summary>The images component IIC-SRP.</summary>
    ComponentIicSrp,
}
