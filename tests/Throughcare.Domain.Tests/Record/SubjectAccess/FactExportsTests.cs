using System.Reflection;
using System.Runtime.CompilerServices;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Documents;
using Throughcare.Domain.Record.SubjectAccess;
using Throughcare.Domain.Rules;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Domain.Tests.Record.SubjectAccess;

public sealed class FactExportsTests
{
    /// <summary>Text fields of given entries that are not given, each for a reason.</summary>
    private static readonly HashSet<string> NotGiven =
    [
        // names of rows in their source, and of rows in other rows: they say nothing of the person
        "SourceId", "Offence.Event", "Disposal.Event", "Requirement.Disposal", "PersonalCircumstance.TypeCode", "PersonalCircumstance.SubTypeCode",
        "Requirement.CategoryCode", "Requirement.SubCategoryCode", "AreaTransfer.ReasonCode", "AreaTransfer.StatusCode", "Registration.CategoryCode",
        "Registration.RegisterCode", "PersonDocument.Sha256", "HandoverPack.Sha256", "PpoNomination.ListRef", "PpoNomination.ForceCode", "ManagerAssignment.OfficerCode",
        // how staff are reached
        "ManagerAssignment.Email",
        // who told something, and why it is not shared
        "Contact.ThirdPartySource", "Contact.NotSharedBecause",
        // codes that are said in words
        "Offence.GroupCode", "Contact.Type", "Movement.Type", "Movement.NationalCode", "Movement.Reason", "TransferBooking.Reason", "Alert.Code", "Alert.Unmapped", "Registration.Code", "Registration.Unmapped",
        "PersonDocument.Type",
        // the rule that recommended, which the type of manager follows from
        "AllocationRecord.RecommendedBecause",
        // steps of answering the request, about staff
        "SubjectAccessRequest.IdentityCheck", "SubjectAccessRequest.ExtendedBecause", "SubjectAccessRequest.Note",
        // the item that a deferral is about, which is said in words
        "Deferral.ItemKey",
        // what a copy of the record lacked
        "HandoverPack.Missing",
    ];

