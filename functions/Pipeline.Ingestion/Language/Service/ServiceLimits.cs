namespace Pipeline.Ingestion.Language.Service;

/// <summary>Limits of the synchronous API, version 2023-04-01.</summary>
internal static class ServiceLimits
{
    /// <summary>Text elements (graphemes) of a document.</summary>
    public const int DocumentElements = 5_120;

    public const int EntityDocuments = 5;

    public const int KeyPhraseDocuments = 10;

    /// <summary>Bytes of all texts of a request as the client writes them, with room left for the JSON around them.</summary>
    public const int RequestBytes = 990_000;

    /// <summary>Bytes of a text inside JSON as the client's writer escapes it: \uXXXX for all but plain ASCII.</summary>
    public static int BytesInJson(string text)
    {
        var bytes = 0;
        foreach (var unit in text)
            bytes += unit is >= ' ' and <= '~' and not ('"' or '&' or '\'' or '+' or '<' or '>' or '`' or '\\') ? 1 : 6;
        return bytes;
    }
}
