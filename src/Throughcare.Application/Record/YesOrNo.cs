using Throughcare.Domain.Rules;

namespace Throughcare.Application.Record;

/// <summary>The answers <c>Y</c> and <c>N</c> of a source as pages show them.</summary>
internal static class YesOrNo
{
    public static string Words(Coded answer) => answer switch
    {
        { Code: "Y" } => "Yes",
        { Code: "N" } => "No",
        _ => $"Unmapped: {answer.Raw ?? answer.Text}",
    };
}
