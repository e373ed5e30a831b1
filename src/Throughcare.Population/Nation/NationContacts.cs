using System.Globalization;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Population.Streams;

namespace Throughcare.Population.Nation;

/// <summary>Whose contacts, and what moves their number and kind.</summary>
/// <param name="From">The first day; days before the last twelve months count for nothing.</param>
/// <param name="Until">The first day on which it is over.</param>
/// <param name="Mix">Which kinds there can be.</param>
/// <param name="AYear">How many there are in a year, on average.</param>
internal sealed record ContactSpan(DateOnly From, DateOnly Until, ContactMix Mix, double AYear, CaseId Case)
{
    public required Func<string, StaffMember> Author { get; init; }

    /// <summary>Place of the risk of serious harm, 0 for low.</summary>
    public required int Rosh { get; init; }

    public bool IsCustody => Mix is ContactMix.Custody or ContactMix.CustodyUnsentenced;
}

/// <summary>Which kinds of contact a case can have.</summary>
internal enum ContactMix
{
    Custody,
    CustodyUnsentenced,
    Community,
    CommunityWithUnpaidWork,

    /// <summary>Probation's side of somebody who is in prison.</summary>
    BeforeRelease,
}

/// <summary>Contacts of the last twelve months: how many, when, of which kind and in which words.</summary>
internal sealed class NationContacts
{
    private const double ContactsAYear = 30;
    private const double MoreOfPpo = 1.2;

    /// <summary>What the factors of risk and nomination come to on average, of people in prison and of people on probation: their cases have
    /// <see cref="ContactsAYear"/> on average, those that were due in the last quarter included.</summary>
    private const double FactorInPrison = 1.36;
    private const double FactorOnProbation = 1.02;

    private static readonly double[] ByRosh = [0.6, 0.9, 1.25, 2.0];

    private readonly NationWorld _world;
    private readonly (DateOnly Day, DateTimeOffset Midnight)[] _days;
    private readonly string[] _dates;
    private readonly Dictionary<ContactMix, Weighted<Kind>> _kinds;
    private readonly Dictionary<(string Quality, ContactMix Mix), Template[]> _templates = [];
    private readonly Weighted<string> _prisonQuality = Qualities("PRISON");
    private readonly Weighted<string> _communityQuality = Qualities("COMMUNITY");
    private readonly HashSet<(string Type, int Template)> _belowFloor;
    private readonly List<Template> _allTemplates;

    public NationContacts(NationWorld world)
    {
        _world = world;
        var asOf = world.Options.AsOf;
        var first = asOf.AddMonths(-12);
        _days = [.. Enumerable.Range(0, asOf.DayNumber - first.DayNumber).Select(first.AddDays).Where(day => day.IsWorkingDay)
            .Select(day => (day, London.At(day, TimeOnly.MinValue)))];
        _dates = [.. Enumerable.Range(0, _days.Length).Select(at => DateText(_days[at].Day.AddDays(14)))];
        First = first;

        var rows = CsvTable.Load(typeof(NationContacts).Assembly, "contact-mix.csv").Rows
            .Select(row => (Kind: new Kind(row["contact_type_code"], row["contact_type"], (double)row.Amount("attended_share")), Setting: row["setting"], Share: (double)row.Amount("share_of_contacts"))).ToList();
        _kinds = new()
        {
            [ContactMix.Custody] = Of("CUSTODY", _ => true),
            [ContactMix.CustodyUnsentenced] = Of("CUSTODY", kind => kind.Code is not "TC17"),
            [ContactMix.Community] = Of("COMMUNITY", kind => kind.Code is not "TC-UPW"),
            [ContactMix.CommunityWithUnpaidWork] = Of("COMMUNITY", _ => true),
            [ContactMix.BeforeRelease] = Of("COMMUNITY", kind => kind.Code is "COPT" or "CM3A"),
        };

        _allTemplates = [.. CsvTable.Load(typeof(NationContacts).Assembly, "note-templates.csv").Rows.Select((row, at) => new Template(at, row["quality"], row["template"]))];
        foreach (var quality in new[] { "NO_ISSUES", "THIN", "GOOD", "FTA", "LIAISON" })
        {
            foreach (var mix in Enum.GetValues<ContactMix>())
            {
                _templates[(quality, mix)] = [.. _allTemplates.Where(template => template.Quality == quality && Fits(template, mix))];
            }
        }

        var sample = new Words("Someone", "8 May 2026", "8 May 2026", "low", "the probation office", 1);
        _belowFloor = [.. from kind in rows.Select(row => row.Kind.Code).Distinct()
                          let type = ContactTypes.Find(kind)
                          where type is not null
                          from template in _allTemplates
                          where NoteQuality.Of(new NoteToCheck(type, Fill(template.Text, sample))).IsBelowFloor
                          select (kind, template.At)];

        Weighted<Kind> Of(string setting, Func<Kind, bool> isWanted) =>
            new(rows.Where(row => row.Setting == setting && isWanted(row.Kind)).Select(row => (row.Kind, row.Share)));
    }

