namespace Pipeline.Articles.Formats;

/// <summary>Why received bytes cannot become an article. Each goes to quarantine under this name.</summary>
public enum RejectionCategory
{
    /// <summary>No bytes, or nothing but white space.</summary>
    Empty,

    /// <summary>An image, an executable, a document format that is no text.</summary>
    Binary,

    /// <summary>A format that the pipeline does not read.</summary>
    UnknownFormat,

    /// <summary>Over the size limit of an article or of a batch.</summary>
    TooLarge,

    /// <summary>A compressed file that unpacks to far more than it should.</summary>
    DecompressionBomb,

    /// <summary>A zip entry whose name points outside the archive.</summary>
    UnsafePath,

    /// <summary>JSON, WARC, gzip or zip that breaks its format's rules.</summary>
    Malformed,

    /// <summary>Readable, but there is no article in it.</summary>
    NoArticle,
}
