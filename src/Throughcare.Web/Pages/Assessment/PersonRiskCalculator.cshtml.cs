using Throughcare.Application.Assessment;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Assessment;

/// <summary>The risk calculator with what the record knows of a person.</summary>
[May(Verb.ReadRecord)]
public sealed class PersonRiskCalculatorModel(KnownRiskAnswers known, TimeProvider clock) : RiskCalculatorPage(clock)
{
    public override string Action => $"/people/{HttpContext.Person.Address}/risk-calculator";

    public async Task OnGetAsync(CancellationToken stop)
    {
        var now = TimeProvider.GetUtcNow();
        Begin(await known.OfAsync(HttpContext.Person.Id, now.LondonDate, now, stop));
    }

    private TimeProvider TimeProvider { get; } = clock;
}
