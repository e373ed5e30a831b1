namespace Throughcare.Risk;

/// <content>The answers by name.</content>
public sealed partial class RiskInput
{
    /// <summary>Sex.</summary>
    public Sex? Sex { get => (Sex?)Answer(RiskField.Sex); set => Set(RiskField.Sex, (int?)value); }

    /// <summary>Date of birth.</summary>
    public DateOnly? DateOfBirth { get => Day(RiskField.DateOfBirth); set => Set(RiskField.DateOfBirth, value?.DayNumber); }

    /// <summary>Date of the assessment.</summary>
    public DateOnly? AssessmentDate { get => Day(RiskField.AssessmentDate); set => Set(RiskField.AssessmentDate, value?.DayNumber); }

    /// <summary>Date of current conviction. (OASys 1.29)</summary>
    public DateOnly? ConvictionDate { get => Day(RiskField.ConvictionDate); set => Set(RiskField.ConvictionDate, value?.DayNumber); }

    /// <summary>Date of commencement of community sentence or earliest possible release from custody. (OASys 1.38)</summary>
    public DateOnly? CommunityDate { get => Day(RiskField.CommunityDate); set => Set(RiskField.CommunityDate, value?.DayNumber); }

    /// <summary>Age at first sanction. (OASys 1.8)</summary>
    public int? AgeAtFirstSanction { get => Answer(RiskField.AgeAtFirstSanction); set => Set(RiskField.AgeAtFirstSanction, value); }

    /// <summary>All sanctions, the current one among them; 1 to 999. (OASys 1.32)</summary>
    public int? TotalSanctions { get => Answer(RiskField.TotalSanctions); set => Set(RiskField.TotalSanctions, value); }

    /// <summary>How many of the total number of sanctions involved violent offences? (OASys 1.40)</summary>
    public int? ViolentSanctions { get => Answer(RiskField.ViolentSanctions); set => Set(RiskField.ViolentSanctions, value); }

    /// <summary>Have they ever committed a sexual or sexually motivated offence? (OASys 1.30)</summary>
    public bool? SexualHistory { get => Answer(RiskField.SexualHistory) is { } answer ? answer == 1 : null; set => Set(RiskField.SexualHistory, value is { } yes ? yes ? 1 : 0 : null); }

    /// <summary>Does the current offence have a sexual motivation? (OASys 1.41)</summary>
    public bool? SexualMotivation { get => Answer(RiskField.SexualMotivation) is { } answer ? answer == 1 : null; set => Set(RiskField.SexualMotivation, value is { } yes ? yes ? 1 : 0 : null); }

    /// <summary>Number of sanctions involving contact adult sexual or sexually motivated offences. (OASys 1.34)</summary>
    public int? ContactAdult { get => Answer(RiskField.ContactAdult); set => Set(RiskField.ContactAdult, value); }

    /// <summary>Number of sanctions involving direct contact child sexual or sexually motivated offences. (OASys 1.45)</summary>
    public int? ContactChild { get => Answer(RiskField.ContactChild); set => Set(RiskField.ContactChild, value); }

    /// <summary>Number of sanctions involving indecent child image or indirect child contact offences. (OASys 1.46)</summary>
    public int? IndecentImage { get => Answer(RiskField.IndecentImage); set => Set(RiskField.IndecentImage, value); }

    /// <summary>Number of sanctions involving other non-contact sexual offences. (OASys 1.37)</summary>
    public int? NonContact { get => Answer(RiskField.NonContact); set => Set(RiskField.NonContact, value); }

    /// <summary>Date of most recent sanction involving a sexual or sexually motivated offence. (OASys 1.33)</summary>
    public DateOnly? LastSexualOffenceDate { get => Day(RiskField.LastSexualOffenceDate); set => Set(RiskField.LastSexualOffenceDate, value?.DayNumber); }

    /// <summary>Does the current offence involve actual or attempted direct contact against a victim who was a stranger? (OASys 1.44)</summary>
    public bool? StrangerVictim { get => Answer(RiskField.StrangerVictim) is { } answer ? answer == 1 : null; set => Set(RiskField.StrangerVictim, value is { } yes ? yes ? 1 : 0 : null); }

    /// <summary>Date of most recent offence. (OASys 1.43)</summary>
    public DateOnly? LastOffenceDate { get => Day(RiskField.LastOffenceDate); set => Set(RiskField.LastOffenceDate, value?.DayNumber); }

    /// <summary>Whether in custody or on remand or in the community.</summary>
    public Supervision? Supervision { get => (Supervision?)Answer(RiskField.Supervision); set => Set(RiskField.Supervision, (int?)value); }

    /// <summary>Did the offence involve carrying or using a weapon? (OASys 2.2)</summary>
    public bool? Weapon { get => Answer(RiskField.Weapon) is { } answer ? answer == 1 : null; set => Set(RiskField.Weapon, value is { } yes ? yes ? 1 : 0 : null); }

    /// <summary>Do they recognise the impact and consequences of offending on others? (OASys 2.6)</summary>
    public bool? RecognisesImpact { get => Answer(RiskField.RecognisesImpact) is { } answer ? answer == 1 : null; set => Set(RiskField.RecognisesImpact, value is { } yes ? yes ? 1 : 0 : null); }

    /// <summary>Currently of no fixed abode or in transient accommodation. (OASys 3.3)</summary>
    public bool? NoFixedAbode { get => Answer(RiskField.NoFixedAbode) is { } answer ? answer == 1 : null; set => Set(RiskField.NoFixedAbode, value is { } yes ? yes ? 1 : 0 : null); }

    /// <summary>Suitability of accommodation. 0 none, 1 some, 2 significant. (OASys 3.4)</summary>
    public int? Accommodation { get => Answer(RiskField.Accommodation); set => Set(RiskField.Accommodation, value); }

