using Throughcare.Application.Access;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Web.Host;

/// <summary>What is done before the first page: tables, reference tables, the accounts of a fictional installation.</summary>
public sealed class StartUp(IServiceProvider services, IConfiguration settings, ILogger<StartUp> log)
{
    /// <summary>Whether all of it is done.</summary>
    public bool IsDone { get; private set; }

    public async Task RunAsync(CancellationToken stop)
    {
        var rows = ReferenceTables.CheckAll().Values.Sum();
        await Migrations.RunAsync(services, stop);

        await using var scope = services.CreateAsyncScope();
        var installation = scope.ServiceProvider.GetRequiredService<Installation>();
        await installation.BeginAsync(settings.GetValue("Data:Fictional", true), stop);
        await scope.ServiceProvider.GetRequiredService<DemoAccounts>().DoAsync(stop);
        if (await installation.IsFictionalAsync(stop))
        {
            log.LogInformation(
                "Training data. Sign in as {HeadOfOmu}, or another role, with the password {Password}",
                DemoAccounts.UserNameOf(Domain.Access.Role.HeadOmu), DemoAccounts.Password);
        }

        IsDone = true;
        log.LogInformation("Ready: {Rows} rows of reference tables checked", rows);
    }
}
