namespace Pipeline.LocalCosmos.Tests.Query;

/// <summary>Whole queries over a handful of articles. Every one runs plain, in pages of one, with indexes, and within the partition.</summary>
public sealed class QueryTests
{
    private static readonly string[] Documents =
    [
        """{"id":"1","site":"a.example","n":3,"tags":["x","y"],"on":true,"who":[{"name":"Ann","kids":[{"k":1},{"k":2}]}]}""",
        """{"id":"2","site":"b.example","n":1,"tags":[],"on":false}""",
        """{"id":"3","site":"a.example","n":null,"tags":["y"],"who":[{"name":"Bob","kids":[]},{"name":"Cy","kids":[{"k":3}]}]}""",
        """{"id":"4","site":"c.example","tags":"x"}""",
        """{"id":"5","site":"b.example","n":"2"}""",
    ];

    [Theory]
    // SELECT
    [InlineData("SELECT c.id FROM c WHERE c.n = 3", """[{"id":"1"}]""")]
    [InlineData("SELECT c.id, c.n AS number, c.n + 1 plus, 7 FROM c WHERE c.id = '1'", """[{"id":"1","number":3,"plus":4,"$1":7}]""")]
    [InlineData("SELECT c.tags[0], c.tags[1] FROM c WHERE c.id = '1'", """[{"$1":"x","$2":"y"}]""")]
    [InlineData("SELECT c.nothing, c.n FROM c WHERE c.id IN ('4','5')", """[{},{"n":"2"}]""")]
    [InlineData("SELECT VALUE c.n FROM c", """[3,1,null,"2"]""")]
    [InlineData("SELECT VALUE {\"i\": c.id, \"n\": c.n} FROM c WHERE c.site = 'c.example'", """[{"i":"4"}]""")]
    [InlineData("SELECT c FROM c WHERE c.id = '5'", """[{"c":{"id":"5","site":"b.example","n":"2"}}]""")]
    [InlineData("SELECT * FROM c WHERE c.id = '5'", """[{"id":"5","site":"b.example","n":"2"}]""")]
    [InlineData("SELECT * FROM root WHERE root.id = '5'", """[{"id":"5","site":"b.example","n":"2"}]""")]
    [InlineData("select value d.id from Articles as d where d.n = 1", """["2"]""")]
    [InlineData("SELECT VALUE d.id FROM Articles d WHERE d.n = 1", """["2"]""")]
    [InlineData("SELECT 1 AS one, 'x' AS x", """[{"one":1,"x":"x"}]""")]
    [InlineData("SELECT VALUE undefined", "[]")]
    [InlineData("SELECT DISTINCT VALUE c.site FROM c", """["a.example","b.example","c.example"]""")]
    [InlineData("SELECT DISTINCT c.site FROM c", """[{"site":"a.example"},{"site":"b.example"},{"site":"c.example"}]""")]
    [InlineData("SELECT DISTINCT VALUE c.nothing FROM c", "[]")]
    [InlineData("SELECT DISTINCT VALUE IS_DEFINED(c.n) FROM c", "[true,false]")]
    [InlineData("SELECT DISTINCT VALUE c.site FROM c ORDER BY c.site DESC", """["c.example","b.example","a.example"]""")]
    [InlineData("SELECT TOP 2 VALUE c.id FROM c", """["1","2"]""")]
    [InlineData("SELECT TOP 0 VALUE c.id FROM c", "[]")]
    [InlineData("SELECT DISTINCT TOP 2 VALUE c.site FROM c", """["a.example","b.example"]""")]
    [InlineData("SELECT VALUE c.id FROM c OFFSET 1 LIMIT 2", """["2","3"]""")]
    [InlineData("SELECT VALUE c.id FROM c OFFSET 4 LIMIT 9", """["5"]""")]
    [InlineData("SELECT VALUE c.id FROM c OFFSET 0 LIMIT 0", "[]")]
    // FROM and JOIN
    [InlineData("SELECT VALUE t FROM t IN c.tags", """["x","y","y"]""")]
    [InlineData("SELECT VALUE t FROM c.tags t", """[["x","y"],[],["y"],"x"]""")]
    [InlineData("SELECT * FROM c.tags", """[["x","y"],[],["y"],"x"]""")]
    [InlineData("SELECT c.id, t AS tag FROM c JOIN t IN c.tags", """[{"id":"1","tag":"x"},{"id":"1","tag":"y"},{"id":"3","tag":"y"}]""")]
    [InlineData("SELECT w.name, k.k FROM c JOIN w IN c.who JOIN k IN w.kids", """[{"name":"Ann","k":1},{"name":"Ann","k":2},{"name":"Cy","k":3}]""")]
    [InlineData("SELECT VALUE [a, b] FROM c JOIN a IN c.tags JOIN b IN c.tags WHERE c.id = '1'", """[["x","x"],["x","y"],["y","x"],["y","y"]]""")]
    [InlineData("SELECT VALUE w.name FROM c JOIN w IN c.who WHERE ARRAY_LENGTH(w.kids) = 0", """["Bob"]""")]
    [InlineData("SELECT VALUE k FROM c JOIN (SELECT VALUE x.k FROM w IN c.who JOIN x IN w.kids WHERE x.k > 1) AS k", "[2,3]")]
    [InlineData("SELECT VALUE COUNT(1) FROM c JOIN t IN c.tags WHERE t = 'y'", "[2]")]
    [InlineData("SELECT VALUE COUNT(1) FROM t IN c.tags", "[3]")]
    [InlineData("SELECT VALUE w.name FROM c JOIN w IN c.who ORDER BY w.name DESC", """["Cy","Bob","Ann"]""")]
    // Subqueries
    [InlineData("SELECT VALUE c.id FROM c WHERE EXISTS(SELECT VALUE t FROM t IN c.tags WHERE t = 'y')", """["1","3"]""")]
    [InlineData("SELECT VALUE c.id FROM c WHERE NOT EXISTS(SELECT VALUE t FROM t IN c.tags)", """["2","4","5"]""")]
    [InlineData("SELECT VALUE ARRAY(SELECT VALUE w.name FROM w IN c.who) FROM c WHERE c.id = '3'", """[["Bob","Cy"]]""")]
    [InlineData("SELECT VALUE (SELECT VALUE COUNT(1) FROM w IN c.who) FROM c", "[1,0,2,0,0]")]
    [InlineData("SELECT VALUE (SELECT VALUE MAX(x.k) FROM w IN c.who JOIN x IN w.kids) FROM c", "[2,3]")]
    [InlineData("SELECT VALUE (SELECT VALUE t FROM t IN c.tags WHERE t = 'x') FROM c", """["x"]""")]
    [InlineData("SELECT VALUE ARRAY(SELECT VALUE t FROM t IN c.tags ORDER BY t DESC) FROM c WHERE c.id = '1'", """[["y","x"]]""")]
    [InlineData("SELECT VALUE c.id FROM c WHERE ALL(SELECT VALUE t FROM t IN c.tags WHERE t = 'y')", """["2","3","4","5"]""")]
    [InlineData("SELECT VALUE FIRST(SELECT VALUE t FROM t IN c.tags) FROM c", """["x","y"]""")]
    [InlineData("SELECT VALUE LAST(SELECT VALUE t FROM t IN c.tags) FROM c", """["y","y"]""")]
    [InlineData("SELECT VALUE s FROM (SELECT VALUE c.site FROM c WHERE c.n = 1) AS s", """["b.example"]""")]
    [InlineData("SELECT VALUE COUNT(1) FROM (SELECT DISTINCT VALUE c.site FROM c) AS s", "[3]")]
    [InlineData("SELECT VALUE COUNT(1) FROM (SELECT DISTINCT VALUE c.site FROM c)", "[3]")]
    [InlineData("SELECT VALUE COUNT(1) FROM (SELECT VALUE root FROM root WHERE (root[\"site\"] = \"a.example\")) AS r0", "[2]")]
    [InlineData("SELECT VALUE t FROM t IN (SELECT VALUE c.tags FROM c WHERE c.id = '1')", """["x","y"]""")]
    [InlineData("SELECT s.site, t FROM (SELECT c.site, c.tags FROM c) AS s JOIN t IN s.tags WHERE t = 'x'", """[{"site":"a.example","t":"x"}]""")]
    // Aggregates
    [InlineData("SELECT VALUE COUNT(1) FROM c", "[5]")]
    [InlineData("SELECT COUNT(1) FROM c", """[{"$1":5}]""")]
    [InlineData("SELECT COUNT(c.n) AS n, COUNT(c.nothing) AS none FROM c", """[{"n":4,"none":0}]""")]
    [InlineData("SELECT VALUE COUNT(1) FROM c WHERE c.site = 'a.example'", "[2]")]
    [InlineData("SELECT VALUE COUNT(1) FROM c WHERE false", "[0]")]
    [InlineData("SELECT VALUE SUM(c.n) FROM c WHERE IS_NUMBER(c.n)", "[4]")]
    [InlineData("SELECT VALUE SUM(c.n) FROM c", "[]")]
    [InlineData("SELECT SUM(c.n) AS s, COUNT(1) AS n FROM c", """[{"n":5}]""")]
    [InlineData("SELECT VALUE SUM(c.nothing) FROM c", "[0]")]
    [InlineData("SELECT VALUE AVG(c.n) FROM c WHERE IS_NUMBER(c.n)", "[2]")]
    [InlineData("SELECT VALUE AVG(c.nothing) FROM c", "[]")]
    [InlineData("SELECT VALUE MIN(c.n) FROM c", "[null]")]
    [InlineData("SELECT VALUE MAX(c.n) FROM c", """["2"]""")]
    [InlineData("SELECT VALUE MAX(c.tags) FROM c", "[]")]
    [InlineData("SELECT VALUE MIN(c.nothing) FROM c", "[]")]
    [InlineData("SELECT MIN(c.id) AS first, MAX(c.id) AS last FROM c", """[{"first":"1","last":"5"}]""")]
    [InlineData("SELECT VALUE MAX(c.n) - MIN(c.n) FROM c WHERE IS_NUMBER(c.n)", "[2]")]
    [InlineData("SELECT VALUE COUNTIF(c.n > 1) FROM c", "[1]")]
    // GROUP BY
    [InlineData("SELECT c.site, COUNT(1) AS n FROM c GROUP BY c.site",
        """[{"site":"a.example","n":2},{"site":"b.example","n":2},{"site":"c.example","n":1}]""")]
    [InlineData("SELECT c[\"site\"] AS s FROM c GROUP BY c.site", """[{"s":"a.example"},{"s":"b.example"},{"s":"c.example"}]""")]
    [InlineData("SELECT UPPER(c.site) AS s, MAX(c.id) AS m FROM c GROUP BY c.site",
        """[{"s":"A.EXAMPLE","m":"3"},{"s":"B.EXAMPLE","m":"5"},{"s":"C.EXAMPLE","m":"4"}]""")]
    [InlineData("SELECT LEFT(c.site, 1) AS s, COUNT(1) AS n FROM c GROUP BY LEFT(c.site, 1)", """[{"s":"a","n":2},{"s":"b","n":2},{"s":"c","n":1}]""")]
    [InlineData("SELECT c.on, COUNT(1) AS n FROM c GROUP BY c.on", """[{"on":true,"n":1},{"on":false,"n":1},{"n":3}]""")]
    [InlineData("SELECT c.site, c.on, COUNT(1) AS n FROM c WHERE c.site = 'b.example' GROUP BY c.site, c.on",
        """[{"site":"b.example","on":false,"n":1},{"site":"b.example","n":1}]""")]
    [InlineData("SELECT VALUE COUNT(1) FROM c GROUP BY c.site", "[2,2,1]")]
    [InlineData("SELECT t AS tag, COUNT(1) AS n FROM c JOIN t IN c.tags GROUP BY t", """[{"tag":"x","n":1},{"tag":"y","n":2}]""")]
    [InlineData("SELECT COUNT(1) AS n FROM c WHERE false GROUP BY c.site", "[]")]
    [InlineData("SELECT c.site, COUNT(1) AS n FROM c GROUP BY c.site OFFSET 1 LIMIT 1", """[{"site":"b.example","n":2}]""")]
    // ORDER BY: null before numbers before strings; what lacks the path is left out
    [InlineData("SELECT VALUE c.id FROM c ORDER BY c.n", """["3","2","1","5"]""")]
    [InlineData("SELECT VALUE c.id FROM c ORDER BY c.n DESC", """["5","1","2","3"]""")]
    [InlineData("SELECT VALUE c.id FROM c ORDER BY c.nothing", "[]")]
    [InlineData("SELECT VALUE c.id FROM c ORDER BY c.site", """["1","3","2","5","4"]""")]
    [InlineData("SELECT VALUE c.id FROM c ORDER BY c.site DESC", """["4","5","2","3","1"]""")]
    [InlineData("SELECT VALUE c.id FROM c ORDER BY c.site ASC, c.n DESC", """["1","3","5","2","4"]""")]
    [InlineData("SELECT VALUE c.id FROM c ORDER BY c.on, c.id", """["3","4","5","2","1"]""")]
    [InlineData("SELECT TOP 2 VALUE c.id FROM c ORDER BY c.site DESC", """["4","5"]""")]
    [InlineData("SELECT VALUE c.id FROM c ORDER BY c.site OFFSET 1 LIMIT 2", """["3","2"]""")]
    [InlineData("SELECT VALUE c.id FROM c ORDER BY c.tags[0]", """["1","3"]""")]
    // WHERE
    [InlineData("SELECT VALUE c.id FROM c WHERE c.on", """["1"]""")]
    [InlineData("SELECT VALUE c.id FROM c WHERE NOT c.on", """["2"]""")]
    [InlineData("SELECT VALUE c.id FROM c WHERE c.n", "[]")]
    [InlineData("SELECT VALUE c.id FROM c WHERE c.n != 3", """["2","3","5"]""")]
    [InlineData("SELECT VALUE c.id FROM c WHERE c.n = null", """["3"]""")]
    [InlineData("SELECT VALUE c.id FROM c WHERE c.n > 0", """["1","2"]""")]
    [InlineData("SELECT VALUE c.id FROM c WHERE ARRAY_CONTAINS(c.tags, 'y')", """["1","3"]""")]
    [InlineData("SELECT VALUE c.id FROM c WHERE ARRAY_CONTAINS(c.who, {'name':'Bob'}, true)", """["3"]""")]
    [InlineData("SELECT VALUE c.id FROM c WHERE c.site LIKE 'b%' OR c.tags = 'x'", """["2","4","5"]""")]
    public void Execute_Query_GivesTheResult(string text, string expected)
    {
        using var plain = new QueryFixture(int.MaxValue, Documents);
        using var indexed = new QueryFixture(0, Documents);
        Assert.Equal(expected, plain.Ask(text));
        Assert.Equal(expected, plain.Ask(text, size: 1));
        Assert.Equal(expected, indexed.Ask(text));
        Assert.Equal(expected, indexed.Ask(text, size: 2));
        Assert.Equal(expected, indexed.Ask(text, partition: "\"p\""));
        Assert.Equal(expected, indexed.Ask(text, size: 1, partition: "\"p\""));
    }

