using System.Globalization;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Documents;
using Throughcare.Domain.Record.Handover;
using Throughcare.Domain.Rules;

namespace Throughcare.Application.Record.Handover;

/// <summary>Writes the sections of a pack, each line into the part of the level at which it is held. What concerns victims, and intelligence
/// that not everybody may know of, goes into no part.</summary>
internal sealed class PackContents
{
    private static readonly string[] Holds = ["TAP", "TM", "TPR", "TAH", "TG", "TSE", "TCPA"];

    private static readonly string[] InductionTypes = ["TC07", "TC08", "TC09", "TC10", "TC11", "TC12"];

    /// <summary>Weeks after which somebody is asked the induction questions again.</summary>
    private const int InductionWeeks = 12;

    private readonly Dictionary<(HandoverPackLevel Level, int Section), (List<PackLine> Lines, List<PackEntry> Entries)> _parts = [];

    private PackContents() { }

    /// <summary>The parts of a pack, by level; levels that hold nothing have none.</summary>
    public static IReadOnlyDictionary<HandoverPackLevel, PackContent> Of(PackSource source)
    {
        var pack = new PackContents();
        pack.FrontSheet(source);
        pack.WhoIsWho(source.Facts);
        pack.Plan(source);
        pack.Assessments(source.Facts);
        pack.Work(source);
        pack.Contacts(source);
        pack.Induction(source);
        pack.Protection(source);
        pack.Documents(source);
        return pack._parts.GroupBy(p => p.Key.Level).ToDictionary(level => level.Key, level => new PackContent(
            [.. level.OrderBy(p => p.Key.Section).Select(p => new PackSection(p.Key.Section, PackSections.TitleOf(p.Key.Section), p.Value.Lines, p.Value.Entries))]));
    }

    /// <summary>The level of a contact in a pack; <see langword="null"/> for one that goes into none.</summary>
    public static HandoverPackLevel? LevelOf(PackContact contact)
    {
        var type = ContactTypes.Find(contact.Type);
        var entry = type is null ? new EntryToRead(contact.Sensitivity) : EntryToRead.Of(type, contact.Sensitivity);
        return entry.IsIntelligence || type?.Category is "victim" ? null
            : contact.IsThirdParty ? HandoverPackLevel.Restricted
            : LevelOf(entry.Level);
    }

    private static HandoverPackLevel? LevelOf(Sensitivity level) => level switch
    {
        Sensitivity.Standard => HandoverPackLevel.Standard,
        Sensitivity.Sensitive => HandoverPackLevel.Sensitive,
        Sensitivity.Restricted => HandoverPackLevel.Restricted,
        _ => null,
    };

    private static HandoverPackLevel? LevelOf(Alert alert) => AlertCodes.Find(alert.Code)?.WhoMaySee switch
    {
        null or AlertAudience.Staff => HandoverPackLevel.Standard,
        AlertAudience.PublicProtection => HandoverPackLevel.Restricted,
        AlertAudience.Security => HandoverPackLevel.Security,
        _ => null,
    };

    /// <summary>The closest level of all that an answer rests on.</summary>
    private static HandoverPackLevel? LevelOf(IReadOnlyList<FactVersion> from)
    {
        HandoverPackLevel? highest = HandoverPackLevel.Standard;
        foreach (var fact in from)
        {
            var level = fact switch
            {
                Alert alert => LevelOf(alert),
                Registration registration => LevelOf(registration.Sensitivity),
                Domain.Protection.PpoNomination { IsCovert: true } => HandoverPackLevel.Restricted,
                Domain.Protection.VictimContact => null,
                _ => HandoverPackLevel.Standard,
            };
            highest = highest is null || level is null ? null : level > highest ? level : highest;
        }

        return highest;
    }

