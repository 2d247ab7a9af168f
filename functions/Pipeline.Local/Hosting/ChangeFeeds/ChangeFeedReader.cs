using System.Net;
using System.Text.Json;
using Microsoft.Azure.Cosmos;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Local.Hosting.Functions;

namespace Pipeline.Local.Hosting.ChangeFeeds;

/// <summary>
/// Reads a container's change feed for one function and notes how far it came in the lease container. One lease for the whole
/// container, where the Functions host has one for each physical partition: there is only one reader. Not thread safe.
/// </summary>
internal sealed class ChangeFeedReader
{
    private const int DefaultItems = 100;

    private readonly CosmosDBTriggerAttribute _trigger;
    private readonly FunctionRunner _runner;
    private readonly Type _items;
    private readonly Container _container;
    private readonly Container _leases;
    private string? _continuation;
    private bool _loaded;
    private int _attempts;

    /// <param name="trigger">What to read.</param>
    /// <param name="runner">Takes the items.</param>
    /// <param name="items">Type of the function's parameter, from <see cref="ItemsOf"/>.</param>
    /// <param name="client">Where the containers are.</param>
    /// <param name="database">Name of the database, settings filled in.</param>
    public ChangeFeedReader(
        CosmosDBTriggerAttribute trigger, FunctionRunner runner, Type items, CosmosClient client, string database)
    {
        (_trigger, _runner, _items) = (trigger, runner, items);
        _container = client.GetContainer(database, trigger.ContainerName);
        _leases = client.GetContainer(database, trigger.LeaseContainerName ?? "leases");
    }

    private string LeaseId => $"{_trigger.LeaseContainerPrefix ?? ""}{_runner.Name}.local";

    /// <summary>The type to bind: a read-only list of a class.</summary>
    /// <exception cref="FunctionDefinitionException">The function takes something else.</exception>
    public static Type ItemsOf(FunctionDefinition function)
    {
        var type = function.TriggerParameter.ParameterType;
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? type
            : throw new FunctionDefinitionException(
                $"Function {function.Name}: the local host binds changed items to an IReadOnlyList of a class, not to {type.Name}.");
    }

    /// <summary>Takes the next changes through the function. Those of a run that failed come again.</summary>
    /// <returns>How it went: nothing new, handled, or failed.</returns>
    public async Task<FeedProgress> ReadAsync(CancellationToken cancellationToken)
    {
        //  lease ── changes since ─┬─ none: note where that was
        //                          └─ run the function ─┬─ succeeded: note where the next ones start
        //                                               └─ failed: the same again
        if (!_loaded)
        {
            (_continuation, _loaded) = (await LoadAsync(cancellationToken), true);
        }

        using var feed = _container.GetChangeFeedStreamIterator(
            Start(), ChangeFeedMode.LatestVersion, new ChangeFeedRequestOptions { PageSizeHint = MaxItems() });
        using var page = await feed.ReadNextAsync(cancellationToken);
        if (page.StatusCode == HttpStatusCode.NotModified)
        {
            _continuation = page.ContinuationToken;
            return FeedProgress.NothingNew;
        }

        page.EnsureSuccessStatusCode();
        var input = new TriggerInput(await ItemsAsync(page.Content, cancellationToken), _container.Id, ++_attempts);
        if (await _runner.RunAsync(_runner.Describe(input), input, cancellationToken) is not null)
        {
            return FeedProgress.Failed;
        }

        _attempts = 0;
        _continuation = page.ContinuationToken;
        await SaveAsync(cancellationToken);
        return FeedProgress.Handled;
    }

    private int MaxItems() => _trigger.MaxItemsPerInvocation > 0 ? _trigger.MaxItemsPerInvocation : DefaultItems;

    private ChangeFeedStartFrom Start() =>
        _continuation is not null ? ChangeFeedStartFrom.ContinuationToken(_continuation)
        : _trigger.StartFromBeginning ? ChangeFeedStartFrom.Beginning()
        : ChangeFeedStartFrom.Now();

    private async Task<object> ItemsAsync(Stream content, CancellationToken cancellationToken)
    {
        using var json = await JsonDocument.ParseAsync(content, cancellationToken: cancellationToken);
        return json.RootElement.GetProperty("Documents").Deserialize(_items, JsonSerializerOptions.Web)!;
    }

    private async Task<string?> LoadAsync(CancellationToken cancellationToken)
    {
        using var read = await _leases.ReadItemStreamAsync(LeaseId, new PartitionKey(LeaseId), cancellationToken: cancellationToken);
        if (read.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        read.EnsureSuccessStatusCode();
        using var json = await JsonDocument.ParseAsync(read.Content, cancellationToken: cancellationToken);
        return json.RootElement.GetProperty("continuation").GetString();
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        var lease = JsonSerializer.SerializeToUtf8Bytes(new { id = LeaseId, continuation = _continuation });
        using var saved = await _leases.UpsertItemStreamAsync(
            new MemoryStream(lease), new PartitionKey(LeaseId),
            new ItemRequestOptions { EnableContentResponseOnWrite = false }, cancellationToken);
        saved.EnsureSuccessStatusCode();
    }
}
