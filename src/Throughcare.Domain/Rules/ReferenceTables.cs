using Throughcare.Domain.Access;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Documents;
using Throughcare.Domain.Record.Matching;
using Throughcare.Domain.Sentences;

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
        ("reference/bank-holidays-england-wales.csv", ["date"]),
        ("reference/matching-weights.csv", ["pairing", "field", "outcome"]),
        ("reference/name-synonyms.csv", ["name", "same_as"]),
        ("reference/ndelius-record-layout.csv", ["record_type", "field"]),
        ("reference/offence-group-keywords.csv", ["order"]),
        ("reference/offloc-fields.csv", ["index0"]),
        ("reference/police-forces.csv", ["force_code"]),
        ("reference/team-to-pdu.csv", ["team_code_prefix"]),
    ];

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

        _ = BankHolidays.EnglandAndWales.Count;
        _ = MatchWeights.Check();
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
}
