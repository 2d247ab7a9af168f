using System.Diagnostics;
using System.Net;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Trace;
using Pipeline.Local.Tracing;

namespace Pipeline.Local.Tests.Tracing;

/// <summary>What the real exporter sends, read back.</summary>
public sealed class OtlpCollectorTests
{
    [Fact]
    public async Task Spans_OfTheRealExporter_AreReadAsTheyWereWritten()
    {
        await using var collector = await OtlpCollector.StartAsync(CancellationToken.None);
        using var source = new ActivitySource(nameof(OtlpCollectorTests));
        string trace, parent;
        using (Sdk.CreateTracerProviderBuilder().AddSource(source.Name)
            .AddOtlpExporter(options =>
            {
                options.Protocol = OtlpExportProtocol.HttpProtobuf;
                options.Endpoint = new Uri(collector.Address, "/v1/traces");
            })
            .Build())
        {
            using var outer = source.StartActivity("outer")!;
            using var inner = source.StartActivity("inner")!;
            inner.SetTag("text", "ä").SetTag("number", 7L).SetTag("flag", true).SetTag("fraction", 0.5).SetStatus(ActivityStatusCode.Error, "no");
            (trace, parent) = (inner.TraceId.ToHexString(), outer.SpanId.ToHexString());
        }

        var spans = collector.Spans.ToDictionary(span => span.Name);
        Assert.Equal(["inner", "outer"], spans.Keys.Order(StringComparer.Ordinal));
        var read = spans["inner"];
        Assert.Equal((trace, parent, source.Name), (read.TraceId, read.ParentId, read.Source));
        Assert.Equal(("ä", "7", "true", "0.5"), (read.Attributes["text"], read.Attributes["number"], read.Attributes["flag"], read.Attributes["fraction"]));
        Assert.True(read.Failed);
        Assert.False(spans["outer"].Failed);
        Assert.Equal("", spans["outer"].ParentId);
        Assert.True(spans["outer"].Start <= read.Start && read.End <= spans["outer"].End);

        var tree = TraceTree.Draw(collector.Spans).ToList();
        Assert.StartsWith("outer", tree[1], StringComparison.Ordinal);
        Assert.StartsWith("└─ inner  FAILED", tree[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0x0A, 0xFF })]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[] { 0x0A, 0x04, 0x12, 0x09, 0x12, 0x00 })]
    public async Task Post_BytesThatAreNoRequest_AreRefused(byte[] body)
    {
        await using var collector = await OtlpCollector.StartAsync(CancellationToken.None);
        using var http = new HttpClient { BaseAddress = collector.Address };

        using var answer = await http.PostAsync("v1/traces", new ByteArrayContent(body));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(collector.Spans);
    }
}
