using Pipeline.Ingestion.Receiving;

namespace Pipeline.Ingestion.Tests.Receiving;

public sealed class ArticleIdentityTests
{
    [Fact]
    public void Of_SamePlace_IsTheSameEverywhereAndAlways() =>
        // Ids are kept in databases: should this value ever change, every article would be stored twice.
        Assert.Equal("98747dd4d53a9e6e8e6e5a29e7f324c1", ArticleIdentity.Of("articles", "a.txt", place: null));

    [Fact]
    public void Of_OtherContainerBlobOrPlace_IsAnother()
    {
        string[] ids =
        [
            ArticleIdentity.Of("articles", "a.jsonl", place: null),
            ArticleIdentity.Of("articles", "a.jsonl", "line 1"),
            ArticleIdentity.Of("articles", "a.jsonl", "line 11"),
            ArticleIdentity.Of("articles", "b.jsonl", "line 1"),
            ArticleIdentity.Of("other", "a.jsonl", "line 1"),
        ];

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[0-9a-f]{32}$", id));
    }
}