    private void FrontSheet(PackSource source)
    {
        const int At = PackSections.FrontSheet;
        var facts = source.Facts;
        var name = facts.Name.Value;
        Line(At, "Name", name is null ? null : $"{name.Last}, {name.First} {name.Middle}".Trim().TrimEnd(','));
        Line(At, "Date of birth", Day(facts.DateOfBirth));
        Line(At, "Prison number", facts.NumberOf(IdentifierKind.Noms).Value);
        Line(At, "CRN", facts.NumberOf(IdentifierKind.Crn).Value);
        Line(At, "PNC number", facts.NumberOf(IdentifierKind.Pnc).Value);
        Line(At, "Photograph", source.Documents.Any(d => d.Type == "PHOTO") ? "In the documents of this record" : null);
        Line(At, "Where the person was", facts.WhereWords);
        Line(At, "Legal status", facts.GoverningSentence.Value?.LegalStatus?.Describe(Domain.Sentences.ImprisonmentStatuses.Table) ?? (facts.LegalStatus.HasValue ? Say(facts.LegalStatus.Value) : null));
        Line(At, "Main offence", facts.MainOffence.Value?.Description);
        foreach (var date in facts.AllKeyDates)
        {
            Line(At, date.Name, Words.LongDate(date.On));
        }

        Line(At, "Release reference date", Day(facts.ReleaseReferenceDate));
        Line(At, "Next parole date", Day(facts.NextParoleDate));
        Level(facts.RoshCommunity.From, At, "Risk of serious harm in the community", facts.RoshCommunity.HasValue ? FactWords.Of(facts.RoshCommunity.Value) : null);
        Level(facts.RoshCustody.From, At, "Risk of serious harm in custody", facts.RoshCustody.HasValue ? FactWords.Of(facts.RoshCustody.Value) : null);
        foreach (var (group, setting) in from g in Enum.GetValues<RoshGroup>() from s in Enum.GetValues<RoshSetting>() select (g, s))
        {
            if (facts.LatestRosh?.Of(group, setting) is { } level)
            {
                Line(At, $"Risk to {Say(group).ToLowerInvariant()}, {(setting is RoshSetting.Custody ? "in custody" : "in the community")}", FactWords.Of(level));
            }
        }

        Line(At, "RSR", facts.Rsr.HasValue ? $"{facts.Rsr.Value.ToString("0.##", CultureInfo.InvariantCulture)}%, {PredictorBands.OfRsr(facts.Rsr.Value).ToLowerInvariant()}" : null);
        Line(At, "OGRS3, within 2 years", Percent(facts.Ogrs3TwoYear));
        Line(At, "OGP, within 2 years", Percent(facts.Ogp));
        Line(At, "OVP, within 2 years", Percent(facts.Ovp));
        foreach (var (instrument, predicted) in new[] { ("ARP", facts.Arp), ("VRP", facts.Vrp), ("SVRP", facts.Svrp), ("DC-SRP", facts.DcSrp), ("IIC-SRP", facts.IicSrp), ("CSRP", facts.Csrp) })
        {
            if (predicted is { HasValue: true, Value: { Percent: > 0, Band: not Risk.PredictorBand.NotApplicable } score })
            {
                Line(At, $"{instrument}, within 2 years", score.ToString());
            }
        }

        Mappa(facts);
        Line(At, "Self-harm support plan (ACCT)", facts.ActiveAlertCodes.Value is { } codes && codes.Contains("HA") ? "Open" : "None open");
        Line(At, "Cell sharing risk assessment", source.Documents.Any(d => d.Type == "CSRA") ? "In the documents of this record" : null);
        Line(At, "Interpreter needed", facts.InterpreterNeeded is { HasValue: true, Value: var needed } ? needed ? "Yes" : "No" : null);
        if (facts.IsWelshSpeaker.Value)
        {
            Line(At, "Language", "Prefers to speak Welsh");
        }

        foreach (var need in source.Needs)
        {
            Line(At, $"Need: {Say(need.Category).ToLowerInvariant()}", $"{need.Detail} – {need.Adjustment ?? (need.NoneRequired ? "no adjustment is needed" : "no adjustment is agreed")}");
        }

        foreach (var alert in facts.ActiveAlerts)
        {
            var hold = Holds.Contains(alert.Code) ? "Hold against transfer" : "Alert";
            Add(LevelOf(alert), At, new PackLine(hold, $"{FactWords.Of(alert)}, since {Words.LongDate(alert.ValidFrom)}: {alert.Description}"));
        }

        foreach (var flag in facts.ActiveRegistrations.Where(r => r.Code != RegistrationRules.Mappa))
        {
            Add(LevelOf(flag.Sensitivity), At, new PackLine("Register", $"{flag.Describe()}, since {Words.LongDate(flag.ValidFrom)}"));
        }
    }

    private void Mappa(CaseFacts facts)
    {
        if (facts.IsMappaEligible.Value)
        {
            var level = facts.MappaLevel.Value is MappaLevel.L1 or MappaLevel.L2 or MappaLevel.L3 ? $"level {(int)facts.MappaLevel.Value}" : "level to be set";
            Level(facts.MappaLevel.From, PackSections.FrontSheet, "MAPPA", facts.MappaCategory.Value is MappaCategory.None ? level : $"category {(int)facts.MappaCategory.Value}, {level}");
        }

        foreach (var nomination in facts.ActiveNominations)
        {
            Add(nomination.IsCovert ? HandoverPackLevel.Restricted : HandoverPackLevel.Standard, PackSections.FrontSheet,
                new PackLine(nomination.IsCovert ? "PPO or IOM (covert)" : "PPO or IOM", FactWords.Of(nomination.Scheme)));
        }
    }

    private void WhoIsWho(CaseFacts facts)
    {
        foreach (var (role, post) in new[] { (Role.Pom, facts.Pom), (Role.Com, facts.Com), (Role.KeyWorker, facts.KeyWorker), (Role.CaseAdmin, facts.CaseAdmin) })
        {
            Line(PackSections.WhoIsWho, Roles.Of(role).Name, Who(post.Value));
        }

        Add(HandoverPackLevel.VictimScheme, PackSections.WhoIsWho, new PackLine(
            "Victim Contact Scheme", facts.IsVictimStatutory.Value ? facts.IsVictimOptedIn.Value ? "Applies; opted in. Ask the victim liaison unit" : "Applies. Ask the victim liaison unit" : "No victim contact is recorded"));

        static string? Who(ManagerAssignment? manager) =>
            manager is null ? null : string.Join(", ", new[] { manager.Name, manager.Team, manager.Place is { } place ? Places.Name(place) : null }.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase));
    }

