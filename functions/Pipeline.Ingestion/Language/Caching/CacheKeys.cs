using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Ingestion.Language.Caching;

/// <summary>Names of kept results.</summary>
internal static class CacheKeys
{
    /// <summary>The same for the same text, language, feature and asked model version, whatever article it is in.</summary>
    public static string Of(string feature, string modelVersion, AnalysisRequest request)
    {
        var content = Encoding.UTF8.GetBytes($"{modelVersion}\n{request.Language}\n{request.Text}");
        return $"language/azure/{feature}/{Convert.ToHexStringLower(SHA256.HashData(content))}.json";
    }
}
