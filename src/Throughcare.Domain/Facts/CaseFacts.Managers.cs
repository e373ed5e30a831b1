using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;

namespace Throughcare.Domain.Facts;

/// <content>Who works with the person, as recorded.</content>
public sealed partial class CaseFacts
{
    public Known<ManagerAssignment> Pom => Lasting(() => ManagerIn(Role.Pom));

    /// <summary>The prison offender manager who works the case beside the first; <see langword="null"/> where nobody does.</summary>
    public ManagerAssignment? CoWorkingPom => InForce(_history.Managers).Find(m => m is { Role: Role.Pom, Part: ManagerPart.CoWorking });

    /// <summary>Who stands in for the manager of a role; <see langword="null"/> where nobody does.</summary>
    public ManagerAssignment? CoverFor(Role role) => InForce(_history.Managers).Find(m => m.Role == role && m.Part is ManagerPart.Cover);

    /// <summary>Somebody recorded by name alone counts as present.</summary>
    public Known<ManagerAssignment> Com => Lasting(() => ManagerIn(Role.Com));

    public Known<ManagerAssignment> KeyWorker => Lasting(() => ManagerIn(Role.KeyWorker));

    public Known<ManagerAssignment> CaseAdmin => Lasting(() => ManagerIn(Role.CaseAdmin));

    public Known<StaffId> PomId => Lasting(() => StaffOf(Pom));

    public Known<StaffId> ComId => Lasting(() => StaffOf(Com));

    public Known<StaffId> KeyWorkerId => Lasting(() => StaffOf(KeyWorker));

    public Known<StaffId> CaseAdminId => Lasting(() => StaffOf(CaseAdmin));

    public Known<bool> HasPom => Known<bool>.Of(Pom.HasValue, Pom.From);

    public Known<bool> HasCom => Known<bool>.Of(Com.HasValue, Com.From);

    public Known<bool> HasKeyWorker => Known<bool>.Of(KeyWorker.HasValue, KeyWorker.From);

    /// <summary>Start of the running spell.</summary>
    public Known<DateOnly> PomAllocatedOn => Lasting(() => Pom.Then(pom => pom.ValidFrom));

    public Known<DateOnly> ComAllocatedOn => Lasting(() => Com.Then(com => com.ValidFrom));

    /// <summary>Last change of person within the sentence.</summary>
    public Known<DateOnly> PomChangedOn => Lasting(() => ChangedOn(Role.Pom));

    public Known<DateOnly> ComChangedOn => Lasting(() => ChangedOn(Role.Com));

    /// <summary>The delivery unit of the community offender manager; unknown where only a region is recorded, none without a manager.</summary>
    public Known<string> PduCode => Lasting(() => Com.Value is null ? Known<string>.None()
        : ComPlace is { Level: ProbationLevel.Pdu } pdu ? Known<string>.Of(pdu.Code, Com.From)
        : Known<string>.Unknown(Com.From));

    /// <summary>The region of that manager.</summary>
    public Known<string> RegionCode => Lasting(() => Com.Value is null ? Known<string>.None()
        : ComPlace is { } place ? Known<string>.Of(place.ParentCode ?? place.Code, Com.From)
        : Known<string>.Unknown(Com.From));

    /// <summary>The day of the last transfer between areas that was accepted.</summary>
    public Known<DateOnly> MovedAreaOn => Lasting(() =>
        Begun(_history.AreaTransfers).FirstOrDefault(t => t.IsAccepted) is { } moved ? Known<DateOnly>.Of(moved.ValidFrom, moved) : Known<DateOnly>.None());

    /// <summary>The community team's PDU is in Wales; false without a PDU.</summary>
    public Known<bool> IsWelshCase => Lasting(() => Known<bool>.Of(ComPlace?.Country == "Wales", Com.From));

    /// <summary>Everyone who works or worked with the person by the day, the latest first.</summary>
    public IReadOnlyList<ManagerAssignment> Managers => LastingKept(() => Begun(_history.Managers));

    private ProbationPlace? ComPlace => Com.Value?.Place is { } team ? ProbationPlaces.Find(team.Text) ?? Places.PduOfTeam(team.Text) : null;

    private Known<ManagerAssignment> ManagerIn(Role role)
    {
        var manager = InForce(_history.Managers).FirstOrDefault(m => m.Role == role && m.Part is ManagerPart.Primary);
        return manager is null ? Known<ManagerAssignment>.None() : Known<ManagerAssignment>.Of(manager, manager);
    }

    private static Known<StaffId> StaffOf(Known<ManagerAssignment> manager) =>
        manager.Value?.StaffId is { } staff ? Known<StaffId>.Of(staff, manager.From) : Known<StaffId>.None(manager.From);

    private Known<DateOnly> ChangedOn(Role role)
    {
        var spells = Managers.Where(m => m.Role == role && m.Part is ManagerPart.Primary && (!SentenceStartDate.HasValue || m.ValidTo is null || m.ValidTo >= SentenceStartDate.Value))
            .OrderBy(m => m.ValidFrom).ToList();
        for (var i = spells.Count - 1; i > 0; i--)
        {
            if (!IsSame(spells[i], spells[i - 1]) && (!SentenceStartDate.HasValue || spells[i].ValidFrom >= SentenceStartDate.Value))
            {
                return Known<DateOnly>.Of(spells[i].ValidFrom, spells[i], spells[i - 1]);
            }
        }

        return Known<DateOnly>.None();
    }

    private static bool IsSame(ManagerAssignment one, ManagerAssignment other) =>
        one.StaffId is { } staff && other.StaffId is { } before ? staff == before : one.Name == other.Name;
}