    [Fact]
    public void Every_type_of_fact_is_given_or_withheld_by_a_named_rule()
    {
        var types = typeof(FactVersion).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(FactVersion)) && !type.IsAbstract);

        Assert.Empty(types.Where(type => !FactExports.All.ContainsKey(type)).Select(type => type.Name));
    }

    [Fact]
    public void A_type_that_nobody_classified_is_withheld()
    {
        var treatment = FactExports.Of(new FromARoomToCome { Id = A.FactId, PersonId = A.PersonId, ValidFrom = new(2026, 1, 5), Recorded = A.Entry }, new());

        Assert.Equal(WithholdingRule.Unclassified, Assert.IsType<Treatment.Withheld>(treatment).Rule);
    }

    [Fact]
    public void Every_text_of_a_given_entry_is_given_or_is_left_out_for_a_reason()
    {
        List<string> lost = [];
        foreach (var type in FactExports.All.Keys)
        {
            var fact = Filled(type);
            if (FactExports.Of(fact, new()) is Treatment.Released released)
            {
                var said = string.Join('\n', released.Lines.Select(line => line.Value));
                lost.AddRange(TextsOf(type).Select(p => (Property: p, Name: p.DeclaringType == typeof(FactVersion) ? p.Name : $"{type.Name}.{p.Name}"))
                    .Where(p => !NotGiven.Contains(p.Name) && !said.Contains(MarkOf(p.Property), StringComparison.Ordinal)).Select(p => p.Name));
            }
        }

        Assert.Empty(lost);
    }

    [Theory]
    [InlineData(typeof(PersonRelationship), WithholdingRule.ThirdParty)]
    [InlineData(typeof(VictimContact), WithholdingRule.Victim)]
    [InlineData(typeof(PrisonMarkers), WithholdingRule.PublicProtection)]
    [InlineData(typeof(AccessRestriction), WithholdingRule.LimitedAccess)]
    [InlineData(typeof(AccessListing), WithholdingRule.LimitedAccess)]
    [InlineData(typeof(AccessRequest), WithholdingRule.LimitedAccess)]
    [InlineData(typeof(GlassBreak), WithholdingRule.LimitedAccess)]
    public void These_are_never_given(Type type, WithholdingRule rule) =>
        Assert.Equal(rule, Assert.IsType<Treatment.Withheld>(FactExports.Of(Filled(type), new())).Rule);

    [Theory]
    [InlineData("TC34", Sensitivity.Standard, WithholdingRule.Victim)]
    [InlineData("TC01", Sensitivity.Victim, WithholdingRule.Victim)]
    [InlineData("TC33", Sensitivity.Standard, WithholdingRule.Security)]
    [InlineData("C515", Sensitivity.Standard, WithholdingRule.Security)]
    [InlineData("PREVENT", Sensitivity.Standard, WithholdingRule.Extremism)]
    [InlineData("CCMM", Sensitivity.Standard, WithholdingRule.MappaMinutes)]
    [InlineData("TC30", Sensitivity.Standard, WithholdingRule.PublicProtection)]
    [InlineData("TC29", Sensitivity.Standard, WithholdingRule.PublicProtection)]
    [InlineData("TC01", Sensitivity.Restricted, WithholdingRule.PublicProtection)]
    public void A_contact_is_withheld_by_its_kind_and_level(string type, Sensitivity level, WithholdingRule rule) =>
        Assert.Equal(rule, Assert.IsType<Treatment.Withheld>(FactExports.Of(Contact(type) with { Sensitivity = level }, new())).Rule);

    [Fact]
    public void What_somebody_else_told_is_withheld_whatever_its_kind() =>
        Assert.Equal(WithholdingRule.ThirdParty, Assert.IsType<Treatment.Withheld>(FactExports.Of(Contact("TC01") with { ThirdPartySource = "His sister" }, new())).Rule);

    [Theory]
    [InlineData("TC32", Sharing.Yes)]
    [InlineData("TC01", Sharing.No)]
    [InlineData("TC01", Sharing.Later)]
    [InlineData("NOT_IN_THE_LIST", Sharing.Yes)]
    public void Some_contacts_are_given_by_decision_alone(string type, Sharing sharing) =>
        Assert.NotNull(Assert.IsType<Treatment.Released>(FactExports.Of(Contact(type) with { Sharing = sharing }, new())).DecideBecause);

    [Fact]
    public void What_was_added_to_a_contact_is_withheld_with_it()
    {
        var contact = Contact("TC34");
        var addendum = new Addendum { Id = A.FactId, PersonId = contact.PersonId, ContactId = contact.Id, Kind = AddendumKind.Adds, Text = "More", ValidFrom = new(2026, 1, 5), Recorded = A.Entry };

        Assert.Equal(WithholdingRule.Victim, Assert.IsType<Treatment.Withheld>(FactExports.Of(addendum, new() { ContactOf = _ => contact })).Rule);
        Assert.IsType<Treatment.Withheld>(FactExports.Of(addendum, new()));
    }

    [Theory]
    [InlineData("XEL", WithholdingRule.Security)]
    [InlineData("DOCGM", WithholdingRule.Security)]
    [InlineData("XTACT", WithholdingRule.Extremism)]
    [InlineData("OVI", WithholdingRule.Victim)]
    [InlineData("ONCR", WithholdingRule.PublicProtection)]
    [InlineData("UNK", WithholdingRule.Unclassified)]
    public void An_alert_is_given_as_its_list_says(string code, WithholdingRule rule)
    {
        Assert.Equal(rule, Assert.IsType<Treatment.Withheld>(FactExports.Of(Alert(code), new())).Rule);
        Assert.IsType<Treatment.Released>(FactExports.Of(Alert("HA"), new()));
    }

    [Fact]
    public void A_covert_nomination_hides_every_alert_and_flag_that_would_tell_of_it()
    {
        var covert = new ExportContext { HasCovertNomination = true };

        Assert.IsType<Treatment.Released>(FactExports.Of(Alert("OIOM"), new()));
        Assert.IsType<Treatment.Withheld>(FactExports.Of(Alert("OIOM"), covert));
        Assert.IsType<Treatment.Withheld>(FactExports.Of(Registration("IIOM"), covert));
        Assert.IsType<Treatment.Withheld>(FactExports.Of(Contact("ICON"), covert));
        Assert.Equal(WithholdingRule.Covert, Assert.IsType<Treatment.Withheld>(FactExports.Of((PpoNomination)Filled(typeof(PpoNomination)) with { IsCovert = true }, new())).Rule);
    }

    [Theory]
    [InlineData("RTAO", WithholdingRule.Extremism)]
    [InlineData("TC-SVC", WithholdingRule.Victim)]
    [InlineData("TC-CON", WithholdingRule.PublicProtection)]
    [InlineData("TC-LAO", WithholdingRule.LimitedAccess)]
    [InlineData("UNK", WithholdingRule.Unclassified)]
    public void A_flag_is_withheld_by_its_group(string code, WithholdingRule rule) =>
        Assert.Equal(rule, Assert.IsType<Treatment.Withheld>(FactExports.Of(Registration(code), new())).Rule);

    [Fact]
    public void MAPPA_category_and_level_are_told_in_plain_words()
    {
        var released = Assert.IsType<Treatment.Released>(FactExports.Of(Registration("MAPP") with { CategoryCode = "M2", RegisterCode = "M1" }, new()));

        Assert.Null(released.DecideBecause);
        Assert.Contains(released.Lines, line => line.Value == "MAPPA category 2, level 1");
    }

    [Fact]
    public void What_was_recorded_in_error_is_withheld() =>
        Assert.Equal(WithholdingRule.RecordedInError, Assert.IsType<Treatment.Withheld>(FactExports.Of(Contact("TC01") with { Withdrawn = true }, new())).Rule);

    [Theory]
    [InlineData("MAPPA_MIN", Sensitivity.Standard, false, WithholdingRule.MappaMinutes)]
    [InlineData("VLO_LET", Sensitivity.Standard, false, WithholdingRule.Victim)]
    [InlineData("PSR", Sensitivity.Restricted, false, WithholdingRule.PublicProtection)]
    [InlineData("PSR", Sensitivity.Sensitive, true, WithholdingRule.ThirdParty)]
    public void A_document_is_withheld_by_its_kind_level_and_source(string type, Sensitivity level, bool isThirdParty, WithholdingRule rule)
    {
        var document = (PersonDocument)Filled(typeof(PersonDocument)) with { Type = type, Sensitivity = level, IsThirdParty = isThirdParty };

        Assert.Equal(rule, Assert.IsType<Treatment.Withheld>(FactExports.Of(document, new())).Rule);
        Assert.NotNull(Assert.IsType<Treatment.Released>(FactExports.Of(document with { Type = "LETTER", Sensitivity = Sensitivity.Standard, IsThirdParty = false }, new())).DecideBecause);
    }

    [Fact]
    public void Staff_whose_part_would_tell_too_much_are_not_named()
    {
        Assert.IsType<Treatment.Withheld>(FactExports.Of((ManagerAssignment)Filled(typeof(ManagerAssignment)) with { Role = Role.Vlo }, new()));
        Assert.IsType<Treatment.Released>(FactExports.Of((ManagerAssignment)Filled(typeof(ManagerAssignment)) with { Role = Role.KeyWorker }, new()));
        Assert.Equal("Key worker, Hetty Albright", StaffShown.Words(Role.KeyWorker, new(A.IdSource.Next()), "Hetty Albright"));
        Assert.Equal("A member of staff", StaffShown.Words(Role.Security, new(A.IdSource.Next()), "Hetty Albright"));
    }

    [Fact]
    public void A_ground_is_said_only_where_saying_it_gives_nothing_away() =>
        Assert.Equal(
            [WithholdingRule.ThirdParty, WithholdingRule.LegalPrivilege, WithholdingRule.Health],
            Enum.GetValues<WithholdingRule>().Where(rule => rule.IsSafeToSay));

    private static Contact Contact(string type) => (Contact)Filled(typeof(Contact)) with
    {
        Type = type,
        Sensitivity = Sensitivity.Standard,
        ThirdPartySource = null,
        Sharing = Sharing.Yes,
        NotSharedBecause = null,
        AuthorRole = Role.Pom,
    };

    private static Alert Alert(string code) => (Alert)Filled(typeof(Alert)) with { Code = code };

    private static Registration Registration(string code) => (Registration)Filled(typeof(Registration)) with { Code = code };

    /// <summary>A fact of a type with every text its own mark and everything else something plausible.</summary>
    private static FactVersion Filled(Type type)
    {
        var fact = (FactVersion)RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null && p.Name != "ReplacedAt"))
        {
            property.SetValue(fact, ValueOf(property));
        }

        return fact switch
        {
            Contact contact => contact with { Type = "TC01", Sensitivity = Sensitivity.Standard, ThirdPartySource = null, Sharing = Sharing.Yes, AuthorRole = Role.Pom },
            Alert alert => alert with { Code = "HA" },
            Registration registration => registration with { Code = "TC-RTS" },
            Movement movement => movement with { Type = "TRN" },
            PersonDocument document => document with { Type = "LETTER", IsThirdParty = false, Sensitivity = Sensitivity.Standard },
            PpoNomination nomination => nomination with { IsCovert = false },
            ManagerAssignment manager => manager with { Role = Role.Pom },
            PersonIdentifier identifier => identifier with { Check = IdentifierCheck.Valid },
            var other => other,
        };
    }

    private static object? ValueOf(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return type switch
        {
            _ when type == typeof(string) => MarkOf(property),
            _ when type == typeof(DateOnly) => new DateOnly(2026, 1, 5),
            _ when type == typeof(DateTimeOffset) => A.Monday,
            _ when type == typeof(Entry) => A.Entry,
            _ when type == typeof(Coded) => Coded.Unmapped(MarkOf(property)),
            _ when type == typeof(PlaceCode) => new PlaceCode("LHI"),
            _ when type == typeof(bool) => false,
            _ when type == typeof(int) => 1,
            _ when type == typeof(decimal) => 1m,
            _ when type.IsEnum => Enum.GetValues(type).GetValue(0),
            { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => Array.CreateInstance(type.GenericTypeArguments[0], 0),
            _ => Activator.CreateInstance(type),
        };
    }

    private static IEnumerable<PropertyInfo> TextsOf(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.SetMethod is not null && (p.PropertyType == typeof(string) || (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) == typeof(Coded)));

    private static string MarkOf(PropertyInfo property) => $"mark-{property.DeclaringType!.Name}-{property.Name}";

    private sealed record FromARoomToCome : FactVersion;
}
