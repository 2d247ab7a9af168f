using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Ingestion.Language;
using Pipeline.Ingestion.Language.Caching;
using Pipeline.Local.LanguageService;
using Pipeline.Testing.InMemory;

namespace Pipeline.Ingestion.Tests.Language;

/// <summary>The emulated service with an analyser that asks it for both features, and storage for its cache and budget.</summary>
internal sealed class AskedService(LanguageServiceServer server, ServiceProvider services, InMemoryStorage storage) : IAsyncDisposable
{
    public int Requests => server.Requests.Count;

    /// <param name="behaviour">Of the service.</param>
    /// <param name="configure">The cache is off before it.</param>
    /// <param name="cache">Null for the product's own, in the storage.</param>
    public static async Task<AskedService> StartAsync(
        LanguageServiceOptions behaviour, Action<LanguageOptions>? configure = null, IAnalysisCache? cache = null)
    {
        var server = await LanguageServiceServer.StartAsync(behaviour, CancellationToken.None);
        var storage = new InMemoryStorage(TimeProvider.System);
        var blobs = new BlobServiceClient(
            InMemoryStorage.ConnectionString, new BlobClientOptions { Transport = new HttpClientTransport(storage) });
        await blobs.GetBlobContainerClient(PipelineMap.CacheContainer).CreateAsync();
        var services = new ServiceCollection().AddSingleton(blobs).AddLanguageAnalysis(options =>
        {
            (options.Entities, options.KeyPhrases) = (LanguageOptions.Azure, LanguageOptions.Azure);
            (options.Endpoint, options.Key, options.CacheDays) = (server.Endpoint, "secret", 0);
            configure?.Invoke(options);
        });
        if (cache is not null)
            services.AddSingleton(cache);
        return new AskedService(server, services.BuildServiceProvider(), storage);
    }

    public Task<LanguageAnalysis> AskAsync(string text, string language = "en") =>
        services.GetRequiredService<ILanguageAnalyser>().AnalyseAsync(new AnalysisRequest("", text, language), CancellationToken.None).AsTask();

    public T Service<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await server.DisposeAsync();
        storage.Dispose();
    }
}
