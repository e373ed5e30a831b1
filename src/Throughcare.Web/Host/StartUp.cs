using Throughcare.Application.Access;
using Throughcare.Application.Access.Administration;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;
using Throughcare.Web.Host.Demo;

namespace Throughcare.Web.Host;

/// <summary>What is done before the first page: tables, reference tables, the demo and the accounts of a fictional installation.</summary>
public sealed class StartUp(IServiceProvider services, IConfiguration settings, TablesInUse tables, TimeProvider clock, ILogger<StartUp> log, ILogger<DemoMaker> demoLog)
{
    /// <summary>Whether all of it is done.</summary>
    public bool IsDone { get; private set; }

    public async Task RunAsync(CancellationToken stop)
    {
        var rows = ReferenceTables.CheckAll().Values.Sum();
        await Migrations.RunAsync(services, stop);

        await tables.RefreshAsync(stop);

        await using var scope = services.CreateAsyncScope();
        var installation = scope.ServiceProvider.GetRequiredService<Installation>();
        await installation.BeginAsync(settings.GetValue("Data:Fictional", true), stop);
        await scope.ServiceProvider.GetRequiredService<DemoAccounts>().DoAsync(stop);
        await scope.ServiceProvider.GetRequiredService<DemoApiClient>().DoAsync(stop);
        if (await installation.IsFictionalAsync(stop))
        {
            if (settings.GetValue("Data:Demo", true))
            {
                await new DemoMaker(HostSettings.Storage(settings), demoLog).MakeAsync(clock.GetUtcNow(), stop);
            }

            await scope.ServiceProvider.GetRequiredService<DemoAccounts>().LinkPersonAsync(stop);
            SayAccounts();
        }
        else
        {
            WarnOfWhatIsMissing();
        }

        IsDone = true;
        log.LogInformation("Ready: {Rows} rows of reference tables checked", rows);
    }

    /// <summary>What an installation with real data should have, and this one has not.</summary>
    private void WarnOfWhatIsMissing()
    {
        if (!KeyCertificate.IsSet(settings))
        {
            log.LogWarning(
                "Whoever reads the database can read the keys of its sessions and kept forms: no certificate encrypts them. Name one in {Setting}; docs/operating.md says how",
                KeyCertificate.Setting);
        }

        if (ClamdScanner.Of(settings) is null)
        {
            log.LogWarning("Documents are not scanned for viruses: no scanner is named. Name one in {Setting}; docs/operating.md says how", ClamdScanner.Setting);
        }
    }

    private static void SayAccounts()
    {
        Console.WriteLine($"Training data: nobody in it exists. Sign in as one of these with the password {DemoAccounts.Password}");
        foreach (var demo in DemoAccounts.All)
        {
            Console.WriteLine($"  {demo.UserName,-28} {string.Join("; ", demo.Roles.Select(r => $"{Roles.Of(r.Role).Name}, {Places.Name(r.Place)}"))}");
        }

        Console.WriteLine($"The API has the client {DemoApiClient.ClientId} with the secret {DemoApiClient.Secret}: docs/api.md");
    }
}
