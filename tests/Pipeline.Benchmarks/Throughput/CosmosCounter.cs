using System.Collections.Concurrent;
using System.Globalization;

namespace Pipeline.Benchmarks.Throughput;

/// <summary>Counts database requests and adds up their charges, by container and kind.</summary>
internal sealed class CosmosCounter(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly ConcurrentDictionary<string, (long Count, double Charge, long Bytes)> _operations = [];

    public IReadOnlyDictionary<string, (long Count, double Charge, long Bytes)> Operations => _operations;

    public long Total => _operations.Values.Sum(operation => operation.Count);

    /// <summary>Request units.</summary>
    public double Charge => _operations.Values.Sum(operation => operation.Charge);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var bytes = request.Content?.Headers.ContentLength ?? 0;
        var name = NameOf(request);
        var response = await base.SendAsync(request, cancellationToken);
        if (name is not null)
        {
            var charge = response.Headers.TryGetValues("x-ms-request-charge", out var values)
                ? double.Parse(values.First(), CultureInfo.InvariantCulture)
                : 0;
            _operations.AddOrUpdate(
                name,
                _ => (1, charge, bytes),
                (_, sum) => (sum.Count + 1, sum.Charge + charge, sum.Bytes + bytes));
        }

        return response;
    }

    /// <summary>"articles create", "fingerprints read" and so on; null for what is no operation on items.</summary>
    private static string? NameOf(HttpRequestMessage request)
    {
        var parts = request.RequestUri!.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 5 || parts[4] != "docs")
        {
            return null;
        }

        var kind = request.Method.Method switch
        {
            "GET" => "read",
            "PUT" => "replace",
            "DELETE" => "delete",
            "PATCH" => "patch",
            _ when request.Headers.Contains("x-ms-documentdb-isquery") => "query",
            _ when request.Headers.Contains("x-ms-cosmos-is-query-plan-request") => "plan",
            _ => "create",
        };
        return $"{parts[3]} {kind}";
    }
}
