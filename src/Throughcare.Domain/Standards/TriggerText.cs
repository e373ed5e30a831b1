using System.Collections.Frozen;
using System.Globalization;

namespace Throughcare.Domain.Standards;

/// <summary>What a trigger is called.</summary>
/// <param name="Words">Within a sentence, after "from" or "before": "the day of sentence".</param>
/// <param name="HasTime">Its clock can run in hours, so that it needs a time.</param>
public sealed record TriggerInfo(Trigger Trigger, string Words, bool HasTime = false);

/// <summary>Reads triggers as the rule set writes them: <c>event:sentence</c>, <c>date:RELEASE</c>, <c>period:calendar_month</c>.</summary>
public static class TriggerText
{
    private const string AgePrefix = "AGE_";

    private static readonly TriggerInfo[] Known =
    [
        Event("first_reception", "first reception into prison", hasTime: true),
        Event("reception", "reception into a prison"),
        Event("sentenced_arrival", "arrival in the prison as a sentenced person"),
        Event("transfer_in", "arrival from another prison"),
        Event("transfer_out", "leaving for another prison"),
        Event("area_transfer", "transfer to another probation area"),
        Event("sentence", "sentence"),
        Event("release", "release"),
        Event("sentence_or_release", "the community sentence, or release from custody"),
        Event("in_scope", "coming into scope of the offender management model"),
        Event("allocation_com", "allocation of the community offender manager"),
        Event("first_appointment_attended", "the first appointment attended"),
        Event("oasys_signed", "signature of an assessment"),
        Event("oasys_completed", "completion of an assessment"),
        Event("rosh_assessed", "an assessment of the risk of serious harm"),
        Event("plan_completed", "completion of a plan"),
        Event("objective_achieved", "an objective achieved"),
        Event("immediate_needs_completed", "completion of the immediate needs screening"),
        Event("significant_change", "a significant change"),
        Event("rosh_raised", "a rise in the level of risk"),
        Event("home_visit", "a home visit"),
        Event("contact_occurred", "a contact", hasTime: true),
        Event("appointment_end", "the end of an appointment", hasTime: true),
        Event("failed_to_attend", "an appointment that was not kept"),
        Event("second_failure_12m", "the second failure to comply in 12 months"),
        Event("third_failure_12m", "the third failure to comply in 12 months"),
        Event("third_failure_licence", "the third failure to comply on licence"),
        Event("breach_started", "the start of breach proceedings"),
        Event("recall_decision", "the decision to recall", hasTime: true),
        Event("recall_request_received", "receipt of the recall request", hasTime: true),
        Event("licence_revoked", "revocation of the licence", hasTime: true),
        Event("return_to_custody", "return to custody"),
        Event("return_notified", "notice of the return to custody"),
        Event("mappa_meeting", "a MAPPA meeting"),
        Event("mappa_review", "a MAPPA review"),
        Event("monitoring_started", "the start of monitoring"),
        Event("child_contact_decision", "the decision on contact with children"),
        Event("security_risk_change", "a change in the security risk"),
        Event("flag_set", "a flag being set"),
        Event("victim_referral", "referral to the victim contact scheme"),
        Event("victim_contact", "contact with the victim"),
        Event("licence_approved", "approval of the licence"),
        Event("parole_hearing", "the parole hearing"),
        Event("parole_decision", "the parole decision"),
        Event("programme_completed", "completion of a programme"),
        Event("programme_report", "the post-programme report"),
        Event("categorised", "security categorisation"),
        Event("charge", "a charge"),
        Event("hdc_address_requested", "the request for an address check"),
        Event("rotl_enquiry", "the temporary release enquiry"),
        Event("report_requested", "the request for a court report"),
        Event("inspection_end", "the end of the inspection"),
        Event("draft_sent", "sending of the draft report"),
        Event("report_published", "publication of the report"),
        Event("handover", "handover to the community"),
        Event("supervision_end", "the end of supervision"),
        Date("RELEASE", "release"),
        Date("RRD", "the earliest date of release"),
        Date("EARLY_ALLOCATION", "the earliest date for early allocation"),
        Date("EARLIEST_RELEASE", "the release date that handover counts from"),
        Date("PED", "the parole eligibility or tariff expiry date"),
        Date("TED", "the tariff expiry date"),
        Date("THD", "the target hearing date"),
        Date("HDCED", "the home detention curfew eligibility date"),
        Date("LICENCE_START", "the start of the licence"),
        Date("OPEN_MOVE", "the move to open conditions"),
        Date("HANDOVER", "the handover date"),
        Date("HANDOVER_START", "the start of handover"),
        Date("PLAN_OBJECTIVE_TARGET", "the target date of the objective"),
        new(new(TriggerKind.Period, "calendar_month"), "the calendar month"),
        new(new(TriggerKind.Period, "rolling_4_weeks"), "the four weeks that end on Sunday"),
    ];

    private static readonly FrozenDictionary<Trigger, TriggerInfo> ByTrigger = Known.ToFrozenDictionary(info => info.Trigger);

    /// <summary>Every trigger but the birthdays.</summary>
    public static IReadOnlyList<TriggerInfo> All => Known;

    /// <summary>What a trigger is called; <see langword="null"/> for one that there is not.</summary>
    public static TriggerInfo? Find(Trigger trigger) => ByTrigger.TryGetValue(trigger, out var info) ? info
        : AgeOf(trigger) is { } age ? new(trigger, $"the {age}{Ordinal(age)} birthday")
        : null;

    /// <summary>The birthday that <c>date:AGE_21</c> means; <see langword="null"/> for any other trigger.</summary>
    public static int? AgeOf(Trigger trigger) =>
        trigger.Kind is TriggerKind.Date && trigger.Name.StartsWith(AgePrefix, StringComparison.Ordinal)
        && int.TryParse(trigger.Name.AsSpan(AgePrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age is > 0 and < 120
            ? age : null;

    /// <summary>Reads one trigger.</summary>
    /// <exception cref="RuleTextException">There is no such trigger.</exception>
    public static Trigger Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(text, text, 0);
    }

    /// <summary>Reads a list with commas between; empty for an empty text.</summary>
    /// <exception cref="RuleTextException">One of them is no trigger, or a period.</exception>
    public static IReadOnlyList<Trigger> ParseList(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
        {
            return [];
        }

        List<Trigger> triggers = [];
        var at = 0;
        foreach (var part in text.Split(','))
        {
            var trigger = Read(part.Trim(), text, at);
            triggers.Add(trigger.Kind is TriggerKind.Period ? throw new RuleTextException(text, at, "a period ends nothing") : trigger);
            at += part.Length + 1;
        }

        return triggers;
    }

    private static Trigger Read(string part, string text, int at)
    {
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        TriggerKind? kind = (colon < 0 ? "" : part[..colon]) switch
        {
            "event" => TriggerKind.Event,
            "date" => TriggerKind.Date,
            "period" => TriggerKind.Period,
            _ => null,
        };
        return kind is not { } known ? throw new RuleTextException(text, at, "a trigger begins with event:, date: or period:")
            : new Trigger(known, part[(colon + 1)..]) is var trigger && Find(trigger) is not null ? trigger
            : throw new RuleTextException(text, at + colon + 1, $"there is no trigger '{part}'");
    }

    private static string Ordinal(int number) => (number % 100) is >= 11 and <= 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };

    private static TriggerInfo Event(string name, string words, bool hasTime = false) => new(new(TriggerKind.Event, name), words, hasTime);

    private static TriggerInfo Date(string name, string words) => new(new(TriggerKind.Date, name), words);
}
