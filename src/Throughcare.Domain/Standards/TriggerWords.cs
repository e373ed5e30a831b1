namespace Throughcare.Domain.Standards;

/// <summary>What starts a clock, as pages say it.</summary>
public static class TriggerWords
{
    public static string Of(Trigger trigger) => trigger.Kind is TriggerKind.Date
        ? trigger.Name switch
        {
            "RELEASE" => "the day of release",
            "RRD" => "the release reference date",
            "EARLY_ALLOCATION" or "EARLIEST_RELEASE" => "the earliest date of release",
            "PED" => "the parole eligibility date",
            "TED" => "the day the tariff expires",
            "THD" => "the target hearing date",
            "HDCED" => "the home detention curfew eligibility date",
            "LICENCE_START" => "the day the licence starts",
            "OPEN_MOVE" => "the planned move to open conditions",
            "AGE_21" => "the 21st birthday",
            "HANDOVER" => "the handover date",
            "HANDOVER_START" => "the start of handover",
            "PLAN_OBJECTIVE_TARGET" => "the target date of an objective",
            _ => trigger.Name,
        }
        : trigger.Name switch
        {
            "first_reception" => "first reception into custody",
            "reception" => "reception into the prison",
            "sentenced_arrival" => "arrival in the prison as a sentenced person",
            "transfer_in" => "transfer into the prison",
            "transfer_out" => "transfer out of the prison",
            "area_transfer" => "transfer to another probation area",
            "sentence" => "sentence",
            "release" => "release",
            "sentence_or_release" => "sentence in the community, or release",
            "in_scope" => "coming into scope",
            "allocation_com" => "allocation of the community offender manager",
            "first_appointment_attended" => "the first appointment kept",
            "oasys_signed" => "an assessment was signed",
            "oasys_completed" => "an assessment was completed",
            "rosh_assessed" => "the risk of serious harm was assessed",
            "rosh_raised" => "the risk of serious harm was raised",
            "plan_completed" => "a sentence plan was completed",
            "significant_change" => "a significant change",
            "home_visit" => "a home visit",
            "contact_occurred" => "a contact took place",
            "appointment_end" => "an appointment ended",
            "failed_to_attend" => "a missed appointment",
            "second_failure_12m" => "the second failure to comply in 12 months",
            "third_failure_12m" => "the third failure to comply in 12 months",
            "third_failure_licence" => "the third failure to comply on licence",
            "return_to_custody" => "return to custody on recall",
            "return_notified" => "the return to custody was notified",
            "mappa_meeting" => "a MAPPA meeting",
            "mappa_review" => "registration under MAPPA, or its review",
            "monitoring_started" => "monitoring of communications started",
            "flag_set" => "a risk flag was set",
            "victim_referral" => "referral to the victim contact scheme",
            "victim_contact" => "contact with the victim",
            "calendar_month" => "each calendar month",
            "rolling_4_weeks" => "each week, looking at the four weeks that end with it",
            var other => other.Replace('_', ' '),
        };
}
