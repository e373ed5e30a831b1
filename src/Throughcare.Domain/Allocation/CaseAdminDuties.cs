using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>What a case administrator does about a case.</summary>
public enum CaseAdminDutyKind
{
    /// <summary>Nobody can say whether the case is in scope: a fact is missing that decides it.</summary>
    DecideScope,

    /// <summary>The case can not be allocated until what is missing is there.</summary>
    ChaseInformation,

    /// <summary>An OASys assessment is due soon, or late: ask the one who has to write it.</summary>
    ChaseAssessment,
}

/// <summary>One duty about one case, open until the record shows that it is done.</summary>
/// <param name="By">The last day on which it is in time; <see langword="null"/> where the day of arrival is not recorded.</param>
/// <param name="What">What is missing, by code; empty where the kind says it all.</param>
public sealed record CaseAdminDuty(CaseAdminDutyKind Kind, DateOnly? By, string What = "");

/// <summary>The duties of a case administrator that follow from the record: nobody ticks them off, and none is stored.</summary>
/// <remarks>Source: National Offender Management Service, the offender management model (2006), and Probation Circular 09/2006; days are inferred.</remarks>
public static class CaseAdminDuties
{
    /// <summary>An assessment is asked about so many days before it is due.</summary>
    public const int AssessmentDays = 14;

    /// <param name="standing">Of somebody whom a prison holds.</param>
    /// <param name="assessmentDueOn">When the next OASys assessment is due; <see langword="null"/> where none is.</param>
    public static IReadOnlyList<CaseAdminDuty> Of(Standing standing, DateOnly? assessmentDueOn, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(standing);

        List<CaseAdminDuty> duties = [];
        var byArrival = standing.ArrivedOn?.AddWorkingDays(AllocationClock.AllowedWorkingDays);
        if (standing.IsInScope is null)
        {
            duties.Add(new(CaseAdminDutyKind.DecideScope, byArrival));
        }
        else if (standing is { IsInScope: true, PomName: null, Missing: { } missing })
        {
            duties.Add(new(CaseAdminDutyKind.ChaseInformation, byArrival, missing));
        }

        if (assessmentDueOn is { } due && due <= today.AddDays(AssessmentDays))
        {
            duties.Add(new(CaseAdminDutyKind.ChaseAssessment, due));
        }

        return duties;
    }
}
