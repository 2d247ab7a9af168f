using Microsoft.Extensions.DependencyInjection;
using Pipeline.Ingestion.Language;
using Pipeline.Ingestion.Language.Caching;
using Pipeline.Local.LanguageService;

namespace Pipeline.Ingestion.Tests.Language;

/// <summary>The emulated service with an analyser that asks it for both features.</summary>
internal sealed class AskedService(LanguageServiceServer server, ServiceProvider services) : IAsyncDisposable
{
    public int Requests => server.Requests.Count;

    public static async Task<AskedService> StartAsync(LanguageServiceOptions behaviour, Action<LanguageOptions>? configure, IAnalysisCache cache)
    {
        var server = await LanguageServiceServer.StartAsync(behaviour, CancellationToken.None);
        var services = new ServiceCollection().AddSingleton(cache).AddLanguageAnalysis(options =>
        {
            (options.Entities, options.KeyPhrases) = (LanguageOptions.Azure, LanguageOptions.Azure);
            (options.Endpoint, options.Key, options.CacheDays) = (server.Endpoint, "secret", 0);
            configure?.Invoke(options);
        }).BuildServiceProvider();
        return new AskedService(server, services);
    }

    public Task<LanguageAnalysis> AskAsync(string text, string language = "en") =>
        services.GetRequiredService<ILanguageAnalyser>().AnalyseAsync(new AnalysisRequest("", text, language), CancellationToken.None).AsTask();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await server.DisposeAsync();
    }
}
