using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Ingestion.Receiving;

/// <summary>
/// The id of an article: the first 128 bits of SHA-256 over container, blob and place. The same place gives the same
/// id at every delivery, so that a second delivery finds the first; it is also the id of the document.
/// </summary>
internal static class ArticleIdentity
{
    private const int HashBytes = 16;

    public static string Of(string container, string blob, string? place)
    {
        // The separator can stand in no container name and ends every part, so that no two places share one string.
        var key = Encoding.UTF8.GetBytes($"{container}\n{blob}\n{place}");
        return Convert.ToHexStringLower(SHA256.HashData(key).AsSpan(0, HashBytes));
    }
}
