using System.Collections.Concurrent;

namespace Pipeline.Benchmarks.Throughput;

/// <summary>Counts storage requests as they go out, by what they do, with their bytes. Give it to clients as their transport.</summary>
internal sealed class OperationCounter() : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly ConcurrentDictionary<string, (long Count, long Bytes)> _operations = [];

    public long Total => _operations.Values.Sum(operation => operation.Count);

    public IReadOnlyDictionary<string, (long Count, long Bytes)> Operations => _operations;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var bytes = request.Content?.Headers.ContentLength ?? 0;
        _operations.AddOrUpdate(
            NameOf(request),
            _ => (1, bytes),
            (_, sum) => (sum.Count + 1, sum.Bytes + bytes));
        return base.SendAsync(request, cancellationToken);
    }

    /// <summary>"PUT work/*", "POST clean/messages", "DELETE clean/messages/*" and so on.</summary>
    private static string NameOf(HttpRequestMessage request)
    {
        // Path-style addresses of the emulator: /account/container-or-queue/rest
        var parts = request.RequestUri!.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var container = parts.Length > 1 ? parts[1] : "";
        var rest = parts.Length switch
        {
            > 3 => $"/{parts[2]}/*",
            3 => parts[2] == "messages" ? "/messages" : "/*",
            _ => "",
        };
        return $"{request.Method} {container}{rest}";
    }
}
