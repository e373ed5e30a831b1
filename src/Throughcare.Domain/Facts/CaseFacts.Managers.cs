using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;

namespace Throughcare.Domain.Facts;

/// <content>Who works with the person, as recorded.</content>
public sealed partial class CaseFacts
{
    public Known<ManagerAssignment> Pom => Once(() => ManagerIn(Role.Pom));

    /// <summary>Somebody recorded by name alone counts as present.</summary>
    public Known<ManagerAssignment> Com => Once(() => ManagerIn(Role.Com));

    public Known<ManagerAssignment> KeyWorker => Once(() => ManagerIn(Role.KeyWorker));

    public Known<ManagerAssignment> CaseAdmin => Once(() => ManagerIn(Role.CaseAdmin));

    public Known<StaffId> PomId => Once(() => StaffOf(Pom));

    public Known<StaffId> ComId => Once(() => StaffOf(Com));

    public Known<StaffId> KeyWorkerId => Once(() => StaffOf(KeyWorker));

    public Known<StaffId> CaseAdminId => Once(() => StaffOf(CaseAdmin));

    public Known<bool> HasPom => Known<bool>.Of(Pom.HasValue, Pom.From);

    public Known<bool> HasCom => Known<bool>.Of(Com.HasValue, Com.From);

    public Known<bool> HasKeyWorker => Known<bool>.Of(KeyWorker.HasValue, KeyWorker.From);

    /// <summary>Start of the running spell.</summary>
    public Known<DateOnly> PomAllocatedOn => Once(() => Pom.Then(pom => pom.ValidFrom));

    public Known<DateOnly> ComAllocatedOn => Once(() => Com.Then(com => com.ValidFrom));

    /// <summary>Last change of person within the sentence.</summary>
    public Known<DateOnly> PomChangedOn => Once(() => ChangedOn(Role.Pom));

    public Known<DateOnly> ComChangedOn => Once(() => ChangedOn(Role.Com));

    /// <summary>The delivery unit of the community offender manager; unknown where only a region is recorded, none without a manager.</summary>
    public Known<string> PduCode => Once(() => Com.Value is null ? Known<string>.None()
        : ComPlace is { Level: ProbationLevel.Pdu } pdu ? Known<string>.Of(pdu.Code, Com.From)
        : Known<string>.Unknown(Com.From));

    /// <summary>The region of that manager.</summary>
    public Known<string> RegionCode => Once(() => Com.Value is null ? Known<string>.None()
        : ComPlace is { } place ? Known<string>.Of(place.ParentCode ?? place.Code, Com.From)
        : Known<string>.Unknown(Com.From));

    /// <summary>The day of the last transfer between areas that was accepted.</summary>
    public Known<DateOnly> MovedAreaOn => Once(() =>
        Begun(_history.AreaTransfers).FirstOrDefault(t => t.IsAccepted) is { } moved ? Known<DateOnly>.Of(moved.ValidFrom, moved) : Known<DateOnly>.None());

    /// <summary>The community team's PDU is in Wales; false without a PDU.</summary>
    public Known<bool> IsWelshCase => Once(() => Known<bool>.Of(ComPlace?.Country == "Wales", Com.From));

    /// <summary>Everyone who works or worked with the person by the day, the latest first.</summary>
    public IReadOnlyList<ManagerAssignment> Managers => Kept(() => Begun(_history.Managers).ToList());

    private ProbationPlace? ComPlace => Com.Value?.Place is { } team ? ProbationPlaces.Find(team.Text) ?? Places.PduOfTeam(team.Text) : null;

    private Known<ManagerAssignment> ManagerIn(Role role)
    {
        var manager = InForce(_history.Managers).FirstOrDefault(m => m.Role == role);
        return manager is null ? Known<ManagerAssignment>.None() : Known<ManagerAssignment>.Of(manager, manager);
    }

    private static Known<StaffId> StaffOf(Known<ManagerAssignment> manager) =>
        manager.Value?.StaffId is { } staff ? Known<StaffId>.Of(staff, manager.From) : Known<StaffId>.None(manager.From);

    private Known<DateOnly> ChangedOn(Role role)
    {
        var spells = Managers.Where(m => m.Role == role && (!SentenceStartDate.HasValue || m.ValidTo is null || m.ValidTo >= SentenceStartDate.Value))
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
