using Pipeline.Articles.Cleaning;
using Pipeline.Articles.Cleaning.Sites;
using Pipeline.Articles.Formats;
using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Sites;

namespace Pipeline.Ingestion.Stages.Clean;

/// <summary>Bytes to article: decodes, takes the boilerplate out with what is remembered of the site, reads the metadata.</summary>
public sealed class CleanHandler(ArticleCleaner cleaner, SiteMemory sites) : IStageHandler
{
    public Stage Stage => Stage.Clean;

    public string Version => "1";

    public async ValueTask<StageOutcome> HandleAsync(ArticleState state, CancellationToken cancellationToken)
    {
        var decoded = EntryDecoder.Decode(Entry(state));
        if (decoded.Text is not { } source)
        {
            return StageOutcome.Failed(Failure.Of(decoded.Rejection!));
        }

        var site = sites.IsEnabled ? SiteKey.Find(source) : null;
        var context = new CleaningContext
        {
            ReceivedAt = state.Provenance.ReceivedAt,
            Site = site,
            Memory = site is null ? null : await sites.RecallAsync(site, cancellationToken),
        };
        var result = cleaner.Clean(source, context, cancellationToken);
        if (result.Article is not { } article)
        {
            return StageOutcome.Failed(Failure.Of(result.Rejection!));
        }

        if (result.Observation is { } observation)
        {
            sites.Observe(observation, state.ArticleId);
        }

        return new StageOutcome.Done(state with
        {
            Cleaned = article,
            DecodedAs = new DecodedAs(source.Charset, Name(source.Kind)),
        });
    }

    private static RawEntry Entry(ArticleState state)
    {
        var provenance = state.Provenance;
        return new RawEntry
        {
            Bytes = state.Original.Unpack(),
            Kind = provenance.Kind,
            Place = provenance.Place,
            ContentType = provenance.ContentType,
            DeclaredCharset = provenance.DeclaredCharset,
            SourceUrl = provenance.SourceUrl,
            CrawledAt = provenance.CrawledAt,
        };
    }

    private static string Name(MediaKind kind) => kind switch
    {
        MediaKind.Html => "html",
        MediaKind.Markdown => "markdown",
        _ => "plainText",
    };
}
