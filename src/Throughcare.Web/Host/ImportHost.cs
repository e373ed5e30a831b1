using Throughcare.Exchange.Record;

namespace Throughcare.Web.Host;

/// <summary>Lets the imports that wait be worked on for as long as the product runs.</summary>
public sealed class ImportHost(ImportWorker worker) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => worker.DoAsync(stoppingToken);
}