    /// <summary>The first day on which there can be a contact.</summary>
    public DateOnly First { get; }

    /// <summary>How many contacts a year a case of this risk has on average.</summary>
    public static double AYear(int rosh, bool isPpo, bool inPrison) =>
        ContactsAYear * ByRosh[rosh] * (isPpo ? MoreOfPpo : 1) / (inPrison ? FactorInPrison : FactorOnProbation);

    /// <summary>Adds the contacts of one span of a case.</summary>
    public void Add(RecordMaker record, ref SeededNumbers draw, ContactSpan side, string forename, string unitName)
    {
        var from = side.From > First ? side.From : First;
        var firstDay = Array.FindIndex(_days, day => day.Day >= from);
        var endDay = side.Until >= _world.AsOf ? _days.Length : Array.FindIndex(_days, day => day.Day >= side.Until);
        if (firstDay < 0 || endDay <= firstDay)
        {
            return;
        }

        var years = ((side.Until < _world.AsOf ? side.Until : _world.AsOf).DayNumber - from.DayNumber) / 365.25;
        var count = Poisson(ref draw, side.AYear * years);
        count = side.Mix is ContactMix.CustodyUnsentenced && side.Until >= _world.AsOf ? Math.Max(count, 1) : count;   // whoever waits for a court is seen at reception
        var kinds = _kinds[side.Mix];
        for (var i = 0; i < count; i++)
        {
            var at = firstDay + draw.Below(endDay - firstDay);
            var minutes = draw.Below(510);
            var kind = kinds.Draw(ref draw);
            var isKept = draw.Chance(kind.KeptShare);
            var after = draw.Between(10, 240);
            var quality = draw.Uniform();
            var which = draw.Uniform();
            var late = draw.Chance(0.05) ? draw.Between(1, 2) : 0;
            var (length, objective) = (draw.Below(7), draw.Between(1, 4));
            record.Add(One(record, side, kind, at, minutes, isKept, after + late * 24 * 60, quality, which, length, new Words(forename, _dates[at], _dates[Math.Max(0, at - 10)], RoshWord(side.Rosh), unitName, objective)));
        }
    }

    private Contact One(
        RecordMaker record, ContactSpan side, Kind kind, int at, int minutes, bool isKept, int after, double quality, double which, int length, Words words)
    {
        var author = side.Author(kind.Code);
        var happened = _days[at].Midnight.AddMinutes(540 + minutes);
        var entry = record.By(author, happened.AddMinutes(after), Verb.RecordContact);
        var type = ContactTypes.Find(kind.Code);
        var isSession = kind.Code is "TC01" or "TC02" or "TC17" or "TC37" or "TC-UPW" or "COAP" or "CHVS" or "COPT" or "CLDR";
        var wanted = !isKept ? "FTA"
            : kind.Code is "CM3A" or "CLDR" ? "LIAISON"
            : _world.DoesEverythingRight ? "GOOD"
            : (side.IsCustody ? _prisonQuality : _communityQuality).At(quality);
        var templates = _templates[(wanted, side.Mix)];
        var template = templates[(int)(which * templates.Length)];
        return new Contact
        {
            Id = record.NewId(entry),
            PersonId = record.PersonId,
            CaseId = side.Case,
            ValidFrom = _days[at].Day,
            Recorded = entry,
            Type = kind.Code,
            HappenedAt = happened,
            Mode = kind.Code switch { "COPT" => ContactMode.Telephone, "CM3A" => ContactMode.EmailOrText, "LCL" => ContactMode.Letter, "TC04" or "TC05" => ContactMode.RecordOnly, _ => ContactMode.FaceToFace },
            DurationMinutes = isKept && isSession ? kind.Code is "TC-UPW" ? 420 : 15 + 5 * length : kind.Code is "TC02" or "TC37" ? 1 : null,
            Text = Fill(template.Text, words),
            Sensitivity = type?.DefaultSensitivity ?? Sensitivity.Standard,
            Sharing = Sharing.Yes,
            NotAboutThePlan = type is { ObjectiveLink: ObjectiveLink.Required } ? "There is no plan on the record yet" : null,
            BelowFloor = _belowFloor.Contains((kind.Code, template.At)),
            Attendance = !isSession ? null : isKept ? Kept : Missed[(int)(which * Missed.Length)],
            Enforcement = !isSession || isKept || side.IsCustody || which >= 0.89 ? null : Letter,
            AuthorId = author.Id,
            AuthorRole = author.Role,
            FirstRecordedAt = entry.At,
        };
    }

