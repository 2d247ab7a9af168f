using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Pipeline.Ingestion.Documents;

/// <summary>
/// An article as it stands in Cosmos DB. Its JSON Schema, article.schema.json, is made from this type; a change that
/// breaks readers raises <see cref="CurrentSchema"/>.
/// </summary>
public sealed record ArticleDocument
{
    public const int CurrentSchema = 1;

    [Description("Id of the article, and its partition key: 32 hex digits made from container, blob and place in the batch.")]
    public required string Id { get; init; }

    [Description("Version of this schema.")]
    public int SchemaVersion { get; init; } = CurrentSchema;

    [Description("The headline, without the site's name.")]
    public required string Title { get; init; }

    [Description("People and agencies in the byline, without 'By', roles and dates.")]
    public required IReadOnlyList<string> Authors { get; init; }

    [Description("When it was published, as exact as the source said.")]
    public DocumentDate? Published { get; init; }

    [Description("When it was last changed by its publisher, as exact as the source said.")]
    public DocumentDate? Modified { get; init; }

    [Description("BCP 47 tag of the text's language; 'und' when it cannot be told.")]
    public required string Language { get; init; }

    [Description("Name of the site that published it.")]
    public string? Site { get; init; }

    [Description("Absolute and normalised: no tracking parameters, no fragment.")]
    public string? CanonicalUrl { get; init; }

    [Description("The site's section, as it names it.")]
    public string? Section { get; init; }

    [Description("Tags that the publisher gave.")]
    public required IReadOnlyList<string> Tags { get; init; }

    [Description("Hashtags of the text, without the number sign.")]
    public required IReadOnlyList<string> Hashtags { get; init; }

    public string? LeadImageUrl { get; init; }

    [Description("Who holds the copyright, as the page or its last lines say.")]
    public string? CopyrightHolder { get; init; }

    [Description("The licence: its URL, or the words that grant it.")]
    public string? Licence { get; init; }

    [Description("True when the publisher marks the text as not free to read.")]
    public bool? Paywalled { get; init; }

    [Description("What a 'Source:' line of the text names, when it is no URL.")]
    public string? Origin { get; init; }

    [Description("The place that the first paragraph begins with, as in 'KYIV, Ukraine (AP)'.")]
    public string? Dateline { get; init; }

    [Description("The article without boilerplate; an empty line stands between paragraphs. Offsets of mentions point into it.")]
    public required string Text { get; init; }

    public required DocumentCounts Counts { get; init; }

    [Description("Who and what the article names, the most confident first within the order of first mention.")]
    public required IReadOnlyList<DocumentEntity> Entities { get; init; }

    [Description("What the article is about, the most telling phrase first.")]
    public required IReadOnlyList<string> KeyPhrases { get; init; }

    [Description("Hash of the folded text: equal for texts that differ in typography only.")]
    public required string ContentHash { get; init; }

    [Description("How the article relates to those that came before it.")]
    public required DocumentDuplicate Duplicate { get; init; }

    [Description("Shared by all copies of one story.")]
    public required string ClusterId { get; init; }

    [Description("True for the one copy that stands for its cluster.")]
    public required bool IsCanonical { get; init; }

    [Description("When the first version of this article was received.")]
    public required DateTimeOffset FirstSeen { get; init; }

    [Description("When this version was received.")]
    public required DateTimeOffset LastSeen { get; init; }

    [Description("1 for the first content; one more for each newer content of the same article.")]
    public required int Revision { get; init; }

    [Description("Id of the article's first revision, when that is another document.")]
    public string? RevisionOf { get; init; }

    [Description("When its file was deleted. What is left of the document has no text, and is gone a day later.")]
    public DateTimeOffset? DeletedAt { get; init; }

    [JsonPropertyName("ttl")]
    [Description("Seconds that the document has left, from its last change; only after its file was deleted.")]
    public int? TimeToLive { get; init; }

    [Description("Where the bytes came from.")]
    public required DocumentProvenance Provenance { get; init; }

    [Description("What cleaning took out, in sum; the full audit is a blob.")]
    public required DocumentCleaning Cleaning { get; init; }

    [Description("Where each value of the metadata was found: 'json-ld', 'h1', 'text' (made from the text) and so on.")]
    public required IReadOnlyDictionary<string, string> Sources { get; init; }

    [Description("The strings as they stood there, by the same names, where they differ from the values.")]
    public IReadOnlyDictionary<string, string>? RawValues { get; init; }

    [Description("Which code made this document, when, and how long it took.")]
    public required DocumentProcessing Processing { get; init; }

    /// <summary>Set by the database; needed for conditional writes, not part of the schema.</summary>
    [JsonPropertyName("_etag")]
    public string? ETag { get; init; }
}
