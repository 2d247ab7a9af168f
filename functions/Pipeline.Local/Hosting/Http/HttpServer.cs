using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.LocalCosmos.Serving;

namespace Pipeline.Local.Hosting.Http;

/// <summary>Serves the HTTP functions on a loopback port.</summary>
internal sealed class HttpServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private HttpServer(WebApplication application) => _application = application;

    /// <summary>Ends in a slash.</summary>
    public Uri Address => LoopbackAddress.Of(_application);

    /// <param name="port">0 takes a free one.</param>
    /// <param name="prefix">Stands before every route.</param>
    /// <param name="functions">What to serve.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<HttpServer> StartAsync(
        int port, string prefix, IEnumerable<HttpListener> functions, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        // Results of functions are executed by these services.
        builder.Services.AddMvcCore();
        var application = builder.Build();
        var start = RoutePatternFactory.Parse(prefix);
        foreach (var function in functions)
        {
            var endpoint = application.Map(RoutePatternFactory.Combine(start, function.Route), function.HandleAsync);
            if (function.Methods.Count > 0)
            {
                endpoint.WithMetadata(new HttpMethodMetadata(function.Methods));
            }
        }

        await application.StartAsync(cancellationToken);
        return new HttpServer(application);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }
}
