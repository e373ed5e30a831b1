using System.Text.RegularExpressions;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record.Offloc;

/// <summary>Addresses, next of kin and the manager in the community.</summary>
internal static partial class OfflocContacts
{
    private const string OfficeWords = " probation office";

    public static void Decide(Deciding d)
    {
        Address(d, AddressUse.Discharge, OfflocField.DischargeAddress, d.Row.Text(OfflocField.DischargeRelationship, 120));
        Address(d, AddressUse.Reception, OfflocField.ReceptionAddress, d.Row.Text(OfflocField.ReceptionRelationship, 120));
        Address(d, AddressUse.Home, OfflocField.HomeAddress, null);
        Address(d, AddressUse.ProbationOffice, OfflocField.ProbationAddress, null);
        NextOfKin(d);
        Manager(d);
    }

    private static void Address(Deciding d, AddressUse use, int first, string? relationship)
    {
        var lines = d.Row.Lines(first);
        if (lines.Count == 0)
        {
            return;
        }

        var running = d.Was.Addresses.Where(a => a.Use == use && a.ValidTo is null && a.Recorded.Source is not SourceSystem.Ndelius).MaxBy(a => a.ValidFrom);
        var text = string.Join('\n', lines);
        var next = new PersonAddress
        {
            Id = running?.Id ?? d.NewId(),
            PersonId = d.PersonId,
            ValidFrom = d.Day,
            Recorded = d.Entry,
            Use = use,
            Relationship = relationship,
            Lines = text.Length <= 800 ? text : text[..800],
            Postcode = PostcodeOf(d, first, lines),
        };
        if (running is null)
        {
            d.Put("Address", null, next);
        }
        else if (d.FillGapsOnly || (running.Lines == next.Lines && (relationship is null || running.Relationship == relationship)))
        {
            return;
        }
        else if (running.Recorded.Source is SourceSystem.Throughcare)
        {
            d.Conflict($"Address ({use})", running.Lines, next.Lines);
        }
        else
        {
            d.Put("Address", Succession.Of(running, next with { Id = d.NewId() }));
        }
    }

    private static string? PostcodeOf(Deciding d, int first, IReadOnlyList<string> lines)
    {
        var last = d.Row[first + OfflocField.AddressLines - 1];
        foreach (var line in lines.Reverse())
        {
            var tidy = string.Concat(line.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
            if (tidy.Length is >= 5 and <= 7 && Postcode().IsMatch(tidy))
            {
                return $"{tidy[..^3]} {tidy[^3..]}";
            }
        }

        if (last.Length > 0)
        {
            d.Warn(first + OfflocField.AddressLines - 1, last, "POSTCODE_INVALID", "This is not a postcode; the address is kept as it is");
        }

        return null;
    }

    private static void NextOfKin(Deciding d)
    {
        if (d.Row.Text(OfflocField.NextOfKin, 120) is not { } name)
        {
            return;
        }

        var lines = string.Join('\n', d.Row.Lines(OfflocField.NextOfKinAddress));
        var relationship = d.Code(OfflocField.NextOfKinRelationship, CodeLists.Relationship);
        var running = d.Was.Relationships.Where(r => r.IsNextOfKin && r.ValidTo is null).MaxBy(r => r.ValidFrom);
        var next = new PersonRelationship
        {
            Id = d.NewId(),
            PersonId = d.PersonId,
            ValidFrom = d.Day,
            Recorded = d.Entry,
            IsNextOfKin = true,
            Name = name,
            Relationship = relationship,
            AddressLines = lines.Length == 0 ? null : lines,
        };
        if (running is null)
        {
            d.Put("Next of kin", null, next);
            return;
        }

        var isSame = string.Equals(running.Name, name, StringComparison.OrdinalIgnoreCase);
        if (isSame)
        {
            next = next with { Relationship = relationship ?? running.Relationship, AddressLines = next.AddressLines ?? running.AddressLines };
        }

        if (d.FillGapsOnly || (isSame && running.Relationship == next.Relationship && running.AddressLines == next.AddressLines))
        {
            return;
        }

        if (running.Recorded.Source is SourceSystem.Throughcare)
        {
            d.Conflict("Next of kin", running.Name, name);
        }
        else
        {
            d.Put("Next of kin", Succession.Of(running, next));
        }
    }

    private static void Manager(Deciding d)
    {
        if (d.Row.Text(OfflocField.OffenderManager, 120) is not { } name)
        {
            return;
        }

        var service = d.Row.Text(OfflocField.SupervisingService, 240);
        var running = d.Was.Managers.Where(m => m.Role is Role.Com && m.ValidTo is null).MaxBy(m => m.ValidFrom);
        if (running?.Recorded.Source is SourceSystem.Ndelius)
        {
            return;   // who manages a case in the community is probation's to say
        }

        var next = new ManagerAssignment
        {
            Id = d.NewId(),
            PersonId = d.PersonId,
            ValidFrom = d.Day,
            Recorded = d.Entry,
            Role = Role.Com,
            Name = name,
            Team = service,
            Place = UnitOf(service) ?? UnitOf(d.Row.Text(OfflocField.ProbationAddress)),
        };
        if (running is null)
        {
            d.Put("Community offender manager", null, next);
        }
        else if (d.FillGapsOnly || (string.Equals(running.Name, name, StringComparison.OrdinalIgnoreCase) && (service is null || running.Team == service) && (next.Place is null || running.Place == next.Place)))
        {
            return;
        }
        else if (running.Recorded.Source is SourceSystem.Throughcare)
        {
            d.Conflict("Community offender manager", running.Name, name);
        }
        else
        {
            d.Put("Community offender manager", Succession.Of(running, next));
        }
    }

    /// <summary>The delivery unit that these words name; regions and offices that no list has name none.</summary>
    private static PlaceCode? UnitOf(string? words)
    {
        if (words is null)
        {
            return null;
        }

        var name = words.EndsWith(OfficeWords, StringComparison.OrdinalIgnoreCase) ? words[..^OfficeWords.Length] : words;
        return ProbationPlaces.Table.FindByText(name) is { Level: ProbationLevel.Pdu } unit ? new PlaceCode(unit.Code) : null;
    }

    [GeneratedRegex(@"^([A-Z]{1,2}[0-9][A-Z0-9]?|GIR)[0-9][A-Z]{2}\z")]
    private static partial Regex Postcode();
}