    [Theory]
    // The forms into which the SDK's native planner rewrites queries, as it prints them.
    [InlineData("SELECT c._rid, [{\"item\": c.n}] AS orderByItems, c.id AS payload\nFROM c\nWHERE ((c.site != \"x\") AND (true))\nORDER BY c.n",
        """[{"orderByItems":[{"item":null}],"payload":"3"},{"orderByItems":[{"item":1}],"payload":"2"},{"orderByItems":[{"item":3}],"payload":"1"},{"orderByItems":[{"item":"2"}],"payload":"5"}]""")]
    [InlineData("SELECT c._rid, [{\"item\": c.site}, {\"item\": c.n}] AS orderByItems, {\"a\": c.id} AS payload\nFROM c\nWHERE (true)\nORDER BY c.site, c.n DESC\nOFFSET 0 LIMIT 2",
        """[{"orderByItems":[{"item":"a.example"},{"item":3}],"payload":{"a":"1"}},{"orderByItems":[{"item":"a.example"},{"item":null}],"payload":{"a":"3"}}]""")]
    [InlineData("SELECT VALUE [{\"item\": COUNT(1)}]\nFROM c", """[[{"item":5}]]""")]
    [InlineData("SELECT VALUE [{\"item\": {\"sum\": SUM(c.n), \"count\": COUNT(c.n)}}]\nFROM c\nWHERE IS_NUMBER(c.n)", """[[{"item":{"sum":4,"count":2}}]]""")]
    [InlineData("SELECT {\"$1\": {\"item\": COUNT(1)}} AS payload\nFROM c", """[{"payload":{"$1":{"item":5}}}]""")]
    [InlineData("SELECT [{\"item\": c.site}] AS groupByItems, {\"site\": c.site, \"n\": {\"item\": COUNT(1)}, \"m\": {\"item\": MIN(c.id), \"item2\": {\"min\": MIN(c.id), \"count\": COUNT(c.id)}}} AS payload\nFROM c\nWHERE (c.site = \"b.example\")\nGROUP BY c.site",
        """[{"groupByItems":[{"item":"b.example"}],"payload":{"site":"b.example","n":{"item":2},"m":{"item":"2","item2":{"min":"2","count":2}}}}]""")]
    [InlineData("SELECT c._rid, [{\"item\": t}] AS orderByItems, t AS payload\nFROM c\nJOIN t IN c.tags\nWHERE ((true) AND IS_DEFINED(t))\nORDER BY t",
        """[{"orderByItems":[{"item":"x"}],"payload":"x"},{"orderByItems":[{"item":"y"}],"payload":"y"},{"orderByItems":[{"item":"y"}],"payload":"y"}]""")]
    public void Execute_RewrittenQuery_GivesWhatTheSdkMerges(string text, string expected) => Execute_Query_GivesTheResult(text, expected);

