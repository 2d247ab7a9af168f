using System.Globalization;
using Pipeline.Articles.Cleaning;
using Pipeline.Articles.Cleaning.Sites;
using Pipeline.Articles.Formats;

namespace Pipeline.Benchmarks.Clean;

/// <summary>The memory of sites as the pipeline keeps it, without its storage: each page sees what the pages before it showed.</summary>
internal sealed class SitesInMemory
{
    private readonly Dictionary<string, SiteSketch> _sites = new(StringComparer.Ordinal);

    /// <summary>Pages whose site was met before.</summary>
    public int Known { get; private set; }

    /// <summary>Spans that were taken out because other pages of the site carry them.</summary>
    public int LinesRemoved { get; private set; }

    /// <param name="number">The page's place in the order of pages; it stands for its id and its day.</param>
    public CleaningResult Clean(ArticleCleaner cleaner, SourceText source, int number, CancellationToken cancellationToken)
    {
        var site = SiteKey.Find(source);
        var memory = site is null ? null : _sites.GetValueOrDefault(site);
        var result = cleaner.Clean(source, new CleaningContext { Site = site, Memory = memory }, cancellationToken);
        Known += memory is null ? 0 : 1;
        LinesRemoved += result.Article?.Audit.Removed.Count(removed => removed.Rule == "site-memory") ?? 0;
        if (result.Observation is { } observation)
        {
            _sites[observation.Site] = (memory ?? SiteSketch.Empty).With(observation, number.ToString(CultureInfo.InvariantCulture), number);
        }

        return result;
    }
}
