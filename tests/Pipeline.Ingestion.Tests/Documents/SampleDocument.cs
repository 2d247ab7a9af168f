using Pipeline.Articles.Entities;
using Pipeline.Articles.Fingerprints;
using Pipeline.Ingestion.Documents;
using Pipeline.Ingestion.Language;

namespace Pipeline.Ingestion.Tests.Documents;

/// <summary>A small document with every part filled in.</summary>
internal static class SampleDocument
{
    public const string Id = "0123456789abcdef0123456789abcdef";

    public static ArticleDocument Create(string etag, DateTimeOffset crawledAt, string contentHash = "hash") => new()
    {
        Id = Id,
        Title = "A bridge reopens",
        Authors = ["Ann Author"],
        Language = "en",
        Tags = [],
        Hashtags = ["bridges"],
        Text = "The bridge over the Vltava reopened – at last.\n\nTraffic flows again.",
        Counts = new DocumentCounts(66, 11, 2),
        Entities =
        [
            new DocumentEntity
            {
                Name = "Vltava",
                Category = EntityCategory.Location,
                Count = 1,
                Confidence = 0.9,
                Aliases = [],
                Mentions = [new DocumentMention(20, 6)],
            },
        ],
        KeyPhrases = ["bridge"],
        ContentHash = contentHash,
        Duplicate = new DocumentDuplicate { Kind = DuplicateKind.None, Algorithm = "1" },
        ClusterId = Id,
        IsCanonical = true,
        FirstSeen = crawledAt,
        LastSeen = crawledAt,
        Revision = 1,
        Provenance = new DocumentProvenance
        {
            Container = "articles",
            Blob = "bridge.txt",
            ETag = etag,
            Format = "plainText",
            Charset = "utf-8",
            Bytes = 68,
            RawHash = "00",
            CrawledAt = crawledAt,
        },
        Cleaning = new DocumentCleaning { Version = "1", WordsReceived = 12, WordsKept = 11, Removed = [] },
        Sources = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["title"] = "first-line" },
        Processing = new DocumentProcessing
        {
            Stages = [],
            EntityAnalyser = new AnalyserInfo("local", "1", "full", Cached: false),
            KeyPhraseAnalyser = new AnalyserInfo("local", "1", "full", Cached: false),
            Warnings = [],
        },
    };
}
