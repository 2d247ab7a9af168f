using Pipeline.Articles.Cleaning.Sites;

namespace Pipeline.Ingestion.Sites;

/// <summary>Sketches that this instance read or wrote lately.</summary>
internal sealed class SiteCache(TimeSpan age, int most, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (SiteSketch Sketch, DateTimeOffset Until)> _sites = new(StringComparer.Ordinal);

    public bool TryGet(string site, out SiteSketch sketch)
    {
        lock (_lock)
        {
            var isFresh = _sites.TryGetValue(site, out var entry) && entry.Until > time.GetUtcNow();
            sketch = isFresh ? entry.Sketch : SiteSketch.Empty;
            return isFresh;
        }
    }

    public void Set(string site, SiteSketch sketch)
    {
        lock (_lock)
        {
            if (_sites.Count >= most && !_sites.ContainsKey(site))
            {
                Shrink();
            }

            _sites[site] = (sketch, time.GetUtcNow() + age);
        }
    }

    /// <summary>A quarter goes at once, the oldest first, so that it happens seldom.</summary>
    private void Shrink()
    {
        foreach (var old in _sites.OrderBy(site => site.Value.Until).Take(Math.Max(1, most / 4)).Select(site => site.Key).ToList())
        {
            _sites.Remove(old);
        }
    }
}
