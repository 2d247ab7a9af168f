using System.Text.Json;
using Azure;
using Microsoft.Extensions.Logging;

namespace Pipeline.Ingestion.Language.Caching;

/// <summary>Asks the cache before a paid provider. A cache that fails costs money, never an article.</summary>
internal sealed partial class ResultCache(IAnalysisCache cache, ILogger<ResultCache> logger)
{
    public async ValueTask<ProviderResult<T>> GetOrAskAsync<T>(
        string key, Func<ValueTask<ProviderResult<T>>> ask, CancellationToken cancellationToken)
    {
        if (await KeptAsync<T>(key, cancellationToken) is { } kept)
            return kept with { Analyser = kept.Analyser with { Cached = true } };
        var result = await ask();

        // What went wrong once may go right the next time.
        if (result.Warnings.Count == 0)
            await KeepAsync(key, result, cancellationToken);
        return result;
    }

    private async ValueTask<ProviderResult<T>?> KeptAsync<T>(string key, CancellationToken cancellationToken)
    {
        try
        {
            var value = await cache.GetAsync(key, cancellationToken);
            return value?.ToObjectFromJson<ProviderResult<T>>();
        }
        catch (Exception failure) when (failure is RequestFailedException or JsonException)
        {
            Log.Unreadable(logger, key, failure);
            return null;
        }
    }

    private async ValueTask KeepAsync<T>(string key, ProviderResult<T> result, CancellationToken cancellationToken)
    {
        try
        {
            await cache.SetAsync(key, BinaryData.FromObjectAsJson(result), cancellationToken);
        }
        catch (RequestFailedException failure)
        {
            Log.NotKept(logger, key, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 6001, Level = LogLevel.Warning, Message = "The kept language result {Key} cannot be read; the service is asked.")]
        public static partial void Unreadable(ILogger logger, string key, Exception failure);

        [LoggerMessage(EventId = 6002, Level = LogLevel.Warning, Message = "The language result {Key} could not be kept.")]
        public static partial void NotKept(ILogger logger, string key, Exception failure);
    }
}
