namespace Pipeline.Ingestion.Stages;

/// <summary>How the bytes were read.</summary>
/// <param name="Charset">IANA name.</param>
/// <param name="Format">"html", "markdown" or "plainText", after any JSON around it was taken off.</param>
public sealed record DecodedAs(string Charset, string Format);
