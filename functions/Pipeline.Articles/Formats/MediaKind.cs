namespace Pipeline.Articles.Formats;

/// <summary>What one article's bytes are, decided by their content first and by their name second.</summary>
public enum MediaKind
{
    /// <summary>Text that has lost its tags, or never had any.</summary>
    PlainText,

    /// <summary>HTML or XHTML.</summary>
    Html,

    /// <summary>Markdown, as many scrapers save it.</summary>
    Markdown,

    /// <summary>One JSON object with the fields of an article.</summary>
    Json,
}
