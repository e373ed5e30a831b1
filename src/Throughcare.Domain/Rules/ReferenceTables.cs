using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Documents;
using Throughcare.Domain.Record.Matching;
using Throughcare.Domain.Sentences;
using Throughcare.Domain.Standards;

namespace Throughcare.Domain.Rules;

/// <summary>Every table that ships inside the Domain.</summary>
public static class ReferenceTables
{
    /// <summary>The tables that have a type of their own.</summary>
    private static readonly ICodes[] Typed =
    [
        CodeLists.AccessDenialReasons, CodeLists.AddressStatus, CodeLists.AddressType, CodeLists.AllocationEndReasons,
        CodeLists.ContactMethod, DocumentTypes.Table, CodeLists.EstablishmentType, CodeLists.Ethnicity,
        CodeLists.GenderIdentity, CodeLists.HdcRefusalReason, CodeLists.HealthProblem, CodeLists.IncentiveLevel,
        CodeLists.Language, CodeLists.MaritalStatus, CodeLists.MergeReasons, CodeLists.MovementTypes, CodeLists.NameType,
        CodeLists.Nationality, CodeLists.NonAssociationType, CodeLists.ReasonableAdjustment, CodeLists.Relationship,
        CodeLists.Religion, CodeLists.Sex, CodeLists.SexualOrientation, CodeLists.Title,
        Establishments.Table, ProbationPlaces.Table, AlertTypes.Table, AlertCodes.Table, RiskFlags.Table,
        ContactTypes.Table, CaseNoteTypes.Table, AppointmentTypes.Table, AppointmentOutcomes.Table, IdentifierTypes.Table,
        MovementReasons.Table, MovementEffects.Table, CasePlaces.Table, SecurityCategories.Table,
        ImprisonmentStatuses.Table, SentenceTypes.Table, Courts.Table, OffenceGrouping.Groups, SensitivityLevels.Table,
    ];

    /// <summary>The tables that are read as they stand, each with the columns that name a row.</summary>
    private static readonly (string Table, string[] Key)[] Plain =
    [
        ("allocation/early-allocation-questions.csv", ["field"]),
        ("allocation/handover-checklist.csv", ["handover_type", "condition", "task_code"]),
        ("allocation/handover-reasons.csv", ["reason_code"]),
        ("allocation/handover-rule-versions.csv", ["version"]),
        ("allocation/omic-policy-dates.csv", ["cohort"]),
        ("allocation/override-reasons.csv", ["kind", "code"]),
        ("allocation/prison-estate.csv", ["prison_code"]),
        ("allocation/scope-phases.csv", ["phase_code"]),
        ("allocation/scope-reasons.csv", ["reason_code"]),
        ("allocation/sentence-type-codes.csv", ["code"]),
        ("allocation/pom-recommendation.csv", ["strategy", "order"]),
        ("codes/deferral-reasons.csv", ["code"]),
        ("codes/due-states.csv", ["code"]),
        ("codes/enforcement-actions.csv", ["code"]),
        ("codes/licence-conditions.csv", ["code"]),
        ("codes/mappa-codes.csv", ["kind", "code"]),
        ("codes/offence-public-protection-flags.csv", ["offence"]),
        ("codes/permissions.csv", ["verb", "roles"]),
        ("codes/recall-codes.csv", ["kind", "code"]),
        ("codes/roles.csv", ["code"]),
        ("codes/rotl-types.csv", ["kind", "code"]),
        ("codes/significant-events.csv", ["code"]),
        ("codes/step-actors.csv", ["code"]),
        (HomeAreaTable.Table, ["kind", "place"]),
        ("reference/bank-holidays-england-wales.csv", ["date"]),
        ("reference/matching-weights.csv", ["pairing", "field", "outcome"]),
        ("reference/name-synonyms.csv", ["name", "same_as"]),
        ("reference/ndelius-record-layout.csv", ["record_type", "field"]),
        ("reference/offence-group-keywords.csv", ["order"]),
        ("reference/offloc-fields.csv", ["index0"]),
        ("reference/police-forces.csv", ["force_code"]),
        ("reference/team-to-pdu.csv", ["team_code_prefix"]),
        .. TierTables.Keys,
    ];

    /// <summary>Typed tables that rules of the product are tied to, row by row.</summary>
    private static readonly HashSet<string> TiedToRules =
    [
        SensitivityLevels.Table.Table, CasePlaces.Table.Table, MovementEffects.Table.Table, CodeLists.MovementTypes.Table, IdentifierTypes.Table.Table,
        SentenceTypes.Table.Table, SecurityCategories.Table.Table, CodeLists.NameType.Table, CodeLists.Sex.Table, CodeLists.AddressType.Table,
    ];

