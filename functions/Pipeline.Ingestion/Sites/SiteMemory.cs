using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.Articles.Cleaning.Sites;

namespace Pipeline.Ingestion.Sites;

/// <summary>What is remembered of sites: read once per article from this instance's cache, written later and for many articles at once.</summary>
/// <remarks>
/// <code>
/// Recall:  cache ── fresh? ─┬─ yes: sketch            Observe:  buffer ── first of its kind? ── a write in WriteDelay
///                           └─ no: blob, into the cache                                        └─ per site: read, merge, write If-Match
/// </code>
/// It is a hint. Whatever fails here is logged, and the article is cleaned without it; what a process that dies has not written yet
/// is lost, and the site's next articles show it again.
/// </remarks>
public sealed partial class SiteMemory(SiteStore store, IOptions<SiteMemoryOptions> options, TimeProvider time, ILogger<SiteMemory> logger) : IAsyncDisposable, IDisposable
{
    private const int MostBuffered = 2000;
    private const int MostTries = 5;
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(5);

    private readonly SiteCache _cache = new(options.Value.CacheTime, options.Value.CachedSites, time);
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stopping = new();
    private List<(SiteObservation Observation, string ArticleId, int Day)> _buffer = [];
    private Task _writing = Task.CompletedTask;

    public bool IsEnabled => options.Value.Enabled;

    /// <returns>The site's sketch; null when nothing is known of it, or it cannot be read now.</returns>
    public async ValueTask<SiteSketch?> RecallAsync(string site, CancellationToken cancellationToken)
    {
        if (!_cache.TryGet(site, out var sketch))
        {
            try
            {
                (sketch, _) = await store.ReadAsync(site, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Log.CannotRead(logger, site, exception);
                return null;
            }

            _cache.Set(site, sketch);
        }

        return sketch.Revision == 0 ? null : sketch;
    }

    /// <summary>Takes down what an article shows; returns at once.</summary>
    public void Observe(SiteObservation observation, string articleId)
    {
        lock (_lock)
        {
            // Storage that fails for long must not fill the memory.
            if (_buffer.Count >= MostBuffered || _stopping.IsCancellationRequested)
            {
                return;
            }

            _buffer.Add((observation, articleId, (int)(time.GetUtcNow().Ticks / TimeSpan.TicksPerDay)));
            if (_buffer.Count == 1)
            {
                _writing = WriteLaterAsync(_writing);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _writing;
        using var farewell = new CancellationTokenSource(LongestFarewell, TimeProvider.System);
        await FlushAsync(farewell.Token);
        _stopping.Dispose();
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    /// <summary>Writes what is buffered, one write for each site.</summary>
    internal async Task FlushAsync(CancellationToken cancellationToken)
    {
        List<(SiteObservation Observation, string ArticleId, int Day)> buffer;
        lock (_lock)
        {
            (buffer, _buffer) = (_buffer, []);
        }

        foreach (var site in buffer.GroupBy(entry => entry.Observation.Site, StringComparer.Ordinal))
        {
            try
            {
                if (!await TryMergeAsync(site.Key, [.. site], cancellationToken))
                {
                    Log.GaveUp(logger, site.Key, MostTries);
                }
            }
            catch (Exception exception)
            {
                Log.CannotWrite(logger, site.Key, exception);
            }
        }
    }

    private async Task WriteLaterAsync(Task before)
    {
        await before;
        try
        {
            await Task.Delay(options.Value.WriteDelay, time, _stopping.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        await FlushAsync(_stopping.Token);
    }

    private async Task<bool> TryMergeAsync(string site, List<(SiteObservation Observation, string ArticleId, int Day)> entries, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var (stored, etag) = await store.ReadAsync(site, cancellationToken);
            var merged = entries.Aggregate(stored, (sketch, entry) => sketch.With(entry.Observation, entry.ArticleId, entry.Day));
            if (ReferenceEquals(merged, stored) || await store.TryWriteAsync(site, merged, etag, cancellationToken))
            {
                _cache.Set(site, merged);
                return true;
            }
        }

        return false;
    }

    private static partial class Log
    {
        [LoggerMessage(700, LogLevel.Warning, "What is remembered of {Site} cannot be read; its article is cleaned without.")]
        public static partial void CannotRead(ILogger logger, string site, Exception exception);

        [LoggerMessage(701, LogLevel.Warning, "What articles show of {Site} could not be written and is forgotten.")]
        public static partial void CannotWrite(ILogger logger, string site, Exception exception);

        [LoggerMessage(702, LogLevel.Information, "Other instances wrote about {Site} {Tries} times meanwhile; what articles showed is forgotten.")]
        public static partial void GaveUp(ILogger logger, string site, int tries);
    }
}
