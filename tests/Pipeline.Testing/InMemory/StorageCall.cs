using System.Globalization;

namespace Pipeline.Testing.InMemory;

/// <summary>A request to a storage service, taken apart.</summary>
internal sealed class StorageCall
{
    private readonly HttpRequestMessage _request;
    private readonly Dictionary<string, string> _query = new(StringComparer.OrdinalIgnoreCase);

    public StorageCall(HttpRequestMessage request, byte[] body)
    {
        _request = request;
        Body = body;
        var uri = request.RequestUri ?? throw new ArgumentException("The request has no address.", nameof(request));
        Authority = uri.Authority;
        foreach (var parameter in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = parameter.IndexOf('=', StringComparison.Ordinal);
            _query[parameter[..equals]] = Uri.UnescapeDataString(parameter[(equals + 1)..]);
        }

        // /{account}/{container or queue}/{the rest}
        var parts = uri.AbsolutePath.TrimStart('/').Split('/', 3);
        Path = uri.AbsolutePath;
        Container = parts.Length > 1 ? parts[1] : "";
        Rest = parts.Length > 2 ? Uri.UnescapeDataString(parts[2]) : "";
    }

    public string Authority { get; }

    public string Path { get; }

    /// <summary>Container or queue.</summary>
    public string Container { get; }

    /// <summary>Blob name, or what follows the queue's name.</summary>
    public string Rest { get; }

    public byte[] Body { get; }

    public HttpMethod Method => _request.Method;

    public string Comp => Query("comp") ?? "";

    public string? Query(string name) => _query.GetValueOrDefault(name);

    public int Number(string name, int absent) =>
        Query(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : absent;

    public string? Header(string name) =>
        _request.Headers.TryGetValues(name, out var values) || (_request.Content?.Headers.TryGetValues(name, out values) ?? false)
            ? string.Join(',', values)
            : null;

    public Dictionary<string, string> Headers(string prefix) => _request.Headers
        .Where(header => header.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        .ToDictionary(header => header.Key[prefix.Length..], header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
}