    private void Plan(PackSource source)
    {
        foreach (var objective in source.Objectives)
        {
            Entry(PackSections.Plan, new PackEntry(
                $"Objective {objective.Number}: {Say(objective.Status).ToLowerInvariant()}", objective.TargetOn is { } target ? $"To be reached by {Words.LongDate(target)}" : "No target date", objective.Owner, objective.Text));
        }
    }

    private void Assessments(CaseFacts facts)
    {
        const int At = PackSections.Assessments;
        foreach (var assessment in facts.CompleteAssessments.Take(3))   // the last one and two before it
        {
            Line(At, $"OASys, {FactWords.Of(assessment.Type)}", $"Completed {Words.LongDate(assessment.CompletedOn!.Value)}{(assessment.Assessor is { } by ? $" by {by}" : "")}"
                + (assessment.Overall is { } level ? $", risk of serious harm {FactWords.Of(level)}" : ""));
        }

        Line(At, "Risk management plan", Day(facts.RmpCompletedOn));
    }

    private void Work(PackSource source)
    {
        foreach (var step in source.Interventions)
        {
            Line(PackSections.Programmes, step.Code, $"{char.ToUpperInvariant(FactWords.Of(step.Status)[0])}{FactWords.Of(step.Status)[1..]}, {Words.LongDate(step.ValidFrom)}{(step.Provider is { } provider ? $", {provider}" : "")}{(step.Outcome is { } outcome ? $": {outcome}" : "")}");
        }

        foreach (var activity in source.Activities)
        {
            Line(PackSections.EducationAndWork, activity.Activity, $"{Places.Name(activity.Prison)}, since {Words.LongDate(activity.ValidFrom)}");
        }
    }

