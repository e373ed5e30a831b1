using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web;

/// <summary>One of the details of a person that can be corrected: what pages call it and where it is corrected.</summary>
/// <param name="Address">Its part of the address.</param>
/// <param name="List">Its choices; <see langword="null"/> for a date.</param>
public sealed record DetailWords(DetailFields Field, string Name, string Address, CodeList? List)
{
    public static IReadOnlyList<DetailWords> All { get; } =
    [
        new(DetailFields.DateOfBirth, "Date of birth", "date-of-birth", null),
        new(DetailFields.Sex, "Sex at registration", "sex", CodeLists.Sex),
        new(DetailFields.Ethnicity, "Ethnic group", "ethnic-group", CodeLists.Ethnicity),
        new(DetailFields.Nationality, "Nationality", "nationality", CodeLists.Nationality),
        new(DetailFields.Religion, "Religion or belief", "religion", CodeLists.Religion),
        new(DetailFields.MaritalStatus, "Marital status", "marital-status", CodeLists.MaritalStatus),
    ];

    public static DetailWords? At(string address) => All.FirstOrDefault(field => field.Address == address);
}
