using System.Text;
using Pipeline.Ingestion.Removing;

namespace Pipeline.Ingestion.Tests.Removing;

public sealed class BlobDeletedEventTests
{
    private const string EventGrid =
        """{"topic":"/subscriptions/x","subject":"/blobServices/default/containers/articles/blobs/2026/a b.html","eventType":"Microsoft.Storage.BlobDeleted","id":"1","data":{"api":"DeleteBlob"},"dataVersion":""}""";

    private const string CloudEvents =
        """{"specversion":"1.0","subject":"/blobServices/default/containers/articles/blobs/2026/a b.html","type":"Microsoft.Storage.BlobDeleted","id":"1","data":{}}""";

    [Theory]
    [InlineData(EventGrid)]
    [InlineData(CloudEvents)]
    public void TryParse_EitherSchema_TellsTheFile(string json)
    {
        Assert.Equal(new BlobDeletedEvent("articles", "2026/a b.html"), BlobDeletedEvent.TryParse(BinaryData.FromString(json)));
        var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(json));
        Assert.Equal(new BlobDeletedEvent("articles", "2026/a b.html"), BlobDeletedEvent.TryParse(BinaryData.FromString(base64)));
    }

    [Fact]
    public void TryParse_WhatToMessageWrote_IsTheSame()
    {
        var deleted = new BlobDeletedEvent("articles", "ä/blobs/\"b\".txt");
        Assert.Equal(deleted, BlobDeletedEvent.TryParse(deleted.ToMessage(DateTimeOffset.UnixEpoch)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"eventType":"Microsoft.Storage.BlobCreated","subject":"/blobServices/default/containers/articles/blobs/a"}""")]
    [InlineData("""{"eventType":"Microsoft.Storage.BlobDeleted","subject":"/blobServices/default/containers/articles"}""")]
    [InlineData("""{"eventType":"Microsoft.Storage.BlobDeleted","subject":7}""")]
    [InlineData("""{"eventType":"Microsoft.Storage.BlobDeleted"}""")]
    public void TryParse_AnythingElse_IsNull(string message) => Assert.Null(BlobDeletedEvent.TryParse(BinaryData.FromString(message)));
}
