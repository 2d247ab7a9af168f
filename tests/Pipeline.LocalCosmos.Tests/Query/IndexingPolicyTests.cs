using System.Text.Json;
using Pipeline.LocalCosmos.Query.Planning;

namespace Pipeline.LocalCosmos.Tests.Query;

public sealed class IndexingPolicyTests
{
    private const string AllButText = """{"includedPaths":[{"path":"/*"}],"excludedPaths":[{"path":"/text/?"},{"path":"/raw/*"},{"path":"/\"_etag\"/?"}]}""";
    private const string OnlySite = """{"includedPaths":[{"path":"/site/?"},{"path":"/meta/*"}],"excludedPaths":[{"path":"/*"},{"path":"/meta/raw/?"}]}""";

    [Theory]
    [InlineData(AllButText, "site", true)]
    [InlineData(AllButText, "text", false)]
    [InlineData(AllButText, "text.inner", true)]
    [InlineData(AllButText, "raw", false)]
    [InlineData(AllButText, "raw.deep.er", false)]
    [InlineData(AllButText, "_etag", false)]
    [InlineData(OnlySite, "site", true)]
    [InlineData(OnlySite, "site.x", false)]
    [InlineData(OnlySite, "title", false)]
    [InlineData(OnlySite, "meta.a.b", true)]
    [InlineData(OnlySite, "meta.raw", false)]
    [InlineData("""{"indexingMode":"none"}""", "site", false)]
    [InlineData("{}", "site", true)]
    [InlineData("null", "site", true)]
    [InlineData("""{"includedPaths":[{"path":"/\"a/b\"/?"}],"excludedPaths":[{"path":"/*"}]}""", "a/b", true)]
    public void Includes_Path_FollowsTheMostPrecisePattern(string policy, string path, bool expected) =>
        Assert.Equal(expected, IndexingPolicy.Parse(JsonDocument.Parse(policy).RootElement).Includes(path.Split('.')));

    [Fact]
    public void Execute_ExcludedPath_MakesNoIndexAndStillAnswers()
    {
        using var fixture = new QueryFixture(0, ["""{"id":"1","text":"a"}""", """{"id":"2","text":"b"}"""]);
        fixture.Engine.EnsureIndexes(fixture.Connection, QueryFixture.Table, JsonDocument.Parse(AllButText).RootElement);
        Assert.Equal("""["2"]""", fixture.Ask("SELECT VALUE c.id FROM c WHERE c.text = 'b'"));
        Assert.Equal("""["2","1"]""", fixture.Ask("SELECT VALUE c.id FROM c ORDER BY c.text DESC"));
        Assert.Equal(0, Indexes(fixture));
        Assert.Equal("""["2"]""", fixture.Ask("SELECT VALUE c.id FROM c WHERE c.id = '2'"));
        Assert.Equal(1, Indexes(fixture));
    }

    [Fact]
    public void Execute_ConditionThatRepeatsThePartitionKey_NeedsNoIndexAndNoDocument()
    {
        using var fixture = new QueryFixture(0, []);
        for (var i = 0; i < 10; i++) fixture.Insert($$"""{"id":"{{i}}","view":"latest","n":{{i}}}""", "\"latest\"");
        var request = fixture.Request("SELECT VALUE COUNT(1) FROM c WHERE c.view = @v", partition: "\"latest\"", parameters: new { v = "latest" });
        var page = fixture.Engine.Execute(fixture.Connection, request with { PartitionKeyPath = ["view"] });
        Assert.Equal("10", System.Text.Encoding.UTF8.GetString(page.Items[0].Span));
        Assert.Equal(0, page.DocumentsRead);
        Assert.Equal(0, Indexes(fixture));

        request = fixture.Request("SELECT VALUE COUNT(1) FROM c WHERE c.view = 'other'", partition: "\"latest\"");
        page = fixture.Engine.Execute(fixture.Connection, request with { PartitionKeyPath = ["view"] });
        Assert.Equal("0", System.Text.Encoding.UTF8.GetString(page.Items[0].Span));
    }

    [Theory]
    [InlineData("c['na\\\"me']")]
    [InlineData("c['it\\'s']")]
    [InlineData("c['a.b']")]
    [InlineData("c['%\\\\']")]
    [InlineData("c['']")]
    public void Execute_NameThatSqlCannotQuote_IsReadWithoutIndex(string path)
    {
        using var fixture = new QueryFixture(0, ["""{"id":"1","na\"me":1,"it's":1,"a.b":1,"%\\":1,"":1,"a":{"b":2}}"""]);
        Assert.Equal("""["1"]""", fixture.Ask($"SELECT VALUE c.id FROM c WHERE {path} = 1"));
        Assert.Equal("""["1"]""", fixture.Ask($"SELECT VALUE c.id FROM c WHERE {path} = 1 ORDER BY {path}"));
    }

    [Fact]
    public void Execute_RunDdlGiven_MakesIndexesThereAndOnlyOnce()
    {
        using var fixture = new QueryFixture(0, ["""{"id":"1","a":1}"""]);
        var statements = new List<string>();
        var engine = new Pipeline.LocalCosmos.Query.QueryEngine(fixture.Clock, sql => { statements.Add(sql); fixture.Run(sql); }, smallContainer: 0);
        for (var i = 0; i < 3; i++) engine.Execute(fixture.Connection, fixture.Request("SELECT * FROM c WHERE c.a = 1"));
        Assert.StartsWith("CREATE INDEX IF NOT EXISTS ix_docs_1_", Assert.Single(statements), StringComparison.Ordinal);
    }

    private static int Indexes(QueryFixture fixture)
    {
        using var command = fixture.Connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'index' AND name LIKE 'ix_docs_1_%' AND name NOT LIKE '%lsn'";
        return (int)(long)command.ExecuteScalar()!;
    }
}
