using System.IO.Hashing;
using System.Text;

namespace Pipeline.Ingestion.Deduplication.Matching;

/// <summary>When two canonical URLs name one document.</summary>
internal static class UrlIdentity
{
    /// <summary>
    /// Hash of the URL without scheme, "www.", fragment and trailing slash; null when it is not http or names a whole site,
    /// since pages that give their home page as canonical URL are many and are not revisions of one another.
    /// </summary>
    public static string? HashOf(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return null;
        var path = uri.AbsolutePath.TrimEnd('/');
        if (path.Length == 0 && uri.Query.Length == 0)
            return null;
        var host = uri.IdnHost.StartsWith("www.", StringComparison.Ordinal) ? uri.IdnHost[4..] : uri.IdnHost;
        return Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes($"{host}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}{path}{uri.Query}")));
    }
}
