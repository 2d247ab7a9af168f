using System.Net;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Azure.Cosmos;
using Pipeline.LocalCosmos.Tests.Testing;

namespace Pipeline.LocalCosmos.Tests.Items;

/// <summary>Any sequence of operations leaves what a dictionary would hold, and answers what a dictionary would say.</summary>
public sealed class ItemModelTests : IDisposable
{
    private readonly LocalAccount _local = new();

    public enum Kind
    {
        Create,
        Upsert,
        Replace,
        Delete,
        Read,
        Increment,
        FailingBatch,
    }

    public sealed record Step(Kind Kind, string Key, string Id, int Value);

    public void Dispose() => _local.Dispose();

    [Property(MaxTest = 15)]
    public Property Steps_AnySequence_AnswerAndLeaveWhatTheModelSays()
    {
        var step =
            from kind in Gen.Elements(Enum.GetValues<Kind>())
            from key in Gen.Elements("a", "b")
            from id in Gen.Elements("1", "2", "3")
            from value in Gen.Choose(0, 1000)
            select new Step(kind, key, id, value);
        return Prop.ForAll(step.ListOf(40).ToArbitrary(), RunAsync);
    }

    private async Task<bool> RunAsync(List<Step> steps)
    {
        var container = await _local.CreateContainerAsync();
        var model = new Dictionary<(string Key, string Id), int>();
        foreach (var step in steps)
        {
            var expected = Apply(model, step);
            Assert.Equal(expected, await ApplyAsync(container, step));
        }

        var stored = await container.QueryAsync<Item>("SELECT * FROM c");
        Assert.Equal(Sorted(model.Select(pair => (pair.Key.Key, pair.Key.Id, pair.Value))),
            Sorted(stored.Select(item => (item.pk, item.id, item.n))));
        return true;
    }

    private static HttpStatusCode Apply(Dictionary<(string, string), int> model, Step step)
    {
        var at = (step.Key, step.Id);
        var exists = model.TryGetValue(at, out var old);
        switch (step.Kind)
        {
            case Kind.Create when exists:
                return HttpStatusCode.Conflict;
            case Kind.Create or Kind.Upsert when !exists:
                model[at] = step.Value;
                return HttpStatusCode.Created;
            case Kind.FailingBatch:
                return HttpStatusCode.PreconditionFailed;
            case var _ when !exists:
                return HttpStatusCode.NotFound;
            case Kind.Delete:
                model.Remove(at);
                return HttpStatusCode.NoContent;
            case Kind.Read:
                return HttpStatusCode.OK;
            default:
                model[at] = step.Kind == Kind.Increment ? old + step.Value : step.Value;
                return HttpStatusCode.OK;
        }
    }

    private static async Task<HttpStatusCode> ApplyAsync(Container container, Step step)
    {
        var (key, item) = (new PartitionKey(step.Key), new Item(step.Id, step.Key, step.Value));
        try
        {
            return step.Kind switch
            {
                Kind.Create => (await container.CreateItemAsync(item, key)).StatusCode,
                Kind.Upsert => (await container.UpsertItemAsync(item, key)).StatusCode,
                Kind.Replace => (await container.ReplaceItemAsync(item, step.Id, key)).StatusCode,
                Kind.Delete => (await container.DeleteItemAsync<Item>(step.Id, key)).StatusCode,
                Kind.Read => (await container.ReadItemAsync<Item>(step.Id, key)).StatusCode,
                Kind.Increment => (await container.PatchItemAsync<Item>(
                    step.Id, key, [PatchOperation.Increment("/n", step.Value)])).StatusCode,
                _ => (await container.CreateTransactionalBatch(key).UpsertItem(item)
                    .UpsertItem(new Item("extra", step.Key)).DeleteItem("extra", new() { IfMatchEtag = "\"none\"" })
                    .ExecuteAsync()).StatusCode,
            };
        }
        catch (CosmosException exception)
        {
            return exception.StatusCode;
        }
    }

    private static (string, string, int)[] Sorted(IEnumerable<(string, string, int)> items) => [.. items.Order()];
}
