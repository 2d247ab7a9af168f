using System.Net.Http.Headers;

namespace Pipeline.LocalCosmos.Protocol;

/// <summary>One request as it came: path segments unescaped, body whole.</summary>
internal sealed class CosmosRequest
{
    private readonly HttpRequestHeaders _headers;

    private CosmosRequest(HttpRequestMessage message, ReadOnlyMemory<byte> body)
    {
        _headers = message.Headers;
        Method = message.Method;
        BaseAddress = message.RequestUri!.GetLeftPart(UriPartial.Authority);
        Segments = message.RequestUri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < Segments.Length; i++)
            Segments[i] = Uri.UnescapeDataString(Segments[i]);
        Body = body;
        IsQuery = IsTrue(CosmosHeaders.IsQuery)
            || message.Content?.Headers.ContentType?.MediaType is "application/query+json";
    }

    public HttpMethod Method { get; }

    /// <summary>Scheme, host and port under which the client knows this account.</summary>
    public string BaseAddress { get; }

    public string[] Segments { get; }

    public ReadOnlyMemory<byte> Body { get; }

    public bool IsQuery { get; }

    /// <summary>The client wants no item back from its write.</summary>
    public bool PrefersMinimal => Header(CosmosHeaders.Prefer) is { } prefer
        && prefer.Contains("return=minimal", StringComparison.OrdinalIgnoreCase);

    public static async ValueTask<CosmosRequest> ReadAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        var body = message.Content is null
            ? []
            : await message.Content.ReadAsByteArrayAsync(cancellationToken);
        return new CosmosRequest(message, body);
    }

    public string? Header(string name) =>
        _headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    public bool IsTrue(string name) => string.Equals(Header(name), "true", StringComparison.OrdinalIgnoreCase);
}
