namespace Pipeline.Ingestion.Language.Service;

/// <summary>Limits of the synchronous API, version 2023-04-01.</summary>
internal static class ServiceLimits
{
    /// <summary>Text elements (graphemes) of a document.</summary>
    public const int DocumentElements = 5_120;

    public const int EntityDocuments = 5;

    public const int KeyPhraseDocuments = 10;

    /// <summary>UTF-8 bytes of all texts of a request, with room left for the JSON around and inside them.</summary>
    public const int RequestBytes = 700_000;
}
