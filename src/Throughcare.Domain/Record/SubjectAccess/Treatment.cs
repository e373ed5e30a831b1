namespace Throughcare.Domain.Record.SubjectAccess;

/// <summary>What becomes of one version of an entry when the person asks for their record.</summary>
public abstract record Treatment
{
    private Treatment() { }

    /// <param name="Title">What the entry is, such as "Key worker session".</param>
    /// <param name="Lines">What it says, in the order in which it is shown.</param>
    public sealed record Released(string Title, IReadOnlyList<ExportLine> Lines) : Treatment
    {
        /// <summary>Why somebody has to decide about the whole entry; <see langword="null"/> where its kind may be given.</summary>
        public string? DecideBecause { get; init; }
    }

    public sealed record Withheld(WithholdingRule Rule) : Treatment;
}

/// <param name="Label">What it is, at the beginning of a line.</param>
/// <param name="NeedsReading">Free text, which may name others: somebody reads it before it is given.</param>
public sealed record ExportLine(string Label, string Value, bool NeedsReading = false);

/// <summary>What a treatment depends on besides the entry itself.</summary>
public sealed record ExportContext
{
    /// <summary>The person is on a list that they must not learn of: no flag, alert or entry may tell them.</summary>
    public bool HasCovertNomination { get; init; }

    /// <summary>The contact that an addendum belongs to, as it stands; <see langword="null"/> where it is not known.</summary>
    public Func<FactId, Contact?> ContactOf { get; init; } = _ => null;

    /// <summary>The name of a member of staff; <see langword="null"/> where it is not known.</summary>
    public Func<StaffId, string?> NameOf { get; init; } = _ => null;
}

/// <summary>Which kinds of entry are given, and how: one for every type of fact of the record. A type without one is withheld.</summary>
/// <param name="Fact">The type of fact.</param>
/// <param name="Kind">The kind of entry, in the singular, such as "Address".</param>
/// <param name="Of">Decides about one version.</param>
public sealed record FactExport(Type Fact, ExportSection Section, string Kind, Func<FactVersion, ExportContext, Treatment> Of)
{
    internal static FactExport For<T>(ExportSection section, string kind, Func<T, ExportContext, Treatment> of)
        where T : FactVersion => new(typeof(T), section, kind, (fact, context) => of((T)fact, context));

    internal static FactExport Giving<T>(ExportSection section, string kind, Func<T, ExportLines> lines)
        where T : FactVersion => For<T>(section, kind, (fact, _) => lines(fact).Under(kind));

    internal static FactExport Never<T>(ExportSection section, string kind, WithholdingRule rule)
        where T : FactVersion => For<T>(section, kind, (_, _) => new Treatment.Withheld(rule));
}

/// <summary>Parts of an export, in their order.</summary>
public enum ExportSection
{
    Identity,
    Circumstances,
    Sentences,
    Dates,
    Custody,
    Staff,
    Risk,
    Alerts,
    Plan,
    Contacts,
    Documents,
    Record,
}

public static class ExportSections
{
    extension(ExportSection section)
    {
        /// <summary>The heading, said to the person.</summary>
        public string Title => section switch
        {
            ExportSection.Identity => "Who you are",
            ExportSection.Circumstances => "Your life and your needs",
            ExportSection.Sentences => "Your offences, sentences and orders",
            ExportSection.Dates => "Your dates",
            ExportSection.Custody => "Your time in custody",
            ExportSection.Staff => "Staff who worked with you",
            ExportSection.Risk => "Assessments of risk",
            ExportSection.Alerts => "Alerts and flags",
            ExportSection.Plan => "Your plan and what you took part in",
            ExportSection.Contacts => "Contacts and notes",
            ExportSection.Documents => "Documents",
            _ => "How your record was kept",
        };

        /// <summary>The name in the JSON form.</summary>
        public string Code => section.ToString().ToLowerInvariant();
    }
}
