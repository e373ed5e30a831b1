using System.Buffers;
using System.Globalization;
using System.Text;
using Throughcare.Population.People;
using Throughcare.Population.Sentences;
using Throughcare.Population.Tables;

namespace Throughcare.Population.Offloc;

/// <summary>The 153 fields of one person, and how they stand in the file.</summary>
/// <remarks>
/// Codes and descriptions: prison, movement and transfer reason are codes; everything else that has a list is written as its description
/// there, alerts too, because no two alerts in use share one. Fields that nobody may keep hold the word FICTIONAL.
/// Activities are activity, place, hour and minute of the beginning, hour and minute of the end.
/// </remarks>
internal sealed class OfflocRecord
{
    public const int FieldCount = 153;

    private const string NeverStored = "FICTIONAL";
    private const string ListMark = "\"~\"";
    private const string PartMark = "\",\"";

    private static readonly string[] Blank =
    [
        .. PrisonTables.Shared.OfflocFields.Select((field, at) =>
            field.Imported || field.Name.Contains("to be left blank", StringComparison.Ordinal) ? ""
            : at == 144 ? string.Join(PartMark, Enumerable.Repeat(NeverStored, 6))
            : NeverStored),
    ];

    private readonly string[] _fields = [.. Blank];

    public string this[int field]
    {
        get => _fields[field];
        set => _fields[field] = value;
    }

    public bool HasTopUpDate => _fields[152].Length > 0;

    /// <summary>Whether an activity without a place stands in the record.</summary>
    public bool HasEmptyValueInGroup { get; private set; }

    /// <summary>Puts in a person's stay.</summary>
    /// <param name="systemDate">What the file says it is of.</param>
    /// <param name="contentOf">The day that the stay is of.</param>
    /// <param name="emptyPlace">Whether the first activity has no place; someone without activities gets one.</param>
    public void Fill(PrisonStay stay, DateOnly systemDate, DateOnly contentOf, bool emptyPlace)
    {
        Blank.CopyTo(_fields, 0);
        var soon = stay.LeavesOn.DayNumber - contentOf.DayNumber <= 28;
        FillPerson(stay.Person);
        FillCustody(stay, systemDate);
        FillSentence(stay, soon);
        FillAddresses(stay, soon);
        FillMovement(stay);
        FillActivities(stay, emptyPlace);
        _fields[146] = string.Join(ListMark, stay.OtherOffences);
        _fields[147] = string.Join(ListMark, stay.Alerts);
    }

    /// <summary>Writes the record and its end of line.</summary>
    /// <param name="quirk"><see langword="null"/>, or what is wrong with the whole line.</param>
    public void WriteTo(IBufferWriter<byte> output, OfflocQuirk? quirk)
    {
        var fields = quirk switch
        {
            OfflocQuirk.UnquotedTopUpDate => FieldCount - 1,
            OfflocQuirk.WrongFieldCount when _fields[3][^1] % 2 == 0 => FieldCount - 2,
            _ => FieldCount,
        };
        for (var i = 0; i < fields; i++)
        {
            output.Write(i == 0 ? "\""u8 : "\"|\""u8);
            Encoding.UTF8.GetBytes(_fields[i], output);
        }

        output.Write("\""u8);
        if (quirk == OfflocQuirk.UnquotedTopUpDate)
        {
            output.Write("|"u8);
            Encoding.UTF8.GetBytes(_fields[152], output);
        }
        else if (quirk == OfflocQuirk.WrongFieldCount && fields == FieldCount)
        {
            output.Write("|\"FICTIONAL\""u8);
        }

        output.Write("\r\n"u8);
    }

    /// <summary>Gives another cell of the same landing.</summary>
    public void ChangeCell()
    {
        var cell = int.Parse(_fields[18].AsSpan()[^3..], CultureInfo.InvariantCulture);
        _fields[18] = string.Create(CultureInfo.InvariantCulture, $"{_fields[18].AsSpan()[..^3]}{cell % 40 + 1:D3}");
    }

    private void FillPerson(PrisonPerson person)
    {
        _fields[3] = person.PrisonNumber;
        _fields[4] = person.Sex == 'M' ? "Male" : "Female";
        _fields[6] = person.Surname;
        _fields[7] = person.Forename;
        _fields[8] = person.SecondForename;
        _fields[9] = person.Cro;
        _fields[12] = Date(person.BornOn);
        _fields[13] = person.Nationality;
        _fields[14] = person.Ethnicity;
        _fields[15] = person.Religion;
        _fields[16] = person.MaritalStatus;
        _fields[39] = Date(person.FirstConvictedOn);
        _fields[47] = person.Number % 100 == 0 && person.Pnc.Length > 0
            ? person.Pnc + ListMark + FictionalNumbers.Pnc(person.Number + 500_000, person.FirstConvictedOn.Year)
            : person.Pnc;
        _fields[49] = person.Number % 3 == 0 ? "Employed" : "Unemployed";
        _fields[17] = person.Sex == 'F' && person.Number % 40 == 0 ? "Pregnant" : "";
    }

