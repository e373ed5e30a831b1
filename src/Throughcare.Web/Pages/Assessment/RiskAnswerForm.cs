using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Throughcare.Domain.Rules;
using Throughcare.Risk;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Assessment;

/// <summary>The answers of the risk calculator as a form: every input by its key, read from what was posted and written back as typed.</summary>
public static class RiskAnswerForm
{
    /// <summary>The questions in groups, in the order of the assessment.</summary>
    public static IReadOnlyList<(string Title, IReadOnlyList<RiskField> Fields)> Groups { get; } =
    [
        ("The person and the offence", [RiskField.Sex, RiskField.DateOfBirth, RiskField.Supervision, RiskField.AssessmentDate, RiskField.ConvictionDate, RiskField.CommunityDate, RiskField.OffenceCode, RiskField.LastOffenceDate]),
        ("Sanctions", [RiskField.AgeAtFirstSanction, RiskField.TotalSanctions, RiskField.ViolentSanctions, RiskField.Previous]),
        ("Sexual offending", [RiskField.SexualHistory, RiskField.SexualMotivation, RiskField.ContactAdult, RiskField.ContactChild, RiskField.IndecentImage, RiskField.NonContact, RiskField.LastSexualOffenceDate, RiskField.StrangerVictim]),
        ("The offence and its impact", [RiskField.Weapon, RiskField.RecognisesImpact]),
        ("Accommodation and work", [RiskField.NoFixedAbode, RiskField.Accommodation, RiskField.Unemployed]),
        ("Relationships and lifestyle", [RiskField.RelationshipStatus, RiskField.PartnerRelationship, RiskField.DomesticAbuse, RiskField.AbuseOfPartner, RiskField.AbuseOfFamily, RiskField.RegularActivities]),
        ("Drugs and alcohol", [RiskField.DrugsEverMisused, RiskField.Drugs, RiskField.CurrentDrugMisuse, RiskField.DrugMotivation, RiskField.AlcoholNow, RiskField.BingeDrinking]),
        ("Health, thinking and attitudes", [RiskField.PsychiatricTreatment, RiskField.Impulsivity, RiskField.Temper, RiskField.ProblemSolving, RiskField.AwarenessOfConsequences, RiskField.OthersViews, RiskField.Attitudes]),
    ];

    /// <summary>The choices of a question that has some; <see langword="null"/> for one that is typed.</summary>
    public static IReadOnlyList<Choice>? Choices(RiskField field) => field.Kind switch
    {
        FieldKind.Sex => [new("M", "Male"), new("F", "Female")],
        FieldKind.Supervision => [new("CUSTODY", "In custody"), new("COMMUNITY", "In the community"), new("REMAND", "On remand")],
        FieldKind.Yn => [new("Y", "Yes"), new("N", "No")],
        FieldKind.Level when field is RiskField.DrugMotivation => [new("0", "Full"), new("1", "Partial"), new("2", "None")],
        FieldKind.Level when field is RiskField.AwarenessOfConsequences => [new("0", "Aware"), new("1", "Sometimes"), new("2", "Not aware")],
        FieldKind.Level => [new("0", "0: no problem"), new("1", "1: some problem"), new("2", "2: significant problem")],
        FieldKind.Drugs => [new("none", "None of these", Exclusive: true), .. RiskWords.AllDrugs.Select(drug => new Choice(drug.Code(), Plain(drug.Code())))],
        FieldKind.Previous => [new("none", "None of these", Exclusive: true), .. RiskWords.AllPrevious.Select(one => new Choice(one.Code(), Plain(one.Code())))],
        _ when field is RiskField.RelationshipStatus => [new("1", "In a relationship, living together"), new("2", "In a relationship, living apart"), new("3", "Not in a relationship")],
        _ => null,
    };

    /// <summary>Reads what was posted; what can not be read is an error at its question.</summary>
    public static RiskInput Read(IFormCollection form, DateOnly today, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(state);
        var input = new RiskInput();
        foreach (var field in Groups.SelectMany(group => group.Fields))
        {
            var typed = string.Join(' ', form[field.Key].Where(text => !string.IsNullOrWhiteSpace(text)));
            if (typed.Length > 0 && Problem(input, field, typed, today) is { } problem)
            {
                state.AddModelError(field.Key, problem);
            }
        }

        return input;
    }

    /// <summary>The answers as one line that a form can carry: <c>sex=M;q3_4=2</c>.</summary>
    public static string Pack(RiskInput input) =>
        string.Join(';', RiskFields.Inputs.Where(input.Has).Select(field => $"{field.Key}={input.Write(field)}"));

    /// <summary>What <see cref="Pack"/> packed; what is not understood of it is left out.</summary>
    public static RiskInput? Unpack(string? packed)
    {
        if (string.IsNullOrEmpty(packed))
        {
            return null;
        }

        var input = new RiskInput();
        foreach (var pair in packed.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).Where(pair => pair.Length == 2))
        {
            if (RiskFields.Find(pair[0]) is { } field)
            {
                input.Read(field, pair[1]);
            }
        }

        return input;
    }

    private static string? Problem(RiskInput input, RiskField field, string typed, DateOnly today)
    {
        if (field.Kind is FieldKind.Date)
        {
            var reading = DateText.Read(typed, new DateRules(Lower(field.Question), today) { IsRequired = false, IsBirth = field is RiskField.DateOfBirth, IsPast = field is RiskField.DateOfBirth });
            if (reading.Date is { } date)
            {
                input.Read(field, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }

            return reading.Problem;
        }

        return input.Read(field, typed) ? null : field.Kind is FieldKind.Whole ? $"{field.Words}: enter a whole number" : $"{field.Words}: select an answer";
    }

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private static string Plain(string code) => char.ToUpperInvariant(code[0]) + code[1..].Replace('_', ' ').Replace("gbh", "GBH", StringComparison.Ordinal);
}
