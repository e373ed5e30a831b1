namespace Throughcare.Domain.Record;

/// <summary>Something that makes it harder for a person to take part, and what was agreed about it.</summary>
public sealed record IndividualNeed : FactVersion
{
    public required NeedCategory Category { get; init; }

    /// <summary>1-4,000 characters.</summary>
    public required string Detail { get; init; }

    public required NeedSource Source { get; init; }

    /// <summary>What was agreed; <see langword="null"/> with <see cref="NoneRequired"/> false is work to do.</summary>
    public string? Adjustment { get; init; }

    /// <summary>It was decided that no adjustment is required.</summary>
    public bool NoneRequired { get; init; }

    /// <summary>When the need is looked at again; 12 months by default.</summary>
    public required DateOnly ReviewOn { get; init; }

    public bool HasUnmetAdjustment => Adjustment is null && !NoneRequired;
}

public enum NeedCategory
{
    Physical,
    Sensory,
    MentalHealth,
    LearningDisability,
    Neurodivergence,
    Literacy,
    Numeracy,
    Language,
    FaithPractice,
    Caring,
    PregnancyOrMaternity,
    AgeRelated,
    GenderRelated,
    Trauma,
    Other,
}

public enum NeedSource
{
    Self,
    Screening,
    Professional,
}
