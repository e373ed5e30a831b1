using System.Globalization;
using System.Text;
using Throughcare.Population.Cases;
using Throughcare.Population.People;
using Throughcare.Population.Streams;
using Throughcare.Population.Tables;

namespace Throughcare.Population.Ndelius;

/// <summary>Fills the lines of one record from somebody's case.</summary>
/// <remarks>The number of a row is that of its record, then the episode and the row within it, so that it stays from day to day.</remarks>
internal sealed class NdeliusRecord(StreamRoot root, DateTime extractedAt)
{
    private const long RowsOfRecord = 100_000;
    private const int RowsOfEpisode = 1000;

    private static readonly NdeliusLayout Layout = NdeliusLayout.Shared;
    private static readonly PrisonTables Prisons = PrisonTables.Shared;
    private static readonly ProbationTables Tables = ProbationTables.Shared;
    private static readonly string[] Groups = [.. OffenceTexts.All.Keys.Order(StringComparer.Ordinal)];

    private readonly byte[] _stamp = Encoding.ASCII.GetBytes(extractedAt.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture));
    private readonly Dictionary<(string Unit, int Number), (string Surname, string Forename)> _managers = [];

    /// <summary>Puts a record as it stands on a day into a block.</summary>
    /// <param name="record">0 for the person's first record, 1 for the second, which knows the last episode alone.</param>
    public void Fill(NdeliusBlock block, PersonCase of, int record, DateOnly day)
    {
        var identity = ProbationIdentity.Of(root, of.Person, record);
        var episodes = (record == 0 ? of.Episodes : [of.Episodes[^1]])
            .Select(episode => (Episode: episode, Now: new EpisodeOnDay(root, of.Person, episode, day))).ToList();
        block.Begin(identity.OffenderId);
        FillOffender(block, of, identity);
        foreach (var (episode, now) in episodes)
        {
            FillManagers(block, episode, now);
        }

        foreach (var (episode, now) in episodes)
        {
            FillAddresses(block, episode, now);
        }

        foreach (var (episode, now) in episodes)
        {
            FillTransfers(block, episode, now);
        }

        FillNamesAndNumbers(block, of.Person, identity, record);
        foreach (var (episode, now) in episodes)
        {
            FillRegistrations(block, episode, now);
        }

        foreach (var (episode, now) in episodes)
        {
            FillRosh(block, episode, now);
        }

        foreach (var (episode, now) in episodes)
        {
            FillCircumstances(block, episode, now);
        }

        FillNeeds(block, of.Person, episodes[0].Episode);
        FillEvents(block, episodes);
    }

    private static long Id(NdeliusBlock block, Episode? episode, int at) =>
        block.OffenderId * RowsOfRecord + (episode?.Index ?? 0) * RowsOfEpisode + at;

    private LineWriter Add(NdeliusBlock block, string line, Episode? episode, int at) =>
        block.Add(Layout[line], Id(block, episode, at), _stamp);

    private void FillOffender(NdeliusBlock block, PersonCase of, ProbationIdentity identity)
    {
        var person = of.Person;
        var line = block.Add(Layout["Offenders"], identity.OffenderId, _stamp);
        line["FirstName"] = identity.Forename;
        line["SecondName"] = identity.SecondForename;
        line["Surname"] = identity.Surname;
        line["PreviousSurname"] = identity.PreviousSurname;
        (line["TitleCode"], line["TitleDescription"]) = person.Sex == 'M' ? ("MR", "Mr") : ("MS", "Ms");
        line["CRN"] = identity.Crn;
        line["CRO"] = identity.Cro;
        line["NOMISNumber"] = identity.PrisonNumber;
        line["PNCNumber"] = identity.Pnc;
        (line["GenderCode"], line["GenderDescription"]) = Gender(person.Sex);
        line.Set("DateOfBirth", identity.BornOn);
        line["NationalityCode"] = Tables.NationalityCode(person.Nationality);
        line["NationalityDescription"] = person.Nationality;
        line["EthnicityCode"] = Tables.EthnicityCode(person.Ethnicity);
        line["EthnicityDescription"] = person.Ethnicity;
        line["PrisonNumber"] = of.Episodes[^1].Booking;
    }

    private void FillManagers(NdeliusBlock block, Episode episode, EpisodeOnDay now)
    {
        foreach (var row in now.Managers)
        {
            var line = Add(block, "OffenderManager", episode, row.At);
            var (surname, forename) = Manager(row.Unit, row.Number);
            line.Set("AllocatedDate", row.From);
            line.Set("EndDate", row.To);
            line["OmCode"] = OfficerCode(row.Unit, row.Number);
            line["OmForename"] = forename;
            line["OmSurname"] = surname;
            line["Orgcode"] = row.Unit.RegionCode;
            line["OrgDescription"] = row.Unit.Region;
            line["TeamCode"] = row.Unit.Code;
            line["TeamDescription"] = row.Unit.Name;
            line["BuildingName"] = "Probation office";
            line["Town"] = row.Unit.Name;
            line["PostCode"] = "QX1 1AA";
            line["ContactNo"] = string.Create(CultureInfo.InvariantCulture, $"07700 9{row.Number:D5}");
        }
    }

    private void FillAddresses(NdeliusBlock block, Episode episode, EpisodeOnDay now)
    {
        foreach (var row in now.Addresses)
        {
            var line = Add(block, "OffenderAddress", episode, row.At);
            (line["StatusCode"], line["StatusDescription"]) = row.IsCurrent ? ("M", "Main") : ("P", "Previous");
            line.Set("StartDate", row.From);
            var isNone = row.Address == Address.NoFixedAbode;
            line["NoFixedAbode"] = isNone ? "Y" : "N";
            if (isNone)
            {
                line["StreetName"] = row.Address.Street;
                continue;
            }

            var space = row.Address.Street.IndexOf(' ', StringComparison.Ordinal);
            line["HouseNumber"] = row.Address.Street[..space];
            line["StreetName"] = row.Address.Street[(space + 1)..];
            line["Town"] = row.Address.Town;
            line["Postcode"] = row.Address.Postcode;
        }
    }

    private void FillTransfers(NdeliusBlock block, Episode episode, EpisodeOnDay now)
    {
        foreach (var row in now.Managers.Where(row => row.IsAreaChange))
        {
            var line = Add(block, "OffenderTransfer", episode, row.At);
            line.Set("RequestDate", row.From);
            (line["ReasonCode"], line["ReasonDescription"]) = ("CHADD", "Change of address");
            (line["StatusCode"], line["StatusDescription"]) = ("TA", "Transfer accepted");
        }
    }

    private void FillNamesAndNumbers(NdeliusBlock block, CasePerson person, ProbationIdentity identity, int record)
    {
        for (var at = 0; at < identity.Aliases.Count; at++)
        {
            var line = Add(block, "AliasDetails", null, at);
            line["FirstName"] = identity.Aliases[at].Forename;
            line["Surname"] = identity.Aliases[at].Surname;
            line.Set("DateOfBirth", identity.Aliases[at].BornOn);
            (line["GenderCode"], line["GenderDescription"]) = Gender(person.Sex);
        }

        if (person.SecondPnc.Length > 0 && record == 0)
        {
            var line = Add(block, "AdditionalIdentifier", null, 0);
            line["PNC"] = person.SecondPnc;
        }
    }

    private void FillRegistrations(NdeliusBlock block, Episode episode, EpisodeOnDay now)
    {
        foreach (var row in now.Registrations)
        {
            var line = Add(block, "RegistrationDetails", episode, row.At);
            line.Set("Date", row.On);
            line["TypeCode"] = row.Flag.Code;
            line["TypeDescription"] = row.Flag.Description;
            if (row.Category.Length > 0)
            {
                (line["CategoryCode"], line["CategoryDescription"]) = (row.Category, $"MAPPA category {row.Category[1]}");
                (line["RegisterCode"], line["RegisterDescription"]) = (row.Level, $"MAPPA level {row.Level[1]}");
            }
            else
            {
                (line["RegisterCode"], line["RegisterDescription"]) = NdeliusTexts.Register(row.Flag.Group);
            }

            line["DeRegistered"] = row.IsOver ? "Y" : "N";
        }
    }

    private void FillRosh(NdeliusBlock block, Episode episode, EpisodeOnDay now)
    {
        foreach (var row in now.Rosh)
        {
            var line = Add(block, "OAS", episode, row.At);
            line["ROSHScore"] = NdeliusTexts.RoshScores[row.Level];
            line.Set("AssesmentDate", row.On);
        }
    }

    private void FillCircumstances(NdeliusBlock block, Episode episode, EpisodeOnDay now)
    {
        foreach (var row in now.Circumstances)
        {
            var line = Add(block, "PersonalCircumstances", episode, row.At);
            (line["Type"], line["TypeDescription"], line["SubType"], line["SubTypeDescription"]) = NdeliusTexts.Circumstances[row.Kind];
            line.Set("StartDate", row.From);
            line.Set("EndDate", row.To);
        }
    }

    private void FillNeeds(NdeliusBlock block, CasePerson person, Episode first)
    {
        var draw = root.Of(FormattableString.Invariant($"person|{person.Number}|needs"));
        var (has, needsMore) = (draw.Chance(0.08), draw.Chance(0.5));
        var (disability, provision) = (draw.One(NdeliusTexts.Disabilities), draw.One(NdeliusTexts.Provisions));
        if (has)
        {
            var line = Add(block, "Disability", null, 0);
            (line["TypeCode"], line["TypeDescription"]) = disability;
            line.Set("StartDate", first.OpenedOn);
        }

        if (has && needsMore)
        {
            var line = Add(block, "Provision", null, 0);
            (line["Code"], line["Description"]) = provision;
            line.Set("StartDate", first.OpenedOn);
        }
    }

    private void FillEvents(NdeliusBlock block, List<(Episode Episode, EpisodeOnDay Now)> episodes)
    {
        foreach (var (episode, now) in episodes)
        {
            var line = Add(block, "EventDetails", episode, 0);
            line.Set("ReferralDate", episode.OpenedOn);
            line.Set("ConvictionDate", episode.Disposal?.On);
            line["Cohort"] = NdeliusTexts.Cohort(episode.Kind, now.IsReleased);
        }

        foreach (var (episode, _) in episodes)
        {
            var line = Add(block, "MainOffence", episode, 0);
            line.Set("EventId", Id(block, episode, 0));
            line["OffenceCode"] = OffenceCode(episode);
            line["OffenceDescription"] = episode.Offence;
            line.Set("OffenceDate", episode.OpenedOn.AddDays(-90));
        }

        foreach (var (episode, now) in episodes.Where(e => e.Now.IsReleased))
        {
            var line = Add(block, "Release", episode, 0);
            line.Set("ReleaseDate", episode.ReleasedOn);
            (line["ReleaseCode"], line["ReleaseDescription"]) = ("ADL", "Released on adult licence");
        }

        foreach (var (episode, now) in episodes)
        {
            if (episode.Disposal is not { } disposal)
            {
                continue;
            }

            var line = Add(block, "Disposal", episode, 0);
            line.Set("EventId", Id(block, episode, 0));
            line.Set("SentenceDate", disposal.On);
            line["Length"] = disposal.Length;
            (line["UnitCode"], line["UnitDescription"]) = NdeliusTexts.Unit(disposal.Unit);
            line["DisposalCode"] = disposal.Code;
            line["DisposalDetail"] = disposal.Detail;
            if (now.HasEnded)
            {
                (line["DisposalTerminationCode"], line["DisposalTerminationDescription"]) = NdeliusTexts.Termination(episode.Kind);
                line.Set("TerminationDate", episode.EndsOn);
            }
        }

        foreach (var (episode, now) in episodes)
        {
            FillRequirements(block, episode, now);
        }
    }

    private void FillRequirements(NdeliusBlock block, Episode episode, EpisodeOnDay now)
    {
        if (episode.Kind is not (EpisodeKind.CommunityOrder or EpisodeKind.SuspendedSentence))
        {
            return;
        }

        var draw = root.Of(FormattableString.Invariant($"offender|{block.OffenderId % 1_000_000}|requirements|{episode.Index}"));
        var kind = Prisons.Marginal("PROBATION", "requirement").Draw(ref draw);
        var (days, hours) = (5 * draw.Between(2, 9), 20 * draw.Between(2, 15));
        var list = new List<(string Code, string Text, int Length, string Unit, string UnitText)>();
        if (kind is "ONLY_RAR" or "RAR_AND_UNPAID_WORK" or "RAR_AND_OTHER")
        {
            list.Add(("F", "Rehabilitation activity requirement", days, "D", "Days"));
        }

        if (kind is "ONLY_UNPAID_WORK" or "RAR_AND_UNPAID_WORK")
        {
            list.Add(("W", "Unpaid work", hours, "H", "Hours"));
        }

        if (kind is "RAR_AND_OTHER" or "OTHER_ONLY")
        {
            list.Add(draw.Chance(0.4) ? ("E", "Exclusion", 6, "M", "Months")
                : draw.Chance(0.5) ? ("C", "Curfew", 90, "D", "Days") : ("A", "Alcohol treatment", 6, "M", "Months"));
        }

        for (var at = 0; at < list.Count; at++)
        {
            var line = Add(block, "Requirement", episode, at);
            var (code, text, length, unit, unitText) = list[at];
            line.Set("DisposalId", Id(block, episode, 0));
            line.Set("StartDate", episode.OpenedOn);
            line.Set("CommencementDate", episode.OpenedOn);
            (line["CategoryCode"], line["CategoryDescription"]) = (code, text);
            line["Length"] = length.ToString(CultureInfo.InvariantCulture);
            (line["UnitCode"], line["UnitDescription"]) = (unit, unitText);
            if (now.HasEnded)
            {
                line.Set("Terminationdate", episode.EndsOn);
                (line["TerminationReasonCode"], line["TerminationDescription"]) = ("EXP", "Expired normally");
            }
        }
    }

    /// <summary>The region, a letter for the unit and three digits: seven characters, one person each.</summary>
    private static string OfficerCode(DeliveryUnit unit, int number) => string.Create(
        CultureInfo.InvariantCulture, $"{unit.RegionCode}{(char)('A' + int.Parse(unit.Code.AsSpan(4), CultureInfo.InvariantCulture))}{number:D3}");

    /// <summary>Five digits from 90000: by group, then by text; 99 for a text of another list.</summary>
    private static string OffenceCode(Episode episode)
    {
        var at = OffenceTexts.Of(episode.OffenceGroup).ToList().IndexOf(episode.Offence);
        var code = 90_000 + 100 * Array.IndexOf(Groups, episode.OffenceGroup) + (at < 0 ? 99 : at);
        return code.ToString(CultureInfo.InvariantCulture);
    }

    private static (string Code, string Text) Gender(char sex) => sex == 'M' ? ("M", "Male") : ("F", "Female");

    private (string Surname, string Forename) Manager(DeliveryUnit unit, int number)
    {
        if (!_managers.TryGetValue((unit.Code, number), out var name))
        {
            name = Managers.Draw(root, unit, number);
            _managers.Add((unit.Code, number), name);
        }

        return name;
    }
}
