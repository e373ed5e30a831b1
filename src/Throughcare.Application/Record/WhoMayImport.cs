using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Application.Record;

/// <summary>Who may run the import of prison files: administrators and records officers everywhere, case administrators for
/// the rows of their own establishment. The nightly run is the system's.</summary>
public static class WhoMayImport
{
    /// <returns>Why not; <see langword="null"/> where the role may.</returns>
    public static Refusal? Refusal(Role role) => role is Role.Admin or Role.RecordsOfficer or Role.CaseAdmin or Role.System
        ? null
        : new Refusal("", "Your role does not let you import files", RefusalKind.Role);

    /// <summary>The runs that somebody in this role at this place may see. Lists of victim contacts are the victim liaison manager's alone.</summary>
    public static IQueryable<ImportRun> VisibleTo(this IQueryable<ImportRun> runs, Access.Actor actor) =>
        actor.Role is Role.VloManager ? runs.Where(r => r.Source == ImportSource.Victims)
        : Refusal(actor.Role) is not null ? runs.Where(r => false)
        : actor.Role is Role.CaseAdmin ? runs.Where(r => r.Place == actor.Place && r.Role == Role.CaseAdmin)
        : actor.Role is Role.System ? runs
        : runs.Where(r => r.Source != ImportSource.Victims);
}
