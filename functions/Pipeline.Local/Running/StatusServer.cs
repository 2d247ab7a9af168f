using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Ingestion.Documents;
using Pipeline.Local.Progress;

namespace Pipeline.Local.Running;

/// <summary>What a run is doing, as JSON on a loopback port: for scripts and for a look from a browser.</summary>
internal sealed class StatusServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private StatusServer(WebApplication application) => _application = application;

    /// <summary>Ends in a slash.</summary>
    public Uri Address => new(
        _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <exception cref="LocalRunException">The port is taken.</exception>
    public static async Task<StatusServer> StartAsync(
        int port, LocalPipeline pipeline, RunTracker tracker, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var application = builder.Build();
        application.MapGet("/status", () => Results.Json(tracker.Count()));
        application.MapGet("/budget", async (CancellationToken cancel) =>
            await pipeline.BudgetAsync(cancel) is { } budget ? Results.Json(budget) : Results.NotFound());
        application.MapGet("/quarantine", (CancellationToken cancel) => Results.Json(
            pipeline.QuarantineAsync(cancel).Select(record => new { record.Name, Category = $"{record.Category}", record.Reason, record.At })));
        application.MapGet("/articles/{id}", async (string id, CancellationToken cancel) =>
            await pipeline.DocumentAsync(id, cancel) is { } document
                ? Results.Json(document, DocumentJson.Readable.ArticleDocument)
                : Results.NotFound());
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch (IOException exception)
        {
            throw new LocalRunException($"--port {port}: {exception.Message}", exception);
        }

        return new StatusServer(application);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }
}
