using Pipeline.Ingestion.Stages;

namespace Pipeline.Ingestion.Tests.Stages;

public sealed class StageMessageTests
{
    private static readonly StageMessage Message = new()
    {
        ArticleId = "0123456789abcdef0123456789abcdef",
        Version = "0x8DC",
        Stage = Stage.Enrich,
        Attempt = 3,
        TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    };

    [Fact]
    public void ToJson_ThenTryParse_GivesTheSameMessage() =>
        Assert.Equal(Message, StageMessage.TryParse(BinaryData.FromString(Message.ToJson())));

    [Fact]
    public void ToJson_AnyMessage_NamesItsFieldsAsDesigned() =>
        Assert.Equal(
            """{"articleId":"0123456789abcdef0123456789abcdef","version":"0x8DC","stage":"Enrich","attempt":3,"traceParent":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01","schemaVersion":1}""",
            Message.ToJson());

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("""{"articleId":"a","version":"v","stage":"Enrich","schemaVersion":99}""")]
    [InlineData("""{"articleId":"a","version":"v","stage":"Juggle","schemaVersion":1}""")]
    public void TryParse_NoMessageOfThisSchema_IsNull(string body) =>
        Assert.Null(StageMessage.TryParse(BinaryData.FromString(body)));
}
