using Pipeline.Articles.Cleaning;
using Pipeline.Articles.Entities;
using Pipeline.Articles.Metadata;
using Pipeline.Ingestion.Stages;

namespace Pipeline.Ingestion.Documents;

/// <summary>The finished state as a document. Pure: the same state gives the same document.</summary>
internal static class DocumentFactory
{
    public static ArticleDocument Create(ArticleState state)
    {
        var article = state.Cleaned!;
        var metadata = article.Metadata;
        var verdict = state.Verdict!;
        var analysis = state.Analysis!;
        return new ArticleDocument
        {
            Id = state.ArticleId,
            Title = metadata.Title.Value,
            Authors = [.. metadata.Authors.Select(author => author.Value)],
            Published = Date(metadata.Published),
            Modified = Date(metadata.Modified),
            Language = metadata.Language.Value,
            Site = metadata.SiteName?.Value,
            CanonicalUrl = metadata.CanonicalUrl?.Value,
            Section = metadata.Section?.Value,
            Tags = [.. metadata.Tags.Select(tag => tag.Value)],
            Hashtags = [.. metadata.Hashtags.Select(tag => tag.Value)],
            LeadImageUrl = metadata.LeadImageUrl?.Value,
            CopyrightHolder = metadata.CopyrightHolder?.Value,
            Licence = metadata.Licence?.Value,
            Paywalled = metadata.Paywalled?.Value,
            Origin = metadata.Origin?.Value,
            Dateline = metadata.Dateline?.Value,
            Text = article.Text,
            Counts = Count(article),
            Entities = [.. analysis.Entities.Select(Describe)],
            KeyPhrases = [.. analysis.KeyPhrases.OrderBy(phrase => phrase.Rank).Select(phrase => phrase.Text)],
            ContentHash = verdict.ContentHash,
            Duplicate = new DocumentDuplicate
            {
                Kind = verdict.Kind,
                Of = verdict.Of,
                Containment = verdict.Containment,
                Jaccard = verdict.Jaccard,
                Algorithm = verdict.AlgorithmVersion,
            },
            ClusterId = verdict.ClusterId,
            IsCanonical = verdict.IsCanonical,
            FirstSeen = state.Provenance.ReceivedAt,
            LastSeen = state.Provenance.ReceivedAt,
            Revision = verdict.Revision,
            RevisionOf = verdict.RevisionOf,
            Provenance = Describe(state.Provenance, state.DecodedAs!),
            Cleaning = Sum(article.Audit),
            Sources = MetadataSources.Of(metadata),
            RawValues = MetadataSources.RawOf(metadata),
            Processing = new DocumentProcessing
            {
                Stages = [.. state.Stages.Select(Describe)],
                EntityAnalyser = analysis.EntityAnalyser,
                KeyPhraseAnalyser = analysis.KeyPhraseAnalyser,
                Warnings = analysis.Warnings,
            },
        };
    }

    private static DocumentDate? Date(SourcedDate? date) => date is null ? null : new DocumentDate(date.Value, date.Raw);

    private static DocumentCounts Count(CleanedArticle article) => new(
        article.Text.Length,
        article.Audit.WordsKept,
        article.Text.Length == 0 ? 0 : article.Text.AsSpan().Count("\n\n") + 1);

    private static DocumentEntity Describe(Entity entity) => new()
    {
        Name = entity.Name,
        Category = entity.Category,
        Subcategory = entity.Subcategory,
        Count = entity.Mentions.Count,
        Confidence = Math.Round(entity.Confidence, 3),
        Aliases = entity.Aliases,
        Mentions = [.. entity.Mentions.Select(span => new DocumentMention(span.Offset, span.Length))],
    };

    private static DocumentProvenance Describe(Provenance provenance, DecodedAs decoded) => new()
    {
        Container = provenance.Container,
        Blob = provenance.Blob,
        ETag = provenance.Version,
        Place = provenance.Place,
        ContentType = provenance.ContentType,
        Format = decoded.Format,
        Charset = decoded.Charset,
        Bytes = provenance.ByteCount,
        RawHash = provenance.RawHash,
        SourceUrl = provenance.SourceUrl,
        CrawledAt = provenance.CrawledAt,
    };

    private static DocumentStage Describe(StageRecord record) =>
        new(record.Stage, record.Version, record.StartedAt, record.Milliseconds, record.Attempts);

    private static DocumentCleaning Sum(CleaningAudit audit) => new()
    {
        Version = audit.Version,
        SiteMemory = audit.SiteMemory,
        WordsReceived = audit.WordsReceived,
        WordsKept = audit.WordsKept,
        Removed =
        [
            .. audit.Removed
                .GroupBy(removed => removed.Rule, StringComparer.Ordinal)
                .Select(rule => new DocumentRemoval(rule.Key, rule.Count(), rule.Sum(removed => removed.Span.Length)))
                .OrderByDescending(removal => removal.Characters),
        ],
    };
}
