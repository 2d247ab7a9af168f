using System.Collections.Concurrent;
using Microsoft.Azure.Cosmos;
using Pipeline.LocalCosmos.Tests.Testing;

namespace Pipeline.LocalCosmos.Tests.Feeds;

public sealed class ChangeFeedProcessorTests : IDisposable
{
    private readonly LocalAccount _local = new();

    public void Dispose() => _local.Dispose();

    [Fact]
    public async Task Processor_StoppedAndStarted_SeesEachChangeOnce()
    {
        var container = await _local.CreateContainerAsync();
        Container leases = await container.Database.CreateContainerAsync("leases", "/id");
        var seen = new ConcurrentQueue<string>();
        for (var i = 0; i < 5; i++)
            await container.CreateItemAsync(new Item($"{i}", "a"), new PartitionKey("a"));

        var first = Build(container, leases, seen);
        await first.StartAsync();
        await UntilAsync(() => seen.Count >= 5);
        await first.StopAsync();
        await container.CreateItemAsync(new Item("later", "a"), new PartitionKey("a"));
        var second = Build(container, leases, seen);
        await second.StartAsync();
        await UntilAsync(() => seen.Contains("later"));
        await second.StopAsync();

        Assert.Equal(["0", "1", "2", "3", "4", "later"], seen);
    }

    private static ChangeFeedProcessor Build(Container container, Container leases, ConcurrentQueue<string> seen) => container
        .GetChangeFeedProcessorBuilder<Item>("views", (_, changes, _) =>
        {
            foreach (var item in changes)
                seen.Enqueue(item.id);
            return Task.CompletedTask;
        })
        .WithInstanceName("test")
        .WithLeaseContainer(leases)
        .WithPollInterval(TimeSpan.FromMilliseconds(50))
        .WithStartTime(DateTime.MinValue.ToUniversalTime())
        .Build();

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition())
            await Task.Delay(20, timeout.Token);
    }
}