    private void FillCustody(PrisonStay stay, DateOnly systemDate)
    {
        _fields[0] = Date(systemDate);
        _fields[1] = stay.Prison.Name;
        _fields[2] = stay.Prison.Code;
        _fields[5] = stay.Booking;
        _fields[10] = stay.SecurityCategory.StartsWith("YOI", StringComparison.Ordinal) ? "YP" : "Adult";
        _fields[18] = stay.Cell;
        _fields[19] = stay.IncentiveLevel;
        _fields[21] = stay.TransferReason;
        _fields[22] = Date(stay.ReceivedOn);
        _fields[23] = "ACTIVE IN";
        _fields[24] = stay.LegalStatus;
        _fields[25] = stay.SecurityCategory;
        _fields[26] = Date(stay.CategoryReviewOn);
        _fields[30] = string.Join(ListMark, stay.PreviousBookings);
        _fields[73] = stay.CategoryReviewOn is null ? "" : Date(stay.ReceivedOn);
        _fields[109] = stay.OffenderManager;
        _fields[52] = stay.HomeUnit.Region;
        _fields[51] = stay.Bed.OffenceGroup == "SEX" && stay.Bed.IsSentenced ? "Y" : "N";
        _fields[50] = stay.Bed.OffenceGroup == "SEX" && stay.Bed.IsSentenced
            ? (stay.Person.Number % 10) switch { 0 => "MAPPA Level 2", 1 => "Schedule 1", _ => "MAPPA Level 1" }
            : "";
    }

    private void FillSentence(PrisonStay stay, bool soon)
    {
        _fields[42] = stay.Offence;
        _fields[140] = stay.Court.Name;
        _fields[149] = stay.Court.Code;
        _fields[150] = stay.Court.Name;
        if (stay.Sentence is not { } sentence)
        {
            _fields[148] = stay.Bed.IsRemand ? "Remanded in custody" : "";
            return;
        }

        var dates = stay.Dates;
        var determinate = sentence.Kind is not (SentenceKind.Life or SentenceKind.Ipp);
        _fields[40] = Date(sentence.On);
        _fields[148] = "Imprisonment";
        if (determinate)
        {
            _fields[27] = Number(sentence.Term.Years);
            _fields[28] = Number(sentence.Term.Months);
            _fields[29] = Number(7 * sentence.Term.Weeks + sentence.Term.Days);
            _fields[63] = Number(sentence.Term.DaysFrom(sentence.On));
            _fields[145] = "Standard licence";
        }

        _fields[31] = Date(dates.Prrd ?? dates.Ped ?? dates.Hdced ?? dates.Crd ?? dates.Ted);
        _fields[64] = Date(stay.ConfirmedReleaseOn);
        _fields[65] = stay.ConfirmedReleaseOn is null ? "" : dates.Prrd is null ? "CR" : "PD";
        _fields[48] = soon && determinate ? _fields[49] : "";
        _fields[66] = Date(dates.Sled);
        _fields[67] = Date(dates.Hdced);
        _fields[69] = Date(dates.Ped);
        _fields[70] = Date(dates.Crd);
        _fields[72] = Date(dates.Sled);
        _fields[152] = Date(dates.Tused);
    }

    private void FillAddresses(PrisonStay stay, bool soon)
    {
        var person = stay.Person;
        if (soon && stay.ConfirmedReleaseOn is not null && person.Home != Address.NoFixedAbode)
        {
            _fields[77] = "Home";
            FillAddress(78, person.Home);
        }

        _fields[85] = person.Home == Address.NoFixedAbode ? "None" : "Home";
        FillAddress(86, person.Home);
        FillAddress(93, person.Home);
        if (person.KinAddress is { } kin)
        {
            _fields[100] = person.KinName;
            _fields[101] = person.KinRelationship;
            FillAddress(102, kin);
        }

        if (stay.OffenderManager.Length > 0)
        {
            _fields[110] = $"{stay.HomeUnit.Name} probation office";
            _fields[111] = stay.HomeUnit.Region;
            _fields[116] = "QX1 1AA";
        }
    }

    private void FillAddress(int first, Address address)
    {
        _fields[first] = address.Street;
        _fields[first + 1] = address.Town;
        _fields[first + 6] = address.Postcode;
    }

    private void FillMovement(PrisonStay stay)
    {
        _fields[133] = stay.Prison.Name;
        _fields[134] = stay.TransferReason;
        _fields[135] = Date(DateOnly.FromDateTime(stay.MovedAt));
        _fields[136] = Number(stay.MovedAt.Hour);
        _fields[137] = Number(stay.MovedAt.Minute);
        _fields[138] = Number(stay.MovedAt.Second);
        _fields[139] = stay.MovementCode;
        _fields[141] = stay.TransferReason.Length > 0 ? "Prison transport" : "Court escort";
    }

    private void FillActivities(PrisonStay stay, bool emptyPlace)
    {
        var activities = stay.Activities;
        _fields[143] = activities.Any(a => a.Place != "Education") ? "Y" : "N";
        if (activities.Count == 0 && emptyPlace)
        {
            activities = [("Induction", "Wing")];
        }

        HasEmptyValueInGroup = emptyPlace;
        _fields[151] = string.Join(ListMark, activities.Select((work, at) =>
            string.Join(PartMark, work.Activity, emptyPlace && at == 0 ? "|" : work.Place, at == 0 ? "8" : "13", "30", at == 0 ? "11" : "16", "45")));
    }

    private static string Date(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
