using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Throughcare.Web.Pages.Help;

/// <summary>The glossary.</summary>
[AllowAnonymous]
public sealed class WordsModel : PageModel
{
    /// <summary>In the order of the alphabet.</summary>
    public static IReadOnlyList<(string Word, string Meaning)> Words { get; } =
    [
        ("ACCT", "Assessment, care in custody and teamwork: the plan for someone at risk of suicide or self-harm in prison."),
        ("Addendum", "Details added to a contact after it was saved. The contact itself stays as it was."),
        ("ARD", "Automatic release date: the day on which the law says that someone must be released, without licence."),
        ("Booking number", "The number of one stay in custody. A person gets a new one each time they come into prison."),
        ("COM", "Community offender manager: the probation practitioner who manages a person’s sentence outside prison, or before release."),
        ("Contact", "Something done with a person or about them: a meeting, a call, a letter, a note."),
        ("CRD", "Conditional release date: the day on which someone is released on licence."),
        ("CRN", "Case reference number: the number by which probation knows a person, such as X123456."),
        ("CRO number", "Criminal records office number, kept with fingerprints."),
        ("Custody episode", "One stay in custody, from first reception to final release."),
        ("HDCED", "Home detention curfew eligibility date: the first day on which someone may be let out on curfew with a tag."),
        ("Key worker", "The prison officer who sees a person regularly, usually each week."),
        ("Late", "A contact recorded more than 5 working days after it happened."),
        ("LED", "Licence expiry date: the last day of licence."),
        ("Licence", "The rules that someone must keep after release, until the licence ends."),
        ("Limited access", "A record that only named people may open."),
        ("MAPPA", "Multi-agency public protection arrangements: how agencies together manage people who could do serious harm."),
        ("NPD", "Non-parole date: the day of release of someone who is not given parole, under older sentences."),
        ("OMU", "Offender management unit: the part of a prison that manages sentences."),
        ("PDU", "Probation delivery unit: a local area of probation."),
        ("PED", "Parole eligibility date: the first day on which someone may be released by the Parole Board."),
        ("PNC number", "The number by which the Police National Computer knows a person."),
        ("POM", "Prison offender manager: manages a person’s sentence in prison."),
        ("Prison number", "The number by which prisons know a person for life, such as A1234BC. Also called the NOMS number."),
        ("PRRD", "Post-recall release date: the day of release of someone who was recalled."),
        ("Recall", "Being brought back to prison for breaking the rules of a licence."),
        ("Restricted", "Information that exists and that you may not see."),
        ("RoSH", "Risk of serious harm to others, from low to very high."),
        ("ROTL", "Release on temporary licence: leaving prison for a short time, for a reason."),
        ("SED", "Sentence expiry date: the last day of the sentence."),
        ("SLED", "Sentence and licence expiry date: the day on which both end."),
        ("TED", "Tariff expiry date: the end of the shortest time that someone with a life or indeterminate sentence must serve."),
        ("THD", "Target hearing date: the day for which a parole hearing is planned."),
        ("Third-party information", "Something that somebody else told staff about a person. It is never shown to the person."),
        ("Tier", "How much work a case is, which decides who manages it and how often they meet."),
        ("TUSED", "Top-up supervision expiry date: the end of supervision after a short sentence."),
        ("Unlawfully at large", "Out of prison without permission: escaped, or not back in time."),
    ];
}