    private static readonly Lazy<IReadOnlyList<ReferenceTable>> Listed = new(() =>
    [
        .. Typed.Select(OfCodes)
            .Concat(Plain.Select(plain => plain.Table switch
            {
                BankHolidays.Table => ReferenceTable.Plain(plain.Table, plain.Key, BankHolidays.Use, CheckHolidays),
                Places.TeamTable => ReferenceTable.Plain(plain.Table, plain.Key, Places.UseTeams, CheckUnits),
                HomeAreaTable.Table => ReferenceTable.Plain(plain.Table, plain.Key, HomeAreaTable.Use, CheckUnits),
                _ => ReferenceTable.Fixed(plain.Table, plain.Key),
            }))
            .OrderBy(table => table.Name, StringComparer.Ordinal),
    ]);

    /// <summary>Every table, by name.</summary>
    public static IReadOnlyList<ReferenceTable> All => Listed.Value;

    /// <param name="name">Such as <c>religion</c>.</param>
    public static ReferenceTable? Find(string? name) => All.FirstOrDefault(table => table.Name == name);

    /// <summary>Loads them all; the host does so when it starts.</summary>
    /// <returns>The number of rows of each, by its name.</returns>
    /// <exception cref="TableException">A table is not as it must be.</exception>
    public static IReadOnlyDictionary<string, int> CheckAll()
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in Typed)
        {
            counts.Add(table.Table, table.Count);
        }

        foreach (var (name, key) in Plain)
        {
            counts.Add(name, CheckKeys(CsvTable.Load(name), key));
        }

        counts.Add(StandardRuleSet.Table, StandardRuleSet.Shipped.Rules.Count);
        _ = BankHolidays.EnglandAndWales.Count;
        _ = MatchWeights.Check();
        HomeAreaTable.Check();
        TierTables.Check();
        CheckReferences();
        return counts;
    }

    /// <exception cref="TableException">Two rows have the same values in the columns of the key, or one has none.</exception>
    public static int CheckKeys(CsvTable table, params string[] key)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var name = string.Join('\n', key.Select(row.Required));
            if (!seen.Add(name))
            {
                throw row.Wrong(key[^1], $"the row is named like an earlier one: {name.Replace('\n', ' ')}");
            }
        }

        return table.Rows.Count;
    }

    private static void CheckReferences()
    {
        Hold(MovementReasons.Table, reason => MovementEffects.Find(reason.EffectCode) is not null, "effect_code");
        Hold(AlertCodes.Table, alert => AlertTypes.Find(alert.TypeCode) is not null, "type_code");
        Hold(ProbationPlaces.Table, place => place.ParentCode is null || ProbationPlaces.Find(place.ParentCode) is not null, "parent_code");
    }

    private static void Hold<TRow>(CodeTable<TRow> table, Func<TRow, bool> holds, string column)
        where TRow : class, ICode
    {
        if (table.Rows.FirstOrDefault(row => !holds(row)) is { } wrong)
        {
            throw new TableException(table.Table, 0, column, $"the row of {wrong.Code} names a row of another table that is not there");
        }
    }

    private static ReferenceTable OfCodes(ICodes codes)
    {
        var columns = CsvTable.Load(codes.Table).Columns;
        string[] key = codes == CaseNoteTypes.Table ? ["type_code", "sub_type_code"]
            : codes == MovementReasons.Table ? ["movement_type", "code"]
            : codes == MovementEffects.Table ? ["reason_code"]
            : ["code"];
        return TiedToRules.Contains(codes.Table)
            ? ReferenceTable.Fixed(codes.Table, key)
            : ReferenceTable.Codes(codes, key, ClosedBy(codes, columns), ReferencesOf(codes));
    }

    private static string? ClosedBy(ICodes codes, IReadOnlyList<string> columns) =>
        columns.Contains(ReferenceTable.Active) ? ReferenceTable.Active
        : columns.Contains("current") ? "current"
        : codes is CodeList || codes == ProbationPlaces.Table ? ReferenceTable.Active
        : null;

    private static IReadOnlyList<ReferenceTable.Reference> ReferencesOf(ICodes codes) =>
        codes == MovementReasons.Table ? [new("effect_code", code => MovementEffects.Find(code) is not null)]
        : codes == AlertCodes.Table ? [new("type_code", code => AlertTypes.Find(code) is not null)]
        : codes == ProbationPlaces.Table ? [new("parent_code", code => ProbationPlaces.Find(code) is not null, ToItself: true)]
        : [];

    private static List<TableException> CheckUnits(CsvTable version) =>
        [.. version.Rows.Where(row => ProbationPlaces.Find(row["pdu_code"]) is not { Level: ProbationLevel.Pdu })
            .Select(row => row.Wrong("pdu_code", $"is '{row["pdu_code"]}', which is no delivery unit"))];

    private static List<TableException> CheckHolidays(CsvTable version)
    {
        List<TableException> wrong = [];
        foreach (var row in version.Rows)
        {
            try
            {
                _ = row.Date("date");
            }
            catch (TableException error)
            {
                wrong.Add(error);
            }
        }

        try
        {
            _ = wrong.Count > 0 ? null : BankHolidays.From(version);
        }
        catch (TableException error)
        {
            wrong.Add(error);
        }

        return wrong;
    }
}
