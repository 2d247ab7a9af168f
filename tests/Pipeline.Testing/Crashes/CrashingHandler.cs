namespace Pipeline.Testing.Crashes;

/// <summary>
/// Carries out a <see cref="CrashPlan"/> for every client that sends through it: Blob and Queue clients by
/// <c>new HttpClientTransport(handler)</c>, the Cosmos client by its HttpClientFactory.
/// </summary>
/// <param name="plan">When to die.</param>
/// <param name="inner">The service, or the network.</param>
/// <param name="isEffect">
/// Which requests count. Without it <see cref="IsStorageEffect"/> decides; Cosmos needs <see cref="IsCosmosEffect"/>.
/// </param>
public sealed class CrashingHandler(CrashPlan plan, HttpMessageHandler inner, Func<HttpRequestMessage, bool>? isEffect = null)
    : DelegatingHandler(inner)
{
    private readonly Func<HttpRequestMessage, bool> _isEffect = isEffect ?? IsStorageEffect;

    /// <summary>Writes, and receiving queue messages, which hides them.</summary>
    public static bool IsStorageEffect(HttpRequestMessage request) =>
        (request.Method != HttpMethod.Get && request.Method != HttpMethod.Head)
        || (Path(request).EndsWith("/messages", StringComparison.Ordinal) && !Query(request).Contains("peekonly", StringComparison.Ordinal));

    /// <summary>Writes; Cosmos sends queries by POST too, and marks them.</summary>
    public static bool IsCosmosEffect(HttpRequestMessage request) =>
        request.Method != HttpMethod.Get && request.Method != HttpMethod.Head
        && !request.Headers.Contains("x-ms-documentdb-isquery") && !request.Headers.Contains("x-ms-cosmos-is-query-plan-request");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var dies = Before(request);
        return After(await base.SendAsync(request, cancellationToken), dies);
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var dies = Before(request);
        return After(base.Send(request, cancellationToken), dies);
    }

    private bool Before(HttpRequestMessage request) =>
        plan.Before(_isEffect(request) ? $"{request.Method} {Path(request)}{Query(request)}" : null);

    private HttpResponseMessage After(HttpResponseMessage response, bool dies)
    {
        if (dies)
        {
            response.Dispose();
            plan.Die();
        }

        return response;
    }

    private static string Path(HttpRequestMessage request) => request.RequestUri?.AbsolutePath ?? "";

    private static string Query(HttpRequestMessage request) => request.RequestUri?.Query ?? "";
}
