using Throughcare.Domain.Record;

namespace Throughcare.Domain.Assessment;

/// <summary>One assessment as the summary extract of OASys gives it. <see cref="FactVersion.SourceId"/> is its OASys id;
/// <see cref="FactVersion.ValidFrom"/> the day it was completed, or begun while it is not.</summary>
public sealed record AssessmentSummary : FactVersion
{
    public required OasysType Type { get; init; }

    public required DateOnly InitiatedOn { get; init; }

    public DateOnly? CompletedOn { get; init; }

    public required OasysStatus Status { get; init; }

    public string? Assessor { get; init; }

    public string? AssessorUnit { get; init; }

    /// <summary>Reoffending within one year, per cent; the older family.</summary>
    public decimal? Ogrs3OneYear { get; init; }

    /// <summary>Reoffending within two years, per cent.</summary>
    public decimal? Ogrs3TwoYear { get; init; }

    /// <summary>General reoffending within one year, per cent.</summary>
    public decimal? OgpOneYear { get; init; }

    public decimal? OgpTwoYear { get; init; }

    /// <summary>Violent reoffending within one year, per cent.</summary>
    public decimal? OvpOneYear { get; init; }

    public decimal? OvpTwoYear { get; init; }

    /// <summary>A seriously harmful reoffence within two years, per cent, from fixed facts alone.</summary>
    public decimal? RsrStatic { get; init; }

    /// <summary>The same with facts that change.</summary>
    public decimal? RsrDynamic { get; init; }

    /// <summary>Direct contact sexual reoffending, per cent.</summary>
    public decimal? OspDc { get; init; }

    /// <summary>Images and indirect contact sexual reoffending, per cent.</summary>
    public decimal? OspIic { get; init; }

    public RoshLevel? ChildrenCommunity { get; init; }

    public RoshLevel? ChildrenCustody { get; init; }

    public RoshLevel? PublicCommunity { get; init; }

    public RoshLevel? PublicCustody { get; init; }

    public RoshLevel? KnownAdultCommunity { get; init; }

    public RoshLevel? KnownAdultCustody { get; init; }

    public RoshLevel? StaffCommunity { get; init; }

    public RoshLevel? StaffCustody { get; init; }

    public RoshLevel? PrisonersCustody { get; init; }

    /// <summary>The overall level as the extract gives it.</summary>
    public RoshLevel? OverallGiven { get; init; }

    public bool? HasRiskManagementPlan { get; init; }

    public DateOnly? RiskManagementPlanOn { get; init; }

    public DateOnly? SentencePlanOn { get; init; }

    /// <summary>Sections that were filled in, as the extract lists them.</summary>
    public string? Sections { get; init; }

    public bool IsComplete => Status is OasysStatus.Complete && CompletedOn is not null && !Withdrawn;

    public bool HasRosh => Community is not null || Custody is not null || OverallGiven is not null;

    /// <summary>The highest cell of the community column; the level as given where there are no cells at all.</summary>
    public RoshLevel? Community => Highest(ChildrenCommunity, PublicCommunity, KnownAdultCommunity, StaffCommunity)
        ?? (Custody is null ? OverallGiven : null);

    /// <summary>The highest cell of the custody column.</summary>
    public RoshLevel? Custody => Highest(ChildrenCustody, PublicCustody, KnownAdultCustody, StaffCustody, PrisonersCustody);

    /// <summary>The highest of all cells; the level as given where there are none.</summary>
    public RoshLevel? Overall => Highest(Community, Custody) ?? OverallGiven;

    public RoshLevel? Of(RoshGroup group, RoshSetting setting) => (group, setting) switch
    {
        (RoshGroup.Children, RoshSetting.Community) => ChildrenCommunity,
        (RoshGroup.Children, _) => ChildrenCustody,
        (RoshGroup.Public, RoshSetting.Community) => PublicCommunity,
        (RoshGroup.Public, _) => PublicCustody,
        (RoshGroup.KnownAdult, RoshSetting.Community) => KnownAdultCommunity,
        (RoshGroup.KnownAdult, _) => KnownAdultCustody,
        (RoshGroup.Staff, RoshSetting.Community) => StaffCommunity,
        (RoshGroup.Staff, _) => StaffCustody,
        (_, RoshSetting.Custody) => PrisonersCustody,
        _ => null,
    };

    private static RoshLevel? Highest(params ReadOnlySpan<RoshLevel?> cells)
    {
        RoshLevel? highest = null;
        foreach (var cell in cells)
        {
            highest = cell is { } level && !(level <= highest) ? level : highest;
        }

        return highest;
    }
}

/// <summary>To whom serious harm may come.</summary>
public enum RoshGroup
{
    Children,
    Public,
    KnownAdult,
    Staff,

    /// <summary>Asked of custody alone.</summary>
    Prisoners,
}

/// <summary>Where the person would be.</summary>
public enum RoshSetting
{
    Community,
    Custody,
}

/// <summary>Kinds of assessment as the summary extract names them.</summary>
public enum OasysType
{
    Layer1,
    Layer3,
    Rsr,
    Full,
}

public enum OasysStatus
{
    Open,
    LockedIncomplete,
    Complete,
    Deleted,
}
