using Pipeline.Articles.Entities;
using Pipeline.Articles.KeyPhrases;
using Pipeline.Ingestion.Language;
using Pipeline.Local.LanguageService;

namespace Pipeline.Local.Running;

/// <summary>The language providers of a run; serves the emulated service when one of them is to be that.</summary>
internal sealed class LocalLanguage : IAsyncDisposable
{
    private readonly LanguageChoice _choice;
    private readonly LanguageServiceServer? _server;

    private LocalLanguage(LanguageChoice choice, LanguageServiceServer? server) => (_choice, _server) = (choice, server);

    /// <summary>A sentence when there is something to say.</summary>
    public string Description => _server is null ? "" : $"  Language: Azure AI Language, emulated on {_server.Endpoint.Authority}.";

    /// <summary>Requests that the emulated service received; 0 without one.</summary>
    public int EmulatedRequests => _server?.Requests.Count ?? 0;

    public static async Task<LocalLanguage> StartAsync(LanguageChoice choice, CancellationToken cancellationToken)
    {
        if (choice.UsesEmulated && (choice.Entities == LanguageOptions.Azure || choice.KeyPhrases == LanguageOptions.Azure))
            throw new LocalRunException("One run has one language service: give 'azure' or 'azure-emulated' for both features, or 'local' for one.");
        return new LocalLanguage(
            choice, choice.UsesEmulated ? await LanguageServiceServer.StartAsync(choice.Emulated, cancellationToken) : null);
    }

    /// <summary>On top of what the settings say.</summary>
    public void Configure(LanguageOptions options)
    {
        options.Entities = Provider(_choice.Entities) ?? options.Entities;
        options.KeyPhrases = Provider(_choice.KeyPhrases) ?? options.KeyPhrases;
        if (_server is not null)
        {
            (options.Endpoint, options.Key) = (_server.Endpoint, _choice.Emulated.Key ?? "any");

            // Part of the cache's key: what was found here must never be taken for the service's own answer.
            options.ModelVersion = $"emulated-{LocalEntityRecogniser.ModelVersion}-{LocalKeyPhraseExtractor.ModelVersion}";
        }

        _choice.Configure?.Invoke(options);
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static string? Provider(string? choice) => choice == LanguageChoice.AzureEmulated ? LanguageOptions.Azure : choice;
}
