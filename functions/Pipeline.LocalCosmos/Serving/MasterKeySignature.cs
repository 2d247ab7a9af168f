using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Pipeline.LocalCosmos.Protocol;

namespace Pipeline.LocalCosmos.Serving;

/// <summary>
/// Checks the master key signature of a request: HMAC-SHA256 over verb, resource type, resource link and date. A port of
/// one's own machine can be reached by any web page in its browser, and a page cannot sign.
/// </summary>
internal sealed class MasterKeySignature(string key)
{
    private readonly byte[] _key = Convert.FromBase64String(key);

    public static CosmosResponse Refusal { get; } = CosmosResponse.Error(401, "Unauthorized",
        "The input authorization token can't serve the request. Sign with LocalCosmosAccount.Key.", charge: 0);

    public bool IsValid(HttpRequest request)
    {
        const string marker = "&sig=";
        var token = Uri.UnescapeDataString(request.Headers.Authorization.ToString());
        var at = token.IndexOf(marker, StringComparison.Ordinal);
        if (!token.StartsWith("type=master&", StringComparison.Ordinal) || at < 0)
            return false;

        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (!Convert.TryFromBase64String(token[(at + marker.Length)..], given, out var length) || length != given.Length)
            return false;

        var date = request.Headers["x-ms-date"].ToString();
        var (type, link) = Resource(request.Path.Value!);

        // A path of names is signed as it is written; of a path of rids only the last one, in lower case.
        return Matches(given, request.Method, type, link, date)
            || Matches(given, request.Method, type, link[(link.LastIndexOf('/') + 1)..].ToLowerInvariant(), date);
    }

    private bool Matches(ReadOnlySpan<byte> given, string method, string type, string link, string date)
    {
        var text = $"{method.ToLowerInvariant()}\n{type.ToLowerInvariant()}\n{link}\n{date.ToLowerInvariant()}\n\n";
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text), expected);
        return CryptographicOperations.FixedTimeEquals(given, expected);
    }

    /// <summary>An even number of segments names a resource, an odd one a list under its parent.</summary>
    private static (string Type, string Link) Resource(string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length == 0)
            return ("", "");
        return segments.Length % 2 == 1
            ? (segments[^1], string.Join('/', segments[..^1]))
            : (segments[^2], string.Join('/', segments));
    }
}
