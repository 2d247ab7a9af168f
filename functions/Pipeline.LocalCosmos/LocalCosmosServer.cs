using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.LocalCosmos.Serving;

namespace Pipeline.LocalCosmos;

/// <summary>
/// Serves an account on a loopback port, over plain HTTP, for any Cosmos SDK client in gateway mode that signs with
/// <see cref="LocalCosmosAccount.Key"/>. Dispose it before the account.
/// </summary>
public sealed class LocalCosmosServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly HttpMessageInvoker _invoker;

    private LocalCosmosServer(WebApplication application, HttpMessageInvoker invoker)
    {
        _application = application;
        _invoker = invoker;
    }

    /// <summary>Where clients connect to.</summary>
    public Uri Endpoint => LoopbackAddress.Of(_application);

    /// <param name="account">What is served.</param>
    /// <param name="port">A loopback port; 0 takes a free one.</param>
    /// <param name="cancellationToken">Ends the starting.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<LocalCosmosServer> StartAsync(
        LocalCosmosAccount account, int port = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 8 * 1024 * 1024;
            kestrel.Listen(IPAddress.Loopback, port);
        });

        var invoker = new HttpMessageInvoker(account.CreateHandler());
        var signature = new MasterKeySignature(LocalCosmosAccount.Key);
        var application = builder.Build();
        application.Run(context => ServeAsync(context, invoker, signature));
        await application.StartAsync(cancellationToken);
        return new LocalCosmosServer(application, invoker);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        _invoker.Dispose();
    }

    private static async Task ServeAsync(HttpContext context, HttpMessageInvoker invoker, MasterKeySignature signature)
    {
        if (!signature.IsValid(context.Request))
        {
            using var unsigned = new HttpRequestMessage();
            using var refusal = MasterKeySignature.Refusal.ToHttp(unsigned);
            await HttpBridge.WriteAsync(context, refusal);
            return;
        }

        using var request = await HttpBridge.ReadAsync(context.Request, context.RequestAborted);
        try
        {
            using var response = await invoker.SendAsync(request, context.RequestAborted);
            await HttpBridge.WriteAsync(context, response);
        }
        catch (HttpRequestException)
        {
            // A fault was told to break the connection.
            context.Abort();
        }
    }
}