    private static readonly Coded Kept = Coded.Of("ATTC");
    private static readonly Coded[] Missed = [Coded.Of("UAAB"), Coded.Of("UAAB"), Coded.Of("AAME"), Coded.Of("AAEM"), Coded.Of("TC-RSP")];
    private static readonly Coded Letter = Coded.Of("EA02");

    private static int Poisson(ref SeededNumbers draw, double mean)
    {
        var (limit, product, count) = (Math.Exp(-mean), draw.Uniform(), 0);
        while (product > limit)
        {
            product *= draw.Uniform();
            count++;
        }

        return count;
    }

    /// <summary>A home visit is not for people in prison, and the wing not for people outside.</summary>
    private static bool Fits(Template template, ContactMix mix) => mix switch
    {
        ContactMix.Custody or ContactMix.CustodyUnsentenced or ContactMix.BeforeRelease => !template.Text.Contains("Home visit", StringComparison.Ordinal) && !template.Text.Contains("excluded area", StringComparison.Ordinal),
        _ => !template.Text.Contains("wing", StringComparison.Ordinal),
    };

    private static Weighted<string> Qualities(string setting) => new(CsvTable.Load(typeof(NationContacts).Assembly, "note-quality-mix.csv").Rows
        .Where(row => row["setting"] == setting).Select(row => (row["quality"], (double)row.Amount("share"))));

    private static string RoshWord(int rosh) => rosh switch { 0 => "low", 1 => "medium", 2 => "high", _ => "very high" };

    private static string DateText(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static readonly string[] Objectives = ["find settled housing", "think before acting when angry", "stay free of drugs", "find work that lasts"];
    private static readonly string[] Actions = ["write down one situation a day", "call the housing office", "go to the group", "finish the application"];
    private static readonly string[] Agencies = ["the drug treatment service", "the housing office", "the job centre", "children's services"];

    private static string Fill(string template, Words words) => !template.Contains('{', StringComparison.Ordinal) ? template : template
        .Replace("{next_date}", words.Next, StringComparison.Ordinal)
        .Replace("{n}", words.Objective.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{objective}", Objectives[words.Objective - 1], StringComparison.Ordinal)
        .Replace("{forename}", words.Forename, StringComparison.Ordinal)
        .Replace("{action}", Actions[words.Objective - 1], StringComparison.Ordinal)
        .Replace("{condition}", words.Objective.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{rosh}", words.Rosh, StringComparison.Ordinal)
        .Replace("{liaison_date}", words.Before, StringComparison.Ordinal)
        .Replace("{cutoff}", "the end of the day", StringComparison.Ordinal)
        .Replace("{due_date}", words.Next, StringComparison.Ordinal)
        .Replace("{agency}", Agencies[words.Objective - 1], StringComparison.Ordinal)
        .Replace("{date}", words.Before, StringComparison.Ordinal)
        .Replace("{unit}", words.Unit, StringComparison.Ordinal);

    private sealed record Kind(string Code, string Name, double KeptShare);

    private sealed record Template(int At, string Quality, string Text);

    private sealed record Words(string Forename, string Next, string Before, string Rosh, string Unit, int Objective);
}
