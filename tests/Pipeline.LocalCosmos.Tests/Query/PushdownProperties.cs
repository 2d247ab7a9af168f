using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Pipeline.LocalCosmos.Tests.Query;

/// <summary>An index may make a query faster and must not change its answer, whatever the documents and whatever the predicate.</summary>
public sealed class PushdownProperties
{
    [Property(MaxTest = 50, Arbitrary = [typeof(Queries)])]
    public void Execute_WithIndexes_GivesWhatAFullReadGives(Sample sample)
    {
        using var plain = new QueryFixture(int.MaxValue, sample.Documents);
        using var indexed = new QueryFixture(0, sample.Documents);
        foreach (var text in sample.Texts)
        {
            var expected = plain.Items(text);
            Assert.Equal(expected, indexed.Items(text));
            Assert.Equal(expected, indexed.Items(text, partition: "\"p\""));
            Assert.Equal(expected, indexed.Items(text, sample.PageSize));
            Assert.Equal(expected, plain.Items(text, sample.PageSize));
        }
    }

    public sealed record Sample(List<string> Documents, List<string> Texts, int PageSize)
    {
        public override string ToString() => string.Join('\n', [.. Documents, .. Texts, PageSize.ToString(CultureInfo.InvariantCulture)]);
    }

    public static class Queries
    {
        private static readonly string[] Scalars =
        [
            "null", "true", "false", "0", "-0.0", "1", "1.0", "1e0", "-1", "2", "0.1", "0.30000000000000004", "1e300", "9007199254740993", "\"\"", "\"1\"",
            "\"true\"", "\"a\"", "\"a\\u0000b\"", "\"ab\"", "\"b\"", "\"é\"", "\"\\u00e9\"", "\"\\uD83D\\uDE00\"", "\"\\uFFFD\"", "\"_%\"", "[]", "[1]", "{}", "{\"x\":1}",
        ];

        private static readonly string[] Paths = ["c.a", "c.b", "c[\"a\"]", "c.n.x"];

        private static readonly Gen<string> Scalar = Gen.Elements(Scalars);

        private static readonly Gen<string> Path = Gen.Elements(Paths);

        private static readonly Gen<string> Comparison = Gen.Elements("=", "!=", "<", "<=", ">", ">=");

        private static readonly Gen<string> Document =
            from a in Gen.Frequency((1, Gen.Constant("")), (5, Scalar.Select(value => $"\"a\":{value},")))
            from b in Gen.Frequency((1, Gen.Constant("")), (5, Scalar.Select(value => $"\"b\":{value},")))
            from n in Gen.Frequency((1, Gen.Constant("")), (2, Scalar.Select(value => $"\"n\":{{\"x\":{value}}},")))
            from tags in Gen.Elements("[]", "[1]", "[1,2,1]", "[\"a\",{\"a\":1}]")
            select $"{{{a}{b}{n}\"tags\":{tags}}}";

        private static readonly Gen<string> Test = Gen.OneOf(
            from path in Path from comparison in Comparison from value in Scalar select $"{path} {comparison} {value}",
            from path in Path from comparison in Comparison from value in Scalar select $"{value} {comparison} {path}",
            from path in Path from low in Scalar from high in Scalar from not in Gen.Elements("", "NOT ") select $"({path} {not}BETWEEN {low} AND {high})",
            from path in Path from one in Scalar from two in Scalar from not in Gen.Elements("", "NOT ") select $"{path} {not}IN ({one}, {two})",
            from path in Path from one in Scalar from two in Scalar select $"ARRAY_CONTAINS([{one}, {two}], {path})",
            from path in Path from pattern in Gen.Elements("\"a%\"", "\"%\"", "\"_\"", "\"\"", "\"é%\"", "\"a!%\" ESCAPE \"!\"") select $"{path} LIKE {pattern}",
            from path in Path from prefix in Scalar select $"STARTSWITH({path}, {prefix})",
            from path in Path from type in Gen.Elements("DEFINED", "NULL", "BOOL", "NUMBER", "STRING", "ARRAY", "OBJECT") select $"IS_{type}({path})",
            from path in Path from not in Gen.Elements("", "NOT ") select $"{not}{path}");

        private static Gen<string> Predicate(int depth) => depth == 0 ? Test : Gen.Frequency(
            (2, Test),
            (2, from left in Predicate(depth - 1) from right in Predicate(depth - 1) select $"({left} AND {right})"),
            (2, from left in Predicate(depth - 1) from right in Predicate(depth - 1) select $"({left} OR {right})"),
            (1, Predicate(depth - 1).Select(operand => $"NOT ({operand})")));

        private static readonly Gen<string> Text =
            from predicate in Predicate(2)
            from shape in Gen.Elements(
                "SELECT * FROM c WHERE {0}", "SELECT * FROM c WHERE {0} ORDER BY c.a", "SELECT * FROM c WHERE {0} ORDER BY c.a DESC",
                "SELECT TOP 3 * FROM c WHERE {0} ORDER BY c.n.x DESC", "SELECT VALUE COUNT(1) FROM c WHERE {0}",
                "SELECT * FROM c WHERE {0} OFFSET 1 LIMIT 3", "SELECT VALUE t FROM c JOIN t IN c.tags WHERE {0}",
                "SELECT VALUE t FROM c JOIN t IN c.tags WHERE {0} ORDER BY c.a DESC", "SELECT * FROM c WHERE {0} ORDER BY c.a, c.b DESC",
                "SELECT DISTINCT VALUE c.a FROM c WHERE {0}", "SELECT c.a, COUNT(1) AS n, MAX(c.b) AS m FROM c WHERE {0} GROUP BY c.a",
                "SELECT DISTINCT VALUE c.b FROM c WHERE {0} ORDER BY c.b")
            select string.Format(CultureInfo.InvariantCulture, shape, predicate);

        public static Arbitrary<Sample> Samples() => Arb.From(
            from documents in Document.ListOf(12)
            from texts in Text.ListOf(8)
            from size in Gen.Choose(1, 5)
            select new Sample([.. documents], [.. texts], size));
    }
}
