using Azure.Core.Pipeline;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Testing.Crashes;
using Pipeline.Testing.InMemory;

namespace Pipeline.Testing.Stepping;

/// <summary>
/// What is there besides the process under test: a clock that only a test moves, storage that outlives the process, and the
/// plan by which the process dies. Give <see cref="ProcessTransport"/> to the storage clients of the process.
/// </summary>
public sealed class SteppedWorld
{
    public SteppedWorld(CrashPlan plan)
    {
        Plan = plan;
        Storage = new InMemoryStorage(Clock);
        // The service itself, for the host's listening and for tests that prepare and look: never dies, counts nothing.
        ServiceTransport = new HttpClientTransport(Storage);
        ProcessTransport = new HttpClientTransport(new CrashingHandler(plan, Storage));
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 5, 6, 0, 0, TimeSpan.Zero));

    public CrashPlan Plan { get; }

    public InMemoryStorage Storage { get; }

    /// <summary>For clients of the test.</summary>
    public HttpClientTransport ServiceTransport { get; }

    /// <summary>For clients of the process under test.</summary>
    public HttpClientTransport ProcessTransport { get; }

    public static string ConnectionString => InMemoryStorage.ConnectionString;

    /// <summary>For the Cosmos client of the process under test: requests die by the same plan.</summary>
    public HttpMessageHandler ForCosmos(HttpMessageHandler inner) => new CrashingHandler(Plan, inner, CrashingHandler.IsCosmosEffect);
}