    private void Contacts(PackSource source)
    {
        foreach (var contact in source.Substantive)
        {
            var level = LevelOf(new PackContact(contact.Id, contact.PersonId, contact.HappenedAt, contact.Type, contact.Sensitivity, contact.IsThirdParty, contact.AuthorRole, contact.BelowFloor));
            Add(level, PackSections.Contacts, entry: new PackEntry(
                TypeOf(contact.Type), Words.DateAndTime(contact.HappenedAt), $"{source.Names[contact.AuthorId]}, {Roles.Of(contact.AuthorRole).Name}", contact.Text));
        }

        foreach (var contact in source.Year)
        {
            Add(LevelOf(contact), PackSections.Contacts, new PackLine(Words.ShortDate(contact.HappenedAt.LondonDate), $"{TypeOf(contact.Type)}, {Roles.Of(contact.AuthorRole).Name}"));
        }
    }

    private void Induction(PackSource source)
    {
        var since = source.Facts.AsAt.AddDays(-7 * InductionWeeks);
        foreach (var type in InductionTypes)
        {
            var last = source.Year.FirstOrDefault(c => c.Type == type);
            Line(PackSections.Induction, TypeOf(type), last is null ? "Not asked in the last 12 months"
                : $"{Words.LongDate(last.HappenedAt.LondonDate)}{(last.HappenedAt.LondonDate < since ? $", more than {InductionWeeks} weeks ago: ask again" : "")}");
        }
    }

    private void Protection(PackSource source)
    {
        var facts = source.Facts;
        const int At = PackSections.PublicProtection;
        foreach (var flag in facts.ActiveRegistrations.Where(r => LevelOf(r.Sensitivity) is HandoverPackLevel.Restricted))
        {
            Add(HandoverPackLevel.Restricted, At, new PackLine("Restriction or monitoring", $"{flag.Describe()}, since {Words.LongDate(flag.ValidFrom)}"));
        }

        foreach (var marker in source.Markers)
        {
            Add(HandoverPackLevel.Restricted, At, new PackLine("Marker of the prison system", string.Join(", ",
                new[] { marker.MappaOrSchedule1, marker.SexOffender?.Code is "Y" ? "marked as sex offender" : null }.OfType<string>())));
        }

        foreach (var nomination in facts.ActiveNominations.Where(n => n.IsCovert))
        {
            Add(HandoverPackLevel.Restricted, At, new PackLine("Covert nomination", $"{FactWords.Of(nomination.Scheme)}. The person must not learn of it"));
        }
    }

    private void Documents(PackSource source)
    {
        foreach (var document in source.Documents.Where(d => DocumentTypes.Find(d.Type) is { IsInTransferPack: true }).OrderByDescending(d => d.ValidFrom))
        {
            var level = document.IsThirdParty ? HandoverPackLevel.Restricted : LevelOf(document.Sensitivity);
            Add(level, PackSections.Documents, new PackLine(DocumentTypes.Table[document.Type].Description, $"{document.Title}, {Words.LongDate(document.ValidFrom)}"));
        }
    }

    private void Line(int section, string label, string? value) => Add(HandoverPackLevel.Standard, section, new PackLine(label, value));

    private void Entry(int section, PackEntry entry) => Add(HandoverPackLevel.Standard, section, entry: entry);

    private void Level(IReadOnlyList<FactVersion> from, int section, string label, string? value) => Add(LevelOf(from), section, new PackLine(label, value));

    private void Add(HandoverPackLevel? level, int section, PackLine? line = null, PackEntry? entry = null)
    {
        if (level is not { } known)
        {
            return;
        }

        if (!_parts.TryGetValue((known, section), out var part))
        {
            _parts[(known, section)] = part = ([], []);
        }

        if (line is not null)
        {
            part.Lines.Add(line);
        }

        if (entry is not null)
        {
            part.Entries.Add(entry);
        }
    }

    private static string TypeOf(string code) => ContactTypes.Words(code);

    private static string? Day(Known<DateOnly> day) => day.HasValue ? Words.LongDate(day.Value) : null;

    private static string? Percent(Known<decimal> score) => score.HasValue ? $"{score.Value.ToString("0.##", CultureInfo.InvariantCulture)}%" : null;

    /// <summary>"PublicProtection" as "Public protection".</summary>
    private static string Say<TEnum>(TEnum value)
        where TEnum : struct, Enum => Domain.Record.SubjectAccess.EnumWords.Say(value);
}
