using System.Text;
using Microsoft.Data.Sqlite;
using Pipeline.LocalCosmos.Query;

namespace Pipeline.LocalCosmos.Tests.Query;

public sealed class PagingTests
{
    [Theory]
    [InlineData("SELECT VALUE c.n FROM c", 0)]
    [InlineData("SELECT VALUE c.n FROM c ORDER BY c.k", 0)]
    [InlineData("SELECT VALUE c.n FROM c ORDER BY c.k", int.MaxValue)]
    [InlineData("SELECT VALUE c.n FROM c ORDER BY c.k DESC", 0)]
    [InlineData("SELECT VALUE c.n FROM c ORDER BY c.k DESC", int.MaxValue)]
    public void Execute_RowsComeAndGoBetweenPages_LosesAndRepeatsNone(string text, int smallContainer)
    {
        using var fixture = new QueryFixture(smallContainer, Enumerable.Range(0, 20).Select(n => $$"""{"id":"{{n:D3}}","n":{{n}},"k":{{n % 4}}}"""));
        var expected = fixture.Items(text);
        var first = fixture.Page(text, size: 8);
        fixture.Insert("""{"id":"999","n":"new","k":-1}""");
        fixture.Insert("""{"id":"000","n":"other","k":99}""", partition: "\"0\"");
        fixture.Run("DELETE FROM docs_1 WHERE json_extract(body, '$.n') = " + Encoding.UTF8.GetString(first.Items[0].Span));

        var seen = first.Items.ToList();
        for (var token = first.Continuation; token is not null;)
        {
            var page = fixture.Page(text, size: 3, token);
            seen.AddRange(page.Items);
            token = page.Continuation;
        }
        Assert.Equal(expected, seen.Select(item => Encoding.UTF8.GetString(item.Span)).Where(item => item[0] != '"'));
    }

    [Fact]
    public void Execute_NoMoreRows_GivesNoToken()
    {
        using var fixture = new QueryFixture(Enumerable.Range(0, 4).Select(n => $$"""{"n":{{n}}}"""));
        Assert.Null(fixture.Page("SELECT * FROM c", size: 4).Continuation);
        Assert.Null(fixture.Page("SELECT * FROM c ORDER BY c.n", size: 4).Continuation);
        Assert.Null(fixture.Page("SELECT DISTINCT VALUE c.n FROM c", size: 4).Continuation);
        Assert.Null(fixture.Page("SELECT VALUE COUNT(1) FROM c", size: 1).Continuation);
        Assert.Null(fixture.Page("SELECT TOP 2 * FROM c", size: 2).Continuation);
        Assert.NotNull(fixture.Page("SELECT * FROM c", size: 3).Continuation);
    }

    [Fact]
    public void Execute_LargeItems_EndsThePageAtFourMegabytes()
    {
        var filler = new string('x', 1 << 20);
        using var fixture = new QueryFixture(Enumerable.Range(0, 10).Select(n => $$"""{"n":{{n}},"s":"{{filler}}"}"""));
        Assert.Equal(4, fixture.Page("SELECT * FROM c").Items.Count);
        Assert.Equal(4, fixture.Page("SELECT * FROM c ORDER BY c.n DESC").Items.Count);
        Assert.Equal(10, fixture.Items("SELECT * FROM c").Count);
        Assert.Equal("[9,8,7,6,5,4,3,2,1,0]", fixture.Ask("SELECT VALUE c.n FROM c ORDER BY c.n DESC"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    public void Execute_SortKeysOfEveryKind_SurviveTheToken(int smallContainer)
    {
        string[] keys = ["null", "false", "true", "-1.5", "1e300", "\"\"", "\"\\ud800\"", "\"é\\u0000\"", "\"😀\"", "[2]", "[1]", "{\"b\":1}", "{}"];
        using var fixture = new QueryFixture(smallContainer, keys.Select((key, n) => $$"""{"id":"{{n}}","n":{{n}},"k":{{key}}}"""));
        var forward = fixture.Ask("SELECT VALUE c.n FROM c ORDER BY c.k");
        Assert.Equal("[0,1,2,3,4,5,7,6,8,9,10,11,12]", forward);
        Assert.Equal(forward, fixture.Ask("SELECT VALUE c.n FROM c ORDER BY c.k", size: 1));
        Assert.Equal("[12,11,10,9,8,6,7,5,4,3,2,1,0]", fixture.Ask("SELECT VALUE c.n FROM c ORDER BY c.k DESC", size: 1));
    }

    [Fact]
    public void Execute_TokenOfAnotherKindOfQuery_IsRefused()
    {
        using var fixture = new QueryFixture("""{"a":1}""", """{"a":2}""");
        var token = fixture.Page("SELECT * FROM c", size: 1).Continuation;
        Assert.Throws<QueryException>(() => fixture.Page("SELECT * FROM c ORDER BY c.a", continuation: token));
    }

    [Fact]
    public async Task Execute_ManyThreadsAndOneEngine_AgreeWithEachOther()
    {
        var name = $"file:{Guid.NewGuid():N}?mode=memory&cache=shared";
        using var keeper = new SqliteConnection($"Data Source={name}");
        keeper.Open();
        using var fixture = new QueryFixture(0, Enumerable.Range(0, 200).Select(n => $$"""{"id":"{{n}}","n":{{n}},"site":"s{{n % 7}}"}"""));
        fixture.Connection.BackupDatabase(keeper);
        var gate = new Lock();
        var engine = new QueryEngine(TimeProvider.System, sql =>
        {
            lock (gate)
            {
                using var command = keeper.CreateCommand();
                command.CommandText = sql;
                command.ExecuteNonQuery();
            }
        }, smallContainer: 0);
        // Indexes are made before the crowd: SQLite's shared cache, unlike a file in WAL mode, locks its schema against readers.
        string[] texts = ["SELECT VALUE c.id FROM c WHERE c.site = 's3'", "SELECT VALUE c.id FROM c ORDER BY c.n DESC", "SELECT c.site, COUNT(1) AS n FROM c GROUP BY c.site"];
        foreach (var text in texts) engine.Execute(keeper, fixture.Request(text));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            using var connection = new SqliteConnection($"Data Source={name}");
            connection.Open();
            return string.Join('|', Enumerable.Range(0, 20).SelectMany(round =>
                engine.Execute(connection, fixture.Request(texts[round % 3]) with { Query = engine.Compile(texts[round % 3]) }).Items.Select(item => Encoding.UTF8.GetString(item.Span))));
        })));
        Assert.Single(answers.Distinct());
    }
}
