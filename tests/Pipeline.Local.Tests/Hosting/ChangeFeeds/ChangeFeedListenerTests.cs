using System.Collections.Concurrent;
using Microsoft.Azure.Cosmos;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Local.Hosting.ChangeFeeds;
using Pipeline.Local.Hosting.Functions;
using Pipeline.Local.Hosting.Observing;
using Pipeline.LocalCosmos;

namespace Pipeline.Local.Tests.Hosting.ChangeFeeds;

public sealed class ChangeFeedListenerTests : IAsyncLifetime, IDisposable
{
    private readonly LocalCosmosAccount _account = LocalCosmosAccount.OpenTemporary();
    private readonly CosmosClient _client;
    private readonly FeedProbe _probe = new();
    private readonly ServiceProvider _services;

    public ChangeFeedListenerTests()
    {
        _client = _account.CreateClient();
        _services = new ServiceCollection().AddSingleton(_probe).BuildServiceProvider();
    }

    public async Task InitializeAsync()
    {
        Database database = await _client.CreateDatabaseAsync("db");
        await database.CreateContainerAsync("things", "/id");
        await database.CreateContainerAsync("leases", "/id");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _services.Dispose();
        _client.Dispose();
        _account.Dispose();
    }

    [Fact]
    public async Task ListenAsync_ChangesBeforeAndWhileItListens_HandlesThem()
    {
        await WriteAsync("a");
        using var stop = new CancellationTokenSource();
        using var listener = Listener();
        var listening = listener.ListenAsync(stop.Token, CancellationToken.None);
        await WriteAsync("b");
        await Eventually.TrueAsync(() => _probe.Handled.Count >= 2);

        await stop.CancelAsync();
        await listening;
        Assert.Equal(["a", "b"], _probe.Handled);
    }

    [Fact]
    public async Task IsReadAsync_FunctionFails_GivesItTheSameAgain()
    {
        await WriteAsync("a");
        _probe.Fails = true;
        using var listener = Listener();
        Assert.False(await listener.IsReadAsync(CancellationToken.None));
        Assert.False(await listener.IsReadAsync(CancellationToken.None));
        _probe.Fails = false;
        Assert.False(await listener.IsReadAsync(CancellationToken.None));
        Assert.True(await listener.IsReadAsync(CancellationToken.None));
        Assert.Equal(["a"], _probe.Handled);
    }

    [Fact]
    public async Task IsReadAsync_AfterARestart_GoesOnBehindWhatWasHandled()
    {
        await WriteAsync("a");
        using (var first = Listener())
            Assert.False(await first.IsReadAsync(CancellationToken.None));
        await WriteAsync("b");
        using var second = Listener();
        Assert.False(await second.IsReadAsync(CancellationToken.None));
        Assert.True(await second.IsReadAsync(CancellationToken.None));
        Assert.Equal(["a", "b"], _probe.Handled);
    }

    private async Task WriteAsync(string id) => await _client.GetContainer("db", "things").UpsertItemAsync(new { id }, new PartitionKey(id));

    private ChangeFeedListener Listener()
    {
        var function = Assert.Single(FunctionDiscovery.FindIn([], [typeof(FeedFunctions)]));
        var items = ChangeFeedReader.ItemsOf(function);
        var invoker = new FunctionInvoker(function, items, [], _services.GetRequiredService<IServiceScopeFactory>());
        var runner = new FunctionRunner(function, invoker, SilentObserver.Instance, TimeProvider.System, TimeSpan.FromMinutes(1));
        var reader = new ChangeFeedReader((CosmosDBTriggerAttribute)function.Trigger, runner, items, _client, "db");
        return new ChangeFeedListener(reader, "things", TimeSpan.FromMilliseconds(20), TimeProvider.System, NullLogger.Instance);
    }

    public sealed record Thing(string Id);

    public sealed class FeedProbe
    {
        public ConcurrentQueue<string> Handled { get; } = [];

        public bool Fails { get; set; }
    }

    public sealed class FeedFunctions(FeedProbe probe)
    {
        [Function("Feed")]
        public void Run([CosmosDBTrigger("db", "things", StartFromBeginning = true)] IReadOnlyList<Thing> things)
        {
            if (probe.Fails)
                throw new InvalidOperationException("The test asked for it.");
            foreach (var thing in things)
                probe.Handled.Enqueue(thing.Id);
        }
    }
}
