using Throughcare.Domain.Record.SubjectAccess;

namespace Throughcare.Web.Pages.Record.SubjectAccess;

/// <summary>States of requests and decisions, as pages colour and say them.</summary>
internal static class SubjectAccessWords
{
    public static TagColour ColourOf(SubjectAccessState state) => state switch
    {
        SubjectAccessState.Received => TagColour.Blue,
        SubjectAccessState.Sent => TagColour.Green,
        SubjectAccessState.Refused => TagColour.Grey,
        _ => TagColour.Yellow,
    };

    public static string Of(ItemDecision decision) => decision switch
    {
        ItemDecision.Waiting => "Waiting",
        ItemDecision.Released => "Given",
        ItemDecision.Redacted => "Given in part",
        _ => "Withheld",
    };
}
