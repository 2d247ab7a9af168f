using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Pipeline.Benchmarks.Throughput;

/// <summary>Counts storage requests as they go out, by what they do, with their bytes.</summary>
internal sealed class OperationCounter : HttpPipelineSynchronousPolicy
{
    private readonly ConcurrentDictionary<string, (long Count, long Bytes)> _operations = [];

    public long Total => _operations.Values.Sum(operation => operation.Count);

    public IReadOnlyDictionary<string, (long Count, long Bytes)> Operations => _operations;

    public override void OnSendingRequest(HttpMessage message)
    {
        var bytes = message.Request.Content is { } content && content.TryComputeLength(out var length) ? length : 0;
        _operations.AddOrUpdate(
            NameOf(message.Request),
            _ => (1, bytes),
            (_, sum) => (sum.Count + 1, sum.Bytes + bytes));
    }

    /// <summary>"PUT work/*", "POST clean/messages", "DELETE clean/messages/*" and so on.</summary>
    private static string NameOf(Request request)
    {
        // Path-style addresses of the emulator: /account/container-or-queue/rest
        var parts = request.Uri.ToUri().AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
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
