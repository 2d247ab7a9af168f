namespace Pipeline.LocalCosmos.Tests.Query;

public sealed class SmokeTests
{
    [Theory]
    [InlineData("SELECT VALUE root FROM root WHERE (root[\"site\"] = \"x\") ORDER BY root[\"published\"] DESC OFFSET 0 LIMIT 10", "[{\"site\":\"x\",\"published\":3},{\"site\":\"x\",\"published\":1}]")]
    [InlineData("SELECT VALUE COUNT(1) FROM c", "[3]")]
    [InlineData("SELECT c.site, COUNT(1) AS n FROM c GROUP BY c.site", "[{\"site\":\"x\",\"n\":2},{\"site\":\"y\",\"n\":1}]")]
    [InlineData("SELECT DISTINCT VALUE c.site FROM c", "[\"x\",\"y\"]")]
    [InlineData("SELECT TOP 1 c.published AS p FROM c ORDER BY c.published", "[{\"p\":1}]")]
    [InlineData("SELECT VALUE t FROM c JOIN t IN c.tags", "[\"a\",\"b\"]")]
    [InlineData("SELECT 1", "[{\"$1\":1}]")]
    [InlineData("SELECT * FROM c WHERE EXISTS(SELECT VALUE t FROM t IN c.tags WHERE t = 'a')", "[{\"site\":\"y\",\"published\":2,\"tags\":[\"a\",\"b\"]}]")]
    public void Execute_Query_GivesResult(string text, string expected)
    {
        using var fixture = new QueryFixture(
            "{\"site\":\"x\",\"published\":1}", "{\"site\":\"y\",\"published\":2,\"tags\":[\"a\",\"b\"]}", "{\"site\":\"x\",\"published\":3}");
        Assert.Equal(expected, fixture.Ask(text));
        Assert.Equal(expected, fixture.Ask(text, size: 1));
        Assert.Equal(expected, fixture.Ask(text, partition: "\"p\""));
    }
}