    [Fact]
    public void Execute_Parameters_StandForValuesOfAnyType()
    {
        using var fixture = new QueryFixture(int.MaxValue, Documents);
        Assert.Equal("""["1"]""", fixture.Ask("SELECT VALUE c.id FROM c WHERE c.n = @n", parameters: new { n = 3 }));
        Assert.Equal("""["1","3"]""", fixture.Ask("SELECT VALUE c.id FROM c WHERE ARRAY_CONTAINS(@sites, c.site) AND c.site = @s", parameters: new { sites = new[] { "a.example" }, s = "a.example" }));
        Assert.Equal("""["2","3"]""", fixture.Ask("SELECT VALUE c.id FROM c OFFSET @skip LIMIT @take", parameters: new { skip = 1, take = 2 }));
        Assert.Equal("""["1"]""", fixture.Ask("SELECT TOP @n VALUE c[@name] FROM c", parameters: new { n = 1, name = "id" }));
        Assert.Equal("""["1"]""", fixture.Ask("SELECT VALUE c.id FROM c WHERE c.who = @who", parameters: new { who = new[] { new { kids = new[] { new { k = 1 }, new { k = 2 } }, name = "Ann" } } }));
    }

    [Fact]
    public void Execute_Partition_SeesItsOwnRowsOnly()
    {
        using var fixture = new QueryFixture();
        fixture.Insert("""{"id":"1","v":1}""", partition: "\"a\"");
        fixture.Insert("""{"id":"1","v":2}""", partition: "\"b\"");
        fixture.Insert("""{"id":"2","v":3}""", partition: "{}");
        Assert.Equal("[1]", fixture.Ask("SELECT VALUE c.v FROM c", partition: "\"a\""));
        Assert.Equal("[3]", fixture.Ask("SELECT VALUE c.v FROM c", partition: "{}"));
        Assert.Equal("[]", fixture.Ask("SELECT VALUE c.v FROM c", partition: "null"));
        Assert.Equal("[2]", fixture.Ask("SELECT VALUE c.v FROM c WHERE c.id = '1'", partition: "\"b\""));
        Assert.Equal("[1,2,3]", fixture.Ask("SELECT VALUE c.v FROM c"));
        Assert.Equal("[1]", fixture.Ask("SELECT VALUE COUNT(1) FROM c", partition: "\"a\""));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    public void Execute_ExpiredRow_IsInvisible(int smallContainer)
    {
        using var fixture = new QueryFixture(smallContainer, []);
        fixture.Insert("""{"id":"1","v":1}""", expires: 100);
        fixture.Insert("""{"id":"2","v":1}""");
        foreach (var text in new[] { "SELECT VALUE c.id FROM c", "SELECT VALUE c.id FROM c WHERE c.v = 1", "SELECT VALUE c.id FROM c ORDER BY c.v" })
        {
            Assert.Equal("""["1","2"]""", fixture.Ask(text, now: 99));
            Assert.Equal("""["2"]""", fixture.Ask(text, now: 100));
        }
        Assert.Equal("[1]", fixture.Ask("SELECT VALUE COUNT(1) FROM c WHERE IS_DEFINED(c.v)", now: 100));
        Assert.Equal("[1]", fixture.Ask("SELECT VALUE COUNT(1) FROM c", now: 100));
    }

    [Fact]
    public void Execute_UnchangedParts_AreCopiedByteForByte()
    {
        using var fixture = new QueryFixture("""{ "id" : "1", "big": 12345678901234567890, "dec": 1.10, "s": "\u00e9 😀 </b> \ud800", "o": { "x" : [ ] } }""");
        Assert.Equal("""[{ "id" : "1", "big": 12345678901234567890, "dec": 1.10, "s": "\u00e9 😀 </b> \ud800", "o": { "x" : [ ] } }]""", fixture.Ask("SELECT * FROM c"));
        Assert.Equal("""[{"big":12345678901234567890,"dec":1.10,"s":"\u00e9 😀 </b> \ud800","o":{ "x" : [ ] }}]""", fixture.Ask("SELECT c.big, c.dec, c.s, c.o FROM c"));
    }

    [Theory]
    [InlineData("FROM c WHERE c.n = 3", true)]
    [InlineData("FROM c WHERE c.n = 4", false)]
    [InlineData("FROM c WHERE c.missing = 4", false)]
    [InlineData("from root where root.site = @site and ARRAY_CONTAINS(root.tags, 'y')", true)]
    [InlineData("FROM c", true)]
    public void Matches_PatchFilter_TellsWhetherTheDocumentPasses(string text, bool expected)
    {
        using var fixture = new QueryFixture();
        var document = System.Text.Json.JsonDocument.Parse(Documents[0]).RootElement;
        var parameters = QueryFixture.Parameters(new { site = "a.example" });
        Assert.Equal(expected, fixture.Engine.Matches(fixture.Engine.CompilePredicate(text), document, parameters));
    }
}
