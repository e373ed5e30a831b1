using Throughcare.Domain.Access;
using Throughcare.Domain.Sentences;

namespace Throughcare.Web;

/// <summary>What dates and people are, in the words of the pages that people read about themselves.</summary>
public static class OwnWords
{
    extension(KeyDateKind kind)
    {
        /// <summary>What happens on the day, in one or two short sentences.</summary>
        public string Meaning => kind.Code switch
        {
            "Confirmed" => "You will be let out on this day. It has been agreed.",
            "HDCAD" => "You will go home with a tag on this day.",
            "HDCED" => "This is the first day you could go home with a tag. It has to be agreed first.",
            "PED" => "This is the first day the Parole Board could let you out.",
            "TED" => "You must stay in prison until this day. After it the Parole Board can decide to let you out.",
            "THD" => "Your parole hearing should be by this day.",
            "CRD" => "You should be let out on this day. You will then be on licence, which has rules you must keep.",
            "ARD" => "You should be let out on this day.",
            "NPD" => "If you do not get parole, you should be let out on this day.",
            "PRRD" => "You came back to prison from licence. You should be let out again by this day.",
            "LED" => "Your licence ends on this day.",
            "SLED" => "Your sentence and your licence end on this day.",
            "SED" => "Your sentence ends on this day.",
            _ => "Your supervision after the licence ends on this day.",
        };
    }

    extension(Role role)
    {
        /// <summary>What one of a person's managers is called.</summary>
        public string OwnName => role switch
        {
            Role.Pom => "Prison offender manager (POM)",
            Role.Com => "Probation practitioner (COM)",
            _ => "Key worker",
        };

        /// <summary>What they do for the person.</summary>
        public string OwnJob => role switch
        {
            Role.Pom => "They plan your time in prison with you.",
            Role.Com => "They work outside prison. They get things ready for when you leave, and meet you when you are out.",
            _ => "They are an officer on your wing who talks with you often.",
        };

        /// <summary>How to get to see them from prison.</summary>
        public string OwnReach => role switch
        {
            Role.Com => "Ask your POM to get in touch with them, or write to them at their office.",
            Role.Pom => "Ask any officer on your wing, or send an application to the offender management unit (OMU).",
            _ => "Ask any officer on your wing.",
        };

        /// <summary>What is said while nobody is chosen.</summary>
        public string NotChosen => role switch
        {
            Role.Pom => "Your POM has not been chosen yet",
            Role.Com => "Your probation practitioner has not been chosen yet",
            _ => "Your key worker has not been chosen yet",
        };
    }
}
