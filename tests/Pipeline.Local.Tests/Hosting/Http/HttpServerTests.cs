using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Local.Hosting;
using Pipeline.Local.Hosting.Configuration;
using Pipeline.Local.Hosting.Signals;

namespace Pipeline.Local.Tests.Hosting.Http;

/// <summary>HTTP functions as the Functions host serves them, on a port of this machine.</summary>
public sealed class HttpServerTests : IAsyncLifetime, IDisposable
{
    private readonly RecordingObserver _observer = new();
    private LocalFunctionsHost _host = null!;
    private readonly HttpClient _http = new();

    public async Task InitializeAsync()
    {
        _host = Host(port: 0);
        await _host.StartAsync(CancellationToken.None);
        _http.BaseAddress = _host.HttpAddress;
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Fact]
    public void Address_IsOnLoopbackWithThePrefix()
    {
        Assert.True(_host.HttpAddress!.IsLoopback);
        Assert.Equal("/api/", _host.HttpAddress.AbsolutePath);
    }

    [Fact]
    public async Task Get_RouteWithAName_BindsItAndGivesTheResult() =>
        Assert.Equal("hello ä/1", await _http.GetStringAsync("greetings/" + Uri.EscapeDataString("ä/1")));

    [Fact]
    public async Task Get_TaskOfAResult_IsAwaited()
    {
        using var answer = await _http.GetAsync("slow");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    [Fact]
    public async Task Post_ToARouteForGet_IsNotAllowed()
    {
        using var answer = await _http.PostAsync("slow", null);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task Get_NoSuchRoute_IsNotFound()
    {
        using var answer = await _http.GetAsync("nothing");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Get_FunctionThatThrows_IsAServerErrorAndIsObserved()
    {
        using var answer = await _http.GetAsync("broken");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(_observer.Events, happened => happened.Contains("failed", StringComparison.OrdinalIgnoreCase) && happened.Contains("Broken", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_PortThatIsTaken_Throws()
    {
        await using var second = Host(_host.HttpAddress!.Port);

        await Assert.ThrowsAsync<IOException>(() => second.StartAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Start_WithoutAPort_ServesNothing()
    {
        await using var host = Host(port: null);
        await host.StartAsync(CancellationToken.None);

        Assert.Null(host.HttpAddress);
    }

    private LocalFunctionsHost Host(int? port) => new(
        new LocalFunctionsHostOptions
        {
            FunctionTypes = [typeof(HttpFunctions)],
            Configuration = new HostConfiguration(),
            Storage = HostStorage.Connect("UseDevelopmentStorage=true", new()),
            Observer = _observer,
            HttpPort = port,
        },
        new ServiceCollection().AddLogging().BuildServiceProvider(),
        new HostSignals(TimeProvider.System));

    private sealed class HttpFunctions
    {
        [Function("Greet")]
        public static ContentResult Greet(
            [HttpTrigger(AuthorizationLevel.Function, "get", Route = "greetings/{name}")] HttpRequest request, string name) =>
            new ContentResult { Content = "hello " + Uri.UnescapeDataString(name) };

        [Function("Slow")]
        public static async Task<IActionResult> SlowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "slow")] HttpRequest request)
        {
            await Task.Yield();
            return new NoContentResult();
        }

        [Function("Broken")]
        public static IActionResult Broken([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "broken")] HttpRequest request) =>
            throw new InvalidOperationException("secret");
    }
}
