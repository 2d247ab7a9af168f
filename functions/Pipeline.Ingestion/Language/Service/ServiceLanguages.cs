namespace Pipeline.Ingestion.Language.Service;

/// <summary>Language tags as the service takes them.</summary>
internal static class ServiceLanguages
{
    /// <summary>The primary language; Chinese with its script. An unknown language is asked as English, the service's default.</summary>
    public static string Of(string tag)
    {
        var primary = tag.Split('-')[0].ToLowerInvariant();
        return primary switch
        {
            "" or "und" => "en",
            "zh" => tag.Contains("Hant", StringComparison.OrdinalIgnoreCase) || tag.EndsWith("TW", StringComparison.OrdinalIgnoreCase) ? "zh-hant" : "zh-hans",
            "pt" => tag.EndsWith("BR", StringComparison.OrdinalIgnoreCase) ? "pt-BR" : "pt-PT",
            "tl" => "fil",
            "nb" or "nn" => "no",
            _ => primary,
        };
    }
}
