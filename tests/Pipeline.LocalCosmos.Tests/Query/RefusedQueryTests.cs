using System.Text;
using Pipeline.LocalCosmos.Query;
using Pipeline.Testing.Timing;

namespace Pipeline.LocalCosmos.Tests.Query;

/// <summary>What is not supported, not valid or hostile ends in a <see cref="QueryException"/> that says why, and soon.</summary>
public sealed class RefusedQueryTests
{
    [Theory]
    [InlineData("", "expected SELECT")]
    [InlineData("SELECT", "expected an expression")]
    [InlineData("SELECT * FROM", "expected a source")]
    [InlineData("SELECT * FROM c WHERE", "expected an expression")]
    [InlineData("SELECT * FROM c WHERE c.x =", "expected an expression")]
    [InlineData("SELECT * FROM c WHERE (c.x = 1", "expected ')'")]
    [InlineData("SELECT * FROM c WHERE c.x = 'open", "never closed")]
    [InlineData("SELECT * FROM c /* open", "never closed")]
    [InlineData("SELECT * FROM c WHERE c.x == 1", "expected an expression")]
    [InlineData("SELECT * FROM c;", "unexpected character ';'")]
    [InlineData("SELECT * FROM c WHERE c.x = 'it''s'", "the end of the query")]
    [InlineData("SELECT * FROM c extra words", "the end of the query")]
    [InlineData("DELETE FROM c", "expected SELECT")]
    [InlineData("SELECT c.a AS value FROM c", "expected a name")]
    [InlineData("SELECT c.a AS order FROM c", "expected a name")]
    [InlineData("SELECT C.a FROM c", "'C' could not be resolved")]
    [InlineData("SELECT foo.a FROM foo AS c", "'foo' could not be resolved")]
    [InlineData("SELECT c.a FROM c WHERE x.y = 1", "'x' could not be resolved")]
    [InlineData("SELECT * FROM c, d", "use JOIN")]
    [InlineData("SELECT * FROM c JOIN t IN c.tags", "single source")]
    [InlineData("SELECT *", "needs a FROM")]
    [InlineData("SELECT VALUE t FROM c JOIN c IN c.tags", "bound twice")]
    [InlineData("SELECT c.x, c.x FROM c", "two columns named 'x'")]
    [InlineData("SELECT VALUE {\"a\":1,\"a\":2} FROM c", "'a' twice")]
    [InlineData("SELECT TOP -1 * FROM c", "a number or a parameter")]
    [InlineData("SELECT * FROM c OFFSET 1", "expected LIMIT")]
    [InlineData("SELECT TOP 1 * FROM c OFFSET 1 LIMIT 1", "TOP and OFFSET")]
    [InlineData("SELECT c.y FROM c GROUP BY c.x", "GROUP BY clause")]
    [InlineData("SELECT MAX(c.a) AS m, c.b FROM c", "GROUP BY clause")]
    [InlineData("SELECT * FROM c GROUP BY c.x", "SELECT *")]
    [InlineData("SELECT c.x FROM c GROUP BY c.x ORDER BY c.x", "ORDER BY")]
    [InlineData("SELECT COUNT(1) FROM c ORDER BY c.x", "ORDER BY")]
    [InlineData("SELECT * FROM c WHERE COUNT(1) > 1", "aggregate COUNT")]
    [InlineData("SELECT * FROM c ORDER BY c.a + 1", "paths")]
    [InlineData("SELECT * FROM c ORDER BY LOWER(c.a)", "paths")]
    [InlineData("SELECT * FROM c ORDER BY 1", "paths")]
    [InlineData("SELECT VALUE foo(c.x) FROM c", "FOO is not supported")]
    [InlineData("SELECT VALUE udf.foo(c.x) FROM c", "User defined functions")]
    [InlineData("SELECT VALUE UPPER() FROM c", "takes 1 argument")]
    [InlineData("SELECT VALUE ST_DISTANCE(c.a, c.b) FROM c", "not supported")]
    [InlineData("SELECT VALUE MAX(1, 2) FROM c", "one argument")]
    [InlineData("SELECT VALUE 1e400", "out of range")]
    [InlineData("SELECT VALUE 12abc", "cannot start with a digit")]
    [InlineData("SELECT c.a FROM c WHERE c.a IN (SELECT VALUE t FROM t IN c.tags)", "IN takes a list")]
    [InlineData("SELECT c.$type FROM c", "unexpected character '$'")]
    [InlineData("SELECT VALUE '\\u12'", "escape")]
    public void Compile_WhatIsWrong_SaysWhy(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<QueryException>(() => Compile(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("SELECT * FROM c WHERE c.x = @missing", "@missing")]
    [InlineData("SELECT TOP @n * FROM c", "TOP takes a whole number")]
    [InlineData("SELECT VALUE RegexMatch('a', '(')", "RegexMatch")]
    [InlineData("SELECT VALUE RegexMatch('a', 'a(?=b)')", "RegexMatch")]
    [InlineData("SELECT VALUE RegexMatch('a', 'a', 'q')", "modifier 'q'")]
    [InlineData("SELECT VALUE 'a' LIKE 'a' ESCAPE 'no'", "ESCAPE")]
    [InlineData("SELECT VALUE (SELECT VALUE t FROM t IN [1,2])", "expected a source")]
    [InlineData("SELECT VALUE RAND()", "RAND")]
    [InlineData("SELECT VALUE (SELECT VALUE t FROM t IN c.two) FROM c", "more than one result")]
    public void Execute_WhatIsWrong_SaysWhy(string text, string reason)
    {
        using var fixture = new QueryFixture("""{"two":[1,2]}""");
        var refused = Assert.Throws<QueryException>(() => fixture.Ask(text, parameters: new { n = -1 }));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("e30")]
    [InlineData("bnVsbA==")]
    [InlineData("eyJuIjotMX0=")]
    [InlineData("eyJrIjo1fQ==")]
    public void Execute_BrokenContinuation_IsRefused(string token)
    {
        using var fixture = new QueryFixture("{}");
        Assert.Throws<QueryException>(() => fixture.Page("SELECT * FROM c", continuation: token));
    }

    [Theory]
    [InlineData("(", "1", ")", 10_000)]
    [InlineData("[", "1", "]", 10_000)]
    [InlineData("{\"a\":", "1", "}", 10_000)]
    [InlineData("NOT ", "true", "", 10_000)]
    [InlineData("-", " 1", "", 10_000)]
    [InlineData("- ", "1", "", 10_000)]
    [InlineData("1 + ", "1", "", 10_000)]
    [InlineData("1 ?? ", "1", "", 10_000)]
    [InlineData("1 ? 1 : ", "1", "", 10_000)]
    [InlineData("ABS(", "1", ")", 10_000)]
    [InlineData("(SELECT VALUE ", "1", ")", 5_000)]
    [InlineData("EXISTS(SELECT VALUE ", "1", ")", 5_000)]
    [InlineData("", "c", ".a", 10_000)]
    [InlineData("", "c", "[0]", 10_000)]
    [InlineData("c.a IN (", "1", ")", 10_000)]
    public void Compile_DeepNesting_IsRefusedAndDoesNotOverflow(string open, string core, string close, int depth)
    {
        var text = new StringBuilder("SELECT VALUE ").Insert(13, open, depth).Append(core).Insert(13 + open.Length * depth + core.Length, close, depth);
        // "--" opens a comment: nothing is left to select.
        var refused = Record.Exception(() => Compile(text.Append(" FROM c").ToString()));
        Assert.IsType<QueryException>(refused);
    }

    [Theory]
    [InlineData("ABS(", "1", ")", 90)]
    [InlineData("(SELECT VALUE ", "1", ")", 90)]
    [InlineData("- ", "1", "", 90)]
    [InlineData("1 * 1 + ", "1", "", 90)]
    public void Execute_NestingBelowTheLimit_WorksOnASmallStack(string open, string core, string close, int depth)
    {
        var text = string.Concat(Enumerable.Repeat(open, depth)) + core + string.Concat(Enumerable.Repeat(close, depth));
        var answer = string.Empty;
        var thread = new Thread(() =>
        {
            using var fixture = new QueryFixture("{}");
            answer = fixture.Ask($"SELECT VALUE IS_NUMBER({text}) FROM c");
        }, maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();
        Assert.Equal("[true]", answer);
    }

    [Fact]
    public void Compile_TooLongText_IsRefused() =>
        Assert.Contains("longer than", Assert.Throws<QueryException>(() => Compile($"SELECT VALUE '{new string('x', 1 << 20)}'")).Message, StringComparison.Ordinal);

    [Fact]
    public void Execute_LongButFlatText_Works()
    {
        using var fixture = new QueryFixture("""{"id":"1","n":49999}""");
        var list = string.Join(',', Enumerable.Range(0, 50_000));
        Assert.Equal("[1]", fixture.Ask($"SELECT VALUE 1 FROM c WHERE c.n IN ({list})"));
        var chain = string.Join(" OR ", Enumerable.Range(0, 20_000).Select(n => $"c.n = {n + 30_000}"));
        Assert.Equal("[1]", fixture.Ask($"SELECT VALUE 1 FROM c WHERE {chain}"));
        using var indexed = new QueryFixture(0, ["""{"id":"1","n":49999}"""]);
        Assert.Equal("[1]", indexed.Ask($"SELECT VALUE 1 FROM c WHERE c.n IN ({list})"));
        Assert.Equal("[1]", indexed.Ask($"SELECT VALUE 1 FROM c WHERE {chain}"));
    }

    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("(a|aa)+$")]
    [InlineData("(.*)*b")]
    public void Execute_RegexThatBacktracks_TakesLinearTime(string pattern)
    {
        using var small = Fixture(6_000);
        using var large = Fixture(48_000);
        Growth.IsLinear(pattern, 6_000, length =>
            () => Assert.Equal("[false]", (length > 6_000 ? large : small).Ask($"SELECT VALUE RegexMatch(c.s, '{pattern}') FROM c")));

        static QueryFixture Fixture(int length) => new($$"""{"s":"{{new string('a', length)}}!"}""");
    }

    [Fact]
    public void Execute_LikeWithManyWildcards_TakesPolynomialTime()
    {
        using var fixture = new QueryFixture($$"""{"s":"{{new string('a', 20_000)}}"}""");
        Assert.Equal("[false]", fixture.Ask($"SELECT VALUE c.s LIKE '{new StringBuilder().Insert(0, "%a", 100)}%b' FROM c"));
    }

    [Fact]
    public void Execute_DeepDocument_IsReadAndCompared()
    {
        var deep = new StringBuilder().Insert(0, "[", 120).Append(']', 120).ToString();
        using var fixture = new QueryFixture(0, [$$"""{"a":{{deep}},"b":{{deep}}}"""]);
        Assert.Equal("[true]", fixture.Ask("SELECT VALUE c.a = c.b FROM c WHERE IS_DEFINED(c.a)"));
    }

    private static CompiledQuery Compile(string text) => new QueryEngine(TimeProvider.System).Compile(text);
}
