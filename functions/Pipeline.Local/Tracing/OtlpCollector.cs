using System.Collections.Concurrent;
using System.Net;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.LocalCosmos.Serving;

namespace Pipeline.Local.Tracing;

/// <summary>An OTLP collector on a free loopback port (HTTP, protobuf) that keeps what it gets in memory.</summary>
internal sealed class OtlpCollector : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<Span> _spans;

    private OtlpCollector(WebApplication application, ConcurrentQueue<Span> spans) => (_application, _spans) = (application, spans);

    /// <summary>The spans received so far.</summary>
    public IReadOnlyCollection<Span> Spans => _spans;

    public Uri Address => LoopbackAddress.Of(_application);

    public static async Task<OtlpCollector> StartAsync(CancellationToken cancellationToken)
    {
        var spans = new ConcurrentQueue<Span>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        application.MapPost("/v1/traces", context => ReceiveAsync(context, spans));
        // Metrics are accepted, as every collector does, and not looked at.
        application.MapPost("/v1/metrics", () => Results.Bytes([], "application/x-protobuf"));
        await application.StartAsync(cancellationToken);
        return new OtlpCollector(application, spans);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private static async Task ReceiveAsync(HttpContext context, ConcurrentQueue<Span> spans)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        try
        {
            foreach (var span in OtlpReader.Read(body.ToArray()))
            {
                spans.Enqueue(span);
            }

            // An empty ExportTraceServiceResponse: all of it was taken.
            context.Response.ContentType = "application/x-protobuf";
        }
        catch (InvalidProtocolBufferException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }
}
