namespace Pipeline.Articles.Formats;

/// <summary>One article as it lies in a received file: the whole file, or one entry of a batch.</summary>
public sealed record RawEntry
{
    /// <summary>
    /// Place in the batch, unique and stable over readings: "line 17", "item 3", "record 12", "inner/name.html", "gap 1" for
    /// a corrupt stretch before the first entry, and joined by " &gt; " where batches nest. Null when the file is itself the
    /// article, or when a rejection is about the whole file.
    /// </summary>
    public string? Place { get; init; }

    /// <summary>The entry's own bytes, unpacked but not decoded. For a rejected entry: as much as is known of it.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    public MediaKind Kind { get; init; }

    /// <summary>Content type as declared by the storage or by a WARC record, when there is one.</summary>
    public string? ContentType { get; init; }

    /// <summary>Charset as declared outside the bytes (a WARC record's HTTP header).</summary>
    public string? DeclaredCharset { get; init; }

    /// <summary>Where the entry was crawled from (WARC-Target-URI).</summary>
    public string? SourceUrl { get; init; }

    /// <summary>When the entry was crawled (WARC-Date).</summary>
    public DateTimeOffset? CrawledAt { get; init; }

    /// <summary>Set when this entry cannot become an article; all others of the batch go on.</summary>
    public Rejection? Rejection { get; init; }
}
