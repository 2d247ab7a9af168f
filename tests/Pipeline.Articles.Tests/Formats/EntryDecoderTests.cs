using System.Text;
using Pipeline.Articles.Formats;
using static Pipeline.Articles.Tests.Formats.Reading;

namespace Pipeline.Articles.Tests.Formats;

public sealed class EntryDecoderTests
{
    [Fact]
    public void Decode_RejectedEntry_ItsRejection()
    {
        var rejection = new Rejection(RejectionCategory.Empty, "Empty.");
        Assert.Same(rejection, EntryDecoder.Decode(new RawEntry { Bytes = default, Rejection = rejection }).Rejection);
    }

    [Fact]
    public void Decode_FrontMatter_FieldsAndTheWholeText()
    {
        const string source = "---\r\ntitle: \"A head: two parts\"\r\nauthors:\r\n  - Ann Lee\r\n  - Bo Ek\r\ndate: 2024-05-06\r\ntags: [one, 'two']\r\n---\r\n\r\n# Words\r\n";
        var text = Text(new RawEntry { Bytes = Utf8(source), Kind = MediaKind.Markdown });
        Assert.Equal(source, text.Text);
        Assert.Equal("\r\n# Words\r\n", text.Text[text.BodyOffset..]);
        Assert.Equal("A head: two parts", text.Given.Title);
        Assert.Equal(["Ann Lee", "Bo Ek"], text.Given.Authors);
        Assert.Equal("2024-05-06", text.Given.Published);
        Assert.Equal(["one", "two"], text.Given.Tags);
    }

    [Theory]
    [InlineData("---\nA rule above, no fields.\n---\nWords")]
    [InlineData("--- \nkey: never closed\nWords")]
    [InlineData("Words\n---\ntitle: x\n---\n")]
    public void Decode_NoFrontMatter_BodyIsAll(string source) =>
        Assert.Equal(0, Text(new RawEntry { Bytes = Utf8(source), Kind = MediaKind.Markdown }).BodyOffset);

    [Theory]
    [InlineData("\uFEFF \u00A0\u200B\u3000\n", RejectionCategory.Empty)]
    [InlineData("", RejectionCategory.Empty)]
    [InlineData("a\0b\0c\0", RejectionCategory.Binary)]
    public void Decode_NoText_Rejected(string source, RejectionCategory category) =>
        Assert.Equal(category, EntryDecoder.Decode(new RawEntry { Bytes = Utf8(source) }).Rejection?.Category);

    [Fact]
    public void Decode_WarcUrl_GivenWhereTheContentNamesNone()
    {
        var entry = new RawEntry { Bytes = Utf8("words"), SourceUrl = "https://news.example/a" };
        Assert.Equal("https://news.example/a", Text(entry).Given.Url);
        var json = new RawEntry { Bytes = Utf8("{\"text\":\"w\",\"url\":\"https://b.example\"}"), Kind = MediaKind.Json, SourceUrl = "https://news.example/a" };
        Assert.Equal("https://b.example", Text(json).Given.Url);
    }

    [Fact]
    public async Task Decode_JsonInLegacyCharset_Readable()
    {
        foreach (var (charset, word) in new[] { ("gb18030", "新闻报道说市政府将于春季开始新的工程"), ("windows-1251", "Городской совет одобрил строительство") })
        {
            var json = $"[{{\"title\":\"{word}\",\"text\":\"{word}。\"}},{{\"title\":\"b\",\"text\":\"{word}{word}\"}}]".Replace("。", "", StringComparison.Ordinal);
            var entries = await ReadAsync(Pipeline.Articles.Formats.Charsets.CharsetLabels.Get(charset).GetBytes(json), "batch.json");
            Assert.Equal([word, word + word], entries.Select(e => Text(e).Text));
        }
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task Decode_JsonLinesInWideCharset_Readable(string charset)
    {
        var encoding = Encoding.GetEncoding(charset);
        byte[] file = [.. encoding.GetPreamble(), .. encoding.GetBytes("{\"text\":\"één\"}\n{\"text\":\"zwölf\"}\n")];
        Assert.Equal(["één", "zwölf"], (await ReadAsync(file, "batch.jsonl")).Select(e => Text(e).Text));
    }
}
