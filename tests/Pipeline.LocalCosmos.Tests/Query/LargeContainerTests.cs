namespace Pipeline.LocalCosmos.Tests.Query;

/// <summary>50,000 documents: what an index can answer must not read them all.</summary>
public sealed class LargeContainerTests(LargeContainerTests.Container container) : IClassFixture<LargeContainerTests.Container>
{
    private const int Count = 50_000;

    [Theory]
    [InlineData("SELECT * FROM c WHERE c.site = 'site7'", 100)]
    [InlineData("SELECT * FROM c WHERE c['site'] = 'site7' AND c.n < 25000", 100)]
    [InlineData("SELECT * FROM c WHERE c.type = 'article' AND c.site = 'site7'", 100)]
    [InlineData("SELECT * FROM c WHERE c.site IN ('site7', 'site8')", 200)]
    [InlineData("SELECT * FROM c WHERE ARRAY_CONTAINS(['site7', 'site8'], c.site)", 200)]
    [InlineData("SELECT * FROM c WHERE c.site = 'site7' OR c.n = 5", 101)]
    [InlineData("SELECT * FROM c WHERE c.n >= 100 AND c.n < 200", 102)]
    [InlineData("SELECT * FROM c WHERE (c.n BETWEEN 100 AND 199)", 100)]
    [InlineData("SELECT * FROM c WHERE STARTSWITH(c.site, 'site49')", 1100)]
    [InlineData("SELECT * FROM c WHERE c.site LIKE 'site49_'", 1100)]
    [InlineData("SELECT * FROM c WHERE c.meta.rare = true", 50)]
    [InlineData("SELECT * FROM c WHERE IS_DEFINED(c.meta.rare)", 50)]
    [InlineData("SELECT VALUE COUNT(1) FROM c WHERE c.site = 'site7'", 0)]
    [InlineData("SELECT VALUE COUNT(1) FROM c", 0)]
    [InlineData("SELECT TOP 10 * FROM c ORDER BY c.n DESC", 11)]
    [InlineData("SELECT * FROM c ORDER BY c.n OFFSET 20 LIMIT 10", 31)]
    [InlineData("SELECT TOP 10 * FROM c WHERE c.type = 'article' ORDER BY c.n DESC", 11)]
    [InlineData("SELECT TOP 10 * FROM c WHERE c.n >= 40000 ORDER BY c.n", 11)]
    [InlineData("SELECT TOP 10 * FROM c WHERE c.site = 'site7' ORDER BY c.n DESC", 100)]
    [InlineData("SELECT * FROM c WHERE c.id = 'd00042'", 1)]
    public void Execute_IndexedPath_ReadsFewDocuments(string text, int most)
    {
        var page = container.Fixture.Page(text);
        Assert.InRange(page.DocumentsRead, 0, most);
        Assert.NotEmpty(page.Items);
        Assert.True(page.UsedIndex || page.DocumentsRead == 0);
    }

    [Theory]
    [InlineData("SELECT * FROM c WHERE c.site = 'site7'")]
    [InlineData("SELECT * FROM c WHERE c.site IN ('site7', 'site8')")]
    [InlineData("SELECT * FROM c WHERE c.site = 'site7' OR c.n = 5")]
    [InlineData("SELECT * FROM c WHERE c.n >= 100 AND c.n < 200")]
    [InlineData("SELECT TOP 10 * FROM c ORDER BY c.n DESC")]
    [InlineData("SELECT TOP 10 * FROM c WHERE c.n >= 40000 ORDER BY c.n")]
    public void Explain_IndexedPath_SearchesTheIndexAndNeverTheTable(string text)
    {
        var plan = string.Join('\n', container.Fixture.Engine.Explain(container.Fixture.Connection, container.Fixture.Request(text)));
        Assert.Contains("USING INDEX ix_docs_1_", plan.Replace("USING COVERING INDEX", "USING INDEX", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN docs_1\n", plan + "\n", StringComparison.Ordinal);
        if (text.Contains("ORDER BY", StringComparison.Ordinal)) Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELECT VALUE c.n FROM c ORDER BY c.n")]
    [InlineData("SELECT VALUE c.n FROM c ORDER BY c.n DESC")]
    [InlineData("SELECT VALUE c.n FROM c WHERE c.n >= 0 ORDER BY c.n")]
    [InlineData("SELECT VALUE c.n FROM c ORDER BY c.type")]
    public void Execute_DeepPageOfOrderBy_ReadsOnlyThatPage(string text)
    {
        var continuation = container.Fixture.Page(text, size: 1000).Continuation;
        for (var i = 0; i < 5; i++)
        {
            var page = container.Fixture.Page(text, size: 1000, continuation);
            Assert.InRange(page.DocumentsRead, 1000, 1002);
            continuation = page.Continuation;
        }
    }

    [Fact]
    public void Execute_ExcludedPath_ReadsAllAndMakesNoIndex()
    {
        var page = container.Fixture.Page("SELECT * FROM c WHERE c.text = 'no such text'");
        Assert.Equal(Count, page.DocumentsRead);
        Assert.Empty(page.Items);
    }

    public sealed class Container : IDisposable
    {
        public Container()
        {
            Fixture.Run("BEGIN");
            var filler = new string('x', 300);
            for (var i = 0; i < Count; i++)
            {
                var meta = i % 1000 == 0 ? ",\"meta\":{\"rare\":true}" : "";
                Fixture.Insert($"{{\"id\":\"d{i:D5}\",\"type\":\"article\",\"site\":\"site{i % 500}\",\"n\":{i},\"text\":\"{filler}\"{meta}}}", partition: $"\"{i % 3}\"");
            }
            Fixture.Run("COMMIT");
            var policy = """{"indexingMode":"consistent","includedPaths":[{"path":"/*"}],"excludedPaths":[{"path":"/text/?"}]}""";
            Fixture.Engine.EnsureIndexes(Fixture.Connection, QueryFixture.Table, System.Text.Json.JsonDocument.Parse(policy).RootElement);
        }

        internal QueryFixture Fixture { get; } = new();

        public void Dispose() => Fixture.Dispose();
    }
}
