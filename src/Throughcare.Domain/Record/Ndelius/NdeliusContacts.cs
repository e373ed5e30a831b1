using System.Text.RegularExpressions;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record.Ndelius;

/// <summary>Addresses, circumstances, managers in the community and transfers between areas.</summary>
internal static partial class NdeliusContacts
{
    public const string NotMapped = "TEAM_NOT_MAPPED";

    private const string NoFixedAbode = "No fixed abode";

    public static void Decide(NdeliusDeciding d)
    {
        foreach (var line in d.Row.Of(NdeliusLineKind.OffenderManager))
        {
            d.Fact<ManagerAssignment>("Community offender manager", line, "MAN", running => Manager(d, line, running));
        }

        foreach (var line in d.Row.Of(NdeliusLineKind.OffenderAddress))
        {
            d.Fact<PersonAddress>("Address", line, "ADR", running => Address(d, line, running));
        }

        foreach (var line in d.Row.Of(NdeliusLineKind.OffenderTransfer))
        {
            d.Fact<AreaTransfer>("Area transfer", line, "TRF", running => new AreaTransfer
            {
                Id = default,
                PersonId = d.PersonId,
                Recorded = d.Entry,
                ValidFrom = d.Date(line, "RequestDate") ?? running?.ValidFrom ?? d.Day,
                ReasonCode = line.Text("ReasonCode", 40),
                Reason = line.Text("ReasonDescription", 240),
                StatusCode = line.Text("StatusCode", 40),
                Status = line.Text("StatusDescription", 240),
            });
        }

        Circumstances(d, NdeliusLineKind.PersonalCircumstances, CircumstanceKind.Circumstance, "PCI", ("Type", "TypeDescription"));
        Circumstances(d, NdeliusLineKind.Disability, CircumstanceKind.Disability, "DSB", ("TypeCode", "TypeDescription"));
        Circumstances(d, NdeliusLineKind.Provision, CircumstanceKind.Provision, "PRV", ("Code", "Description"));
    }

    /// <summary>A manager ends when another takes over: the day before that one's first day.</summary>
    public static void Follow(NdeliusDeciding d)
    {
        if (d.FillGapsOnly)
        {
            return;
        }

        var running = d.After<ManagerAssignment>().Where(m => m is { Role: Role.Com, ValidTo: null }).OrderBy(m => m.ValidFrom).ThenBy(m => m.Recorded.Source is SourceSystem.Ndelius).ThenBy(m => m.SourceId, StringComparer.Ordinal).ToList();
        var last = running.FindLast(m => m.Recorded.Source is SourceSystem.Ndelius);
        foreach (var earlier in running.Where(m => m != last && last is not null))
        {
            if (earlier.Recorded.Source is SourceSystem.Throughcare)
            {
                d.Item(DataQualityKind.SourceConflict, "Community offender manager", earlier.Name, last!.Name);
                continue;
            }

            var lastDay = last!.ValidFrom.AddDays(-1);
            d.Put("Community offender manager", earlier, earlier with { ValidTo = lastDay < earlier.ValidFrom ? earlier.ValidFrom : lastDay });
        }
    }

    private static ManagerAssignment Manager(NdeliusDeciding d, NdeliusLine line, ManagerAssignment? running)
    {
        var ended = d.Date(line, "EndDate");
        var place = PlaceOf(line["Orgcode"], line["TeamCode"]);
        if (place.IsUnmapped && ended is null)
        {
            d.Warn(line, "TeamCode", NotMapped, "No delivery unit of the region has this team; the region alone is recorded");
            d.Item(DataQualityKind.TeamNotMapped, "Team", place.Place?.Text, $"{line["TeamCode"]} {line["TeamDescription"]}".Trim(), place.Place ?? PlaceCode.Nation);
        }
        else if (!place.IsUnmapped && line["TeamCode"] is { Length: > 0 } team)
        {
            d.Settle(DataQualityKind.TeamNotMapped, "Team", said => said == team || said.StartsWith(team + " ", StringComparison.Ordinal), $"The team is known now: {Places.Name(place.Place!.Value)}");
        }

        var name = (line["OmSurname"], line["OmForename"]) switch
        {
            ("", "") => line["OmCode"] is { Length: > 0 } code ? code : "Not named",
            ("", var forename) => forename,
            (var surname, "") => surname,
            var (surname, forename) => $"{surname}, {forename}",
        };
        var from = d.Date(line, "AllocatedDate") ?? running?.ValidFrom ?? d.Day;
        return new ManagerAssignment
        {
            Id = default,
            PersonId = d.PersonId,
            Recorded = d.Entry,
            ValidFrom = from,
            ValidTo = ended < from ? from : ended,
            Role = Role.Com,
            StaffId = running?.StaffId,
            Name = name,
            Team = line.Text("TeamDescription", 240) ?? line.Text("TeamCode", 240),
            Place = place.Place,
            OfficerCode = line.Text("OmCode", 12),
            EndReason = running?.EndReason,
        };
    }

