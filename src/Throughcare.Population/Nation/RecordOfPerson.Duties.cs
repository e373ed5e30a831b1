using System.Globalization;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Population.Streams;

namespace Throughcare.Population.Nation;

/// <content>What staff did in the last quarter because it was due: after a reception, a transfer, a release, an order or an allocation. Each is done in time, late or
/// not at all, as often as inspectors found.</content>
internal sealed partial class RecordOfPerson
{
    /// <summary>Weeks back. Before that the contacts of a case are those of <see cref="NationContacts"/> alone, so that their number stays what it is.</summary>
    private const int DutyWeeks = 13;

    /// <summary>Of what is not done in time, the share that is done later (inferred).</summary>
    private const double DoneLate = 0.55;

    private void Duties()
    {
        var draw = Stream("duties");
        var from = _world.AsOf.AddDays(-7 * DutyWeeks);
        var com = _com ?? _world.Staff.The(_unit.Code, Role.Spo);
        foreach (var fact in _record.Facts().ToList())
        {
            if (fact.ValidFrom < from || fact.ValidFrom >= _world.AsOf)
            {
                continue;
            }

            switch (fact)
            {
                case Movement { Type: "ADM", Reason: "R-SENT" or "R-REM" or "R-RCL" } arrived:
                    OnReception(ref draw, arrived, isFirst: true);
                    break;
                case Movement { Type: "ADM", Reason: "R-TRN" } arrived:
                    OnReception(ref draw, arrived, isFirst: false);
                    OnTransfer(ref draw, arrived);
                    break;
                case Movement { Type: "REL" } released when released.Reason.StartsWith("L-", StringComparison.Ordinal):
                    OnSupervision(ref draw, released.HappenedAt.LondonDate, com);
                    break;
                case Disposal { IsCustodial: false } order:
                    OnSupervision(ref draw, order.ValidFrom, com);
                    break;
                case ManagerAssignment { Role: Role.Com, Version: 1 } allocated when _part.InCustody:
                    Do(ref draw, com, "COPT", allocated.ValidFrom, 10, 0.55, "Introduced myself to {0} by telephone, explained my part and when we meet before release.");
                    break;
            }
        }
    }

    private void OnReception(ref SeededNumbers draw, Movement arrived, bool isFirst)
    {
        var day = arrived.HappenedAt.LondonDate;
        if (SpellOf(day) is not { } spell)
        {
            return;
        }

        var (pom, _, residential) = _authors[spell];
        if (isFirst)
        {
            Do(ref draw, residential, "TC08", day, 0, 0.80, "First night interview with {0}: called family, no thoughts of self-harm, medication confirmed with healthcare.");
            Do(ref draw, residential, "TC15", day, 6, 0.44, "Basic skills screening done with {0}; the result is with education.");
            if (draw.Chance(0.7))
            {
                foreach (var (type, about) in ImmediateNeeds)
                {
                    Do(ref draw, pom, type, day, 2, 1, string.Create(CultureInfo.InvariantCulture, $"Asked {{0}} about {about}; what is needed at once is noted and passed on."));
                }
            }
        }

        Do(ref draw, residential, "TC07", day, 6, 0.59, "{0} completed the induction course: regime, applications, key work, education and visits.");
        Do(ref draw, pom, "TC29", day, 6, 0.85, "Screened on arrival for public protection: what is known of {0} was read, and whether contact or mail has to be restricted was decided.");
        if (_serves.IsSentenced)
        {
            Do(ref draw, pom, "TC01", Later(day, Sentenced()), 13, 0.75, "Met {0} on the wing and introduced myself; talked through the sentence, the dates and what comes first. Agreed to meet again in two weeks.");
        }
    }

    private void OnTransfer(ref SeededNumbers draw, Movement arrived)
    {
        if (arrived.To is not { } prison)
        {
            return;
        }

        var clerk = _world.Staff.The(prison.Text, Role.CaseAdmin);
        Do(ref draw, clerk, "TC27", arrived.HappenedAt.LondonDate, 1, 0.94, "Told the community offender manager that {0} is here now and who looks after the case.");
        Do(ref draw, clerk, "TC28", arrived.HappenedAt.LondonDate, 2, 0.60, "Read the handover pack of {0} and acknowledged it.");
    }

    private void OnSupervision(ref SeededNumbers draw, DateOnly day, StaffMember com)
    {
        Do(ref draw, com, "COAI", day, 5, 0.90, "First appointment with {0} at the office: conditions explained and signed, next appointment given.");
        Do(ref draw, com, "TC07", day, 12, 0.75, "Induction with {0}: what supervision is, what is expected, how to complain.");
        Do(ref draw, com, "TC40", day, 12, _rosh >= 2 ? 0.92 : 0.35, "Visited {0} at home as agreed; met who lives there, saw nothing that worries me, talked about work and the weeks to come.");
    }

    /// <summary>Records what was due within so many days after a day, in time, later or not.</summary>
    private void Do(ref SeededNumbers draw, StaffMember by, string type, DateOnly day, int within, double share, string text)
    {
        var (inTime, later, early, after, minute) = (draw.Chance(share), draw.Chance(DoneLate), draw.Below(within + 1), draw.Between(1, 25), draw.Between(0, 360));
        if (!inTime && !later && !_world.DoesEverythingRight)
        {
            return;
        }

        var on = day.AddDays(inTime || _world.DoesEverythingRight ? early : within + after);
        on = on.IsWorkingDay ? on : on.AddWorkingDays(-1) is var before && before >= day ? before : on.AddWorkingDays(1);
        if (on >= _world.AsOf)
        {
            return;
        }

        var happened = London.At(on, new TimeOnly(10, 0)).AddMinutes(minute);
        var entry = _record.By(by, happened.AddMinutes(40), Verb.RecordContact);
        var kind = ContactTypes.Find(type);
        var isAppointment = AppointmentTypes.Find(type) is not null;
        _record.Add(new Contact
        {
            Id = _record.NewId(entry),
            PersonId = _record.PersonId,
            CaseId = _case,
            ValidFrom = on,
            Recorded = entry,
            Type = type,
            HappenedAt = happened,
            Mode = type is "COPT" ? ContactMode.Telephone : type is "TC27" or "TC28" ? ContactMode.RecordOnly : ContactMode.FaceToFace,
            DurationMinutes = isAppointment || type is "TC01" or "TC40" ? 30 : null,
            Text = string.Format(CultureInfo.InvariantCulture, text, _who.Forename),
            Sensitivity = kind?.DefaultSensitivity ?? Sensitivity.Standard,
            Sharing = Sharing.Yes,
            NotAboutThePlan = kind is { ObjectiveLink: ObjectiveLink.Required } ? "There is no plan on the record yet" : null,
            Attendance = isAppointment || type is "TC01" or "TC40" ? Kept : null,
            AuthorId = by.Id,
            AuthorRole = by.Role,
            FirstRecordedAt = entry.At,
        });
    }

    private static readonly Coded Kept = Coded.Of("ATTC");

    private static readonly (string Type, string About)[] ImmediateNeeds =
        [("TC09", "where they lived and whether the tenancy can be kept"), ("TC10", "work, training and school"), ("TC11", "money, benefits and debts"), ("TC12", "family and who has to be told")];

    private Spell? SpellOf(DateOnly day) => _spells.Find(spell => spell.Prison is not null && spell.From <= day && day < spell.Until) is { } found && _authors.ContainsKey(found) ? found : null;
}
