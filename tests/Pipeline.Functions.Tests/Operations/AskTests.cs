using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Pipeline.Functions.Operations;
using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Operations;
using Pipeline.Ingestion.Stages;

namespace Pipeline.Functions.Tests.Operations;

public sealed class AskTests
{
    [Fact]
    public void Filter_EveryPart_IsRead()
    {
        var filter = Ask.Filter(Query(("stage", "store"), ("category", "TooLarge"), ("reason", "2 MB")));

        Assert.Equal((Stage.Store, FailureCategory.TooLarge, "2 MB"), (filter.Stage!.Value, filter.Category!.Value, filter.Reason));
        Assert.True(Ask.Filter(Query()).IsAll);
    }

    [Theory]
    [InlineData("stage", "Cleaning")]
    [InlineData("stage", "99")]
    [InlineData("category", "")]
    public void Filter_UnknownName_SaysWhichThereAre(string part, string value)
    {
        var exception = Assert.Throws<FormatException>(() => Ask.Filter(Query((part, value))));

        Assert.StartsWith(part + " must be one of ", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("11")]
    [InlineData("many")]
    public void Number_OutOfRange_SaysTheRange(string value)
    {
        var exception = Assert.Throws<FormatException>(() => Ask.Number(Query(("top", value)), "top", absent: 5, most: 10));

        Assert.Equal("top must be a number from 1 to 10.", exception.Message);
    }

    [Fact]
    public void Number_Absent_IsTheDefault() => Assert.Equal(5, Ask.Number(Query(), "top", absent: 5, most: 10));

    [Fact]
    public void Text_GivenOnce_IsRead() => Assert.Equal("2026/a b.txt", Ask.Text(Query(("first", "2026/a b.txt")), "first"));

    [Fact]
    public void Text_AbsentEmptyOrTwice_SaysWhichIsWanted()
    {
        foreach (var query in new[] { Query(), Query(("first", "")), new QueryCollection(new Dictionary<string, StringValues> { ["first"] = new(["a", "b"]) }) })
            Assert.Equal("first must be given, once.", Assert.Throws<FormatException>(() => Ask.Text(query, "first")).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"filter":{"stage":"Nowhere"}}""")]
    public async Task Body_ThatIsNotWhatIsWanted_IsAFormatException(string body) =>
        await Assert.ThrowsAsync<FormatException>(() => ReadAsync(body));

    [Fact]
    public async Task Body_Requeue_IsRead()
    {
        var asked = await ReadAsync("""{"filter":{"ids":["a"],"stage":"Clean"},"fromStart":true}""");

        Assert.Equal(("a", Stage.Clean, true, false), (asked.Filter.Ids[0], asked.Filter.Stage!.Value, asked.FromStart, asked.All));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"filter":null}""")]
    [InlineData("""{"filter":{}}""")]
    [InlineData("""{"filter":{"ids":null}}""")]
    public async Task Body_ThatNamesNothing_IsAFilterOfAll(string body)
    {
        var asked = await ReadAsync(body);

        Assert.True(asked.Filter.IsAll);
        Assert.False(asked.All);
    }

    private static Task<RequeueRequest> ReadAsync(string body)
    {
        var context = new DefaultHttpContext();
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        return Ask.BodyAsync(context.Request, OperationsJson.Readable.RequeueRequest, CancellationToken.None);
    }

    private static QueryCollection Query(params (string Name, string Value)[] parts) =>
        new(parts.ToDictionary(part => part.Name, part => new StringValues(part.Value)));
}
