using Azure.Storage.Blobs;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace Pipeline.Local.Tests.Hosting;

/// <summary>What the functions of a test do.</summary>
public sealed class Probe
{
    public Func<QueueMessage, CancellationToken, Task> OnMessage { get; set; } = (_, _) => Task.CompletedTask;

    public Func<BlobClient, string, CancellationToken, Task> OnBlob { get; set; } = (_, _, _) => Task.CompletedTask;
}

public sealed class ProbeFunctions(Probe probe)
{
    [Function("ProbeMessage")]
    public Task Message([QueueTrigger("probe")] QueueMessage message, CancellationToken cancellationToken) =>
        probe.OnMessage(message, cancellationToken);

    [Function("ProbeBlob")]
    public Task Blob([BlobTrigger("probes/{name}")] BlobClient blob, string name, CancellationToken cancellationToken) =>
        probe.OnBlob(blob, name, cancellationToken);
}
