using Pipeline.Articles.Formats;
using static Pipeline.Articles.Tests.Formats.Reading;

namespace Pipeline.Articles.Tests.Formats;

public sealed class ArticleReaderTests
{
    private const string Page = "<!doctype html><html><head><title>A</title></head><body><p>Text of the page.</p></body></html>";

    [Theory]
    [InlineData("plain words, nothing else", "note.txt", MediaKind.PlainText)]
    [InlineData(Page, "page.html", MediaKind.Html)]
    [InlineData(Page, "page.txt", MediaKind.Html)]
    [InlineData(Page, "page", MediaKind.Html)]
    [InlineData("<p>One.</p><p>Two.</p>", "piece", MediaKind.Html)]
    [InlineData("words without any tag", "page.HTML", MediaKind.PlainText)]
    [InlineData("words", "note.MD", MediaKind.Markdown)]
    [InlineData("# Head\n\nSome **bold** words", "note.txt", MediaKind.Markdown)]
    [InlineData("---\ntitle: A\n---\nWords", "note", MediaKind.Markdown)]
    [InlineData("{\"title\":\"A\",\"text\":\"Words\"}", "a.txt", MediaKind.Json)]
    [InlineData("[Reuters] LONDON - words", "a.txt", MediaKind.PlainText)]
    [InlineData("{{ title }} words", "a.txt", MediaKind.PlainText)]
    [InlineData("Seismic WAVE hits the coast", "a.txt", MediaKind.PlainText)]
    [InlineData("ID3 tags, explained", "a.txt", MediaKind.PlainText)]
    [InlineData("MZ is a code of a country", "a.txt", MediaKind.PlainText)]
    [InlineData("if a < b and b > c then <b>stop</b>", "a.txt", MediaKind.PlainText)]
    [InlineData("First words<br><br>second words<br>third", "a.txt", MediaKind.Html)]
    [InlineData("# one\n# two\nwords of a script", "a.txt", MediaKind.PlainText)]
    public async Task ReadAsync_OneArticle_KindByContent(string content, string name, MediaKind kind)
    {
        var entry = await ReadOneAsync(Utf8(content), name);
        Assert.Null(entry.Rejection);
        Assert.Null(entry.Place);
        Assert.Equal(kind, entry.Kind);
        Assert.Equal(content, System.Text.Encoding.UTF8.GetString(entry.Bytes.Span));
    }

    [Theory]
    [InlineData("", "a.txt", RejectionCategory.Empty)]
    [InlineData(" \n\t ", "a.html", RejectionCategory.Empty)]
    [InlineData("%PDF-1.7 ...", "a.txt", RejectionCategory.Binary)]
    [InlineData("<?xml version=\"1.0\"?><rss><channel/></rss>", "a.xml", RejectionCategory.UnknownFormat)]
    [InlineData("From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n<html>", "a.mht", RejectionCategory.UnknownFormat)]
    [InlineData("a,b\n1,2\n", "a.csv", RejectionCategory.UnknownFormat)]
    [InlineData("RIFF1234WEBPVP8 ", "a.txt", RejectionCategory.Binary)]
    [InlineData("SQLite format 3\0", "a.txt", RejectionCategory.Binary)]
    [InlineData("{\\rtf1 words}", "a.txt", RejectionCategory.UnknownFormat)]
    [InlineData("BZh91AY&SY", "a.txt", RejectionCategory.UnknownFormat)]
    [InlineData("{\"a\": [1, 2", "a.json", RejectionCategory.Malformed)]
    [InlineData("{\"a\": 1}", "a.json", RejectionCategory.NoArticle)]
    [InlineData("[]", "a.json", RejectionCategory.NoArticle)]
    [InlineData("no json at all", "a.json", RejectionCategory.Malformed)]
    public async Task ReadAsync_BadFile_OneRejection(string content, string name, RejectionCategory category)
    {
        var entry = await ReadOneAsync(Utf8(content), name);
        Assert.Equal(category, entry.Rejection?.Category);
        Assert.EndsWith(".", entry.Rejection!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_JsonLines_BadLinesAloneAreRejected()
    {
        var file = Utf8("{\"text\":\"one\"}\n\n{\"text\": oops}\nwords\n{\"text\":\"\"}\n{\"text\":\"five\"}");
        var entries = await ReadAsync(file, "batch.jsonl");
        Assert.Equal("line 1: Json\nline 3: Malformed\nline 4: Malformed\nline 5: NoArticle\nline 6: Json", Show(entries));
        Assert.Equal("five", Text(entries[^1]).Text);
    }

    [Fact]
    public async Task ReadAsync_JsonArray_ItemsInOrder()
    {
        var file = Utf8("[{\"text\":\"one]\"}, 7, {\"text\": oops}, {\"text\":\"four\"}]");
        var entries = await ReadAsync(file, "batch.json");
        Assert.Equal("item 1: Json\nitem 2: Malformed\nitem 3: Malformed\nitem 4: Json", Show(entries));
        Assert.Equal("one]", Text(entries[0]).Text);
    }

    [Fact]
    public async Task ReadAsync_WrappedList_ItemsOfTheList()
    {
        var file = Utf8("{\"status\":\"ok\",\"totalResults\":2,\"articles\":[{\"content\":\"one\"},{\"content\":\"two\"}],\"next\":null}");
        Assert.Equal("item 1: Json\nitem 2: Json", Show(await ReadAsync(file)));
    }

    [Fact]
    public async Task ReadAsync_NestedArchives_PlacesAreJoined()
    {
        var inner = Zip(("a.txt", Utf8("alpha words")), ("lines.jsonl", Utf8("{\"text\":\"one\"}\n{\"text\":\"two\"}\n")));
        var outer = Zip(("inner.zip", inner), ("b.txt.gz", Gzip(Utf8("beta words"))));
        var entries = await ReadAsync(outer);
        Assert.Equal(
            "inner.zip > a.txt: PlainText\ninner.zip > lines.jsonl > line 1: Json\ninner.zip > lines.jsonl > line 2: Json\nb.txt.gz: PlainText",
            Show(entries));
    }
}
