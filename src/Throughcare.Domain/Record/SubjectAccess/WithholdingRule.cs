namespace Throughcare.Domain.Record.SubjectAccess;

/// <summary>Why something that is held about a person is not given to them when they ask for their record.</summary>
public enum WithholdingRule
{
    /// <summary>About somebody else, or told by somebody else.</summary>
    ThirdParty,

    /// <summary>Who a victim is, what they want, and that there is contact with one at all.</summary>
    Victim,

    /// <summary>Somebody who told something in confidence could be known by it.</summary>
    Informant,

    /// <summary>Advice of a lawyer, or made for a case before a court.</summary>
    LegalPrivilege,

    /// <summary>Security and intelligence of police and prisons.</summary>
    Security,

    /// <summary>Restricted work to protect the public: monitoring, child contact, risk management meetings.</summary>
    PublicProtection,

    /// <summary>A nomination that the person must not learn of.</summary>
    Covert,

    /// <summary>Minutes and papers of multi-agency public protection meetings.</summary>
    MappaMinutes,

    /// <summary>Terrorism and extremism.</summary>
    Extremism,

    /// <summary>Knowing it would be likely to harm somebody's health seriously.</summary>
    Health,

    /// <summary>Who may open the record, and who may not.</summary>
    LimitedAccess,

    /// <summary>Entered on this record by mistake: it is somebody else's.</summary>
    RecordedInError,

    /// <summary>Nobody has said whether entries of this kind may be given.</summary>
    Unclassified,

    /// <summary>Somebody has to read it first, and nobody has.</summary>
    Undecided,
}

/// <summary>Rules in words, and what the person is told of them.</summary>
/// <remarks>Grounds: Data Protection Act 2018, section 45(4) (law enforcement), Schedule 2 paragraphs 16 and 19, Schedule 3 paragraph 5.</remarks>
public static class WithholdingRules
{
    /// <summary>Those that a person who reads may choose; the others are the product's own.</summary>
    public static IReadOnlyList<WithholdingRule> Choosable { get; } =
        [.. Enum.GetValues<WithholdingRule>().Where(rule => rule is not (WithholdingRule.Unclassified or WithholdingRule.Undecided))];

    extension(WithholdingRule rule)
    {
        /// <summary>At the beginning of a line, for staff.</summary>
        public string Name => rule switch
        {
            WithholdingRule.ThirdParty => "About or from somebody else",
            WithholdingRule.Victim => "Victim contact",
            WithholdingRule.Informant => "Somebody who told something in confidence",
            WithholdingRule.LegalPrivilege => "Legal privilege",
            WithholdingRule.Security => "Security or intelligence",
            WithholdingRule.PublicProtection => "Restricted public protection work",
            WithholdingRule.Covert => "Covert nomination",
            WithholdingRule.MappaMinutes => "MAPPA minutes and papers",
            WithholdingRule.Extremism => "Terrorism or extremism",
            WithholdingRule.Health => "Likely to harm somebody’s health seriously",
            WithholdingRule.LimitedAccess => "Who may open the record",
            WithholdingRule.RecordedInError => "Recorded here by mistake",
            WithholdingRule.Unclassified => "A kind of entry that nobody has classified",
            _ => "Waiting to be read",
        };

        /// <summary>The law that allows it.</summary>
        public string Ground => rule switch
        {
            WithholdingRule.ThirdParty or WithholdingRule.RecordedInError =>
                "It is about somebody else (Data Protection Act 2018, section 45(4)(e) and Schedule 2, paragraph 16)",
            WithholdingRule.LegalPrivilege => "It is legally privileged (Data Protection Act 2018, Schedule 2, paragraph 19)",
            WithholdingRule.Health => "Giving it would be likely to harm somebody’s health seriously (Data Protection Act 2018, Schedule 3, paragraph 5)",
            WithholdingRule.Victim or WithholdingRule.Informant or WithholdingRule.LimitedAccess =>
                "To protect the rights and freedoms of others (Data Protection Act 2018, section 45(4)(e))",
            WithholdingRule.Extremism => "To protect public or national security (Data Protection Act 2018, section 45(4)(c) and (d))",
            WithholdingRule.Unclassified or WithholdingRule.Undecided => "It has not been read yet",
            _ => "To avoid prejudicing the prevention or detection of crime, or the carrying out of sentences (Data Protection Act 2018, section 45(4)(b))",
        };

        /// <summary>The person may be told that something was withheld for this reason: saying so gives nothing away.</summary>
        public bool IsSafeToSay => rule is WithholdingRule.ThirdParty or WithholdingRule.LegalPrivilege or WithholdingRule.Health;
    }
}
