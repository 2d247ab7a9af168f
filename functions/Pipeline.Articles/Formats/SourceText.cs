namespace Pipeline.Articles.Formats;

/// <summary>An entry decoded to text: what the cleaner works on.</summary>
public sealed record SourceText
{
    /// <summary>The decoded characters; for JSON the body field's value. Audit offsets point into this string.</summary>
    public required string Text { get; init; }

    /// <summary>Html, Markdown or PlainText, never Json.</summary>
    public required MediaKind Kind { get; init; }

    /// <summary>The charset that the bytes were decoded with, as an IANA name.</summary>
    public required string Charset { get; init; }

    /// <summary>
    /// Where the article begins in <see cref="Text"/>, in UTF-16 units: behind the front matter of a Markdown file, whose
    /// fields are in <see cref="Given"/>; else 0.
    /// </summary>
    public int BodyOffset { get; init; }

    public GivenFields Given { get; init; } = GivenFields.None;
}
