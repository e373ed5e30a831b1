using Throughcare.Domain.Assessment;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record.Documents;

namespace Throughcare.Domain.Record.Handover;

/// <summary>How complete a pack is: things that are there, of those that apply to the person.</summary>
public sealed record PackCompleteness(IReadOnlyList<PackTick> Ticks)
{
    /// <summary>Parts of a pack that the record has no place for; they count neither way.</summary>
    public static IReadOnlyList<string> NotHeld { get; } =
    [
        "Due items", "Minutes of the last planning board", "Education and work screening, learning plan", "Non-associations", "Public protection meeting actions",
        "Applications, complaints and adjudications", "Stage of temporary release, home detention curfew and parole",
    ];

    public int Present => Ticks.Count(tick => tick.IsPresent);

    public int Applicable => Ticks.Count;

    public IReadOnlyList<string> Missing => [.. Ticks.Where(tick => !tick.IsPresent).Select(tick => tick.Name)];

    /// <param name="facts">On the day of the pack.</param>
    /// <param name="documents">On record as they are believed.</param>
    /// <param name="hasPlan">An objective of a plan is on record.</param>
    /// <param name="roles">Roles by which a substantive contact was recorded in the last 12 months.</param>
    public static PackCompleteness Of(CaseFacts facts, IReadOnlyList<PersonDocument> documents, bool hasPlan, IReadOnlySet<Access.Role> roles)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(roles);
        List<PackTick> ticks = [];
        var isSentenced = facts.IsSentenced.Value;
        var isHeld = facts.RulePlace is { HasValue: true, Value: RulePlace.Custody };

        Tick("Date of birth", facts.DateOfBirth.HasValue);
        Tick("Prison number or CRN", facts.NumberOf(IdentifierKind.Noms).HasValue || facts.NumberOf(IdentifierKind.Crn).HasValue);
        Tick("Photograph", Has("PHOTO"));
        Tick("Legal status", facts.LegalStatus.HasValue || facts.GoverningSentence.HasValue);
        Tick("Whether an interpreter is needed", facts.InterpreterNeeded.HasValue);
        Tick("An agreed adjustment for every need", !facts.HasUnmetAdjustment.Value, facts.HasIndividualNeed.Value);
        Tick("Key dates", facts.AllKeyDates.Count > 0, isSentenced);
        Tick("Risk of serious harm", facts.RoshOverall.HasValue, isSentenced);
        Tick("Risk predictors", facts.CompleteAssessments.Count > 0, isSentenced);
        Tick("MAPPA level", facts.MappaLevel.Value is not (MappaLevel.None or MappaLevel.ToBeConfirmed), facts.IsMappaEligible.Value);
        Tick("Cell sharing risk assessment", Has("CSRA"), isHeld);
        Tick("Self-harm support plan", Has("ACCT"), facts.ActiveAlertCodes.Value?.Contains("HA") is true);
        Tick("Prison offender manager", facts.HasPom.Value, isHeld);
        Tick("Community offender manager", facts.HasCom.Value);
        Tick("Key worker", facts.HasKeyWorker.Value, isHeld && facts.PrisonUsesKeyWork.Value);
        Tick("Current plan", hasPlan, isSentenced);
        Tick("OASys assessment", facts.LastOasysCompletedOn.HasValue, isSentenced);
        Tick("Risk management plan", facts.RmpCompletedOn.HasValue, facts.RoshOverall is { HasValue: true, Value: >= RoshLevel.Medium });
        Tick("A contact of the prison offender manager in the last 12 months", roles.Contains(Access.Role.Pom), isHeld && isSentenced);
        Tick("A contact of the key worker in the last 12 months", roles.Contains(Access.Role.KeyWorker), isHeld && facts.PrisonUsesKeyWork.Value);
        foreach (var missing in MissingDocuments.Of(facts, documents))
        {
            ticks.Add(new($"Document: {missing.Name}", IsPresent: false));
        }

        foreach (var type in documents.Where(d => !d.Withdrawn).Select(d => d.Type).Distinct(StringComparer.Ordinal).Where(type => DocumentTypes.Find(type) is { IsInTransferPack: true }))
        {
            if (type is not ("PHOTO" or "CSRA" or "ACCT"))
            {
                ticks.Add(new($"Document: {DocumentTypes.Table[type].Description}", IsPresent: true));
            }
        }

        return new(ticks);

        bool Has(string type) => documents.Any(d => !d.Withdrawn && d.Type == type);

        void Tick(string name, bool isPresent, bool applies = true)
        {
            if (applies)
            {
                ticks.Add(new(name, isPresent));
            }
        }
    }
}

public sealed record PackTick(string Name, bool IsPresent);