    /// <summary>Is the person unemployed or will be on release? (OASys 4.2)</summary>
    public bool? Unemployed { get => Answer(RiskField.Unemployed) is { } answer ? answer == 1 : null; set => Set(RiskField.Unemployed, value is { } yes ? yes ? 1 : 0 : null); }

    /// <summary>Current relationship with partner. 0 none, 1 some, 2 significant. (OASys 6.4)</summary>
    public int? PartnerRelationship { get => Answer(RiskField.PartnerRelationship); set => Set(RiskField.PartnerRelationship, value); }

    /// <summary>Is there evidence of current or previous domestic abuse by them? (OASys 6.7)</summary>
    public bool? DomesticAbuse { get => Answer(RiskField.DomesticAbuse) is { } answer ? answer == 1 : null; set => Set(RiskField.DomesticAbuse, value is { } yes ? yes ? 1 : 0 : null); }

    /// <summary>Perpetrator of domestic abuse against a partner. (OASys 6.7)</summary>
    public bool? AbuseOfPartner { get => Answer(RiskField.AbuseOfPartner) is { } answer ? answer == 1 : null; set => Set(RiskField.AbuseOfPartner, value is { } yes ? yes ? 1 : 0 : null); }

    /// <summary>Perpetrator of domestic abuse against a family member. (OASys 6.7)</summary>
    public bool? AbuseOfFamily { get => Answer(RiskField.AbuseOfFamily) is { } answer ? answer == 1 : null; set => Set(RiskField.AbuseOfFamily, value is { } yes ? yes ? 1 : 0 : null); }

    /// <summary>1 in a relationship and living together, 2 in one and living apart, 3 in none. (OASys 6.8)</summary>
    public int? RelationshipStatus { get => Answer(RiskField.RelationshipStatus); set => Set(RiskField.RelationshipStatus, value); }

    /// <summary>Regular activities encourage offending. 0 none, 1 some, 2 significant. (OASys 7.2)</summary>
    public int? RegularActivities { get => Answer(RiskField.RegularActivities); set => Set(RiskField.RegularActivities, value); }

    /// <summary>Drugs ever misused. (OASys 8.1)</summary>
    public bool? DrugsEverMisused { get => Answer(RiskField.DrugsEverMisused) is { } answer ? answer == 1 : null; set => Set(RiskField.DrugsEverMisused, value is { } yes ? yes ? 1 : 0 : null); }

    /// <summary>Current drug misuse. 0 none, 1 some, 2 significant. (OASys 8.4)</summary>
    public int? CurrentDrugMisuse { get => Answer(RiskField.CurrentDrugMisuse); set => Set(RiskField.CurrentDrugMisuse, value); }

    /// <summary>0 full motivation to tackle drug misuse, 1 partial, 2 none. (OASys 8.8)</summary>
    public int? DrugMotivation { get => Answer(RiskField.DrugMotivation); set => Set(RiskField.DrugMotivation, value); }

    /// <summary>Drugs in current use; the empty set is an answer. (OASys 8.2)</summary>
    public Drugs? Drugs { get => (Drugs?)Answer(RiskField.Drugs); set => Set(RiskField.Drugs, (int?)value); }

    /// <summary>Is current use of alcohol a problem? 0 none, 1 some, 2 significant. (OASys 9.1)</summary>
    public int? AlcoholNow { get => Answer(RiskField.AlcoholNow); set => Set(RiskField.AlcoholNow, value); }

    /// <summary>Binge drinking or excessive use of alcohol in the last 6 months. 0 none, 1 some, 2 significant. (OASys 9.2)</summary>
    public int? BingeDrinking { get => Answer(RiskField.BingeDrinking); set => Set(RiskField.BingeDrinking, value); }

    /// <summary>Current psychiatric treatment or treatment pending. (OASys 10.7)</summary>
    public bool? PsychiatricTreatment { get => Answer(RiskField.PsychiatricTreatment) is { } answer ? answer == 1 : null; set => Set(RiskField.PsychiatricTreatment, value is { } yes ? yes ? 1 : 0 : null); }

    /// <summary>Impulsivity. 0 none, 1 some, 2 significant. (OASys 11.2)</summary>
    public int? Impulsivity { get => Answer(RiskField.Impulsivity); set => Set(RiskField.Impulsivity, value); }

    /// <summary>Temper control. 0 none, 1 some, 2 significant. (OASys 11.4)</summary>
    public int? Temper { get => Answer(RiskField.Temper); set => Set(RiskField.Temper, value); }

    /// <summary>Problem solving skills. 0 none, 1 some, 2 significant. (OASys 11.6)</summary>
    public int? ProblemSolving { get => Answer(RiskField.ProblemSolving); set => Set(RiskField.ProblemSolving, value); }

    /// <summary>0 aware of consequences, 1 sometimes, 2 not. (OASys 11.7)</summary>
    public int? AwarenessOfConsequences { get => Answer(RiskField.AwarenessOfConsequences); set => Set(RiskField.AwarenessOfConsequences, value); }

    /// <summary>Understands other people's views. 0 none, 1 some, 2 significant. (OASys 11.9)</summary>
    public int? OthersViews { get => Answer(RiskField.OthersViews); set => Set(RiskField.OthersViews, value); }

    /// <summary>Pro-criminal attitudes. 0 none, 1 some, 2 significant. (OASys 12.1)</summary>
    public int? Attitudes { get => Answer(RiskField.Attitudes); set => Set(RiskField.Attitudes, value); }

    /// <summary>Convictions ever; the empty set is an answer. (OASys R1.2)</summary>
    public PreviousConvictions? Previous { get => (PreviousConvictions?)Answer(RiskField.Previous); set => Set(RiskField.Previous, (int?)value); }
}
