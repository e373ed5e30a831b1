namespace Throughcare.Risk;

/// <summary>Plain words for the parts of an explanation.</summary>
public static class PartWords
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["intercept"] = "The same for everybody",
        ["age"] = "Age on the community date",
        ["age_gender"] = "Age on the community date, and sex",
        ["age_at_community_date"] = "Age on the community date",
        ["age_at_last_sexual_sanction"] = "Age at the most recent sexual sanction",
        ["sex"] = "Sex",
        ["offence"] = "The current offence",
        ["first"] = "It is the first sanction",
        ["second"] = "It is the second sanction",
        ["conviction_status"] = "First sanction or a later one",
        ["gap"] = "Years between first and second sanction",
        ["total"] = "Number of sanctions",
        ["total_sanctions"] = "Number of sanctions",
        ["any_sanction"] = "Any sanction",
        ["violent_sanctions"] = "Number of violent sanctions",
        ["non_violent_sanctions"] = "Number of other sanctions",
        ["never_violent"] = "Never sanctioned for violence",
        ["once_violent"] = "Once sanctioned for violence",
        ["copas"] = "Sanctions for the length of the criminal career",
        ["copas_g"] = "Sanctions for the length of the criminal career",
        ["copas_g2"] = "Sanctions for the length of the criminal career, squared",
        ["copas_v"] = "Sanctions for the length of the criminal career",
        ["copas_violent"] = "Violent sanctions for the length of the criminal career",
        ["ofm"] = "Months without an offence in the community",
        ["live_in_partner"] = "Lives with a partner",
        ["drugs"] = "Drugs in current use",
        ["previous"] = "Earlier serious convictions",
        ["ogrs"] = "OGRS3, two years",
        ["nfa"] = "No fixed abode",
        ["unemployed"] = "Unemployed",
        ["lifestyle"] = "Activities that encourage offending",
        ["thinking"] = "Problem solving, consequences, others' views",
        ["attitudes"] = "Pro-criminal attitudes",
        ["impact"] = "Recognises the impact on others",
        ["alcohol"] = "Alcohol",
        ["treatment"] = "Psychiatric treatment",
        ["temper"] = "Temper control",
        ["contact_adult"] = "Sanctions: contact with adults",
        ["contact_child"] = "Sanctions: contact with children",
        ["non_contact"] = "Sanctions: without contact",
        ["stranger_victim"] = "The victim was a stranger",
        ["rule"] = "The first rule that holds",
        ["violence"] = "Serious violence",
        ["contact"] = "Contact sexual",
        ["images"] = "Indecent images",
        ["female"] = "A woman with a sexual history",
    };

    /// <summary>"Age on the community date"; for a part that is one question of OASys, the question.</summary>
    public static string Of(string part) =>
        Known.TryGetValue(part, out var words) ? words : RiskFields.Find(part) is { } field ? field.Words : part;
}
