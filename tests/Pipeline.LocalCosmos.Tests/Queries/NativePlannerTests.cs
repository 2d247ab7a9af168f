using System.Net;
using Microsoft.Azure.Cosmos;
using Newtonsoft.Json.Linq;
using Pipeline.LocalCosmos.Tests.Testing;

namespace Pipeline.LocalCosmos.Tests.Queries;

[Collection(NativePlanner.Name)]
public sealed class NativePlannerTests(MixedItems items) : IClassFixture<MixedItems>
{
    private readonly Container _container = items.Container;

    public static TheoryData<string> Queries { get; } =
    [
        "SELECT * FROM c",
        "SELECT * FROM c WHERE c.n > 3 AND c.text = 'odd'",
        "SELECT * FROM c ORDER BY c.n",
        "SELECT c.id, c.n FROM c WHERE c.n >= 2 ORDER BY c.n DESC",
        "SELECT VALUE c.n FROM c ORDER BY c.text, c.n DESC",
        "SELECT * FROM c ORDER BY c.missing",
        "SELECT * FROM c ORDER BY c.mixed",
        "SELECT TOP 4 VALUE c.n FROM c ORDER BY c.n DESC",
        "SELECT VALUE c.n FROM c ORDER BY c.n OFFSET 3 LIMIT 5",
        "SELECT VALUE COUNT(1) FROM c",
        "SELECT VALUE COUNT(1) FROM c WHERE c.n > 100",
        "SELECT VALUE SUM(c.n) FROM c",
        "SELECT VALUE AVG(c.n) FROM c WHERE c.text = 'odd'",
        "SELECT VALUE MIN(c.n) FROM c",
        "SELECT VALUE MAX(c.text) FROM c",
        "SELECT COUNT(1) AS n, SUM(c.n) AS sum, MIN(c.n) AS least, MAX(c.n) AS most, AVG(c.n) AS mean FROM c",
        "SELECT c.text, COUNT(1) AS n FROM c GROUP BY c.text",
        "SELECT c.text, c.pk, SUM(c.n) AS sum, AVG(c.n) AS mean FROM c GROUP BY c.text, c.pk",
        "SELECT DISTINCT VALUE c.text FROM c",
        "SELECT DISTINCT c.text, c.pk FROM c",
        "SELECT DISTINCT VALUE c.text FROM c ORDER BY c.text",
        "SELECT VALUE t FROM c JOIN t IN c.tags WHERE t != 'x'",
        "SELECT c.id, t FROM c JOIN t IN c.tags ORDER BY c.n",
        "SELECT * FROM c WHERE EXISTS (SELECT VALUE t FROM t IN c.tags WHERE t = 'y')",
        "SELECT VALUE COUNT(1) FROM (SELECT DISTINCT VALUE c.text FROM c)",
        "SELECT c.id, ARRAY(SELECT VALUE UPPER(t) FROM t IN c.tags) AS upper FROM c WHERE ARRAY_CONTAINS(c.tags, 'y')",
        "SELECT * FROM c WHERE (c.n BETWEEN 2 AND 12) AND c.text LIKE 'e%'",
        "SELECT * FROM c WHERE c.n IN (1, 3, 5) AND STARTSWITH(c.text, 'o') AND CONTAINS(c.text, 'D', true)",
    ];

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Query_RewrittenByTheNativePlanner_GivesWhatItGivesAsWritten(string query)
    {
        foreach (var partition in (string?[])[null, "a"])
        {
            var asWritten = await _container.QueryAsync<JToken>(query, partition);
            using var planner = new NativePlanner();
            foreach (var pageSize in (int?[])[null, 3])
                AssertSame(asWritten, await _container.QueryAsync<JToken>(query, partition, pageSize), query);
        }
    }

    [Fact]
    public async Task OrderBy_ContinuationsThroughTheNativePlanner_LosesAndRepeatsNothing()
    {
        using var planner = new NativePlanner();
        foreach (var query in (string[])["SELECT * FROM c ORDER BY c.text", "SELECT * FROM c ORDER BY c.mixed DESC"])
        {
            var numbers = await PagesAsync(_container, query, pageSize: 2);
            Assert.Equal(Enumerable.Range(0, 14), numbers.Order());
        }
    }

    [Fact]
    public async Task OrderBy_ManyItemsWithOneKey_ResumesByRid()
    {
        // More than 256, so that the byte order inside a rid matters to the SDK's comparison.
        using var local = new LocalAccount();
        var container = await local.CreateContainerAsync();
        await Task.WhenAll(Enumerable.Range(0, 300).Select(i =>
            container.CreateItemAsync(new Item($"{i}", "a", i, "same"), new PartitionKey("a"))));
        using var planner = new NativePlanner();

        var numbers = await PagesAsync(container, "SELECT * FROM c ORDER BY c.text", pageSize: 70);

        Assert.Equal(Enumerable.Range(0, 300), numbers.Order());
    }

    [Fact]
    public async Task Query_Malformed_BadRequest()
    {
        using var planner = new NativePlanner();

        await Refused.WithAsync(HttpStatusCode.BadRequest, () => _container.QueryAsync<Item>("SELECT * FRM c"));
    }

    /// <summary>Each page by a new iterator, from the continuation of the page before.</summary>
    private static async Task<List<int>> PagesAsync(Container container, string query, int pageSize)
    {
        var numbers = new List<int>();
        string? continuation = null;
        do
        {
            using var iterator = container.GetItemQueryIterator<Item>(
                query, continuation, new QueryRequestOptions { MaxItemCount = pageSize });
            var page = await iterator.ReadNextAsync();
            numbers.AddRange(page.Select(item => item.n));
            continuation = page.ContinuationToken;
        }
        while (continuation is not null);
        return numbers;
    }

    private static void AssertSame(List<JToken> expected, List<JToken> actual, string query)
    {
        // Only ORDER BY promises an order.
        string[] Texts(List<JToken> results) => query.Contains("ORDER BY", StringComparison.Ordinal)
            ? [.. results.Select(token => token.ToString())]
            : [.. results.Select(token => token.ToString()).Order(StringComparer.Ordinal)];
        Assert.Equal(Texts(expected), Texts(actual));
    }
}
