using System.Collections.Immutable;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record.Offloc;

/// <summary>The fields of a row of the prison file that are read, by their place from 0. All others are read past and never kept.</summary>
public static class OfflocField
{
    public const int SystemDate = 0;
    public const int PrisonCode = 2;
    public const int PrisonNumber = 3;
    public const int Sex = 4;
    public const int BookingNumber = 5;
    public const int LastName = 6;
    public const int FirstName = 7;
    public const int MiddleName = 8;
    public const int Cro = 9;
    public const int AdultOrYoungPerson = 10;
    public const int DateOfBirth = 12;
    public const int Nationality = 13;
    public const int Ethnicity = 14;
    public const int Religion = 15;
    public const int MaritalStatus = 16;
    public const int MaternityStatus = 17;
    public const int Cell = 18;
    public const int IncentiveLevel = 19;
    public const int TransferReason = 21;
    public const int ReceivedOn = 22;
    public const int CustodyStatus = 23;
    public const int LegalStatus = 24;
    public const int SecurityCategory = 25;
    public const int CategoryReviewOn = 26;
    public const int Years = 27;
    public const int Months = 28;
    public const int Days = 29;
    public const int PreviousBookings = 30;
    public const int EarliestRelease = 31;
    public const int FirstConvictedOn = 39;
    public const int FirstSentencedOn = 40;
    public const int MainOffence = 42;
    public const int Pnc = 47;
    public const int EmploymentAtDischarge = 48;
    public const int EmploymentAtReception = 49;
    public const int MappaOrSchedule1 = 50;
    public const int SexOffender = 51;
    public const int SupervisingService = 52;
    public const int EffectiveDays = 63;
    public const int ConfirmedRelease = 64;
    public const int ReleaseReason = 65;
    public const int Sed = 66;
    public const int Hdced = 67;
    public const int Hdcad = 68;
    public const int Ped = 69;
    public const int Crd = 70;
    public const int Npd = 71;
    public const int Led = 72;
    public const int CategoryChangedOn = 73;
    public const int DischargeRelationship = 77;
    public const int DischargeAddress = 78;
    public const int ReceptionRelationship = 85;
    public const int ReceptionAddress = 86;
    public const int HomeAddress = 93;
    public const int NextOfKin = 100;
    public const int NextOfKinRelationship = 101;
    public const int NextOfKinAddress = 102;
    public const int OffenderManager = 109;
    public const int ProbationAddress = 110;
    public const int MovementEstablishment = 133;
    public const int MovementTransferReason = 134;
    public const int MovementOn = 135;
    public const int MovementHour = 136;
    public const int MovementMinute = 137;
    public const int MovementSecond = 138;
    public const int MovementCode = 139;
    public const int CourtName = 140;
    public const int Escort = 141;
    public const int Employed = 143;
    public const int LicenceType = 145;
    public const int OtherOffences = 146;
    public const int Alerts = 147;
    public const int CourtOutcome = 148;
    public const int CourtCode = 149;
    public const int CourtName2 = 150;
    public const int Activities = 151;
    public const int Tused = 152;

    /// <summary>Fields of a whole row.</summary>
    public const int Count = 153;

    /// <summary>Lines of an address.</summary>
    public const int AddressLines = 7;

    /// <summary>What stands between the items of a list.</summary>
    public const string ItemMark = "\"~\"";

    /// <summary>What stands between the parts of an item.</summary>
    public const string PartMark = "\",\"";

    /// <summary>Parts of an item of <see cref="Activities"/>.</summary>
    public const int ActivityParts = 6;

    private static readonly Layout Read = Layout.Load();

    /// <summary>The fields that are kept, in the order of the file.</summary>
    public static ImmutableArray<int> Imported => Read.Imported;

    /// <summary>Where a field stands among those that are kept; -1 for one that is not.</summary>
    public static int SlotOf(int field) => Read.Slots[field];

    /// <summary>Whether a change of the field is a change of the person, and not only of the file.</summary>
    public static bool IsInHash(int field) => Read.InHash[field];

    public static bool IsList(int field) => Read.Lists[field];

    public static string NameOf(int field) => Read.Names[field];

    private sealed record Layout(
        ImmutableArray<int> Imported, ImmutableArray<int> Slots, ImmutableArray<bool> InHash, ImmutableArray<bool> Lists, ImmutableArray<string> Names)
    {
        public static Layout Load()
        {
            var rows = CsvTable.Load("reference/offloc-fields.csv").Rows;
            ImmutableArray<int> imported = [.. rows.Where(r => r.Flag("imported")).Select(r => r.Whole("index0"))];
            return new(
                imported,
                [.. rows.Select(r => imported.IndexOf(r.Whole("index0")))],
                [.. rows.Select(r => r.Flag("in_row_hash"))],
                [.. rows.Select(r => r["type"] is "list" or "rows6")],
                [.. rows.Select(r => r.Required("field_name"))]);
        }
    }
}
