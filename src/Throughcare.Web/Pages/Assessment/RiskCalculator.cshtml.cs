using Throughcare.Risk;

namespace Throughcare.Web.Pages.Assessment;

/// <summary>The risk calculator with answers of nobody on record.</summary>
[AnyStaff]
public sealed class RiskCalculatorModel(TimeProvider clock) : RiskCalculatorPage(clock)
{
    public override string Action => "/risk-calculator";

    public void OnGet() => Begin(new RiskInput { AssessmentDate = Today });
}
