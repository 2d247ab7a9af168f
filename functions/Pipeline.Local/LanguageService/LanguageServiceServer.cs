using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.LocalCosmos.Serving;

namespace Pipeline.Local.LanguageService;

/// <summary>
/// Azure AI Language on the loopback address: its REST contract, limits and errors, with the local analyser behind it.
/// For <c>--language azure-emulated</c> and for tests.
/// </summary>
internal sealed class LanguageServiceServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LanguageServiceServer(WebApplication app, AnalyzeTextEndpoint endpoint) => (_app, Requests) = (app, endpoint);

    /// <summary>Address of the resource, as <c>Language:Endpoint</c> takes it.</summary>
    public Uri Endpoint => LoopbackAddress.Of(_app);

    internal AnalyzeTextEndpoint Requests { get; }

    public static async Task<LanguageServiceServer> StartAsync(LanguageServiceOptions options, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, options.Port));
        var app = builder.Build();
        var endpoint = new AnalyzeTextEndpoint(options);
        app.MapPost("/language/:analyze-text", endpoint.AnswerAsync);
        await app.StartAsync(cancellationToken);
        return new LanguageServiceServer(app, endpoint);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