    /// <summary>The delivery unit of a team: of the longest prefix that begins its code and belongs to the region; else the region.</summary>
    internal static (PlaceCode? Place, bool IsUnmapped) PlaceOf(string organisation, string team)
    {
        var region = ProbationPlaces.Find(organisation);
        return team.Length > 0 && Places.PduOfTeam(team, organisation) is { } pdu ? (new(pdu.Code), false)
            : region is not null ? (new(region.Code), true)
            : (null, true);
    }

    private static PersonAddress? Address(NdeliusDeciding d, NdeliusLine line, PersonAddress? running)
    {
        var isNone = line["NoFixedAbode"] == "Y";
        string[] parts = [line["BuildingName"], $"{line["HouseNumber"]} {line["StreetName"]}".Trim(), line["District"], line["Town"], line["County"], line["Postcode"].ToUpperInvariant()];
        var lines = string.Join('\n', parts.Where(part => part.Length > 0));
        if (lines.Length == 0 && !isNone)
        {
            return null;
        }

        var status = d.Code(line, "StatusCode", "StatusDescription", CodeLists.AddressStatus);
        var from = d.Date(line, "StartDate") ?? running?.ValidFrom ?? d.Day;
        return new PersonAddress
        {
            Id = default,
            PersonId = d.PersonId,
            Recorded = d.Entry,
            ValidFrom = from,
            ValidTo = status?.Code == "P" ? running?.ValidTo ?? d.LastDay(from) : null,
            Use = status?.Code is "M" or "PM" ? AddressUse.Home : AddressUse.Probation,
            Status = status,
            Lines = lines.Length > 0 ? lines : NoFixedAbode,
            Postcode = Postcode(d, line),
            NoFixedAbode = isNone,
        };
    }

    private static string? Postcode(NdeliusDeciding d, NdeliusLine line)
    {
        if (line["Postcode"].Length == 0)
        {
            return null;
        }

        var tidy = string.Concat(line["Postcode"].Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        if (Shape().IsMatch(tidy))
        {
            return $"{tidy[..^3]} {tidy[^3..]}";
        }

        d.Warn(line, "Postcode", "POSTCODE_INVALID", "This is not a postcode; the address is kept as it is");
        return null;
    }

    private static void Circumstances(NdeliusDeciding d, NdeliusLineKind kind, CircumstanceKind what, string prefix, (string Code, string Words) fields)
    {
        foreach (var line in d.Row.Of(kind))
        {
            d.Fact<PersonalCircumstance>(what is CircumstanceKind.Circumstance ? "Circumstances" : "Disabilities and provisions", line, prefix, running =>
            {
                if ((line.Text(fields.Words, 240) ?? line.Text(fields.Code, 240)) is not { } words)
                {
                    return null;
                }

                var (from, to) = (d.Date(line, "StartDate") ?? running?.ValidFrom ?? d.Day, d.Date(line, "EndDate"));
                return new PersonalCircumstance
                {
                    Id = default,
                    PersonId = d.PersonId,
                    Recorded = d.Entry,
                    ValidFrom = from,
                    ValidTo = to < from ? from : to,
                    Kind = what,
                    TypeCode = line.Text(fields.Code, 40),
                    Type = words,
                    SubTypeCode = what is CircumstanceKind.Circumstance ? line.Text("SubType", 40) : null,
                    SubType = what is CircumstanceKind.Circumstance ? line.Text("SubTypeDescription", 240) ?? line.Text("SubType", 240) : null,
                };
            });
        }
    }

    [GeneratedRegex(@"^([A-Z]{1,2}[0-9][A-Z0-9]?|GIR)[0-9][A-Z]{2}\z")]
    private static partial Regex Shape();
}
