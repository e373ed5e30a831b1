using Throughcare.Domain.Access;

namespace Throughcare.Domain.Record;

/// <summary>Which kinds of contact a role records.</summary>
/// <remarks>The families of the record; kinds that stand in none of them are for those who manage the case, or for anybody
/// who records contacts where they are everybody's concern, such as safeguarding.</remarks>
public static class ContactRecorders
{
    private static readonly Role[] CaseManagers = [Role.Pom, Role.Com];

    private static readonly Role[] Managers = [Role.Homd, Role.HeadOmu, Role.Spo, Role.HeadPdu];

    private static readonly Role[] PublicProtection = [Role.PpStaff, Role.Com, Role.MappaCoordinator];

    private static readonly Role[] VictimLiaison = [Role.Vlo, Role.VloManager];

    /// <summary>Whether somebody in the role may record the kind; whether for this person is the relationship's to say.</summary>
    public static bool MayRecord(Role role, ContactType type) => type.Category switch
    {
        "person" => role is Role.Prisoner,
        "system" => role is Role.System,
        "victim" => VictimLiaison.Contains(role),
        _ => Permissions.Has(role, Verb.RecordContact) && !VictimLiaison.Contains(role) && (For(type) is not { } roles || roles.Contains(role)),
    };

    /// <summary>Whether somebody in the role may write a case note of the type: none that systems write, and those of
    /// restricted use only as offender manager.</summary>
    public static bool MayRecord(Role role, CaseNoteType type) =>
        type is { IsActive: true, IsSelectable: true } && Permissions.Has(role, Verb.RecordContact)
        && (!type.IsRestrictedUse || CaseManagers.Contains(role));

    /// <summary>The kinds that the role may choose from, in the order of the table.</summary>
    public static IEnumerable<ContactType> TypesFor(Role role) => ContactTypes.Table.Selectable.Where(type => MayRecord(role, type));

    /// <returns><see langword="null"/> where everybody who records contacts may.</returns>
    private static Role[]? For(ContactType type) => type.Code switch
    {
        "TC01" => [Role.Pom],
        "TC13" => [Role.SubstanceMisuse],
        "TC14" => [Role.Health],
        "TC16" => [Role.Chaplaincy],
        "TC21" or "TC39" or "MO1" or "CSPO" => Managers,
        "TC33" => [.. PublicProtection, Role.Security],
        "TC48" => CaseManagers,
        "MAPLS" or "CCMM" or "C281" or "C005" or "C200" => PublicProtection,
        "CHVS" or "COHV" => [Role.Com],
        _ => type.Category switch
        {
            "community_manager" or "home_visit" => [Role.Com],
            "key_work" => [Role.KeyWorker],
            "wing" => [Role.Residential],
            "induction" => [Role.Reception, Role.Education],
            "planning" => CaseManagers,
            "handover" or "transfer" => [.. CaseManagers, Role.CaseAdmin],
            "public_protection" => PublicProtection,
            "programme" => [Role.ProgrammeTutor, Role.TreatmentManager],
            "restricted_information" => [.. PublicProtection, Role.Pom, Role.Security],
            "management_oversight" => [.. Managers, .. CaseManagers],
            "appointment" or "assessment" or "court" or "enforcement" or "multi_agency" or "recall" or "release" or "sentence_administration" =>
                [.. CaseManagers, .. Managers, Role.CaseAdmin],
            _ => null,
        },
    };
}
