using System.Reflection;
using Microsoft.Azure.Cosmos;
using Pipeline.Local.Hosting.Configuration;
using Pipeline.Local.Hosting.Observing;

namespace Pipeline.Local.Hosting;

/// <summary>What a local host runs, and how.</summary>
internal sealed record LocalFunctionsHostOptions
{
    /// <summary>Where the functions are.</summary>
    public IReadOnlyList<Assembly> Assemblies { get; init; } = [];

    /// <summary>Further classes with functions.</summary>
    public IReadOnlyList<Type> FunctionTypes { get; init; } = [];

    /// <summary>The root host.json.</summary>
    public required HostConfiguration Configuration { get; init; }

    /// <summary>What the functions are triggered from.</summary>
    public required HostStorage Storage { get; init; }

    /// <summary>Loopback port of the HTTP functions; 0 takes a free one, null leaves them out.</summary>
    public int? HttpPort { get; init; }

    /// <summary>The database whose changes trigger functions; null when none does.</summary>
    public CosmosClient? Cosmos { get; init; }

    /// <summary>Settings by name, for names between percent signs in triggers.</summary>
    public Func<string, string?> Settings { get; init; } = _ => null;

    /// <summary>
    /// By container: makes the message that tells of a deleted blob and names the queue for it, as an Event Grid
    /// subscription that delivers to a queue would.
    /// </summary>
    public IReadOnlyDictionary<string, (string Queue, Func<string, BinaryData> Message)> Deletions { get; init; } =
        new Dictionary<string, (string, Func<string, BinaryData>)>();

    public IHostObserver Observer { get; init; } = SilentObserver.Instance;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public Random Random { get; init; } = Random.Shared;

    /// <summary>
    /// How long a received message is hidden before it must be renewed; what a killed host had in work comes back after it.
    /// The Functions host takes ten minutes, which is long to wait for at a desk.
    /// </summary>
    public TimeSpan QueueLease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a stop waits for running functions before it cancels them.</summary>
    public TimeSpan GracePeriod { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a stop then waits for the cancelled ones to put back what they hold.</summary>
    public TimeSpan AbortPeriod { get; init; } = TimeSpan.FromSeconds(5);
}
